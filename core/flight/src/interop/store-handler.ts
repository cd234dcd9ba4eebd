import { setTimeout as sleep } from 'node:timers/promises';
import { Field, Int64, makeData, RecordBatch, Schema, Struct } from 'apache-arrow';
import {
  type Answers,
  ArrowEncoder,
  decodeBatches,
  decodeSchema,
  type FlightAction,
  type FlightDescriptor,
  FlightError,
  type FlightFrame,
  type FlightHandler,
  type FlightInfo,
  type FlightServerCall,
  type FlightStatus,
  type HandshakeMessage,
  messageKind,
  type ReceivedFrame,
  recordBatchRows,
} from '../index.js';

/** A server that keeps what is put and gives it back, with the corners that the tests need. */
export class StoreHandler implements FlightHandler {
  readonly frames = new Map<string, FlightFrame[]>();
  /** What has happened on the server, for clients that cannot see it otherwise. */
  readonly events: string[] = [];

  async *handshake(requests: AsyncIterable<HandshakeMessage>, call: FlightServerCall): AsyncGenerator<HandshakeMessage> {
    const [basic] = call.headers.get('authorization');
    if (typeof basic === 'string') call.sendHeaders({ authorization: basic.replace('Basic', 'Bearer') });
    for await (const { payload } of requests) yield { payload: Buffer.concat([Buffer.from('token of '), payload]) };
  }

  *listFlights(criteria: Uint8Array): Generator<FlightInfo> {
    for (const name of this.frames.keys()) if (name.startsWith(text(criteria))) yield this.#info(name);
  }

  getFlightInfo(descriptor: FlightDescriptor): FlightInfo {
    return this.#info(nameOf(descriptor));
  }

  pollFlightInfo(descriptor: FlightDescriptor) {
    const info = this.#info(nameOf(descriptor));
    return { info, descriptor, progress: 0.5, expirationTime: new Date(1_700_000_000_250) };
  }

  getSchema(descriptor: FlightDescriptor): Uint8Array {
    return schemaOf(this.#stored(nameOf(descriptor)));
  }

  doGet(ticket: Uint8Array, call: FlightServerCall): Answers<FlightFrame> {
    const name = text(ticket);
    if (name === 'endless') return this.#endless();
    if (name === 'breaks') return breaking();
    if (name === 'stuck') return this.#stuck(call);
    return name.startsWith('decoded:') ? decoded(this.#stored(name.slice('decoded:'.length))) : this.#stored(name);
  }

  async *doPut(frames: AsyncIterable<ReceivedFrame>): AsyncGenerator<Uint8Array> {
    let name: string | undefined;
    const kept: ReceivedFrame[] = [];
    for await (const { descriptor, ...frame } of frames) {
      if (descriptor !== undefined) name = nameOf(descriptor);
      if (name === 'refused') throw new FlightError('PERMISSION_DENIED', 'Not yours to write');
      if (frame.metadata !== undefined) kept.push(frame);
    }
    this.frames.set(name ?? '', kept);
    yield Buffer.from(String(rowsOf(kept)));
  }

  async *doExchange(frames: AsyncIterable<ReceivedFrame>): AsyncGenerator<FlightFrame> {
    let tag = '';
    for await (const { descriptor, appMetadata, ...frame } of frames) {
      if (descriptor?.type === 'command') tag = text(descriptor.command);
      if (frame.metadata === undefined && appMetadata === undefined) continue;
      yield appMetadata === undefined ? frame : { ...frame, appMetadata: Buffer.from(`${tag} ${text(appMetadata)}`) };
    }
  }

  doAction(action: FlightAction, call: FlightServerCall): Answers<Uint8Array> {
    const body = action.body ?? new Uint8Array(0);
    switch (action.type) {
      case 'echo':
        return [body, new Uint8Array(0)];
      case 'events':
        return this.events.map((event) => Buffer.from(event));
      case 'headers':
        return [Buffer.from(JSON.stringify(askedHeaders(call)))];
      case 'identity':
        return call.headers.get('auth-token-bin').filter((token) => typeof token !== 'string');
      case 'certificate':
        return [Buffer.from(String(call.peerCertificate?.subject.CN))];
      case 'sleep':
        return this.#sleep(Number(text(body)), call.signal);
      default:
        throw new FlightError(text(body) as FlightStatus, `An error: ${text(body)} – ž`);
    }
  }

  *listActions() {
    yield { type: 'echo', description: 'Returns what it is given' };
    yield { type: 'sleep', description: '' };
  }

  async *#sleep(seconds: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    await sleep(seconds * 1000, undefined, { signal }).catch(() => this.events.push('sleep ended early'));
    yield new Uint8Array(0);
  }

  async *#endless(): AsyncGenerator<FlightFrame> {
    const encoder = new ArrowEncoder(NUMBERS);
    try {
      yield encoder.schema;
      for (let n = 0; ; n++) {
        yield* encoder.encode(numbers([n]));
        await sleep(1);
      }
    } finally {
      this.events.push('endless ended early');
    }
  }

