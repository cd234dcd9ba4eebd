#include "dialect-a.hpp"

#include <arrow/compute/cast.h>
#include <arrow/util/align_util.h>

#include "array-shape.hpp"
#include "evaluate.hpp"
#include "table-output.hpp"

namespace arbalest::udf {
namespace {

using arrow::Status;

std::shared_ptr<arrow::Field> with_extension(const std::string& field, const std::string& extension) {
  return arrow::field(field, arrow::utf8(), true, arrow::key_value_metadata({"ARROW:extension:name"}, {extension}));
}

/// The field as these clients know it: JSON and decimals are texts with names of their own.
std::shared_ptr<arrow::Field> foreign(const std::shared_ptr<arrow::Field>& field) {
  if (field->type()->id() == arrow::Type::DECIMAL128) return with_extension(field->name(), "arrowudf.decimal");
  const auto name = field->metadata() ? field->metadata()->Get("ARROW:extension:name").ValueOr("") : "";
  if (name == "arrow.json") return with_extension(field->name(), "arrowudf.json");
  return field->WithMetadata(nullptr);
}

arrow::FieldVector foreign_results(const Definition& definition) {
  arrow::FieldVector fields;
  if (definition.kind == Kind::table) fields.push_back(arrow::field("row", arrow::int32(), false));
  for (const auto& field : definition.result_fields()) fields.push_back(foreign(field));
  return fields;
}

std::shared_ptr<arrow::Array> cast(const std::shared_ptr<arrow::Array>& array, const std::shared_ptr<arrow::DataType>& type) {
  if (same_type(*array->type(), *type)) return array;
  return check(arrow::compute::Cast(*array, type));
}

arrow::Result<const Definition*> find(const Functions& functions, const arrow::flight::FlightDescriptor& descriptor) {
  if (descriptor.type != arrow::flight::FlightDescriptor::PATH || descriptor.path.empty()) return Status::Invalid("A descriptor of type PATH with the function's name is wanted");
  const Definition* definition = functions.find(descriptor.path[0]);
  if (!definition || definition->kind == Kind::aggregate) return Status::KeyError("No scalar or table function ", descriptor.path[0], " here");
  return definition;
}

arrow::Result<arrow::flight::FlightInfo> info_of(const Definition& definition) {
  arrow::FieldVector fields;
  for (const auto& field : definition.argument_fields()) fields.push_back(foreign(field));
  for (auto& field : foreign_results(definition)) fields.push_back(std::move(field));
  return arrow::flight::FlightInfo::Make(
      *arrow::schema(std::move(fields)), arrow::flight::FlightDescriptor::Path({definition.name}), {}, static_cast<int64_t>(definition.arguments.size()), -1);
}

class Stream {
 public:
  Stream(const Definition& definition, ServerState& server, const arrow::flight::ServerCallContext& call, arrow::flight::FlightMessageWriter& writer)
      : definition_(definition), state_(server.of(definition)), busy_(server.busy), call_(call), writer_(writer), schema_(arrow::schema(foreign_results(definition))) {}

  Status run(arrow::flight::FlightMessageReader& reader) {
    ARROW_ASSIGN_OR_RAISE(const auto input, reader.GetSchema());
    if (input->num_fields() != static_cast<int>(definition_.arguments.size()))
      return Status::Invalid("Function ", definition_.name, " takes ", definition_.arguments.size(), " arguments; the stream has ", input->num_fields(), " columns");
    for (int i = 0; i < input->num_fields(); ++i)
      if (const auto wanted = foreign(definition_.argument_fields()[i])->type(); !same_type(*input->field(i)->type(), *wanted))
        return Status::Invalid("Argument ", i + 1, " of function ", definition_.name, " is ", wanted->ToString(), "; the stream has ", input->field(i)->type()->ToString());
    ARROW_RETURN_NOT_OK(writer_.Begin(schema_));
    while (true) {
      ARROW_ASSIGN_OR_RAISE(const auto next, reader.Next());
      if (!next.data) return Status::OK();
      ARROW_RETURN_NOT_OK(next.data->Validate());
      ARROW_ASSIGN_OR_RAISE(const auto batch, arrow::util::EnsureAlignment(next.data, arrow::util::kValueAlignment, arrow::default_memory_pool()));
      ARROW_RETURN_NOT_OK(answer(*batch));
    }
  }

