#include "arbalest/udf/definition.hpp"

#include "arbalest/udf/functions.hpp"

namespace arbalest::udf {
namespace {

arrow::FieldVector fields_of(const std::vector<Argument>& columns) {
  arrow::FieldVector fields;
  for (const auto& column : columns) fields.push_back(column.type.field(column.name));
  return fields;
}

arrow::Status check_columns(const std::string& function, const std::vector<Argument>& columns) {
  for (const auto& column : columns) {
    if (!column.type.storage) return arrow::Status::Invalid("Function ", function, ": ", column.name, " has no type");
    const auto crosses = check_crosses(*column.type.storage);
    if (!crosses.ok()) return arrow::Status::Invalid("Function ", function, ", ", column.name, ": ", crosses.message());
  }
  return arrow::Status::OK();
}

}  // namespace

arrow::FieldVector Definition::argument_fields() const { return fields_of(arguments); }
arrow::FieldVector Definition::result_fields() const { return fields_of(results); }

std::shared_ptr<arrow::Schema> Definition::schema() const {
  auto fields = argument_fields();
  for (auto& field : result_fields()) fields.push_back(std::move(field));
  return arrow::schema(std::move(fields));
}

arrow::Status Definition::validate() const {
  if (name.empty()) return arrow::Status::Invalid("A function has no name");
  if (results.empty())
    return arrow::Status::Invalid("Function ", name, " returns nothing; say ", kind == Kind::table ? ".column(name, type)" : ".returns(type)", " first");
  if (!scalar && !table && !aggregate) return arrow::Status::Invalid("Function ", name, " was declared without a body");
  if (parallelism < 1) return arrow::Status::Invalid("Function ", name, ": parallelism is ", parallelism, " and must be 1 or more");
  ARROW_RETURN_NOT_OK(check_columns(name, arguments));
  return check_columns(name, results);
}

const Definition* Functions::find(const std::string& name) const {
  for (const auto& definition : definitions_)
    if (definition.name == name) return &definition;
  return nullptr;
}

Definition& Functions::add(std::string name, Kind kind) {
  if (find(name)) throw std::invalid_argument("Two functions are called " + name + "; names are unique in a server");
  auto& definition = definitions_.emplace_back();
  definition.name = std::move(name);
  definition.kind = kind;
  return definition;
}

}  // namespace arbalest::udf
