#include <gtest/gtest.h>

#include <arbalest/udf.hpp>

#include "columns.hpp"

namespace udf = arbalest::udf;

namespace {

std::string refusal(const std::function<void(udf::Functions&)>& declare) {
  udf::Functions functions;
  try {
    declare(functions);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

std::shared_ptr<arrow::Array> same(const arrow::Int64Array& values) { return arrow::MakeArray(values.data()); }

TEST(Declaration, TakesTypesAndNamesFromTheFunction) {
  udf::Functions functions;
  functions.scalar("f").by_row([](int64_t a, std::optional<std::string_view>) { return static_cast<double>(a); });
  const auto& definition = *functions.find("f");
  EXPECT_EQ(definition.schema()->ToString(), "a1: int64\na2: string\nresult: double");
  EXPECT_FALSE(definition.propagates());
  EXPECT_FALSE(definition.repeats());
}

TEST(Declaration, PropagatesNullsUnlessAnArgumentCanHoldThem) {
  udf::Functions functions;
  functions.scalar("f").argument("a").immutable().by_row([](int64_t a) { return a; });
  functions.scalar("g").argument("a").returns(arrow::int64()).vectorised(same);
  EXPECT_TRUE(functions.find("f")->propagates());
  EXPECT_TRUE(functions.find("f")->repeats());
  EXPECT_FALSE(functions.find("g")->propagates());
}

TEST(Declaration, RefusesWhatCannotBe) {
  EXPECT_EQ(refusal([](auto& functions) { functions.scalar("f").argument("a", arrow::int32()).by_row([](int64_t a) { return a; }); }),
            "Function f: the C++ type of a does not hold int32");
  EXPECT_EQ(refusal([](auto& functions) { functions.scalar("f").argument("a").argument("b").by_row([](int64_t a) { return a; }); }),
            "Function f: 2 arguments are declared and the C++ function takes 1");
  EXPECT_EQ(refusal([](auto& functions) { functions.scalar("f").argument("a").by_row([](arrow::Decimal128 a) { return a; }); }),
            "Function f: the type of a does not follow from its C++ type; declare it with .argument(name, type)");
  EXPECT_EQ(refusal([](auto& functions) { functions.scalar("f").argument("a", arrow::large_utf8()).returns(arrow::int64()).vectorised([](const arrow::Array& a) { return arrow::MakeArray(a.data()); }); }),
            "Function f, a: The type large_string does not cross to SQL; use utf8()");
  EXPECT_EQ(refusal([](auto& functions) {
              functions.scalar("f").by_row([](int64_t a) { return a; });
              functions.table("f");
            }),
            "Two functions are called f; names are unique in a server");
}

TEST(Declaration, ComparesTypesByTheirValues) {
  EXPECT_TRUE(udf::same_type(*arrow::list(arrow::field("l", arrow::int32())), *arrow::list(arrow::field("item", arrow::int32(), false))));
  EXPECT_FALSE(udf::same_type(*arrow::struct_({arrow::field("a", arrow::int32())}), *arrow::struct_({arrow::field("b", arrow::int32())})));
  EXPECT_FALSE(udf::same_type(*arrow::decimal128(18, 3), *arrow::decimal128(18, 2)));
  EXPECT_FALSE(udf::same_type(*arrow::fixed_size_list(arrow::int32(), 3), *arrow::fixed_size_list(arrow::int32(), 4)));
}

TEST(Declaration, LeavesOutWhatDoesNotCross) {
  EXPECT_TRUE(udf::check_crosses(*arrow::timestamp(arrow::TimeUnit::MICRO, "UTC")).ok());
  EXPECT_FALSE(udf::check_crosses(*arrow::timestamp(arrow::TimeUnit::MICRO, "Europe/Berlin")).ok());
  EXPECT_FALSE(udf::check_crosses(*arrow::list(arrow::month_day_nano_interval())).ok());
  EXPECT_FALSE(udf::check_crosses(*arrow::dictionary(arrow::int32(), arrow::utf8())).ok());
}

}  // namespace
