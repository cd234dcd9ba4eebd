/** Bytes that one task works through in the time that a further stage costs: scheduling, starting, waiting for the slowest. */
export const STAGE_COST_BYTES = 2 * 1024 * 1024;

/** Sending a byte from stage to stage (export, split, encode, decode, import) over reading one that is there already. */
export const EXCHANGE_FACTOR = 2.5;
