package dev.arbalest.udf.types;

import java.time.Instant;
import org.apache.arrow.vector.types.TimeUnit;

/** Points in time as counts of a unit since 1970. */
final class Timestamps {
  private Timestamps() {}

  static Instant instant(long count, TimeUnit unit) {
    long perSecond = perSecond(unit);
    return Instant.ofEpochSecond(Math.floorDiv(count, perSecond), Math.floorMod(count, perSecond) * (1_000_000_000 / perSecond));
  }

  /** The count; parts of a unit are cut off. An ArithmeticException says that the unit cannot hold it. */
  static long count(Instant instant, TimeUnit unit) {
    long perSecond = perSecond(unit);
    return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), perSecond), instant.getNano() / (1_000_000_000 / perSecond));
  }

  private static long perSecond(TimeUnit unit) {
    return switch (unit) {
      case SECOND -> 1;
      case MILLISECOND -> 1_000;
      case MICROSECOND -> 1_000_000;
      case NANOSECOND -> 1_000_000_000;
    };
  }
}
