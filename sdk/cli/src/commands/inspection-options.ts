import type { ListFormat } from '../output/listing.js';

/** Of a command that asks a scheduler about itself. */
export interface InspectionOptions {
  /** URL of the scheduler. */
  readonly connect: string;
  readonly format: ListFormat;
}
