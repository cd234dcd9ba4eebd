#pragma once
#include <memory>
#include <string>

#include <arrow/buffer.h>
#include <arrow/result.h>

namespace arbalest::udf {

/// The two files of a call. The input is mapped read-only, so that a function that writes to its arguments dies rather than spoils what others read.
class SharedMemory {
 public:
  struct Names {
    std::string input;
    uint64_t input_bytes = 0;
    std::string output;
    uint64_t output_bytes = 0;
  };

  /// Opens the files in the folders that the environment names (ARBALEST_UDF_INPUT_DIR, ARBALEST_UDF_OUTPUT_DIR).
  static arrow::Result<std::shared_ptr<SharedMemory>> open(const Names& names);
  /// Whether the environment names both folders.
  static bool offered();

  /// A region of the input as a buffer that keeps the mapping alive. Invalid when it does not lie in the file, or not on 64 bytes.
  arrow::Result<std::shared_ptr<arrow::Buffer>> input(uint64_t offset, uint64_t length) const;
  /// Room in the output. Invalid as above.
  arrow::Result<std::shared_ptr<arrow::MutableBuffer>> output(uint64_t offset, uint64_t length) const;

 private:
  std::shared_ptr<arrow::Buffer> input_;
  std::shared_ptr<arrow::MutableBuffer> output_;
};

}  // namespace arbalest::udf
