#pragma once
#include <arrow/api.h>
#include <arrow/json/from_string.h>

/// A column of a type from JSON, e.g. `column(arrow::int64(), "[1, null]")`.
inline std::shared_ptr<arrow::Array> column(const std::shared_ptr<arrow::DataType>& type, const std::string& json) {
  return arrow::json::ArrayFromJSONString(type, json).ValueOrDie();
}

inline std::shared_ptr<arrow::RecordBatch> batch(const arrow::ArrayVector& columns, int64_t rows = -1) {
  arrow::FieldVector fields;
  for (const auto& each : columns) fields.push_back(arrow::field("", each->type()));
  return arrow::RecordBatch::Make(arrow::schema(std::move(fields)), rows >= 0 ? rows : columns[0]->length(), columns);
}

#define EXPECT_COLUMN(array, type, json) EXPECT_TRUE((array)->Equals(*column(type, json))) << (array)->ToString()
