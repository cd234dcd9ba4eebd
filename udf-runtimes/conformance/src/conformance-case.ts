import type { FlightClient } from '@arbalest/flight';
import type { Field } from 'apache-arrow';
import type { Description, DescribedFunction } from './description.js';
import { fail, SkipCase } from './expect.js';
import type { Target } from './target.js';
import { CallStream } from './wire/call-stream.js';
import type { Operation, StreamCommand } from './wire/command.js';
import { SharedFiles, type SharedFolders } from './wire/shared-files.js';

export interface ConformanceCase {
  readonly group: string;
  readonly name: string;
  readonly run: (session: Session) => Promise<void>;
}

export type NewCase = (name: string, run: (session: Session) => Promise<void>) => ConformanceCase;

export const inGroup =
  (group: string): NewCase =>
  (name, run) => ({ group, name, run });

/** What one case works with. Everything that it opens is closed when it ends. */
export class Session implements AsyncDisposable {
  readonly #closing: (() => void | PromiseLike<void>)[] = [];

  constructor(
    readonly client: FlightClient,
    readonly description: Description,
    readonly target: Target,
    /** Aborts when the case has taken too long. */
    readonly signal: AbortSignal,
  ) {}

  function(name: string): DescribedFunction {
    return this.description.functions.get(name) ?? fail(`The server does not describe ${name}`);
  }

  stream(command: StreamCommand, input: readonly Field[], files?: SharedFiles): CallStream {
    const stream = new CallStream(this.client, command, input, this.signal, files);
    this.#closing.unshift(() => stream[Symbol.asyncDispose]());
    return stream;
  }

  /** A stream of one call of one function with all its arguments in order. */
  call(name: string, operation: Operation, input: readonly Field[], more: Partial<StreamCommand> = {}, files?: SharedFiles): CallStream {
    const call = { function: name, operation, arguments: input.map((_, i) => i) };
    return this.stream({ calls: [call], ...more }, input, files);
  }

  /** Skips the case where the target has none. */
  folders(): SharedFolders {
    const { inputDirectory: input, outputDirectory: output } = this.target;
    if (input === undefined || output === undefined) throw new SkipCase('no shared folders were given (--input-dir, --output-dir)');
    return { input, output };
  }

  /** The two files of one stream, where the target has folders for them. */
  files(inputBytes = 1 << 20, outputBytes = 1 << 20): SharedFiles {
    const folders = this.folders();
    const transports = this.description.raw['transports'] as readonly string[] | undefined;
    if (transports?.includes('shared-memory') !== true)
      fail('The description does not offer the transport "shared-memory", but the server was given folders');
    const files = new SharedFiles(folders, inputBytes, outputBytes);
    this.#closing.push(() => files[Symbol.dispose]());
    return files;
  }

  /** Streams first, then the files that they use. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const close of this.#closing) await close();
  }
}
