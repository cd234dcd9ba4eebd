import { BodyPool } from './body-pool.js';
import { SharedInputs } from './shared-inputs.js';

/** Memory that calls use one after the other: an engine's. */
export class CallMemory {
  readonly bodies = new BodyPool();
  readonly inputs = new SharedInputs();

  close(): void {
    this.bodies.clear();
    this.inputs.close();
  }
}
