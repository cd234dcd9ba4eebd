import { arbalest } from '@arbalest/proto';
import type { ExecutorMessage, SchedulerMessage, TaskRefMessage } from '@arbalest/scheduler/testing';

const { State } = arbalest.scheduler.v1.TaskStatus;

/** What a scheduler tells an executor, for people. Empty when it is only a beat. */
export function schedulerMessageText(message: SchedulerMessage): string {
  const { registered, launches, cancels, drops, forgetJobs, drain } = message;
  return [
    registered && (registered.refused ? `refused: ${registered.refused.code}` : `registered, term ${Number(registered.term ?? 0)}`),
    ...(launches ?? []).map(({ ref, inputs }) => {
      const read = (inputs ?? []).flatMap(({ sources }) =>
        sources!.map(({ exchange, executor }) => `${refText(exchange!)} at ${executor}`),
      );
      return `launch ${refText(ref!)}${read.length > 0 ? ` that reads ${read.join(', ')}` : ''}`;
    }),
    listText('cancel', cancels),
    listText('drop', drops),
    forgetJobs && forgetJobs.length > 0 && `forget ${forgetJobs.join(', ')}`,
    drain && 'drain',
  ]
    .filter(Boolean)
    .join('; ');
}

/** What an executor tells a scheduler, for people. Empty when it is only a beat. */
export function executorMessageText({ register, statuses, draining }: ExecutorMessage): string {
  return [
    register &&
      `${register.executor} registers, process ${register.pid}, has ${(register.known ?? []).map(refText).join(', ') || 'nothing'}`,
    ...(statuses ?? []).map(({ ref, state, error, inline }) => {
      const why = error ? ` ${error.code} ${(error.lost ?? []).join(', ')}` : '';
      return `${refText(ref!)} ${State[state!]}${inline ? ' inline' : ''}${why}`;
    }),
    draining && 'draining',
  ]
    .filter(Boolean)
    .join('; ');
}

function refText({ job, stage, task, attempt }: TaskRefMessage): string {
  return `${job}/${stage}/${task}#${attempt}`;
}

function listText(verb: string, refs: readonly TaskRefMessage[] | null | undefined): string | undefined {
  return refs && refs.length > 0 ? `${verb} ${refs.map(refText).join(', ')}` : undefined;
}
