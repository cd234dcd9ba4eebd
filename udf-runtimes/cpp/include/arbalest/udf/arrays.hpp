#pragma once
// Adapts vectorised C++ functions, which name the arrays they take, to record batches.

#include <type_traits>
#include <vector>

#include <arrow/array.h>
#include <arrow/extension_type.h>
#include <arrow/type_traits.h>

#include "arbalest/udf/definition.hpp"
#include "arbalest/udf/signature.hpp"

namespace arbalest::udf {

template <class Array, class = void>
struct ArrayOf {
  static std::shared_ptr<arrow::DataType> natural() { return nullptr; }
  static bool fits(const arrow::DataType&) { return std::is_same_v<Array, arrow::Array>; }
};
template <class Array>
struct ArrayOf<Array, std::void_t<typename Array::TypeClass>> {
  using TypeClass = typename Array::TypeClass;
  static std::shared_ptr<arrow::DataType> natural() {
    if constexpr (arrow::TypeTraits<TypeClass>::is_parameter_free) return arrow::TypeTraits<TypeClass>::type_singleton();
    else return nullptr;
  }
  static bool fits(const arrow::DataType& type) {
    // A map is a list of its entries, and its array is one of lists.
    return type.id() == TypeClass::type_id || (std::is_same_v<Array, arrow::ListArray> && type.id() == arrow::Type::MAP);
  }
};

/// Whether F takes the batch whole, as `const arrow::RecordBatch&`, rather than array by array.
template <class F, size_t skip = 0>
constexpr bool takes_batch() {
  if constexpr (WithoutContext<typename Signature<F>::Arguments>::count == skip + 1) return std::is_same_v<ArgumentOf<F, skip>, arrow::RecordBatch>;
  else return false;
}

/// Puts the types that the arrays name where none were declared, and refuses those that do not fit.
template <class Of>
void settle(const std::string& function, Argument& argument, size_t position) {
  if (argument.name.empty()) argument.name = "a" + std::to_string(position + 1);
  if (!argument.type.storage) argument.type.storage = Of::natural();
  if (!argument.type.storage)
    throw std::invalid_argument("Function " + function + ": the type of " + argument.name + " does not follow from its C++ type; declare it with .argument(name, type)");
  if (!Of::fits(*argument.type.storage))
    throw std::invalid_argument("Function " + function + ": the C++ type of " + argument.name + " does not hold " + argument.type.storage->ToString());
}

inline void settle_count(const std::string& function, std::vector<Argument>& declared, size_t count) {
  if (declared.empty()) declared.resize(count);
  if (declared.size() != count)
    throw std::invalid_argument("Function " + function + ": " + std::to_string(declared.size()) + " arguments are declared and the C++ function takes " + std::to_string(count));
}

template <class F, size_t skip, size_t... I>
void settle_arrays(const std::string& function, std::vector<Argument>& arguments, std::index_sequence<I...>) {
  if constexpr (!takes_batch<F, skip>()) {
    settle_count(function, arguments, sizeof...(I));
    (settle<ArrayOf<ArgumentOf<F, skip + I>>>(function, arguments[I], I), ...);
  }
}

/// Calls `callable(leading…, arrays… or batch, context?)`.
template <class F, size_t skip, class Callable, size_t... I, class... Leading>
decltype(auto) call_arrays(Callable&& callable, const arrow::RecordBatch& batch, Context& context, std::index_sequence<I...>, Leading&&... leading) {
  if constexpr (takes_batch<F, skip>()) {
    return call_with<F>(callable, context, std::forward<Leading>(leading)..., batch);
  } else {
    return call_with<F>(callable, context, std::forward<Leading>(leading)..., static_cast<const ArgumentOf<F, skip + I>&>(*batch.column(I))...);
  }
}

}  // namespace arbalest::udf
