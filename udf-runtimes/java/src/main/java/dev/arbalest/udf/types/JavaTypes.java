package dev.arbalest.udf.types;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.IntervalMonthDayNanoVector;
import org.apache.arrow.vector.PeriodDuration;
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
import org.apache.arrow.vector.types.pojo.Field;

/** The SQL type that a Java type stands for where nothing else is said. */
public final class JavaTypes {
  private static final Map<Class<?>, String> VALUES =
      Map.ofEntries(
          Map.entry(Boolean.class, "BOOLEAN"),
          Map.entry(Byte.class, "TINYINT"),
          Map.entry(Short.class, "SMALLINT"),
          Map.entry(Integer.class, "INTEGER"),
          Map.entry(Long.class, "BIGINT"),
          Map.entry(BigInteger.class, "HUGEINT"),
          Map.entry(Float.class, "FLOAT"),
          Map.entry(Double.class, "DOUBLE"),
          Map.entry(String.class, "VARCHAR"),
          Map.entry(byte[].class, "BLOB"),
          Map.entry(UUID.class, "UUID"),
          Map.entry(LocalDate.class, "DATE"),
          Map.entry(LocalTime.class, "TIME"),
          Map.entry(LocalDateTime.class, "TIMESTAMP"),
          Map.entry(Instant.class, "TIMESTAMPTZ"),
          Map.entry(PeriodDuration.class, "INTERVAL"));

  private static final Map<Class<?>, String> VECTORS =
      Map.ofEntries(
          Map.entry(BitVector.class, "BOOLEAN"),
          Map.entry(TinyIntVector.class, "TINYINT"),
          Map.entry(SmallIntVector.class, "SMALLINT"),
          Map.entry(IntVector.class, "INTEGER"),
          Map.entry(BigIntVector.class, "BIGINT"),
          Map.entry(UInt1Vector.class, "UTINYINT"),
          Map.entry(UInt2Vector.class, "USMALLINT"),
          Map.entry(UInt4Vector.class, "UINTEGER"),
          Map.entry(UInt8Vector.class, "UBIGINT"),
          Map.entry(Float4Vector.class, "FLOAT"),
          Map.entry(Float8Vector.class, "DOUBLE"),
          Map.entry(VarCharVector.class, "VARCHAR"),
          Map.entry(VarBinaryVector.class, "BLOB"),
          Map.entry(DateDayVector.class, "DATE"),
          Map.entry(TimeMicroVector.class, "TIME"),
          Map.entry(TimeStampMicroVector.class, "TIMESTAMP"),
          Map.entry(TimeStampSecVector.class, "TIMESTAMP_S"),
          Map.entry(TimeStampMilliVector.class, "TIMESTAMP_MS"),
          Map.entry(TimeStampNanoVector.class, "TIMESTAMP_NS"),
          Map.entry(TimeStampMicroTZVector.class, "TIMESTAMPTZ"),
          Map.entry(IntervalMonthDayNanoVector.class, "INTERVAL"));

  private JavaTypes() {}

  /**
   * The field of a parameter, result or record component.
   *
   * @param sqlType what an annotation says; empty where it says nothing
   */
  public static Field field(String name, Type type, String sqlType) {
    if (!sqlType.isEmpty()) {
      return SqlTypeParser.type(name, sqlType);
    }
    Field field = derived(name, type);
    if (field == null) {
      throw new IllegalArgumentException(type.getTypeName() + " of \"" + name + "\" leaves its SQL type open: say it in the annotation, e.g. type = \"DECIMAL(18, 3)\"");
    }
    return field;
  }

  /** The class that a primitive type is boxed in, else the class itself. */
  public static Class<?> boxed(Class<?> type) {
    return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
  }

  /** The class of a type, without its parameters. */
  public static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : type instanceof Class<?> plain ? plain : Object.class;
  }

  /** The n-th parameter of a type, {@code Integer} of {@code List<Integer>}; Object where it has none. */
  public static Type parameter(Type type, int index) {
    if (!(type instanceof ParameterizedType generic)) {
      return Object.class;
    }
    Type parameter = generic.getActualTypeArguments()[index];
    return parameter instanceof java.lang.reflect.WildcardType wildcard ? wildcard.getUpperBounds()[0] : parameter;
  }

  private static Field derived(String name, Type type) {
    Class<?> plain = boxed(raw(type));
    String named = VALUES.getOrDefault(plain, VECTORS.get(plain));
    if (named != null) {
      return SqlTypes.named(name, named);
    } else if (List.class.isAssignableFrom(plain)) {
      return SqlTypes.list(name, field("item", parameter(type, 0), ""));
    } else if (Map.class.isAssignableFrom(plain)) {
      return SqlTypes.map(name, field("key", parameter(type, 0), ""), field("value", parameter(type, 1), ""));
    } else if (plain.isEnum()) {
      return SqlTypes.enumeration(name, Arrays.stream(plain.getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).toList());
    } else if (plain.isRecord()) {
      return SqlTypes.struct(name, components(plain));
    }
    return null;
  }

  /** The fields of a record, in order; components may carry {@link dev.arbalest.udf.Argument}. */
  public static List<Field> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(JavaTypes::component).toList();
  }

  private static Field component(RecordComponent component) {
    dev.arbalest.udf.Argument said = component.getAnnotation(dev.arbalest.udf.Argument.class);
    String name = said == null || said.name().isEmpty() ? component.getName() : said.name();
    return field(name, component.getGenericType(), said == null ? "" : said.type());
  }
}
