import type { FunctionServer } from '../server/function-server.js';
import type { BatchSizer } from './batch-sizer.js';
import { BodyPool } from './body-pool.js';
import { SharedInputs } from './shared-inputs.js';

/** What calls that come one after the other leave to each other: an engine's. */
export class CallMemory {
  readonly bodies = new BodyPool();
  readonly inputs = new SharedInputs();
  readonly #sizers = new WeakMap<FunctionServer, Map<string, BatchSizer>>();

  /** The sizer for calls of one kind to a server. */
  sizer(server: FunctionServer, kind: string, make: () => BatchSizer): BatchSizer {
    const known = this.#sizers.get(server) ?? new Map<string, BatchSizer>();
    this.#sizers.set(server, known);
    const sizer = known.get(kind) ?? make();
    known.set(kind, sizer);
    sizer.begin();
    return sizer;
  }

  close(): void {
    this.bodies.clear();
    this.inputs.close();
  }
}
