package dev.arbalest.udf.server;

import dev.arbalest.udf.binding.CallContext;
import dev.arbalest.udf.binding.Input;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/** The batches of a stream, from the socket or from shared memory. In the older dialect, without a request, they have no headers. */
final class BatchSource {
  private final Exchange exchange;
  private final CallRequest request;
  private final SharedMemory memory;
  private final Instant streamDeadline;
  private BatchHeader header;
  private VectorSchemaRoot root;
  private Optional<Instant> deadline = Optional.empty();

  BatchSource(Exchange exchange, CallRequest request, SharedMemory memory) {
    this.exchange = exchange;
    this.request = request;
    this.memory = memory;
    this.streamDeadline = request == null || request.timeoutMs() <= 0 ? null : Instant.now().plusMillis(request.timeoutMs());
  }

  /** Goes on to the next batch; false at the end of the stream. */
  boolean next() throws Exception {
    header = null;
    if (!advance()) {
      return false;
    }
    if (streamDeadline != null && Instant.now().isAfter(streamDeadline)) {
      throw Refusal.late(request.timeoutMs());
    }
    if (request == null) {
      root = exchange.input().getRoot();
      return true;
    }
    header = BatchHeader.read(exchange.input().getLatestMetadata());
    deadline = deadline();
    root = header.kind() == BatchHeader.SHARED_BATCH ? shared() : exchange.input().getRoot();
    return true;
  }

  private boolean advance() throws ProtocolViolation {
    try {
      return exchange.next();
    } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException | IndexOutOfBoundsException e) {
      throw new ProtocolViolation("A frame cannot be read: " + e);
    }
  }

  private VectorSchemaRoot shared() throws ProtocolViolation {
    if (memory == null) {
      throw new ProtocolViolation("A batch in shared memory, in a call without shared memory");
    }
    return memory.read(header);
  }

  private Optional<Instant> deadline() {
    Instant batch = header.millis() == 0 ? null : Instant.now().plusMillis(header.millis());
    if (batch == null || (streamDeadline != null && streamDeadline.isBefore(batch))) {
      return Optional.ofNullable(streamDeadline);
    }
    return Optional.of(batch);
  }

  /** Null in the older dialect. */
  BatchHeader header() {
    return header;
  }

  /** Id of the batch; 0 where there is none. */
  long batch() {
    return header == null ? 0 : header.batch();
  }

  int rows() {
    return root.getRowCount();
  }

  /** The arguments of a call. */
  Input input(ResolvedCall call) {
    List<FieldVector> columns = IntStream.of(call.arguments()).mapToObj(root::getVector).toList();
    return new Input(columns, rows(), context(call, rows()), exchange.allocator());
  }

  CallContext context(ResolvedCall call, int rows) {
    String query = request == null ? "" : request.query();
    return new CallContext(query, request == null ? "" : request.user(), call.options(), rows, deadline, exchange::isCancelled);
  }
}
