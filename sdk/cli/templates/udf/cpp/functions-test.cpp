#include "functions.hpp"

#include <arbalest/udf/testing.hpp>
#include <arrow/json/from_string.h>
#include <arrow/scalar.h>
#include <gtest/gtest.h>

namespace udf = arbalest::udf;

namespace {

std::shared_ptr<arrow::Array> column(const std::shared_ptr<arrow::DataType>& type, const std::string& json) {
  return arrow::json::ArrayFromJSONString(type, json).ValueOrDie();
}

class FunctionsTest : public testing::Test {
 protected:
  FunctionsTest() { declare(functions); }
  udf::Functions functions;
};

TEST_F(FunctionsTest, DoublePlus) {
  const auto sums = udf::testing::call(functions, "double_plus", {column(arrow::int64(), "[1, 20, null]"), column(arrow::int64(), "[3, 2, 1]")}).ValueOrDie();
  EXPECT_TRUE(sums->Equals(*column(arrow::int64(), "[5, 42, null]"))) << sums->ToString();
}

TEST_F(FunctionsTest, Greet) {
  const auto greetings = udf::testing::call(functions, "greet", {column(arrow::utf8(), R"(["Ada", null])")}).ValueOrDie();
  EXPECT_TRUE(greetings->Equals(*column(arrow::utf8(), R"(["Hello, Ada!", null])"))) << greetings->ToString();
}

TEST_F(FunctionsTest, Words) {
  const auto rows = udf::testing::call_table(functions, "words", {column(arrow::utf8(), R"(["to be", null, "or"])")}).ValueOrDie();
  EXPECT_TRUE(rows->column(0)->Equals(*column(arrow::int32(), "[0, 0, 2]"))) << rows->ToString();
  EXPECT_TRUE(rows->column(1)->Equals(*column(arrow::utf8(), R"(["to", "be", "or"])"))) << rows->ToString();
}

TEST_F(FunctionsTest, HarmonicMean) {
  const auto mean = udf::testing::call_aggregate(functions, "harmonic_mean", {column(arrow::float64(), "[2, 4, 4]")}).ValueOrDie();
  EXPECT_NEAR(static_cast<const arrow::DoubleScalar&>(*mean).value, 3, 1e-12);
}

}  // namespace
