package functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arbalest.udf.Batch;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.Float8Vector;
import org.junit.jupiter.api.Test;

class FunctionsTest {
  private final BufferAllocator allocator = new RootAllocator();

  @Test
  void doublesAndAdds() {
    try (BigIntVector x = numbers("x", 1, 20);
        BigIntVector y = numbers("y", 3, 2);
        BigIntVector out = numbers("out", 0, 0)) {
      Functions.doublePlus(x, y, out);
      assertEquals(List.of(5L, 42L), List.of(out.get(0), out.get(1)));
    }
  }

  @Test
  void greets() {
    assertEquals("Hello, Ada!", Functions.greet("Ada"));
  }

  @Test
  void cutsIntoWords() {
    assertEquals(List.of(new Functions.Word("to", 1), new Functions.Word("be", 2)), Functions.words(" to  be ").toList());
    assertEquals(List.of(), Functions.words(" ").toList());
  }

  @Test
  void averagesInTwoPhases() {
    Functions.HarmonicMean mean = new Functions.HarmonicMean();
    List<Functions.ReciprocalSum> states = List.of(mean.init(), mean.init());
    try (Float8Vector values = new Float8Vector("value", allocator);
        Float8Vector out = new Float8Vector("out", allocator)) {
      values.allocateNew(2);
      values.set(0, 2);
      values.set(1, 6);
      values.setValueCount(2);
      mean.update(states, new int[] {0, 1}, new Batch(2, List.of(values)));
      mean.merge(states.get(0), mean.fromBytes(mean.toBytes(states.get(1))));
      mean.finish(states.get(0), out, 0);
      assertEquals(3, out.get(0), 1e-12);
    }
  }

  private BigIntVector numbers(String name, long... values) {
    BigIntVector vector = new BigIntVector(name, allocator);
    vector.allocateNew(values.length);
    for (int row = 0; row < values.length; row++) {
      vector.set(row, values[row]);
    }
    vector.setValueCount(values.length);
    return vector;
  }
}
