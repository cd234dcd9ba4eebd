package dev.arbalest.udf;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a function may know of the call that it serves. Valid until the function returns; safe for use by several threads. */
public interface FunctionContext {
  /** Id of the query, for logs. Empty where the caller does not say. */
  String query();

  /** Name of the user whose query it is. Empty where the caller does not say. */
  String user();

  /** Options that were given when the function was created. */
  Map<String, String> options();

  /** The option of that name. */
  default Optional<String> option(String name) {
    return Optional.ofNullable(options().get(name));
  }

  /** Rows of the batch. */
  int rows();

  /** When the caller gives the batch up. */
  Optional<Instant> deadline();

  /** True when the caller has left: what is still computed is thrown away. The function's thread is interrupted then, too. */
  boolean cancelled();

  /** Writes a line to the server's log, which is the query's log. */
  void log(String line);
}
