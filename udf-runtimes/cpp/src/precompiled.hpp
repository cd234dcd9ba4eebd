#pragma once
// What nearly every file of the library includes, parsed once.
#include <arrow/api.h>
#include <arrow/flight/api.h>
#include <nlohmann/json.hpp>
