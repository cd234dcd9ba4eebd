package dev.arbalest.udf.conformance;

import dev.arbalest.udf.AggregateFunction;
import dev.arbalest.udf.Aggregator;
import dev.arbalest.udf.Batch;
import dev.arbalest.udf.Volatility;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;

/** The aggregate functions of the conformance suite. */
public final class Aggregates {
  private Aggregates() {}

  /** Two sums, of which each function uses what it needs. */
  static final class Sums {
    double first;
    double second;
  }

  /** States of two numbers. */
  abstract static class OfSums implements Aggregator<Sums, Float8Vector> {
    @Override
    public Sums init() {
      return new Sums();
    }

    @Override
    public void merge(Sums state, Sums other) {
      state.first += other.first;
      state.second += other.second;
    }

    @Override
    public byte[] toBytes(Sums state) {
      return ByteBuffer.allocate(16).putDouble(state.first).putDouble(state.second).array();
    }

    @Override
    public Sums fromBytes(byte[] bytes) {
      Sums sums = new Sums();
      sums.first = ByteBuffer.wrap(bytes).getDouble(0);
      sums.second = ByteBuffer.wrap(bytes).getDouble(8);
      return sums;
    }
  }

  /** 0 for no rows. */
  @AggregateFunction(arguments = "value DOUBLE", returns = "DOUBLE", volatility = Volatility.IMMUTABLE)
  static final class SumSquares extends OfSums {
    @Override
    public void update(List<Sums> states, int[] groups, Batch rows) {
      Float8Vector values = rows.column(0, Float8Vector.class);
      for (int row = 0; row < rows.rows(); row++) {
        states.get(groups[row]).first += values.get(row) * values.get(row);
      }
    }

    @Override
    public void finish(Sums state, Float8Vector out, int row) {
      out.setSafe(row, state.first);
    }
  }

  /** NULL for no rows or no weight. */
  @AggregateFunction(arguments = "value DOUBLE, weight DOUBLE", returns = "DOUBLE", volatility = Volatility.IMMUTABLE)
  static final class WeightedAverage extends OfSums {
    @Override
    public void update(List<Sums> states, int[] groups, Batch rows) {
      Float8Vector values = rows.column(0, Float8Vector.class);
      Float8Vector weights = rows.column(1, Float8Vector.class);
      for (int row = 0; row < rows.rows(); row++) {
        Sums state = states.get(groups[row]);
        state.first += values.get(row) * weights.get(row);
        state.second += weights.get(row);
      }
    }

    @Override
    public void finish(Sums state, Float8Vector out, int row) {
      if (state.second != 0) {
        out.setSafe(row, state.first / state.second);
      }
    }
  }

  /** Distinct texts in order of their bytes, joined by commas; NULL for no rows. */
  @AggregateFunction(arguments = "text VARCHAR", returns = "VARCHAR", volatility = Volatility.IMMUTABLE)
  static final class JoinSorted implements Aggregator<TreeSet<byte[]>, VarCharVector> {
    @Override
    public TreeSet<byte[]> init() {
      return new TreeSet<>(Arrays::compareUnsigned);
    }

    @Override
    public void update(List<TreeSet<byte[]>> states, int[] groups, Batch rows) {
      VarCharVector texts = rows.column(0, VarCharVector.class);
      for (int row = 0; row < rows.rows(); row++) {
        states.get(groups[row]).add(texts.get(row));
      }
    }

    @Override
    public void merge(TreeSet<byte[]> state, TreeSet<byte[]> other) {
      state.addAll(other);
    }

    @Override
    public void finish(TreeSet<byte[]> state, VarCharVector out, int row) {
      if (!state.isEmpty()) {
        out.setSafe(row, String.join(",", state.stream().map(text -> new String(text, StandardCharsets.UTF_8)).toList()).getBytes(StandardCharsets.UTF_8));
      }
    }

    @Override
    public byte[] toBytes(TreeSet<byte[]> state) {
      ByteBuffer bytes = ByteBuffer.allocate(state.stream().mapToInt(text -> 4 + text.length).sum());
      state.forEach(text -> bytes.putInt(text.length).put(text));
      return bytes.array();
    }

    @Override
    public TreeSet<byte[]> fromBytes(byte[] bytes) {
      TreeSet<byte[]> state = init();
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        byte[] text = new byte[buffer.getInt()];
        buffer.get(text);
        state.add(text);
      }
      return state;
    }
  }

  /** A count or a sum. */
  static final class Total {
    long value;
  }

  /** States of one whole number. */
  abstract static class OfTotal implements Aggregator<Total, BigIntVector> {
    @Override
    public Total init() {
      return new Total();
    }

    @Override
    public void merge(Total state, Total other) {
      state.value += other.value;
    }

    @Override
    public void finish(Total state, BigIntVector out, int row) {
      out.setSafe(row, state.value);
    }

    @Override
    public byte[] toBytes(Total state) {
      return ByteBuffer.allocate(8).putLong(state.value).array();
    }

    @Override
    public Total fromBytes(byte[] bytes) {
      Total total = new Total();
      total.value = ByteBuffer.wrap(bytes).getLong();
      return total;
    }
  }

  /** Rows, whatever is in them. */
  @AggregateFunction(returns = "BIGINT", volatility = Volatility.IMMUTABLE)
  static final class CountRows extends OfTotal {
    @Override
    public void update(List<Total> states, int[] groups, Batch rows) {
      for (int row = 0; row < rows.rows(); row++) {
        states.get(groups[row]).value++;
      }
    }
  }

  /** Fails for a group with 7. */
  @AggregateFunction(arguments = "value INTEGER", returns = "BIGINT", volatility = Volatility.IMMUTABLE)
  static final class FailSum extends OfTotal {
    @Override
    public void update(List<Total> states, int[] groups, Batch rows) {
      IntVector values = rows.column(0, IntVector.class);
      for (int row = 0; row < rows.rows(); row++) {
        if (values.get(row) == 7) {
          throw new IllegalArgumentException("bad value 7");
        }
        states.get(groups[row]).value += values.get(row);
      }
    }
  }
}
