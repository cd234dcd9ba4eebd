import type { FunctionSource } from '@arbalest/spi';
import { argumentsText, returnsText } from '../function/function-signature.js';
import type { Action } from './action.js';
import { type LocalValue, textColumn } from './local-table.js';
import type { StatementContext } from './statement-context.js';

const COLUMNS = ['name', 'kind', 'arguments', 'returns', 'language', 'source', 'digest', 'volatility', 'doc'];

/** SHOW FUNCTIONS: those that users have made, by name. */
export async function showFunctions({ functions }: StatementContext): Promise<Action> {
  const rows = (await functions.snapshot()).list().map((definition): readonly LocalValue[] => {
    const { name, kind, language, source, volatility, doc = null } = definition;
    return [
      name,
      kind,
      argumentsText(definition.arguments),
      returnsText(definition),
      language,
      placeOf(source),
      digestOf(source),
      volatility,
      doc,
    ];
  });
  return { kind: 'answer', table: { fields: COLUMNS.map(textColumn), rows } };
}

/** An image's name or a server's address; the text of inline code is for DESCRIBE FUNCTION. */
export function placeOf(source: FunctionSource): string | null {
  return source.kind === 'image' ? source.image : source.kind === 'address' ? source.address : null;
}

export function digestOf(source: FunctionSource): string | null {
  return source.kind === 'image' ? (source.digest ?? null) : null;
}
