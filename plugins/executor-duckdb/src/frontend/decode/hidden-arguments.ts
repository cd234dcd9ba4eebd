import type { ConstantExpression } from '@arbalest/plan';
import type { JsonObject } from '../lossless-json.js';
import { decodeConstant } from './constants.js';
import { expectKeys, flagAt, keys, listAt, objectAt, objectsAt, stringAt } from './json-reader.js';
import { NotModelled } from './not-modelled.js';

const SEPARATOR = keys('separator');
const QUANTILES = keys('quantiles', 'order', 'desc');

/** Constant arguments that the binder moved into the function's data, in the order in which SQL takes them. */
export function hiddenArguments(json: JsonObject): readonly ConstantExpression[] {
  if (json['function_data'] === undefined) return [];
  const data = objectAt(json, 'function_data');
  const name = stringAt(json, 'name');
  if (data['separator'] !== undefined) {
    expectKeys(data, name, SEPARATOR);
    return [{ kind: 'constant', type: { id: 'VARCHAR' }, value: stringAt(data, 'separator') }];
  }
  if (name === 'median') return [];
  if (data['quantiles'] !== undefined) return [quantiles(json, data, name)];
  if (Object.keys(data).length === 0) return [];
  throw new NotModelled(`aggregate ${name} with data of its own`);
}

function quantiles(json: JsonObject, data: JsonObject, name: string): ConstantExpression {
  expectKeys(data, name, QUANTILES);
  if (flagAt(data, 'desc')) throw new NotModelled(`${name} in descending order`);
  const values = listAt(data, 'quantiles').map(quantile);
  const asList = stringAt(objectsAt(json, 'original_arguments')[1] ?? {}, 'id') === 'LIST';
  if (asList && values[0])
    return { kind: 'constant', type: { id: 'LIST', child: values[0].type }, value: values.map((value) => value.value) };
  if (asList || values.length !== 1) throw new NotModelled(`${name} without its fraction`);
  return values[0]!;
}

/** Exact quantiles come as typed values, approximate ones as bare numbers. */
function quantile(value: unknown): ConstantExpression {
  if (typeof value === 'number') return { kind: 'constant', type: { id: 'FLOAT' }, value: String(value) };
  return decodeConstant(value as JsonObject);
}
