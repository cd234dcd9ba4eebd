package dev.arbalest.udf.conformance;

import dev.arbalest.udf.Argument;
import dev.arbalest.udf.ScalarFunction;
import dev.arbalest.udf.Volatility;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.arrow.vector.PeriodDuration;

/** Every type through a function by row and back. */
public final class EchoRows {
  private EchoRows() {}

  /** The values of the enum. */
  enum Colour {
    red,
    green,
    blue
  }

  /** The fields of the struct. */
  record Pair(Integer a, String b) {}

  @ScalarFunction(name = "echo_row_boolean", volatility = Volatility.IMMUTABLE)
  static boolean echoBoolean(boolean value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_tinyint", volatility = Volatility.IMMUTABLE)
  static byte echoTinyint(byte value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_smallint", volatility = Volatility.IMMUTABLE)
  static short echoSmallint(short value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_integer", volatility = Volatility.IMMUTABLE)
  static int echoInteger(int value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_bigint", volatility = Volatility.IMMUTABLE)
  static long echoBigint(long value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_utinyint", returns = "UTINYINT", volatility = Volatility.IMMUTABLE)
  static short echoUtinyint(@Argument(type = "UTINYINT") short value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_usmallint", returns = "USMALLINT", volatility = Volatility.IMMUTABLE)
  static int echoUsmallint(@Argument(type = "USMALLINT") int value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_uinteger", returns = "UINTEGER", volatility = Volatility.IMMUTABLE)
  static long echoUinteger(@Argument(type = "UINTEGER") long value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_ubigint", returns = "UBIGINT", volatility = Volatility.IMMUTABLE)
  static BigInteger echoUbigint(@Argument(type = "UBIGINT") BigInteger value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_hugeint", volatility = Volatility.IMMUTABLE)
  static BigInteger echoHugeint(BigInteger value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_decimal", returns = "DECIMAL(18, 3)", volatility = Volatility.IMMUTABLE)
  static BigDecimal echoDecimal(@Argument(type = "DECIMAL(18, 3)") BigDecimal value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_decimal38", returns = "DECIMAL(38, 10)", volatility = Volatility.IMMUTABLE)
  static BigDecimal echoDecimal38(@Argument(type = "DECIMAL(38, 10)") BigDecimal value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_float", volatility = Volatility.IMMUTABLE)
  static float echoFloat(float value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_double", volatility = Volatility.IMMUTABLE)
  static double echoDouble(double value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_varchar", volatility = Volatility.IMMUTABLE)
  static String echoVarchar(String value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_blob", volatility = Volatility.IMMUTABLE)
  static byte[] echoBlob(byte[] value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_json", returns = "JSON", volatility = Volatility.IMMUTABLE)
  static String echoJson(@Argument(type = "JSON") String value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_uuid", volatility = Volatility.IMMUTABLE)
  static UUID echoUuid(UUID value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_enum", volatility = Volatility.IMMUTABLE)
  static Colour echoEnum(Colour value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_date", volatility = Volatility.IMMUTABLE)
  static LocalDate echoDate(LocalDate value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_time", volatility = Volatility.IMMUTABLE)
  static LocalTime echoTime(LocalTime value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_timestamp", volatility = Volatility.IMMUTABLE)
  static LocalDateTime echoTimestamp(LocalDateTime value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_timestamp_s", returns = "TIMESTAMP_S", volatility = Volatility.IMMUTABLE)
  static LocalDateTime echoTimestampS(@Argument(type = "TIMESTAMP_S") LocalDateTime value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_timestamp_ms", returns = "TIMESTAMP_MS", volatility = Volatility.IMMUTABLE)
  static LocalDateTime echoTimestampMs(@Argument(type = "TIMESTAMP_MS") LocalDateTime value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_timestamp_ns", returns = "TIMESTAMP_NS", volatility = Volatility.IMMUTABLE)
  static LocalDateTime echoTimestampNs(@Argument(type = "TIMESTAMP_NS") LocalDateTime value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_timestamptz", volatility = Volatility.IMMUTABLE)
  static Instant echoTimestamptz(Instant value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_interval", volatility = Volatility.IMMUTABLE)
  static PeriodDuration echoInterval(PeriodDuration value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_list", volatility = Volatility.IMMUTABLE)
  static List<Integer> echoList(List<Integer> value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_texts", volatility = Volatility.IMMUTABLE)
  static List<String> echoTexts(List<String> value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_array", returns = "INTEGER[3]", volatility = Volatility.IMMUTABLE)
  static List<Integer> echoArray(@Argument(type = "INTEGER[3]") List<Integer> value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_struct", volatility = Volatility.IMMUTABLE)
  static Pair echoStruct(Pair value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_map", volatility = Volatility.IMMUTABLE)
  static Map<String, Integer> echoMap(Map<String, Integer> value) {
    return value;
  }

  @ScalarFunction(name = "echo_row_structs", volatility = Volatility.IMMUTABLE)
  static List<Pair> echoStructs(List<Pair> value) {
    return value;
  }
}
