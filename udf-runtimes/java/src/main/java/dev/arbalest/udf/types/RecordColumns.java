package dev.arbalest.udf.types;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.Field;

/** Writes the rows of a table function: records over several columns, other values into the only one. */
public final class RecordColumns {
  private final Method[] accessors;
  private final ValueWriter[] writers;

  /** For rows of that Java type. */
  public RecordColumns(List<Field> columns, Type type) {
    Class<?> java = JavaTypes.raw(type);
    this.accessors = isRecordOfColumns(columns, java) ? Records.accessors(java) : null;
    if (accessors == null && columns.size() != 1) {
      throw new IllegalArgumentException("Rows of " + columns.size() + " columns are records of as many components, not " + type.getTypeName());
    }
    this.writers = new ValueWriter[columns.size()];
    Arrays.setAll(writers, i -> ValueWriter.of(columns.get(i), accessors == null ? type : java.getRecordComponents()[i].getGenericType()));
  }

  /** Writes a row; null is a row of NULLs. */
  public void write(List<FieldVector> columns, int row, Object value) {
    for (int i = 0; i < writers.length; i++) {
      writers[i].writeOrNull(columns.get(i), row, accessors == null || value == null ? value : Records.get(accessors[i], value));
    }
  }

  private static boolean isRecordOfColumns(List<Field> columns, Class<?> java) {
    return java.isRecord() && java.getRecordComponents().length == columns.size();
  }
}
