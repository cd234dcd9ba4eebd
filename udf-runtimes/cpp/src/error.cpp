#include "arbalest/udf/error.hpp"

#include <cxxabi.h>

#include <cstdlib>
#include <exception>
#include <memory>
#include <new>
#include <typeinfo>

namespace arbalest::udf {
namespace {

std::string demangled(const std::type_info& type) {
  int status = 0;
  const std::unique_ptr<char, void (*)(void*)> name(abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), std::free);
  return status == 0 ? name.get() : type.name();
}

// C++ keeps no stack with an exception: its type, and the exceptions nested in it, are what can be told.
std::string chain_of(const std::exception& error) {
  std::string text = demangled(typeid(error)) + ": " + error.what();
  try {
    std::rethrow_if_nested(error);
  } catch (const std::exception& nested) {
    text += "\ncaused by " + chain_of(nested);
  } catch (...) {
    text += "\ncaused by something that is no std::exception";
  }
  return text;
}

}  // namespace

Failure failure_of(const arrow::Status& status) {
  const auto kind = status.IsOutOfMemory() ? Failure::Class::worker : Failure::Class::user;
  return {kind, std::nullopt, status.message(), status.ToString()};
}

Failure current_failure() {
  try {
    throw;
  } catch (const FailureError& error) {
    return error.failure();
  } catch (const std::bad_alloc& error) {
    return {Failure::Class::worker, std::nullopt, "Out of memory", demangled(typeid(error))};
  } catch (const std::exception& error) {
    return {Failure::Class::user, std::nullopt, error.what(), chain_of(error)};
  } catch (...) {
    return {Failure::Class::user, std::nullopt, "The function threw something that is no std::exception", ""};
  }
}

void RowErrors::failed(int64_t row) {
  Failure failure = current_failure();
  if (collecting_ && failure.kind == Failure::Class::user) return failed(row, failure.message);
  if (!failure.row && failure.kind == Failure::Class::user) failure.row = row;
  throw FailureError(std::move(failure));
}

}  // namespace arbalest::udf
