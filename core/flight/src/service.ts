import type { MethodDefinition } from '@grpc/grpc-js';
import { decodeFrame, encodeFrame } from './frame-codec.js';
import type { FlightFrame, ReceivedFrame } from './frame.js';
import {
  actionCodec,
  actionTypeCodec,
  criteriaCodec,
  descriptorCodec,
  emptyCodec,
  flightInfoCodec,
  handshakeCodec,
  type MessageCodec,
  pollInfoCodec,
  putResultCodec,
  resultCodec,
  schemaResultCodec,
  ticketCodec,
} from './message-codec.js';

const SERVICE = 'arrow.flight.protocol.FlightService';

interface FrameCodec {
  readonly encode: (frame: FlightFrame) => Buffer;
  readonly decode: (bytes: Uint8Array) => ReceivedFrame;
}
const frameCodec: FrameCodec = { encode: encodeFrame, decode: decodeFrame };

/** The methods of Flight as grpc-js describes a service, for servers that are put together by hand. */
export const flightService = {
  handshake: method('Handshake', 'both', handshakeCodec, handshakeCodec),
  listFlights: method('ListFlights', 'response', criteriaCodec, flightInfoCodec),
  getFlightInfo: method('GetFlightInfo', 'none', descriptorCodec, flightInfoCodec),
  pollFlightInfo: method('PollFlightInfo', 'none', descriptorCodec, pollInfoCodec),
  getSchema: method('GetSchema', 'none', descriptorCodec, schemaResultCodec),
  doGet: method('DoGet', 'response', ticketCodec, frameCodec),
  doPut: method('DoPut', 'both', frameCodec, putResultCodec),
  doExchange: method('DoExchange', 'both', frameCodec, frameCodec),
  doAction: method('DoAction', 'response', actionCodec, resultCodec),
  listActions: method('ListActions', 'response', emptyCodec, actionTypeCodec),
};

/** One direction's coding: what may be sent may be looser than what is received (`FlightFrame`, `ReceivedFrame`). */
interface Coding<Sent, Received> {
  readonly encode: (value: Sent) => Buffer;
  readonly decode: (bytes: Uint8Array) => Received;
}

export interface FlightMethod<SentRequest, ReceivedRequest, SentResponse, ReceivedResponse> extends MethodDefinition<
  SentRequest | ReceivedRequest,
  SentResponse | ReceivedResponse
> {
  readonly request: Coding<SentRequest, ReceivedRequest>;
  readonly response: Coding<SentResponse, ReceivedResponse>;
}

function method<SQ, RQ, SR, RR>(
  name: string,
  streams: 'none' | 'response' | 'both',
  request: Coding<SQ, RQ> | MessageCodec<SQ & RQ>,
  response: Coding<SR, RR> | MessageCodec<SR & RR>,
): FlightMethod<SQ, RQ, SR, RR> {
  const [asked, answered] = [request as Coding<SQ, RQ>, response as Coding<SR, RR>];
  return {
    path: `/${SERVICE}/${name}`,
    requestStream: streams === 'both',
    responseStream: streams !== 'none',
    requestSerialize: asked.encode as (value: SQ | RQ) => Buffer,
    requestDeserialize: asked.decode,
    responseSerialize: answered.encode as (value: SR | RR) => Buffer,
    responseDeserialize: answered.decode,
    request: asked,
    response: answered,
  };
}
