package dev.arbalest.udf.binding;

import dev.arbalest.udf.types.Rows;
import org.apache.arrow.vector.FieldVector;

/** Keeps rows with a NULL argument away from a vectorised function: it gets the others only, and their values go back to their places. */
final class NullPropagation implements Evaluator {
  private final Evaluator inner;

  NullPropagation(Evaluator inner) {
    this.inner = inner;
  }

  @Override
  public void evaluate(Input input, FieldVector out) throws Throwable {
    if (!input.hasNulls()) {
      inner.evaluate(input, out);
      return;
    }
    Input.Selection rows = input.withoutNulls();
    if (rows.count() == 0) {
      return;
    }
    Input selected = input.select(rows.positions(), rows.count());
    try (FieldVector values = Rows.allocate(out.getField(), rows.count(), input.allocator())) {
      inner.evaluate(selected, values);
      values.setValueCount(rows.count());
      for (int i = 0; i < rows.count(); i++) {
        Rows.copy(values, i, out, rows.positions()[i]);
      }
    } catch (RowFailure failure) {
      throw new RowFailure(rows.positions()[failure.row()], failure.getCause());
    } finally {
      selected.close();
    }
  }
}
