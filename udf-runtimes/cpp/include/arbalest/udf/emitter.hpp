#pragma once

#include <tuple>

#include "arbalest/udf/rows.hpp"

namespace arbalest::udf {

/// Takes the rows that a table function makes of one row of its input: `emit(part, position)`. Full answers (8 MiB) leave while the function runs.
template <class... T>
class Emitter {
 public:
  Emitter(TableRows& rows, std::shared_ptr<arrow::Schema> schema) : rows_(rows), schema_(std::move(schema)) {}

  void operator()(const T&... values) {
    row_.append(input_row_);
    append(std::index_sequence_for<T...>{}, values...);
    bytes_ += (Cell<T>::bytes(values) + ... + 4);
    if (bytes_ >= answer_bytes) flush();
  }

  /// From here on the rows belong to that row of the input. For the runtime.
  void begin(int64_t input_row) {
    input_row_ = static_cast<int32_t>(input_row);
    mark_ = row_.length();
  }
  /// The row of the input is done, or failed: what it has emitted is forgotten then.
  void end() {
    mark_ = row_.length();
    if (mark_ == 0) rows_.commit();
  }
  void failed() {
    const int64_t before = mark_;
    auto batch = take();
    rows_.rollback();
    if (before > 0) rows_.add(batch->Slice(0, before));
    rows_.commit();
  }
  void finish() {
    if (row_.length() > 0) rows_.add(take());
    rows_.commit();
  }

 private:
  static constexpr int64_t answer_bytes = 8 << 20;

  template <size_t... I>
  void append(std::index_sequence<I...>, const T&... values) {
    (std::get<I>(columns_).append(values), ...);
  }

  // Rows of inputs that are done are committed by themselves, so that a failure later in the same answer does not take them back.
  void flush() {
    const int64_t before = mark_;
    auto batch = take();
    if (before > 0) {
      rows_.add(batch->Slice(0, before));
      rows_.commit();
    }
    rows_.add(batch->Slice(before));
  }

  std::shared_ptr<arrow::RecordBatch> take() { return take(std::index_sequence_for<T...>{}); }
  template <size_t... I>
  std::shared_ptr<arrow::RecordBatch> take(std::index_sequence<I...>) {
    const int64_t length = row_.length();
    std::vector<std::shared_ptr<arrow::ArrayData>> columns{row_.finish(arrow::int32()), std::get<I>(columns_).finish(schema_->field(I + 1)->type())...};
    bytes_ = 0;
    mark_ = 0;
    return arrow::RecordBatch::Make(schema_, length, std::move(columns));
  }

  TableRows& rows_;
  std::shared_ptr<arrow::Schema> schema_;
  Cell<int32_t>::Column row_;
  std::tuple<typename Cell<T>::Column...> columns_;
  int32_t input_row_ = 0;
  int64_t bytes_ = 0;
  int64_t mark_ = 0;
};

template <class T>
struct IsEmitter : std::false_type {};
template <class... T>
struct IsEmitter<Emitter<T...>> : std::true_type {
  static void settle_columns(const std::string& function, std::vector<Argument>& columns) {
    settle_count(function, columns, sizeof...(T));
    size_t position = 0;
    ((settle<Cell<T>>(function, columns[position], position), ++position), ...);
  }
};

/// F takes an emitter first, then values, then the context if it wants it.
template <class F, class Rows>
TableBody table_by_row(F function, bool propagate, std::shared_ptr<arrow::Schema> schema) {
  return [function = std::move(function), propagate, schema = std::move(schema)](const arrow::RecordBatch& batch, Context& context, TableRows& rows) mutable {
    const RowArguments<F, 1, ArgumentIndices<F, 1>> arguments(batch, propagate);
    Rows emit(rows, schema);
    for (int64_t row = 0; row < batch.num_rows(); ++row) {
      check_wanted(context, row);
      if (!arguments.callable(row)) continue;
      emit.begin(row);
      try {
        arguments.call(function, context, row, emit);
        emit.end();
      } catch (...) {
        emit.failed();
        rows.failed(row);
      }
    }
    emit.finish();
  };
}

}  // namespace arbalest::udf
