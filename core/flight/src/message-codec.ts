import { arrow, type google } from '@arbalest/proto';
import { stripPrefix, withPrefix } from './encapsulation.js';
import { IpcFormatError } from './ipc-format-error.js';
import type {
  FlightAction,
  FlightActionType,
  FlightDescriptor,
  FlightEndpoint,
  FlightInfo,
  HandshakeMessage,
  PollInfo,
} from './messages.js';

const wire = arrow.flight.protocol;
type Wire = typeof wire;
type Properties<K extends keyof Wire> = Wire[K] extends { encode(message: infer M): unknown } ? M : never;

/** How one kind of message crosses the wire. */
export interface MessageCodec<T> {
  readonly encode: (value: T) => Buffer;
  readonly decode: (bytes: Uint8Array) => T;
}

export const handshakeCodec: MessageCodec<HandshakeMessage> = {
  encode: (message) => finish(wire.HandshakeRequest.encode({ protocolVersion: message.protocolVersion ?? 0, payload: message.payload })),
  decode: (bytes) => {
    const { protocolVersion, payload } = wire.HandshakeRequest.decode(bytes);
    return { protocolVersion: Number(protocolVersion), payload };
  },
};

/** The request without content is an object too: grpc-js takes a falsy one for none. */
export const emptyCodec: MessageCodec<object> = { encode: () => Buffer.alloc(0), decode: () => ({}) };

export const criteriaCodec: MessageCodec<Uint8Array> = {
  encode: (expression) => finish(wire.Criteria.encode({ expression })),
  decode: (bytes) => wire.Criteria.decode(bytes).expression,
};

export const ticketCodec: MessageCodec<Uint8Array> = {
  encode: (ticket) => finish(wire.Ticket.encode({ ticket })),
  decode: (bytes) => wire.Ticket.decode(bytes).ticket,
};

export const actionCodec: MessageCodec<FlightAction> = {
  encode: (action) => finish(wire.Action.encode({ type: action.type, body: action.body ?? null })),
  decode: (bytes) => {
    const { type, body } = wire.Action.decode(bytes);
    return { type, body };
  },
};

export const resultCodec: MessageCodec<Uint8Array> = {
  encode: (body) => finish(wire.Result.encode({ body })),
  decode: (bytes) => wire.Result.decode(bytes).body,
};

export const actionTypeCodec: MessageCodec<FlightActionType> = {
  encode: ({ type, description }) => finish(wire.ActionType.encode({ type, description })),
  decode: (bytes) => {
    const { type, description } = wire.ActionType.decode(bytes);
    return { type, description };
  },
};

export const putResultCodec: MessageCodec<Uint8Array> = {
  encode: (appMetadata) => finish(wire.PutResult.encode({ appMetadata })),
  decode: (bytes) => wire.PutResult.decode(bytes).appMetadata,
};

export const schemaResultCodec: MessageCodec<Uint8Array> = {
  encode: (schema) => finish(wire.SchemaResult.encode({ schema: withPrefix(schema) })),
  decode: (bytes) => stripPrefix(wire.SchemaResult.decode(bytes).schema),
};

export const descriptorCodec: MessageCodec<FlightDescriptor> = { encode: encodeDescriptor, decode: decodeDescriptor };

export const flightInfoCodec: MessageCodec<FlightInfo> = {
  encode: (info) => finish(wire.FlightInfo.encode(fromInfo(info))),
  decode: (bytes) => toInfo(wire.FlightInfo.decode(bytes)),
};

export const pollInfoCodec: MessageCodec<PollInfo> = {
  encode: (poll) =>
    finish(
      wire.PollInfo.encode({
        info: poll.info === undefined ? null : fromInfo(poll.info),
        flightDescriptor: poll.descriptor === undefined ? null : fromDescriptor(poll.descriptor),
        progress: poll.progress ?? null,
        expirationTime: fromDate(poll.expirationTime),
      }),
    ),
  decode: (bytes) => {
    const { info, flightDescriptor, progress, expirationTime } = wire.PollInfo.decode(bytes);
    return {
      ...(info ? { info: toInfo(info) } : {}),
      ...(flightDescriptor ? { descriptor: toDescriptor(flightDescriptor) } : {}),
      ...(typeof progress === 'number' ? { progress } : {}),
      ...optionalDate(expirationTime),
    };
  },
};

