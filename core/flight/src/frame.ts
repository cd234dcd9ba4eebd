import type { FlightDescriptor } from './messages.js';

/**
 * One message of a Flight data stream: an Arrow IPC message, application metadata, or both.
 *
 * Immutable from the moment it is handed over: the bytes are sent by reference and may be read until the transport has them.
 */
export interface FlightFrame {
  /** A flatbuffer `Message` without the 8-byte continuation and length prefix. Absent in a frame that only carries `appMetadata`. */
  readonly metadata?: Uint8Array;
  /**
   * The body that `metadata` describes, in one piece or in several that follow each other without gaps.
   * A received body is always one piece, a view whose `byteOffset` is a multiple of 8.
   */
  readonly body?: FrameBody;
  /** Opaque to Flight. Absent and empty are the same thing on the wire. */
  readonly appMetadata?: Uint8Array;
  /** Names the data of a DoPut or DoExchange; on its first frame only. */
  readonly descriptor?: FlightDescriptor;
}

export type FrameBody = Uint8Array | readonly Uint8Array[];

/** A frame as it arrives: the body in one piece. */
export interface ReceivedFrame extends FlightFrame {
  readonly body?: Uint8Array;
}
