import { decodeSchema, type FlightClient, stripPrefix } from '@arbalest/flight';
import type { Field } from 'apache-arrow';
import { fail } from './expect.js';

/** A function as a server describes it: PROTOCOL.md §2, defaults filled in. */
export interface DescribedFunction {
  readonly name: string;
  readonly kind: string;
  readonly inputs: readonly Field[];
  readonly outputs: readonly Field[];
  readonly nulls: string;
  readonly volatility: string;
  readonly repeatable: boolean;
}

export interface Description {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly functions: ReadonlyMap<string, DescribedFunction>;
  readonly inFlightBatches: number;
}

type Json = Readonly<Record<string, unknown>>;

/** Exactly one result of an action. */
export async function oneResult(client: FlightClient, type: string, body: string, signal: AbortSignal): Promise<Uint8Array> {
  const results: Uint8Array[] = [];
  for await (const result of client.doAction({ type, body: Buffer.from(body) }, { signal })) results.push(result);
  if (results.length !== 1) fail(`${type} answers with ${results.length} results and not with one`);
  return results[0]!;
}

export async function jsonResult(client: FlightClient, type: string, body: string, signal: AbortSignal): Promise<Json> {
  const text = Buffer.from(await oneResult(client, type, body, signal)).toString('utf8');
  try {
    return JSON.parse(text) as Json;
  } catch {
    fail(`${type} answers with what is no JSON: ${text.slice(0, 200)}`);
  }
}

export async function describeServer(client: FlightClient, signal: AbortSignal): Promise<Description> {
  const raw = await jsonResult(client, 'arbalest.describe', '{"protocol": {"min": 1, "max": 1}}', signal);
  const described = (raw['functions'] as readonly Json[] | undefined) ?? fail('The description has no functions');
  const functions = new Map(described.map((json) => [String(json['name']), readFunction(json)]));
  if (functions.size !== described.length) fail('Two functions of the description have the same name');
  const limits = (raw['limits'] ?? {}) as Json;
  return { raw, functions, inFlightBatches: (limits['inFlightBatches'] as number | undefined) ?? 8 };
}

function readFunction(json: Json): DescribedFunction {
  const name = String(json['name']);
  const { schema, arguments: count } = json;
  if (typeof schema !== 'string' || typeof count !== 'number') fail(`The description of ${name} has no schema, or no number of arguments`);
  const { fields } = decodeSchema(stripPrefix(new Uint8Array(Buffer.from(schema, 'base64'))));
  const volatility = (json['volatility'] as string | undefined) ?? 'volatile';
  return {
    name,
    kind: String(json['kind']),
    inputs: fields.slice(0, count),
    outputs: fields.slice(count),
    nulls: (json['nulls'] as string | undefined) ?? 'call',
    volatility,
    repeatable: (json['repeatable'] as boolean | undefined) ?? volatility !== 'volatile',
  };
}
