#pragma once

#include <deque>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "arbalest/udf/definition.hpp"
#include "arbalest/udf/emitter.hpp"
#include "arbalest/udf/groups.hpp"

namespace arbalest::udf {

/// What can be said of any function. Every call gives the builder back; the one that hands over the C++ function comes last, because types that were not
/// declared are taken from it. Mistakes throw std::invalid_argument at once.
template <class Builder>
class FunctionBuilder {
 public:
  explicit FunctionBuilder(Definition& definition) : definition_(definition) {}

  /// The next argument. Without a type it is the C++ type's own (int64_t and Int64Array: BIGINT, std::string_view: VARCHAR, …).
  Builder& argument(std::string name, Type type = {}) {
    definition_.arguments.push_back({std::move(name), std::move(type)});
    return self();
  }
  /// By default: `call` for vectorised functions; by row `propagate`, or `call` when an argument is a std::optional.
  Builder& nulls(Nulls nulls) {
    definition_.nulls = nulls;
    return self();
  }
  /// Volatile unless said otherwise: what is immutable or stable may be called once for equal rows, and again when a process died.
  Builder& immutable() { return volatility(Volatility::immutable); }
  Builder& stable() { return volatility(Volatility::stable); }
  Builder& volatility(Volatility volatility) {
    definition_.volatility = volatility;
    return self();
  }
  /// Whether calling it again for the same rows does no harm. By default true unless volatile.
  Builder& repeatable(bool repeatable) {
    definition_.repeatable = repeatable;
    return self();
  }
  /// Rows and bytes that the function likes to get at once; 0 = the caller's choice.
  Builder& batches_of(int64_t rows, int64_t bytes = 0) {
    definition_.batch_rows = rows;
    definition_.batch_bytes = bytes;
    return self();
  }
  /// In how many threads the function may run at the same time; 1 by default, which the runtime holds to.
  Builder& parallelism(int threads) {
    definition_.parallelism = threads;
    return self();
  }
  /// The options that it understands; others are refused by the caller. Any when never said.
  Builder& options(std::vector<std::string> names) {
    definition_.options = std::move(names);
    return self();
  }
  Builder& doc(std::string text) {
    definition_.doc = std::move(text);
    return self();
  }

 protected:
  Builder& self() { return static_cast<Builder&>(*this); }
  void done() { check_definition(definition_.validate()); }
  static void check_definition(const arrow::Status& status) {
    if (!status.ok()) throw std::invalid_argument(status.message());
  }
  Definition& definition_;
};

/// One row in, one value out.
class ScalarBuilder : public FunctionBuilder<ScalarBuilder> {
 public:
  using FunctionBuilder::FunctionBuilder;

  ScalarBuilder& returns(Type type) {
    definition_.results = {{"result", std::move(type)}};
    return *this;
  }

  /// `function(const arrow::Int64Array&, …[, Context&])`, or `function(const arrow::RecordBatch&[, Context&])`, gives an array, or an arrow::Result of one, with as
  /// many values as there are rows.
  template <class F>
  void vectorised(F function) {
    using Indices = ArgumentIndices<F>;
    settle_arrays<F, 0>(definition_.name, definition_.arguments, Indices{});
    if (definition_.results.empty()) {
      using Array = typename std::decay_t<decltype(unwrap(std::declval<typename Signature<F>::Return>()))>::element_type;
      definition_.results = {{"result", {}}};
      settle<ArrayOf<Array>>(definition_.name, definition_.results[0], 0);
    }
    definition_.scalar = [function = std::move(function)](const arrow::RecordBatch& batch, Context& context, RowErrors&) mutable {
      return std::shared_ptr<arrow::Array>(unwrap(call_arrays<F, 0>(function, batch, context, Indices{})));
    };
    done();
  }

  /// `function(int64_t, std::string_view, std::optional<double>, …[, Context&])` gives a value, or an arrow::Result of one. See cell.hpp for the types. A row whose
  /// argument is NULL gives NULL, unless that argument is a std::optional.
  template <class F>
  void by_row(F function) {
    using Value = typename IsResult<std::decay_t<typename Signature<F>::Return>>::Value;
    settle_cells<F, 0>(definition_, ArgumentIndices<F>{});
    if (definition_.results.empty()) definition_.results = {{"result", {}}};
    settle<Cell<Value>>(definition_.name, definition_.results[0], 0);
    definition_.by_row = true;
    definition_.scalar = scalar_by_row(std::move(function), definition_.propagates(), definition_.results[0].type.storage);
    done();
  }
};

/// One row in, any number of rows out.
class TableBuilder : public FunctionBuilder<TableBuilder> {
 public:
  using FunctionBuilder::FunctionBuilder;

  TableBuilder& column(std::string name, Type type = {}) {
    definition_.results.push_back({std::move(name), std::move(type)});
    return *this;
  }

