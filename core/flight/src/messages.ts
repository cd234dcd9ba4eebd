/** What a flight is known by: a path of names, or an opaque command that makes it. */
export type FlightDescriptor =
  { readonly type: 'path'; readonly path: readonly string[] } | { readonly type: 'command'; readonly command: Uint8Array };

/** Where one part of a flight can be read. */
export interface FlightEndpoint {
  readonly ticket: Uint8Array;
  /** Any one of these URIs serves the ticket. Empty: the server that returned the endpoint does. @default [] */
  readonly locations?: readonly string[];
  /** Until then the ticket may be redeemed more than once. */
  readonly expirationTime?: Date;
  readonly appMetadata?: Uint8Array;
}

export interface FlightInfo {
  /** The schema as a flatbuffer `Message` without prefix, as in `FlightFrame.metadata`. Absent where not known yet. */
  readonly schema?: Uint8Array;
  readonly descriptor?: FlightDescriptor;
  /** All of them together are the data set. */
  readonly endpoints: readonly FlightEndpoint[];
  /** @default -1, which means unknown */
  readonly totalRecords?: number;
  /** @default -1, which means unknown */
  readonly totalBytes?: number;
  /** Whether the order of the endpoints is the order of the data. @default false */
  readonly ordered?: boolean;
  readonly appMetadata?: Uint8Array;
}

/** The state of a flight that takes long to make. */
export interface PollInfo {
  /** What can be read so far. */
  readonly info?: FlightInfo;
  /** What to poll with next. Absent once the work is done. */
  readonly descriptor?: FlightDescriptor;
  /** From 0 to 1; absent where unknown. */
  readonly progress?: number;
  readonly expirationTime?: Date;
}

export interface FlightAction {
  readonly type: string;
  readonly body?: Uint8Array;
}

export interface FlightActionType {
  readonly type: string;
  readonly description: string;
}

export interface HandshakeMessage {
  /** @default 0 */
  readonly protocolVersion?: number;
  readonly payload: Uint8Array;
}
