#pragma once
// Adapts C++ structs that hold the state of one group, or of all groups of a batch, to aggregates over record batches.

#include <cstring>
#include <string>
#include <type_traits>
#include <vector>

#include "arbalest/udf/rows.hpp"

namespace arbalest::udf {

/// State S of one group: `update(values…[, Context&])`, `merge(const S&)`, `finish() -> value`. A state that is no plain memory also has
/// `std::string state() const` and `static S from_state(std::string_view)`.
template <class S>
class GroupsByRow final : public GroupStates {
  using Update = decltype(&S::update);
  using Value = typename IsResult<std::decay_t<typename Signature<decltype(&S::finish)>::Return>>::Value;

 public:
  GroupsByRow(int64_t groups, bool propagate, std::shared_ptr<arrow::DataType> type) : groups_(static_cast<size_t>(groups)), propagate_(propagate), type_(std::move(type)) {}

  void update(const arrow::Int32Array& groups, const arrow::RecordBatch& batch, Context& context) override {
    const RowArguments<Update, 0, ArgumentIndices<Update>> arguments(batch, propagate_);
    for (int64_t row = 0; row < batch.num_rows(); ++row) {
      check_wanted(context, row);
      if (!arguments.callable(row)) continue;
      auto call = [&](auto&&... values) { return checked([&] { return groups_[groups.Value(row)].update(std::forward<decltype(values)>(values)...); }); };
      arguments.call(call, context, row);
    }
  }

  void merge(const arrow::Int32Array& groups, const arrow::BinaryArray& states, Context&) override {
    for (int64_t row = 0; row < states.length(); ++row) groups_[groups.Value(row)].merge(read(states.GetView(row)));
  }

  std::shared_ptr<arrow::Array> states(Context&) override {
    Cell<std::string>::Column column;
    for (const S& group : groups_) column.append(write(group));
    return arrow::MakeArray(column.finish(arrow::binary()));
  }

  std::shared_ptr<arrow::Array> finish(Context&) override {
    typename Cell<Value>::Column column;
    column.reserve(static_cast<int64_t>(groups_.size()));
    for (const S& group : groups_) column.append(unwrap(group.finish()));
    return arrow::MakeArray(column.finish(type_));
  }

 private:
  static constexpr bool plain = std::is_trivially_copyable_v<S>;

  template <class Call>
  static void checked(Call&& call) {
    if constexpr (std::is_same_v<decltype(call()), arrow::Status>) check(call());
    else call();
  }
  static std::string write(const S& group) {
    if constexpr (plain) return std::string(reinterpret_cast<const char*>(&group), sizeof(S));
    else return group.state();
  }
  static S read(std::string_view bytes) {
    if constexpr (plain) {
      if (bytes.size() != sizeof(S)) throw std::invalid_argument("A state of " + std::to_string(bytes.size()) + " bytes instead of " + std::to_string(sizeof(S)));
      S state;
      std::memcpy(&state, bytes.data(), sizeof(S));
      return state;
    } else {
      return S::from_state(bytes);
    }
  }

  std::vector<S> groups_;
  bool propagate_;
  std::shared_ptr<arrow::DataType> type_;
};

/// States G of all groups: `explicit G(int64_t groups)`, `update(const arrow::Int32Array& groups, arrays…[, Context&])`,
/// `merge(const arrow::Int32Array& groups, const arrow::BinaryArray& states)`, `states() -> array`, `finish() -> array`.
template <class G>
class GroupsOfArrays final : public GroupStates {
  using Update = decltype(&G::update);

 public:
  explicit GroupsOfArrays(int64_t groups) : groups_(groups) {}
  void update(const arrow::Int32Array& groups, const arrow::RecordBatch& batch, Context& context) override {
    auto call = [&](auto&&... arguments) {
      using Returned = decltype(groups_.update(std::forward<decltype(arguments)>(arguments)...));
      if constexpr (std::is_same_v<Returned, arrow::Status>) check(groups_.update(std::forward<decltype(arguments)>(arguments)...));
      else groups_.update(std::forward<decltype(arguments)>(arguments)...);
    };
    call_arrays<Update, 1>(call, batch, context, ArgumentIndices<Update, 1>{}, groups);
  }
  void merge(const arrow::Int32Array& groups, const arrow::BinaryArray& states, Context&) override {
    if constexpr (std::is_same_v<decltype(groups_.merge(groups, states)), arrow::Status>) check(groups_.merge(groups, states));
    else groups_.merge(groups, states);
  }
  std::shared_ptr<arrow::Array> states(Context&) override { return unwrap(groups_.states()); }
  std::shared_ptr<arrow::Array> finish(Context&) override { return unwrap(groups_.finish()); }

 private:
  G groups_;
};

}  // namespace arbalest::udf
