package dev.arbalest.udf.conformance;

import dev.arbalest.udf.Argument;
import dev.arbalest.udf.ScalarFunction;
import dev.arbalest.udf.Volatility;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.IntervalMonthDayNanoVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.TimeStampMicroVector;
import org.apache.arrow.vector.TimeStampMilliVector;
import org.apache.arrow.vector.TimeStampNanoVector;
import org.apache.arrow.vector.TimeStampSecVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt2Vector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.MapVector;
import org.apache.arrow.vector.complex.StructVector;

/** Every type through a vectorised function and back. */
public final class EchoVectors {
  private EchoVectors() {}

  @ScalarFunction(name = "echo_boolean", volatility = Volatility.IMMUTABLE)
  static void echoBoolean(BitVector value, BitVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_tinyint", volatility = Volatility.IMMUTABLE)
  static void echoTinyint(TinyIntVector value, TinyIntVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_smallint", volatility = Volatility.IMMUTABLE)
  static void echoSmallint(SmallIntVector value, SmallIntVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_integer", volatility = Volatility.IMMUTABLE)
  static void echoInteger(IntVector value, IntVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_bigint", volatility = Volatility.IMMUTABLE)
  static void echoBigint(BigIntVector value, BigIntVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_utinyint", volatility = Volatility.IMMUTABLE)
  static void echoUtinyint(UInt1Vector value, UInt1Vector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_usmallint", volatility = Volatility.IMMUTABLE)
  static void echoUsmallint(UInt2Vector value, UInt2Vector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_uinteger", volatility = Volatility.IMMUTABLE)
  static void echoUinteger(UInt4Vector value, UInt4Vector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_ubigint", volatility = Volatility.IMMUTABLE)
  static void echoUbigint(UInt8Vector value, UInt8Vector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_hugeint", volatility = Volatility.IMMUTABLE)
  static void echoHugeint(@Argument(type = "HUGEINT") DecimalVector value, @Argument(type = "HUGEINT") DecimalVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_decimal", volatility = Volatility.IMMUTABLE)
  static void echoDecimal(@Argument(type = "DECIMAL(18, 3)") DecimalVector value, @Argument(type = "DECIMAL(18, 3)") DecimalVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_decimal38", volatility = Volatility.IMMUTABLE)
  static void echoDecimal38(@Argument(type = "DECIMAL(38, 10)") DecimalVector value, @Argument(type = "DECIMAL(38, 10)") DecimalVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_float", volatility = Volatility.IMMUTABLE)
  static void echoFloat(Float4Vector value, Float4Vector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_double", volatility = Volatility.IMMUTABLE)
  static void echoDouble(Float8Vector value, Float8Vector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_varchar", volatility = Volatility.IMMUTABLE)
  static void echoVarchar(VarCharVector value, VarCharVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_blob", volatility = Volatility.IMMUTABLE)
  static void echoBlob(VarBinaryVector value, VarBinaryVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_json", volatility = Volatility.IMMUTABLE)
  static void echoJson(@Argument(type = "JSON") VarCharVector value, @Argument(type = "JSON") VarCharVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_uuid", volatility = Volatility.IMMUTABLE)
  static void echoUuid(@Argument(type = "UUID") VarCharVector value, @Argument(type = "UUID") VarCharVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_enum", volatility = Volatility.IMMUTABLE)
  static void echoEnum(@Argument(type = "ENUM('red', 'green', 'blue')") VarCharVector value, @Argument(type = "ENUM('red', 'green', 'blue')") VarCharVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_date", volatility = Volatility.IMMUTABLE)
  static void echoDate(DateDayVector value, DateDayVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_time", volatility = Volatility.IMMUTABLE)
  static void echoTime(TimeMicroVector value, TimeMicroVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_timestamp", volatility = Volatility.IMMUTABLE)
  static void echoTimestamp(TimeStampMicroVector value, TimeStampMicroVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_timestamp_s", volatility = Volatility.IMMUTABLE)
  static void echoTimestampS(TimeStampSecVector value, TimeStampSecVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_timestamp_ms", volatility = Volatility.IMMUTABLE)
  static void echoTimestampMs(TimeStampMilliVector value, TimeStampMilliVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_timestamp_ns", volatility = Volatility.IMMUTABLE)
  static void echoTimestampNs(TimeStampNanoVector value, TimeStampNanoVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_timestamptz", volatility = Volatility.IMMUTABLE)
  static void echoTimestamptz(TimeStampMicroTZVector value, TimeStampMicroTZVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_interval", volatility = Volatility.IMMUTABLE)
  static void echoInterval(IntervalMonthDayNanoVector value, IntervalMonthDayNanoVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_list", volatility = Volatility.IMMUTABLE)
  static void echoList(@Argument(type = "INTEGER[]") ListVector value, @Argument(type = "INTEGER[]") ListVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_texts", volatility = Volatility.IMMUTABLE)
  static void echoTexts(@Argument(type = "VARCHAR[]") ListVector value, @Argument(type = "VARCHAR[]") ListVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_array", volatility = Volatility.IMMUTABLE)
  static void echoArray(@Argument(type = "INTEGER[3]") FixedSizeListVector value, @Argument(type = "INTEGER[3]") FixedSizeListVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_struct", volatility = Volatility.IMMUTABLE)
  static void echoStruct(@Argument(type = "STRUCT(a INTEGER, b VARCHAR)") StructVector value, @Argument(type = "STRUCT(a INTEGER, b VARCHAR)") StructVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_map", volatility = Volatility.IMMUTABLE)
  static void echoMap(@Argument(type = "MAP(VARCHAR, INTEGER)") MapVector value, @Argument(type = "MAP(VARCHAR, INTEGER)") MapVector out) {
    copy(value, out);
  }

  @ScalarFunction(name = "echo_structs", volatility = Volatility.IMMUTABLE)
  static void echoStructs(@Argument(type = "STRUCT(a INTEGER, b VARCHAR)[]") ListVector value, @Argument(type = "STRUCT(a INTEGER, b VARCHAR)[]") ListVector out) {
    copy(value, out);
  }

  private static void copy(FieldVector value, FieldVector out) {
    value.makeTransferPair(out).splitAndTransfer(0, value.getValueCount());
  }
}
