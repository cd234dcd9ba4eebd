#include <thread>

#include <gtest/gtest.h>

#include "columns.hpp"
#include "server-process.hpp"

namespace flight = arrow::flight;

namespace {

const auto integer = arrow::int32();

class ProtocolTest : public ::testing::Test {
 protected:
  /// One batch through one function.
  Answer once(const std::string& function, const std::string& operation, const arrow::ArrayVector& columns, const std::string& errors = "fail") {
    const auto input = batch(columns);
    CallStream stream(server, CallStream::command(function, operation, static_cast<int>(columns.size()), errors), input->schema());
    stream.send(input);
    const auto answer = stream.receive();
    EXPECT_TRUE(stream.close().ok());
    return answer;
  }
  std::string refusal(const nlohmann::json& command, const std::shared_ptr<arrow::DataType>& type = integer) {
    return CallStream(server, command, arrow::schema({arrow::field("", type)})).close().ToString();
  }
  ServerProcess server;
};

TEST_F(ProtocolTest, StartsQuicklyAndEndsWhenAsked) {
  EXPECT_LT(server.start_time().count(), 2000);
  EXPECT_EQ(server.terminate(), 0);
}

TEST_F(ProtocolTest, EndsTheBatchThatRunsAndWaitsForNoIdleStream) {
  const auto time = batch({column(integer, "[400]")});
  CallStream busy(server, CallStream::command("sleep_ms", "scalar", 1), time->schema()), idle(server, CallStream::command("sleep_ms", "scalar", 1), time->schema());
  idle.schema();
  busy.send(time);
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(server.terminate(), 0);
  const auto taken = std::chrono::steady_clock::now() - begun;
  EXPECT_GE(taken, std::chrono::milliseconds(250));
  EXPECT_LT(taken, std::chrono::seconds(5));
  EXPECT_COLUMN(busy.receive().batch->column(0), integer, "[400]");
}

TEST_F(ProtocolTest, DescribesItself) {
  const auto described = server.action("arbalest.describe", R"({"protocol": {"min": 1, "max": 3}})");
  EXPECT_EQ(described["protocol"], 1);
  EXPECT_EQ(described["runtime"]["language"], "cpp");
  EXPECT_EQ(described["transports"], (nlohmann::json{"socket", "shared-memory"}));
  EXPECT_EQ(described["functions"][0]["name"], "add");
  EXPECT_EQ(described["functions"][0]["nulls"], "propagate");
  EXPECT_THROW(server.action("arbalest.describe", R"({"protocol": {"min": 2, "max": 3}})"), std::runtime_error);
}

TEST_F(ProtocolTest, AnswersBatchesInOrderAlsoEmptyOnes) {
  const auto numbers = batch({column(arrow::int64(), "[1, null]"), column(arrow::int64(), "[2, 3]")});
  CallStream stream(server, CallStream::command("add", "scalar", 2), numbers->schema());
  EXPECT_EQ(stream.schema()->field(0)->type()->id(), arrow::Type::INT64);
  stream.send(numbers);
  stream.send(numbers->Slice(0, 0));
  const auto first = stream.receive(), second = stream.receive();
  EXPECT_COLUMN(first.batch->column(0), arrow::int64(), "[3, null]");
  EXPECT_EQ(first.flags, 1);
  EXPECT_EQ(first.rows, 2u);
  EXPECT_EQ(second.id, 2u);
  EXPECT_EQ(second.batch->num_rows(), 0);
  EXPECT_TRUE(stream.close().ok());
}

TEST_F(ProtocolTest, CallsAFunctionWithoutArgumentsForEachRow) {
  const auto empty = arrow::RecordBatch::Make(arrow::schema(arrow::FieldVector{}), 3, arrow::ArrayVector{});
  CallStream stream(server, CallStream::command("answer", "scalar", 0), empty->schema());
  stream.send(empty);
  EXPECT_COLUMN(stream.receive().batch->column(0), integer, "[42, 42, 42]");
  EXPECT_TRUE(stream.close().ok());
}

TEST_F(ProtocolTest, RefusesCallsThatCannotBe) {
  EXPECT_NE(refusal(CallStream::command("nothing", "scalar", 1)).find("No function nothing here"), std::string::npos);
  EXPECT_NE(refusal(CallStream::command("fail_on", "merge", 1)).find("has no operation merge"), std::string::npos);
  EXPECT_NE(refusal(CallStream::command("fail_on", "scalar", 1), arrow::int64()).find("Argument value of function fail_on is int32; the call gives int64"), std::string::npos);
  auto missing_files = CallStream::command("fail_on", "scalar", 1);
  missing_files["sharedMemory"] = {{"input", "no.in"}, {"inputBytes", 64}, {"output", "no.out"}, {"outputBytes", 64}};
  EXPECT_NE(refusal(missing_files).find("FAILED_PRECONDITION: "), std::string::npos);
}

TEST_F(ProtocolTest, TellsAnErrorAndGoesOn) {
  const auto bad = batch({column(integer, "[1, 7]")});
  CallStream stream(server, CallStream::command("fail_on", "scalar", 1), bad->schema());
  stream.send(bad);
  stream.send(bad->Slice(0, 1));
  const auto failed = stream.receive();
  EXPECT_EQ(failed.kind, 3);
  EXPECT_EQ(failed.error["class"], "user");
  EXPECT_EQ(failed.error["row"], 1);
  EXPECT_EQ(failed.error["message"], "bad value 7");
  EXPECT_EQ(failed.error["traceback"], "std::runtime_error: bad value 7");
  EXPECT_COLUMN(stream.receive().batch->column(0), integer, "[1]");
  EXPECT_TRUE(stream.close().ok());
}

TEST_F(ProtocolTest, CollectsRowsThatFail) {
  for (const auto& [function, message] : {std::pair{"fail_on", "bad value 7"}, std::pair{"fail_batch_on", "bad batch"}}) {
    const auto answer = once(function, "scalar", {column(integer, "[1, 7, null, 3, 7]")}, "rows");
    EXPECT_EQ(answer.flags, 3);
    EXPECT_COLUMN(answer.batch->column(0), integer, "[1, null, null, 3, null]");
    EXPECT_COLUMN(answer.batch->column(1), arrow::utf8(), std::string("[null, \"") + message + "\", null, null, \"" + message + "\"]");
  }
  const auto rows = once("fail_rows", "table", {column(integer, "[1, 7, 3]")}, "rows");
  EXPECT_COLUMN(rows.batch->column(0), integer, "[0, 1, 2]");
  EXPECT_COLUMN(rows.batch->column(1), integer, "[1, null, 3]");
  EXPECT_COLUMN(rows.batch->column(2), arrow::utf8(), R"([null, "bad value 7", null])");
  const auto groups = once("fail_sum", "complete", {column(arrow::list(integer), "[[1, 2], [7], [], null]")}, "rows");
  EXPECT_COLUMN(groups.batch->column(0), arrow::int64(), "[3, null, 0, 0]");
}

TEST_F(ProtocolTest, GivesTheContext) {
  const auto answer = once("context", "scalar", {column(arrow::utf8(), R"(["query", "user", "colour", "none"])")});
  EXPECT_COLUMN(answer.batch->column(0), arrow::utf8(), R"(["q-1", "ada", "red", null])");
}

TEST_F(ProtocolTest, SharesATripBetweenCalls) {
  const auto values = batch({column(integer, "[1, null]")});
  auto command = CallStream::command("fail_on", "scalar", 1);
  command["calls"].push_back({{"function", "is_null"}, {"operation", "scalar"}, {"arguments", {0}}});
  CallStream stream(server, command, values->schema());
  stream.send(values);
  const auto answer = stream.receive();
  EXPECT_COLUMN(answer.batch->column(0), integer, "[1, null]");
  EXPECT_COLUMN(answer.batch->column(1), integer, "[0, 1]");
}

TEST_F(ProtocolTest, CutsLargeTables) {
  const auto n = batch({column(integer, "[3000000, 2]")});
  CallStream stream(server, CallStream::command("series", "table", 1), n->schema());
  stream.send(n);
  int64_t rows = 0;
  int answers = 0;
  Answer answer;
  do {
    answer = stream.receive();
    ASSERT_LE(answer.batch->num_rows() * 8, 9 << 20);
    rows += answer.batch->num_rows();
    ++answers;
  } while ((answer.flags & 1) == 0);
  EXPECT_EQ(rows, 3000002);
  EXPECT_GE(answers, 3);
  EXPECT_TRUE(stream.close().ok());
}

TEST_F(ProtocolTest, CountsTheBatchesOfAStream) {
  const auto values = batch({column(arrow::int64(), "[5, null, 6]")});
  CallStream stream(server, CallStream::command("number_rows", "table", 1), values->schema());
  stream.send(values);
  stream.send(values);
  stream.receive();
  const auto second = stream.receive();
  EXPECT_COLUMN(second.batch->column(0), integer, "[0, 2]");
  EXPECT_COLUMN(second.batch->column(1), arrow::int64(), "[5, 6]");
  EXPECT_COLUMN(second.batch->column(2), integer, "[1, 1]");
}

TEST_F(ProtocolTest, AggregatesByWayOfStates) {
  const auto values = column(arrow::list(arrow::utf8()), R"([["b", "a", null, "b"], [], null])");
  EXPECT_COLUMN(once("join_sorted", "complete", {values}).batch->column(0), arrow::utf8(), R"(["a,b", null, null])");
  const auto states = once("join_sorted", "update", {values}).batch->column(0);
  const auto lists = std::make_shared<arrow::ListArray>(arrow::list(arrow::binary()), 1, arrow::Buffer::FromVector(std::vector<int32_t>{0, 3}), states);
  EXPECT_COLUMN(once("join_sorted", "finish", {lists}).batch->column(0), arrow::utf8(), R"(["a,b"])");
  const auto pairs = arrow::list(arrow::struct_({arrow::field("value", arrow::float64()), arrow::field("weight", arrow::float64())}));
  EXPECT_COLUMN(once("weighted_average", "complete", {column(pairs, "[[[1, 1], [4, 2], [null, 9]], []]")}).batch->column(0), arrow::float64(), "[3, null]");
  EXPECT_COLUMN(once("count_rows", "complete", {column(arrow::list(integer), "[[1, null], null]")}).batch->column(0), arrow::int64(), "[2, 0]");
}

TEST_F(ProtocolTest, EndsAStreamThatBreaksTheProtocol) {
  const auto values = batch({column(integer, "[1]")});
  CallStream stream(server, CallStream::command("fail_on", "scalar", 1), values->schema());
  stream.send_header(CallStream::header(2, 1, 0, 64));
  const auto answer = stream.receive();
  EXPECT_EQ(answer.error["class"], "protocol");
  EXPECT_TRUE(stream.close().IsInvalid());
}

TEST_F(ProtocolTest, TakesNoCallsWhileDraining) {
  EXPECT_EQ(server.action("arbalest.health")["status"], "ready");
  once("fail_on", "scalar", {column(integer, "[1, 2]")});
  EXPECT_EQ(server.action("arbalest.drain")["status"], "draining");
  EXPECT_NE(refusal(CallStream::command("fail_on", "scalar", 1)).find("draining"), std::string::npos);
  for (const auto& function : server.action("arbalest.metrics")["functions"])
    if (function["name"] == "fail_on") EXPECT_EQ(function["rows"], 2);
  EXPECT_EQ(server.terminate(), 0);
}

TEST_F(ProtocolTest, AnswersClientsOfArrowUdf) {
  const auto info = server.client().GetFlightInfo(flight::FlightDescriptor::Path({"echo_decimal"})).ValueOrDie();
  EXPECT_EQ(info->total_records(), 1);
  auto exchange = server.client().DoExchange(flight::FlightDescriptor::Path({"echo_decimal"})).ValueOrDie();
  const auto texts = batch({column(arrow::utf8(), R"(["1.5", null])")});
  ASSERT_TRUE(exchange.writer->Begin(texts->schema()).ok());
  ASSERT_TRUE(exchange.writer->WriteRecordBatch(*texts).ok());
  ASSERT_TRUE(exchange.writer->DoneWriting().ok());
  EXPECT_COLUMN(exchange.reader->Next().ValueOrDie().data->column(0), arrow::utf8(), R"(["1.500", null])");
  EXPECT_TRUE(exchange.writer->Close().ok());
}

}  // namespace
