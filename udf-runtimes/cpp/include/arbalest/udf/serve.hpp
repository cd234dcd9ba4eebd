#pragma once

#include "arbalest/udf/functions.hpp"

namespace arbalest::udf {

/// Serves the functions where the environment says (ARBALEST_UDF_SOCKET or ARBALEST_UDF_ADDRESS) until SIGTERM or SIGINT, which it answers by ending the calls that run,
/// 10 s at most. Gives what `main` should: 0, or 1 with a line on standard error when it could not start. To be called from `main`, before other threads are started.
int serve(const Functions& functions);

}  // namespace arbalest::udf
