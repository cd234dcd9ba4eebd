package dev.arbalest.udf.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Schema;

/** The two files of a stream. Batches are read where they lie; {@link SharedAnswer} writes into the other one. */
final class SharedMemory implements AutoCloseable {
  private static final int PREFIX = 8;

  private final ArrowBuf input;
  private final ArrowBuf output;
  private final VectorSchemaRoot root;

  SharedMemory(CallRequest.Shared shared, Path inputFolder, Path outputFolder, Schema schema, BufferAllocator allocator) {
    this.input = MappedFile.open(inputFolder, shared.input(), shared.inputBytes(), false, allocator);
    try {
      this.output = MappedFile.open(outputFolder, shared.output(), shared.outputBytes(), true, allocator);
    } catch (RuntimeException e) {
      input.close();
      throw e;
    }
    this.root = VectorSchemaRoot.create(schema, allocator);
  }

  ArrowBuf output() {
    return output;
  }

  /** The batch that a header names; its columns point into the input file and are valid until the next one. */
  VectorSchemaRoot read(BatchHeader header) throws ProtocolViolation {
    long offset = header.offset();
    long length = header.length();
    if (offset < 0 || length < PREFIX || offset % 64 != 0 || offset > input.capacity() - length) {
      throw new ProtocolViolation("A batch at " + offset + " of " + length + " bytes does not lie in the input file of " + input.capacity() + " bytes, on a multiple of 64");
    }
    int metadataLength = input.getInt(offset + 4);
    if (input.getInt(offset) != -1 || metadataLength <= 0 || metadataLength > length - PREFIX) {
      throw new ProtocolViolation("At " + offset + " in the input file there is no encapsulated message");
    }
    byte[] metadata = new byte[metadataLength];
    input.getBytes(offset + PREFIX, metadata);
    load(metadata, offset + PREFIX + metadataLength, length - PREFIX - metadataLength);
    return root;
  }

  private void load(byte[] metadata, long bodyOffset, long bodyLength) throws ProtocolViolation {
    root.clear();
    try {
      Message message = Message.getRootAsMessage(ByteBuffer.wrap(metadata).order(ByteOrder.LITTLE_ENDIAN));
      if (message.headerType() != MessageHeader.RecordBatch || message.bodyLength() > bodyLength) {
        throw new ProtocolViolation("The message in the input file is of type " + message.headerType() + " with a body of " + message.bodyLength() + " bytes where " + bodyLength + " are left; a record batch is wanted");
      }
      ArrowBuf body = input.slice(bodyOffset, bodyLength);
      body.getReferenceManager().retain();
      try (ArrowRecordBatch batch = MessageSerializer.deserializeRecordBatch((RecordBatch) message.header(new RecordBatch()), body)) {
        new VectorLoader(root).load(batch);
      }
    } catch (IOException | RuntimeException e) {
      throw new ProtocolViolation("The message in the input file cannot be read: " + e);
    }
  }

  @Override
  public void close() {
    root.close();
    input.close();
    output.close();
  }
}
