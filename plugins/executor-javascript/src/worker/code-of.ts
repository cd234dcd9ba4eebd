import { type FunctionDefinition, internalError } from '@arbalest/spi';

/** The code of a definition that this engine was given. */
export function codeOf({ source, name }: Pick<FunctionDefinition, 'source' | 'name'>): string {
  if (source.kind === 'inline') return source.code;
  throw internalError('ENGINE_SOURCE', `Function ${name} has a source of kind ${source.kind}, which the JavaScript engine does not call`);
}
