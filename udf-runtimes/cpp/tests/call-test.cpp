#include <numeric>

#include <gtest/gtest.h>

#include <arbalest/udf.hpp>
#include <arbalest/udf/testing.hpp>

#include "columns.hpp"

namespace udf = arbalest::udf;
namespace testing_udf = arbalest::udf::testing;

namespace {

struct Mean {
  double sum = 0;
  int64_t count = 0;
  void update(double value) {
    sum += value;
    ++count;
  }
  void merge(const Mean& other) {
    sum += other.sum;
    count += other.count;
  }
  std::optional<double> finish() const { return count == 0 ? std::nullopt : std::optional(sum / static_cast<double>(count)); }
};

class CallTest : public ::testing::Test {
 protected:
  std::shared_ptr<arrow::Array> call(const std::string& name, const arrow::ArrayVector& arguments) { return testing_udf::call(functions, name, arguments).ValueOrDie(); }
  std::string error(const std::string& name, const arrow::ArrayVector& arguments) { return testing_udf::call(functions, name, arguments).status().message(); }
  udf::Functions functions;
};

TEST_F(CallTest, GivesNullForRowsWithANullAndDoesNotCallTheFunction) {
  int64_t seen = 0;
  functions.scalar("double").nulls(udf::Nulls::propagate).returns(arrow::int64()).vectorised([&](const arrow::Int64Array& values) -> arrow::Result<std::shared_ptr<arrow::Array>> {
    seen += values.length();
    arrow::Int64Builder doubled;
    for (int64_t i = 0; i < values.length(); ++i) ARROW_RETURN_NOT_OK(doubled.Append(values.Value(i) * 2));
    return doubled.Finish();
  });
  EXPECT_COLUMN(call("double", {column(arrow::int64(), "[1, null, 3, null]")}), arrow::int64(), "[2, null, 6, null]");
  EXPECT_EQ(seen, 2);
  EXPECT_COLUMN(call("double", {column(arrow::int64(), "[null]")}), arrow::int64(), "[null]");
  EXPECT_EQ(seen, 2);
}

TEST_F(CallTest, CallsByRow) {
  functions.scalar("gcd").by_row([](int64_t a, int64_t b) { return std::gcd(a, b); });
  functions.scalar("or_zero").by_row([](std::optional<int64_t> value) { return value.value_or(0); });
  functions.scalar("shout").by_row([](std::string_view text, udf::Context& context) { return std::string(text) + std::string(context.function()); });
  EXPECT_COLUMN(call("gcd", {column(arrow::int64(), "[12, null, 7]"), column(arrow::int64(), "[18, 1, 14]")}), arrow::int64(), "[6, null, 7]");
  EXPECT_COLUMN(call("or_zero", {column(arrow::int64(), "[1, null]")}), arrow::int64(), "[1, 0]");
  EXPECT_EQ(testing_udf::call(functions, "shout", {column(arrow::utf8(), R"(["a"])")}, {.function = "!"}).ValueOrDie()->GetScalar(0).ValueOrDie()->ToString(), "a!");
}

TEST_F(CallTest, TellsWhatTheFunctionRaised) {
  functions.scalar("throws").by_row([](int64_t) -> int64_t { throw std::runtime_error("no such luck"); });
  functions.scalar("status").by_row([](int64_t) -> arrow::Result<int64_t> { return arrow::Status::Invalid("not good"); });
  functions.scalar("short").returns(arrow::int64()).vectorised([](const arrow::Int64Array&) { return column(arrow::int64(), "[1]"); });
  functions.scalar("other").returns(arrow::int64()).vectorised([](const arrow::Int64Array&) { return column(arrow::int32(), "[1, 2]"); });
  const auto values = column(arrow::int64(), "[1, 2]");
  EXPECT_EQ(error("throws", {values}), "no such luck");
  EXPECT_EQ(error("status", {values}), "not good");
  EXPECT_EQ(error("short", {values}), "Function short returned 1 values for 2 rows");
  EXPECT_EQ(error("other", {values}), "Function other returned int32 and declares int64");
}

TEST_F(CallTest, MakesTables) {
  functions.table("repeat").column("i").by_row([](udf::Emitter<int64_t>& emit, int64_t n) {
    for (int64_t i = 0; i < n; ++i) emit(i);
  });
  functions.table("wild").column("i", arrow::int64()).vectorised([](const arrow::Int64Array& values) { return batch({column(arrow::int32(), "[1, 0]"), values.Slice(0, 2)}); });
  const auto rows = testing_udf::call_table(functions, "repeat", {column(arrow::int64(), "[2, null, 0, 1]")}).ValueOrDie();
  EXPECT_COLUMN(rows->column(0), arrow::int32(), "[0, 0, 3]");
  EXPECT_COLUMN(rows->column(1), arrow::int64(), "[0, 1, 0]");
  EXPECT_EQ(testing_udf::call_table(functions, "wild", {column(arrow::int64(), "[1, 2]")}).status().message(), "Table function wild gave row 0 after 1 of 2; rows never go down");
}

TEST_F(CallTest, TellsWhatAnIteratorOfBatchesRaised) {
  functions.table("broken").argument("n", arrow::int64()).column("n", arrow::int64()).by_batch([] {
    return [](const arrow::RecordBatch& input, udf::TableRows& rows) {
      rows.add(batch({column(arrow::int32(), "[0]"), input.column(0)->Slice(0, 1)}));
      throw std::runtime_error("broken");
    };
  });
  EXPECT_EQ(testing_udf::call_table(functions, "broken", {column(arrow::int64(), "[1]")}).status().message(), "broken");
}

TEST_F(CallTest, AggregatesByWayOfStates) {
  functions.aggregate("mean").by_row<Mean>();
  EXPECT_TRUE(testing_udf::call_aggregate(functions, "mean", {column(arrow::float64(), "[1, null, 2, 6]")}).ValueOrDie()->Equals(arrow::DoubleScalar(3)));
  EXPECT_FALSE(testing_udf::call_aggregate(functions, "mean", {column(arrow::float64(), "[]")}).ValueOrDie()->is_valid);
}

}  // namespace
