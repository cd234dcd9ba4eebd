#pragma once
#include <arbalest/udf.hpp>

/// Declares the functions of this image.
void declare(arbalest::udf::Functions& functions);
