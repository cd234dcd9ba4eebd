package dev.arbalest.udf.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first frame of a stream. */
record CallRequest(List<Call> calls, String query, String user, boolean errorsByRow, long timeoutMs, Shared shared) {
  /** JSON comes with Arrow's own Jackson: no library more. */
  static final ObjectMapper JSON = new ObjectMapper();

  record Call(String function, String operation, int[] arguments, Map<String, String> options) {}

  record Shared(String input, long inputBytes, String output, long outputBytes) {}

  static CallRequest read(byte[] command) {
    JsonNode json;
    try {
      json = JSON.readTree(command);
    } catch (IOException e) {
      throw Refusal.invalid("The command of a call is not JSON: " + e.getMessage());
    }
    if (json == null || !json.isObject() || json.path("protocol").asInt(-1) != 1) {
      throw Refusal.invalid("A call of protocol " + (json == null ? "none" : json.path("protocol").asText("none")) + "; this server speaks 1");
    }
    List<Call> calls = new ArrayList<>();
    json.path("calls").forEach(call -> calls.add(call(call)));
    if (calls.isEmpty()) {
      throw Refusal.invalid("A stream without calls; one at least is wanted");
    }
    String errors = json.path("errors").asText("fail");
    if (!errors.equals("fail") && !errors.equals("rows")) {
      throw Refusal.invalid("errors: \"" + errors + "\" is not known; \"fail\" and \"rows\" are");
    }
    return new CallRequest(calls, json.path("query").asText(""), json.path("user").asText(""), errors.equals("rows"), json.path("timeoutMs").asLong(0), shared(json.path("sharedMemory")));
  }

  private static Call call(JsonNode json) {
    int[] arguments = new int[json.path("arguments").size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = json.path("arguments").get(i).asInt(-1);
    }
    Map<String, String> options = new LinkedHashMap<>();
    json.path("options").properties().forEach(option -> options.put(option.getKey(), option.getValue().asText()));
    return new Call(json.path("function").asText(""), json.path("operation").asText("scalar"), arguments, Map.copyOf(options));
  }

  private static Shared shared(JsonNode json) {
    if (!json.isObject()) {
      return null;
    }
    return new Shared(json.path("input").asText(""), json.path("inputBytes").asLong(-1), json.path("output").asText(""), json.path("outputBytes").asLong(-1));
  }
}
