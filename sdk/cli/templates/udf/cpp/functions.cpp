// The functions of this image. A row with a NULL argument is not for them: its value is NULL.
#include "functions.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include <arrow/api.h>

namespace udf = arbalest::udf;

namespace {

/// Vectorised: whole columns in, a whole column out.
arrow::Result<std::shared_ptr<arrow::Array>> double_plus(const arrow::Int64Array& x, const arrow::Int64Array& y) {
  ARROW_ASSIGN_OR_RAISE(auto sums, arrow::AllocateBuffer(x.length() * sizeof(int64_t)));
  const int64_t* left = x.raw_values();
  const int64_t* right = y.raw_values();
  auto* sum = reinterpret_cast<int64_t*>(sums->mutable_data());
  for (int64_t i = 0; i < x.length(); ++i) sum[i] = left[i] * 2 + right[i];
  return std::make_shared<arrow::Int64Array>(x.length(), std::shared_ptr<arrow::Buffer>(std::move(sums)));
}

/// By row: a value in, a value out. What it throws fails the query with its message.
std::string greet(std::string_view name) { return "Hello, " + std::string(name) + "!"; }

/// Any number of rows for each row.
void words(udf::Emitter<std::string_view, int32_t>& emit, std::string_view text) {
  int32_t position = 1;
  for (size_t start = text.find_first_not_of(' '); start != text.npos;) {
    const size_t end = std::min(text.find(' ', start), text.size());
    emit(text.substr(start, end - start), position++);
    start = text.find_first_not_of(' ', end);
  }
}

/// The state of one group. It travels between executors as its bytes.
struct HarmonicMean {
  double reciprocals = 0;
  int64_t count = 0;
  void update(double value) {
    reciprocals += 1 / value;
    ++count;
  }
  void merge(const HarmonicMean& other) {
    reciprocals += other.reciprocals;
    count += other.count;
  }
  std::optional<double> finish() const {
    if (count == 0) return std::nullopt;
    return static_cast<double>(count) / reciprocals;
  }
};

}  // namespace

void declare(udf::Functions& functions) {
  functions.scalar("double_plus").argument("x").argument("y").returns(arrow::int64()).immutable().nulls(udf::Nulls::propagate).doc("x * 2 + y").vectorised(double_plus);
  functions.scalar("greet").argument("name").immutable().doc("Greets by name").by_row(greet);
  functions.table("words").argument("text").column("word").column("position").immutable().doc("The words of a text, from position 1").by_row(words);
  functions.aggregate("harmonic_mean").argument("value").immutable().doc("The harmonic mean; NULL for no rows").by_row<HarmonicMean>();
}
