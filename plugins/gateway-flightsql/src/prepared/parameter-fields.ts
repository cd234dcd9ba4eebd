import type { Field, StatementDescription } from '@arbalest/spi';

/** The parameters of a statement as columns. One whose type the statement leaves open is announced as text, which the statement casts as it needs. */
export function parameterFields(parameters: StatementDescription['parameters']): readonly Pick<Field, 'name' | 'type'>[] {
  return parameters.map(({ name, type }) => ({ name, type: type ?? { id: 'VARCHAR' } }));
}
