#include "arbalest/udf/context.hpp"

#include <unistd.h>

#include <cerrno>

namespace arbalest::udf {

std::optional<std::string_view> Context::option(std::string_view name) const {
  const auto found = call_.options.find(name);
  if (found == call_.options.end()) return std::nullopt;
  return found->second;
}

bool Context::cancelled() const {
  return (call_.deadline && Clock::now() >= *call_.deadline) || (call_.cancelled && call_.cancelled());
}

void Context::log(std::string_view text) const {
  std::string line(text);
  line += '\n';
  for (std::string_view rest = line; !rest.empty();) {
    const ssize_t written = ::write(STDOUT_FILENO, rest.data(), rest.size());
    if (written > 0) rest.remove_prefix(static_cast<size_t>(written));
    // A log that nobody reads any more must not fail the function.
    else if (written < 0 && errno != EINTR) return;
  }
}

}  // namespace arbalest::udf
