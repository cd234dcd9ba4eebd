import { type Executor, type FunctionSource, internalError, userError } from '@arbalest/spi';

const FUNCTION_SOURCES = {
  image: 'images; the plugin executor-container does',
  address: 'servers at an address; the plugin executor-container does',
  inline: 'JavaScript; the plugin executor-javascript does',
} as const;

/**
 * The engine that runs a fragment.
 *
 * @param id Empty for whichever runs fragments without calls.
 * @throws internal error `ENGINE_UNKNOWN`
 */
export function engineOf(engines: readonly Executor[], id: string): Executor {
  const engine = id === '' ? engines.find(({ capabilities }) => !capabilities.functionSources) : engines.find((each) => each.id === id);
  if (engine !== undefined) return engine;
  const there = engines.map((each) => each.id).join(', ') || 'none';
  throw internalError('ENGINE_UNKNOWN', `This executor has no engine "${id}"; it has ${there}`);
}

/**
 * The engine that calls functions of a kind of source.
 *
 * @param executor For the error.
 * @throws user error `NO_FUNCTION_ENGINE`
 */
export function functionEngineOf(engines: readonly Executor[], kind: FunctionSource['kind'], executor: string): Executor {
  const engine = engines.find(({ capabilities }) => capabilities.functionSources?.includes(kind));
  if (engine !== undefined) return engine;
  throw userError('NO_FUNCTION_ENGINE', `No engine of executor ${executor} calls functions of ${FUNCTION_SOURCES[kind]}`);
}
