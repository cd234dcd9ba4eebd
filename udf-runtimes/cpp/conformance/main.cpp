// The functions that the conformance suite calls: conformance/FUNCTIONS.md says what each does.
#include <arbalest/udf.hpp>

#include "functions.hpp"

int main() {
  arbalest::udf::Functions functions;
  conformance::add_scalars(functions);
  conformance::add_echoes(functions);
  conformance::add_tables(functions);
  conformance::add_aggregates(functions);
  return arbalest::udf::serve(functions);
}
