package dev.arbalest.udf.binding;

import dev.arbalest.udf.Nulls;
import dev.arbalest.udf.Volatility;
import java.util.List;
import org.apache.arrow.vector.types.pojo.Field;

/**
 * What a function declares.
 *
 * @param results the one value of a scalar or an aggregate, the columns of a table function
 * @param batchRows 0 leaves it to the caller
 * @param batchBytes 0 leaves it to the caller
 * @param parallelism at least 1
 * @param options empty allows any
 */
public record Signature(
    String name,
    Kind kind,
    List<Field> arguments,
    List<Field> results,
    Nulls nulls,
    Volatility volatility,
    boolean repeatable,
    int batchRows,
    long batchBytes,
    int parallelism,
    List<String> options,
    String doc) {

  /** What the three annotations have in common. */
  public record Traits(Nulls nulls, Volatility volatility, boolean[] repeatable, int batchRows, long batchBytes, int parallelism, String[] options, String doc) {
    Signature signature(String name, Kind kind, List<Field> arguments, List<Field> results) {
      boolean again = repeatable.length > 0 ? repeatable[0] : volatility != Volatility.VOLATILE;
      int threads = parallelism > 0 ? parallelism : Runtime.getRuntime().availableProcessors();
      return new Signature(name, kind, arguments, results, nulls, volatility, again, batchRows, batchBytes, threads, List.of(options), doc);
    }
  }

  /** True when a row with a NULL argument is not for the function. */
  public boolean propagates() {
    return nulls == Nulls.PROPAGATE;
  }
}
