import type { StateEntry, StateWrite } from '@arbalest/spi';
import { jsonFunctions } from './json-functions.js';
import { jsonViews } from './json-views.js';

/** How the records of one kind change with a version of the layout. */
export interface Migration {
  /** The version that it makes of the one before. */
  readonly to: number;
  /** Of the keys that it looks at. */
  readonly prefix: string;
  /** What is to be written in place of one record; nothing when it is as it should be. May be asked again about what it has written. */
  migrate(entry: StateEntry): StateWrite | undefined;
}

export const MIGRATIONS: readonly Migration[] = [jsonViews, jsonFunctions];
