#include "arbalest/udf/testing.hpp"

#include <arrow/array/builder_base.h>
#include <arrow/array/concatenate.h>
#include <arrow/table.h>

#include "array-shape.hpp"
#include "evaluate.hpp"
#include "table-output.hpp"

namespace arbalest::udf::testing {
namespace {

using arrow::Status;

arrow::Result<const Definition*> find(const Functions& functions, const std::string& name, Kind kind, const arrow::ArrayVector& arguments) {
  const Definition* definition = functions.find(name);
  if (!definition || definition->kind != kind) return Status::KeyError("No such function: ", name);
  if (arguments.size() != definition->arguments.size()) return Status::Invalid("Function ", name, " takes ", definition->arguments.size(), " arguments, not ", arguments.size());
  for (size_t i = 0; i < arguments.size(); ++i)
    if (!same_type(*arguments[i]->type(), *definition->arguments[i].type.storage))
      return Status::Invalid("Argument ", definition->arguments[i].name, " of ", name, " is ", definition->arguments[i].type.storage->ToString(), ", not ", arguments[i]->type()->ToString());
  return definition;
}

std::shared_ptr<arrow::RecordBatch> batch_of(const Definition& definition, const arrow::ArrayVector& arguments) {
  return arrow::RecordBatch::Make(arrow::schema(definition.argument_fields()), arguments.empty() ? 1 : arguments[0]->length(), arguments);
}

template <class Run>
auto caught(Run run) -> arrow::Result<decltype(run())> {
  try {
    return run();
  } catch (...) {
    return Status::UnknownError(current_failure().message);
  }
}

/// One row: the list of these rows.
std::shared_ptr<arrow::Array> list_of(const Definition& definition, const arrow::RecordBatch& rows) {
  std::shared_ptr<arrow::Array> items;
  if (rows.num_columns() == 1) items = rows.column(0);
  else if (rows.num_columns() == 0) items = check(arrow::MakeArrayOfNull(arrow::int8(), rows.num_rows()));
  else items = check(arrow::StructArray::Make(rows.columns(), definition.argument_fields()));
  const auto ends = arrow::Buffer::FromVector(std::vector<int32_t>{0, static_cast<int32_t>(items->length())});
  return std::make_shared<arrow::ListArray>(arrow::list(items->type()), 1, ends, items);
}

std::shared_ptr<arrow::Array> operate(const Definition& definition, Operation operation, const std::shared_ptr<arrow::Array>& lists, Context& context) {
  const auto batch = arrow::RecordBatch::Make(arrow::schema({arrow::field("", lists->type())}), lists->length(), {lists});
  return evaluate(definition, operation, *batch, context, false).array;
}

}  // namespace

arrow::Result<std::shared_ptr<arrow::Array>> call(const Functions& functions, const std::string& name, const arrow::ArrayVector& arguments, Context::Call facts) {
  ARROW_ASSIGN_OR_RAISE(const auto* definition, find(functions, name, Kind::scalar, arguments));
  Context context(std::move(facts));
  return caught([&] { return evaluate(*definition, Operation::scalar, *batch_of(*definition, arguments), context, false).array; });
}

arrow::Result<std::shared_ptr<arrow::RecordBatch>> call_table(const Functions& functions, const std::string& name, const arrow::ArrayVector& arguments, Context::Call facts) {
  ARROW_ASSIGN_OR_RAISE(const auto* definition, find(functions, name, Kind::table, arguments));
  Context context(std::move(facts));
  auto fields = definition->result_fields();
  fields.insert(fields.begin(), arrow::field("row", arrow::int32(), false));
  return caught([&] {
    arrow::RecordBatchVector answers;
    auto body = definition->table();
    TableOutput(*definition, arrow::schema(fields), false, [&](const auto& rows, bool, bool) { answers.push_back(rows); }).run(body, *batch_of(*definition, arguments), context);
    return check(arrow::ConcatenateRecordBatches(answers));
  });
}

arrow::Result<std::shared_ptr<arrow::Scalar>> call_aggregate(const Functions& functions, const std::string& name, const arrow::ArrayVector& arguments, Context::Call facts) {
  ARROW_ASSIGN_OR_RAISE(const auto* definition, find(functions, name, Kind::aggregate, arguments));
  Context context(std::move(facts));
  return caught([&] {
    const auto rows = batch_of(*definition, arguments);
    const int64_t half = rows->num_rows() / 2;
    arrow::ArrayVector states;
    for (const auto& part : {rows->Slice(0, half), rows->Slice(half)}) states.push_back(operate(*definition, Operation::update, list_of(*definition, *part), context));
    const auto both = arrow::RecordBatch::Make(arrow::schema({arrow::field("", arrow::binary())}), 2, {check(arrow::Concatenate(states))});
    return check(operate(*definition, Operation::finish, list_of(*definition, *both), context)->GetScalar(0));
  });
}

}  // namespace arbalest::udf::testing
