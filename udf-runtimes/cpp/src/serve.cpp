#include "arbalest/udf/serve.hpp"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <thread>

#include <arrow/extension_type.h>

#include "server.hpp"

namespace arbalest::udf {
namespace {

namespace flight = arrow::flight;
using namespace std::chrono_literals;

constexpr auto drain_limit = 10s;
constexpr auto idle_limit = 100ms;
constexpr auto shutdown_limit = 1s;

/// Where to listen, as Flight names it and as people read it.
struct Place {
  flight::Location location;
  std::string socket;
  std::string host;
};

arrow::Result<Place> place() {
  if (const char* socket = std::getenv("ARBALEST_UDF_SOCKET"); socket && *socket) {
    ARROW_ASSIGN_OR_RAISE(auto location, flight::Location::Parse(std::string("grpc+unix://") + socket));
    return Place{std::move(location), socket, ""};
  }
  if (const char* address = std::getenv("ARBALEST_UDF_ADDRESS"); address && *address) {
    const std::string text(address);
    if (text.rfind(':') == std::string::npos) return arrow::Status::Invalid("ARBALEST_UDF_ADDRESS is \"", text, "\"; it has the form host:port");
    ARROW_ASSIGN_OR_RAISE(auto location, flight::Location::Parse("grpc+tcp://" + text));
    return Place{std::move(location), "", text.substr(0, text.rfind(':'))};
  }
  return arrow::Status::Invalid("Set ARBALEST_UDF_SOCKET to the path of a socket, or ARBALEST_UDF_ADDRESS to host:port (port 0 takes a free one)");
}

void remove_left_over(const std::string& socket) {
  struct stat facts {};
  if (::lstat(socket.c_str(), &facts) == 0 && S_ISSOCK(facts.st_mode)) ::unlink(socket.c_str());
}

// JSON travels as its text: with the type registered, columns of it would arrive in Arrow's own wrapping.
void see_storage_types() {
  for (const char* name : {"arrow.json", "arrow.uuid"})
    if (arrow::GetExtensionType(name)) check(arrow::UnregisterExtensionType(name));
}

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

arrow::Status listen(FunctionServer& server, const Place& place) {
  if (!place.socket.empty()) remove_left_over(place.socket);
  ARROW_RETURN_NOT_OK(server.Init(flight::FlightServerOptions(place.location)));
  // Who may reach the socket is decided by its folder: the executor may be another user than the one in the container.
  if (!place.socket.empty()) ::chmod(place.socket.c_str(), 0777);
  const std::string address = place.socket.empty() ? place.host + ":" + std::to_string(server.port()) : "unix:" + place.socket;
  std::printf("listening on %s\n", address.c_str());
  return arrow::Status::OK();
}

void drain(ServerState& state) {
  state.draining = true;
  const auto limit = Context::Clock::now() + drain_limit;
  // A warm stream without a batch is not waited for; between two batches that the caller has sent, a stream is idle for much less than this.
  auto busy_at = Context::Clock::now();
  while (state.calls > 0 && Context::Clock::now() < std::min(limit, busy_at + idle_limit)) {
    std::this_thread::sleep_for(5ms);
    if (state.busy > 0) busy_at = Context::Clock::now();
  }
}

/// False when calls did not let themselves be ended.
bool shut_down(FunctionServer& server) {
  auto done = std::make_shared<std::promise<void>>();
  std::thread([&server, done] {
    const auto deadline = std::chrono::system_clock::now();
    const auto ended = server.Shutdown(&deadline);
    if (!ended.ok()) std::fprintf(stderr, "%s\n", ended.ToString().c_str());
    done->set_value();
  }).detach();
  return done->get_future().wait_for(shutdown_limit) == std::future_status::ready;
}

int run(const Functions& functions) {
  // Blocked in all threads, and waited for in this one.
  const sigset_t signals = stop_signals();
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  ::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  see_storage_types();
  const Place where = check(place());
  functions.start();
  auto server = std::make_unique<FunctionServer>(functions);
  check(listen(*server, where));
  int signal = 0;
  ::sigwait(&signals, &signal);
  drain(server->state());
  const bool ended = shut_down(*server);
  functions.stop();
  std::fflush(nullptr);
  // A function that never returns still holds the server: leave without taking either apart.
  if (!ended) std::_Exit(0);
  return 0;
}

}  // namespace

int serve(const Functions& functions) {
  try {
    return run(functions);
  } catch (...) {
    std::fprintf(stderr, "The function server could not go on: %s\n", current_failure().message.c_str());
    return 1;
  }
}

}  // namespace arbalest::udf
