package dev.arbalest.udf.server;

import dev.arbalest.udf.binding.Failures;
import dev.arbalest.udf.binding.Input;
import dev.arbalest.udf.binding.TableOutput;
import dev.arbalest.udf.binding.TableUserFunction;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import org.apache.arrow.vector.VectorSchemaRoot;

/** A stream of one call of a table function. */
final class TableStream implements AutoCloseable, Iterator<Input> {
  private final Exchange exchange;
  private final BatchSource source;
  private final SharedMemory memory;
  private final ResolvedCall call;
  private final TableUserFunction function;
  private final FunctionMetrics metrics;
  private final TableOutput out;
  private boolean open;
  private boolean fetched;
  private boolean ended;
  private boolean last;
  private boolean roomUsed;
  private boolean holdsThread;
  private long cpuBefore;

  TableStream(ServerState state, Exchange exchange, BatchSource source, SharedMemory memory, ResolvedCall call, boolean byRow) {
    this.exchange = exchange;
    this.source = source;
    this.memory = memory;
    this.call = call;
    this.function = (TableUserFunction) call.function();
    this.metrics = state.metrics(function.signature().name());
    this.out = new TableOutput(Description.ROW, function.signature().results(), byRow ? MessageField.of(call) : null, exchange.allocator(), this::answer);
  }

  void run() throws Exception {
    exchange.start(out.root());
    if (function.iterates()) {
      iterate();
      return;
    }
    while (fetch()) {
      batch();
    }
  }

  private void batch() throws Exception {
    begin();
    try {
      acquire();
      function.batch(source.input(call), out);
    } catch (CancellationException | InterruptedException e) {
      throw e;
    } catch (Throwable failure) {
      fail(failure);
    } finally {
      release();
    }
    finish();
  }

  /** Calls the function over the batches to come, and again when it has left batches over. */
  private void iterate() throws Exception {
    while (fetch()) {
      try {
        function.iterate(this, source.context(call, 0), out);
      } catch (CancellationException | InterruptedException e) {
        throw e;
      } catch (Throwable failure) {
        startFetched();
        fail(failure);
      }
      startFetched();
      finish();
    }
  }

  /** A batch that the function has not asked for although it is there counts as seen: else a function that asks for none would be called for ever. */
  private void startFetched() {
    if (fetched) {
      begin();
    }
  }

  @Override
  public boolean hasNext() {
    if (fetched) {
      return true;
    }
    try {
      finish();
      return fetch();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new BrokenStream(e);
    }
  }

  @Override
  public Input next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The stream has no more batches");
    }
    begin();
    return source.input(call);
  }

  private boolean fetch() throws Exception {
    if (!fetched && !ended) {
      fetched = source.next();
      ended = !fetched;
    }
    return fetched;
  }

  private void begin() {
    fetched = false;
    open = true;
    last = false;
    roomUsed = false;
    cpuBefore = CpuClock.micros();
    out.start(source.rows());
  }

  /** Sends the last answer to the batch, which may be empty. */
  private void finish() throws Exception {
    if (open) {
      last = true;
      out.flush();
      open = false;
      metrics.batches.increment();
      metrics.rows.add(source.rows());
    }
  }

  private void fail(Throwable failure) throws Exception {
    if (failure instanceof BrokenStream broken) {
      throw (Exception) broken.getCause();
    } else if (exchange.isCancelled()) {
      throw new CancellationException("The caller has left");
    } else if (source.header() == null) {
      throw Refusal.invalid(Failures.message(failure));
    } else if (out.failRest(source.rows(), Failures.message(failure))) {
      return;
    }
    metrics.failedRows.add(source.rows());
    out.discard();
    open = false;
    exchange.sendError(source.batch(), Outcome.errorClass(failure), function.signature().name(), failure);
  }

  private void answer(VectorSchemaRoot root, int failures) throws Exception {
    boolean held = holdsThread;
    release();
    metrics.failedRows.add(failures);
    long cpu = CpuClock.micros() - cpuBefore;
    metrics.cpuMicros.add(cpu);
    send(root, failures > 0, cpu);
    cpuBefore = CpuClock.micros();
    if (held) {
      acquire();
    }
  }

  private void send(VectorSchemaRoot root, boolean someFailed, long cpu) throws Exception {
    if (source.header() == null) {
      exchange.send(null);
      return;
    }
    SharedAnswer room = roomUsed ? null : SharedAnswer.room(memory, source.header(), root);
    long length = room == null ? -1 : room.write(root);
    if (length < 0) {
      exchange.send(new AnswerHeader(AnswerHeader.BATCH, last, someFailed, root.getRowCount(), source.batch(), 0, 0, cpu));
    } else {
      roomUsed = true;
      exchange.sendHeader(new AnswerHeader(AnswerHeader.SHARED_BATCH, last, someFailed, root.getRowCount(), source.batch(), room.offset(), length, cpu), new byte[0]);
    }
  }

  /** While an answer waits for the caller, another stream may use the function. */
  private void acquire() throws InterruptedException {
    function.threads().acquire();
    holdsThread = true;
  }

  private void release() {
    if (holdsThread) {
      holdsThread = false;
      function.threads().release();
    }
  }

  @Override
  public void close() {
    out.close();
  }

  /** Carries what broke the stream through the function's code. */
  private static final class BrokenStream extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenStream(Exception cause) {
      super(cause);
    }
  }
}
