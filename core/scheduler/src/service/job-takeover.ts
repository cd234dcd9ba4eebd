import { isArbalestError, type TableWriter, type WriteTarget } from '@arbalest/spi';
import type { KeptJob } from '../kept/read-kept-jobs.js';
import type { Action } from '../statement/action.js';
import { cannotStartOver, type Resumption, resumptionOf } from './job-resumption.js';
import { MOST_RUNS } from './held-jobs.js';
import type { JobRun } from './job-run.js';

export interface TakeoverTools {
  /** The statement, understood again: with the stages and the write that there are, or afresh. */
  readonly understand: (resumed?: Resumption) => Promise<Action>;
  readonly resumeWrite: (target: WriteTarget) => TableWriter;
}

/** Goes on with a job of another scheduler from where that one was. Never rejects. */
export function takeOver(job: JobRun, kept: KeptJob, tools: TakeoverTools): Promise<void> {
  const { progress } = kept;
  const { writeTarget } = progress;
  if (progress.applied === true) return job.carryOut(async () => ({ kind: 'answer', tag: progress.tag ?? '' }));
  if (progress.state === 'committing' && writeTarget) return commitAgain(job, kept, writeTarget, tools);
  const resumed = resumptionOf(kept);
  if (resumed) return job.carryOut(() => resume(job, kept, resumed, tools));
  return job.carryOut(() => startOver(job, kept, 'what was kept of it is not whole', tools));
}

/** It was about to be committed, or has been: which of the two does not matter, because committing twice is committing once. */
function commitAgain(job: JobRun, { progress }: KeptJob, target: WriteTarget, { resumeWrite }: TakeoverTools): Promise<void> {
  const { writtenFiles = [], tag = '' } = progress;
  return job.commitFiles(() => ({ writer: resumeWrite(target), target, tag: () => tag }), writtenFiles);
}

async function resume(job: JobRun, kept: KeptJob, resumed: Resumption, tools: TakeoverTools): Promise<Action> {
  try {
    return await tools.understand(resumed);
  } catch (thrown) {
    if (!isArbalestError(thrown) || thrown.code !== 'TABLE_CHANGED') throw thrown;
    return startOver(job, kept, 'the files of a table have changed', tools);
  }
}

/** From its text, as if nothing had been done. What was written and was not committed goes. */
async function startOver(job: JobRun, { progress }: KeptJob, why: string, tools: TakeoverTools): Promise<Action> {
  const { partsTold, run = 0, writeTarget } = progress;
  if (partsTold === true && run >= MOST_RUNS) throw cannotStartOver(job.id, why);
  job.forgetProgress();
  if (writeTarget) await job.abortWrite({ writer: tools.resumeWrite(writeTarget), target: writeTarget });
  return tools.understand();
}
