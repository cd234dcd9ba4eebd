import { type PlanNode, walk } from '@arbalest/plan';
import { type ArbalestError, type Executor, type FragmentRequest, type FunctionSource, internalError, userError } from '@arbalest/spi';

const FUNCTION_SOURCES = {
  image: 'images; the plugin executor-container does',
  address: 'servers at an address; the plugin executor-container does',
  inline: 'JavaScript; the plugin executor-javascript does',
} as const;

/**
 * The engine that runs a fragment, or the part of one that has no calls: the first that can and takes it. Where none does it is the last, which says what it does not know: the bundled
 * one, behind those loaded by configuration.
 *
 * @param id Of the engine that it has to be; empty for whichever.
 * @throws internal error `ENGINE_UNKNOWN`, `ENGINE_CANNOT_PARTITION`
 */
export function relationalEngineOf(engines: readonly Executor[], id: string, request: FragmentRequest): Executor {
  const candidates = engines.filter((each) => (id === '' ? !each.capabilities.functionSources : each.id === id));
  // One alone is not asked: what it says of the fragment is more than that it does not take it.
  const engine = candidates.length > 1 ? (candidates.find((each) => takes(each, request)) ?? candidates.at(-1)) : candidates[0];
  if (engine === undefined) throw engineUnknown(engines, id);
  if (request.partition === undefined || engine.capabilities.partitionedOutput) return engine;
  throw internalError(
    'ENGINE_CANNOT_PARTITION',
    `The engine "${engine.id}" cannot split its output by partition; the stage must end in another engine`,
  );
}

/** Whether an engine's capabilities allow a fragment, and the engine itself then says the same. */
function takes(engine: Executor, request: FragmentRequest): boolean {
  const { nodes, partitionedOutput, writtenOutput } = engine.capabilities;
  if (request.partition !== undefined && !partitionedOutput) return false;
  if (request.write !== undefined && writtenOutput !== true) return false;
  if ([...walk(request.plan as PlanNode)].some(({ kind }) => !nodes.includes(kind))) return false;
  return engine.accepts?.(request) ?? true;
}

function engineUnknown(engines: readonly Executor[], id: string): ArbalestError {
  const there = engines.map((each) => each.id).join(', ') || 'none';
  return internalError('ENGINE_UNKNOWN', `This executor has no engine "${id}"; it has ${there}`);
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
