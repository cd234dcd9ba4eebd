package dev.arbalest.udf.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arbalest.udf.binding.Kind;
import dev.arbalest.udf.binding.Signature;
import dev.arbalest.udf.binding.UserFunction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** What a server says of itself and its functions. */
final class Description {
  static final int PROTOCOL = 1;
  static final Field ROW = new Field("row", FieldType.notNullable(new ArrowType.Int(32, true)), null);
  private static final String VERSION = "0.1.0";

  private Description() {}

  /** The answer to {@code arbalest.describe}; throws a refusal when there is no version that both sides speak. */
  static byte[] describe(ServerState state, byte[] request) throws IOException {
    agree(request);
    ObjectNode answer = CallRequest.JSON.createObjectNode();
    answer.put("protocol", PROTOCOL);
    answer.putObject("runtime").put("name", "arbalest-udf-java").put("version", VERSION).put("language", "java");
    ArrayNode transports = answer.putArray("transports").add("socket");
    if (state.inputFolder != null && state.outputFolder != null) {
      transports.add("shared-memory");
    }
    answer.putObject("limits").put("inFlightBatches", 8).put("inFlightBytes", 64 << 20);
    ArrayNode functions = answer.putArray("functions");
    state.functions.all().forEach(function -> describe(functions.addObject(), function.signature()));
    return CallRequest.JSON.writeValueAsBytes(answer);
  }

  private static void agree(byte[] request) throws IOException {
    JsonNode versions = request.length == 0 ? CallRequest.JSON.createObjectNode() : CallRequest.JSON.readTree(request).path("protocol");
    int min = versions.path("min").asInt(PROTOCOL);
    int max = versions.path("max").asInt(PROTOCOL);
    if (min > PROTOCOL || max < PROTOCOL) {
      throw Refusal.precondition("The caller speaks protocols " + min + " to " + max + ", this server 1 to 1");
    }
  }

  private static void describe(ObjectNode json, Signature signature) {
    json.put("name", signature.name()).put("kind", signature.kind().wireName());
    json.put("schema", Base64.getEncoder().encodeToString(new Schema(fields(signature, false)).serializeAsMessage()));
    json.put("arguments", signature.arguments().size());
    json.put("nulls", signature.nulls().name().toLowerCase(Locale.ROOT)).put("volatility", signature.volatility().name().toLowerCase(Locale.ROOT));
    json.put("repeatable", signature.repeatable()).put("parallelism", signature.parallelism());
    if (signature.batchRows() > 0) {
      json.put("batchRows", signature.batchRows());
    }
    if (signature.batchBytes() > 0) {
      json.put("batchBytes", signature.batchBytes());
    }
    if (!signature.options().isEmpty()) {
      signature.options().forEach(json.putArray("options")::add);
    }
    if (!signature.doc().isEmpty()) {
      json.put("doc", signature.doc());
    }
  }

  /** Arguments, then results; with the {@code row} of table functions where the older dialect wants it. */
  static List<Field> fields(Signature signature, boolean withRow) {
    List<Field> fields = new ArrayList<>(signature.arguments());
    if (withRow && signature.kind() == Kind.TABLE) {
      fields.add(ROW);
    }
    fields.addAll(signature.results());
    return fields;
  }

  static byte[] health(ServerState state) throws IOException {
    ObjectNode answer = CallRequest.JSON.createObjectNode();
    return CallRequest.JSON.writeValueAsBytes(answer.put("status", state.isDraining() ? "draining" : "ready").put("calls", state.calls()));
  }

  static byte[] metrics(ServerState state) throws IOException {
    ObjectNode answer = CallRequest.JSON.createObjectNode();
    ArrayNode functions = answer.putArray("functions");
    for (UserFunction function : state.functions.all()) {
      FunctionMetrics metrics = state.metrics(function.signature().name());
      functions.addObject().put("name", function.signature().name()).put("batches", metrics.batches.sum()).put("rows", metrics.rows.sum()).put("failedRows", metrics.failedRows.sum()).put("cpuMicros", metrics.cpuMicros.sum());
    }
    return CallRequest.JSON.writeValueAsBytes(answer);
  }
}
