package dev.arbalest.udf.conformance;

import dev.arbalest.udf.FunctionContext;
import dev.arbalest.udf.Nulls;
import dev.arbalest.udf.OnStart;
import dev.arbalest.udf.ScalarFunction;
import dev.arbalest.udf.Volatility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;

/** The scalar functions of the conformance suite. */
public final class Scalars {
  private int starts;

  @OnStart
  void start() {
    starts++;
  }

  @ScalarFunction(volatility = Volatility.IMMUTABLE)
  static void add(BigIntVector a, BigIntVector b, BigIntVector out) {
    for (int row = 0; row < a.getValueCount(); row++) {
      out.set(row, a.get(row) + b.get(row));
    }
  }

  @ScalarFunction(volatility = Volatility.IMMUTABLE)
  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  @ScalarFunction(volatility = Volatility.IMMUTABLE)
  static void answer(IntVector out, FunctionContext context) {
    fill(out, context, 42);
  }

  @ScalarFunction(volatility = Volatility.IMMUTABLE, nulls = Nulls.CALL)
  static void isNull(IntVector value, IntVector out) {
    for (int row = 0; row < value.getValueCount(); row++) {
      out.set(row, value.isNull(row) ? 1 : 0);
    }
  }

  @ScalarFunction(volatility = Volatility.IMMUTABLE)
  static int failOn(int value) {
    if (value == 7) {
      throw new IllegalArgumentException("bad value 7");
    }
    return value;
  }

  @ScalarFunction(volatility = Volatility.IMMUTABLE)
  static void failBatchOn(IntVector value, IntVector out) {
    for (int row = 0; row < value.getValueCount(); row++) {
      if (value.get(row) == 7) {
        throw new IllegalArgumentException("bad batch");
      }
      out.set(row, value.get(row));
    }
  }

  @ScalarFunction(volatility = Volatility.VOLATILE)
  static void sleepMs(IntVector ms, IntVector out) throws InterruptedException {
    for (int row = 0; row < ms.getValueCount(); row++) {
      Thread.sleep(ms.get(row));
      out.set(row, ms.get(row));
    }
  }

  @ScalarFunction(volatility = Volatility.STABLE)
  static String context(String name, FunctionContext context) {
    return switch (name) {
      case "query" -> context.query();
      case "user" -> context.user();
      default -> context.option(name).orElse(null);
    };
  }

  @ScalarFunction(volatility = Volatility.VOLATILE)
  static void logText(VarCharVector text, VarCharVector out, FunctionContext context) {
    for (int row = 0; row < text.getValueCount(); row++) {
      context.log(text.getObject(row).toString());
      out.setSafe(row, text.get(row));
    }
  }

  @ScalarFunction(volatility = Volatility.IMMUTABLE)
  void started(IntVector out, FunctionContext context) {
    fill(out, context, starts);
  }

  @ScalarFunction(volatility = Volatility.VOLATILE)
  static void processId(BigIntVector out, FunctionContext context) {
    for (int row = 0; row < context.rows(); row++) {
      out.set(row, ProcessHandle.current().pid());
    }
  }

  @ScalarFunction(volatility = Volatility.VOLATILE)
  static void crashOn(IntVector value, IntVector out) {
    for (int row = 0; row < value.getValueCount(); row++) {
      if (value.get(row) == 7) {
        Runtime.getRuntime().halt(3);
      }
      out.set(row, value.get(row));
    }
  }

  @ScalarFunction(volatility = Volatility.IMMUTABLE, repeatable = true)
  static void crashOnce(VarCharVector path, IntVector out) throws IOException {
    for (int row = 0; row < path.getValueCount(); row++) {
      Path file = Path.of(path.getObject(row).toString());
      if (!file.normalize().startsWith("/tmp")) {
        throw new IllegalArgumentException(file + " does not lie below /tmp");
      } else if (Files.notExists(file)) {
        Files.createFile(file);
        Runtime.getRuntime().halt(3);
      }
      out.set(row, 1);
    }
  }

  private static void fill(IntVector out, FunctionContext context, int value) {
    for (int row = 0; row < context.rows(); row++) {
      out.set(row, value);
    }
  }
}
