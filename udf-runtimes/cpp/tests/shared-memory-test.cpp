#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <fstream>

#include <arrow/io/memory.h>
#include <arrow/ipc/reader.h>
#include <arrow/ipc/writer.h>
#include <gtest/gtest.h>

#include "columns.hpp"
#include "server-process.hpp"

namespace {

constexpr int64_t file_bytes = 4 << 20;

class SharedMemoryTest : public ::testing::Test {
 protected:
  SharedMemoryTest() {
    for (const auto& path : {server.input_path("x.in"), server.output_path("x.out")}) {
      std::ofstream(path).close();
      EXPECT_EQ(::truncate(path.c_str(), file_bytes), 0);
    }
  }
  nlohmann::json command(const std::string& function, const std::string& operation, int arguments) {
    auto json = CallStream::command(function, operation, arguments);
    json["sharedMemory"] = {{"input", "x.in"}, {"inputBytes", file_bytes}, {"output", "x.out"}, {"outputBytes", file_bytes}};
    return json;
  }
  /// Writes a batch into the input file and gives its length there.
  uint64_t put(const arrow::RecordBatch& batch, int64_t offset) {
    auto options = arrow::ipc::IpcWriteOptions::Defaults();
    options.alignment = 64;
    const auto bytes = arrow::ipc::SerializeRecordBatch(batch, options).ValueOrDie();
    std::fstream file(server.input_path("x.in"), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(offset);
    file.write(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    return static_cast<uint64_t>(bytes->size());
  }
  std::shared_ptr<arrow::RecordBatch> get(const Answer& answer, const std::shared_ptr<arrow::Schema>& schema) {
    std::string bytes(answer.length, '\0');
    std::ifstream file(server.output_path("x.out"), std::ios::binary);
    file.seekg(static_cast<std::streamoff>(answer.offset));
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    arrow::io::BufferReader stream(arrow::Buffer::FromString(bytes));
    return arrow::ipc::ReadRecordBatch(schema, nullptr, arrow::ipc::IpcReadOptions::Defaults(), &stream).ValueOrDie();
  }
  ServerProcess server;
};

TEST_F(SharedMemoryTest, ReadsAndAnswersThroughTheFiles) {
  const auto numbers = batch({column(arrow::int64(), "[1, null, 3]"), column(arrow::int64(), "[2, 3, 4]")});
  CallStream stream(server, command("add", "scalar", 2), numbers->schema());
  const auto length = put(*numbers, 128);
  stream.send_header(CallStream::header(2, 1, 128, length, 4096, 8192));
  const auto answer = stream.receive();
  EXPECT_EQ(answer.kind, 2);
  EXPECT_EQ(answer.offset, 4096u);
  EXPECT_COLUMN(get(answer, stream.schema())->column(0), arrow::int64(), "[3, null, 7]");
  // Too little room: through the socket.
  stream.send_header(CallStream::header(2, 2, 128, length, 4096, 64));
  const auto second = stream.receive();
  EXPECT_EQ(second.kind, 1);
  EXPECT_COLUMN(second.batch->column(0), arrow::int64(), "[3, null, 7]");
  EXPECT_TRUE(stream.close().ok());
}

TEST_F(SharedMemoryTest, RefusesRegionsThatAreNotInTheFiles) {
  for (const auto& header : {CallStream::header(2, 1, 1, 64), CallStream::header(2, 1, 0, file_bytes + 64), CallStream::header(2, 1, ~63ull, 128),
                             CallStream::header(2, 1, 0, 64, file_bytes, 64), CallStream::header(2, 1, 0, 0)}) {
    CallStream stream(server, command("fail_on", "scalar", 1), arrow::schema({arrow::field("", arrow::int32())}));
    stream.send_header(header);
    EXPECT_EQ(stream.receive().error["class"], "protocol");
    EXPECT_FALSE(stream.close().ok());
  }
}

TEST_F(SharedMemoryTest, AnswersATableThroughItsRoomOnce) {
  const auto n = batch({column(arrow::int32(), "[3000000]")});
  CallStream stream(server, command("series", "table", 1), n->schema());
  stream.send_header(CallStream::header(2, 1, 0, put(*n, 0), 0, file_bytes));
  // The first answer is about 8 MiB and does not fit, the last one does.
  Answer answer;
  int shared = 0;
  do {
    answer = stream.receive();
    shared += answer.kind == 2;
  } while ((answer.flags & 1) == 0);
  EXPECT_LE(shared, 1);
}

}  // namespace
