package dev.arbalest.udf.server;

import org.apache.arrow.memory.ArrowBuf;

/**
 * What stands before a batch from the caller, 48 bytes, little-endian.
 *
 * @param millis that the batch may take; 0 = no limit
 * @param offset of a batch in the input file
 * @param room offset of the room for the answer in the output file
 * @param roomBytes its size; 0 = none
 */
record BatchHeader(int kind, long millis, long batch, long offset, long length, long room, long roomBytes) {
  static final int BYTES = 48;
  static final int BATCH = 1;
  static final int SHARED_BATCH = 2;

  static BatchHeader read(ArrowBuf bytes) throws ProtocolViolation {
    if (bytes == null || bytes.readableBytes() < BYTES) {
      throw new ProtocolViolation("A frame has a header of " + (bytes == null ? 0 : bytes.readableBytes()) + " bytes; 48 are wanted");
    }
    int version = bytes.getByte(0);
    int kind = bytes.getByte(1);
    if (version != 1 || (kind != BATCH && kind != SHARED_BATCH)) {
      throw new ProtocolViolation("A frame's header has version " + version + " and kind " + kind + "; version 1 and kind 1 or 2 are known");
    }
    long millis = Integer.toUnsignedLong(bytes.getInt(4));
    return new BatchHeader(kind, millis, bytes.getLong(8), bytes.getLong(16), bytes.getLong(24), bytes.getLong(32), bytes.getLong(40));
  }
}
