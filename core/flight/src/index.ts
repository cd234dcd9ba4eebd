export { addFlightService, type FlightServiceOptions } from './add-flight-service.js';
export type { FlightCall, FlightCallOptions } from './client-call.js';
export { decodeFrame, encodeFrame, frameBodyLength, frameBytes } from './frame-codec.js';
export type { FlightFrame, FrameBody, ReceivedFrame } from './frame.js';
export { type ClientTls, FlightClient, type FlightClientOptions, type GrpcChannel } from './flight-client.js';
export { type ErrorToStatus, FlightError, type FlightStatus, isFlightError, toFlightError } from './flight-error.js';
export { FlightServer, type FlightServerOptions, type ServerTls } from './flight-server.js';
export type { Answers, FlightHandler, FlightServerCall } from './handler.js';
export type { HeadersToSend, HeaderValue } from './headers.js';
export { IpcFormatError } from './ipc-format-error.js';
export { LastingClient, NOT_CONNECTED } from './lasting-client.js';
export { type FlightLocation, parseLocation } from './location.js';
export { dictionaryHeader, messageBodyLength, type MessageKind, messageKind, recordBatchRows } from './message-header.js';
export type {
  FlightAction,
  FlightActionType,
  FlightDescriptor,
  FlightEndpoint,
  FlightInfo,
  HandshakeMessage,
  PollInfo,
} from './messages.js';
export { flightService } from './service.js';
export { flightChannelOptions } from './transport-options.js';
export { decodeBatches, decodeSchema, decodeTable } from './arrow-decode.js';
export { ArrowEncoder, encodeSchema, encodeTable } from './arrow-encode.js';
export { openIpcFile, type IpcFile, type RandomAccess, writeIpcFile } from './ipc-file.js';
export type { IpcBlock } from './ipc-footer.js';
export { type IpcMessage, type ReceivedIpcMessage, singleBody } from './ipc-message.js';
export { readIpcStream, writeIpcStream } from './ipc-stream.js';
export { stripPrefix, withPrefix } from './encapsulation.js';