  /// `function(const arrow::StringArray&, …[, Context&])` gives a record batch, or an arrow::Result of one: first the int32 positions of the rows of the input that
  /// the output rows were made from, which never go down, then the columns.
  template <class F>
  void vectorised(F function) {
    using Indices = ArgumentIndices<F>;
    settle_arrays<F, 0>(definition_.name, definition_.arguments, Indices{});
    TableBody body = [function = std::move(function)](const arrow::RecordBatch& batch, Context& context, TableRows& rows) mutable {
      rows.add(unwrap(call_arrays<F, 0>(function, batch, context, Indices{})));
    };
    definition_.table = [body = std::move(body)] { return body; };
    done();
  }

  /// `function(Emitter<std::string_view, int32_t>& emit, std::string_view, …[, Context&])` emits rows.
  template <class F>
  void by_row(F function) {
    using Rows = ArgumentOf<F, 0>;
    static_assert(IsEmitter<Rows>::value, "A table function by row takes an Emitter<column types…>& first");
    settle_row_arguments<F>(ArgumentIndices<F, 1>{});
    IsEmitter<Rows>::settle_columns(definition_.name, definition_.results);
    definition_.by_row = true;
    auto fields = definition_.result_fields();
    fields.insert(fields.begin(), arrow::field("row", arrow::int32(), false));
    auto body = table_by_row<F, Rows>(std::move(function), definition_.propagates(), arrow::schema(std::move(fields)));
    definition_.table = [body = std::move(body)] { return body; };
    done();
  }

  /// Batches in and out: `factory()` is called for each stream and gives a function that keeps what it likes between the batches of that stream:
  /// `function(const arrow::RecordBatch& arguments, TableRows& rows[, Context&])`, where `rows.add(batch)` takes rows as `vectorised` gives them, as often as one likes.
  /// When it raises, all rows of that batch fail, and the factory is called again for the next.
  template <class Factory>
  void by_batch(Factory factory) {
    using F = std::decay_t<decltype(factory())>;
    definition_.by_batch = true;
    definition_.table = [factory = std::move(factory)]() mutable -> TableBody {
      return [function = factory()](const arrow::RecordBatch& batch, Context& context, TableRows& rows) mutable { call_with<F>(function, context, batch, rows); };
    };
    done();
  }

 private:
  template <class F, size_t... I>
  void settle_row_arguments(std::index_sequence<I...> indices) {
    settle_cells<F, 1>(definition_, indices);
  }
};

/// Many rows in, one value out.
class AggregateBuilder : public FunctionBuilder<AggregateBuilder> {
 public:
  using FunctionBuilder::FunctionBuilder;

  AggregateBuilder& returns(Type type) {
    definition_.results = {{"result", std::move(type)}};
    return *this;
  }

  /// S is the state of one group: see GroupsByRow. NULLs as for scalars by row.
  template <class S>
  void by_row() {
    using Update = decltype(&S::update);
    using Value = typename IsResult<std::decay_t<typename Signature<decltype(&S::finish)>::Return>>::Value;
    settle_cells<Update, 0>(definition_, ArgumentIndices<Update>{});
    if (definition_.results.empty()) definition_.results = {{"result", {}}};
    settle<Cell<Value>>(definition_.name, definition_.results[0], 0);
    definition_.aggregate = [propagate = definition_.propagates(), type = definition_.results[0].type.storage](int64_t groups) -> std::unique_ptr<GroupStates> {
      return std::make_unique<GroupsByRow<S>>(groups, propagate, type);
    };
    done();
  }

  /// G holds the states of all groups of a batch: see GroupsOfArrays.
  template <class G>
  void vectorised() {
    using Update = decltype(&G::update);
    settle_arrays<Update, 1>(definition_.name, definition_.arguments, ArgumentIndices<Update, 1>{});
    definition_.aggregate = [](int64_t groups) -> std::unique_ptr<GroupStates> { return std::make_unique<GroupsOfArrays<G>>(groups); };
    done();
  }
};

/// The functions of a server, and what it does when it starts and stops. Not copied: builders refer to it.
class Functions {
 public:
  Functions() = default;
  Functions(const Functions&) = delete;
  Functions& operator=(const Functions&) = delete;

  ScalarBuilder scalar(std::string name) { return ScalarBuilder(add(std::move(name), Kind::scalar)); }
  TableBuilder table(std::string name) { return TableBuilder(add(std::move(name), Kind::table)); }
  AggregateBuilder aggregate(std::string name) { return AggregateBuilder(add(std::move(name), Kind::aggregate)); }

  /// Runs once, before the server listens: load the model here. What it throws ends the process.
  Functions& on_start(std::function<void()> hook) {
    start_hooks_.push_back(std::move(hook));
    return *this;
  }
  /// Runs once, when the last call has ended.
  Functions& on_stop(std::function<void()> hook) {
    stop_hooks_.push_back(std::move(hook));
    return *this;
  }

  const std::deque<Definition>& definitions() const { return definitions_; }
  /// Null when there is none.
  const Definition* find(const std::string& name) const;
  void start() const {
    for (const auto& hook : start_hooks_) hook();
  }
  void stop() const {
    for (const auto& hook : stop_hooks_) hook();
  }

 private:
  Definition& add(std::string name, Kind kind);
  // A deque: builders hold on to their definitions.
  std::deque<Definition> definitions_;
  std::vector<std::function<void()>> start_hooks_, stop_hooks_;
};

}  // namespace arbalest::udf
