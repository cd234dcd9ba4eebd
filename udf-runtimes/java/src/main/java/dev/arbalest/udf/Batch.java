package dev.arbalest.udf;

import java.util.List;
import org.apache.arrow.vector.FieldVector;

/**
 * Rows as columns. Valid until the function asks for the next batch or returns.
 *
 * @param rows number of rows, also where there are no columns
 * @param columns one vector for each argument, with {@code rows} values each
 */
public record Batch(int rows, List<FieldVector> columns) {
  /** The vector of an argument, e.g. {@code batch.column(0, BigIntVector.class)}. */
  public <V extends FieldVector> V column(int index, Class<V> type) {
    return type.cast(columns.get(index));
  }
}
