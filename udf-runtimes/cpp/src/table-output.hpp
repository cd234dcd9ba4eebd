#pragma once
#include <functional>
#include <memory>
#include <vector>

#include "arbalest/udf/definition.hpp"

namespace arbalest::udf {

/// Collects the rows that a table function makes of one batch, and cuts them into answers of about 8 MiB.
class TableOutput final : public TableRows {
 public:
  /// Takes an answer; `last` = the batch has no more.
  using Send = std::function<void(const std::shared_ptr<arrow::RecordBatch>& answer, bool last, bool failures)>;

  /// `schema`: of the answers: `row`, the function's columns and, when `collect`, the messages.
  TableOutput(const Definition& definition, std::shared_ptr<arrow::Schema> schema, bool collect, Send send)
      : definition_(definition), schema_(std::move(schema)), collect_(collect), send_(std::move(send)) {}

  /// Calls the function for the batch and sends all of its answers. Throws FailureError.
  void run(TableBody& body, const arrow::RecordBatch& arguments, Context& context);
  int64_t failed_rows() const { return failed_rows_; }

  void add(std::shared_ptr<arrow::RecordBatch> rows) override;
  void commit() override;
  void rollback() override { uncommitted_.clear(); }
  bool collecting() const override { return collect_; }
  void failed(int64_t row) override;

 private:
  using Batch = std::shared_ptr<arrow::RecordBatch>;

  void call(TableBody& body, const arrow::RecordBatch& arguments, Context& context, int64_t offset, int64_t rows);
  void call_once(TableBody& body, const arrow::RecordBatch& arguments, Context& context);
  void search(TableBody& body, const arrow::RecordBatch& arguments, Context& context, int64_t offset, int64_t rows);
  std::shared_ptr<arrow::Array> placed(const arrow::Array& rows) const;
  void queue(const Batch& rows);
  void flush(bool last);

  const Definition& definition_;
  const std::shared_ptr<arrow::Schema> schema_;
  const bool collect_;
  const Send send_;
  // Where the rows that the function sees at present are in the batch of the caller.
  int64_t offset_ = 0;
  int64_t visible_ = 0;
  std::shared_ptr<arrow::Int64Array> positions_;
  std::vector<Batch> uncommitted_, ready_;
  int64_t ready_bytes_ = 0;
  int64_t failed_rows_ = 0;
  bool failures_ready_ = false;
};

}  // namespace arbalest::udf
