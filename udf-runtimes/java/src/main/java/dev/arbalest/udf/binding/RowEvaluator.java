package dev.arbalest.udf.binding;

import java.util.concurrent.CancellationException;
import org.apache.arrow.vector.FieldVector;
import dev.arbalest.udf.FunctionContext;

/** An evaluator that takes one row at a time, so that a row fails alone. */
public interface RowEvaluator extends Evaluator {
  /** Sets one row of {@code out}, which stays NULL where a NULL is propagated. */
  void row(FieldVector[] columns, FieldVector out, FunctionContext context, int row) throws Throwable;

  /** Whether rows with a NULL are left out. */
  boolean propagates();

  @Override
  default void evaluate(Input input, FieldVector out) throws Throwable {
    evaluate(input, out, (row, cause) -> {
      throw new RowFailure(row, cause);
    });
  }

  /** As above, with each failure told to {@code failed}; the row stays NULL when that returns. */
  default void evaluate(Input input, FieldVector out, OnFailure failed) throws Throwable {
    FieldVector[] columns = input.columns().toArray(FieldVector[]::new);
    boolean skipsNulls = propagates() && input.hasNulls();
    for (int row = 0; row < input.rows(); row++) {
      if ((row & 1023) == 0 && input.context().cancelled()) {
        throw new CancellationException("The caller has left");
      }
      if (skipsNulls && input.hasNull(row)) {
        continue;
      }
      try {
        row(columns, out, input.context(), row);
      } catch (Throwable cause) {
        failed.accept(row, cause);
      }
    }
  }

  /** Takes the failure of a row. */
  @FunctionalInterface
  interface OnFailure {
    void accept(int row, Throwable cause) throws RowFailure;
  }
}
