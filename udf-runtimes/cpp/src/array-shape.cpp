#include "array-shape.hpp"

#include <arrow/builder.h>
#include <arrow/compute/api_vector.h>

#include "arbalest/udf/error.hpp"
#include "arbalest/udf/type.hpp"

namespace arbalest::udf {
namespace {

std::shared_ptr<arrow::ArrayData> retyped_data(const arrow::ArrayData& data, const std::shared_ptr<arrow::DataType>& type) {
  auto copy = data.Copy();
  copy->type = type;
  for (size_t i = 0; i < copy->child_data.size(); ++i) copy->child_data[i] = retyped_data(*copy->child_data[i], type->field(static_cast<int>(i))->type());
  return copy;
}

[[noreturn]] void refuse(const std::string& function, const std::string& what) {
  throw FailureError({Failure::Class::user, std::nullopt, "Function " + function + " returned " + what, ""});
}

}  // namespace

std::shared_ptr<arrow::Array> retyped(const std::shared_ptr<arrow::Array>& array, const std::shared_ptr<arrow::DataType>& type) {
  if (array->type()->Equals(*type, true)) return array;
  return arrow::MakeArray(retyped_data(*array->data(), type));
}

std::shared_ptr<arrow::Array> fitted(
    const std::string& function, const std::shared_ptr<arrow::Array>& array, int64_t rows, const std::shared_ptr<arrow::DataType>& type) {
  if (!array) refuse(function, "no array");
  if (!same_type(*array->type(), *type)) refuse(function, array->type()->ToString() + " and declares " + type->ToString());
  if (array->length() != rows) refuse(function, std::to_string(array->length()) + " values for " + std::to_string(rows) + " rows");
  const auto valid = array->Validate();
  if (!valid.ok()) refuse(function, "an array that is not valid: " + valid.message());
  return retyped(array, type);
}

std::shared_ptr<arrow::Int64Array> complete_rows(const arrow::RecordBatch& batch) {
  std::vector<const arrow::Array*> columns;
  for (const auto& column : batch.columns())
    if (column->null_count() > 0) columns.push_back(column.get());
  if (columns.empty()) return nullptr;
  arrow::Int64Builder positions;
  for (int64_t row = 0; row < batch.num_rows(); ++row) {
    bool complete = true;
    for (const auto* column : columns) complete = complete && column->IsValid(row);
    if (complete) check(positions.Append(row));
  }
  return std::static_pointer_cast<arrow::Int64Array>(check(positions.Finish()));
}

std::shared_ptr<arrow::Array> values_at(const arrow::Array& values, const arrow::Array& positions) { return check(arrow::compute::Take(values, positions)); }

std::shared_ptr<arrow::RecordBatch> rows_at(const arrow::RecordBatch& batch, const arrow::Array& positions) {
  arrow::ArrayVector columns;
  for (const auto& column : batch.columns()) columns.push_back(values_at(*column, positions));
  return arrow::RecordBatch::Make(batch.schema(), positions.length(), std::move(columns));
}

std::shared_ptr<arrow::Array> scattered(const arrow::Array& values, const arrow::Int64Array& positions, int64_t rows) {
  arrow::Int64Builder sources;
  int64_t next = 0;
  for (int64_t row = 0; row < rows; ++row) {
    const bool here = next < positions.length() && positions.Value(next) == row;
    check(here ? sources.Append(next++) : sources.AppendNull());
  }
  return values_at(values, *check(sources.Finish()));
}

}  // namespace arbalest::udf
