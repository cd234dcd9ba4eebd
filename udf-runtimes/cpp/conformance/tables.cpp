#include <numeric>
#include <stdexcept>

#include <arrow/api.h>

#include "functions.hpp"

namespace conformance {
namespace {

namespace udf = arbalest::udf;

void split(udf::Emitter<std::string_view, int32_t>& emit, std::string_view text, std::string_view separator) {
  int32_t position = 1;
  while (!separator.empty()) {
    const size_t end = text.find(separator);
    if (end == std::string_view::npos) break;
    emit(text.substr(0, end), position++);
    text.remove_prefix(end + separator.size());
  }
  emit(text, position);
}

/// By an iterator of batches: counts those of its stream.
auto number_rows() {
  return [batch = 0](const arrow::RecordBatch& input, udf::TableRows& rows) mutable {
    arrow::Int32Builder places, numbers;
    for (int32_t row = 0; row < input.num_rows(); ++row) {
      udf::check(places.Append(row));
      udf::check(numbers.Append(batch));
    }
    ++batch;
    const auto schema = arrow::schema({arrow::field("row", arrow::int32(), false), arrow::field("value", arrow::int64()), arrow::field("batch", arrow::int32())});
    rows.add(arrow::RecordBatch::Make(schema, input.num_rows(), {udf::check(places.Finish()), input.column(0), udf::check(numbers.Finish())}));
  };
}

void fail_rows(udf::Emitter<int32_t>& emit, int32_t value) {
  if (value == 7) throw std::runtime_error("bad value 7");
  emit(value);
}

}  // namespace

void add_tables(udf::Functions& functions) {
  functions.table("split").argument("text").argument("separator").column("part").column("position").immutable().by_row(split);
  functions.table("series").argument("n").column("i").immutable().by_row([](udf::Emitter<int32_t>& emit, int32_t n, udf::Context& context) {
    for (int32_t i = 0; i < n; ++i) {
      udf::check_wanted(context, i);
      emit(i);
    }
  });
  functions.table("number_rows").argument("value", arrow::int64()).column("value", arrow::int64()).column("batch", arrow::int32()).nulls(udf::Nulls::propagate).by_batch(number_rows);
  functions.table("fail_rows").argument("value").column("value").immutable().by_row(fail_rows);
}

}  // namespace conformance
