export type Operation = 'scalar' | 'table' | 'complete' | 'update' | 'merge' | 'finish';

export interface CallCommand {
  readonly function: string;
  readonly operation: Operation;
  readonly arguments: readonly number[];
  readonly options?: Readonly<Record<string, string>>;
}

/** The JSON that opens a stream: PROTOCOL.md §3. */
export interface StreamCommand {
  readonly protocol?: number;
  readonly calls: readonly CallCommand[];
  readonly query?: string;
  readonly user?: string;
  readonly errors?: 'fail' | 'rows';
  readonly timeoutMs?: number;
  readonly sharedMemory?: { readonly input: string; readonly inputBytes: number; readonly output: string; readonly outputBytes: number };
}

export function encodeCommand(command: StreamCommand): Uint8Array {
  return Buffer.from(JSON.stringify({ protocol: 1, ...command }));
}

/** What stands in a frame of kind 3: PROTOCOL.md §4. */
export interface ErrorBody {
  readonly class?: unknown;
  readonly function?: unknown;
  readonly row?: unknown;
  readonly message?: unknown;
  readonly traceback?: unknown;
}
