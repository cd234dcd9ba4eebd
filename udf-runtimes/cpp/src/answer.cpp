#include "answer.hpp"

#include <array>
#include <cstring>

#include <arrow/io/memory.h>
#include <arrow/ipc/writer.h>
#include <nlohmann/json.hpp>

namespace arbalest::udf {
namespace {

constexpr int64_t header_bytes = 48;
constexpr uint8_t version = 1, kind_batch = 1, kind_shared = 2, kind_error = 3;
constexpr uint16_t flag_last = 1, flag_failures = 2;
constexpr size_t traceback_bytes = 16 << 10;

static_assert(std::endian::native == std::endian::little, "The header is written as it lies in memory");

template <class T>
T at(const uint8_t* bytes, size_t offset) {
  T value;
  std::memcpy(&value, bytes + offset, sizeof(T));
  return value;
}

struct AnswerHeader {
  uint8_t kind;
  uint16_t flags;
  uint32_t rows;
  uint64_t batch;
  uint64_t offset;
  uint64_t length;
  uint64_t cpu_micros;

  std::string bytes() const {
    std::string text(header_bytes, '\0');
    const auto put = [&](size_t place, auto value) { std::memcpy(text.data() + place, &value, sizeof(value)); };
    put(0, version);
    put(1, kind);
    put(2, flags);
    put(4, rows);
    put(8, batch);
    put(16, offset);
    put(24, length);
    put(32, cpu_micros);
    return text;
  }
};

}  // namespace

arrow::Result<BatchHeader> BatchHeader::read(const arrow::Buffer* metadata) {
  if (!metadata || metadata->size() < header_bytes) return arrow::Status::Invalid("A frame without the header of 48 bytes in app_metadata");
  const uint8_t* bytes = metadata->data();
  if (bytes[0] != version) return arrow::Status::Invalid("A header of version ", int{bytes[0]}, " in a call of version 1");
  if (bytes[1] != kind_batch && bytes[1] != kind_shared) return arrow::Status::Invalid("A frame of kind ", int{bytes[1]}, "; callers send 1 and 2");
  return BatchHeader{bytes[1] == kind_shared, at<uint32_t>(bytes, 4), at<uint64_t>(bytes, 8), at<uint64_t>(bytes, 16),
                     at<uint64_t>(bytes, 24), at<uint64_t>(bytes, 32), at<uint64_t>(bytes, 40)};
}

arrow::Status AnswerWriter::begin(const BatchHeader& batch) {
  batch_ = batch;
  room_ = nullptr;
  if (batch.room_bytes == 0) return arrow::Status::OK();
  if (!memory_) return arrow::Status::Invalid("A frame gives room in the output file in a call without shared memory");
  return memory_->output(batch.room_offset, batch.room_bytes).Value(&room_);
}

arrow::Result<uint64_t> AnswerWriter::write_to_room(const arrow::RecordBatch& answer) {
  auto options = arrow::ipc::IpcWriteOptions::Defaults();
  options.alignment = 64;
  options.use_threads = false;
  arrow::ipc::IpcPayload payload;
  ARROW_RETURN_NOT_OK(arrow::ipc::GetRecordBatchPayload(answer, options, &payload));
  if (arrow::ipc::GetPayloadSize(payload, options) > room_->size()) return uint64_t{0};
  arrow::io::FixedSizeBufferWriter stream(room_);
  int32_t metadata_bytes = 0;
  ARROW_RETURN_NOT_OK(arrow::ipc::WriteIpcPayload(payload, options, &stream, &metadata_bytes));
  ARROW_ASSIGN_OR_RAISE(const auto written, stream.Tell());
  return static_cast<uint64_t>(written);
}

arrow::Status AnswerWriter::send(const arrow::RecordBatch& answer, bool last, bool failures, uint64_t cpu_micros) {
  AnswerHeader header{kind_batch, static_cast<uint16_t>((last ? flag_last : 0) | (failures ? flag_failures : 0)), static_cast<uint32_t>(answer.num_rows()), batch_.id, 0, 0, cpu_micros};
  if (room_) {
    ARROW_ASSIGN_OR_RAISE(header.length, write_to_room(answer));
    if (header.length > 0) {
      header.kind = kind_shared;
      header.offset = batch_.room_offset;
      room_ = nullptr;
      return writer_.WriteMetadata(arrow::Buffer::FromString(header.bytes()));
    }
  }
  return writer_.WriteWithMetadata(answer, arrow::Buffer::FromString(header.bytes()));
}

arrow::Status AnswerWriter::fail(const std::string& failure_class, const std::string& function, const Failure& failure) {
  nlohmann::json json{{"class", failure_class}, {"message", failure.message}};
  if (!function.empty()) json["function"] = function;
  if (failure.row) json["row"] = *failure.row;
  if (!failure.traceback.empty()) json["traceback"] = failure.traceback.substr(0, traceback_bytes);
  const AnswerHeader header{kind_error, flag_last, 0, batch_.id, 0, 0, 0};
  // A message that is no UTF-8 must not keep the error from being told.
  const auto text = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return writer_.WriteMetadata(arrow::Buffer::FromString(header.bytes() + text));
}

}  // namespace arbalest::udf
