package dev.arbalest.udf.binding;

import java.util.Locale;

/** What a function makes of its rows. */
public enum Kind {
  SCALAR,
  TABLE,
  AGGREGATE;

  /** As the protocol writes it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
