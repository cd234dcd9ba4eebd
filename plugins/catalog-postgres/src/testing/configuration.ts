import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { PostgresServer, TemporaryFolder } from '@arbalest/test-kit';
import type { DatabaseConfig } from '../config.js';

const PLUGIN = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Writes a configuration that names this plugin and the servers by catalog, with their passwords in files.
 *
 * @param more by catalog
 * @returns its path
 */
export async function configuration(
  folder: TemporaryFolder,
  servers: Readonly<Record<string, PostgresServer>>,
  more: Readonly<Record<string, Partial<DatabaseConfig>>> = {},
): Promise<string> {
  const catalogs = await Promise.all(
    Object.entries(servers).map(async ([name, { host, port, database, user, password }]) => {
      await writeFile(folder.file(`${name}.password`), `${password}\n`);
      return [name, { host, port, database, user, password: { file: `${name}.password` }, ...more[name] }] as const;
    }),
  );
  const file = folder.file('arbalest.config.json');
  const config = { plugins: [PLUGIN], plugin: { postgres: { catalogs: Object.fromEntries(catalogs) } }, log: { level: 'silent' } };
  await writeFile(file, JSON.stringify(config));
  return file;
}
