import {
  decodeSchema,
  encodeSchema,
  type FlightCall,
  type FlightClient,
  isFlightError,
  messageKind,
  type ReceivedFrame,
} from '@arbalest/flight';
import { type DataType, type Field, Schema } from 'apache-arrow';
import { type BatchMessage, decodeBatch, encodeBatch } from '../arrow/batch-message.js';
import type { Writing } from '../arrow/physical-column.js';
import { type Shape, shapeOf, type Value } from '../arrow/shape.js';
import { expectEqual, expectTrue, fail } from '../expect.js';
import { encodeCommand, type ErrorBody, type StreamCommand } from './command.js';
import { FrameQueue } from './frame-queue.js';
import { type AnswerHeader, type BatchHeader, decodeHeader, encodeHeader, FLAG, HEADER_BYTES, KIND } from './headers.js';
import type { SharedFiles } from './shared-files.js';

export interface Answer {
  readonly header: AnswerHeader;
  /** Empty for an error. */
  readonly columns: readonly (readonly Value[])[];
  readonly error?: ErrorBody;
  /** Of the body. */
  readonly bytes: number;
}

export interface SendOptions extends Partial<BatchHeader> {
  readonly writing?: Writing;
  /** For batches without columns. */
  readonly rows?: number;
}

/** One DoExchange of PROTOCOL.md §3, held to that section: every answer's header, order and shape is checked as it comes. */
export class CallStream implements AsyncDisposable {
  readonly #queue = new FrameQueue();
  readonly #call: FlightCall<ReceivedFrame>;
  readonly #shapes: readonly Shape[];
  readonly #sent = new Map<number, number>();
  #answerShapes: readonly Shape[] = [];
  #answered = 1;
  #next = 1;
  #schema: Schema | undefined;

  constructor(
    client: FlightClient,
    command: StreamCommand,
    readonly input: readonly Field[],
    signal: AbortSignal,
    readonly files?: SharedFiles,
  ) {
    this.#shapes = input.map((field) => shapeOf(field.type as DataType));
    const shared = files === undefined ? {} : { sharedMemory: files.command };
    const descriptor = { type: 'command' as const, command: encodeCommand({ ...shared, ...command }) };
    this.#queue.push({ descriptor, metadata: encodeSchema(new Schema([...input])) });
    this.#call = client.doExchange(this.#queue, { signal });
  }

