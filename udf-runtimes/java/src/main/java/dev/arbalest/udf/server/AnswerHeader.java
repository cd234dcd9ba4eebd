package dev.arbalest.udf.server;

import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;

/** What stands before an answer, 48 bytes, little-endian; {@code offset} and {@code length} of an answer in the output file, else 0. */
record AnswerHeader(int kind, boolean last, boolean someFailed, int rows, long batch, long offset, long length, long cpuMicros) {
  static final int BATCH = 1;
  static final int SHARED_BATCH = 2;
  static final int ERROR = 3;

  /** The header and what follows it, in a buffer that the caller gives away or closes. */
  ArrowBuf write(BufferAllocator allocator, byte[] tail) {
    ArrowBuf bytes = allocator.buffer(BatchHeader.BYTES + tail.length);
    bytes.setByte(0, 1);
    bytes.setByte(1, kind);
    bytes.setShort(2, (last ? 1 : 0) | (someFailed ? 2 : 0));
    bytes.setInt(4, rows);
    bytes.setLong(8, batch);
    bytes.setLong(16, offset);
    bytes.setLong(24, length);
    bytes.setLong(32, cpuMicros);
    bytes.setLong(40, 0);
    bytes.setBytes(BatchHeader.BYTES, tail);
    bytes.writerIndex(BatchHeader.BYTES + (long) tail.length);
    return bytes;
  }
}
