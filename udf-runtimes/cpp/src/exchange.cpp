#include "exchange.hpp"

#include <algorithm>

#include <arrow/io/memory.h>
#include <arrow/ipc/message.h>
#include <arrow/ipc/reader.h>
#include <arrow/util/align_util.h>

#include "answer.hpp"
#include "call-request.hpp"
#include "evaluate.hpp"
#include "group-lists.hpp"
#include "table-output.hpp"

namespace arbalest::udf {
namespace {

using arrow::Status;
using Clock = Context::Clock;

/// A call of the stream, with everything looked up.
struct Call {
  const Definition* definition;
  Operation operation;
  std::vector<int> arguments;
  std::map<std::string, std::string, std::less<>> options;
};

Status check_argument_types(const Call& call, const arrow::Schema& schema) {
  const auto& definition = *call.definition;
  if (call.operation != Operation::scalar && call.operation != Operation::table) {
    const bool values = call.operation == Operation::complete || call.operation == Operation::update;
    if (call.arguments.size() != 1) return Status::Invalid("An operation of aggregate ", definition.name, " takes one column of lists; the call names ", call.arguments.size());
    const auto& type = *schema.field(call.arguments[0])->type();
    if (takes_lists(definition, values, type)) return Status::OK();
    return Status::Invalid("Aggregate ", definition.name, " cannot take a column of ", type.ToString(), values ? " as lists of its arguments" : " as lists of states");
  }
  if (call.arguments.size() != definition.arguments.size())
    return Status::Invalid("Function ", definition.name, " takes ", definition.arguments.size(), " arguments; the call names ", call.arguments.size());
  for (size_t i = 0; i < call.arguments.size(); ++i) {
    const auto& got = *schema.field(call.arguments[i])->type();
    const auto& wanted = *definition.arguments[i].type.storage;
    if (!same_type(got, wanted)) return Status::Invalid("Argument ", definition.arguments[i].name, " of function ", definition.name, " is ", wanted.ToString(), "; the call gives ", got.ToString());
  }
  return Status::OK();
}

arrow::Result<Call> look_up(const Functions& functions, const CallRequest::Call& request, const arrow::Schema& schema) {
  const Definition* definition = functions.find(request.function);
  if (!definition) return Status::KeyError("No function ", request.function, " here");
  const auto operation = operation_named(request.operation);
  if (!operation || !has_operation(definition->kind, *operation)) return Status::Invalid("Function ", request.function, " has no operation ", request.operation);
  Call call{definition, *operation, {}, request.options};
  for (const int64_t column : request.arguments) {
    if (column < 0 || column >= schema.num_fields()) return Status::Invalid("The call of ", request.function, " names column ", column, " of ", schema.num_fields());
    call.arguments.push_back(static_cast<int>(column));
  }
  ARROW_RETURN_NOT_OK(check_argument_types(call, schema));
  return call;
}

class Exchange {
 public:
  Exchange(ServerState& state, const arrow::flight::ServerCallContext& call, arrow::flight::FlightMessageReader& reader, arrow::flight::FlightMessageWriter& writer)
      : state_(state), call_(call), reader_(reader), writer_(writer) {}

  Status run() {
    ARROW_ASSIGN_OR_RAISE(request_, CallRequest::parse(reader_.descriptor().cmd));
    ARROW_ASSIGN_OR_RAISE(input_schema_, reader_.GetSchema());
    ARROW_RETURN_NOT_OK(look_up_calls());
    std::shared_ptr<SharedMemory> memory;
    if (request_.shared_memory) {
      auto opened = SharedMemory::open(*request_.shared_memory);
      if (!opened.ok()) return failed_precondition(opened.status().message());
      memory = *opened;
    }
    memory_ = memory;
    if (request_.timeout_ms > 0) deadline_ = Clock::now() + std::chrono::milliseconds(request_.timeout_ms);
    answer_schema_ = make_answer_schema();
    ARROW_RETURN_NOT_OK(writer_.Begin(answer_schema_));
    answers_.emplace(writer_, memory);
    return serve_batches();
  }

 private:
  Status look_up_calls() {
    for (const auto& call : request_.calls) {
      ARROW_ASSIGN_OR_RAISE(auto found, look_up(state_.functions, call, *input_schema_));
      if (found.operation == Operation::table && request_.calls.size() > 1) return Status::Invalid("A table call is alone in its stream; this one has ", request_.calls.size(), " calls");
      calls_.push_back(std::move(found));
    }
    if (is_table()) body_ = calls_[0].definition->table();
    return Status::OK();
  }

  bool is_table() const { return calls_[0].operation == Operation::table; }

