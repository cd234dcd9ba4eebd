import type { JobEvent, ResultPart } from '@arbalest/scheduler/testing';
import type { Content } from '../data/rows.js';
import { ArbalestError } from '@arbalest/spi';
import { ResultParts } from './result-parts.js';

/** The rows of an answer, and the versions of the tasks that they come of. */
export interface Answer {
  readonly rows: readonly number[];
  readonly versions: readonly string[];
}

/** The events of one statement, over all the streams that they come on, and the reading of its result, which goes on whatever becomes of the streams. */
export class StatementReader {
  job = '';
  last: JobEvent = {};
  /** Something was said that holds under every scheduler; before that a scheduler may know nothing of the job that another one has accepted. */
  isBound = false;
  /** The run of the statement whose parts are read. */
  run = 0;
  private parts = new ResultParts();
  private partsRead = 0;
  private reading: Promise<Answer>;

  /** @param open reads a part from whoever holds it */
  constructor(
    private readonly open: (part: ResultPart) => Promise<Content>,
    private readonly onViolation: (text: string) => void,
    private readonly detached: boolean,
  ) {
    this.reading = this.read();
    this.reading.catch(() => undefined);
  }

  take(event: JobEvent): void {
    const job = event.accepted?.job;
    if (job && this.isBound && job !== this.job) this.onViolation(`Its key has become that of job ${job}; it was that of job ${this.job}`);
    if (job) this.job = job;
    this.isBound ||= Boolean(event.part ?? event.finished ?? event.failed ?? (this.detached && event.accepted));
    if (event.part) this.announce(event.part);
    this.last = event;
  }

  /** Nothing has been read of it that another run could contradict. */
  get canBeginAnew(): boolean {
    return this.partsRead === 0;
  }

  /** A run after this one is asked for: its parts are waited for. */
  beginAnew(): void {
    this.parts = new ResultParts();
    this.reading = this.read();
    this.reading.catch(() => undefined);
  }

  /** No further part comes. @throws what went wrong while the parts were read */
  finish(): Promise<Answer> {
    this.parts.over();
    return this.reading;
  }

  fail(error: Error): void {
    this.parts.over(error);
  }

  private announce(part: ResultPart): void {
    const run = part.run ?? 0;
    if (run > this.run) {
      this.run = run;
      const before = this.parts;
      if (this.canBeginAnew) this.beginAnew();
      before.over(new ArbalestError('data-lost', 'RESULT_LOST', 'Parts were read of a run before'));
    }
    if (run === this.run) this.parts.announce(part);
  }

  private async read(): Promise<Answer> {
    const { parts } = this;
    const contents: Content[] = [];
    for (let index = 0, part = await parts.take(0); part; part = await parts.take(++index)) {
      contents.push(await this.newest(parts, part));
      if (parts === this.parts) this.partsRead++;
    }
    return {
      rows: contents.flatMap(({ partitions }) => partitions.flat()),
      versions: [...new Set(contents.flatMap(({ versions }) => [...versions]))],
    };
  }

  /** A part that is lost, or announced again, before it was read is read from where it was made anew. */
  private async newest(parts: ResultParts, announced: ResultPart): Promise<Content> {
    for (let part = announced; ;) {
      const newer = parts.take(part.index!, part.attempt!);
      newer.catch(() => undefined);
      const never = new Promise<never>(() => {});
      try {
        const first = await Promise.race([
          this.open(part).then((content) => ({ content })),
          newer.then((next) => (next ? { next } : never)),
        ]);
        if ('content' in first) return first.content;
        part = first.next;
      } catch (thrown) {
        const next = await newer;
        if (!next) throw thrown;
        part = next;
      }
    }
  }
}
