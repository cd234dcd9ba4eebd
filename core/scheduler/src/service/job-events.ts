import type { JobEvent, ResultPart } from '../messages.js';
import type { Journal } from '../state/journal.js';
import { EventQueue } from './event-queue.js';

/**
 * The events of one job for whoever reads them: from the first one on, however late a reader comes, as far as they still matter. What a reader is told has
 * been kept before, progress apart: so a client that was told of a job finds it again, or knows that it is lost.
 */
export class JobEvents {
  private readonly readers = new Set<EventQueue<JobEvent>>();
  private accepted: JobEvent | undefined;
  private schema: JobEvent | undefined;
  private readonly parts = new Map<number, ResultPart>();
  private last: JobEvent | undefined;
  private failure: Error | undefined;

  constructor(private readonly journal: Pick<Journal, 'isKept' | 'kept' | 'keptEventually'>) {}

  get readerCount(): number {
    return this.readers.size;
  }

  /** Its reader was told of parts of a result. */
  get hasRows(): boolean {
    return this.parts.size > 0;
  }

  push(event: JobEvent): void {
    if (this.last || this.failure) return;
    if (event.accepted) this.accepted = event;
    if (event.schema) this.schema = event;
    if (event.part) this.parts.set(event.part.index ?? 0, event.part);
    if (event.finished || event.failed) this.last = event;
    for (const reader of this.readers) {
      reader.push(event, event.progress ? 'progress' : undefined);
      if (this.last) reader.end();
    }
  }

  /** Readers get the error instead of a last event: the job goes on elsewhere. */
  break(error: Error): void {
    if (this.last) return;
    this.failure ??= error;
    for (const reader of this.readers) reader.end();
  }

  /** Until the last event, or the signal aborts. @throws transient error `NOT_LEADER` when the job goes on elsewhere */
  async *read(signal?: AbortSignal): AsyncGenerator<JobEvent, void, undefined> {
    const queue = this.subscribe();
    const leave = (): void => queue.end();
    signal?.addEventListener('abort', leave);
    if (signal?.aborted) leave();
    try {
      for await (const event of queue) {
        if (!event.progress && !this.journal.isKept) await (isRowsOrEnd(event) ? this.journal.kept() : this.journal.keptEventually());
        yield event;
      }
      if (this.failure) throw this.failure;
    } finally {
      signal?.removeEventListener('abort', leave);
      this.readers.delete(queue);
    }
  }

  private subscribe(): EventQueue<JobEvent> {
    const queue = new EventQueue<JobEvent>();
    const parts = [...this.parts].toSorted(([a], [b]) => a - b).map(([, part]): JobEvent => ({ part }));
    for (const event of [this.accepted, this.schema, ...parts, this.last]) if (event) queue.push(event);
    if (this.last || this.failure) queue.end();
    else this.readers.add(queue);
    return queue;
  }
}

/** What a client is held up by; that there is a job, and what its columns are, it can hear a little later. */
function isRowsOrEnd({ part, finished, failed }: JobEvent): boolean {
  return Boolean(part ?? finished ?? failed);
}
