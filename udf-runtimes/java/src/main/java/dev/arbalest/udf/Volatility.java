package dev.arbalest.udf;

/** How far equal arguments give equal values. The planner folds constants, and drops or repeats calls, accordingly. */
public enum Volatility {
  /** For ever. */
  IMMUTABLE,
  /** Within one statement. */
  STABLE,
  /** At no time: called exactly once for each row. */
  VOLATILE
}
