package dev.arbalest.udf.binding;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;

/** Reads and writes primitives without boxing them, for the types whose Java form has the same bits. */
final class PrimitiveAccess {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private PrimitiveAccess() {}

  /** {@code (FieldVector, int) primitive}; null when the pair is not of that kind. */
  static MethodHandle reader(ArrowType type, Class<?> java) {
    return matches(type, java) ? handle("read", MethodType.methodType(java, FieldVector.class, int.class)) : null;
  }

  /** {@code (FieldVector, int, primitive) void}; null when the pair is not of that kind. */
  static MethodHandle writer(ArrowType type, Class<?> java) {
    return matches(type, java) ? handle("write", MethodType.methodType(void.class, FieldVector.class, int.class, java)) : null;
  }

  private static boolean matches(ArrowType type, Class<?> java) {
    if (type instanceof ArrowType.Int integer && integer.getIsSigned()) {
      return java == switch (integer.getBitWidth()) {
        case 8 -> byte.class;
        case 16 -> short.class;
        case 32 -> int.class;
        default -> long.class;
      };
    } else if (type instanceof ArrowType.FloatingPoint floating) {
      return java == (floating.getPrecision() == FloatingPointPrecision.SINGLE ? float.class : double.class);
    }
    return type instanceof ArrowType.Bool && java == boolean.class;
  }

  private static MethodHandle handle(String verb, MethodType type) {
    Class<?> primitive = verb.equals("read") ? type.returnType() : type.parameterType(2);
    String noun = Character.toUpperCase(primitive.getName().charAt(0)) + primitive.getName().substring(1);
    try {
      return LOOKUP.findStatic(PrimitiveAccess.class, verb + noun, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean readBoolean(FieldVector vector, int row) {
    return ((BitVector) vector).get(row) != 0;
  }

  private static byte readByte(FieldVector vector, int row) {
    return ((TinyIntVector) vector).get(row);
  }

  private static short readShort(FieldVector vector, int row) {
    return ((SmallIntVector) vector).get(row);
  }

  private static int readInt(FieldVector vector, int row) {
    return ((IntVector) vector).get(row);
  }

  private static long readLong(FieldVector vector, int row) {
    return ((BigIntVector) vector).get(row);
  }

  private static float readFloat(FieldVector vector, int row) {
    return ((Float4Vector) vector).get(row);
  }

  private static double readDouble(FieldVector vector, int row) {
    return ((Float8Vector) vector).get(row);
  }

  private static void writeBoolean(FieldVector vector, int row, boolean value) {
    ((BitVector) vector).set(row, value ? 1 : 0);
  }

  private static void writeByte(FieldVector vector, int row, byte value) {
    ((TinyIntVector) vector).set(row, value);
  }

  private static void writeShort(FieldVector vector, int row, short value) {
    ((SmallIntVector) vector).set(row, value);
  }

  private static void writeInt(FieldVector vector, int row, int value) {
    ((IntVector) vector).set(row, value);
  }

  private static void writeLong(FieldVector vector, int row, long value) {
    ((BigIntVector) vector).set(row, value);
  }

  private static void writeFloat(FieldVector vector, int row, float value) {
    ((Float4Vector) vector).set(row, value);
  }

  private static void writeDouble(FieldVector vector, int row, double value) {
    ((Float8Vector) vector).set(row, value);
  }
}
