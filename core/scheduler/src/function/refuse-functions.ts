import { type FunctionCatalog, type FunctionDefinition, userError } from '@arbalest/spi';
import { signatureText, typesText } from './function-signature.js';

type New = Pick<FunctionDefinition, 'name' | 'kind' | 'arguments'>;

/** The definition that one of the same name and argument types would replace. */
export function standing(functions: FunctionCatalog, { name, arguments: args }: Pick<FunctionDefinition, 'name' | 'arguments'>) {
  const types = typesText(args.map(({ type }) => type));
  return functions.named(name).find((other) => typesText(other.arguments.map(({ type }) => type)) === types);
}

/**
 * Whether the functions may be made beside those that there are.
 *
 * @throws user error `FUNCTION_EXISTS` when one is there and is not to be replaced; `FUNCTION_KIND` when the overloads of a name would differ in kind
 */
export function refuseFunctions(functions: FunctionCatalog, made: readonly New[], orReplace: boolean): void {
  const there = made.filter((definition) => standing(functions, definition));
  if (there.length > 0 && !orReplace) throw functionExists(there);
  for (const definition of made) {
    const others = functions.named(definition.name).filter((other) => other !== standing(functions, definition));
    const other = others.find(({ kind }) => kind !== definition.kind);
    if (other)
      throw userError(
        'FUNCTION_KIND',
        `${signatureText(other)} is a function of kind ${other.kind}, so ${signatureText(definition)} cannot be of kind ${definition.kind}: overloads are of one kind; choose another name`,
      );
  }
}

export function functionExists(there: readonly New[]) {
  const names = there.map(signatureText);
  return userError(
    'FUNCTION_EXISTS',
    names.length === 1
      ? `There is a function ${names[0]} already; CREATE OR REPLACE FUNCTION replaces it`
      : `There are functions ${names.join(', ')} already; CREATE OR REPLACE FUNCTIONS replaces them`,
  );
}
