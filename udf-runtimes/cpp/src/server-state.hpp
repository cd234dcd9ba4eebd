#pragma once
#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <semaphore>

#include "arbalest/udf/functions.hpp"

namespace arbalest::udf {

/// What calls of one function have cost so far, and how many threads may run it.
struct FunctionState {
  explicit FunctionState(int parallelism) : running(parallelism) {}
  std::counting_semaphore<> running;
  std::atomic<int64_t> batches{0}, rows{0}, failed_rows{0}, cpu_micros{0};
};

class Counted {
 public:
  explicit Counted(std::atomic<int>& count) : count_(count) { ++count_; }
  ~Counted() { --count_; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;

 private:
  std::atomic<int>& count_;
};

/// What the calls of a server share.
class ServerState {
 public:
  explicit ServerState(const Functions& served) : functions(served) {
    for (const auto& definition : functions.definitions()) states_[&definition] = std::make_unique<FunctionState>(definition.parallelism);
  }
  FunctionState& of(const Definition& definition) const { return *states_.at(&definition); }

  const Functions& functions;
  /// Streams that are open.
  std::atomic<int> calls{0};
  /// Batches that are being answered.
  std::atomic<int> busy{0};
  std::atomic<bool> draining{false};

 private:
  std::map<const Definition*, std::unique_ptr<FunctionState>> states_;
};

/// Holds one of a function's threads. Throws a failure of the worker when the call is cancelled before one is free.
class RunningFunction {
 public:
  RunningFunction(FunctionState& state, const Context& context) : state_(state) {
    while (!state_.running.try_acquire_for(std::chrono::milliseconds(50)))
      if (context.cancelled()) throw FailureError({Failure::Class::worker, std::nullopt, "The call was cancelled before the function was free", ""});
  }
  ~RunningFunction() { state_.running.release(); }
  RunningFunction(const RunningFunction&) = delete;
  RunningFunction& operator=(const RunningFunction&) = delete;

 private:
  FunctionState& state_;
};

/// CPU time of this thread since it was made or last asked, in microseconds.
class CpuClock {
 public:
  CpuClock() : last_(now()) {}
  uint64_t lap() {
    const uint64_t before = last_;
    last_ = now();
    return last_ - before;
  }

 private:
  static uint64_t now() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<uint64_t>(time.tv_sec) * 1000000 + static_cast<uint64_t>(time.tv_nsec) / 1000;
  }
  uint64_t last_;
};

}  // namespace arbalest::udf
