#include <string>

#include <arrow/api.h>

#include "functions.hpp"

namespace conformance {
namespace {

namespace udf = arbalest::udf;

/// Both functions for a type, whose values are of type T by row.
template <class T>
void echo(udf::Functions& functions, const std::string& name, const udf::Type& type) {
  functions.scalar("echo_" + name).argument("value", type).returns(type).immutable().nulls(udf::Nulls::propagate).vectorised([](const arrow::Array& values) {
    return arrow::MakeArray(values.data());
  });
  functions.scalar("echo_row_" + name).argument("value", type).returns(type).immutable().by_row([](T value) { return value; });
}

}  // namespace

void add_echoes(udf::Functions& functions) {
  using std::optional, std::string_view;
  using Pair = std::tuple<optional<int32_t>, optional<string_view>>;
  const auto pair = arrow::struct_({arrow::field("a", arrow::int32()), arrow::field("b", arrow::utf8())});
  echo<bool>(functions, "boolean", arrow::boolean());
  echo<int8_t>(functions, "tinyint", arrow::int8());
  echo<int16_t>(functions, "smallint", arrow::int16());
  echo<int32_t>(functions, "integer", arrow::int32());
  echo<int64_t>(functions, "bigint", arrow::int64());
  echo<uint8_t>(functions, "utinyint", arrow::uint8());
  echo<uint16_t>(functions, "usmallint", arrow::uint16());
  echo<uint32_t>(functions, "uinteger", arrow::uint32());
  echo<uint64_t>(functions, "ubigint", arrow::uint64());
  echo<arrow::Decimal128>(functions, "hugeint", udf::hugeint());
  echo<arrow::Decimal128>(functions, "decimal", arrow::decimal128(18, 3));
  echo<arrow::Decimal128>(functions, "decimal38", arrow::decimal128(38, 10));
  echo<float>(functions, "float", arrow::float32());
  echo<double>(functions, "double", arrow::float64());
  echo<string_view>(functions, "varchar", arrow::utf8());
  echo<string_view>(functions, "blob", arrow::binary());
  echo<string_view>(functions, "json", udf::json());
  echo<string_view>(functions, "uuid", udf::uuid());
  echo<string_view>(functions, "enum", udf::enumeration({"red", "green", "blue"}));
  echo<int32_t>(functions, "date", arrow::date32());
  echo<int64_t>(functions, "time", arrow::time64(arrow::TimeUnit::MICRO));
  echo<int64_t>(functions, "timestamp", arrow::timestamp(arrow::TimeUnit::MICRO));
  echo<int64_t>(functions, "timestamp_s", arrow::timestamp(arrow::TimeUnit::SECOND));
  echo<int64_t>(functions, "timestamp_ms", arrow::timestamp(arrow::TimeUnit::MILLI));
  echo<int64_t>(functions, "timestamp_ns", arrow::timestamp(arrow::TimeUnit::NANO));
  echo<int64_t>(functions, "timestamptz", arrow::timestamp(arrow::TimeUnit::MICRO, "UTC"));
  echo<udf::MonthDayNanos>(functions, "interval", arrow::month_day_nano_interval());
  echo<std::vector<optional<int32_t>>>(functions, "list", arrow::list(arrow::int32()));
  echo<std::vector<optional<string_view>>>(functions, "texts", arrow::list(arrow::utf8()));
  echo<std::array<optional<int32_t>, 3>>(functions, "array", arrow::fixed_size_list(arrow::int32(), 3));
  echo<Pair>(functions, "struct", pair);
  echo<std::vector<std::pair<string_view, optional<int32_t>>>>(functions, "map", arrow::map(arrow::utf8(), arrow::int32()));
  echo<std::vector<optional<Pair>>>(functions, "structs", arrow::list(pair));
}

}  // namespace conformance
