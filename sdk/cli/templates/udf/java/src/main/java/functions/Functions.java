package functions;

import dev.arbalest.udf.AggregateFunction;
import dev.arbalest.udf.Aggregator;
import dev.arbalest.udf.Batch;
import dev.arbalest.udf.ScalarFunction;
import dev.arbalest.udf.TableFunction;
import dev.arbalest.udf.Volatility;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.Float8Vector;

/** The functions of this image. A row with a NULL argument is not for them: its value is NULL. */
public final class Functions {
  private Functions() {}

  /** Vectorised: whole columns in, a whole column out. */
  @ScalarFunction(volatility = Volatility.IMMUTABLE, doc = "x * 2 + y")
  static void doublePlus(BigIntVector x, BigIntVector y, BigIntVector out) {
    for (int row = 0; row < x.getValueCount(); row++) {
      out.set(row, x.get(row) * 2 + y.get(row));
    }
  }

  /** By row: Java values in, a Java value out. */
  @ScalarFunction(volatility = Volatility.IMMUTABLE, doc = "Greets by name")
  static String greet(String name) {
    return "Hello, " + name + "!";
  }

  /** A row of {@code words}: each component is a column. */
  record Word(String word, int position) {}

  /** Any number of rows for each row. */
  @TableFunction(volatility = Volatility.IMMUTABLE, doc = "The words of a text, from position 1")
  static Stream<Word> words(String text) {
    String[] words = text.strip().split("\\s+");
    return text.isBlank() ? Stream.empty() : IntStream.range(0, words.length).mapToObj(i -> new Word(words[i], i + 1));
  }

  /** The harmonic mean's state. */
  static final class ReciprocalSum {
    double sum;
    long count;
  }

  /** Many rows to one value. States travel as bytes between executors. */
  @AggregateFunction(arguments = "value DOUBLE", returns = "DOUBLE", volatility = Volatility.IMMUTABLE, doc = "The harmonic mean; NULL for no rows")
  static final class HarmonicMean implements Aggregator<ReciprocalSum, Float8Vector> {
    @Override
    public ReciprocalSum init() {
      return new ReciprocalSum();
    }

    @Override
    public void update(List<ReciprocalSum> states, int[] groups, Batch rows) {
      Float8Vector values = rows.column(0, Float8Vector.class);
      for (int row = 0; row < rows.rows(); row++) {
        ReciprocalSum state = states.get(groups[row]);
        state.sum += 1 / values.get(row);
        state.count++;
      }
    }

    @Override
    public void merge(ReciprocalSum state, ReciprocalSum other) {
      state.sum += other.sum;
      state.count += other.count;
    }

    @Override
    public void finish(ReciprocalSum state, Float8Vector out, int row) {
      if (state.count > 0) {
        out.setSafe(row, state.count / state.sum);
      }
    }

    @Override
    public byte[] toBytes(ReciprocalSum state) {
      return ByteBuffer.allocate(16).putDouble(state.sum).putLong(state.count).array();
    }

    @Override
    public ReciprocalSum fromBytes(byte[] bytes) {
      ReciprocalSum state = new ReciprocalSum();
      state.sum = ByteBuffer.wrap(bytes).getDouble(0);
      state.count = ByteBuffer.wrap(bytes).getLong(8);
      return state;
    }
  }
}
