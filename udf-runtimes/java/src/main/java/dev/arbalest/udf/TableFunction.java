package dev.arbalest.udf;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that makes any number of rows of each row.
 *
 * <p><b>By row</b>: parameters are Java values, the result is a {@code Stream<T>}, {@code Iterable<T>} or {@code Iterator<T>}, or the method is {@code void} and takes a
 * {@code Consumer<T>}. {@code T} is a record, whose components are the columns, or the value of the only column.
 *
 * <p><b>Vectorised</b>: parameters are Arrow vectors and a {@link TableWriter}: {@code void series(IntVector n, TableWriter out)}.
 *
 * <p><b>By an iterator of batches</b>: {@code void number(Iterator<Batch> batches, TableWriter out)}, called once for each stream; {@link #arguments} says what they hold.
 * The rows made between two calls of {@code next} belong to the batch that the first one returned. After an exception it is called anew, with the batches that follow.
 *
 * <p>Otherwise as {@link ScalarFunction}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TableFunction {
  /** Name in SQL; by default the method's in snake case. */
  String name() default "";

  /** Names and SQL types of the arguments, {@code "text VARCHAR, n INTEGER"}; for functions by an iterator of batches only. */
  String arguments() default "";

  /** Names and SQL types of the columns; needed unless rows are records, or values of a Java type that says it all. */
  String returns() default "";

  /** What becomes of rows with a NULL argument. */
  Nulls nulls() default Nulls.PROPAGATE;

  /** How far equal arguments give equal values. */
  Volatility volatility() default Volatility.VOLATILE;

  /** Whether a batch whose process died may be sent again; by default unless the function is volatile. At most one element. */
  boolean[] repeatable() default {};

  /** Rows that the function likes to get at once; 0 leaves it to the caller. */
  int batchRows() default 0;

  /** Bytes that the function likes to get at once; 0 leaves it to the caller. */
  long batchBytes() default 0;

  /** How many threads may be in the function at the same time; 0 is as many as there are processors. With 1 it need not be thread-safe. */
  int parallelism() default 0;

  /** Names of the options that the function reads; empty allows any. */
  String[] options() default {};

  /** One line for {@code DESCRIBE FUNCTION}. */
  String doc() default "";
}
