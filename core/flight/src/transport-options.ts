import type { ChannelOptions } from '@grpc/grpc-js';

/** Bytes that each direction of a call may hold before it makes the other side wait, unless an option says otherwise. */
export const DEFAULT_BUFFER_BYTES = 4 * 1024 * 1024;

/**
 * grpc-js options that Flight needs: messages of any size, since a batch is one message; and an HTTP/2 window that a whole batch fits
 * into, since with the default of 64 KiB every few frames wait for a round trip.
 */
export const flightChannelOptions: ChannelOptions = Object.freeze({
  'grpc.max_receive_message_length': -1,
  'grpc.max_send_message_length': -1,
  'grpc-node.flow_control_window': 16 * 1024 * 1024,
  // A retried stream would have to keep every message that it sent.
  'grpc.enable_retries': 0,
});
