package dev.arbalest.udf.types;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/** Makes the Java value of a row that is not NULL. */
@FunctionalInterface
public interface ValueReader {
  /** The value; {@code vector} has the field that the reader was made for, and no NULL at {@code row}. */
  Object read(FieldVector vector, int row);

  /** The value, or null for NULL. */
  default Object readOrNull(FieldVector vector, int row) {
    return vector.isNull(row) ? null : read(vector, row);
  }

  /** A reader of a field's values as a Java type. */
  static ValueReader of(Field field, Type type) {
    Class<?> java = JavaTypes.boxed(JavaTypes.raw(type));
    ValueReader reader = nested(field, type, java);
    reader = reader != null ? reader : text(field, java);
    reader = reader != null ? reader : plain(field.getType(), java);
    if (reader == null) {
      throw new IllegalArgumentException("Argument \"" + field.getName() + "\" of type " + field.getType() + " cannot be a " + type.getTypeName());
    }
    return reader;
  }

  private static ValueReader nested(Field field, Type type, Class<?> java) {
    if (field.getType() instanceof ArrowType.List && java.isAssignableFrom(List.class)) {
      ValueReader item = of(field.getChildren().get(0), JavaTypes.parameter(type, 0));
      return (v, row) -> items(item, ((ListVector) v).getDataVector(), ((ListVector) v).getElementStartIndex(row), ((ListVector) v).getElementEndIndex(row));
    } else if (field.getType() instanceof ArrowType.FixedSizeList array && java.isAssignableFrom(List.class)) {
      ValueReader item = of(field.getChildren().get(0), JavaTypes.parameter(type, 0));
      int size = array.getListSize();
      return (v, row) -> items(item, ((FixedSizeListVector) v).getDataVector(), row * size, (row + 1) * size);
    } else if (field.getType() instanceof ArrowType.Map && java.isAssignableFrom(Map.class)) {
      return map(field.getChildren().get(0), type);
    } else if (field.getType() instanceof ArrowType.Struct && java.isRecord()) {
      return struct(field, java);
    } else if (field.getType() instanceof ArrowType.Struct && java.isAssignableFrom(Map.class)) {
      return structAsMap(field);
    }
    return null;
  }

  private static ValueReader text(Field field, Class<?> java) {
    if (!(field.getType() instanceof ArrowType.Utf8)) {
      return null;
    }
    boolean uuid = "arbalest.uuid".equals(field.getMetadata().get(SqlTypes.EXTENSION_NAME));
    if (java == UUID.class || (java == Object.class && uuid)) {
      return (v, row) -> UUID.fromString(string(v, row));
    } else if (java.isEnum()) {
      return (v, row) -> constant(java, string(v, row));
    }
    return java.isAssignableFrom(String.class) ? ValueReader::string : null;
  }

  private static ValueReader plain(ArrowType type, Class<?> java) {
    if (type instanceof ArrowType.Int integer) {
      return integer(integer, java);
    } else if (type instanceof ArrowType.Bool && java.isAssignableFrom(Boolean.class)) {
      return (v, row) -> ((BitVector) v).get(row) != 0;
    } else if (type instanceof ArrowType.FloatingPoint) {
      return floating(type, java);
    } else if (type instanceof ArrowType.Decimal decimal) {
      return decimal(decimal, java);
    } else if (type instanceof ArrowType.Binary && java.isAssignableFrom(byte[].class)) {
      return (v, row) -> ((VarBinaryVector) v).get(row);
    }
    return temporal(type, java);
  }

  private static ValueReader integer(ArrowType.Int type, Class<?> java) {
    Class<?> natural = naturalInteger(type);
    if (!java.isAssignableFrom(natural) && !(java == Long.class && type.getBitWidth() == 64)) {
      return wideInteger(type, java);
    }
    boolean raw = java == Long.class;
    return switch (type.getBitWidth()) {
      case 8 -> type.getIsSigned() ? (v, row) -> ((TinyIntVector) v).get(row) : (v, row) -> (short) (((UInt1Vector) v).get(row) & 0xff);
      case 16 -> type.getIsSigned() ? (v, row) -> ((SmallIntVector) v).get(row) : (v, row) -> (int) ((UInt2Vector) v).get(row);
      case 32 -> type.getIsSigned() ? (v, row) -> ((IntVector) v).get(row) : (v, row) -> Integer.toUnsignedLong(((UInt4Vector) v).get(row));
      default -> type.getIsSigned() ? (v, row) -> ((BigIntVector) v).get(row) : raw ? (v, row) -> ((UInt8Vector) v).get(row) : (v, row) -> unsigned(((UInt8Vector) v).get(row));
    };
  }

  /** The smallest Java type that holds all values. */
  private static Class<?> naturalInteger(ArrowType.Int type) {
    return switch (type.getBitWidth()) {
      case 8 -> type.getIsSigned() ? Byte.class : Short.class;
      case 16 -> type.getIsSigned() ? Short.class : Integer.class;
      case 32 -> type.getIsSigned() ? Integer.class : Long.class;
      default -> type.getIsSigned() ? Long.class : BigInteger.class;
    };
  }

