// Arrow's C++ Flight at the other end of PollFlightInfo, which pyarrow does not offer: `serve` is a server, `ask <location>` a client.
#include <arrow/flight/api.h>

#include <chrono>
#include <iostream>

namespace flight = arrow::flight;

class Server : public flight::FlightServerBase {
 public:
  arrow::Status PollFlightInfo(const flight::ServerCallContext&, const flight::FlightDescriptor& descriptor,
                               std::unique_ptr<flight::PollInfo>* answer) override {
    auto schema = arrow::schema({arrow::field("n", arrow::int64())});
    flight::FlightEndpoint endpoint{flight::Ticket{"ticket"}, {}, std::nullopt, "piece"};
    ARROW_ASSIGN_OR_RAISE(auto info, flight::FlightInfo::Make(*schema, descriptor, {endpoint}, 7, 8, true, "about it"));
    auto expires = std::chrono::system_clock::from_time_t(1700000000);
    *answer = std::make_unique<flight::PollInfo>(std::make_unique<flight::FlightInfo>(info), descriptor, 0.25, expires);
    return arrow::Status::OK();
  }
};

arrow::Status Serve() {
  Server server;
  ARROW_ASSIGN_OR_RAISE(auto location, flight::Location::Parse("grpc://127.0.0.1:0"));
  ARROW_RETURN_NOT_OK(server.Init(flight::FlightServerOptions(location)));
  std::cout << server.port() << std::endl;
  return server.Serve();
}

arrow::Status Ask(const char* uri) {
  ARROW_ASSIGN_OR_RAISE(auto location, flight::Location::Parse(uri));
  ARROW_ASSIGN_OR_RAISE(auto client, flight::FlightClient::Connect(location));
  ARROW_ASSIGN_OR_RAISE(auto poll, client->PollFlightInfo(flight::FlightDescriptor::Path({"t"})));
  std::cout << poll->ToString() << std::endl;
  return arrow::Status::OK();
}

int main(int count, char** arguments) {
  auto status = count > 2 ? Ask(arguments[2]) : Serve();
  if (!status.ok()) std::cerr << status.ToString() << std::endl;
  return status.ok() ? 0 : 1;
}
