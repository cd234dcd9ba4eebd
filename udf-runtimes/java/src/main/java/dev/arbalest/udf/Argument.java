package dev.arbalest.udf;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says more about an argument, or a component of a record, than its Java type does. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Argument {
  /** The argument's name; by default that of the parameter or component, where the class was compiled with {@code -parameters}. */
  String name() default "";

  /** The SQL type, e.g. {@code DECIMAL(18, 3)}; needed where the Java type leaves it open: BigDecimal, nested vectors, JSON, unsigned integers. */
  String type() default "";
}
