#include "group-lists.hpp"

#include <arrow/buffer_builder.h>

#include "array-shape.hpp"

namespace arbalest::udf {
namespace {

std::shared_ptr<arrow::Int32Array> ids_of(const arrow::ListArray& lists) {
  arrow::TypedBufferBuilder<int32_t> ids;
  for (int64_t group = 0; group < lists.length(); ++group)
    if (lists.IsValid(group)) check(ids.Append(lists.value_length(group), static_cast<int32_t>(group)));
  const int64_t length = ids.length();
  return std::make_shared<arrow::Int32Array>(length, check(ids.Finish()));
}

arrow::ArrayVector arguments_of(const std::shared_ptr<arrow::Array>& values, size_t arguments) {
  if (arguments == 0) return {};
  if (arguments == 1) return {values};
  return check(static_cast<const arrow::StructArray&>(*values).Flatten());
}

GroupedRows grouped(const arrow::ListArray& lists, size_t arguments, bool leave_nulls_out) {
  auto ids = ids_of(lists);
  auto columns = arguments_of(check(lists.Flatten()), arguments);
  arrow::FieldVector fields;
  for (const auto& column : columns) fields.push_back(arrow::field("", column->type()));
  auto rows = arrow::RecordBatch::Make(arrow::schema(std::move(fields)), ids->length(), std::move(columns));
  if (leave_nulls_out) {
    if (const auto kept = complete_rows(*rows)) {
      rows = rows_at(*rows, *kept);
      ids = std::static_pointer_cast<arrow::Int32Array>(values_at(*ids, *kept));
    }
  }
  return {lists.length(), std::move(ids), std::move(rows)};
}

bool is_struct_of(const std::vector<Argument>& arguments, const arrow::DataType& type) {
  if (type.id() != arrow::Type::STRUCT || type.num_fields() != static_cast<int>(arguments.size())) return false;
  for (int i = 0; i < type.num_fields(); ++i)
    if (!same_type(*type.field(i)->type(), *arguments[i].type.storage)) return false;
  return true;
}

}  // namespace

GroupedRows grouped_values(const arrow::Array& lists, size_t arguments, bool propagate) {
  return grouped(static_cast<const arrow::ListArray&>(lists), arguments, propagate);
}

GroupedRows grouped_states(const arrow::Array& lists) { return grouped(static_cast<const arrow::ListArray&>(lists), 1, true); }

bool takes_lists(const Definition& definition, bool values, const arrow::DataType& type) {
  if (type.id() != arrow::Type::LIST) return false;
  const auto& item = *type.field(0)->type();
  if (!values) return item.id() == arrow::Type::BINARY;
  if (definition.arguments.empty()) return true;
  if (definition.arguments.size() == 1) return same_type(item, *definition.arguments[0].type.storage);
  return is_struct_of(definition.arguments, item);
}

}  // namespace arbalest::udf
