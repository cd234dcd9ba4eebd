package dev.arbalest.udf;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that gives one value for each row.
 *
 * <p><b>By row</b>: parameters and result are Java values, {@code long gcd(long a, long b)}. Primitives are not boxed.
 *
 * <p><b>Vectorised</b>: parameters are Arrow vectors, the last one is filled with the result, {@code void add(BigIntVector a, BigIntVector b, BigIntVector out)}.
 * All have the same number of rows. {@code out} is allocated for them and every row of it begins as NULL; the server sets its value count afterwards. Arguments
 * may lie in memory that is mapped read-only, and belong to the server again when the method returns.
 *
 * <p>A {@link FunctionContext} may be a parameter at any place. Methods are static, or belong to a class with a constructor without parameters, of which the
 * server makes one instance. An exception fails the row or the batch; its class and message are shown to the user.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ScalarFunction {
  /** Name in SQL; by default the method's in snake case. */
  String name() default "";

  /** SQL type of the result; needed where the Java type leaves it open. */
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
