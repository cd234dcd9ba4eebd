package dev.arbalest.udf.binding;

import dev.arbalest.udf.FunctionContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The context of one call over one batch. {@code left} tells whether the caller has left. */
public record CallContext(String query, String user, Map<String, String> options, int rows, Optional<Instant> deadline, BooleanSupplier left) implements FunctionContext {
  /** The same for another number of rows. */
  public CallContext withRows(int count) {
    return new CallContext(query, user, options, count, deadline, left);
  }

  @Override
  public boolean cancelled() {
    return left.getAsBoolean();
  }

  @Override
  public void log(String line) {
    System.out.println(line);
  }
}