  std::shared_ptr<arrow::Schema> make_answer_schema() const {
    arrow::FieldVector fields;
    if (is_table()) {
      fields = calls_[0].definition->result_fields();
      fields.insert(fields.begin(), arrow::field("row", arrow::int32(), false));
    } else {
      for (const auto& call : calls_) fields.push_back(answer_field(*call.definition, call.operation)->WithName(call.definition->name));
    }
    if (request_.collect_errors)
      for (const auto& call : calls_) fields.push_back(arrow::field(call.definition->name + "_error", arrow::utf8()));
    return arrow::schema(std::move(fields));
  }

  Status serve_batches() {
    for (uint64_t id = 1;; ++id) {
      auto next = reader_.Next();
      if (call_.is_cancelled()) return Status::Cancelled("The caller has left");
      // Until its header is known, an error is about the batch that is due.
      BatchHeader header;
      header.id = id;
      ARROW_RETURN_NOT_OK(answers_->begin(header));
      if (!next.ok()) return refuse(next.status().WithMessage("A frame cannot be read: ", next.status().message()));
      if (!next->data && !next->app_metadata) return Status::OK();
      if (deadline_ && Clock::now() >= *deadline_) return arrow::flight::MakeFlightError(arrow::flight::FlightStatusCode::TimedOut, "The time of the call is over");
      const auto read = BatchHeader::read(next->app_metadata.get()).Value(&header);
      if (!read.ok()) return refuse(read);
      if (header.id != id) return refuse(Status::Invalid("Batch ", header.id, " came where batch ", id, " was due"));
      const auto begun = answers_->begin(header);
      if (!begun.ok()) return refuse(begun);
      auto batch = load(header, next->data);
      if (!batch.ok()) return refuse(batch.status());
      ARROW_RETURN_NOT_OK(answer(header, **batch));
    }
  }

  /// Tells the caller what it did wrong, and ends the stream.
  Status refuse(const Status& reason) {
    ARROW_RETURN_NOT_OK(answers_->fail("protocol", "", {Failure::Class::worker, std::nullopt, reason.message(), ""}));
    return Status::Invalid(reason.message());
  }

  arrow::Result<std::shared_ptr<arrow::RecordBatch>> load(const BatchHeader& header, const std::shared_ptr<arrow::RecordBatch>& sent) const {
    auto batch = sent;
    if (header.shared) {
      if (sent) return Status::Invalid("A frame of kind 2 carries a batch");
      ARROW_ASSIGN_OR_RAISE(batch, load_shared(header));
    } else if (!sent) {
      return Status::Invalid("A frame of kind 1 carries no batch");
    }
    ARROW_RETURN_NOT_OK(batch->Validate());
    // gRPC puts what comes through the socket anywhere in memory; what is shared lies as it should, and is not copied.
    return arrow::util::EnsureAlignment(batch, arrow::util::kValueAlignment, arrow::default_memory_pool());
  }

  arrow::Result<std::shared_ptr<arrow::RecordBatch>> load_shared(const BatchHeader& header) const {
    if (!memory_) return Status::Invalid("A frame of kind 2 in a call without shared memory");
    ARROW_ASSIGN_OR_RAISE(auto region, memory_->input(header.offset, header.length));
    arrow::io::BufferReader stream(std::move(region));
    ARROW_ASSIGN_OR_RAISE(auto message, arrow::ipc::ReadMessage(&stream));
    if (!message || message->type() != arrow::ipc::MessageType::RECORD_BATCH) return Status::Invalid("The region of the input file holds no record batch");
    return arrow::ipc::ReadRecordBatch(*message, input_schema_, nullptr, arrow::ipc::IpcReadOptions::Defaults());
  }

  Context context_for(const Call& call, const BatchHeader& header) const {
    auto deadline = deadline_;
    if (header.timeout_ms > 0) {
      const auto batch_deadline = Clock::now() + std::chrono::milliseconds(header.timeout_ms);
      deadline = deadline ? std::min(*deadline, batch_deadline) : batch_deadline;
    }
    return Context({call.definition->name, request_.query, request_.user, call.options, deadline, [this] { return call_.is_cancelled(); }});
  }

  static std::shared_ptr<arrow::RecordBatch> arguments_of(const Call& call, const arrow::RecordBatch& batch) {
    arrow::ArrayVector columns;
    arrow::FieldVector fields;
    for (size_t i = 0; i < call.arguments.size(); ++i) {
      columns.push_back(batch.column(call.arguments[i]));
      fields.push_back(batch.schema()->field(call.arguments[i]));
    }
    return arrow::RecordBatch::Make(arrow::schema(std::move(fields)), batch.num_rows(), std::move(columns));
  }

