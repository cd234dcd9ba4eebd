#pragma once
#include <memory>

#include <arrow/flight/server.h>

#include "arbalest/udf/error.hpp"
#include "shared-memory.hpp"

namespace arbalest::udf {

/// What stands before a batch of the caller in `app_metadata`.
struct BatchHeader {
  bool shared = false;
  uint32_t timeout_ms = 0;
  uint64_t id = 0;
  uint64_t offset = 0;
  uint64_t length = 0;
  uint64_t room_offset = 0;
  uint64_t room_bytes = 0;

  /// Invalid when it is none of version 1.
  static arrow::Result<BatchHeader> read(const arrow::Buffer* metadata);
};

/// Sends the answers to one batch after the other. An error means that the stream is broken, and is to be ended with it.
class AnswerWriter {
 public:
  AnswerWriter(arrow::flight::FlightMessageWriter& writer, std::shared_ptr<SharedMemory> memory) : writer_(writer), memory_(std::move(memory)) {}

  /// The answers that follow are to this batch. Invalid when its room does not lie in the output file.
  arrow::Status begin(const BatchHeader& batch);
  /// Through the room in the output file if it is still free and large enough, through the socket otherwise.
  arrow::Status send(const arrow::RecordBatch& answer, bool last, bool failures, uint64_t cpu_micros);
  arrow::Status fail(const std::string& failure_class, const std::string& function, const Failure& failure);

 private:
  arrow::Result<uint64_t> write_to_room(const arrow::RecordBatch& answer);

  arrow::flight::FlightMessageWriter& writer_;
  std::shared_ptr<SharedMemory> memory_;
  BatchHeader batch_;
  std::shared_ptr<arrow::MutableBuffer> room_;
};

}  // namespace arbalest::udf
