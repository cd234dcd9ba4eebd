import type { DataType, DescribedFunction } from '@arbalest/spi';
import type { Dialect } from '../server/function-server.js';

/**
 * A function as a server describes it, with the types of its declaration where the dialect leaves them open: arrow-udf's servers do not say how many digits their decimals have, databend's
 * JSON are bytes that look like any others. All other differences stay, to be told.
 */
export function asDeclared<Found extends DescribedFunction>(found: Found, wanted: DescribedFunction, dialect: Dialect): Found {
  if (dialect === 'arbalest' || wanted.name !== found.name || wanted.arguments.length !== found.arguments.length) return found;
  const open = (type: DataType, declared: DataType): DataType => openType(type, declared, dialect === 'databend');
  const args = found.arguments.map((argument, i) => ({ name: argument.name, type: open(argument.type, wanted.arguments[i]!.type) }));
  return { ...found, arguments: args, returns: open(found.returns, wanted.returns) };
}

function openType(found: DataType, declared: DataType, databend: boolean): DataType {
  if (found.id === 'DECIMAL' && declared.id === 'DECIMAL') return databend ? found : declared;
  if (found.id === 'BLOB' && declared.id === 'JSON') return databend ? declared : found;
  if (found.id === 'LIST' && declared.id === 'LIST') return { id: 'LIST', child: openType(found.child, declared.child, databend) };
  if (found.id !== 'STRUCT' || declared.id !== 'STRUCT' || found.fields.length !== declared.fields.length) return found;
  const fields = found.fields.map(({ name, type }, i) => ({ name, type: openType(type, declared.fields[i]!.type, databend) }));
  return { id: 'STRUCT', fields };
}
