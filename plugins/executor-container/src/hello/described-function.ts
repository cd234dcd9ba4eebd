import type { DataType, NamedType } from '@arbalest/spi';
import { ArrowFault } from '../arrow/arrow-fault.js';
import { fromWireField } from '../arrow/sql-type.js';
import type { WireField } from '../arrow/wire-field.js';
import type { ServerFunction } from '../server/function-server.js';

/** More arguments, or columns of a table, than anybody writes. */
const MAX_COLUMNS = 1000;

/**
 * Arguments and result of a function from the fields that its server declares, arguments first.
 *
 * @throws ArrowFault naming the function, for types that do not cross and for a number of fields that does not fit its kind
 */
export function signatureOf(
  name: string,
  kind: ServerFunction['kind'],
  fields: readonly WireField[],
  argumentCount: number,
): Pick<ServerFunction, 'arguments' | 'returns'> {
  try {
    const results = fields.slice(argumentCount);
    if (argumentCount > fields.length || fields.length > MAX_COLUMNS)
      throw new ArrowFault(`it has ${argumentCount} arguments among ${fields.length} fields`);
    if (kind !== 'table' && results.length !== 1)
      throw new ArrowFault(`it returns ${results.length} columns, and a ${kind} function returns one`);
    if (results.length === 0) throw new ArrowFault('it returns no columns');
    return {
      arguments: fields.slice(0, argumentCount).map(namedType),
      returns: kind === 'table' ? tableType(results) : fromWireField(results[0]!),
    };
  } catch (error) {
    if (error instanceof ArrowFault) throw new ArrowFault(`Function "${name}": ${error.message}`, { cause: error });
    throw error;
  }
}

function namedType(field: WireField): NamedType {
  return { name: field.name, type: fromWireField(field) };
}

function tableType(results: readonly WireField[]): DataType {
  return { id: 'STRUCT', fields: results.map(namedType) };
}
