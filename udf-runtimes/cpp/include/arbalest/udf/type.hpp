#pragma once

#include <memory>
#include <string>
#include <vector>

#include <arrow/type.h>
#include <arrow/util/key_value_metadata.h>

namespace arbalest::udf {

/// An Arrow type as it crosses to SQL, with the extension name for SQL types that have no Arrow type of their own. Made from an Arrow type without ado.
struct Type {
  std::shared_ptr<arrow::DataType> storage;
  std::shared_ptr<const arrow::KeyValueMetadata> metadata;

  Type() = default;
  Type(std::shared_ptr<arrow::DataType> storage_type) : storage(std::move(storage_type)) {}
  Type(std::shared_ptr<arrow::DataType> storage_type, std::shared_ptr<const arrow::KeyValueMetadata> extension)
      : storage(std::move(storage_type)), metadata(std::move(extension)) {}

  /// A nullable field of this type, e.g. for a member of a struct.
  std::shared_ptr<arrow::Field> field(const std::string& name) const { return arrow::field(name, storage, true, metadata); }
};

/// HUGEINT: Decimal128(38, 0).
Type hugeint();
/// JSON: Utf8.
Type json();
/// UUID: Utf8 of 36 characters, lower case.
Type uuid();
/// ENUM with these values: Utf8.
Type enumeration(const std::vector<std::string>& values);
/// An SQL type that travels as its text, e.g. `text("BIT")`.
Type text(const std::string& sql_name);

/// Whether two types have the same values: names of the fields inside lists and maps, nullability and metadata do not count.
bool same_type(const arrow::DataType& left, const arrow::DataType& right);

/// Invalid, with a text that names the type and the way out, when a type cannot be an argument or a result (PROTOCOL, section 7).
arrow::Status check_crosses(const arrow::DataType& type);

}  // namespace arbalest::udf
