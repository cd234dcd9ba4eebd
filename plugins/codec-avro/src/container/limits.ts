/** What a file may make its reader hold. More is taken for a lie of a damaged file. */

/** Of a block, as it is stored and as its rows are. */
export const MOST_BLOCK_BYTES = 2 ** 30;
export const MOST_HEADER_BYTES = 64 * 1024 * 1024;
/** Items of an array within one batch that take no bytes in the file, so that its size says nothing of their number. */
export const MOST_EMPTY_ITEMS = 2 ** 24;
/** Types of a schema, those of a record counted wherever the record is named. */
export const MOST_SCHEMA_TYPES = 100_000;
