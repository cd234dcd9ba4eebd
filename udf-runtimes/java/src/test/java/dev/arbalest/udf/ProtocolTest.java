package dev.arbalest.udf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arbalest.udf.conformance.Aggregates;
import dev.arbalest.udf.conformance.EchoRows;
import dev.arbalest.udf.conformance.EchoVectors;
import dev.arbalest.udf.conformance.Scalars;
import dev.arbalest.udf.conformance.Tables;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProtocolTest {
  private static Caller caller;

  @BeforeAll
  static void start() throws Exception {
    caller = new Caller(Scalars.class, Tables.class, Aggregates.class, EchoVectors.class, EchoRows.class);
  }

  @AfterAll
  static void stop() throws Exception {
    caller.close();
    assertEquals(0, caller.server.allocatedBytes());
  }

  private static String call(String function, String operation, String arguments, String more) {
    return "{\"protocol\":1,\"calls\":[{\"function\":\"" + function + "\",\"operation\":\"" + operation + "\",\"arguments\":" + arguments + ",\"options\":{\"k\":\"v\"}}],\"query\":\"q1\",\"user\":\"ada\"" + more + "}";
  }

  private static List<Caller.Answer> ask(String call, VectorSchemaRoot input) throws Exception {
    try (VectorSchemaRoot root = input;
        Caller.Stream stream = caller.open(call, root)) {
      stream.send();
      stream.end();
      List<Caller.Answer> answers = new ArrayList<>();
      for (Caller.Answer answer = stream.answer(); answer != null; answer = stream.answer()) {
        answers.add(answer);
      }
      return answers;
    }
  }

  private static VectorSchemaRoot batch(String columns, List<?>... values) {
    return Inputs.batch(caller.allocator, columns, values);
  }

  @Test
  void describesItself() throws Exception {
    assertEquals(2, caller.action("protocol_version", "")[0]);
    JsonNode answer = caller.json("arbalest.describe", "{\"protocol\":{\"min\":1,\"max\":3}}");
    assertEquals("arbalest-udf-java", answer.at("/runtime/name").asText());
    assertEquals("shared-memory", answer.at("/transports/1").asText());
    assertEquals(caller.server.functions().size(), answer.get("functions").size());
    assertEquals("ready", caller.json("arbalest.health", "").get("status").asText());
    assertThrows(FlightRuntimeException.class, () -> caller.action("arbalest.describe", "{\"protocol\":{\"min\":2,\"max\":3}}"));
    FlightRuntimeException unknown = assertThrows(FlightRuntimeException.class, () -> caller.action("nonsense", ""));
    assertEquals(FlightStatusCode.UNIMPLEMENTED, unknown.status().code());
  }

  @Test
  void keepsNullsFromTheFunction() throws Exception {
    List<Caller.Answer> answers = ask(call("add", "scalar", "[0,1]", ""), batch("a BIGINT, b BIGINT", Arrays.asList(1L, null, 3L), Arrays.asList(10L, 20L, null)));
    assertEquals(List.of(Arrays.asList(11L, null, null)), answers.get(0).columns());
    assertTrue(answers.get(0).last());
  }

  @Test
  void callsByRowAndWithContext() throws Exception {
    assertEquals(List.of(Arrays.asList("ÄB", null)), ask(call("upper", "scalar", "[0]", ""), batch("t VARCHAR", Arrays.asList("äb", null))).get(0).columns());
    assertEquals(List.of(Arrays.asList("q1", "ada", "v", null)), ask(call("context", "scalar", "[0]", ""), batch("t VARCHAR", List.of("query", "user", "k", "other"))).get(0).columns());
    assertEquals(List.of(List.of(1, 0)), ask(call("is_null", "scalar", "[0]", ""), batch("v INTEGER", Arrays.asList(null, 5))).get(0).columns());
  }

  @Test
  void answersRowsWithoutColumns() throws Exception {
    VectorSchemaRoot input = batch("");
    input.setRowCount(3);
    assertEquals(List.of(List.of(42, 42, 42)), ask(call("answer", "scalar", "[]", ""), input).get(0).columns());
  }

  @Test
  void tellsWhichRowFailed() throws Exception {
    Caller.Answer answer = ask(call("fail_on", "scalar", "[0]", ""), batch("v INTEGER", List.of(1, 7, 3))).get(0);
    assertEquals(3, answer.kind());
    assertEquals("user", answer.error().get("class").asText());
    assertEquals(1, answer.error().get("row").asInt());
    assertEquals("IllegalArgumentException: bad value 7", answer.error().get("message").asText());
    String trace = answer.error().get("traceback").asText();
    assertTrue(trace.contains("Scalars.failOn") && !trace.contains("udf.server"), trace);
  }

  @Test
  void goesOnAfterAFailedBatch() throws Exception {
    try (VectorSchemaRoot root = batch("v INTEGER", List.of(1, 7));
        Caller.Stream stream = caller.open(call("fail_batch_on", "scalar", "[0]", ""), root)) {
      stream.send();
      assertEquals(3, stream.answer().kind());
      ((org.apache.arrow.vector.IntVector) root.getVector(0)).set(1, 8);
      stream.send();
      assertEquals(List.of(List.of(1, 8)), stream.answer().columns());
      stream.end();
      assertNull(stream.answer());
    }
  }

  @Test
  void findsTheRowsThatFail() throws Exception {
    String rows = ",\"errors\":\"rows\"";
    for (String function : List.of("fail_on", "fail_batch_on")) {
      Caller.Answer answer = ask(call(function, "scalar", "[0]", rows), batch("v INTEGER", Arrays.asList(1, 7, null, 3, 7))).get(0);
      assertEquals(Arrays.asList(1, null, null, 3, null), answer.columns().get(0));
      assertEquals(3, answer.flags());
      assertEquals(List.of(false, true, false, false, true), answer.columns().get(1).stream().map(text -> text != null).toList());
    }
    Caller.Answer table = ask(call("fail_rows", "table", "[0]", rows), batch("v INTEGER", List.of(1, 7, 3))).get(0);
    assertEquals(List.of(List.of(0, 1, 2), Arrays.asList(1, null, 3), Arrays.asList(null, "IllegalArgumentException: bad value 7", null)), table.columns());
    Caller.Answer groups = ask(call("fail_sum", "complete", "[0]", rows), batch("v INTEGER[]", List.of(List.of(1, 2), List.of(7), List.of(4)))).get(0);
    assertEquals(Arrays.asList(3L, null, 4L), groups.columns().get(0));
  }

  @Test
  void makesTables() throws Exception {
    List<Caller.Answer> parts = ask(call("split", "table", "[0,1]", ""), batch("t VARCHAR, s VARCHAR", Arrays.asList("a,b", null, "c"), List.of(",", ",", ",")));
    assertEquals(List.of(List.of(0, 0, 2), List.of("a", "b", "c"), List.of(1, 2, 1)), parts.get(0).columns());
    List<Caller.Answer> answers = ask(call("series", "table", "[0]", ""), batch("n INTEGER", Arrays.asList(2_500_000, null, 1)));
    assertTrue(answers.size() > 2);
    assertEquals(2_500_001, answers.stream().mapToInt(Caller.Answer::rows).sum());
    assertTrue(answers.stream().allMatch(answer -> answer.rows() <= (8 << 20) / 8 + 1));
    assertEquals(List.of(true), answers.stream().map(Caller.Answer::last).filter(last -> last).toList());
  }

  @Test
  void numbersBatchesOfAStream() throws Exception {
    try (VectorSchemaRoot root = batch("v BIGINT", Arrays.asList(5L, null, 6L));
        Caller.Stream stream = caller.open(call("number_rows", "table", "[0]", ""), root)) {
      for (int number = 0; number < 3; number++) {
        stream.send();
        Caller.Answer answer = stream.answer();
        assertEquals(List.of(List.of(0, 2), List.of(5L, 6L), List.of(number, number)), answer.columns());
        assertTrue(answer.last());
      }
      stream.end();
      assertNull(stream.answer());
    }
  }

  @Test
  void aggregatesInTwoPhases() throws Exception {
    String lists = "v DOUBLE[]";
    List<List<Double>> groups = Arrays.asList(List.of(1.0, 2.0), List.of(), null, Arrays.asList(3.0, null));
    assertEquals(List.of(List.of(5.0, 0.0, 0.0, 9.0)), ask(call("sum_squares", "complete", "[0]", ""), batch(lists, groups)).get(0).columns());
    List<Object> states = ask(call("sum_squares", "update", "[0]", ""), batch(lists, groups)).get(0).columns().get(0);
    Caller.Answer value = ask(call("sum_squares", "finish", "[0]", ""), batch("s BLOB[]", Arrays.asList(states, null, Arrays.asList(states.get(3), null)))).get(0);
    assertEquals(List.of(List.of(14.0, 0.0, 9.0)), value.columns());
    List<Object> merged = ask(call("sum_squares", "merge", "[0]", ""), batch("s BLOB[]", List.of(states))).get(0).columns().get(0);
    assertEquals(List.of(List.of(14.0)), ask(call("sum_squares", "finish", "[0]", ""), batch("s BLOB[]", List.of(merged))).get(0).columns());
  }

  @Test
  void aggregatesSeveralArgumentsAndNone() throws Exception {
    List<?> pairs = Arrays.asList(Arrays.asList(java.util.Map.of("a", 2.0, "b", 1.0), java.util.Map.of("a", 5.0, "b", 3.0), java.util.Map.of("a", 1.0), null), List.of());
    Caller.Answer average = ask(call("weighted_average", "complete", "[0]", ""), batch("p STRUCT(a DOUBLE, b DOUBLE)[]", pairs)).get(0);
    assertEquals(List.of(Arrays.asList(4.25, null)), average.columns());
    Caller.Answer count = ask(call("count_rows", "complete", "[0]", ""), batch("x INTEGER[]", Arrays.asList(Arrays.asList(1, null), null))).get(0);
    assertEquals(List.of(List.of(2L, 0L)), count.columns());
    Caller.Answer joined = ask(call("join_sorted", "complete", "[0]", ""), batch("t VARCHAR[]", Arrays.asList(List.of("b", "a", "b"), List.of()))).get(0);
    assertEquals(List.of(Arrays.asList("a,b", null)), joined.columns());
  }

  private static String shared(String input, String output, long bytes) {
    return ",\"sharedMemory\":{\"input\":\"" + input + "\",\"inputBytes\":" + bytes + ",\"output\":\"" + output + "\",\"outputBytes\":" + bytes + "}";
  }

  private static Path file(String name, long bytes) throws Exception {
    Path path = caller.folder.resolve(name);
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(bytes);
    }
    return path;
  }

  @Test
  void readsAndWritesSharedMemory() throws Exception {
    int bytes = 4 << 20;
    Path in = file("a.in", bytes);
    Path out = file("a.out", bytes);
    List<Long> numbers = LongStream.range(0, 10_000).boxed().toList();
    try (VectorSchemaRoot root = batch("a BIGINT, b BIGINT", numbers, numbers);
        Caller.Stream stream = caller.open(call("add", "scalar", "[0,1]", shared("a.in", "a.out", bytes)), root)) {
      for (int offset : new int[] {0, 64, 1 << 20}) {
        stream.sendShared(root, in, offset, bytes);
        Caller.Answer answer = stream.answer(out);
        assertEquals(2, answer.kind());
        assertEquals(numbers.stream().map(n -> 2 * n).toList(), answer.columns().get(0));
      }
      stream.sendShared(root, in, 0, 4096);
      assertEquals(1, stream.answer().kind(), "what does not fit goes through the socket");
      stream.send();
      assertEquals(10_000, stream.answer().rows());
      stream.end();
      assertNull(stream.answer());
    }
  }

  @Test
  void sharesMemoryForTextsAndFailures() throws Exception {
    Path in = file("t.in", 1 << 20);
    Path out = file("t.out", 1 << 20);
    String more = shared("t.in", "t.out", 1 << 20);
    List<String> texts = IntStream.range(0, 2000).mapToObj(i -> i % 3 == 0 ? null : "text " + i).toList();
    try (VectorSchemaRoot root = batch("t VARCHAR", texts);
        Caller.Stream stream = caller.open(call("upper", "scalar", "[0]", more), root)) {
      for (int i = 0; i < 3; i++) {
        stream.sendShared(root, in, 0, 1 << 20);
        Caller.Answer answer = stream.answer(out);
        assertEquals(2, answer.kind());
        assertEquals(texts.stream().map(text -> text == null ? null : text.toUpperCase()).toList(), answer.columns().get(0));
      }
      stream.end();
    }
    try (VectorSchemaRoot root = batch("v INTEGER", Collections.nCopies(100, 7));
        Caller.Stream stream = caller.open(call("fail_batch_on", "scalar", "[0]", more + ",\"errors\":\"rows\""), root)) {
      stream.sendShared(root, in, 0, 1 << 20);
      assertEquals(Collections.nCopies(100, "IllegalArgumentException: bad batch"), stream.answer(out).columns().get(1));
      stream.end();
    }
    try (VectorSchemaRoot root = batch("n INTEGER", List.of(5000));
        Caller.Stream stream = caller.open(call("series", "table", "[0]", more), root)) {
      stream.sendShared(root, in, 0, 1 << 20);
      Caller.Answer answer = stream.answer(out);
      assertEquals(2, answer.kind());
      assertEquals(IntStream.range(0, 5000).boxed().toList(), answer.columns().get(1));
      stream.end();
    }
  }

  @Test
  void refusesWhatTheProtocolDoesNotAllow() {
    assertStatus(FlightStatusCode.NOT_FOUND, call("nothing", "scalar", "[]", ""));
    assertStatus(FlightStatusCode.INVALID_ARGUMENT, call("add", "table", "[0,0]", ""));
    assertStatus(FlightStatusCode.INVALID_ARGUMENT, call("add", "scalar", "[0]", ""));
    assertStatus(FlightStatusCode.INVALID_ARGUMENT, call("add", "scalar", "[0,9]", ""));
    assertStatus(FlightStatusCode.INVALID_ARGUMENT, call("upper", "scalar", "[0]", ""));
    assertStatus(FlightStatusCode.INVALID_ARGUMENT, "no JSON");
    assertThrows(FlightRuntimeException.class, () -> ask(call("add", "scalar", "[0,0]", shared("../x", "y", 64)), batch("a BIGINT", List.of(1L))));
  }

  private static void assertStatus(FlightStatusCode code, String call) {
    FlightRuntimeException refused = assertThrows(FlightRuntimeException.class, () -> ask(call, batch("a BIGINT", List.of(1L))));
    assertEquals(code, refused.status().code(), refused.getMessage());
  }

  @Test
  void endsAStreamThatBreaksTheProtocol() throws Exception {
    try (VectorSchemaRoot root = batch("a BIGINT, b BIGINT", List.of(1L), List.of(2L));
        Caller.Stream stream = caller.open(call("add", "scalar", "[0,1]", ""), root)) {
      stream.sendHeader(stream.header(2, 0, 64, 0, 0));
      Caller.Answer answer = stream.answer();
      assertEquals("protocol", answer.error().get("class").asText());
      FlightRuntimeException ended = assertThrows(FlightRuntimeException.class, stream::answer);
      assertEquals(FlightStatusCode.INVALID_ARGUMENT, ended.status().code());
    }
  }

  @Test
  void letsGoWhenTheCallerLeaves() throws Exception {
    try (VectorSchemaRoot root = batch("ms INTEGER", List.of(30_000));
        Caller.Stream stream = caller.open(call("sleep_ms", "scalar", "[0]", ""), root)) {
      stream.send();
      Thread.sleep(200);
      stream.exchange.getReader().cancel("enough", null);
    }
    long end = System.nanoTime() + 5_000_000_000L;
    while (caller.json("arbalest.health", "").get("calls").asInt() > 0) {
      assertTrue(System.nanoTime() < end, "the call still runs");
      Thread.sleep(20);
    }
  }

  @Test
  void servesClientsOfArrowUdf() throws Exception {
    assertEquals(2, caller.client.getInfo(FlightDescriptor.path("add")).getRecords());
    assertEquals(List.of("text", "separator", "row", "part", "position"), caller.client.getInfo(FlightDescriptor.path("split")).getSchemaOptional().orElseThrow().getFields().stream().map(field -> field.getName()).toList());
    try (VectorSchemaRoot root = batch("a BIGINT, b BIGINT", List.of(1L), List.of(2L));
        Caller.Stream stream = caller.open(FlightDescriptor.path("add"), root)) {
      stream.sendPlain();
      assertTrue(stream.exchange.getReader().next());
      assertEquals(List.of(List.of(3L)), Caller.values(stream.exchange.getReader().getRoot()));
      stream.end();
      assertFalse(stream.exchange.getReader().next());
    }
  }
}
