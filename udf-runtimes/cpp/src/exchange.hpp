#pragma once
#include <arrow/flight/server.h>

#include "server-state.hpp"

namespace arbalest::udf {

/// Serves one stream of calls, from its command to the end of its batches. The status ends the stream.
arrow::Status serve_exchange(ServerState& state, const arrow::flight::ServerCallContext& call, arrow::flight::FlightMessageReader& reader, arrow::flight::FlightMessageWriter& writer);

/// FAILED_PRECONDITION, in the form that a Flight library without that status gives it.
arrow::Status failed_precondition(const std::string& text);

}  // namespace arbalest::udf
