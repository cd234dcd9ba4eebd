#include "arbalest/udf/type.hpp"

#include <nlohmann/json.hpp>

namespace arbalest::udf {
namespace {

Type extension(std::shared_ptr<arrow::DataType> storage, const std::string& name, const std::string& parameters = "") {
  std::vector<std::string> keys{"ARROW:extension:name"}, values{name};
  if (!parameters.empty()) {
    keys.push_back("ARROW:extension:metadata");
    values.push_back(parameters);
  }
  return Type(std::move(storage), arrow::key_value_metadata(std::move(keys), std::move(values)));
}

arrow::Status refuse(const arrow::DataType& type, const std::string& instead) {
  return arrow::Status::Invalid("The type ", type.ToString(), " does not cross to SQL; ", instead);
}

arrow::Status check_timestamp(const arrow::TimestampType& type) {
  if (type.timezone().empty() || (type.timezone() == "UTC" && type.unit() == arrow::TimeUnit::MICRO)) return arrow::Status::OK();
  return refuse(type, "use timestamp(MICRO, \"UTC\"), or a timestamp without a zone");
}

}  // namespace

Type hugeint() { return extension(arrow::decimal128(38, 0), "arbalest.hugeint"); }
Type json() { return extension(arrow::utf8(), "arrow.json"); }
Type uuid() { return extension(arrow::utf8(), "arbalest.uuid"); }
Type enumeration(const std::vector<std::string>& values) { return extension(arrow::utf8(), "arbalest.enum", nlohmann::json(values).dump()); }
Type text(const std::string& sql_name) { return extension(arrow::utf8(), "arbalest.text", sql_name); }

bool same_type(const arrow::DataType& left, const arrow::DataType& right) {
  if (left.id() != right.id() || left.num_fields() != right.num_fields()) return false;
  if (left.num_fields() == 0) return left.Equals(right);
  if (left.id() == arrow::Type::FIXED_SIZE_LIST &&
      static_cast<const arrow::FixedSizeListType&>(left).list_size() != static_cast<const arrow::FixedSizeListType&>(right).list_size())
    return false;
  for (int i = 0; i < left.num_fields(); ++i) {
    if (left.id() == arrow::Type::STRUCT && left.field(i)->name() != right.field(i)->name()) return false;
    if (!same_type(*left.field(i)->type(), *right.field(i)->type())) return false;
  }
  return true;
}

arrow::Status check_crosses(const arrow::DataType& type) {
  switch (type.id()) {
    case arrow::Type::BOOL: case arrow::Type::INT8: case arrow::Type::INT16: case arrow::Type::INT32: case arrow::Type::INT64:
    case arrow::Type::UINT8: case arrow::Type::UINT16: case arrow::Type::UINT32: case arrow::Type::UINT64:
    case arrow::Type::FLOAT: case arrow::Type::DOUBLE: case arrow::Type::DECIMAL128:
    case arrow::Type::STRING: case arrow::Type::BINARY: case arrow::Type::DATE32: case arrow::Type::INTERVAL_MONTH_DAY_NANO:
      return arrow::Status::OK();
    case arrow::Type::LARGE_STRING: return refuse(type, "use utf8()");
    case arrow::Type::LARGE_BINARY: return refuse(type, "use binary()");
    case arrow::Type::LARGE_LIST: return refuse(type, "use list()");
    case arrow::Type::TIME64:
      if (static_cast<const arrow::Time64Type&>(type).unit() == arrow::TimeUnit::MICRO) return arrow::Status::OK();
      return refuse(type, "use time64(MICRO)");
    case arrow::Type::TIMESTAMP: return check_timestamp(static_cast<const arrow::TimestampType&>(type));
    case arrow::Type::LIST: case arrow::Type::FIXED_SIZE_LIST: case arrow::Type::STRUCT: case arrow::Type::MAP:
      for (const auto& field : type.fields()) {
        if (field->type()->id() == arrow::Type::INTERVAL_MONTH_DAY_NANO) return refuse(type, "an INTERVAL cannot be inside another type");
        ARROW_RETURN_NOT_OK(check_crosses(*field->type()));
      }
      return arrow::Status::OK();
    default: return refuse(type, "see the table of types in PROTOCOL.md");
  }
}

}  // namespace arbalest::udf
