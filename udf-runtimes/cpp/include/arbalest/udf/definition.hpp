#pragma once
// What a function is once its types are known: data and three kinds of bodies over record batches. The builders of functions.hpp make it.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <arrow/array.h>
#include <arrow/record_batch.h>

#include "arbalest/udf/context.hpp"
#include "arbalest/udf/error.hpp"
#include "arbalest/udf/type.hpp"

namespace arbalest::udf {

enum class Kind { scalar, table, aggregate };

/// `call`: the function sees NULLs. `propagate`: a row with a NULL argument gives NULL (a table function: no row; an aggregate: the row is left out), and the
/// function is not called for it.
enum class Nulls { call, propagate };

/// `immutable`: equal arguments give equal values for ever. `stable`: within a statement. `volatile_`: at no time.
enum class Volatility { immutable, stable, volatile_ };

struct Argument {
  std::string name;
  Type type;
};

/// Takes the arguments as columns, gives as many values as there are rows. A body by row heeds `RowErrors` itself; a vectorised one throws.
using ScalarBody = std::function<std::shared_ptr<arrow::Array>(const arrow::RecordBatch& arguments, Context& context, RowErrors& errors)>;

/// Takes the rows that a table function makes. `row: int32` first, which never goes down, then the function's columns.
class TableRows {
 public:
  virtual ~TableRows() = default;
  /// May send them to the caller at once.
  virtual void add(std::shared_ptr<arrow::RecordBatch> rows) = 0;
  /// What was added since the last commit will not be taken back.
  virtual void commit() = 0;
  /// Forgets what was added since the last commit.
  virtual void rollback() = 0;
  /// Whether failed rows are collected: then nothing is sent before it is committed.
  virtual bool collecting() const = 0;
  /// In a catch block: notes the failure of an input row, or throws it on.
  virtual void failed(int64_t row) = 0;
};

/// Called for each batch of one stream, in order, by one thread at a time.
using TableBody = std::function<void(const arrow::RecordBatch& arguments, Context& context, TableRows& rows)>;
/// Called for each stream.
using TableBodyFactory = std::function<TableBody()>;

/// The states of the groups of one batch. Group ids are positions from 0; a group that is never mentioned has no rows.
class GroupStates {
 public:
  virtual ~GroupStates() = default;
  /// `groups`: for each row of `arguments` its group, which never goes down.
  virtual void update(const arrow::Int32Array& groups, const arrow::RecordBatch& arguments, Context& context) = 0;
  virtual void merge(const arrow::Int32Array& groups, const arrow::BinaryArray& states, Context& context) = 0;
  /// Binary, one for each group.
  virtual std::shared_ptr<arrow::Array> states(Context& context) = 0;
  /// Values, one for each group.
  virtual std::shared_ptr<arrow::Array> finish(Context& context) = 0;
};
using GroupStatesFactory = std::function<std::unique_ptr<GroupStates>(int64_t groups)>;

struct Definition {
  std::string name;
  Kind kind = Kind::scalar;
  std::vector<Argument> arguments;
  /// One for a scalar or an aggregate; the columns of a table function.
  std::vector<Argument> results;
  std::optional<Nulls> nulls;
  Volatility volatility = Volatility::volatile_;
  std::optional<bool> repeatable;
  int64_t batch_rows = 0;
  int64_t batch_bytes = 0;
  int parallelism = 1;
  std::optional<std::vector<std::string>> options;
  std::string doc;
  /// The body takes care of NULLs and of failed rows itself.
  bool by_row = false;
  /// The table function keeps something between the batches of a stream: what raises for a batch has lost it, and begins anew with the next.
  bool by_batch = false;
  ScalarBody scalar;
  TableBodyFactory table;
  GroupStatesFactory aggregate;

  bool propagates() const { return nulls.value_or(Nulls::call) == Nulls::propagate; }
  bool repeats() const { return repeatable.value_or(volatility != Volatility::volatile_); }
  arrow::FieldVector argument_fields() const;
  arrow::FieldVector result_fields() const;
  /// Arguments, then results: what `describe` says.
  std::shared_ptr<arrow::Schema> schema() const;
  /// Invalid, naming the function and what is missing or cannot be.
  arrow::Status validate() const;
};

}  // namespace arbalest::udf