  private static ValueReader wideInteger(ArrowType.Int type, Class<?> java) {
    if ((java != Integer.class && java != Long.class) || naturalInteger(type) == Long.class || naturalInteger(type) == BigInteger.class) {
      return null;
    }
    ValueReader natural = integer(type, Object.class);
    return java == Integer.class ? (v, row) -> ((Number) natural.read(v, row)).intValue() : (v, row) -> ((Number) natural.read(v, row)).longValue();
  }

  private static BigInteger unsigned(long bits) {
    return new BigInteger(Long.toUnsignedString(bits));
  }

  private static ValueReader floating(ArrowType type, Class<?> java) {
    boolean single = SqlTypes.isSingle(type);
    if (!java.isAssignableFrom(single ? Float.class : Double.class)) {
      return null;
    }
    return single ? (v, row) -> ((Float4Vector) v).get(row) : (v, row) -> ((Float8Vector) v).get(row);
  }

  private static ValueReader decimal(ArrowType.Decimal type, Class<?> java) {
    if (java == BigInteger.class && type.getScale() == 0) {
      return (v, row) -> Decimal128.integer(((DecimalVector) v).getDataBuffer(), row);
    }
    return java.isAssignableFrom(java.math.BigDecimal.class) ? (v, row) -> Decimal128.decimal(((DecimalVector) v).getDataBuffer(), row, type.getScale()) : null;
  }

  private static ValueReader temporal(ArrowType type, Class<?> java) {
    if (type instanceof ArrowType.Date && java.isAssignableFrom(LocalDate.class)) {
      return (v, row) -> LocalDate.ofEpochDay(((DateDayVector) v).get(row));
    } else if (type instanceof ArrowType.Time && java.isAssignableFrom(LocalTime.class)) {
      return (v, row) -> LocalTime.ofNanoOfDay(((TimeMicroVector) v).get(row) * 1000);
    } else if (type instanceof ArrowType.Interval && java.isAssignableFrom(org.apache.arrow.vector.PeriodDuration.class)) {
      return (v, row) -> ((IntervalMonthDayNanoVector) v).getObject(row);
    } else if (type instanceof ArrowType.Timestamp timestamp) {
      return timestamp(timestamp, java);
    }
    return null;
  }

  private static ValueReader timestamp(ArrowType.Timestamp type, Class<?> java) {
    TimeUnit unit = type.getUnit();
    if (type.getTimezone() != null && java.isAssignableFrom(Instant.class)) {
      return (v, row) -> Timestamps.instant(((TimeStampVector) v).get(row), unit);
    } else if (type.getTimezone() == null && java.isAssignableFrom(LocalDateTime.class)) {
      return (v, row) -> LocalDateTime.ofInstant(Timestamps.instant(((TimeStampVector) v).get(row), unit), ZoneOffset.UTC);
    }
    return null;
  }

  private static String string(FieldVector vector, int row) {
    return new String(((VarCharVector) vector).get(row), StandardCharsets.UTF_8);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object constant(Class<?> type, String name) {
    return Enum.valueOf((Class) type, name);
  }

  private static List<Object> items(ValueReader item, FieldVector data, int from, int to) {
    List<Object> items = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      items.add(item.readOrNull(data, i));
    }
    return items;
  }

  private static ValueReader map(Field entries, Type type) {
    ValueReader key = of(entries.getChildren().get(0), JavaTypes.parameter(type, 0));
    ValueReader value = of(entries.getChildren().get(1), JavaTypes.parameter(type, 1));
    return (v, row) -> {
      StructVector pairs = (StructVector) ((MapVector) v).getDataVector();
      FieldVector keys = pairs.getChildrenFromFields().get(0);
      FieldVector values = pairs.getChildrenFromFields().get(1);
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = ((MapVector) v).getElementStartIndex(row); i < ((MapVector) v).getElementEndIndex(row); i++) {
        map.put(key.readOrNull(keys, i), value.readOrNull(values, i));
      }
      return map;
    };
  }

  private static ValueReader struct(Field field, Class<?> java) {
    RecordComponent[] components = java.getRecordComponents();
    if (components.length != field.getChildren().size()) {
      throw new IllegalArgumentException(java.getTypeName() + " has " + components.length + " components, \"" + field.getName() + "\" has " + field.getChildren().size() + " fields");
    }
    ValueReader[] readers = new ValueReader[components.length];
    for (int i = 0; i < readers.length; i++) {
      readers[i] = of(field.getChildren().get(i), components[i].getGenericType());
    }
    java.lang.reflect.Constructor<?> constructor = Records.constructor(java);
    return (v, row) -> {
      List<FieldVector> children = v.getChildrenFromFields();
      Object[] values = new Object[readers.length];
      for (int i = 0; i < readers.length; i++) {
        values[i] = readers[i].readOrNull(children.get(i), row);
      }
      return Records.create(constructor, values);
    };
  }

  private static ValueReader structAsMap(Field field) {
    List<ValueReader> readers = field.getChildren().stream().map(child -> of(child, Object.class)).toList();
    return (v, row) -> {
      Map<String, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < readers.size(); i++) {
        FieldVector child = v.getChildrenFromFields().get(i);
        map.put(child.getName(), readers.get(i).readOrNull(child, row));
      }
      return map;
    };
  }
}
