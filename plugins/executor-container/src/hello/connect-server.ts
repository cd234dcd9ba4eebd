import { FlightClient, type FlightError, type FlightStatus, isFlightError } from '@arbalest/flight';
import { cancelledError, transientError, userError } from '@arbalest/spi';
import { ArrowFault } from '../arrow/arrow-fault.js';
import type { ServerDescription, ServerFunction } from '../server/function-server.js';
import { PROTOCOL, readDescription } from './describe-arbalest.js';
import { describeArrowUdf, describeDeclared, type FlightsRequest } from './describe-flights.js';

export interface ConnectRequest {
  /** A Flight location: `grpc+unix:///absolute/path` or `grpc://host:port`. */
  readonly location: string;
  /** For errors: `container 3f2a of acme/nlp:1.4`. */
  readonly name: string;
  /** What will be called, for servers that do not list their functions. */
  readonly declared?: readonly ServerFunction[];
  readonly signal: AbortSignal;
  /** For the whole hello. @default 10 s */
  readonly timeoutMs?: number;
}

export type DescribeRequest = Omit<ConnectRequest, 'location' | 'name'> & { readonly name?: string };

export interface ConnectedServer {
  /** The caller closes it. */
  readonly client: FlightClient;
  readonly description: ServerDescription;
}

/** Neither side limits messages below this (PROTOCOL.md §1), and this side limits what it takes to it. */
export const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
const HELLO_MS = 10_000;

/**
 * Connects to a server of functions and asks it what it is, in whichever dialect it speaks.
 *
 * @throws transient error `ENGINE_UNREACHABLE` when nobody answers; user error `FUNCTION_PROTOCOL` when the versions do not meet, or it is no server of functions; user error
 * `FUNCTION_SERVER` when what it says of itself cannot be; cancelled error when `signal` aborted
 */
export async function connectServer(request: ConnectRequest): Promise<ConnectedServer> {
  const client = new FlightClient(request.location, { channelOptions: { 'grpc.max_receive_message_length': MAX_MESSAGE_BYTES } });
  try {
    return { client, description: await describeServer(client, request) };
  } catch (error) {
    client.close();
    throw error;
  }
}

/** The same over a connection that is there; it stays open whatever happens. */
export async function describeServer(client: FlightClient, request: DescribeRequest): Promise<ServerDescription> {
  try {
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(request.timeoutMs ?? HELLO_MS)]);
    return await describe(client, { declared: request.declared ?? [], signal });
  } catch (error) {
    throw helloError(error, { name: 'The server', ...request });
  }
}

async function describe(client: FlightClient, request: FlightsRequest): Promise<ServerDescription> {
  const hello = await action(client, 'arbalest.describe', JSON.stringify({ protocol: PROTOCOL }), request.signal);
  if (hello !== undefined) return readDescription(hello);
  const version = await action(client, 'protocol_version', '', request.signal);
  if (version === undefined) return describeDeclared(client, request);
  if (version.byteLength !== 1 || version[0] !== 2)
    throw new VersionFault(`It speaks version ${version.join('.')} of arrow-udf's protocol`);
  return describeArrowUdf(client, request);
}

/** The server's protocol is none of ours. */
class VersionFault extends Error {}

/** What says that the call never was one, in whichever words: the connection, time, or a version that is not spoken. */
const NO_ANSWER: readonly FlightStatus[] = ['UNAVAILABLE', 'DEADLINE_EXCEEDED', 'CANCELLED', 'RESOURCE_EXHAUSTED'];

/** The one result of an action; undefined when the server does not know it. */
async function action(client: FlightClient, type: string, body: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
  try {
    for await (const answer of client.doAction({ type, body: Buffer.from(body) }, { signal })) {
      if (answer.byteLength > MAX_ANSWER_BYTES) throw new ArrowFault(`The answer to ${type} has ${answer.byteLength} bytes`);
      return answer;
    }
    return undefined;
  } catch (error) {
    if (!isFlightError(error) || NO_ANSWER.includes(error.status)) throw error;
    if (isFailedPrecondition(error)) throw new VersionFault(`It answered: ${error.message}`, { cause: error });
    return undefined;
  }
}

/** Flight libraries that cannot send this status send INTERNAL and say so (PROTOCOL.md §4). */
export function isFailedPrecondition({ status, message }: FlightError): boolean {
  return status === 'FAILED_PRECONDITION' || (status === 'INTERNAL' && message.startsWith('FAILED_PRECONDITION: '));
}

function helloError(error: unknown, { name, signal }: Pick<ConnectRequest, 'name' | 'signal'>): Error {
  if (signal.aborted) return cancelledError('CANCELLED', `Connecting to ${name} was cancelled`, { cause: signal.reason });
  if (error instanceof VersionFault) {
    const text = `${name} and this executor have no version of the protocol in common. ${error.message}; spoken here are versions ${PROTOCOL.min} to ${PROTOCOL.max} and arrow-udf's version 2`;
    return userError('FUNCTION_PROTOCOL', `${text}. Build the image with a runtime that fits`, { cause: error });
  }
  if (error instanceof ArrowFault)
    return userError('FUNCTION_SERVER', `What ${name} says of itself cannot be used. ${error.message}`, { cause: error });
  return isFlightError(error) ? flightError(error, name) : (error as Error);
}

function flightError(error: FlightError, name: string): Error {
  if (error.status === 'UNIMPLEMENTED') {
    return userError('FUNCTION_PROTOCOL', `${name} is not a server of functions: it knows none of the calls that ask what it offers`, {
      cause: error,
    });
  }
  if (error.status === 'RESOURCE_EXHAUSTED' || error.status === 'INTERNAL') {
    return userError('FUNCTION_SERVER', `What ${name} says of itself cannot be read: ${error.message}`, { cause: error });
  }
  return transientError('ENGINE_UNREACHABLE', `${name} does not answer (${error.status}): ${error.message}`, { cause: error });
}
