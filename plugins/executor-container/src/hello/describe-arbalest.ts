import { stripPrefix } from '@arbalest/flight';
import { ArrowFault } from '../arrow/arrow-fault.js';
import { readSchema } from '../arrow/read-schema.js';
import type { ServerDescription, ServerFunction } from '../server/function-server.js';
import { signatureOf } from './described-function.js';
import { JsonShape } from './json-shape.js';

/** The versions of PROTOCOL.md that are spoken here. */
export const PROTOCOL = Object.freeze({ min: 1, max: 1 });

export const DEFAULT_LIMITS = Object.freeze({ inFlightBatches: 8, inFlightBytes: 64 * 1024 * 1024 });

const MAX_FUNCTIONS = 10_000;
const MAX_NAME = 512;
const MAX_DOC = 64 * 1024;
const MAX_SCHEMA = 4 * 1024 * 1024;
const MAX_COUNT = 2 ** 40;

/**
 * The answer of `arbalest.describe` (PROTOCOL.md §2).
 *
 * @throws ArrowFault naming the member that is not as agreed
 */
export function readDescription(answer: Uint8Array): ServerDescription {
  const shape = JsonShape.parse(answer, 'The description');
  const version = shape.member('protocol').integer(0, 1000);
  if (version < PROTOCOL.min || version > PROTOCOL.max) {
    throw new ArrowFault(`It chose version ${version} of the protocol, and was offered ${PROTOCOL.min} to ${PROTOCOL.max}`);
  }
  const functions = shape.member('functions').list(MAX_FUNCTIONS).map(readFunction);
  const names = new Set(functions.map(({ name }) => name));
  if (names.size < functions.length) throw new ArrowFault('Two of its functions have one name');
  return {
    dialect: 'arbalest',
    runtime: readRuntime(shape.member('runtime')),
    sharedMemory: readTransports(shape.member('transports')),
    limits: readLimits(shape.member('limits')),
    functions,
  };
}

function readRuntime(shape: JsonShape): string {
  if (shape.absent) return 'unknown';
  const parts = [shape.member('name'), shape.member('version')].filter((part) => !part.absent);
  return parts.map((part) => part.text(MAX_NAME)).join(' ');
}

function readTransports(shape: JsonShape): boolean {
  return !shape.absent && shape.list(100).some((transport) => transport.value === 'shared-memory');
}

function readLimits(shape: JsonShape): ServerDescription['limits'] {
  if (shape.absent) return DEFAULT_LIMITS;
  const limit = (name: keyof typeof DEFAULT_LIMITS): number => {
    const member = shape.member(name);
    return member.absent ? DEFAULT_LIMITS[name] : member.integer(1, MAX_COUNT);
  };
  return { inFlightBatches: limit('inFlightBatches'), inFlightBytes: limit('inFlightBytes') };
}

function readFunction(shape: JsonShape): ServerFunction {
  const name = shape.member('name').text(MAX_NAME);
  if (name === '') throw shape.member('name').fault('a name');
  const kind = shape.member('kind').oneOf(['scalar', 'table', 'aggregate'] as const);
  const schema = readSchemaText(shape.member('schema'), name);
  const parallelism = shape.member('parallelism');
  return {
    name,
    kind,
    ...signatureOf(name, kind, schema.fields, shape.member('arguments').integer(0, schema.fields.length)),
    nulls: optional(shape.member('nulls'), (member) => member.oneOf(['call', 'propagate'] as const)) ?? 'call',
    ...readTraits(shape),
    parallelism: parallelism.absent ? 1 : parallelism.integer(1, 1024),
  };
}

function readTraits(shape: JsonShape): Partial<ServerFunction> {
  const volatility =
    optional(shape.member('volatility'), (member) => member.oneOf(['immutable', 'stable', 'volatile'] as const)) ?? 'volatile';
  const batchRows = optional(shape.member('batchRows'), (member) => member.integer(1, MAX_COUNT));
  const batchBytes = optional(shape.member('batchBytes'), (member) => member.integer(1, MAX_COUNT));
  const options = optional(shape.member('options'), (member) => member.list(MAX_FUNCTIONS).map((option) => option.text(MAX_NAME)));
  const doc = optional(shape.member('doc'), (member) => member.text(MAX_DOC));
  return {
    volatility,
    repeatable: optional(shape.member('repeatable'), (member) => member.flag()) ?? volatility !== 'volatile',
    ...(batchRows === undefined ? {} : { batchRows }),
    ...(batchBytes === undefined ? {} : { batchBytes }),
    ...(options === undefined ? {} : { options }),
    ...(doc === undefined ? {} : { doc }),
  };
}

function optional<T>(shape: JsonShape, read: (shape: JsonShape) => T): T | undefined {
  return shape.absent ? undefined : read(shape);
}

function readSchemaText(shape: JsonShape, name: string) {
  const text = shape.text(MAX_SCHEMA);
  try {
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new ArrowFault('it is not base64');
    return readSchema(stripPrefix(Buffer.from(text, 'base64')));
  } catch (cause) {
    throw new ArrowFault(`The schema of function "${name}" cannot be read: ${(cause as Error).message}`, { cause });
  }
}
