import type { ArrowStream } from './arrow.js';
import type { Field } from './data-type.js';
import { userError } from './errors.js';
import { ENGINE_QUERY, type Services } from './plugin.js';
import type { JsonValue, WriteTarget, WrittenFile } from './table.js';

/**
 * An engine lent to plugins that know files but not how to parse them: codecs describe, read and write through it where the engine knows their
 * format, catalogs list remote folders. Contributed by engine plugins; optional, so ask for it with `services.all(ENGINE_QUERY)` and only when it
 * is needed, never in `register` or `init`. Called concurrently. The engine is opened when it is first used, and uses few threads.
 *
 * Every member throws a user error `ENGINE_QUERY` whose message is the engine's own; who asked turns it into one that names the file.
 */
export interface EngineQuery {
  /** As codecs know it: the `engine` of `Codec.nativeScan`. */
  readonly engine: string;

  /** Runs a small query. Values as JSON: integers beyond 2^53 and everything that JSON has no type for are text. */
  rows(request: EngineQueryRequest): Promise<readonly Readonly<Record<string, JsonValue>>[]>;

  /** The columns of a query that is not run. A type that cannot travel is given as VARCHAR. */
  describe(request: EngineQueryRequest): Promise<readonly Field[]>;

  /** Runs a query and yields its result, no dictionaries in it. Stops when the signal aborts or the consumer returns early. */
  stream(request: EngineStreamRequest): Promise<ArrowStream>;

  /** Writes a stream to one file in the format of `target.codec`, which must be one whose `nativeWrite` knows this engine. */
  write(request: EngineWriteRequest): Promise<WrittenFile>;
}

export interface EngineQueryRequest {
  /** For `duckdb`: one SELECT statement. */
  readonly text: string;
  /** Extensions the engine must have loaded, e.g. `httpfs`. */
  readonly needs?: readonly string[];
  readonly signal: AbortSignal;
}

export interface EngineStreamRequest extends EngineQueryRequest {
  /** Batches have about this many rows. */
  readonly batchRows: number;
}

export interface EngineWriteRequest {
  /** Absolute path of the file to make; it does not exist, its folder does. */
  readonly path: string;
  readonly target: WriteTarget;
  readonly stream: ArrowStream;
  readonly signal: AbortSignal;
}

/**
 * The loaded engine of that name.
 *
 * @throws user error `ENGINE_MISSING` when there is none in this process.
 */
export function engineNamed(services: Services, engine: string): EngineQuery {
  const found = services.all(ENGINE_QUERY).find((candidate) => candidate.engine === engine);
  if (found === undefined)
    throw userError(
      'ENGINE_MISSING',
      `No plugin in this process lends the engine ${engine}, which is needed here; load executor-${engine}`,
    );
  return found;
}
