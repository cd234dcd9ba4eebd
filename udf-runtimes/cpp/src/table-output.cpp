#include "table-output.hpp"

#include <arrow/array/util.h>
#include <arrow/buffer_builder.h>
#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/util/byte_size.h>

#include "array-shape.hpp"

namespace arbalest::udf {
namespace {

constexpr int64_t answer_bytes = 8 << 20;

[[noreturn]] void refuse(const std::string& function, const std::string& what) {
  throw FailureError({Failure::Class::user, std::nullopt, "Table function " + function + " " + what, ""});
}

int64_t bytes_of(const arrow::RecordBatch& batch) { return check(arrow::util::ReferencedBufferSize(batch)); }

}  // namespace

void TableOutput::run(TableBody& body, const arrow::RecordBatch& arguments, Context& context) {
  try {
    const int64_t rows = arguments.num_rows();
    if (rows > 0) {
      // By row, failures are the emitter's business; without collecting, the first one ends the batch.
      if (definition_.by_row || !collect_) call(body, arguments, context, 0, rows);
      else if (definition_.by_batch) call_once(body, arguments, context);
      else if (definition_.repeats()) search(body, arguments, context, 0, rows);
      else for (int64_t row = 0; row < rows; ++row) search(body, arguments, context, row, 1);
    }
    flush(true);
  } catch (...) {
    throw FailureError(current_failure());
  }
}

void TableOutput::call(TableBody& body, const arrow::RecordBatch& arguments, Context& context, int64_t offset, int64_t rows) {
  auto batch = arguments.Slice(offset, rows);
  offset_ = offset;
  positions_ = definition_.propagates() && !definition_.by_row ? complete_rows(*batch) : nullptr;
  if (positions_) batch = rows_at(*batch, *positions_);
  visible_ = batch->num_rows();
  if (visible_ > 0) body(*batch, context, *this);
  commit();
}

// The rows that the function did not see, for their NULLs, do not fail with the others.
void TableOutput::call_once(TableBody& body, const arrow::RecordBatch& arguments, Context& context) {
  try {
    call(body, arguments, context, 0, arguments.num_rows());
  } catch (...) {
    rollback();
    for (int64_t row = 0; row < visible_; ++row) failed(row);
  }
}

void TableOutput::search(TableBody& body, const arrow::RecordBatch& arguments, Context& context, int64_t offset, int64_t rows) {
  try {
    return call(body, arguments, context, offset, rows);
  } catch (...) {
    rollback();
    if (rows == 1) {
      offset_ = offset;
      positions_ = nullptr;
      return failed(0);
    }
    if (context.cancelled() || current_failure().kind == Failure::Class::worker) throw;
  }
  search(body, arguments, context, offset, rows / 2);
  search(body, arguments, context, offset + rows / 2, rows - rows / 2);
}

// The function counts the rows that it was given; the caller wants positions in its batch.
std::shared_ptr<arrow::Array> TableOutput::placed(const arrow::Array& rows) const {
  const auto& seen = static_cast<const arrow::Int32Array&>(rows);
  arrow::TypedBufferBuilder<int32_t> places;
  check(places.Reserve(seen.length()));
  int32_t before = 0;
  for (int64_t i = 0; i < seen.length(); ++i) {
    const int32_t row = seen.Value(i);
    if (row < before || row >= visible_)
      refuse(definition_.name, "gave row " + std::to_string(row) + " after " + std::to_string(before) + " of " + std::to_string(visible_) + "; rows never go down");
    before = row;
    places.UnsafeAppend(static_cast<int32_t>(offset_ + (positions_ ? positions_->Value(row) : row)));
  }
  return std::make_shared<arrow::Int32Array>(seen.length(), check(places.Finish()));
}

void TableOutput::add(Batch rows) {
  if (!rows) refuse(definition_.name, "returned no batch");
  const int columns = static_cast<int>(definition_.results.size());
  if (rows->num_columns() != columns + 1 || rows->column(0)->type_id() != arrow::Type::INT32 || rows->column(0)->null_count() > 0)
    refuse(definition_.name, "gave " + rows->schema()->ToString() + " instead of row: int32 not null and its " + std::to_string(columns) + " columns");
  arrow::ArrayVector arrays{placed(*rows->column(0))};
  for (int i = 1; i <= columns; ++i) arrays.push_back(fitted(definition_.name, rows->column(i), rows->num_rows(), schema_->field(i)->type()));
  if (collect_) arrays.push_back(check(arrow::MakeArrayOfNull(arrow::utf8(), rows->num_rows())));
  uncommitted_.push_back(arrow::RecordBatch::Make(schema_, rows->num_rows(), std::move(arrays)));
  if (!collect_) commit();
}

void TableOutput::commit() {
  auto committed = std::move(uncommitted_);
  uncommitted_.clear();
  for (const auto& rows : committed) queue(rows);
}

void TableOutput::queue(const Batch& rows) {
  if (rows->num_rows() == 0) return;
  const int64_t bytes = bytes_of(*rows);
  if (bytes > answer_bytes + answer_bytes / 8 && rows->num_rows() > 1) {
    queue(rows->Slice(0, rows->num_rows() / 2));
    return queue(rows->Slice(rows->num_rows() / 2));
  }
  if (!ready_.empty() && ready_bytes_ + bytes > answer_bytes) flush(false);
  ready_.push_back(rows);
  ready_bytes_ += bytes;
}

void TableOutput::flush(bool last) {
  Batch answer;
  if (ready_.size() == 1) answer = ready_[0];
  else if (ready_.empty()) answer = check(arrow::RecordBatch::MakeEmpty(schema_));
  else answer = check(arrow::ConcatenateRecordBatches(ready_));
  const bool failures = failures_ready_;
  ready_.clear();
  ready_bytes_ = 0;
  failures_ready_ = false;
  send_(answer, last, failures);
}

void TableOutput::failed(int64_t row) {
  Failure failure = current_failure();
  const int64_t place = offset_ + (positions_ ? positions_->Value(row) : row);
  if (!collect_ || failure.kind == Failure::Class::worker) {
    if (!failure.row && failure.kind == Failure::Class::user) failure.row = place;
    throw FailureError(std::move(failure));
  }
  arrow::ArrayVector arrays;
  for (const auto& field : schema_->fields()) arrays.push_back(check(arrow::MakeArrayOfNull(field->type(), 1)));
  arrow::Int32Builder row_column;
  check(row_column.Append(static_cast<int32_t>(place)));
  arrays.front() = check(row_column.Finish());
  arrow::StringBuilder message_column;
  check(message_column.Append(failure.message));
  arrays.back() = check(message_column.Finish());
  queue(arrow::RecordBatch::Make(schema_, 1, std::move(arrays)));
  ++failed_rows_;
  failures_ready_ = true;
}

}  // namespace arbalest::udf
