package dev.arbalest.udf.binding;

import dev.arbalest.udf.types.Rows;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.arrow.vector.FieldVector;

/**
 * The policy {@code errors: "rows"}: a row that fails is NULL and has a message. A vectorised function is called again on halves of what failed until the rows
 * that fail are alone; one that must not be repeated is called once for each row.
 */
public final class FailureTolerance {
  private final Evaluator evaluator;
  private final boolean repeatable;

  /** Around that evaluator. */
  public FailureTolerance(Evaluator evaluator, boolean repeatable) {
    this.evaluator = evaluator;
    this.repeatable = repeatable;
  }

  /** Sets all rows of {@code out}; tells {@code messages} the position and the cause of each failure. */
  public void evaluate(Input input, FieldVector out, RowEvaluator.OnFailure messages) throws Throwable {
    if (evaluator instanceof RowEvaluator byRow) {
      byRow.evaluate(input, out, (row, cause) -> {
        Rows.setNull(out, row);
        messages.accept(row, cause);
      });
    } else if (!repeatable) {
      evaluateOneByOne(input, out, messages);
    } else if (!succeeds(input, out)) {
      out.clear();
      out.setInitialCapacity(input.rows());
      out.allocateNew();
      evaluateHalves(input, 0, input.rows(), out, messages);
    }
  }

  private boolean succeeds(Input input, FieldVector out) throws Throwable {
    try {
      evaluator.evaluate(input, out);
      return true;
    } catch (CancellationException | OutOfMemoryError e) {
      throw e;
    } catch (Throwable cause) {
      if (input.rows() == 0) {
        throw cause;
      }
      return false;
    }
  }

  private void evaluateOneByOne(Input input, FieldVector out, RowEvaluator.OnFailure messages) throws Throwable {
    for (int row = 0; row < input.rows(); row++) {
      evaluatePart(input, row, row + 1, out, messages);
    }
  }

  private void evaluateHalves(Input input, int from, int to, FieldVector out, RowEvaluator.OnFailure messages) throws Throwable {
    if (to - from == 1) {
      evaluatePart(input, from, to, out, messages);
      return;
    }
    int middle = (from + to) >>> 1;
    for (int[] half : new int[][] {{from, middle}, {middle, to}}) {
      if (!evaluatePart(input, half[0], half[1], out, messages)) {
        evaluateHalves(input, half[0], half[1], out, messages);
      }
    }
  }

  /** False when it failed and can be cut further; a single row that fails is told and counts as done. */
  private boolean evaluatePart(Input input, int from, int to, FieldVector out, RowEvaluator.OnFailure messages) throws Throwable {
    Input part = input.select(IntStream.range(from, to).toArray(), to - from);
    try (FieldVector values = Rows.allocate(out.getField(), to - from, input.allocator())) {
      evaluator.evaluate(part, values);
      values.setValueCount(to - from);
      for (int i = 0; i < to - from; i++) {
        Rows.copy(values, i, out, from + i);
      }
      return true;
    } catch (CancellationException | OutOfMemoryError e) {
      throw e;
    } catch (Throwable failure) {
      if (to - from == 1) {
        Rows.setNull(out, from);
        messages.accept(from, failure instanceof RowFailure row ? row.getCause() : failure);
      }
      return to - from == 1;
    } finally {
      part.close();
    }
  }
}