 private:
  Status answer(const arrow::RecordBatch& batch) {
    const Counted counted(busy_);
    Context context({definition_.name, "", "", {}, std::nullopt, [this] { return call_.is_cancelled(); }});
    try {
      const RunningFunction running(state_, context);
      CpuClock cpu;
      const auto arguments = native(batch);
      if (definition_.kind == Kind::table) {
        auto body = definition_.table();
        TableOutput(definition_, table_schema(), false, [&](const auto& rows, bool, bool) { send(rows->columns(), rows->num_rows()); }).run(body, *arguments, context);
      } else {
        send({evaluate(definition_, Operation::scalar, *arguments, context, false).array}, batch.num_rows());
      }
      ++state_.batches;
      state_.rows += batch.num_rows();
      state_.cpu_micros += static_cast<int64_t>(cpu.lap());
      return Status::OK();
    } catch (const FailureError& error) {
      ++state_.failed_rows;
      return Status::UnknownError(error.failure().message);
    }
  }

  std::shared_ptr<arrow::RecordBatch> native(const arrow::RecordBatch& batch) const {
    const auto fields = definition_.argument_fields();
    arrow::ArrayVector columns;
    for (int i = 0; i < batch.num_columns(); ++i) columns.push_back(cast(batch.column(i), fields[i]->type()));
    return arrow::RecordBatch::Make(arrow::schema(fields), batch.num_rows(), std::move(columns));
  }

  std::shared_ptr<arrow::Schema> table_schema() const {
    auto fields = definition_.result_fields();
    fields.insert(fields.begin(), arrow::field("row", arrow::int32(), false));
    return arrow::schema(std::move(fields));
  }

  void send(const arrow::ArrayVector& values, int64_t rows) {
    arrow::ArrayVector columns;
    for (size_t i = 0; i < values.size(); ++i) columns.push_back(cast(values[i], schema_->field(static_cast<int>(i))->type()));
    check(writer_.WriteRecordBatch(*arrow::RecordBatch::Make(schema_, rows, std::move(columns))));
  }

  const Definition& definition_;
  FunctionState& state_;
  std::atomic<int>& busy_;
  const arrow::flight::ServerCallContext& call_;
  arrow::flight::FlightMessageWriter& writer_;
  std::shared_ptr<arrow::Schema> schema_;
};

}  // namespace

arrow::Result<arrow::flight::FlightInfo> dialect_a_info(const Functions& functions, const arrow::flight::FlightDescriptor& descriptor) {
  ARROW_ASSIGN_OR_RAISE(const auto* definition, find(functions, descriptor));
  return info_of(*definition);
}

arrow::Result<std::vector<arrow::flight::FlightInfo>> dialect_a_infos(const Functions& functions) {
  std::vector<arrow::flight::FlightInfo> infos;
  for (const auto& definition : functions.definitions()) {
    if (definition.kind == Kind::aggregate) continue;
    ARROW_ASSIGN_OR_RAISE(auto info, info_of(definition));
    infos.push_back(std::move(info));
  }
  return infos;
}

Status serve_dialect_a(ServerState& state, const arrow::flight::ServerCallContext& call, arrow::flight::FlightMessageReader& reader, arrow::flight::FlightMessageWriter& writer) {
  ARROW_ASSIGN_OR_RAISE(const auto* definition, find(state.functions, reader.descriptor()));
  return Stream(*definition, state, call, writer).run(reader);
}

}  // namespace arbalest::udf
