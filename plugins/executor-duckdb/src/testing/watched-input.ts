import { outputTypes, type PlanNode } from '@arbalest/plan';
import type { ArrowBatch, FragmentInput } from '@arbalest/spi';
import type { FragmentOutput } from './run-fragment.js';

/** What became of an input, and of its batches. */
export interface InputLife {
  opened: number;
  /** Iterators that came to an end, failed, or were returned. */
  ended: number;
  given: number;
  released: number;
}

/** What an input does once its batches are used up. */
export type Ending = 'end' | 'hang' | Error;

/** The batches of an output, `times` over, as an input that can be returned while it is waited for, and that counts. */
export function watchedInput(output: FragmentOutput, plan: PlanNode, ending: Ending = 'end', times = 1): FragmentInput & InputLife {
  const life: InputLife = { opened: 0, ended: 0, given: 0, released: 0 };
  const fields = outputTypes(plan).map((type, i) => ({ name: `c${i}`, type, nullable: true }));
  const open: FragmentInput['open'] = () => {
    life.opened++;
    return Promise.resolve({
      schema: output.schema,
      batches: { [Symbol.asyncIterator]: () => iterator(output.batches, ending, times, life) },
    });
  };
  return Object.assign(life, { fields, open });
}

function iterator(batches: readonly ArrowBatch[], ending: Ending, times: number, life: InputLife): AsyncIterator<ArrowBatch> {
  let taken = 0;
  let isOver = false;
  const end = (): { done: true; value: undefined } => {
    if (!isOver) life.ended++;
    isOver = true;
    return { done: true, value: undefined };
  };
  return {
    async next() {
      await new Promise((resolve) => setImmediate(resolve));
      if (isOver) return end();
      if (taken < batches.length * times) {
        life.given++;
        return { done: false, value: { ...batches[taken++ % batches.length]!, release: () => life.released++ } };
      }
      if (ending === 'hang') return new Promise<never>(() => undefined);
      end();
      if (ending !== 'end') throw ending;
      return end();
    },
    return: () => Promise.resolve(end()),
  };
}
