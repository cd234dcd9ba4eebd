#include "call-request.hpp"

#include <nlohmann/json.hpp>

namespace arbalest::udf {
namespace {

using Json = nlohmann::json;

CallRequest::Call read_call(const Json& json) {
  CallRequest::Call call;
  call.function = json.at("function").get<std::string>();
  call.operation = json.at("operation").get<std::string>();
  call.arguments = json.value("arguments", std::vector<int64_t>{});
  // Named, since items() only looks at it.
  const Json options = json.value("options", Json::object());
  for (const auto& [name, value] : options.items())
    call.options[name] = value.is_string() ? value.get<std::string>() : value.dump();
  return call;
}

SharedMemory::Names read_names(const Json& json) {
  return {json.at("input").get<std::string>(), json.at("inputBytes").get<uint64_t>(), json.at("output").get<std::string>(), json.at("outputBytes").get<uint64_t>()};
}

CallRequest read(const Json& json) {
  CallRequest request;
  request.protocol = json.value("protocol", int64_t{1});
  for (const auto& call : json.at("calls")) request.calls.push_back(read_call(call));
  request.query = json.value("query", "");
  request.user = json.value("user", "");
  const auto errors = json.value("errors", "fail");
  if (errors != "fail" && errors != "rows") throw std::invalid_argument("errors is \"" + errors + "\"; it can be \"fail\" or \"rows\"");
  request.collect_errors = errors == "rows";
  request.timeout_ms = json.value("timeoutMs", int64_t{0});
  if (json.contains("sharedMemory")) request.shared_memory = read_names(json.at("sharedMemory"));
  return request;
}

}  // namespace

arrow::Result<CallRequest> CallRequest::parse(const std::string& text) {
  try {
    auto request = read(Json::parse(text));
    if (request.protocol != 1) return arrow::Status::Invalid("The call is in version ", request.protocol, " of the protocol; this server speaks version 1");
    if (request.calls.empty()) return arrow::Status::Invalid("The command has no calls");
    return request;
  } catch (const std::exception& error) {
    return arrow::Status::Invalid("The command of the call cannot be read: ", error.what());
  }
}

}  // namespace arbalest::udf
