#pragma once
#include <arrow/flight/server.h>

#include "server-state.hpp"

namespace arbalest::udf {

/// The Flight service over a set of functions.
class FunctionServer final : public arrow::flight::FlightServerBase {
 public:
  explicit FunctionServer(const Functions& functions) : state_(functions) {}
  ServerState& state() { return state_; }

  arrow::Status ListFlights(const arrow::flight::ServerCallContext&, const arrow::flight::Criteria*, std::unique_ptr<arrow::flight::FlightListing>* listings) override;
  arrow::Status GetFlightInfo(const arrow::flight::ServerCallContext&, const arrow::flight::FlightDescriptor& request, std::unique_ptr<arrow::flight::FlightInfo>* info) override;
  arrow::Status DoExchange(const arrow::flight::ServerCallContext& context, std::unique_ptr<arrow::flight::FlightMessageReader> reader,
                           std::unique_ptr<arrow::flight::FlightMessageWriter> writer) override;
  arrow::Status DoAction(const arrow::flight::ServerCallContext&, const arrow::flight::Action& action, std::unique_ptr<arrow::flight::ResultStream>* result) override;

 private:
  arrow::Result<std::string> act(const arrow::flight::Action& action);
  ServerState state_;
};

}  // namespace arbalest::udf
