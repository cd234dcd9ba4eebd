#include "describe.hpp"

#include <arrow/ipc/writer.h>
#include <arrow/util/base64.h>
#include <nlohmann/json.hpp>

#include "exchange.hpp"
#include "shared-memory.hpp"

namespace arbalest::udf {
namespace {

using Json = nlohmann::json;

constexpr int protocol = 1;

const char* name_of(Kind kind) { return kind == Kind::scalar ? "scalar" : kind == Kind::table ? "table" : "aggregate"; }

const char* name_of(Volatility volatility) {
  return volatility == Volatility::immutable ? "immutable" : volatility == Volatility::stable ? "stable" : "volatile";
}

arrow::Result<Json> describe(const Definition& definition) {
  ARROW_ASSIGN_OR_RAISE(const auto schema, arrow::ipc::SerializeSchema(*definition.schema()));
  Json json{{"name", definition.name},
            {"kind", name_of(definition.kind)},
            {"schema", arrow::util::base64_encode(std::string_view(*schema))},
            {"arguments", definition.arguments.size()},
            {"nulls", definition.propagates() ? "propagate" : "call"},
            {"volatility", name_of(definition.volatility)},
            {"repeatable", definition.repeats()},
            {"parallelism", definition.parallelism}};
  if (definition.batch_rows > 0) json["batchRows"] = definition.batch_rows;
  if (definition.batch_bytes > 0) json["batchBytes"] = definition.batch_bytes;
  if (definition.options) json["options"] = *definition.options;
  if (!definition.doc.empty()) json["doc"] = definition.doc;
  return json;
}

arrow::Status check_versions(const std::string& request) {
  const auto json = Json::parse(request.empty() ? "{}" : request, nullptr, false);
  if (!json.is_object()) return arrow::Status::Invalid("The body of arbalest.describe is no JSON object");
  const auto range = json.value("protocol", Json::object());
  const int low = range.value("min", protocol), high = range.value("max", protocol);
  if (low <= protocol && protocol <= high) return arrow::Status::OK();
  return failed_precondition("The caller speaks versions " + std::to_string(low) + " to " + std::to_string(high) + " of the protocol, this server 1 to 1");
}

}  // namespace

arrow::Result<std::string> describe(const Functions& functions, const std::string& request) {
  ARROW_RETURN_NOT_OK(check_versions(request));
  Json transports{"socket"};
  if (SharedMemory::offered()) transports.push_back("shared-memory");
  Json described = Json::array();
  for (const auto& definition : functions.definitions()) {
    ARROW_ASSIGN_OR_RAISE(auto json, describe(definition));
    described.push_back(std::move(json));
  }
  return Json{{"protocol", protocol},
              {"runtime", {{"name", "arbalest-udf-cpp"}, {"version", ARBALEST_UDF_VERSION}, {"language", "cpp"}}},
              {"transports", std::move(transports)},
              {"limits", {{"inFlightBatches", 8}, {"inFlightBytes", 64 << 20}}},
              {"functions", std::move(described)}}
      .dump();
}

std::string health(const ServerState& state) { return Json{{"status", state.draining ? "draining" : "ready"}, {"calls", state.calls.load()}}.dump(); }

std::string metrics(const ServerState& state) {
  Json functions = Json::array();
  for (const auto& definition : state.functions.definitions()) {
    const auto& cost = state.of(definition);
    functions.push_back({{"name", definition.name},
                         {"batches", cost.batches.load()},
                         {"rows", cost.rows.load()},
                         {"failedRows", cost.failed_rows.load()},
                         {"cpuMicros", cost.cpu_micros.load()}});
  }
  return Json{{"functions", std::move(functions)}}.dump();
}

}  // namespace arbalest::udf
