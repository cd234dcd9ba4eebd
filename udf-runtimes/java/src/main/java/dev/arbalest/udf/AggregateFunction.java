package dev.arbalest.udf;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A class that implements {@link Aggregator}: many rows to one value, in two phases across executors. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AggregateFunction {
  /** Name in SQL; by default the class's in snake case. */
  String name() default "";

  /** Names and SQL types of the arguments, {@code "value DOUBLE, weight DOUBLE"}. */
  String arguments() default "";

  /** SQL type of the result. */
  String returns();

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
