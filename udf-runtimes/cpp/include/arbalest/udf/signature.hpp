#pragma once
// What a C++ function takes and gives, as types.

#include <tuple>
#include <type_traits>

#include <arrow/record_batch.h>
#include <arrow/result.h>

#include "arbalest/udf/context.hpp"
#include "arbalest/udf/error.hpp"

namespace arbalest::udf {

template <class F, class = void>
struct Signature {
  static_assert(!std::is_same_v<F, F>, "A function needs written argument types: no `auto` parameters and no overloads");
};
template <class R, class... A>
struct Signature<R(A...), void> {
  using Return = R;
  using Arguments = std::tuple<std::decay_t<A>...>;
};
template <class R, class... A>
struct Signature<R (*)(A...), void> : Signature<R(A...)> {};
template <class C, class R, class... A>
struct Signature<R (C::*)(A...), void> : Signature<R(A...)> {};
template <class C, class R, class... A>
struct Signature<R (C::*)(A...) const, void> : Signature<R(A...)> {};
template <class F>
struct Signature<F, std::void_t<decltype(&F::operator())>> : Signature<decltype(&F::operator())> {};

/// Splits `tuple<A…, Context>` or `tuple<A…>` into the arguments and whether a context follows.
template <class Tuple>
struct WithoutContext {
  static constexpr size_t size = std::tuple_size_v<Tuple>;
  template <size_t N>
  static constexpr bool ends_with_context() {
    if constexpr (N == 0) return false;
    else return std::is_same_v<std::tuple_element_t<N - 1, Tuple>, Context>;
  }
  static constexpr bool context = ends_with_context<size>();
  static constexpr size_t count = size - (context ? 1 : 0);
};

/// The indices of the arguments of F, after `skip` and without the context.
template <class F, size_t skip = 0>
using ArgumentIndices = std::make_index_sequence<WithoutContext<typename Signature<F>::Arguments>::count - skip>;

template <class F, size_t I>
using ArgumentOf = std::tuple_element_t<I, typename Signature<F>::Arguments>;

/// Calls with the context at the end if the function wants it.
template <class F, class Callable, class... A>
decltype(auto) call_with(Callable&& callable, Context& context, A&&... arguments) {
  if constexpr (WithoutContext<typename Signature<F>::Arguments>::context) return callable(std::forward<A>(arguments)..., context);
  else return callable(std::forward<A>(arguments)...);
}

template <class T>
struct IsResult : std::false_type {
  using Value = T;
};
template <class T>
struct IsResult<arrow::Result<T>> : std::true_type {
  using Value = T;
};

/// Values as they are; what an arrow::Result or arrow::Status says of an error is thrown.
template <class T>
decltype(auto) unwrap(T&& value) {
  using Plain = std::decay_t<T>;
  if constexpr (IsResult<Plain>::value) return check(std::forward<T>(value));
  else return std::forward<T>(value);
}

}  // namespace arbalest::udf
