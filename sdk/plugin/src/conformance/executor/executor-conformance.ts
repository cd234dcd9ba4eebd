import { afterAll, beforeAll, describe } from 'vitest';
import { temporaryFolder } from '../../testing/index.js';
import { executorAnswers } from './answers.js';
import { executorClosing } from './closing.js';
import { executorErrors } from './errors.js';
import { executorInputs } from './input-lives.js';
import { executorInvocations } from './invocations.js';
import { executorOutput } from './output.js';
import { executorPartitions } from './partitions.js';
import { ExecutorPlace, FIELDS, rows } from './place.js';
import { RowsCodec } from './rows-codec.js';
import { executorStopping } from './stopping.js';
import type { ExecutorSubject } from './subject.js';

/** What every executor must do, ours and strangers' alike. Called at the top level of a test file of the executor. */
export function executorConformance(name: string, subject: ExecutorSubject): void {
  describe(`executor ${name}`, () => {
    let place: ExecutorPlace;
    const here = () => place;
    const made = async () => {
      const codec = new RowsCodec(FIELDS, rows());
      return new ExecutorPlace(subject, await subject.open(codec), codec, await temporaryFolder('arbalest-executor-'));
    };

    beforeAll(async () => {
      place = await made();
    }, 120_000);

    afterAll(async () => {
      await place?.executor.close();
      await place?.open.close?.();
      await place?.folder[Symbol.asyncDispose]();
    }, 60_000);

    executorAnswers(here);
    executorInvocations(here);
    executorOutput(here);
    executorPartitions(here, made);
    executorInputs(here);
    executorStopping(here);
    executorErrors(here);
    executorClosing(made);
  });
}
