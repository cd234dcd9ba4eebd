import type { FunctionServer, SharedFolders } from '../server/function-server.js';
import { SharedInput } from './shared-input.js';

/** How long a file that nobody uses is kept for the server's next calls. */
const KEPT_MS = 5000;
const MOST_KEPT = 2;

interface Kept {
  readonly input: SharedInput;
  readonly timer: NodeJS.Timeout;
}

/** Input files of servers between calls: a new one costs a page fault for every 4 KiB that is written to it. */
export class SharedInputs {
  readonly #kept = new Map<FunctionServer, Kept[]>();
  #closed = false;

  /** A file that is the caller's from now on. */
  take(server: FunctionServer, { input: folder }: SharedFolders, bytes: number): SharedInput {
    const kept = this.#kept.get(server) ?? [];
    const found = kept.findIndex(({ input }) => input.bytes === bytes);
    if (found < 0) return SharedInput.create(folder, bytes);
    const [{ input, timer }] = kept.splice(found, 1) as [Kept];
    clearTimeout(timer);
    return input;
  }

  /** Takes a file back. One that is in use in whatever way is closed; what refers to it goes on to. */
  give(server: FunctionServer, input: SharedInput): void {
    const kept = this.#kept.get(server) ?? this.#watch(server);
    if (this.#closed || !input.unused || server.gone.aborted || kept.length >= MOST_KEPT) return input.close();
    const timer = setTimeout(() => this.#drop(kept, input), KEPT_MS).unref();
    kept.push({ input, timer });
  }

  close(): void {
    this.#closed = true;
    for (const server of [...this.#kept.keys()]) this.#forget(server);
  }

  #watch(server: FunctionServer): Kept[] {
    const kept: Kept[] = [];
    if (this.#closed || server.gone.aborted) return kept;
    this.#kept.set(server, kept);
    server.gone.addEventListener('abort', () => this.#forget(server), { once: true });
    return kept;
  }

  #forget(server: FunctionServer): void {
    for (const { input } of [...(this.#kept.get(server) ?? [])]) this.#drop(this.#kept.get(server)!, input);
    this.#kept.delete(server);
  }

  #drop(kept: Kept[], input: SharedInput): void {
    const found = kept.findIndex((each) => each.input === input);
    if (found < 0) return;
    clearTimeout(kept[found]!.timer);
    kept.splice(found, 1);
    input.close();
  }
}
