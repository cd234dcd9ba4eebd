import type { ListFormat } from '../output/listing.js';
import type { RemoteFlags } from '../remote-options.js';

/** Of a command that asks a scheduler about itself. */
export interface InspectionOptions extends RemoteFlags {
  /** URL of the scheduler. */
  readonly connect: string;
  readonly format: ListFormat;
}
