#pragma once
#include <memory>

#include "arbalest/udf/definition.hpp"

namespace arbalest::udf {

/// A LIST column, a group for each row, as rows with their group.
struct GroupedRows {
  int64_t groups;
  /// For each row its group, which never goes down.
  std::shared_ptr<arrow::Int32Array> ids;
  std::shared_ptr<arrow::RecordBatch> rows;
};

/// The values of groups: LIST of the argument, of a STRUCT of several, or of anything for none. `propagate` leaves rows with a NULL argument out.
GroupedRows grouped_values(const arrow::Array& lists, size_t arguments, bool propagate);

/// The states of groups: LIST of Binary, without the NULLs.
GroupedRows grouped_states(const arrow::Array& lists);

/// Whether a column of this type is what `operation` of that function takes: `values` for complete and update, states otherwise.
bool takes_lists(const Definition& definition, bool values, const arrow::DataType& type);

}  // namespace arbalest::udf
