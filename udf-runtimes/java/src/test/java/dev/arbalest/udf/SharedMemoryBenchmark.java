package dev.arbalest.udf;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Rows a second of x * 2 + y, vectorised and by row, through shared memory in batches of 64 Ki rows, the batch being written once. */
final class SharedMemoryBenchmark {
  private static final int ROWS = 65_536;
  private static final int SLOTS = 4;
  private static final int SLOT_BYTES = 2 << 20;

  private SharedMemoryBenchmark() {}

  @ScalarFunction
  static void vectorised(BigIntVector x, BigIntVector y, BigIntVector out) {
    for (int row = 0; row < x.getValueCount(); row++) {
      out.set(row, x.get(row) * 2 + y.get(row));
    }
  }

  @ScalarFunction
  static long byRow(long x, long y) {
    return x * 2 + y;
  }

  public static void main(String[] arguments) throws Exception {
    try (Caller caller = new Caller(SharedMemoryBenchmark.class)) {
      for (String function : List.of("vectorised", "by_row", "vectorised", "by_row")) {
        System.out.printf("%s: %.1f M rows/s%n", function, run(caller, function, 2000) / 1e6);
      }
    }
    System.exit(0);
  }

  private static double run(Caller caller, String function, int batches) throws Exception {
    long bytes = (long) SLOTS * SLOT_BYTES;
    Path in = caller.folder.resolve("b.in");
    for (String name : List.of("b.in", "b.out")) {
      try (RandomAccessFile file = new RandomAccessFile(caller.folder.resolve(name).toFile(), "rw")) {
        file.setLength(bytes);
      }
    }
    String call = "{\"protocol\":1,\"calls\":[{\"function\":\"" + function + "\",\"arguments\":[0,1]}],\"sharedMemory\":{\"input\":\"b.in\",\"inputBytes\":" + bytes + ",\"output\":\"b.out\",\"outputBytes\":" + bytes + "}}";
    List<Long> numbers = LongStream.range(0, ROWS).boxed().toList();
    try (VectorSchemaRoot root = Inputs.batch(caller.allocator, "x BIGINT, y BIGINT", numbers, numbers);
        Caller.Stream stream = caller.open(call, root)) {
      int length = stream.sendShared(root, in, 0, SLOT_BYTES);
      stream.exchange.getReader().next();
      long start = System.nanoTime();
      for (int sent = 0, answered = 0; answered < batches; answered++) {
        for (; sent < batches && sent < answered + SLOTS; sent++) {
          stream.sendHeader(stream.header(2, 0, length, (long) (sent % SLOTS) * SLOT_BYTES, SLOT_BYTES));
        }
        stream.exchange.getReader().next();
        if (stream.exchange.getReader().getLatestMetadata().getByte(1) != 2) {
          throw new IllegalStateException("An answer did not come through shared memory");
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      stream.end();
      return batches * (double) ROWS / seconds;
    }
  }
}
