#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>

#include <arrow/result.h>
#include <arrow/status.h>

namespace arbalest::udf {

/// A failure as the protocol tells it: `user` = the function raised it, `worker` = the runtime or its machine failed (out of memory).
struct Failure {
  enum class Class { user, worker };
  Class kind = Class::user;
  /// Position in the batch, where known.
  std::optional<int64_t> row;
  std::string message;
  std::string traceback;
};

/// Carries a failure up from a row or a batch. Functions need not throw it: any exception and any arrow::Status that is not OK becomes one.
class FailureError : public std::runtime_error {
 public:
  explicit FailureError(Failure failure) : std::runtime_error(failure.message), failure_(std::move(failure)) {}
  const Failure& failure() const { return failure_; }

 private:
  Failure failure_;
};

/// The exception that is being handled, as a failure. To be called in a catch block only.
Failure current_failure();
Failure failure_of(const arrow::Status& status);

/// Throws what the status says; nothing when it is OK.
inline void check(const arrow::Status& status) {
  if (!status.ok()) throw FailureError(failure_of(status));
}

template <class T>
T check(arrow::Result<T> result) {
  if (!result.ok()) throw FailureError(failure_of(result.status()));
  return std::move(result).ValueUnsafe();
}

/// Where failures of single rows go: collected with `errors: "rows"`, thrown at the first otherwise.
class RowErrors {
 public:
  explicit RowErrors(bool collecting) : collecting_(collecting) {}
  bool collecting() const { return collecting_; }
  /// In a catch block: notes the exception for that row, or throws it on with the row; a failure of the worker is always thrown on.
  void failed(int64_t row);
  void failed(int64_t row, std::string message) { messages_[row] = std::move(message); }
  const std::map<int64_t, std::string>& messages() const { return messages_; }
  bool empty() const { return messages_.empty(); }

 private:
  bool collecting_;
  std::map<int64_t, std::string> messages_;
};

}  // namespace arbalest::udf
