package dev.arbalest.udf.binding;

/** User code failed for one row; the cause is what it threw. */
public final class RowFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private final int row;

  /** At that position of the batch. */
  public RowFailure(int row, Throwable cause) {
    super(cause);
    this.row = row;
  }

  /** Position in the batch. */
  public int row() {
    return row;
  }
}
