package dev.arbalest.udf.binding;

import dev.arbalest.udf.types.Rows;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;

/** The rows of one call: its columns, and whose they are. */
public record Input(List<FieldVector> columns, int rows, CallContext context, BufferAllocator allocator) {
  /** A copy of the rows at these positions, ascending; its vectors are closed by {@link #close}. */
  public Input select(int[] positions, int count) {
    List<FieldVector> selected = new ArrayList<>(columns.size());
    try {
      for (FieldVector column : columns) {
        selected.add(Rows.select(column, positions, count, allocator));
      }
      return new Input(selected, count, context.withRows(count), allocator);
    } catch (RuntimeException | Error e) {
      selected.forEach(FieldVector::close);
      throw e;
    }
  }

  /** True when any column has a NULL in that row. */
  public boolean hasNull(int row) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isNull(row)) {
        return true;
      }
    }
    return false;
  }

  /** True when any column has a NULL. */
  public boolean hasNulls() {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).getNullCount() > 0) {
        return true;
      }
    }
    return false;
  }

  /** Positions of the rows without a NULL, in an array that may be longer than their number. */
  Selection withoutNulls() {
    int[] positions = new int[rows];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if (!hasNull(row)) {
        positions[count++] = row;
      }
    }
    return new Selection(positions, count);
  }

  /** Frees a selection. The columns of a batch belong to the stream and are not freed so. */
  public void close() {
    columns.forEach(FieldVector::close);
  }

  record Selection(int[] positions, int count) {}
}
