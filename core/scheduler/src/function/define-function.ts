import type { DescribedFunction, FunctionDefinition, FunctionSourceDescription } from '@arbalest/spi';
import type { FunctionOptions } from './function-options.js';

/** What a definition is made of besides its options. */
export interface FunctionIdentity extends Pick<FunctionDefinition, 'id' | 'name' | 'kind' | 'arguments' | 'returns' | 'language'> {
  readonly source: FunctionSourceDescription['source'];
  /** The function in its source. */
  readonly described: DescribedFunction;
}

/**
 * A function as it is kept. What WITH says counts first, then what the source says of itself, then the default that is always right: `volatile`, so that nothing is
 * called less or more often than once for each row, and `call`, so that the function sees its NULLs.
 */
export function defineFunction({ described, ...identity }: FunctionIdentity, options: FunctionOptions): FunctionDefinition {
  const volatility = options.volatility ?? described.volatility ?? 'volatile';
  return {
    ...identity,
    handler: described.name,
    volatility,
    nulls: options.nulls ?? described.nulls ?? 'call',
    repeatable: options.repeatable ?? described.repeatable ?? volatility !== 'volatile',
    onError: options.onError,
    ...(options.errorTable ? { errorTable: options.errorTable } : {}),
    timeoutMs: options.timeoutMs,
    options: options.options,
    requests: options.requests,
    ...(described.doc ? { doc: described.doc } : {}),
  };
}
