import { join } from 'node:path';
import {
  CODEC_REGISTRY,
  definePlugin,
  ENGINE_QUERY,
  EXECUTORS,
  FILE_ROOTS,
  FRONTENDS,
  PROCESS,
  SECRETS,
  type Executor,
  type ProcessInfo,
  type Services,
} from '@arbalest/spi';
import { DuckDbExecutor } from './engine/duckdb-executor.js';
import { engineAccess } from './engine/engine-lock.js';
import { DuckDbEngineQuery } from './engine-query/duckdb-engine-query.js';
import { configuredExtensions, configuredPath, Extensions, type S3Options } from './extensions.js';
import { DuckDbFrontend } from './frontend/duckdb-frontend.js';

/** The section of the configuration; package.json has its schema and defaults. */
export interface DuckDbConfig {
  readonly threads?: number;
  readonly memoryBytes?: number;
  readonly maxSpillBytes?: number;
  readonly extensionDirectory?: string;
  readonly extensions: readonly string[];
  readonly s3?: S3Options;
}

/** The engine, the front end, and the engine lent to codecs. Nothing native is loaded until one of them is used. */
export default definePlugin<DuckDbConfig>({
  register(context) {
    const { config } = context;
    context.contribute(
      EXECUTORS,
      (services) => makeEngine(config, services),
      (engine) => engine.close(),
    );
    context.contribute(
      FRONTENDS,
      (services) => new DuckDbFrontend({ confined: services.get(FILE_ROOTS).readable !== undefined }),
      (frontend) => frontend.close(),
    );
    const engineOf = (services: Services) => services.all(EXECUTORS).find(({ id }) => id === 'duckdb')!;
    context.contribute(
      ENGINE_QUERY,
      (services) => makeEngineQuery(config, services, () => engineOf(services)),
      (query) => (query as DuckDbEngineQuery).close(),
    );
  },
});

function makeEngine(config: DuckDbConfig, services: Services): DuckDbExecutor {
  const process = services.get(PROCESS);
  return new DuckDbExecutor({
    codecs: () => services.get(CODEC_REGISTRY),
    threads: config.threads ?? process.threads,
    memoryBytes: config.memoryBytes ?? process.memoryBytes,
    spillDirectory: spillDirectory(process),
    ...(config.maxSpillBytes === undefined ? {} : { maxSpillBytes: config.maxSpillBytes }),
    extensions: configuredExtensions(config.extensions, process.baseDirectory),
    extensionOptions: extensionOptions(config, services),
    roots: services.get(FILE_ROOTS),
  });
}

function makeEngineQuery(config: DuckDbConfig, services: Services, executor: () => Executor): DuckDbEngineQuery {
  const process = services.get(PROCESS);
  const extensions = new Extensions(extensionOptions(config, services));
  return new DuckDbEngineQuery({
    threads: 1,
    access: engineAccess(services.get(FILE_ROOTS)),
    executor,
    memoryBytes: config.memoryBytes ?? process.memoryBytes,
    spillDirectory: spillDirectory(process),
    loadStatement: (extension) => extensions.loadStatement(extension),
    loadError: (extension, thrown) => extensions.loadError(extension, thrown),
  });
}

function extensionOptions(config: DuckDbConfig, services: Services) {
  const { baseDirectory } = services.get(PROCESS);
  const directory = configuredPath(config.extensionDirectory, baseDirectory);
  const listed = configuredExtensions(config.extensions, baseDirectory);
  return {
    listed,
    secrets: services.get(SECRETS),
    ...(directory === undefined ? {} : { directory }),
    ...(config.s3 === undefined ? {} : { s3: config.s3 }),
  };
}

function spillDirectory({ scratchDirectory }: ProcessInfo): string {
  return join(scratchDirectory, 'duckdb');
}
