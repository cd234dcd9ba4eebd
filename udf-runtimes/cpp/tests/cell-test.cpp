#include <gtest/gtest.h>

#include <arbalest/udf/cell.hpp>

#include "columns.hpp"

namespace udf = arbalest::udf;

namespace {

/// Reads every value of a column and builds it again.
template <class T>
void expect_round_trip(const std::shared_ptr<arrow::DataType>& type, const std::string& json) {
  SCOPED_TRACE(type->ToString());
  ASSERT_TRUE(udf::Cell<T>::fits(*type));
  const auto values = column(type, json);
  // Sliced, so that offsets are seen to be heeded.
  const auto part = values->Slice(1);
  for (const auto& array : {values, part}) {
    const typename udf::Cell<std::optional<T>>::Reader read(*array);
    typename udf::Cell<std::optional<T>>::Column built;
    for (int64_t row = 0; row < array->length(); ++row) built.append(read(row));
    const auto again = arrow::MakeArray(built.finish(type));
    ASSERT_TRUE(again->ValidateFull().ok()) << again->ValidateFull().ToString();
    EXPECT_TRUE(again->Equals(*array)) << again->ToString();
  }
}

TEST(Cell, ReadsAndBuildsWhatItReads) {
  using std::optional, std::string_view;
  using Pair = std::tuple<optional<int32_t>, optional<string_view>>;
  const auto pair = arrow::struct_({arrow::field("a", arrow::int32()), arrow::field("b", arrow::utf8())});
  expect_round_trip<bool>(arrow::boolean(), "[true, null, false]");
  expect_round_trip<int8_t>(arrow::int8(), "[-128, null, 127]");
  expect_round_trip<uint64_t>(arrow::uint64(), "[18446744073709551615, null, 0]");
  expect_round_trip<double>(arrow::float64(), "[0.5, null, -1e300]");
  expect_round_trip<arrow::Decimal128>(arrow::decimal128(38, 10), R"(["-9999999999999999999999999999.9999999999", null, "0.0000000001"])");
  expect_round_trip<string_view>(arrow::utf8(), R"(["", null, "é", "abc"])");
  expect_round_trip<string_view>(arrow::binary(), R"(["", null, "abc"])");
  expect_round_trip<int64_t>(arrow::timestamp(arrow::TimeUnit::NANO), "[1, null, -1]");
  expect_round_trip<udf::MonthDayNanos>(arrow::month_day_nano_interval(), "[[1, -2, 3], null, [0, 0, 0]]");
  expect_round_trip<std::vector<optional<int32_t>>>(arrow::list(arrow::int32()), "[[1, null], null, [], [2]]");
  expect_round_trip<std::vector<std::vector<int64_t>>>(arrow::list(arrow::list(arrow::int64())), "[[[1], []], null, [], [[2, 3]]]");
  expect_round_trip<std::array<optional<int32_t>, 3>>(arrow::fixed_size_list(arrow::int32(), 3), "[[1, null, 3], null, [4, 5, 6]]");
  expect_round_trip<Pair>(pair, R"([[1, "x"], null, [null, null]])");
  expect_round_trip<std::vector<std::pair<string_view, optional<int32_t>>>>(arrow::map(arrow::utf8(), arrow::int32()), R"([[["k", 1], ["l", null]], null, []])");
  expect_round_trip<std::vector<optional<Pair>>>(arrow::list(pair), R"([[[1, "x"], null], null, []])");
}

TEST(Cell, RefusesANullThatTheTypeCannotHold) {
  const auto lists = column(arrow::list(arrow::int32()), "[[1, null]]");
  const udf::Cell<std::vector<int32_t>>::Reader read(*lists);
  EXPECT_THROW(read(0), std::invalid_argument);
}

}  // namespace
