#pragma once
#include <map>
#include <memory>
#include <string>

#include "arbalest/udf/definition.hpp"

namespace arbalest::udf {

enum class Operation { scalar, table, complete, update, merge, finish };

/// Nothing when the protocol knows no operation of that name.
std::optional<Operation> operation_named(const std::string& name);
/// Whether functions of that kind have that operation.
bool has_operation(Kind kind, Operation operation);
/// What one row of the operation's answer is; not for `table`.
std::shared_ptr<arrow::Field> answer_field(const Definition& definition, Operation operation);

struct Values {
  std::shared_ptr<arrow::Array> array;
  /// Of the rows that failed, by position. Their values are NULL.
  std::map<int64_t, std::string> messages;
};

/// Calls a scalar, or an operation of an aggregate, for a batch of its arguments, whose types have been checked. `collect` = rows that fail are collected rather than
/// thrown. Throws FailureError.
Values evaluate(const Definition& definition, Operation operation, const arrow::RecordBatch& arguments, Context& context, bool collect);

}  // namespace arbalest::udf
