package dev.arbalest.udf.server;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.util.MemoryUtil;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.message.ArrowBuffer;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.ipc.message.MessageSerializer;

/**
 * Room in the output file for one answer. The message's body begins at a place that does not depend on the values, so flat vectors can be laid out in it before
 * they are filled ({@link #place}), and writing the message copies only what lies elsewhere.
 */
final class SharedAnswer {
  private static final int PREFIX = 8;
  /** Zeroes before the body: the flatbuffer is 160 bytes and 16 for each node and buffer, of which a vector has at most one and three, rounded up generously. */
  private static final int METADATA_BYTES = 512;

  private final ArrowBuf file;
  private final long start;
  private final long end;
  private final long body;

  private SharedAnswer(ArrowBuf file, long start, long end, long body) {
    this.file = file;
    this.start = start;
    this.end = end;
    this.body = body;
  }

  /** The room that a header gives; null when it gives none or too little. */
  static SharedAnswer room(SharedMemory memory, BatchHeader header, VectorSchemaRoot root) throws ProtocolViolation {
    if (memory == null || header.roomBytes() == 0) {
      return null;
    }
    long start = header.room();
    long bytes = header.roomBytes();
    if (start < 0 || bytes < 0 || start % 64 != 0 || start > memory.output().capacity() - bytes) {
      throw new ProtocolViolation("Room at " + start + " of " + bytes + " bytes does not lie in the output file of " + memory.output().capacity() + " bytes, on a multiple of 64");
    }
    long body = start + METADATA_BYTES + 64L * vectors(root.getFieldVectors());
    return body < start + bytes ? new SharedAnswer(memory.output(), start, start + bytes, body) : null;
  }

  private static long vectors(List<FieldVector> vectors) {
    return vectors.stream().mapToLong(vector -> 1 + vectors(vector.getChildrenFromFields())).sum();
  }

  long offset() {
    return start;
  }

  /** Lets as many vectors as can be laid out beforehand live in the room, from the first on; every row is NULL. Says how many. */
  int place(List<FieldVector> vectors, int rows) {
    long position = body;
    int placed = 0;
    for (FieldVector vector : vectors) {
      if (rows < 2 || !(vector instanceof BaseFixedWidthVector fixed)) {
        return placed + (rows > 1 && placeVariable(vector, rows, position) ? 1 : 0);
      }
      long dataBytes = fixed instanceof BitVector ? bits(rows) : (long) fixed.getTypeWidth() * rows;
      long data = position + aligned(bits(rows));
      if (data + aligned(dataBytes) > end) {
        return placed;
      }
      file.setZero(position, fixed instanceof BitVector ? data + dataBytes - position : bits(rows));
      load(vector, rows, file.slice(position, bits(rows)), file.slice(data, dataBytes));
      position = data + aligned(dataBytes);
      placed++;
    }
    return placed;
  }

  private boolean placeVariable(FieldVector vector, int rows, long position) {
    long offsets = position + aligned(bits(rows));
    long data = offsets + aligned(4L * (rows + 1));
    if (!(vector instanceof BaseVariableWidthVector variable) || data + 64 > end) {
      return false;
    }
    file.setZero(position, data - position);
    load(vector, rows, file.slice(position, bits(rows)), file.slice(offsets, 4L * (rows + 1)), file.slice(data, end - data));
    variable.setLastSet(-1);
    return true;
  }

  private static void load(FieldVector vector, int rows, ArrowBuf... buffers) {
    vector.loadFieldBuffers(new ArrowFieldNode(rows, 1), Arrays.asList(buffers));
  }

  /** Writes the message; says its length, or -1 when it does not fit and has to go through the socket. */
  long write(VectorSchemaRoot root) {
    try (ArrowRecordBatch batch = new VectorUnloader(root).getRecordBatch()) {
      ByteBuffer metadata = MessageSerializer.serializeMetadata(batch);
      long bodyBytes = batch.computeBodyLength();
      if (metadata.remaining() + PREFIX > body - start || bodyBytes > end - body || isMisplaced(batch)) {
        return -1;
      }
      copyBuffers(batch);
      file.setInt(start, -1);
      file.setInt(start + 4, (int) (body - start - PREFIX));
      file.setZero(start + PREFIX + metadata.remaining(), body - start - PREFIX - metadata.remaining());
      file.setBytes(start + PREFIX, metadata);
      return body - start + bodyBytes;
    }
  }

  /** A buffer that lies in the room at another place than its own could be overwritten before it is copied. */
  private boolean isMisplaced(ArrowRecordBatch batch) {
    long from = file.memoryAddress() + start;
    for (int i = 0; i < batch.getBuffers().size(); i++) {
      ArrowBuf buffer = batch.getBuffers().get(i);
      boolean inside = buffer.readableBytes() > 0 && buffer.memoryAddress() >= from && buffer.memoryAddress() < file.memoryAddress() + end;
      if (inside && buffer.memoryAddress() != target(batch, i)) {
        return true;
      }
    }
    return false;
  }

  private void copyBuffers(ArrowRecordBatch batch) {
    for (int i = 0; i < batch.getBuffers().size(); i++) {
      ArrowBuf buffer = batch.getBuffers().get(i);
      if (buffer.readableBytes() > 0 && buffer.memoryAddress() != target(batch, i)) {
        MemoryUtil.copyMemory(buffer.memoryAddress(), target(batch, i), buffer.readableBytes());
      }
    }
  }

  private long target(ArrowRecordBatch batch, int index) {
    ArrowBuffer layout = batch.getBuffersLayout().get(index);
    return file.memoryAddress() + body + layout.getOffset();
  }

  private static long bits(int rows) {
    return (rows + 7L) / 8;
  }

  private static long aligned(long bytes) {
    return (bytes + 7) & ~7L;
  }
}
