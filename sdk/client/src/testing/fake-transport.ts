import { RecordBatchStreamWriter, type RecordBatch, type Table } from 'apache-arrow';
import { readIpcStream } from '@arbalest/flight';
import type {
  AttachJobRequest,
  ErrorInfo,
  ExchangeSource,
  ExecuteRequest,
  JobEvent,
  JobFinished,
  JobProgress,
  NameEntry,
} from '../messages.js';
import type { ResultField } from '../sql-type.js';
import type { ResultBatch, ResultStream, Transport } from '../transport.js';

/** What a fake server answers to one statement. */
export interface FakeAnswer {
  readonly fields?: readonly ResultField[];
  /** The parts of the result: each is read over `read`, or comes inline. */
  readonly parts?: readonly FakePart[];
  readonly progress?: readonly JobProgress[];
  readonly finished?: JobFinished;
  readonly failed?: ErrorInfo;
  /** So many times, after its parts, the events come again from the start. @default 0 */
  readonly breaks?: number;
  /** Never ends by itself, only by cancellation. */
  readonly hangs?: boolean;
}

export interface FakePart {
  readonly schema: Uint8Array;
  readonly batches: readonly ResultBatch[];
  readonly inline?: boolean;
  readonly index?: number;
  readonly attempt?: number;
  /** Thrown by the stream after its batches. */
  readonly error?: Error;
}

/** A transport without a server. What it was asked is in its lists, in the order of the calls. */
export class FakeTransport implements Transport {
  readonly executed: ExecuteRequest[] = [];
  readonly attached: string[] = [];
  readonly cancelled: string[] = [];
  readonly released: string[] = [];
  readonly sessions: { readonly settings?: Record<string, string> | null; readonly baseDirectory?: string | null }[] = [];
  /** Batches that readers have taken. */
  batchesRead = 0;
  closed = 0;
  names: NameEntry[] = [];
  readonly #answer: (sql: string) => FakeAnswer;
  readonly #parts = new Map<string, FakePart>();

  constructor(answer: (sql: string) => FakeAnswer) {
    this.#answer = answer;
  }

  openSession = async (request: Parameters<Transport['openSession']>[0]) => {
    this.sessions.push(request);
    return { session: `session-${this.sessions.length}`, version: '0.0.0' };
  };
  closeSession = async () => ({});
  parse = async ({ script }: { script?: string | null }) => ({ statements: statementsOf(script ?? '') });
  releaseResult = async ({ job }: { job?: string | null }) => {
    this.released.push(job ?? '');
    return {};
  };
  cancelJob = async ({ job }: { job?: string | null }) => {
    this.cancelled.push(job ?? '');
    return { found: job === 'job-1' };
  };
  listJobs = async () => ({ jobs: [] });
  drainExecutor = async ({ executor }: { executor?: string | null }) => ({ found: executor === 'executor-1' });
  listExecutors = async () => ({ executors: [] });
  listPlugins = async () => ({ plugins: [] });
  listNames = async () => ({ names: this.names });

  async *execute(request: ExecuteRequest, signal: AbortSignal): AsyncGenerator<JobEvent, void, undefined> {
    this.executed.push(request);
    const job = `job-${this.executed.length}`;
    let over = false;
    try {
      for await (const event of this.#events(job, this.#answer(request.sql ?? ''), signal)) {
        over = Boolean(event.finished ?? event.failed);
        yield event;
      }
    } finally {
      if (!over && !request.detached) this.cancelled.push(job);
    }
  }

  async *attachJob({ job }: AttachJobRequest, signal: AbortSignal): AsyncGenerator<JobEvent, void, undefined> {
    this.attached.push(job ?? '');
    yield* this.#events(job ?? '', this.#answer(''), signal);
  }

  async read(source: ExchangeSource, signal: AbortSignal): Promise<ResultStream> {
    signal.throwIfAborted();
    const part = this.#parts.get(source.address ?? '')!;
    return { schema: part.schema, batches: this.#read(part, signal) };
  }

  close = async (): Promise<void> => {
    this.closed++;
  };

  async *#events(job: string, answer: FakeAnswer, signal: AbortSignal): AsyncGenerator<JobEvent, void, undefined> {
    for (let life = 0; life <= (answer.breaks ?? 0); life++) {
      yield { accepted: { job } };
      if (answer.fields) yield { schema: { fields: JSON.stringify(answer.fields) } };
      for (const progress of answer.progress ?? []) yield { progress };
      for (const [position, part] of (answer.parts ?? []).entries()) yield { part: this.#announcement(job, part, position) };
    }
    if (answer.hangs) await aborted(signal);
    if (answer.failed) yield { failed: answer.failed };
    else yield { finished: answer.finished ?? { rows: 0 } };
  }

  #announcement(job: string, part: FakePart, position: number) {
    const { index = position, attempt = 0 } = part;
    if (part.inline) return { index, attempt, inline: { schema: part.schema, batches: [...part.batches] } };
    const address = `${job}/${index}/${attempt}`;
    this.#parts.set(address, part);
    return { index, attempt, source: { address } };
  }

  async *#read(part: FakePart, signal: AbortSignal): AsyncGenerator<ResultBatch, void, undefined> {
    for (const batch of part.batches) {
      signal.throwIfAborted();
      this.batchesRead++;
      yield batch;
    }
    if (part.error !== undefined) throw part.error;
  }
}

/** A table as a part of a result. */
export async function partOf(table: Table | RecordBatch[], more: Partial<FakePart> = {}): Promise<FakePart> {
  const bytes = RecordBatchStreamWriter.writeAll(table as Table).toUint8Array(true);
  const messages: { metadata: Uint8Array; body: Uint8Array }[] = [];
  for await (const message of readIpcStream([bytes])) messages.push(message);
  const [schema, ...batches] = messages;
  const rows = Array.isArray(table) ? table.map((batch) => batch.numRows) : table.batches.map((batch) => batch.numRows);
  return { schema: schema!.metadata, batches: batches.map((batch, i) => ({ ...batch, rows: rows[i]! })), ...more };
}

/** Good enough for what tests write: no semicolon within quotes. */
function statementsOf(script: string) {
  const statements: { text: string; position: number; kind: string }[] = [];
  let position = 0;
  for (const piece of script.split(';')) {
    const text = piece.trim();
    if (text !== '') statements.push({ text, position: position + piece.indexOf(text), kind: 'query' });
    position += piece.length + 1;
  }
  return statements;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
}
