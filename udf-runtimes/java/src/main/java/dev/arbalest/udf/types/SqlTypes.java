package dev.arbalest.udf.types;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.IntervalUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/** The Arrow form of each SQL type, as the protocol's table of types lays down. */
public final class SqlTypes {
  /** Key of a field's metadata that holds the name of what a storage type stands for. */
  public static final String EXTENSION_NAME = "ARROW:extension:name";

  private static final String EXTENSION_METADATA = "ARROW:extension:metadata";

  private SqlTypes() {}

  /** A type without parameters; null where there is none of that name. */
  public static Field named(String name, String type) {
    return switch (type) {
      case "BOOLEAN", "BOOL" -> field(name, ArrowType.Bool.INSTANCE);
      case "TINYINT" -> integer(name, 8, true);
      case "SMALLINT" -> integer(name, 16, true);
      case "INTEGER", "INT" -> integer(name, 32, true);
      case "BIGINT" -> integer(name, 64, true);
      case "UTINYINT" -> integer(name, 8, false);
      case "USMALLINT" -> integer(name, 16, false);
      case "UINTEGER" -> integer(name, 32, false);
      case "UBIGINT" -> integer(name, 64, false);
      case "HUGEINT" -> extension(name, new ArrowType.Decimal(38, 0, 128), Map.of(EXTENSION_NAME, "arbalest.hugeint"));
      case "FLOAT", "REAL" -> field(name, new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE));
      case "DOUBLE" -> field(name, new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE));
      case "VARCHAR", "TEXT" -> field(name, ArrowType.Utf8.INSTANCE);
      case "BLOB" -> field(name, ArrowType.Binary.INSTANCE);
      case "JSON" -> text(name, "arrow.json");
      case "UUID" -> text(name, "arbalest.uuid");
      case "BIT", "UHUGEINT", "TIME_NS", "TIMETZ" -> otherText(name, type.equals("TIMETZ") ? "TIME WITH TIME ZONE" : type);
      case "DATE" -> field(name, new ArrowType.Date(DateUnit.DAY));
      case "TIME" -> field(name, new ArrowType.Time(TimeUnit.MICROSECOND, 64));
      case "TIMESTAMP" -> timestamp(name, TimeUnit.MICROSECOND, null);
      case "TIMESTAMP_S" -> timestamp(name, TimeUnit.SECOND, null);
      case "TIMESTAMP_MS" -> timestamp(name, TimeUnit.MILLISECOND, null);
      case "TIMESTAMP_NS" -> timestamp(name, TimeUnit.NANOSECOND, null);
      case "TIMESTAMPTZ" -> timestamp(name, TimeUnit.MICROSECOND, "UTC");
      case "INTERVAL" -> field(name, new ArrowType.Interval(IntervalUnit.MONTH_DAY_NANO));
      default -> null;
    };
  }

  /** DECIMAL(precision, scale). */
  public static Field decimal(String name, int precision, int scale) {
    if (precision < 1 || precision > 38 || scale < 0 || scale > precision) {
      throw new IllegalArgumentException("DECIMAL(" + precision + ", " + scale + ") is none: the precision is 1 to 38, the scale 0 to the precision");
    }
    return field(name, new ArrowType.Decimal(precision, scale, 128));
  }

  /** ENUM of these values. */
  public static Field enumeration(String name, List<String> values) {
    String json = values.stream().map(SqlTypes::quoted).collect(Collectors.joining(",", "[", "]"));
    return extension(name, ArrowType.Utf8.INSTANCE, Map.of(EXTENSION_NAME, "arbalest.enum", EXTENSION_METADATA, json));
  }

  /** A list of {@code element}. */
  public static Field list(String name, Field element) {
    return nested(name, ArrowType.List.INSTANCE, List.of(renamed(element, "item")));
  }

  /** A list of exactly {@code size} of {@code element}. */
  public static Field array(String name, Field element, int size) {
    return nested(name, new ArrowType.FixedSizeList(size), List.of(renamed(element, "item")));
  }

  /** A struct of these fields. */
  public static Field struct(String name, List<Field> fields) {
    return nested(name, ArrowType.Struct.INSTANCE, fields);
  }

  /** A map. */
  public static Field map(String name, Field key, Field value) {
    Field required = new Field("key", new FieldType(false, key.getType(), null, key.getMetadata()), key.getChildren());
    Field entries = new Field("entries", FieldType.notNullable(ArrowType.Struct.INSTANCE), List.of(required, renamed(value, "value")));
    return nested(name, new ArrowType.Map(false), List.of(entries));
  }

  /** The same type under another name. */
  public static Field renamed(Field field, String name) {
    return new Field(name, field.getFieldType(), field.getChildren());
  }

  /** Whether two fields have one Arrow type; names count in structs only, metadata nowhere. */
  public static boolean same(Field one, Field other) {
    return same(one, other, true);
  }

  private static boolean same(Field one, Field other, boolean names) {
    if (!one.getType().equals(other.getType()) || one.getChildren().size() != other.getChildren().size()) {
      return false;
    }
    boolean named = names && one.getType() instanceof ArrowType.Struct;
    boolean map = one.getType() instanceof ArrowType.Map;
    for (int i = 0; i < one.getChildren().size(); i++) {
      Field left = one.getChildren().get(i);
      Field right = other.getChildren().get(i);
      if (!same(left, right, !map) || (named && !left.getName().equals(right.getName()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a floating point type is FLOAT, not DOUBLE. */
  static boolean isSingle(ArrowType type) {
    return ((ArrowType.FloatingPoint) type).getPrecision() == FloatingPointPrecision.SINGLE;
  }

  private static Field integer(String name, int bits, boolean signed) {
    return field(name, new ArrowType.Int(bits, signed));
  }

  private static Field timestamp(String name, TimeUnit unit, String zone) {
    return field(name, new ArrowType.Timestamp(unit, zone));
  }

  private static Field text(String name, String extension) {
    return extension(name, ArrowType.Utf8.INSTANCE, Map.of(EXTENSION_NAME, extension));
  }

  private static Field otherText(String name, String sqlName) {
    return extension(name, ArrowType.Utf8.INSTANCE, Map.of(EXTENSION_NAME, "arbalest.text", EXTENSION_METADATA, sqlName));
  }

  private static Field field(String name, ArrowType type) {
    return new Field(name, FieldType.nullable(type), null);
  }

  private static Field extension(String name, ArrowType storage, Map<String, String> metadata) {
    return new Field(name, new FieldType(true, storage, null, metadata), null);
  }

  private static Field nested(String name, ArrowType type, List<Field> children) {
    return new Field(name, FieldType.nullable(type), children);
  }

  private static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}
