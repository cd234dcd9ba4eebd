import { arbalest } from '@arbalest/proto';
import type { Clock, FunctionSource, Log } from '@arbalest/spi';
import type { ExecutorEvent, ExecutorState } from '../machine/executor-machine.js';
import type { TaskStatus } from '../messages.js';
import { attemptName } from '../run/exchange-name.js';
import { fromErrorInfo } from '../service/error-info.js';
import { Blame } from './blame.js';
import { attemptOf, type ExecutorRecord } from './executor-record.js';

const { State } = arbalest.scheduler.v1.TaskStatus;

/** Puts executors aside that keep failing, and calls them back when nobody else is left. */
export class Conduct {
  private readonly blame = new Blame();

  constructor(
    private readonly tools: { readonly clock: Clock; readonly log: Log },
    private readonly records: ReadonlyMap<string, ExecutorRecord>,
    private readonly apply: (record: ExecutorRecord, event: ExecutorEvent) => void,
  ) {}

  /** What a task's end says of who ran it, and of who failed it before. An executor that comes back says again what is known already. */
  judge(record: ExecutorRecord, { ref, state, error }: TaskStatus): void {
    const attempt = attemptOf(ref ?? {});
    if (!record.holds(attemptName(attempt))) return;
    if (state === State.FINISHED) {
      for (const id of this.blame.finished(record.id, attempt)) this.strike(this.records.get(id));
      this.apply(record, { type: 'succeeded' });
    } else if (state === State.FAILED && this.blame.failed(record.id, attempt, fromErrorInfo(error ?? {}))) {
      this.strike(record);
    }
  }

  recall(): void {
    for (const record of this.records.values()) {
      if (record.state.state === 'aside' && !this.canReplace(record, ['active', 'trial'])) this.apply(record, { type: 'recall' });
    }
  }

  forget(executor: string): void {
    this.blame.forget(executor);
  }

  private strike(record: ExecutorRecord | undefined): void {
    if (!record) return;
    const { clock, log } = this.tools;
    this.apply(record, { type: 'strike', at: clock.monotonic(), last: !this.canReplace(record, ['active']) });
    if (record.state.state !== 'aside') return;
    const seconds = Math.round((record.state.asideUntil - clock.monotonic()) / 1000);
    log.warn('An executor keeps failing tasks and gets no more for a while', { executor: record.id, seconds });
  }

  /** Others in these states can do all that it can. */
  private canReplace(record: ExecutorRecord, states: readonly ExecutorState['state'][]): boolean {
    const sources = (record.info.functionSources ?? []) as readonly FunctionSource['kind'][];
    return [...this.records.values()].some((other) => other !== record && states.includes(other.state.state) && other.canCall(sources));
  }
}
