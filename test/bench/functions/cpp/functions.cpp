// The functions of the benchmark, over whole columns.
#include <arbalest/udf.hpp>

#include <arrow/api.h>

namespace udf = arbalest::udf;
using ArrayResult = arrow::Result<std::shared_ptr<arrow::Array>>;

namespace {

ArrayResult x2y(const arrow::Int64Array& x, const arrow::Int64Array& y) {
  ARROW_ASSIGN_OR_RAISE(auto values, arrow::AllocateBuffer(x.length() * sizeof(int64_t)));
  // Unsigned, so that it wraps.
  const auto* left = reinterpret_cast<const uint64_t*>(x.raw_values());
  const auto* right = reinterpret_cast<const uint64_t*>(y.raw_values());
  auto* value = reinterpret_cast<uint64_t*>(values->mutable_data());
  for (int64_t i = 0; i < x.length(); ++i) value[i] = 2 * left[i] + right[i];
  return std::make_shared<arrow::Int64Array>(x.length(), std::shared_ptr<arrow::Buffer>(std::move(values)));
}

ArrayResult echo(const arrow::Int64Array& value) { return arrow::MakeArray(value.data()); }

}  // namespace

int main() {
  udf::Functions functions;
  functions.scalar("x2y").argument("x").argument("y").returns(arrow::int64()).immutable().nulls(udf::Nulls::propagate).vectorised(x2y);
  functions.scalar("echo").argument("value").returns(arrow::int64()).immutable().vectorised(echo);
  return udf::serve(functions);
}