  /** The schema of the answers, which comes before any batch is sent. */
  async schema(): Promise<Schema> {
    if (this.#schema !== undefined) return this.#schema;
    const frame = (await this.#call.next()).value;
    if (frame?.metadata === undefined) fail('The first frame of the server has no schema');
    expectEqual(messageKind(frame.metadata), 'schema', 'The first frame of the server');
    this.#schema = decodeSchema(frame.metadata);
    this.#answerShapes = this.#schema.fields.map((field) => shapeOf(field.type as DataType));
    return this.#schema;
  }

  /** Sends a batch through the socket; returns its id. */
  send(columns: readonly (readonly Value[])[], options: SendOptions = {}): number {
    const rows = options.rows ?? columns[0]?.length ?? 0;
    const message = encodeBatch(this.#shapes, columns, rows, options.writing ?? 'plain');
    const header = this.#header(rows, options);
    this.sendFrame({ metadata: message.metadata, body: message.body, appMetadata: encodeHeader(header) });
    return Number(header.id);
  }

  /** Sends a batch through the input file. */
  sendShared(
    columns: readonly (readonly Value[])[],
    at: { offset: number; roomOffset?: number; roomBytes?: number },
    options: SendOptions = {},
  ): number {
    const rows = options.rows ?? columns[0]?.length ?? 0;
    const length = this.files!.write(at.offset, encodeBatch(this.#shapes, columns, rows, options.writing ?? 'plain'));
    const header = this.#header(rows, { kind: KIND.shared, length, ...at, ...options });
    this.sendFrame({ appMetadata: encodeHeader(header) });
    return Number(header.id);
  }

  #header(rows: number, { writing: _writing, rows: _rows, ...options }: SendOptions): BatchHeader {
    const id = this.#next++;
    this.#sent.set(id, rows);
    return { id, ...options };
  }

  /** For batches that go out by `sendFrame`: an answer of so many rows may come. */
  expectAnswer(id: number, rows: number): void {
    this.#sent.set(id, rows);
  }

  /** Sends whatever is asked, right or wrong. */
  sendFrame(frame: { metadata?: Uint8Array; body?: Uint8Array; appMetadata?: Uint8Array }): void {
    this.#queue.push(frame);
  }

  halfClose(): void {
    this.#queue.end();
  }

  /** The next answer, which belongs to the oldest batch that is not answered to its end. */
  async next(): Promise<Answer> {
    await this.schema();
    const { done, value: frame } = await this.#call.next();
    if (done === true || frame === undefined) fail(`The server closed the stream with batch ${this.#answered} not answered`);
    return this.#answer(frame);
  }

  /** All answers of one batch. */
  async batch(id: number): Promise<Answer[]> {
    const answers = [await this.next()];
    expectEqual(answers[0]!.header.id, id, 'Answers come in the order of the batches: batch id');
    while ((answers.at(-1)!.header.flags & FLAG.last) === 0) answers.push(await this.next());
    return answers;
  }

  /** Half-closes, and sees the stream end with OK and nothing more. */
  async end(): Promise<void> {
    this.halfClose();
    await this.schema();
    const { done } = await this.#call.next();
    if (done !== true) fail('The server sent more frames than there are answers');
  }

  /** Reads until the stream fails. Resolves with what came before only when it ended with OK. */
  async drain(): Promise<Answer[]> {
    const answers: Answer[] = [];
    await this.schema();
    for await (const frame of this.#call) answers.push(this.#answer(frame));
    return answers;
  }

  leave(): void {
    this.#call.cancel();
  }

  #answer(frame: ReceivedFrame): Answer {
    const bytes = frame.appMetadata;
    if (bytes === undefined) fail('A frame of the server has no app_metadata');
    expectTrue(bytes.byteLength >= HEADER_BYTES, `The header of an answer has ${bytes.byteLength} bytes and not ${HEADER_BYTES}`);
    const header = decodeHeader(bytes);
    this.#checkHeader(header);
    if (header.kind === KIND.error) return this.#error(frame, header, bytes.subarray(HEADER_BYTES));
    const message = header.kind === KIND.shared ? this.#shared(frame, header) : socketMessage(frame, header);
    const { rows, columns } = decodeBatch(this.#answerShapes, message);
    expectEqual(rows, header.rows, `Rows of the answer to batch ${header.id}: the message and the header`);
    return { header, columns, bytes: message.body.byteLength };
  }

  #checkHeader(header: AnswerHeader): void {
    expectEqual(header.version, 1, 'Version of an answer header');
    expectTrue(Object.values<number>(KIND).includes(header.kind), `An answer has kind ${header.kind}`);
    expectEqual(header.flags & ~3, 0, 'Unknown flags of an answer');
    expectEqual(header.reserved, 0n, 'Bytes 40 to 47 of an answer header');
    // Of a frame that cannot be read the id may be unknown too.
    if (header.kind === KIND.error && header.id === 0) return;
    expectEqual(header.id, this.#answered, 'Answers come in the order of the batches: batch id');
    expectTrue(this.#sent.has(header.id), `An answer to batch ${header.id}, which was not sent`);
    if ((header.flags & FLAG.last) !== 0) this.#answered++;
  }

  #error(frame: ReceivedFrame, header: AnswerHeader, json: Uint8Array): Answer {
    expectEqual(header.flags & FLAG.last, FLAG.last, 'Flag bit 0 of an error');
    expectEqual(frame.metadata === undefined, true, 'An error frame has no data_header');
    const error = JSON.parse(Buffer.from(json).toString('utf8')) as ErrorBody;
    expectTrue(['user', 'worker', 'protocol'].includes(error.class as string), `An error's class is ${String(error.class)}`);
    expectEqual(typeof error.message, 'string', "The type of an error's message");
    if (header.id === 0) expectEqual(error.class, 'protocol', 'The class of an error that belongs to no batch');
    return { header, columns: [], error, bytes: 0 };
  }

  #shared(frame: ReceivedFrame, header: AnswerHeader): BatchMessage {
    if (this.files === undefined) fail('An answer in shared memory in a stream that has none');
    expectEqual(frame.metadata === undefined, true, 'An answer in shared memory has no data_header');
    return this.files.read(header.offset, header.length);
  }

  /** Rows of a batch that was sent. */
  rowsOf(id: number): number {
    return this.#sent.get(id)!;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#queue.end();
    this.#call.cancel();
    try {
      await this.#call.return();
    } catch (error) {
      if (!isFlightError(error)) throw error;
    }
  }
}

function socketMessage(frame: ReceivedFrame, header: AnswerHeader): BatchMessage {
  if (frame.metadata === undefined) fail(`The answer to batch ${header.id} has no RecordBatch message`);
  expectEqual([header.offset, header.length], [0, 0], 'Offset and length of an answer through the socket');
  return { metadata: frame.metadata, body: frame.body ?? new Uint8Array(0) };
}
