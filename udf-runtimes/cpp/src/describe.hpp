#pragma once
#include <string>

#include <arrow/result.h>

#include "server-state.hpp"

namespace arbalest::udf {

/// The answer to `arbalest.describe`.
arrow::Result<std::string> describe(const Functions& functions, const std::string& request);
/// The answers to `arbalest.health` and `arbalest.metrics`.
std::string health(const ServerState& state);
std::string metrics(const ServerState& state);

}  // namespace arbalest::udf
