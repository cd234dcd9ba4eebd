import { type FlightClient, type FlightInfo, isFlightError } from '@arbalest/flight';
import { ArrowFault } from '../arrow/arrow-fault.js';
import { readSchema } from '../arrow/read-schema.js';
import type { WireField } from '../arrow/wire-field.js';
import type { ServerDescription, ServerFunction } from '../server/function-server.js';
import { DEFAULT_LIMITS } from './describe-arbalest.js';
import { signatureOf } from './described-function.js';

const MAX_FUNCTIONS = 10_000;
/** Metadata of a databend server's schema: how many of its fields are arguments. */
const INPUT_COUNT = 'x-databend-udf-input-count';

export interface FlightsRequest {
  /** Of servers that list nothing: the functions to ask for. */
  readonly declared: readonly ServerFunction[];
  readonly signal: AbortSignal;
}

/** Dialect A (PROTOCOL.md §8): every function that the server lists. */
export async function describeArrowUdf(client: FlightClient, { declared, signal }: FlightsRequest): Promise<ServerDescription> {
  const functions: ServerFunction[] = [];
  for await (const info of client.listFlights(new Uint8Array(0), { signal })) {
    if (functions.length >= MAX_FUNCTIONS) throw new ArrowFault(`It lists more than ${MAX_FUNCTIONS} functions`);
    functions.push(withDeclared(arrowUdfFunction(flightName(info), info), declared));
  }
  return { dialect: 'arrow-udf', runtime: 'arrow-udf', sharedMemory: false, limits: DEFAULT_LIMITS, functions };
}

/** Dialect C (PROTOCOL.md §9): the functions that were declared, asked for by name. */
export async function describeDatabend(client: FlightClient, { declared, signal }: FlightsRequest): Promise<ServerDescription> {
  const functions: ServerFunction[] = [];
  for (const each of declared) {
    const info = await flightInfo(client, each.name, signal);
    if (info !== undefined) functions.push(withDeclared(databendFunction(each, info), declared));
  }
  return { dialect: 'databend', runtime: 'databend-udf', sharedMemory: false, limits: DEFAULT_LIMITS, functions };
}

async function flightInfo(client: FlightClient, name: string, signal: AbortSignal): Promise<FlightInfo | undefined> {
  try {
    return await client.getFlightInfo({ type: 'path', path: [name] }, { signal });
  } catch (error) {
    if (isFlightError(error) && error.status === 'NOT_FOUND') return undefined;
    throw error;
  }
}

function flightName({ descriptor }: FlightInfo): string {
  const name = descriptor?.type === 'path' ? descriptor.path[0] : undefined;
  if (name === undefined || name === '' || name.length > 512) throw new ArrowFault('It lists a flight that is not the name of a function');
  return name;
}

function arrowUdfFunction(name: string, info: FlightInfo): ServerFunction {
  const { fields } = schemaOf(name, info);
  const count = Math.max(0, info.totalRecords ?? 0);
  const [first, ...rest] = fields.slice(count);
  const table = first?.name === 'row' && first.format === 'i' && rest.length > 0;
  const results = table ? tableColumns(rest) : first === undefined ? [] : [first];
  const kind = table ? 'table' : 'scalar';
  return { name, kind, ...signatureOf(name, kind, [...fields.slice(0, count), ...results], count), parallelism: 1 };
}

/** A table of several columns is one struct; further columns than the first are the errors of rows. */
function tableColumns(values: readonly WireField[]): readonly WireField[] {
  const only = values[0]!;
  return only.format === '+s' ? only.children : [only];
}

function databendFunction(declared: ServerFunction, info: FlightInfo): ServerFunction {
  const { name, kind } = declared;
  const schema = schemaOf(name, info);
  const count = Number(schema.metadata[INPUT_COUNT] ?? declared.arguments.length);
  if (!Number.isSafeInteger(count) || count < 0) throw new ArrowFault(`The number of arguments of function "${name}" is not a number`);
  return { name, kind, ...signatureOf(name, kind, schema.fields, count), parallelism: 1 };
}

function schemaOf(name: string, { schema }: FlightInfo) {
  if (schema === undefined) throw new ArrowFault(`There is no schema with function "${name}"`);
  return readSchema(schema);
}

/** Where such a server leaves types open (the digits of a decimal; text for JSON), what was declared stands. */
function withDeclared(found: ServerFunction, declared: readonly ServerFunction[]): ServerFunction {
  const wanted = declared.find(({ name }) => name === found.name);
  if (wanted === undefined || wanted.arguments.length !== found.arguments.length) return found;
  const args = found.arguments.map((argument, i) => ({ name: argument.name, type: openType(argument.type, wanted.arguments[i]!.type) }));
  return { ...found, arguments: args, returns: openType(found.returns, wanted.returns) };
}

type Type = ServerFunction['returns'];

function openType(found: Type, declared: Type): Type {
  if (found.id === 'DECIMAL' && declared.id === 'DECIMAL') return declared;
  if (found.id === 'BLOB' && declared.id === 'JSON') return declared;
  if (found.id === 'LIST' && declared.id === 'LIST') return { id: 'LIST', child: openType(found.child, declared.child) };
  if (found.id !== 'STRUCT' || declared.id !== 'STRUCT' || found.fields.length !== declared.fields.length) return found;
  const fields = found.fields.map(({ name, type }, i) => ({ name, type: openType(type, declared.fields[i]!.type) }));
  return { id: 'STRUCT', fields };
}
