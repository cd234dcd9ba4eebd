import { expect, test } from 'vitest';
import { SeededRandomness } from '../testing/seeded-randomness.js';
import { newStage, onStageEvent, type StageEvent, type StageState } from './stage-machine.js';
import { newTask, type Task, type TaskEvent } from './task.js';
import { onTaskEvent } from './task-machine.js';

const limits = { maxFailures: 100, maxLosses: 100, maxDeaths: 100, maxTwins: 100, maxPieces: 1, retryBackoffMs: 1 };

const events: Readonly<Record<string, StageEvent>> = {
  'inputs-ready': { type: 'inputs-ready' },
  prepared: { type: 'prepared' },
  cancel: { type: 'cancel' },
};

test.each([
  ['blocked', 'inputs-ready', 'preparing', ['prepare']],
  ['blocked', 'prepared', 'blocked', []],
  ['blocked', 'cancel', 'cancelled', []],
  ['preparing', 'inputs-ready', 'preparing', []],
  ['preparing', 'prepared', 'open', ['opened']],
  ['preparing', 'cancel', 'cancelled', []],
  ['open', 'inputs-ready', 'open', []],
  ['open', 'prepared', 'open', []],
  ['open', 'cancel', 'cancelled', []],
  ['finished', 'inputs-ready', 'finished', []],
  ['finished', 'prepared', 'finished', []],
  ['finished', 'cancel', 'finished', []],
  ['cancelled', 'inputs-ready', 'cancelled', []],
  ['cancelled', 'prepared', 'cancelled', []],
  ['cancelled', 'cancel', 'cancelled', []],
] as const)('%s, %s → %s', (from, event, to, effects) => {
  const step = onStageEvent({ ...newStage(2), state: from }, events[event]!);
  expect(step.state.state).toBe(to);
  expect(step.effects.map((effect) => effect.type)).toEqual(effects);
});

test('a stage has finished when its last task has, and says so for the first time once', () => {
  const stage = new Followed(2);
  expect([stage.run(0), stage.finish(0), stage.run(1)].flat()).toEqual([]);
  expect(stage.finish(1)).toEqual([{ type: 'finished', first: true }]);
  expect(stage.task(1, { type: 'output-lost' })).toEqual([]);
  expect(stage.state).toMatchObject({ state: 'open', finished: 1, stored: 1, measured: true });
  stage.run(1);
  expect(stage.finish(1)).toEqual([{ type: 'finished', first: false }]);
});

test('random histories: the counts are those of the tasks', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = new SeededRandomness(seed);
    const stage = new Followed(4);
    for (let i = 0; i < 60; i++) {
      const id = random.below(4);
      const attempt = Math.max(1, stage.tasks[id]!.attempts);
      const choices: TaskEvent[] = [
        { type: 'assign', executor: 'a', at: 0 },
        { type: 'twin', executor: 'b', at: 0 },
        { type: 'readable', attempt },
        { type: 'finish', attempt, output: { attempt, executor: 'a', rows: [], bytes: [] } },
        { type: 'output-lost' },
        { type: 'inputs-lost' },
        { type: 'drop-output' },
        { type: 'need-output' },
      ];
      stage.task(id, choices[random.below(choices.length)]!);
      const having = (is: (task: Task) => unknown): number => stage.tasks.filter(is).length;
      expect(stage.state).toMatchObject({
        running: having((task) => task.state === 'running'),
        finished: having((task) => task.state === 'finished'),
        readable: having((task) => task.output ?? task.running?.readable),
        stored: having((task) => task.output),
      });
      expect(stage.state.state).toBe(stage.state.finished === 4 ? 'finished' : 'open');
    }
  }
});

/** A stage that follows its tasks. */
class Followed {
  state: StageState;
  readonly tasks: Task[];

  constructor(tasks: number) {
    this.state = { ...newStage(tasks), state: 'open' };
    this.tasks = Array.from({ length: tasks }, (_, id) => newTask(id));
  }

  task(id: number, event: TaskEvent) {
    const before = this.tasks[id]!;
    const after = onTaskEvent(before, event, limits).state;
    this.tasks[id] = after;
    const { state, effects } = onStageEvent(this.state, { type: 'task-moved', before, after });
    this.state = state;
    return effects;
  }

  run(id: number) {
    return this.task(id, { type: 'assign', executor: 'a', at: 0 });
  }

  finish(id: number) {
    const attempt = this.tasks[id]!.attempts;
    return this.task(id, { type: 'finish', attempt, output: { attempt, executor: 'a', rows: [], bytes: [] } });
  }
}
