package dev.arbalest.udf.server;

import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/** The column that holds, for each row that failed, why. */
final class MessageField {
  private MessageField() {}

  static Field of(ResolvedCall call) {
    return new Field(call.function().signature().name() + "_error", FieldType.nullable(ArrowType.Utf8.INSTANCE), null);
  }
}
