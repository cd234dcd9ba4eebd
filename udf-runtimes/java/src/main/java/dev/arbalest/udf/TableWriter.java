package dev.arbalest.udf;

import org.apache.arrow.vector.FieldVector;

/** Takes the rows that a vectorised table function makes, and sends them on in answers of about 8 MiB. */
public interface TableWriter {
  /**
   * Begins the next row of the result. What was written before may be sent away by this call, so values are set only in the row that it returns.
   *
   * @param inputRow the row of the batch that it is made from; never less than in the call before
   * @return the position at which the columns take the row's values, with {@code setSafe}; a column that is not set is NULL
   */
  int row(int inputRow);

  /** A column of the result. */
  <V extends FieldVector> V column(int index, Class<V> type);
}
