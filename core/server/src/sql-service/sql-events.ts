import { fromErrorInfo } from '@arbalest/executor';
import type { arbalest } from '@arbalest/proto';
import { type Field, internalError, type SqlEvent, type SqlResultPart } from '@arbalest/spi';

type JobEvent = arbalest.scheduler.v1.IJobEvent;
type ResultPart = arbalest.scheduler.v1.IResultPart;

/**
 * The events of a job as gateways see them, up to the last one.
 *
 * @throws the statement's error; internal error `EVENTS_CUT_SHORT` when they end too early
 */
export async function* sqlEvents(events: AsyncIterable<JobEvent>): AsyncGenerator<SqlEvent, void, undefined> {
  let job = '';
  for await (const { accepted, schema, progress, part, finished, failed } of events) {
    if (failed) throw fromErrorInfo(failed);
    if (accepted) {
      job = accepted.job ?? '';
      yield { kind: 'accepted', job };
    } else if (schema) yield { kind: 'schema', fields: JSON.parse(schema.fields ?? '[]') as readonly Field[] };
    else if (progress) yield { kind: 'progress', fraction: progress.fraction ?? 0 };
    else if (part) yield { kind: 'part', part: resultPart(job, part) };
    else if (finished) {
      const { rows, tag, elapsedMs } = finished;
      yield { kind: 'finished', rows: Number(rows ?? 0), tag: tag ?? '', elapsedMs: Number(elapsedMs ?? 0) };
      return;
    }
  }
  throw internalError('EVENTS_CUT_SHORT', `The events of job ${job} ended before the statement did`);
}

function resultPart(job: string, part: ResultPart): SqlResultPart {
  const { source, inline } = part;
  const rows = inline ? (inline.batches ?? []).reduce((sum, batch) => sum + Number(batch.rows ?? 0), 0) : knownRows(source);
  return {
    ...{ job, index: part.index ?? 0, attempt: part.attempt ?? 0, handle: part },
    ...(part.run ? { run: part.run } : {}),
    ...(rows === undefined ? {} : { rows }),
    ...(source?.bytes ? { bytes: Number(source.bytes) } : {}),
    ...(source?.address && source.ticket ? { place: { address: source.address, ticket: source.ticket } } : {}),
  };
}

/** Of a producer that still writes, or has written nothing, the figure says 0. */
function knownRows(source: ResultPart['source']): number | undefined {
  return source && !source.open ? Number(source.rows ?? 0) : undefined;
}
