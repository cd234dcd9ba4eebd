#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <arrow/result.h>

#include "shared-memory.hpp"

namespace arbalest::udf {

/// The JSON in the descriptor of a call (PROTOCOL, section 3).
struct CallRequest {
  struct Call {
    std::string function;
    std::string operation;
    std::vector<int64_t> arguments;
    std::map<std::string, std::string, std::less<>> options;
  };
  int64_t protocol = 1;
  std::vector<Call> calls;
  std::string query;
  std::string user;
  bool collect_errors = false;
  int64_t timeout_ms = 0;
  std::optional<SharedMemory::Names> shared_memory;

  /// Invalid, with a text that names the member, when it is no such JSON.
  static arrow::Result<CallRequest> parse(const std::string& text);
};

}  // namespace arbalest::udf
