import type { FunctionDefinition, Statement } from '@arbalest/spi';
import { argumentsText, returnsText, signatureText } from '../function/function-signature.js';
import { tableNameText } from '../session/table-name.js';
import type { Action } from './action.js';
import { functionNotFound } from './function-not-found.js';
import { textColumn } from './local-table.js';
import { digestOf, placeOf } from './show-functions.js';
import type { StatementContext } from './statement-context.js';

/** DESCRIBE FUNCTION: a row for each property of each overload; properties that it does not have are left out. */
export async function describeFunction(
  { name }: Statement & { kind: 'describe-function' },
  { functions }: StatementContext,
): Promise<Action> {
  const snapshot = await functions.snapshot();
  const overloads = snapshot.named(name);
  if (overloads.length === 0) throw functionNotFound(name, snapshot);
  const rows = overloads.flatMap((overload) => properties(overload).map(([property, value]) => [signatureText(overload), property, value]));
  return { kind: 'answer', table: { fields: ['function', 'property', 'value'].map(textColumn), rows } };
}

function properties(definition: FunctionDefinition): readonly (readonly [string, string])[] {
  const { kind, language, source, handler, volatility, nulls, repeatable, timeoutMs, doc, id } = definition;
  const all: readonly (readonly [string, string | number | boolean | null | undefined])[] = [
    ['kind', kind],
    ['arguments', argumentsText(definition.arguments)],
    ['returns', returnsText(definition)],
    ['language', language],
    [source.kind === 'inline' ? 'code' : source.kind, source.kind === 'inline' ? source.code : placeOf(source)],
    ['digest', digestOf(source)],
    ['handler', handler],
    ['volatility', volatility],
    ['nulls', nulls],
    ['repeatable', repeatable],
    ['on_error', definition.onError === 'collect' ? 'table' : definition.onError],
    ['error_table', definition.errorTable && tableNameText(definition.errorTable)],
    ['timeout', timeoutMs > 0 ? `${timeoutMs}ms` : undefined],
    ...requests(definition),
    ...Object.entries(definition.options).map(([name, value]) => [`options.${name}`, value] as const),
    ['doc', doc],
    ['id', id],
  ];
  return all.flatMap(([property, value]) => (value === undefined || value === null ? [] : [[property, String(value)] as const]));
}

/** Values of variables may be nobody's business; their names say enough. */
function requests({ requests: { memoryBytes, cpus, network, environment, secrets, gpus, runtime, port } }: FunctionDefinition) {
  return [
    ['memory', memoryBytes === undefined ? undefined : `${memoryBytes}B`],
    ['cpus', cpus],
    ['network', network],
    ['env', environment && Object.keys(environment).join(', ')],
    ['secrets', secrets?.join(', ')],
    ['gpus', gpus],
    ['runtime', runtime],
    ['port', port],
  ] as const;
}
