#pragma once
// Functions in C++ for Arbalest: declare them in a `Functions`, hand it to `serve`.
#include "arbalest/udf/context.hpp"
#include "arbalest/udf/functions.hpp"
#include "arbalest/udf/serve.hpp"
#include "arbalest/udf/type.hpp"
