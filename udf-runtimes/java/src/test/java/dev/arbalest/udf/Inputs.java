package dev.arbalest.udf;

import dev.arbalest.udf.types.SqlTypeParser;
import dev.arbalest.udf.types.ValueWriter;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;

/** Batches out of Java values. */
final class Inputs {
  private Inputs() {}

  /** A batch of these columns, {@code "a BIGINT, b VARCHAR"}, with their values. */
  static VectorSchemaRoot batch(BufferAllocator allocator, String columns, List<?>... values) {
    List<Field> fields = SqlTypeParser.columns(columns);
    FieldVector[] vectors = new FieldVector[fields.size()];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = fields.get(i).createVector(allocator);
      vectors[i].allocateNew();
      ValueWriter writer = ValueWriter.of(fields.get(i), Object.class);
      for (int row = 0; row < values[i].size(); row++) {
        writer.writeOrNull(vectors[i], row, values[i].get(row));
      }
      vectors[i].setValueCount(values[i].size());
    }
    VectorSchemaRoot root = new VectorSchemaRoot(Arrays.asList(vectors));
    root.setRowCount(vectors.length == 0 ? 0 : values[0].size());
    return root;
  }
}
