import type { FileRoots } from '@arbalest/spi';
import { quoteText } from '../lowering/names.js';
import { SESSION_SETTINGS } from './session-settings.js';
import { PROFILE_SETTINGS } from './profile.js';

/** What one DuckDB may open by itself. */
export interface EngineAccess {
  /** Folders, and beginnings of URLs; undefined: whatever the process may open. */
  readonly places: readonly string[] | undefined;
}

export const OPEN: EngineAccess = { places: undefined };

/** Roots for what statements name, and the folders of managed tables. */
export function engineAccess({ readable, writable = [], managed }: FileRoots): EngineAccess {
  return { places: readable && [...new Set([...readable, ...writable, ...managed])] };
}

/** Extensions without which some of the places could not be opened. Once an engine is locked, none can be loaded. */
export function extensionsOfPlaces({ places = [] }: EngineAccess): readonly string[] {
  return places.some((place) => /^[a-z][a-z0-9+.-]*:\/\//i.test(place)) ? ['httpfs'] : [];
}

/** Settings of a database that is to be locked, from when it is opened: secrets are kept in memory alone, and no extension comes by itself. */
export function openingSettings({ places }: EngineAccess): Readonly<Record<string, string>> {
  if (places === undefined) return {};
  return { allow_persistent_secrets: 'false', autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' };
}

/**
 * Statements after which no SQL changes how this DuckDB is configured, or opens a file outside of the places; run once, after extensions have been loaded.
 * DuckDB follows symbolic links and `..` before it compares, and takes back neither setting. What a fragment sets for its session stays open.
 */
export function lockStatements({ places }: EngineAccess): readonly string[] {
  const settings = [...SESSION_SETTINGS, ...PROFILE_SETTINGS].map(quoteText);
  return [
    ...(places === undefined ? [] : confinement(places)),
    `SET allowed_configs = [${settings.join(', ')}]`,
    'SET lock_configuration = true',
  ];
}

function confinement(places: readonly string[]): readonly string[] {
  return [
    // Once files are closed off, DuckDB can no longer begin to keep secrets.
    'FROM duckdb_secrets()',
    `SET allowed_directories = [${places.map(quoteText).join(', ')}]`,
    'SET enable_external_access = false',
  ];
}
