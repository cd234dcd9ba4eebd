import { type Secrets, userError } from '@arbalest/spi';
import type { PostgresConfig } from '../config.js';
import { Database } from './database.js';

/** The databases of one process by catalog name. */
export class Databases {
  readonly #databases: ReadonlyMap<string, Database>;

  constructor({ catalogs }: PostgresConfig, secrets: Secrets, baseDirectory: string) {
    this.#databases = new Map(
      Object.entries(catalogs).map(([catalog, config]) => [catalog, new Database({ catalog, config, secrets, baseDirectory })]),
    );
  }

  /** @throws user error `POSTGRES_CATALOG` when the configuration of this process lacks it */
  named(catalog: string): Database {
    const database = this.#databases.get(catalog);
    if (database) return database;
    throw userError(
      'POSTGRES_CATALOG',
      `The configuration of this process has no plugin.postgres.catalogs.${catalog}; schedulers and executors need the same section`,
    );
  }

  async close(): Promise<void> {
    await Promise.all([...this.#databases.values()].map((database) => database.close()));
  }
}
