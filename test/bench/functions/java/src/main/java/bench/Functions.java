package bench;

import dev.arbalest.udf.ScalarFunction;
import dev.arbalest.udf.Volatility;
import org.apache.arrow.vector.BigIntVector;

/** The functions of the benchmark, over whole columns. */
public final class Functions {
  private Functions() {}

  @ScalarFunction(volatility = Volatility.IMMUTABLE)
  static void x2y(BigIntVector x, BigIntVector y, BigIntVector out) {
    for (int row = 0; row < x.getValueCount(); row++) {
      out.set(row, 2 * x.get(row) + y.get(row));
    }
  }

  @ScalarFunction(volatility = Volatility.IMMUTABLE)
  static void echo(BigIntVector value, BigIntVector out) {
    for (int row = 0; row < value.getValueCount(); row++) {
      out.set(row, value.get(row));
    }
  }
}
