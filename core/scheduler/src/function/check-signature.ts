import { type DataType, type DescribedFunction, type FunctionSourceDescription, sameType, userError } from '@arbalest/spi';
import { nearestNames } from '../session/nearest-names.js';
import { sourceText } from './describe-source.js';
import { declarationText } from './function-signature.js';

/** What CREATE FUNCTION says of a function, and by which name its source is to know it. */
export interface DeclaredFunction extends Pick<DescribedFunction, 'kind' | 'name' | 'arguments' | 'returns'> {
  /** As HANDLER names it: compared exactly. Absent = the function's own name, in whatever case. */
  readonly handler?: string;
}

/**
 * The function of the source that is meant. Names of arguments and of a table function's columns are the declaration's to choose; all types must be the same.
 *
 * @throws user error `FUNCTION_HANDLER` with what there is; `FUNCTION_SIGNATURE` with both sides
 */
export function checkedFunction(declared: DeclaredFunction, description: FunctionSourceDescription): DescribedFunction {
  const candidates = meant(declared, description);
  const fitting = candidates.find((candidate) => fits(declared, candidate));
  if (fitting) return fitting;
  const [other] = candidates;
  if (!other) throw noHandler(declared, description);
  throw userError(
    'FUNCTION_SIGNATURE',
    `Function ${declared.name} is not what ${sourceText(description.source)} has:\n  declared: ${declarationText(declared)}\n  there:    ${declarationText(other)}`,
  );
}

function meant({ name, handler }: DeclaredFunction, { functions }: FunctionSourceDescription): readonly DescribedFunction[] {
  if (handler !== undefined) return functions.filter((candidate) => candidate.name === handler);
  const exact = functions.filter((candidate) => candidate.name === name);
  return exact.length > 0 ? exact : functions.filter((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
}

function fits(declared: DeclaredFunction, { kind, arguments: args, returns }: DescribedFunction): boolean {
  const sameArguments =
    declared.arguments.length === args.length && declared.arguments.every(({ type }, i) => sameType(type, args[i]!.type));
  return declared.kind === kind && sameArguments && sameResult(kind, declared.returns, returns);
}

function sameResult(kind: DescribedFunction['kind'], a: DataType, b: DataType): boolean {
  if (kind !== 'table' || a.id !== 'STRUCT' || b.id !== 'STRUCT') return sameType(a, b);
  return a.fields.length === b.fields.length && a.fields.every(({ type }, i) => sameType(type, b.fields[i]!.type));
}

function noHandler({ name, handler = name }: DeclaredFunction, { source, functions }: FunctionSourceDescription) {
  const names = functions.map((candidate) => candidate.name);
  const candidates = nearestNames(handler, names);
  const hint =
    candidates.length > 0
      ? `did you mean ${candidates.join(' or ')}?`
      : `there is ${names.length > 0 ? names.toSorted().join(', ') : 'none at all'}`;
  const text = sourceText(source);
  return userError('FUNCTION_HANDLER', `${text[0]!.toUpperCase()}${text.slice(1)} has no function '${handler}'; ${hint}`, { candidates });
}
