package dev.arbalest.udf.binding;

import dev.arbalest.udf.Batch;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/** Any number of rows for each row. */
public final class TableUserFunction extends UserFunction {
  private final BoundMethod method;
  private final RowTable byRow;

  TableUserFunction(Signature signature, BoundMethod method, RowTable byRow) {
    super(signature);
    this.method = method;
    this.byRow = byRow;
  }

  /** True when the function takes an iterator of batches, by {@link #iterate}; else each batch goes through {@link #batch}. */
  public boolean iterates() {
    return method.parameters().stream().anyMatch(BoundMethod.Parameter::isBatches);
  }

  /** Writes the rows that one batch makes, failures by row where {@code out} keeps messages. The last rows may be left in {@code out}. */
  public void batch(Input input, TableOutput out) throws Throwable {
    if (byRow != null) {
      byRow.run(input, out, signature().propagates());
    } else {
      vectorised(input, out);
    }
  }

  /** Calls the function over the batches that are still to come. */
  public void iterate(Iterator<Input> inputs, CallContext context, TableOutput out) throws Throwable {
    Batches batches = new Batches(inputs, out);
    try {
      method.invoke(arguments(null, context, out, batches));
    } finally {
      batches.free();
    }
  }

  private void vectorised(Input input, TableOutput out) throws Throwable {
    Input.Selection all = signature().propagates() && input.hasNulls() ? input.withoutNulls() : null;
    int[] positions = all == null ? IntStream.range(0, out.keepsMessages() ? input.rows() : 0).toArray() : all.positions();
    int rows = all == null ? input.rows() : all.count();
    if (!out.keepsMessages()) {
      call(input, all == null ? null : positions, rows, out);
    } else if (!signature().repeatable()) {
      for (int i = 0; i < rows; i++) {
        tolerant(input, positions, i, i + 1, out);
      }
    } else {
      halves(input, positions, 0, rows, out);
    }
  }

  private void halves(Input input, int[] positions, int from, int to, TableOutput out) throws Throwable {
    if (!tolerant(input, positions, from, to, out)) {
      int middle = (from + to) >>> 1;
      halves(input, positions, from, middle, out);
      halves(input, positions, middle, to, out);
    }
  }

  /** False when the rows failed and can be cut further. */
  private boolean tolerant(Input input, int[] positions, int from, int to, TableOutput out) throws Throwable {
    out.hold();
    try {
      call(input, java.util.Arrays.copyOfRange(positions, from, to), to - from, out);
      out.commit();
      return true;
    } catch (CancellationException | OutOfMemoryError e) {
      throw e;
    } catch (Throwable cause) {
      out.rollBack();
      if (to - from == 1) {
        out.fail(positions[from], Failures.message(cause));
      }
      return to - from <= 1;
    }
  }

  private void call(Input input, int[] positions, int rows, TableOutput out) throws Throwable {
    if (positions == null) {
      method.invoke(arguments(input, input.context(), out, null));
      return;
    }
    Input selected = input.select(positions, rows);
    try {
      out.select(rows, positions);
      method.invoke(arguments(selected, selected.context(), out, null));
    } finally {
      selected.close();
    }
  }

  private Object[] arguments(Input input, CallContext context, TableOutput out, Iterator<Batch> batches) {
    Object[] values = new Object[method.parameters().size()];
    int column = 0;
    for (int i = 0; i < values.length; i++) {
      BoundMethod.Parameter parameter = method.parameters().get(i);
      if (parameter.isContext()) {
        values[i] = context;
      } else if (parameter.isWriter()) {
        values[i] = out;
      } else {
        values[i] = parameter.isBatches() ? batches : input.columns().get(column++);
      }
    }
    return values;
  }

  /** Batches as the function sees them: without the rows that it must not see. */
  private final class Batches implements Iterator<Batch> {
    private final Iterator<Input> inputs;
    private final TableOutput out;
    private Input selected;

    Batches(Iterator<Input> inputs, TableOutput out) {
      this.inputs = inputs;
      this.out = out;
    }

    @Override
    public boolean hasNext() {
      return inputs.hasNext();
    }

    @Override
    public Batch next() {
      Input input = inputs.next();
      free();
      if (signature().propagates() && input.hasNulls()) {
        Input.Selection rows = input.withoutNulls();
        selected = input.select(rows.positions(), rows.count());
        out.select(rows.count(), rows.positions());
        return new Batch(rows.count(), selected.columns());
      }
      return new Batch(input.rows(), input.columns());
    }

    void free() {
      if (selected != null) {
        selected.close();
        selected = null;
      }
    }
  }
}
