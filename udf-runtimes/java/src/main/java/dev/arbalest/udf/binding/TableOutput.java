package dev.arbalest.udf.binding;

import dev.arbalest.udf.TableWriter;
import dev.arbalest.udf.types.Rows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;

/** Gathers the rows that a table function makes and gives them on before they grow past {@link #ANSWER_BYTES}. One for each stream, used by its thread. */
public final class TableOutput implements TableWriter, AutoCloseable {
  /** Size that an answer stays near. */
  static final long ANSWER_BYTES = 8 << 20;

  private static final int INITIAL_ROWS = 1024;

  private final VectorSchemaRoot root;
  private final IntVector rowColumn;
  private final List<FieldVector> columns;
  private final VarCharVector messages;
  private final long fixedBytes;
  private final Sink sink;
  private int[] positions;
  private int inputRows;
  private int count;
  private int dirty;
  private int last;
  private int mark = -1;
  private int failures;
  private int sent;

  /** Takes answers. */
  @FunctionalInterface
  public interface Sink {
    /** Sends the rows of the root away; {@code failures} of them are rows that failed. The root is used again afterwards. */
    void answer(VectorSchemaRoot root, int failures) throws Exception;
  }

  /** Answers have {@code rowField}, the result's columns, and {@code messages}, which is null where failures are not wanted by row. */
  public TableOutput(Field rowField, List<Field> results, Field messages, BufferAllocator allocator, Sink sink) {
    this.rowColumn = (IntVector) rowField.createVector(allocator);
    this.columns = results.stream().map(field -> field.createVector(allocator)).toList();
    this.messages = messages == null ? null : (VarCharVector) messages.createVector(allocator);
    this.sink = sink;
    List<FieldVector> all = new ArrayList<>();
    all.add(rowColumn);
    all.addAll(columns);
    if (messages != null) {
      all.add(this.messages);
    }
    this.root = new VectorSchemaRoot(all);
    this.fixedBytes = all.stream().filter(BaseFixedWidthVector.class::isInstance).mapToInt(vector -> ((BaseFixedWidthVector) vector).getTypeWidth()).sum();
  }

  /** The schema and, at the time of an answer, its rows. */
  public VectorSchemaRoot root() {
    return root;
  }

  /** Begins the answers to a batch of so many rows, all of which the function sees until {@link #select}. */
  public void start(int rows) {
    inputRows = rows;
    positions = null;
    last = 0;
    sent = 0;
    if (rowColumn.getValueCapacity() == 0) {
      reset();
    }
  }

  /** As the batch's rows are not all seen by the function: the positions of those that are. */
  void select(int rows, int[] selected) {
    inputRows = rows;
    positions = selected;
  }

  @Override
  public int row(int inputRow) {
    if (inputRow < 0 || inputRow >= inputRows) {
      throw new IndexOutOfBoundsException("Row " + inputRow + " of a batch of " + inputRows + " rows was named as the origin of a row");
    }
    return append(positions == null ? inputRow : positions[inputRow]);
  }

  @Override
  public <V extends FieldVector> V column(int index, Class<V> type) {
    return type.cast(columns.get(index));
  }

  List<FieldVector> columns() {
    return columns;
  }

  boolean keepsMessages() {
    return messages != null;
  }

  /** What follows can be taken back by {@link #rollBack}, and is not sent before {@link #commit}. */
  void hold() {
    mark = count;
  }

  void commit() {
    mark = -1;
  }

  /** Takes back all rows since {@link #hold}. */
  void rollBack() {
    dirty = Math.max(dirty, count);
    count = mark;
    last = count == 0 ? 0 : rowColumn.get(count - 1);
    mark = -1;
  }

  /** The row that stands for a row of the batch that failed. */
  void fail(int batchRow, String message) {
    int at = append(batchRow);
    messages.setSafe(at, message.getBytes(StandardCharsets.UTF_8));
    failures++;
  }

  /** Marks all rows of the batch whose results have not been sent as failed; false where failures are not kept by row. */
  public boolean failRest(int rows, String message) {
    if (messages == null) {
      return false;
    }
    discard();
    last = sent;
    for (int row = sent; row < rows; row++) {
      fail(row, message);
    }
    return true;
  }

  /** Hands over the rows that are there, and begins anew. */
  public void flush() throws Exception {
    columns.forEach(column -> column.setValueCount(count));
    rowColumn.setValueCount(count);
    if (messages != null) {
      messages.setValueCount(count);
    }
    root.setRowCount(count);
    sent = last;
    sink.answer(root, failures);
    reset();
  }

  /** Throws away the rows of a batch that failed. */
  public void discard() {
    mark = -1;
    reset();
  }

  @Override
  public void close() {
    root.close();
  }

  private void reset() {
    root.clear();
    for (FieldVector vector : root.getFieldVectors()) {
      vector.setInitialCapacity(INITIAL_ROWS);
      vector.allocateNew();
    }
    count = 0;
    dirty = 0;
    failures = 0;
  }

  private int append(int batchRow) {
    if (batchRow < last) {
      throw new IllegalArgumentException("A row made from row " + batchRow + " follows one made from row " + last + "; they must not go back");
    }
    if (mark < 0 && count > 0 && bytes() >= ANSWER_BYTES) {
      flushUnchecked();
    }
    int at = count++;
    last = batchRow;
    rowColumn.setSafe(at, batchRow);
    makeRoom(at);
    return at;
  }

  /** Fixed-width columns get room, so that {@code set} would do; rows that were rolled back lose their values. */
  private void makeRoom(int at) {
    for (int i = 1; i < root.getFieldVectors().size(); i++) {
      FieldVector vector = root.getVector(i);
      if (at < dirty || (vector instanceof BaseFixedWidthVector && vector.getValueCapacity() <= at)) {
        Rows.setNull(vector, at);
      }
    }
  }

  private void flushUnchecked() {
    try {
      flush();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private long bytes() {
    long bytes = fixedBytes * count;
    for (int i = 1; i < root.getFieldVectors().size(); i++) {
      FieldVector vector = root.getVector(i);
      if (!(vector instanceof BaseFixedWidthVector)) {
        bytes += Rows.bytes(vector, count);
      }
    }
    return bytes;
  }

}
