#pragma once
#include <arrow/flight/server.h>

#include "server-state.hpp"

namespace arbalest::udf {

/// What a client of the arrow-udf protocol, version 2, is told of a function; KeyError when there is none of that name, or it is an aggregate.
arrow::Result<arrow::flight::FlightInfo> dialect_a_info(const Functions& functions, const arrow::flight::FlightDescriptor& descriptor);
arrow::Result<std::vector<arrow::flight::FlightInfo>> dialect_a_infos(const Functions& functions);

/// Serves a stream of such a client.
arrow::Status serve_dialect_a(ServerState& state, const arrow::flight::ServerCallContext& call, arrow::flight::FlightMessageReader& reader, arrow::flight::FlightMessageWriter& writer);

}  // namespace arbalest::udf