export function encodeDescriptor(descriptor: FlightDescriptor): Buffer {
  return finish(wire.FlightDescriptor.encode(fromDescriptor(descriptor)));
}

export function decodeDescriptor(bytes: Uint8Array): FlightDescriptor {
  return toDescriptor(wire.FlightDescriptor.decode(bytes));
}

function fromDescriptor(descriptor: FlightDescriptor): Properties<'FlightDescriptor'> {
  const { PATH, CMD } = wire.FlightDescriptor.DescriptorType;
  return descriptor.type === 'path' ? { type: PATH, path: [...descriptor.path] } : { type: CMD, cmd: descriptor.command };
}

function toDescriptor({ type, path, cmd }: Properties<'FlightDescriptor'>): FlightDescriptor {
  const { PATH, CMD } = wire.FlightDescriptor.DescriptorType;
  if (type === PATH) return { type: 'path', path: path ?? [] };
  if (type === CMD) return { type: 'command', command: cmd ?? new Uint8Array(0) };
  throw new IpcFormatError(`Expected a flight descriptor of type PATH (1) or CMD (2), met ${type ?? 0}`);
}

function fromInfo(info: FlightInfo): Properties<'FlightInfo'> {
  return {
    schema: info.schema === undefined ? null : withPrefix(info.schema),
    flightDescriptor: info.descriptor === undefined ? null : fromDescriptor(info.descriptor),
    endpoint: info.endpoints.map(fromEndpoint),
    totalRecords: info.totalRecords ?? -1,
    totalBytes: info.totalBytes ?? -1,
    ordered: info.ordered ?? false,
    appMetadata: info.appMetadata ?? null,
  };
}

function toInfo(info: Properties<'FlightInfo'>): FlightInfo {
  return {
    ...(info.schema?.length ? { schema: stripPrefix(info.schema) } : {}),
    ...(info.flightDescriptor ? { descriptor: toDescriptor(info.flightDescriptor) } : {}),
    endpoints: (info.endpoint ?? []).map(toEndpoint),
    totalRecords: Number(info.totalRecords ?? -1),
    totalBytes: Number(info.totalBytes ?? -1),
    ordered: info.ordered ?? false,
    ...optionalBytes(info.appMetadata),
  };
}

function fromEndpoint(endpoint: FlightEndpoint): Properties<'FlightEndpoint'> {
  return {
    ticket: { ticket: endpoint.ticket },
    location: (endpoint.locations ?? []).map((uri) => ({ uri })),
    expirationTime: fromDate(endpoint.expirationTime),
    appMetadata: endpoint.appMetadata ?? null,
  };
}

function toEndpoint(endpoint: Properties<'FlightEndpoint'>): FlightEndpoint {
  return {
    ticket: endpoint.ticket?.ticket ?? new Uint8Array(0),
    locations: (endpoint.location ?? []).map(({ uri }) => uri ?? ''),
    ...optionalDate(endpoint.expirationTime),
    ...optionalBytes(endpoint.appMetadata),
  };
}

type Timestamp = google.protobuf.Timestamp.$Properties;

function fromDate(date: Date | undefined): Timestamp | null {
  if (date === undefined) return null;
  const seconds = Math.floor(date.getTime() / 1000);
  return { seconds, nanos: (date.getTime() - seconds * 1000) * 1_000_000 };
}

function optionalDate(time: Timestamp | null | undefined): { expirationTime?: Date } {
  return time ? { expirationTime: new Date(Number(time.seconds ?? 0) * 1000 + Math.floor((time.nanos ?? 0) / 1_000_000)) } : {};
}

function optionalBytes(bytes: Uint8Array | null | undefined): { appMetadata?: Uint8Array } {
  return bytes?.length ? { appMetadata: bytes } : {};
}

function finish(writer: { finish(): Uint8Array }): Buffer {
  const bytes = writer.finish();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
