#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <arrow/api.h>

#include "functions.hpp"

namespace conformance {
namespace {

namespace udf = arbalest::udf;

/// Vectorised: the sums of all groups of a batch, and their states as plain bytes.
class SumSquares {
 public:
  explicit SumSquares(int64_t groups) : sums_(groups) {}
  void update(const arrow::Int32Array& groups, const arrow::DoubleArray& values) {
    for (int64_t i = 0; i < values.length(); ++i) sums_[groups.Value(i)] += values.Value(i) * values.Value(i);
  }
  void merge(const arrow::Int32Array& groups, const arrow::BinaryArray& states) {
    for (int64_t i = 0; i < states.length(); ++i) {
      const auto bytes = states.GetView(i);
      double sum;
      if (bytes.size() != sizeof(sum)) throw std::invalid_argument("A state of another function");
      std::memcpy(&sum, bytes.data(), sizeof(sum));
      sums_[groups.Value(i)] += sum;
    }
  }
  arrow::Result<std::shared_ptr<arrow::Array>> states() const {
    arrow::BinaryBuilder states;
    for (const double& sum : sums_) ARROW_RETURN_NOT_OK(states.Append(reinterpret_cast<const uint8_t*>(&sum), sizeof(sum)));
    return states.Finish();
  }
  arrow::Result<std::shared_ptr<arrow::Array>> finish() const {
    arrow::DoubleBuilder values;
    ARROW_RETURN_NOT_OK(values.AppendValues(sums_));
    return values.Finish();
  }

 private:
  std::vector<double> sums_;
};

struct WeightedAverage {
  double sum = 0, weights = 0;
  void update(double value, double weight) {
    sum += value * weight;
    weights += weight;
  }
  void merge(const WeightedAverage& other) {
    sum += other.sum;
    weights += other.weights;
  }
  std::optional<double> finish() const { return weights == 0 ? std::nullopt : std::optional(sum / weights); }
};

struct JoinSorted {
  std::set<std::string, std::less<>> texts;
  void update(std::string_view text) { texts.emplace(text); }
  void merge(const JoinSorted& other) { texts.insert(other.texts.begin(), other.texts.end()); }
  std::optional<std::string> finish() const {
    if (texts.empty()) return std::nullopt;
    std::string joined;
    for (const auto& text : texts) joined += (&text == &*texts.begin() ? "" : ",") + text;
    return joined;
  }
  /// Each text behind its length.
  std::string state() const {
    std::string bytes;
    for (const auto& text : texts) {
      const auto length = static_cast<uint32_t>(text.size());
      bytes.append(reinterpret_cast<const char*>(&length), sizeof(length)).append(text);
    }
    return bytes;
  }
  static JoinSorted from_state(std::string_view bytes) {
    JoinSorted state;
    while (!bytes.empty()) {
      uint32_t length = 0;
      if (bytes.size() < sizeof(length)) throw std::invalid_argument("A state that is cut off");
      std::memcpy(&length, bytes.data(), sizeof(length));
      if (bytes.size() - sizeof(length) < length) throw std::invalid_argument("A state that is cut off");
      state.texts.emplace(bytes.substr(sizeof(length), length));
      bytes.remove_prefix(sizeof(length) + length);
    }
    return state;
  }
};

struct CountRows {
  int64_t rows = 0;
  void update() { ++rows; }
  void merge(const CountRows& other) { rows += other.rows; }
  int64_t finish() const { return rows; }
};

struct FailSum {
  int64_t sum = 0;
  void update(int32_t value) {
    if (value == 7) throw std::runtime_error("bad value 7");
    sum += value;
  }
  void merge(const FailSum& other) { sum += other.sum; }
  int64_t finish() const { return sum; }
};

}  // namespace

void add_aggregates(udf::Functions& functions) {
  functions.aggregate("sum_squares").argument("value").returns(arrow::float64()).immutable().nulls(udf::Nulls::propagate).vectorised<SumSquares>();
  functions.aggregate("weighted_average").argument("value").argument("weight").immutable().by_row<WeightedAverage>();
  functions.aggregate("join_sorted").argument("text").immutable().by_row<JoinSorted>();
  functions.aggregate("count_rows").immutable().by_row<CountRows>();
  functions.aggregate("fail_sum").argument("value").immutable().by_row<FailSum>();
}

}  // namespace conformance
