#include <arbalest/udf.hpp>
#include <arrow/api.h>
namespace udf = arbalest::udf;
int main() {
  udf::Functions functions;
  functions.scalar("add").argument("a").argument("b").immutable().nulls(udf::Nulls::propagate).vectorised([](const arrow::Int64Array& a, const arrow::Int64Array& b) -> arrow::Result<std::shared_ptr<arrow::Int64Array>> {
    ARROW_ASSIGN_OR_RAISE(auto sums, arrow::AllocateBuffer(a.length() * 8));
    auto* out = reinterpret_cast<uint64_t*>(sums->mutable_data());
    for (int64_t i = 0; i < a.length(); ++i) out[i] = static_cast<uint64_t>(a.Value(i)) + static_cast<uint64_t>(b.Value(i));
    return std::make_shared<arrow::Int64Array>(a.length(), std::shared_ptr<arrow::Buffer>(std::move(sums)));
  });
  return udf::serve(functions);
}
