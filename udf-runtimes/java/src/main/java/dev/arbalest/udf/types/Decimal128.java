package dev.arbalest.udf.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.arrow.memory.ArrowBuf;

/** 128-bit integers in two's complement, low half first: the storage of DECIMAL and HUGEINT. Unlike Arrow's own accessors it does not stop at 38 digits. */
final class Decimal128 {
  private Decimal128() {}

  static BigInteger integer(ArrowBuf data, int row) {
    long low = data.getLong(row * 16L);
    long high = data.getLong(row * 16L + 8);
    if (high == low >> 63) {
      return BigInteger.valueOf(low);
    }
    byte[] bytes = new byte[16];
    java.nio.ByteBuffer.wrap(bytes).putLong(high).putLong(low);
    return new BigInteger(bytes);
  }

  static BigDecimal decimal(ArrowBuf data, int row, int scale) {
    long low = data.getLong(row * 16L);
    boolean small = data.getLong(row * 16L + 8) == low >> 63;
    return small ? BigDecimal.valueOf(low, scale) : new BigDecimal(integer(data, row), scale);
  }

  static void set(ArrowBuf data, int row, BigInteger value) {
    if (value.bitLength() > 127) {
      throw new ArithmeticException(value + " is not in the range of a HUGEINT");
    }
    data.setLong(row * 16L, value.longValue());
    data.setLong(row * 16L + 8, value.shiftRight(64).longValue());
  }

  /** The value in units of the scale, rounded half up. */
  static BigInteger unscaled(BigDecimal value, int precision, int scale) {
    BigDecimal rounded = value.setScale(scale, RoundingMode.HALF_UP);
    if (rounded.precision() > precision) {
      throw new ArithmeticException(value.toPlainString() + " is not in the range of a DECIMAL(" + precision + ", " + scale + ")");
    }
    return rounded.unscaledValue();
  }
}
