import { type DataType, type DescribedFunction, type FunctionDefinition, type NamedType, typeToSql } from '@arbalest/spi';

/** What tells overloads apart, as a person writes it: `sentiment(VARCHAR, DOUBLE)`. */
export function signatureText({ name, arguments: args }: Pick<FunctionDefinition, 'name' | 'arguments'>): string {
  return `${name}(${typesText(args.map(({ type }) => type))})`;
}

export function typesText(types: readonly DataType[]): string {
  return types.map(typeToSql).join(', ');
}

/** Names and types: `review VARCHAR, threshold DOUBLE`. */
export function argumentsText(args: readonly NamedType[]): string {
  return args.map(({ name, type }) => (name === '' ? typeToSql(type) : `${name} ${typeToSql(type)}`)).join(', ');
}

/** What a call gives: `DOUBLE`, or of a table function `TABLE(part VARCHAR, position INTEGER)`. */
export function returnsText({ kind, returns }: Pick<DescribedFunction, 'kind' | 'returns'>): string {
  return kind === 'table' && returns.id === 'STRUCT' ? `TABLE(${argumentsText(returns.fields)})` : typeToSql(returns);
}

/** The whole of it: `aggregate mean(value DOUBLE) RETURNS DOUBLE`. */
export function declarationText(of: Pick<DescribedFunction, 'kind' | 'name' | 'arguments' | 'returns'>): string {
  const kind = of.kind === 'scalar' ? '' : `${of.kind} `;
  return `${kind}${of.name}(${argumentsText(of.arguments)}) RETURNS ${returnsText(of)}`;
}
