#pragma once
// Adapts C++ functions of single values to record batches: the loop over the rows, NULLs and failures.

#include <array>
#include <tuple>
#include <vector>

#include "arbalest/udf/arrays.hpp"
#include "arbalest/udf/cell.hpp"

namespace arbalest::udf {

/// Readers for the arguments of F from position `skip` on, and which rows have all the values that F cannot do without.
template <class F, size_t skip, class Indices>
class RowArguments;
template <class F, size_t skip, size_t... I>
class RowArguments<F, skip, std::index_sequence<I...>> {
 public:
  RowArguments(const arrow::RecordBatch& batch, bool propagate) : columns_(batch.columns()), readers_{typename Cell<ArgumentOf<F, skip + I>>::Reader(*batch.column(I))...} {
    ((propagate || !is_optional<ArgumentOf<F, skip + I>>::value ? need(*columns_[I]) : void()), ...);
  }
  bool callable(int64_t row) const {
    for (const arrow::Array* column : needed_)
      if (column->IsNull(row)) return false;
    return true;
  }
  template <class Callable, class... Leading>
  decltype(auto) call(Callable& callable, Context& context, int64_t row, Leading&&... leading) const {
    return call_with<F>(callable, context, std::forward<Leading>(leading)..., std::get<I>(readers_)(row)...);
  }

 private:
  void need(const arrow::Array& column) {
    if (column.null_count() > 0) needed_.push_back(&column);
  }
  arrow::ArrayVector columns_;
  std::tuple<typename Cell<ArgumentOf<F, skip + I>>::Reader...> readers_;
  std::vector<const arrow::Array*> needed_;
};

template <class F, size_t skip, size_t... I>
void settle_cells(Definition& definition, std::index_sequence<I...>) {
  settle_count(definition.name, definition.arguments, sizeof...(I));
  (settle<Cell<ArgumentOf<F, skip + I>>>(definition.name, definition.arguments[I], I), ...);
  constexpr bool explicit_nulls = (is_optional<ArgumentOf<F, skip + I>>::value || ... || false);
  if (!definition.nulls) definition.nulls = explicit_nulls ? Nulls::call : Nulls::propagate;
}

/// Throws when nobody waits for the answer. Cheap enough to be called for each row.
inline void check_wanted(const Context& context, int64_t row) {
  if ((row & 1023) == 1023 && context.cancelled()) throw FailureError({Failure::Class::worker, std::nullopt, "The caller has left or the time is over", ""});
}

template <class F>
ScalarBody scalar_by_row(F function, bool propagate, std::shared_ptr<arrow::DataType> type) {
  using Indices = ArgumentIndices<F>;
  using Value = typename IsResult<std::decay_t<typename Signature<F>::Return>>::Value;
  return [function = std::move(function), propagate, type = std::move(type)](const arrow::RecordBatch& batch, Context& context, RowErrors& errors) mutable {
    const RowArguments<F, 0, Indices> arguments(batch, propagate);
    typename Cell<Value>::Column values;
    values.reserve(batch.num_rows());
    int64_t row = 0;
    while (row < batch.num_rows()) {
      try {
        for (; row < batch.num_rows(); ++row) {
          check_wanted(context, row);
          if (arguments.callable(row)) values.append(unwrap(arguments.call(function, context, row)));
          else values.append_null();
        }
      } catch (...) {
        errors.failed(row++);
        values.append_null();
      }
    }
    return arrow::MakeArray(values.finish(type));
  };
}

}  // namespace arbalest::udf
