package dev.arbalest.udf.types;

import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.types.pojo.Field;

/** Makes vectors and copies single rows between them, without making objects of their values. Rows are written in ascending order. */
public final class Rows {
  private Rows() {}

  /** A vector with room for so many rows, each of them NULL. */
  public static FieldVector allocate(Field field, int rows, BufferAllocator allocator) {
    FieldVector vector = field.createVector(allocator);
    try {
      vector.setInitialCapacity(Math.max(1, rows));
      vector.allocateNew();
      return vector;
    } catch (RuntimeException | Error e) {
      vector.close();
      throw e;
    }
  }

  /** Sets a row to NULL; the vector grows as needed. */
  public static void setNull(FieldVector vector, int row) {
    if (vector instanceof BaseFixedWidthVector fixed) {
      growTo(fixed, row);
      fixed.setNull(row);
    } else if (vector instanceof BaseVariableWidthVector variable) {
      variable.setNull(row);
    } else if (vector instanceof StructVector struct) {
      while (struct.getValueCapacity() <= row) {
        struct.reAlloc();
      }
      struct.setNull(row);
      struct.getChildrenFromFields().forEach(child -> setNull(child, row));
    } else {
      vector.setNull(row);
    }
  }

  /** Makes room for a row. */
  static void growTo(BaseFixedWidthVector vector, int row) {
    while (vector.getValueCapacity() <= row) {
      vector.reAlloc();
    }
  }

  static void setStructDefined(StructVector struct, int row) {
    struct.setIndexDefined(row);
  }

  /** The rows at these positions, ascending, as a vector of their own, which the caller closes. */
  public static FieldVector select(FieldVector source, int[] positions, int count, BufferAllocator allocator) {
    FieldVector target = allocate(source.getField(), count, allocator);
    try {
      for (int i = 0; i < count; i++) {
        copy(source, positions[i], target, i);
      }
      target.setValueCount(count);
      return target;
    } catch (RuntimeException | Error e) {
      target.close();
      throw e;
    }
  }

  /** Copies one value, NULL or not; both vectors have the same type. */
  public static void copy(FieldVector source, int from, FieldVector target, int to) {
    if (source.isNull(from)) {
      setNull(target, to);
    } else if (target instanceof BaseFixedWidthVector || target instanceof BaseVariableWidthVector) {
      target.copyFromSafe(from, to, source);
    } else if (target instanceof StructVector struct) {
      setStructDefined(struct, to);
      copyChildren(source.getChildrenFromFields(), from, struct.getChildrenFromFields(), to);
    } else if (target instanceof FixedSizeListVector array) {
      copyItems(((FixedSizeListVector) source).getDataVector(), from * array.getListSize(), array.getDataVector(), array.startNewValue(to), array.getListSize());
    } else {
      copyList((ListVector) source, from, (ListVector) target, to);
    }
  }

  /** About how many bytes the first rows of a vector that is being written take. */
  public static long bytes(FieldVector vector, int rows) {
    if (vector instanceof BaseFixedWidthVector fixed) {
      return (long) fixed.getTypeWidth() * rows;
    } else if (vector instanceof BaseVariableWidthVector variable) {
      int end = Math.min(variable.getLastSet() + 1, rows);
      return 4L * rows + (end <= 0 ? 0 : variable.getOffsetBuffer().getInt(end * 4L));
    } else if (vector instanceof FixedSizeListVector array) {
      return bytes(array.getDataVector(), rows * array.getListSize());
    } else if (vector instanceof ListVector list) {
      int end = Math.min(list.getLastSet() + 1, rows);
      return 4L * rows + bytes(list.getDataVector(), end <= 0 ? 0 : list.getOffsetBuffer().getInt(end * 4L));
    }
    return vector.getChildrenFromFields().stream().mapToLong(child -> bytes(child, rows)).sum();
  }

  private static void copyList(ListVector source, int from, ListVector target, int to) {
    int start = source.getElementStartIndex(from);
    int length = source.getElementEndIndex(from) - start;
    copyItems(source.getDataVector(), start, target.getDataVector(), target.startNewValue(to), length);
    target.endValue(to, length);
  }

  private static void copyItems(FieldVector source, int from, FieldVector target, int to, int count) {
    for (int i = 0; i < count; i++) {
      copy(source, from + i, target, to + i);
    }
  }

  private static void copyChildren(List<FieldVector> source, int from, List<FieldVector> target, int to) {
    for (int i = 0; i < source.size(); i++) {
      copy(source.get(i), from, target.get(i), to);
    }
  }
}
