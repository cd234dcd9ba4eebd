import { type FlightClient, type FlightInfo, type FlightStatus, isFlightError } from '@arbalest/flight';
import { ArrowFault } from '../arrow/arrow-fault.js';
import { readSchema } from '../arrow/read-schema.js';
import { EXTENSION_NAME, type WireField } from '../arrow/wire-field.js';
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
export async function describeArrowUdf(client: FlightClient, { signal }: FlightsRequest): Promise<ServerDescription> {
  const functions: ServerFunction[] = [];
  for await (const info of client.listFlights(new Uint8Array(0), { signal })) {
    if (functions.length >= MAX_FUNCTIONS) throw new ArrowFault(`It lists more than ${MAX_FUNCTIONS} functions`);
    functions.push(arrowUdfFunction(flightName(info), info));
  }
  return { dialect: 'arrow-udf', runtime: 'arrow-udf', sharedMemory: false, limits: DEFAULT_LIMITS, functions };
}

const RUNTIMES = { databend: 'databend-udf', 'arrow-udf-1': 'arrow-udf 1' } as const;

/** Dialect C (PROTOCOL.md §9) and version 1 of dialect A (§8): the functions that were declared, asked for by name. */
export async function describeDeclared(client: FlightClient, { declared, signal }: FlightsRequest): Promise<ServerDescription> {
  const functions: ServerFunction[] = [];
  let dialect: keyof typeof RUNTIMES = 'databend';
  for (const each of declared) {
    const info = await flightInfo(client, each.name, signal);
    if (info === undefined) continue;
    dialect = isArrowUdf(each.name, info) ? 'arrow-udf-1' : 'databend';
    functions.push(dialect === 'databend' ? databendFunction(each, info) : arrowUdfFunction(each.name, info, inVersion2));
  }
  return { dialect, runtime: RUNTIMES[dialect], sharedMemory: false, limits: DEFAULT_LIMITS, functions };
}

/** Both count: arrow-udf's servers the arguments, databend's the results as well, and newer ones say more. */
function isArrowUdf(name: string, info: FlightInfo): boolean {
  const { fields, metadata } = schemaOf(name, info);
  return metadata[INPUT_COUNT] === undefined && (info.totalRecords ?? 0) < fields.length;
}

/** The wide forms stood for JSON and decimals before extensions did. */
function inVersion2(field: WireField): WireField {
  const extension = { U: 'arrowudf.json', Z: 'arrowudf.decimal' }[field.format];
  if (extension === undefined) return { ...field, children: field.children.map(inVersion2) };
  return { ...field, format: 'u', metadata: { ...field.metadata, [EXTENSION_NAME]: extension } };
}

/** What servers answer about a function that they do not have, each in the way of its Flight library. */
const UNKNOWN_FUNCTION: readonly FlightStatus[] = ['NOT_FOUND', 'INVALID_ARGUMENT', 'UNKNOWN', 'INTERNAL'];

async function flightInfo(client: FlightClient, name: string, signal: AbortSignal): Promise<FlightInfo | undefined> {
  try {
    return await client.getFlightInfo({ type: 'path', path: [name] }, { signal });
  } catch (error) {
    if (isFlightError(error) && UNKNOWN_FUNCTION.includes(error.status)) return undefined;
    throw error;
  }
}

function flightName({ descriptor }: FlightInfo): string {
  const name = descriptor?.type === 'path' ? descriptor.path[0] : undefined;
  if (name === undefined || name === '' || name.length > 512) throw new ArrowFault('It lists a flight that is not the name of a function');
  return name;
}

function arrowUdfFunction(name: string, info: FlightInfo, read = (field: WireField) => field): ServerFunction {
  const fields = schemaOf(name, info).fields.map(read);
  const count = Math.max(0, info.totalRecords ?? 0);
  const [first, ...rest] = fields.slice(count);
  const table = ROW_NAMES.includes(first?.name ?? '') && first?.format === 'i' && rest.length > 0;
  const results = table ? tableColumns(rest) : first === undefined ? [] : [first];
  const kind = table ? 'table' : 'scalar';
  return { name, kind, ...signatureOf(name, kind, [...fields.slice(0, count), ...results], count), parallelism: 1 };
}

/** What the first column of a table function's rows is called: in version 2, and in version 1. */
const ROW_NAMES: readonly string[] = ['row', 'row_index'];

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