  /** Sends a schema and then nothing, until the call is over. */
  async *#stuck(call: FlightServerCall): AsyncGenerator<FlightFrame> {
    yield new ArrowEncoder(NUMBERS).schema;
    await sleep(3_600_000, undefined, { signal: call.signal }).catch(() => undefined);
    this.events.push('stuck ended early');
  }

  #stored(name: string): FlightFrame[] {
    const frames = this.frames.get(name);
    if (frames === undefined) throw new FlightError('NOT_FOUND', `There is no flight "${name}"`);
    return frames;
  }

  #info(name: string): FlightInfo {
    const frames = this.#stored(name);
    const endpoint = {
      ticket: Buffer.from(name),
      locations: ['grpc://elsewhere:1'],
      expirationTime: new Date(1_700_000_000_250),
      appMetadata: Buffer.from('piece'),
    };
    return {
      schema: schemaOf(frames),
      descriptor: { type: 'path', path: [name] },
      endpoints: [endpoint],
      totalRecords: rowsOf(frames),
      ordered: true,
      appMetadata: Buffer.from('about it'),
    };
  }
}

export const NUMBERS = new Schema<{ n: Int64 }>([new Field('n', new Int64())]);

export function numbers(values: readonly number[]): RecordBatch<{ n: Int64 }> {
  const column = makeData({ type: new Int64(), length: values.length, data: BigInt64Array.from(values, BigInt) });
  return new RecordBatch(NUMBERS, makeData({ type: new Struct<{ n: Int64 }>(NUMBERS.fields), length: values.length, children: [column] }));
}

export function text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}

function nameOf(descriptor: FlightDescriptor): string {
  return descriptor.type === 'path' ? (descriptor.path[0] ?? '') : text(descriptor.command);
}

function schemaOf(frames: readonly FlightFrame[]): Uint8Array {
  return frames.find(({ metadata }) => metadata !== undefined && messageKind(metadata) === 'schema')?.metadata as Uint8Array;
}

function rowsOf(frames: readonly FlightFrame[]): number {
  const batches = frames.flatMap(({ metadata }) => (metadata !== undefined && messageKind(metadata) === 'batch' ? [metadata] : []));
  return batches.reduce((rows, metadata) => rows + recordBatchRows(metadata), 0);
}

async function* decoded(frames: FlightFrame[]): AsyncGenerator<FlightFrame> {
  const encoder = new ArrowEncoder(decodeSchema(schemaOf(frames)));
  yield encoder.schema;
  for await (const batch of decodeBatches(frames)) yield* encoder.encode(batch);
}

function* breaking(): Generator<FlightFrame> {
  const encoder = new ArrowEncoder(NUMBERS);
  yield encoder.schema;
  yield* encoder.encode(numbers([1]));
  throw new Error('Broken after one batch');
}

function askedHeaders(call: FlightServerCall): Record<string, string[]> {
  const names = Object.keys(call.headers.getMap()).filter((name) => name.startsWith('x-asked'));
  return Object.fromEntries(
    names.map((name) => [name, call.headers.get(name).map((v) => (typeof v === 'string' ? v : v.toString('hex')))]),
  );
}
