#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace arbalest::udf {

/// What a function may know of the call that it serves. Made for each batch; valid until the function returns.
class Context {
 public:
  using Clock = std::chrono::steady_clock;

  struct Call {
    std::string function;
    std::string query;
    std::string user;
    std::map<std::string, std::string, std::less<>> options;
    std::optional<Clock::time_point> deadline;
    /// Asked often; must be quick. Absent = never.
    std::function<bool()> cancelled;
  };

  explicit Context(Call call) : call_(std::move(call)) {}

  /// The function's own name.
  const std::string& function() const { return call_.function; }
  /// The query's id; empty when the caller gave none.
  const std::string& query() const { return call_.query; }
  /// Who runs the query; empty when the caller gave none.
  const std::string& user() const { return call_.user; }
  /// An option that CREATE FUNCTION gave; nothing when it did not. The view lives as long as the context.
  std::optional<std::string_view> option(std::string_view name) const;
  const std::map<std::string, std::string, std::less<>>& options() const { return call_.options; }
  /// When this batch has to be ready; the process may be ended soon after. Nothing = no limit.
  std::optional<Clock::time_point> deadline() const { return call_.deadline; }
  /// True when nobody wants the answer any more: the caller has left or the deadline is over. Long functions ask now and then and throw.
  bool cancelled() const;
  /// Writes lines to the function's log (standard output), each with one write.
  void log(std::string_view text) const;

 private:
  Call call_;
};

}  // namespace arbalest::udf
