package dev.arbalest.udf.types;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.IntervalMonthDayNanoVector;
import org.apache.arrow.vector.PeriodDuration;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeStampVector;
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
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/** Puts Java values into a vector, in the order of the rows. */
@FunctionalInterface
public interface ValueWriter {
  /** Sets a row to a value that is not null; the vector grows as needed. */
  void write(FieldVector vector, int row, Object value);

  /** Sets a row to a value, or to NULL for null. */
  default void writeOrNull(FieldVector vector, int row, Object value) {
    if (value == null) {
      Rows.setNull(vector, row);
    } else {
      write(vector, row, value);
    }
  }

  /** A writer of a Java type's values into a field. */
  static ValueWriter of(Field field, Type type) {
    Class<?> java = JavaTypes.boxed(JavaTypes.raw(type));
    ValueWriter writer = nested(field, type, java);
    writer = writer != null ? writer : plain(field.getType(), java);
    if (writer == null) {
      throw new IllegalArgumentException("A " + type.getTypeName() + " cannot be the result \"" + field.getName() + "\" of type " + field.getType());
    }
    return writer;
  }

  private static ValueWriter nested(Field field, Type type, Class<?> java) {
    boolean collection = java == Object.class || Collection.class.isAssignableFrom(java);
    boolean map = java == Object.class || Map.class.isAssignableFrom(java);
    if (field.getType() instanceof ArrowType.List && collection) {
      return list(of(field.getChildren().get(0), JavaTypes.parameter(type, 0)));
    } else if (field.getType() instanceof ArrowType.FixedSizeList array && collection) {
      return array(of(field.getChildren().get(0), JavaTypes.parameter(type, 0)), array.getListSize());
    } else if (field.getType() instanceof ArrowType.Map && map) {
      return map(field.getChildren().get(0), type);
    } else if (field.getType() instanceof ArrowType.Struct && java.isRecord()) {
      return struct(field, java);
    } else if (field.getType() instanceof ArrowType.Struct && map) {
      return structOfMap(field);
    }
    return null;
  }

  private static ValueWriter plain(ArrowType type, Class<?> java) {
    if (type instanceof ArrowType.Int integer && (Number.class.isAssignableFrom(java) || java == Object.class)) {
      return integer(integer);
    } else if (type instanceof ArrowType.FloatingPoint && (Number.class.isAssignableFrom(java) || java == Object.class)) {
      return SqlTypes.isSingle(type)
          ? (v, row, value) -> ((Float4Vector) v).setSafe(row, ((Number) value).floatValue())
          : (v, row, value) -> ((Float8Vector) v).setSafe(row, ((Number) value).doubleValue());
    } else if (type instanceof ArrowType.Bool && accepts(java, Boolean.class)) {
      return (v, row, value) -> ((BitVector) v).setSafe(row, (Boolean) value ? 1 : 0);
    } else if (type instanceof ArrowType.Utf8 && (accepts(java, String.class) || java == UUID.class || java.isEnum())) {
      return (v, row, value) -> ((VarCharVector) v).setSafe(row, text(value).getBytes(StandardCharsets.UTF_8));
    } else if (type instanceof ArrowType.Binary && accepts(java, byte[].class)) {
      return (v, row, value) -> ((VarBinaryVector) v).setSafe(row, (byte[]) value);
    } else if (type instanceof ArrowType.Decimal decimal && (accepts(java, BigDecimal.class) || java == BigInteger.class)) {
      return (v, row, value) -> decimal((DecimalVector) v, row, value, decimal);
    }
    return temporal(type, java);
  }

  private static boolean accepts(Class<?> java, Class<?> wanted) {
    return java == wanted || java == Object.class;
  }

  private static String text(Object value) {
    return value instanceof Enum<?> constant ? constant.name() : value.toString();
  }

  private static ValueWriter integer(ArrowType.Int type) {
    int bits = type.getBitWidth();
    boolean signed = type.getIsSigned();
    return switch (bits) {
      case 8 -> signed ? (v, row, n) -> ((TinyIntVector) v).setSafe(row, (int) checked(n, bits, true)) : (v, row, n) -> ((UInt1Vector) v).setSafe(row, (int) checked(n, bits, false));
      case 16 -> signed ? (v, row, n) -> ((SmallIntVector) v).setSafe(row, (int) checked(n, bits, true)) : (v, row, n) -> ((UInt2Vector) v).setSafe(row, (int) checked(n, bits, false));
      case 32 -> signed ? (v, row, n) -> ((IntVector) v).setSafe(row, (int) checked(n, bits, true)) : (v, row, n) -> ((UInt4Vector) v).setSafe(row, (int) checked(n, bits, false));
      default -> signed ? (v, row, n) -> ((BigIntVector) v).setSafe(row, checked(n, bits, true)) : (v, row, n) -> ((UInt8Vector) v).setSafe(row, n instanceof BigInteger big ? unsigned(big) : ((Number) n).longValue());
    };
  }

  private static long checked(Object value, int bits, boolean signed) {
    long number = value instanceof BigInteger big ? big.longValueExact() : ((Number) value).longValue();
    long low = signed ? -1L << (bits - 1) : 0;
    long high = signed ? ~low : (1L << bits) - 1;
    if (number < low || number > high) {
      throw new ArithmeticException(value + " is not in the range of " + (signed ? "a signed" : "an unsigned") + " integer of " + bits + " bits");
    }
    return number;
  }

