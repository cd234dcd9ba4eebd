import { setTimeout as delay } from 'node:timers/promises';
import { type FlightCall, FlightClient, isFlightError, recordBatchRows, type ReceivedFrame } from '@arbalest/flight';
import { arbalest } from '@arbalest/proto';
import type { ArrowBatch, ArrowSchema, ArrowStream } from '@arbalest/spi';
import { type ArbalestError, dataLostError, isArbalestError } from '@arbalest/spi';
import { fromErrorInfo } from '../task/error-info.js';
import { decodeSpilledPlace, DIRECT_HEADER, SpilledFiles } from './direct-read.js';
import { ERROR_TRAILER } from './exchange-flight.js';
import { exchangeName, exchangeText } from './exchange-name.js';
import { type MakeFlightClient, sharedFlightClients } from './flight-clients.js';
import type { OpenExchangeOptions } from './exchange-source.js';

/** A source that stays out of reach for so long counts as lost. */
const GIVE_UP_AFTER_MS = 3000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 500;

const makeClient: MakeFlightClient = (location, options) => new FlightClient(location, options);

type Source = arbalest.scheduler.v1.IExchangeSource;

/** Reads a source of another process over Flight. A connection that breaks is made again, and the stream goes on where it stopped. */
export async function readRemoteExchange(source: Source, options: OpenExchangeOptions): Promise<ArrowStream> {
  const reader = new RemoteExchangeReader(source, options);
  const schema = await reader.open();
  return { schema, batches: reader.batches() };
}

class RemoteExchangeReader {
  readonly #source: Source;
  readonly #options: OpenExchangeOptions;
  readonly #id: string;
  readonly #sameHost: boolean;
  #direct: boolean;
  #call: FlightCall<ReceivedFrame> | undefined;
  #files = new SpilledFiles();
  #delivered = 0;
  #failingSince: number | undefined;
  #pause = FIRST_PAUSE_MS;

  constructor(source: Source, options: OpenExchangeOptions) {
    this.#source = source;
    this.#options = options;
    this.#id = exchangeText(exchangeName(source.exchange));
    this.#sameHost = options.host !== undefined && options.host === source.host;
    this.#direct = this.#sameHost;
  }

  /** The first frame of a new call. Tries until it works, it is refused for good, or time is up. */
  async open(): Promise<ArrowSchema> {
    for (;;) {
      try {
        return await this.#connect();
      } catch (error) {
        await this.#beforeRetry(error);
      }
    }
  }

  async *batches(): AsyncGenerator<ArrowBatch, void, undefined> {
    try {
      for (;;) {
        const batch = await this.#nextOrReconnect();
        if (batch === undefined) return;
        this.#delivered++;
        this.#options.onBytes?.(this.#sameHost ? 'local' : 'remote', batch.body.byteLength);
        yield batch;
      }
    } finally {
      this.#call?.cancel();
      await this.#files.close();
    }
  }

  async #connect(): Promise<ArrowSchema> {
    const { address, ticket } = this.#source;
    const { clients = sharedFlightClients, host = '', signal } = this.#options;
    signal.throwIfAborted();
    this.#call = clients
      .get(address ?? '', makeClient)
      .doGet(ticket ?? new Uint8Array(0), { signal, headers: this.#direct ? { [DIRECT_HEADER]: host } : {} });
    const first = await this.#call.next();
    if (first.done === true || first.value.metadata === undefined) throw this.#lost('its executor sent no schema');
    this.#failingSince = undefined;
    this.#pause = FIRST_PAUSE_MS;
    return { message: first.value.metadata };
  }

  async #nextOrReconnect(): Promise<ArrowBatch | undefined> {
    for (;;) {
      try {
        return await this.#next();
      } catch (error) {
        await this.#beforeRetry(error);
        await this.open();
        await this.#skip(this.#delivered);
      }
    }
  }

  async #next(): Promise<ArrowBatch | undefined> {
    const { done, value } = await this.#call!.next();
    return done === true ? undefined : await this.#toBatch(value);
  }

  async #toBatch({ metadata, body, appMetadata }: ReceivedFrame): Promise<ArrowBatch> {
    if (metadata !== undefined) return { rows: recordBatchRows(metadata), metadata, body: body ?? new Uint8Array(0) };
    if (appMetadata === undefined) throw this.#lost('its executor sent a frame that holds nothing');
    const place = decodeSpilledPlace(appMetadata);
    try {
      return await this.#files.read(place);
    } catch (error) {
      throw new OutOfReach(place.path, error);
    }
  }

  async #skip(batches: number): Promise<void> {
    for (let skipped = 0; skipped < batches; skipped++) {
      const { done } = await this.#call!.next();
      if (done === true) throw this.#lost(`it has ${skipped} batches now, and had ${batches} before`);
    }
  }

  /** Returns when it is time for another try, and throws when there is no point in one. */
  async #beforeRetry(error: unknown): Promise<void> {
    const { signal } = this.#options;
    this.#call?.cancel();
    if (signal.aborted) throw signal.reason;
    if (error instanceof OutOfReach && this.#direct) {
      this.#direct = false;
      return;
    }
    const known = asArbalestError(error);
    if (known !== undefined) throw known;
    if (!isFlightError(error) || error.status !== 'UNAVAILABLE') throw this.#lost((error as Error).message, error);
    this.#failingSince ??= performance.now();
    if (performance.now() - this.#failingSince > GIVE_UP_AFTER_MS)
      throw this.#lost(`its executor is out of reach: ${error.message}`, error);
    await delay(this.#pause, undefined, { signal });
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
  }

  #lost(why: string, cause?: unknown): ArbalestError {
    const { executor, address } = this.#source;
    const where = `${executor || 'its executor'} at ${address || 'an unknown address'}`;
    return dataLostError('EXCHANGE_LOST', `Cannot read the output ${this.#id} from ${where}: ${why}`, { lost: [this.#id], cause });
  }
}

/** A spilled file that is on this host by name, but cannot be opened here: another container, another user. */
class OutOfReach extends Error {
  constructor(path: string, cause: unknown) {
    super(`Cannot read ${path}`, { cause });
  }
}

/** The error of the other side, where it sent one. */
function asArbalestError(error: unknown): ArbalestError | undefined {
  if (isArbalestError(error)) return error;
  if (!isFlightError(error)) return undefined;
  const [info] = error.metadata.get(ERROR_TRAILER);
  return info === undefined ? undefined : fromErrorInfo(arbalest.scheduler.v1.ErrorInfo.decode(Buffer.from(info)));
}
