package dev.arbalest.udf.binding;

/** One value for each row. */
public final class ScalarUserFunction extends UserFunction {
  private final Evaluator evaluator;

  ScalarUserFunction(Signature signature, Evaluator evaluator) {
    super(signature);
    this.evaluator = evaluator;
  }

  /** What computes it. */
  public Evaluator evaluator() {
    return evaluator;
  }
}
