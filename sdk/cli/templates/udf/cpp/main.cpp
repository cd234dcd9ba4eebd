#include "functions.hpp"

int main() {
  arbalest::udf::Functions functions;
  declare(functions);
  return arbalest::udf::serve(functions);
}
