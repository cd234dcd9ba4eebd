#pragma once
// Calls functions in the test's own process, as the server would: the same checks of types, the same NULLs and errors.

#include <arrow/scalar.h>

#include "arbalest/udf/functions.hpp"

namespace arbalest::udf::testing {

/// A scalar's values, one for each row.
arrow::Result<std::shared_ptr<arrow::Array>> call(const Functions& functions, const std::string& name, const arrow::ArrayVector& arguments, Context::Call context = {});
/// A table function's rows: `row`, then its columns.
arrow::Result<std::shared_ptr<arrow::RecordBatch>> call_table(
    const Functions& functions, const std::string& name, const arrow::ArrayVector& arguments, Context::Call context = {});
/// An aggregate over all rows as one group; by way of states, split in two, so that merging is tested too.
arrow::Result<std::shared_ptr<arrow::Scalar>> call_aggregate(
    const Functions& functions, const std::string& name, const arrow::ArrayVector& arguments, Context::Call context = {});

}  // namespace arbalest::udf::testing