  Status answer(const BatchHeader& header, const arrow::RecordBatch& batch) {
    const Counted counted(state_.busy);
    const Call* current = &calls_[0];
    try {
      return is_table() ? answer_table(header, batch) : answer_calls(header, batch, current);
    } catch (const FailureError& error) {
      const auto& failure = error.failure();
      auto& state = state_.of(*current->definition);
      ++state.batches;
      state.rows += batch.num_rows();
      ++state.failed_rows;
      if (broken_) return *broken_;
      return answers_->fail(failure.kind == Failure::Class::user ? "user" : "worker", current->definition->name, failure);
    }
  }

  Status answer_calls(const BatchHeader& header, const arrow::RecordBatch& batch, const Call*& current) {
    CpuClock cpu;
    uint64_t total = 0;
    bool failures = false;
    arrow::ArrayVector columns, messages;
    for (const auto& call : calls_) {
      current = &call;
      const auto values = evaluated(call, header, batch);
      columns.push_back(values.array);
      if (request_.collect_errors) messages.push_back(message_column(values, batch.num_rows()));
      failures = failures || !values.messages.empty();
      const uint64_t spent = cpu.lap();
      total += spent;
      count(call, batch.num_rows(), static_cast<int64_t>(values.messages.size()), spent);
    }
    columns.insert(columns.end(), messages.begin(), messages.end());
    return answers_->send(*arrow::RecordBatch::Make(answer_schema_, batch.num_rows(), std::move(columns)), true, failures, total);
  }

  Values evaluated(const Call& call, const BatchHeader& header, const arrow::RecordBatch& batch) {
    auto context = context_for(call, header);
    const RunningFunction running(state_.of(*call.definition), context);
    return evaluate(*call.definition, call.operation, *arguments_of(call, batch), context, request_.collect_errors);
  }

  static std::shared_ptr<arrow::Array> message_column(const Values& values, int64_t rows) {
    Cell<std::string>::Column column;
    column.reserve(rows);
    auto next = values.messages.begin();
    for (int64_t row = 0; row < rows; ++row) {
      if (next == values.messages.end() || next->first != row) column.append_null();
      else column.append((next++)->second);
    }
    return arrow::MakeArray(column.finish(arrow::utf8()));
  }

  Status answer_table(const BatchHeader& header, const arrow::RecordBatch& batch) {
    const Call& call = calls_[0];
    auto context = context_for(call, header);
    CpuClock cpu;
    uint64_t total = 0;
    TableOutput output(*call.definition, answer_schema_, request_.collect_errors, [&](const auto& rows, bool last, bool failures) {
      const uint64_t spent = cpu.lap();
      total += spent;
      const auto sent = answers_->send(*rows, last, failures, spent);
      if (!sent.ok()) stop(sent);
    });
    try {
      const RunningFunction running(state_.of(*call.definition), context);
      output.run(body_, *arguments_of(call, batch), context);
    } catch (...) {
      if (call.definition->by_batch) body_ = call.definition->table();
      throw;
    }
    if (call.definition->by_batch && output.failed_rows() > 0) body_ = call.definition->table();
    count(call, batch.num_rows(), output.failed_rows(), total);
    return Status::OK();
  }

  /// Leaves the function when its answers cannot be sent: nobody reads them.
  [[noreturn]] void stop(const Status& sent) {
    broken_ = sent;
    throw FailureError({Failure::Class::worker, std::nullopt, sent.message(), ""});
  }

  void count(const Call& call, int64_t rows, int64_t failed, uint64_t cpu_micros) {
    auto& state = state_.of(*call.definition);
    ++state.batches;
    state.rows += rows;
    state.failed_rows += failed;
    state.cpu_micros += static_cast<int64_t>(cpu_micros);
  }

  ServerState& state_;
  const arrow::flight::ServerCallContext& call_;
  arrow::flight::FlightMessageReader& reader_;
  arrow::flight::FlightMessageWriter& writer_;
  CallRequest request_;
  std::shared_ptr<arrow::Schema> input_schema_, answer_schema_;
  std::vector<Call> calls_;
  TableBody body_;
  std::optional<Clock::time_point> deadline_;
  std::shared_ptr<SharedMemory> memory_;
  std::optional<AnswerWriter> answers_;
  std::optional<Status> broken_;
};

}  // namespace

Status serve_exchange(ServerState& state, const arrow::flight::ServerCallContext& call, arrow::flight::FlightMessageReader& reader, arrow::flight::FlightMessageWriter& writer) {
  return Exchange(state, call, reader, writer).run();
}

Status failed_precondition(const std::string& text) {
  return arrow::flight::MakeFlightError(arrow::flight::FlightStatusCode::Internal, "FAILED_PRECONDITION: " + text);
}

}  // namespace arbalest::udf
