package dev.arbalest.udf.conformance;

import dev.arbalest.udf.Batch;
import dev.arbalest.udf.TableFunction;
import dev.arbalest.udf.TableWriter;
import dev.arbalest.udf.Volatility;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.IntVector;

/** The table functions of the conformance suite. */
public final class Tables {
  private Tables() {}

  /** A row of {@code split}. */
  record Part(String part, int position) {}

  @TableFunction(volatility = Volatility.IMMUTABLE)
  static Stream<Part> split(String text, String separator) {
    String[] parts = text.split(Pattern.quote(separator), -1);
    return IntStream.range(0, parts.length).mapToObj(i -> new Part(parts[i], i + 1));
  }

  @TableFunction(returns = "i INTEGER", volatility = Volatility.IMMUTABLE)
  static void series(IntVector n, TableWriter out) {
    for (int row = 0; row < n.getValueCount(); row++) {
      for (int i = 0; i < n.get(row); i++) {
        int position = out.row(row);
        out.column(0, IntVector.class).set(position, i);
      }
    }
  }

  @TableFunction(arguments = "value BIGINT", returns = "value BIGINT, batch INTEGER", volatility = Volatility.VOLATILE)
  static void numberRows(Iterator<Batch> batches, TableWriter out) {
    for (int number = 0; batches.hasNext(); number++) {
      Batch batch = batches.next();
      BigIntVector values = batch.column(0, BigIntVector.class);
      for (int row = 0; row < batch.rows(); row++) {
        int position = out.row(row);
        out.column(0, BigIntVector.class).set(position, values.get(row));
        out.column(1, IntVector.class).set(position, number);
      }
    }
  }

  @TableFunction(returns = "value INTEGER", volatility = Volatility.IMMUTABLE)
  static List<Integer> failRows(int value) {
    if (value == 7) {
      throw new IllegalArgumentException("bad value 7");
    }
    return List.of(value);
  }
}
