#pragma once
#include <chrono>
#include <memory>
#include <string>

#include <arrow/api.h>
#include <arrow/flight/client.h>
#include <nlohmann/json.hpp>

/// The conformance server as a process of its own, in a folder of its own, on a Unix socket. Ended with the object.
class ServerProcess {
 public:
  ServerProcess();
  ~ServerProcess();

  arrow::flight::FlightClient& client() { return *client_; }
  /// From its start to the line that says where it listens.
  std::chrono::milliseconds start_time() const { return start_time_; }
  /// SIGTERM, and what the process exits with.
  int terminate();
  std::string input_path(const std::string& name) const { return folder_ + "/in/" + name; }
  std::string output_path(const std::string& name) const { return folder_ + "/out/" + name; }
  nlohmann::json action(const std::string& type, const std::string& body = "");

 private:
  int pid_ = -1;
  int output_ = -1;
  std::string folder_;
  std::chrono::milliseconds start_time_{};
  std::unique_ptr<arrow::flight::FlightClient> client_;
};

struct Answer {
  int kind = 0;
  int flags = 0;
  uint32_t rows = 0;
  uint64_t id = 0, offset = 0, length = 0;
  std::shared_ptr<arrow::RecordBatch> batch;
  nlohmann::json error;
};

/// A stream of calls.
class CallStream {
 public:
  CallStream(ServerProcess& server, const nlohmann::json& command, const std::shared_ptr<arrow::Schema>& schema);
  /// One call of one function with all columns as its arguments.
  static nlohmann::json command(const std::string& function, const std::string& operation, int arguments, const std::string& errors = "fail");

  void send(const std::shared_ptr<arrow::RecordBatch>& batch);
  /// A frame without a batch, and the header as it is given.
  void send_header(const std::string& header);
  static std::string header(int kind, uint64_t id, uint64_t offset = 0, uint64_t length = 0, uint64_t room = 0, uint64_t room_bytes = 0);
  Answer receive();
  std::shared_ptr<arrow::Schema> schema();
  /// Half-closes, reads to the end and gives the status of the stream.
  arrow::Status close();

 private:
  arrow::flight::FlightClient::DoExchangeResult exchange_;
  uint64_t sent_ = 0;
};
