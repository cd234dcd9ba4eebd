package dev.arbalest.udf.server;

import dev.arbalest.udf.binding.FailureTolerance;
import dev.arbalest.udf.binding.Failures;
import dev.arbalest.udf.binding.Input;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;

/** A stream of calls that give a value for each row: scalars and the operations of aggregates. */
final class ValueStream implements AutoCloseable {
  private final ServerState state;
  private final Exchange exchange;
  private final BatchSource source;
  private final SharedMemory memory;
  private final List<ResolvedCall> calls;
  private final boolean byRow;
  private final VectorSchemaRoot answer;
  private boolean someFailed;

  ValueStream(ServerState state, Exchange exchange, BatchSource source, SharedMemory memory, List<ResolvedCall> calls, boolean byRow) {
    this.state = state;
    this.exchange = exchange;
    this.source = source;
    this.memory = memory;
    this.calls = calls;
    this.byRow = byRow;
    List<Field> fields = new ArrayList<>(calls.stream().map(ResolvedCall::result).toList());
    if (byRow) {
      calls.forEach(call -> fields.add(MessageField.of(call)));
    }
    this.answer = new VectorSchemaRoot(fields.stream().map(field -> field.createVector(exchange.allocator())).toList());
  }

  void run() throws Exception {
    exchange.start(answer);
    while (source.next()) {
      answer();
    }
  }

  private void answer() throws Exception {
    SharedAnswer room = source.header() == null ? null : SharedAnswer.room(memory, source.header(), answer);
    long before = CpuClock.micros();
    try {
      if (compute(room)) {
        send(room, CpuClock.micros() - before);
      }
    } finally {
      answer.clear();
    }
  }

  /** False when the batch failed and was answered so. */
  private boolean compute(SharedAnswer room) throws Exception {
    allocate(room);
    someFailed = false;
    for (int i = 0; i < calls.size(); i++) {
      try {
        evaluate(i);
      } catch (CancellationException | InterruptedException e) {
        throw e;
      } catch (Throwable failure) {
        state.metrics(name(i)).failedRows.add(source.rows());
        fail(i, failure);
        return false;
      }
    }
    answer.getFieldVectors().forEach(vector -> vector.setValueCount(source.rows()));
    answer.setRowCount(source.rows());
    return true;
  }

  private void fail(int call, Throwable failure) throws Exception {
    if (exchange.isCancelled()) {
      throw new CancellationException("The caller has left");
    } else if (source.header() == null) {
      throw Refusal.invalid(Failures.message(failure));
    }
    exchange.sendError(source.batch(), Outcome.errorClass(failure), name(call), failure);
  }

  private void allocate(SharedAnswer room) {
    List<FieldVector> vectors = answer.getFieldVectors();
    answer.clear();
    int placed = room == null ? 0 : room.place(vectors, source.rows());
    for (FieldVector vector : vectors.subList(placed, vectors.size())) {
      vector.setInitialCapacity(Math.max(1, source.rows()));
      vector.allocateNew();
    }
  }

  private void evaluate(int index) throws Throwable {
    ResolvedCall call = calls.get(index);
    Input input = source.input(call);
    FieldVector out = answer.getVector(index);
    FunctionMetrics metrics = state.metrics(name(index));
    call.function().threads().acquire();
    long before = CpuClock.micros();
    try {
      if (byRow) {
        VarCharVector messages = (VarCharVector) answer.getVector(calls.size() + index);
        new FailureTolerance(call.evaluator(), call.function().signature().repeatable()).evaluate(input, out, (row, cause) -> failed(metrics, messages, row, cause));
      } else {
        call.evaluator().evaluate(input, out);
      }
    } finally {
      call.function().threads().release();
      metrics.cpuMicros.add(CpuClock.micros() - before);
      metrics.batches.increment();
      metrics.rows.add(source.rows());
    }
  }

  private void failed(FunctionMetrics metrics, VarCharVector messages, int row, Throwable cause) {
    someFailed = true;
    metrics.failedRows.increment();
    messages.setSafe(row, Failures.message(cause).getBytes(StandardCharsets.UTF_8));
  }

  private void send(SharedAnswer room, long cpuMicros) throws Exception {
    long length = room == null ? -1 : room.write(answer);
    if (source.header() == null) {
      exchange.send(null);
    } else if (length < 0) {
      exchange.send(new AnswerHeader(AnswerHeader.BATCH, true, someFailed, source.rows(), source.batch(), 0, 0, cpuMicros));
    } else {
      exchange.sendHeader(new AnswerHeader(AnswerHeader.SHARED_BATCH, true, someFailed, source.rows(), source.batch(), room.offset(), length, cpuMicros), new byte[0]);
    }
  }

  private String name(int call) {
    return calls.get(call).function().signature().name();
  }

  @Override
  public void close() {
    answer.close();
  }
}
