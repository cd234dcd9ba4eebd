package dev.arbalest.udf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arbalest.udf.conformance.EchoRows;
import dev.arbalest.udf.conformance.EchoVectors;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.arrow.vector.PeriodDuration;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Extremes of every type, through the server and back, by vectors and by row, by socket and by shared memory. */
@Timeout(60)
class EchoTest {
  private static Caller caller;

  @BeforeAll
  static void start() throws Exception {
    caller = new Caller(EchoVectors.class, EchoRows.class);
  }

  @AfterAll
  static void stop() throws Exception {
    caller.close();
    assertEquals(0, caller.server.allocatedBytes());
  }

  static Stream<Arguments> types() {
    BigInteger huge = BigInteger.ONE.shiftLeft(127);
    return Stream.of(
        type("boolean", "BOOLEAN", true, false),
        type("tinyint", "TINYINT", (byte) -128, (byte) 127),
        type("smallint", "SMALLINT", Short.MIN_VALUE, Short.MAX_VALUE),
        type("integer", "INTEGER", Integer.MIN_VALUE, Integer.MAX_VALUE),
        type("bigint", "BIGINT", Long.MIN_VALUE, Long.MAX_VALUE),
        type("utinyint", "UTINYINT", 0, 255),
        type("usmallint", "USMALLINT", 0, 65535),
        type("uinteger", "UINTEGER", 0L, 4294967295L),
        type("ubigint", "UBIGINT", BigInteger.ZERO, BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE)),
        type("hugeint", "HUGEINT", huge.negate(), huge.subtract(BigInteger.ONE), BigInteger.valueOf(-1)),
        type("decimal", "DECIMAL(18, 3)", new BigDecimal("-999999999999999.999"), new BigDecimal("0.001")),
        type("decimal38", "DECIMAL(38, 10)", new BigDecimal("9999999999999999999999999999.9999999999"), new BigDecimal("-1.0000000000")),
        type("float", "FLOAT", -1.5f, Float.NaN),
        type("double", "DOUBLE", Double.NEGATIVE_INFINITY, 0.1),
        type("varchar", "VARCHAR", "", "ünï 🦆"),
        type("blob", "BLOB", new byte[] {0, -1}, new byte[0]),
        type("json", "JSON", "{\"a\": [1]}", "null"),
        type("uuid", "UUID", new UUID(0, 0), new UUID(-1, -1)),
        type("enum", "ENUM('red', 'green', 'blue')", "red", "blue"),
        type("date", "DATE", LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)),
        type("time", "TIME", LocalTime.MIN, LocalTime.of(23, 59, 59, 999_999_000)),
        type("timestamp", "TIMESTAMP", LocalDateTime.of(1, 1, 1, 0, 0), LocalDateTime.of(2024, 2, 29, 1, 2, 3, 456_789_000)),
        type("timestamp_s", "TIMESTAMP_S", LocalDateTime.of(1969, 12, 31, 23, 59, 59), LocalDateTime.of(2024, 1, 1, 0, 0)),
        type("timestamp_ms", "TIMESTAMP_MS", LocalDateTime.of(1969, 12, 31, 23, 59, 59, 1_000_000), LocalDateTime.of(2024, 1, 1, 0, 0)),
        type("timestamp_ns", "TIMESTAMP_NS", LocalDateTime.of(1969, 12, 31, 23, 59, 59, 1), LocalDateTime.of(2024, 1, 1, 0, 0)),
        type("timestamptz", "TIMESTAMPTZ", Instant.EPOCH, Instant.parse("2024-02-29T01:02:03.456789Z")),
        type("interval", "INTERVAL", new PeriodDuration(Period.of(0, -14, 3), Duration.ofNanos(-5)), new PeriodDuration(Period.ZERO, Duration.ofHours(30))),
        type("list", "INTEGER[]", List.of(), Arrays.asList(1, null, 3)),
        type("texts", "VARCHAR[]", List.of("a", ""), Arrays.asList((String) null)),
        type("array", "INTEGER[3]", Arrays.asList(1, null, 3), List.of(4, 5, 6)),
        type("struct", "STRUCT(a INTEGER, b VARCHAR)", Map.of("a", 1, "b", "x"), Map.of("a", 2)),
        type("map", "MAP(VARCHAR, INTEGER)", Map.of("k", 1), Map.of()),
        type("structs", "STRUCT(a INTEGER, b VARCHAR)[]", Arrays.asList(Map.of("a", 1, "b", "x"), null), List.of()));
  }

  private static Arguments type(String name, String sqlType, Object... values) {
    Object[] all = Arrays.copyOf(values, values.length + 2);
    all[values.length + 1] = values[0];
    return Arguments.of(name, sqlType, Arrays.asList(all));
  }

  @ParameterizedTest
  @MethodSource("types")
  void comesBackAsItWas(String name, String sqlType, List<Object> values) throws Exception {
    Path in = caller.folder.resolve("e.in");
    Path out = caller.folder.resolve("e.out");
    for (Path path : List.of(in, out)) {
      try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
        file.setLength(1 << 16);
      }
    }
    for (String function : List.of("echo_" + name, "echo_row_" + name)) {
      String call = "{\"protocol\":1,\"calls\":[{\"function\":\"" + function + "\",\"arguments\":[0]}],\"sharedMemory\":{\"input\":\"e.in\",\"inputBytes\":65536,\"output\":\"e.out\",\"outputBytes\":65536}}";
      try (VectorSchemaRoot root = Inputs.batch(caller.allocator, "v " + sqlType, values);
          Caller.Stream stream = caller.open(call, root)) {
        String expected = text(Caller.values(root).get(0));
        stream.send();
        assertEquals(expected, text(answer(stream, out)), function);
        stream.sendShared(root, in, 0, 1 << 16);
        assertEquals(expected, text(answer(stream, out)), function + " in shared memory");
        stream.end();
      }
    }
  }

  private static List<Object> answer(Caller.Stream stream, Path out) throws Exception {
    Caller.Answer answer = stream.answer(out);
    assertEquals(null, answer.error());
    return answer.columns().get(0);
  }

  private static String text(List<Object> values) {
    return values.stream().map(value -> value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value)).toList().toString();
  }
}
