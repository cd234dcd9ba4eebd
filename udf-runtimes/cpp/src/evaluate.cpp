#include "evaluate.hpp"

#include <arrow/array/concatenate.h>
#include <arrow/array/util.h>

#include "array-shape.hpp"
#include "group-lists.hpp"

namespace arbalest::udf {
namespace {

class Evaluation {
 public:
  Evaluation(const Definition& definition, Operation operation, Context& context, bool collect)
      : definition_(definition), operation_(operation), context_(context), errors_(collect), type_(answer_field(definition, operation)->type()) {}

  Values run(const arrow::RecordBatch& batch) {
    if (batch.num_rows() == 0) return {check(arrow::MakeEmptyArray(type_)), {}};
    auto array = answer(batch);
    return {std::move(array), errors_.messages()};
  }

 private:
  std::shared_ptr<arrow::Array> answer(const arrow::RecordBatch& batch) {
    if (definition_.by_row) return fitted(definition_.name, definition_.scalar(batch, context_, errors_), batch.num_rows(), type_);
    if (!errors_.collecting()) return whole(batch);
    arrow::ArrayVector pieces;
    // What may not be repeated is never tried as a whole: it would be called again for its rows.
    if (definition_.repeats()) search(batch, 0, batch.num_rows(), pieces);
    else for (int64_t row = 0; row < batch.num_rows(); ++row) search(batch, row, 1, pieces);
    return pieces.size() == 1 ? pieces[0] : check(arrow::Concatenate(pieces));
  }

  /// Halves until the rows that fail are alone.
  void search(const arrow::RecordBatch& batch, int64_t offset, int64_t rows, arrow::ArrayVector& pieces) {
    try {
      pieces.push_back(whole(*batch.Slice(offset, rows)));
      return;
    } catch (...) {
      if (rows == 1) {
        errors_.failed(offset);
        pieces.push_back(check(arrow::MakeArrayOfNull(type_, 1)));
        return;
      }
      if (context_.cancelled() || current_failure().kind == Failure::Class::worker) throw;
    }
    search(batch, offset, rows / 2, pieces);
    search(batch, offset + rows / 2, rows - rows / 2, pieces);
  }

  std::shared_ptr<arrow::Array> whole(const arrow::RecordBatch& batch) {
    if (operation_ != Operation::scalar) return fitted(definition_.name, aggregated(*batch.column(0)), batch.num_rows(), type_);
    const auto complete = definition_.propagates() ? complete_rows(batch) : nullptr;
    if (!complete) return called(batch);
    if (complete->length() == 0) return check(arrow::MakeArrayOfNull(type_, batch.num_rows()));
    return scattered(*called(*rows_at(batch, *complete)), *complete, batch.num_rows());
  }

  std::shared_ptr<arrow::Array> called(const arrow::RecordBatch& batch) {
    return fitted(definition_.name, definition_.scalar(batch, context_, errors_), batch.num_rows(), type_);
  }

  std::shared_ptr<arrow::Array> aggregated(const arrow::Array& lists) {
    const bool values = operation_ == Operation::complete || operation_ == Operation::update;
    const auto grouped = values ? grouped_values(lists, definition_.arguments.size(), definition_.propagates()) : grouped_states(lists);
    const auto states = definition_.aggregate(grouped.groups);
    if (values) states->update(*grouped.ids, *grouped.rows, context_);
    else states->merge(*grouped.ids, static_cast<const arrow::BinaryArray&>(*grouped.rows->column(0)), context_);
    return operation_ == Operation::update || operation_ == Operation::merge ? states->states(context_) : states->finish(context_);
  }

  const Definition& definition_;
  const Operation operation_;
  Context& context_;
  RowErrors errors_;
  const std::shared_ptr<arrow::DataType> type_;
};

}  // namespace

std::optional<Operation> operation_named(const std::string& name) {
  if (name == "scalar") return Operation::scalar;
  if (name == "table") return Operation::table;
  if (name == "complete") return Operation::complete;
  if (name == "update") return Operation::update;
  if (name == "merge") return Operation::merge;
  if (name == "finish") return Operation::finish;
  return std::nullopt;
}

bool has_operation(Kind kind, Operation operation) {
  if (kind == Kind::scalar) return operation == Operation::scalar;
  if (kind == Kind::table) return operation == Operation::table;
  return operation != Operation::scalar && operation != Operation::table;
}

std::shared_ptr<arrow::Field> answer_field(const Definition& definition, Operation operation) {
  if (operation == Operation::update || operation == Operation::merge) return arrow::field("state", arrow::binary());
  return definition.result_fields()[0];
}

Values evaluate(const Definition& definition, Operation operation, const arrow::RecordBatch& arguments, Context& context, bool collect) {
  try {
    return Evaluation(definition, operation, context, collect).run(arguments);
  } catch (...) {
    throw FailureError(current_failure());
  }
}

}  // namespace arbalest::udf