  private static long unsigned(BigInteger value) {
    if (value.signum() < 0 || value.bitLength() > 64) {
      throw new ArithmeticException(value + " is not in the range of an unsigned integer of 64 bits");
    }
    return value.longValue();
  }

  private static void decimal(DecimalVector vector, int row, Object value, ArrowType.Decimal type) {
    boolean huge = "arbalest.hugeint".equals(vector.getField().getMetadata().get(SqlTypes.EXTENSION_NAME));
    BigInteger unscaled = huge && value instanceof BigInteger integer ? integer : Decimal128.unscaled(value instanceof BigInteger integer ? new BigDecimal(integer) : (BigDecimal) value, type.getPrecision(), type.getScale());
    Rows.growTo(vector, row);
    Decimal128.set(vector.getDataBuffer(), row, unscaled);
    vector.setIndexDefined(row);
  }

  private static ValueWriter temporal(ArrowType type, Class<?> java) {
    if (type instanceof ArrowType.Date && accepts(java, LocalDate.class)) {
      return (v, row, value) -> ((DateDayVector) v).setSafe(row, Math.toIntExact(((LocalDate) value).toEpochDay()));
    } else if (type instanceof ArrowType.Time && accepts(java, LocalTime.class)) {
      return (v, row, value) -> ((TimeMicroVector) v).setSafe(row, ((LocalTime) value).toNanoOfDay() / 1000);
    } else if (type instanceof ArrowType.Interval && accepts(java, PeriodDuration.class)) {
      return (v, row, value) -> interval((IntervalMonthDayNanoVector) v, row, (PeriodDuration) value);
    } else if (type instanceof ArrowType.Timestamp timestamp) {
      return timestamp(timestamp, java);
    }
    return null;
  }

  private static void interval(IntervalMonthDayNanoVector vector, int row, PeriodDuration value) {
    vector.setSafe(row, Math.toIntExact(value.getPeriod().toTotalMonths()), value.getPeriod().getDays(), value.getDuration().toNanos());
  }

  private static ValueWriter timestamp(ArrowType.Timestamp type, Class<?> java) {
    TimeUnit unit = type.getUnit();
    if (type.getTimezone() != null && accepts(java, Instant.class)) {
      return (v, row, value) -> ((TimeStampVector) v).setSafe(row, Timestamps.count((Instant) value, unit));
    } else if (type.getTimezone() == null && accepts(java, LocalDateTime.class)) {
      return (v, row, value) -> ((TimeStampVector) v).setSafe(row, Timestamps.count(((LocalDateTime) value).toInstant(ZoneOffset.UTC), unit));
    }
    return null;
  }

  private static ValueWriter list(ValueWriter item) {
    return (v, row, value) -> {
      ListVector list = (ListVector) v;
      int start = list.startNewValue(row);
      items(item, list.getDataVector(), start, (Collection<?>) value);
      list.endValue(row, ((Collection<?>) value).size());
    };
  }

  private static ValueWriter array(ValueWriter item, int size) {
    return (v, row, value) -> {
      if (((Collection<?>) value).size() != size) {
        throw new IllegalArgumentException("A list of " + ((Collection<?>) value).size() + " values cannot be an array of " + size);
      }
      int start = ((FixedSizeListVector) v).startNewValue(row);
      items(item, ((FixedSizeListVector) v).getDataVector(), start, (Collection<?>) value);
    };
  }

  private static void items(ValueWriter item, FieldVector data, int start, Collection<?> values) {
    int position = start;
    for (Object value : values) {
      item.writeOrNull(data, position++, value);
    }
  }

  private static ValueWriter map(Field entries, Type type) {
    ValueWriter key = of(entries.getChildren().get(0), JavaTypes.parameter(type, 0));
    ValueWriter value = of(entries.getChildren().get(1), JavaTypes.parameter(type, 1));
    return (v, row, map) -> {
      MapVector vector = (MapVector) v;
      StructVector pairs = (StructVector) vector.getDataVector();
      int position = vector.startNewValue(row);
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
        Rows.setStructDefined(pairs, position);
        key.write(pairs.getChildrenFromFields().get(0), position, entry.getKey());
        value.writeOrNull(pairs.getChildrenFromFields().get(1), position++, entry.getValue());
      }
      vector.endValue(row, ((Map<?, ?>) map).size());
    };
  }

  private static ValueWriter struct(Field field, Class<?> java) {
    Method[] accessors = Records.accessors(java);
    if (accessors.length != field.getChildren().size()) {
      throw new IllegalArgumentException(java.getTypeName() + " has " + accessors.length + " components, \"" + field.getName() + "\" has " + field.getChildren().size() + " fields");
    }
    ValueWriter[] writers = new ValueWriter[accessors.length];
    Arrays.setAll(writers, i -> of(field.getChildren().get(i), java.getRecordComponents()[i].getGenericType()));
    return (v, row, value) -> {
      Rows.setStructDefined((StructVector) v, row);
      List<FieldVector> children = v.getChildrenFromFields();
      for (int i = 0; i < writers.length; i++) {
        writers[i].writeOrNull(children.get(i), row, Records.get(accessors[i], value));
      }
    };
  }

  private static ValueWriter structOfMap(Field field) {
    List<ValueWriter> writers = field.getChildren().stream().map(child -> of(child, Object.class)).toList();
    return (v, row, value) -> {
      Rows.setStructDefined((StructVector) v, row);
      for (int i = 0; i < writers.size(); i++) {
        FieldVector child = v.getChildrenFromFields().get(i);
        writers.get(i).writeOrNull(child, row, ((Map<?, ?>) value).get(child.getName()));
      }
    };
  }
}
