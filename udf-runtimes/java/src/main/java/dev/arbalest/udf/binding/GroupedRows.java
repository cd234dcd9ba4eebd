package dev.arbalest.udf.binding;

import dev.arbalest.udf.types.Rows;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.StructVector;

/** The rows in a column of lists as flat columns, with the group of each; without a copy where all of them are taken. */
final class GroupedRows implements AutoCloseable {
  private final int count;
  private final int[] groups;
  private final Input selected;
  private final List<FieldVector> columns;

  private GroupedRows(int count, int[] groups, Input selected, List<FieldVector> columns) {
    this.count = count;
    this.groups = groups;
    this.selected = selected;
    this.columns = columns;
  }

  static GroupedRows of(ListVector lists, Input input, int arguments, boolean propagates) {
    FieldVector data = lists.getDataVector();
    int most = 0;
    for (int group = 0; group < input.rows(); group++) {
      most += lists.isNull(group) ? 0 : lists.getElementEndIndex(group) - lists.getElementStartIndex(group);
    }
    int[] positions = new int[most];
    int[] groups = new int[most];
    int count = 0;
    boolean skips = propagates && arguments > 0;
    for (int group = 0; group < input.rows(); group++) {
      int end = lists.isNull(group) ? 0 : lists.getElementEndIndex(group);
      for (int row = lists.isNull(group) ? 0 : lists.getElementStartIndex(group); row < end; row++) {
        if (!skips || !hasNull(data, row, arguments)) {
          positions[count] = row;
          groups[count++] = group;
        }
      }
    }
    return taken(data, input, arguments, positions, java.util.Arrays.copyOf(groups, count));
  }

  int count() {
    return count;
  }

  int[] groups() {
    return groups;
  }

  List<FieldVector> columns() {
    return columns;
  }

  @Override
  public void close() {
    if (selected != null) {
      selected.close();
    }
  }

  private static GroupedRows taken(FieldVector data, Input input, int arguments, int[] positions, int[] groups) {
    int count = groups.length;
    boolean whole = count == data.getValueCount() && (arguments < 2 || data.getNullCount() == 0);
    if (arguments == 0) {
      return new GroupedRows(count, groups, null, List.of());
    } else if (whole) {
      return new GroupedRows(count, groups, null, arguments == 1 ? List.of(data) : data.getChildrenFromFields());
    }
    FieldVector rows = Rows.select(data, positions, count, input.allocator());
    Input selected = new Input(List.of(rows), count, input.context(), input.allocator());
    return new GroupedRows(count, groups, selected, arguments == 1 ? List.of(rows) : rows.getChildrenFromFields());
  }

  private static boolean hasNull(FieldVector data, int row, int arguments) {
    if (data.isNull(row)) {
      return true;
    }
    return arguments > 1 && ((StructVector) data).getChildrenFromFields().stream().anyMatch(child -> child.isNull(row));
  }
}
