#pragma once
#include <memory>

#include <arrow/array.h>
#include <arrow/record_batch.h>

namespace arbalest::udf {

/// The array with exactly this type, which has the same values (`same_type`): only the names of inner fields change. Shares the buffers.
std::shared_ptr<arrow::Array> retyped(const std::shared_ptr<arrow::Array>& array, const std::shared_ptr<arrow::DataType>& type);

/// What a function gave, as the declared type; throws a failure that names the function when the type, the length or the array's own structure is wrong.
std::shared_ptr<arrow::Array> fitted(
    const std::string& function, const std::shared_ptr<arrow::Array>& array, int64_t rows, const std::shared_ptr<arrow::DataType>& type);

/// Positions of the rows in which no column is NULL; null when that is every row.
std::shared_ptr<arrow::Int64Array> complete_rows(const arrow::RecordBatch& batch);

/// The rows at these positions.
std::shared_ptr<arrow::RecordBatch> rows_at(const arrow::RecordBatch& batch, const arrow::Array& positions);
std::shared_ptr<arrow::Array> values_at(const arrow::Array& values, const arrow::Array& positions);

/// `values` at `positions` of an array of so many rows, NULL elsewhere.
std::shared_ptr<arrow::Array> scattered(const arrow::Array& values, const arrow::Int64Array& positions, int64_t rows);

}  // namespace arbalest::udf
