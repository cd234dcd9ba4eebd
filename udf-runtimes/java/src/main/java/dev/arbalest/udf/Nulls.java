package dev.arbalest.udf;

/** What becomes of a row that has a NULL among its arguments. */
public enum Nulls {
  /**
   * The row's value is NULL (a table function makes no row, an aggregate leaves the row out), and the function is not called for it. So it never meets a NULL:
   * vectors come without the rows that have one.
   */
  PROPAGATE,
  /** The function is called. By-row parameters must then be boxed types, in which {@code null} is NULL. */
  CALL
}
