package dev.arbalest.udf.binding;

import org.apache.arrow.vector.FieldVector;

/** A value for each row: what scalar functions and all operations of aggregates come down to. */
@FunctionalInterface
public interface Evaluator {
  /**
   * Sets the rows of {@code out}, which has room for them and holds NULL in each; the caller sets its value count.
   *
   * @throws RowFailure when it is known which row failed
   * @throws Throwable whatever user code throws
   */
  void evaluate(Input input, FieldVector out) throws Throwable;
}
