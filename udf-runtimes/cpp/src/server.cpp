#include "server.hpp"

#include "describe.hpp"
#include "dialect-a.hpp"
#include "exchange.hpp"

namespace arbalest::udf {
namespace {

namespace flight = arrow::flight;

}  // namespace

arrow::Status FunctionServer::ListFlights(const flight::ServerCallContext&, const flight::Criteria*, std::unique_ptr<flight::FlightListing>* listings) {
  ARROW_ASSIGN_OR_RAISE(auto infos, dialect_a_infos(state_.functions));
  *listings = std::make_unique<flight::SimpleFlightListing>(std::move(infos));
  return arrow::Status::OK();
}

arrow::Status FunctionServer::GetFlightInfo(const flight::ServerCallContext&, const flight::FlightDescriptor& request, std::unique_ptr<flight::FlightInfo>* info) {
  ARROW_ASSIGN_OR_RAISE(auto found, dialect_a_info(state_.functions, request));
  *info = std::make_unique<flight::FlightInfo>(std::move(found));
  return arrow::Status::OK();
}

arrow::Status FunctionServer::DoExchange(
    const flight::ServerCallContext& context, std::unique_ptr<flight::FlightMessageReader> reader, std::unique_ptr<flight::FlightMessageWriter> writer) {
  // Counted before it is asked whether calls are taken: a drain that sees no calls has to be right.
  const Counted counted(state_.calls);
  if (state_.draining) return flight::MakeFlightError(flight::FlightStatusCode::Unavailable, "The server is draining");
  try {
    if (reader->descriptor().type == flight::FlightDescriptor::PATH) return serve_dialect_a(state_, context, *reader, *writer);
    return serve_exchange(state_, context, *reader, *writer);
  } catch (...) {
    return flight::MakeFlightError(flight::FlightStatusCode::Internal, current_failure().message);
  }
}

arrow::Result<std::string> FunctionServer::act(const flight::Action& action) {
  if (action.type == "protocol_version") return std::string("\x02");
  if (action.type == "arbalest.describe") return describe(state_.functions, action.body ? action.body->ToString() : "");
  if (action.type == "arbalest.drain") state_.draining = true;
  if (action.type == "arbalest.drain" || action.type == "arbalest.health") return health(state_);
  if (action.type == "arbalest.metrics") return metrics(state_);
  return arrow::Status::NotImplemented("No action ", action.type);
}

arrow::Status FunctionServer::DoAction(const flight::ServerCallContext&, const flight::Action& action, std::unique_ptr<flight::ResultStream>* result) {
  ARROW_ASSIGN_OR_RAISE(auto answer, act(action));
  *result = std::make_unique<flight::SimpleResultStream>(std::vector<flight::Result>{flight::Result{arrow::Buffer::FromString(std::move(answer))}});
  return arrow::Status::OK();
}

}  // namespace arbalest::udf
