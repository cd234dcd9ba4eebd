#pragma once
#include <arbalest/udf/functions.hpp>

namespace conformance {

void add_scalars(arbalest::udf::Functions& functions);
/// `echo_T` and `echo_row_T` for each type that crosses.
void add_echoes(arbalest::udf::Functions& functions);
void add_tables(arbalest::udf::Functions& functions);
void add_aggregates(arbalest::udf::Functions& functions);

}  // namespace conformance
