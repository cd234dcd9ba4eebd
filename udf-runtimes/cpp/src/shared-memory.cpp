#include "shared-memory.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace arbalest::udf {
namespace {

constexpr uint64_t alignment = 64;

template <class Base>
class Mapped : public Base {
 public:
  Mapped(uint8_t* address, int64_t size) : Base(address, size), address_(address), size_(size) {}
  ~Mapped() override { ::munmap(address_, static_cast<size_t>(size_)); }

 private:
  uint8_t* address_;
  int64_t size_;
};

class Descriptor {
 public:
  Descriptor(const std::string& path, int flags) : fd_(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW)) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

arrow::Result<std::string> path_of(const char* variable, const std::string& name) {
  const char* folder = std::getenv(variable);
  if (!folder || !*folder) return arrow::Status::Invalid("This server has no shared memory: ", variable, " is not set");
  if (name.empty() || name == "." || name == ".." || name.find('/') != std::string::npos)
    return arrow::Status::Invalid("\"", name, "\" is no name of a file in ", folder);
  return std::string(folder) + "/" + name;
}

template <class Base>
arrow::Result<std::shared_ptr<Base>> map(const std::string& path, uint64_t bytes, bool writable) {
  if (bytes == 0) return std::make_shared<Base>(nullptr, 0);
  const Descriptor file(path, writable ? O_RDWR : O_RDONLY);
  struct stat facts {};
  if (file.get() < 0 || ::fstat(file.get(), &facts) != 0) return arrow::Status::Invalid("Cannot open ", path, ": ", std::strerror(errno));
  if (!S_ISREG(facts.st_mode) || static_cast<uint64_t>(facts.st_size) < bytes)
    return arrow::Status::Invalid(path, " is no file of ", bytes, " bytes; it has ", static_cast<int64_t>(facts.st_size));
  void* address = ::mmap(nullptr, bytes, writable ? PROT_READ | PROT_WRITE : PROT_READ, MAP_SHARED, file.get(), 0);
  if (address == MAP_FAILED) return arrow::Status::Invalid("Cannot map ", path, ": ", std::strerror(errno));
  return std::make_shared<Mapped<Base>>(static_cast<uint8_t*>(address), static_cast<int64_t>(bytes));
}

arrow::Status check_region(const char* file, uint64_t offset, uint64_t length, int64_t size) {
  const auto available = static_cast<uint64_t>(size);
  if (offset % alignment != 0 || length > available || offset > available - length)
    return arrow::Status::Invalid("A region of the ", file, " file at ", offset, " of ", length, " bytes; the file has ", available, " and offsets are multiples of 64");
  return arrow::Status::OK();
}

}  // namespace

bool SharedMemory::offered() {
  const char* input = std::getenv("ARBALEST_UDF_INPUT_DIR");
  const char* output = std::getenv("ARBALEST_UDF_OUTPUT_DIR");
  return input && *input && output && *output;
}

arrow::Result<std::shared_ptr<SharedMemory>> SharedMemory::open(const Names& names) {
  ARROW_ASSIGN_OR_RAISE(const auto input_path, path_of("ARBALEST_UDF_INPUT_DIR", names.input));
  ARROW_ASSIGN_OR_RAISE(const auto output_path, path_of("ARBALEST_UDF_OUTPUT_DIR", names.output));
  auto memory = std::make_shared<SharedMemory>();
  ARROW_ASSIGN_OR_RAISE(memory->input_, map<arrow::Buffer>(input_path, names.input_bytes, false));
  ARROW_ASSIGN_OR_RAISE(memory->output_, map<arrow::MutableBuffer>(output_path, names.output_bytes, true));
  return memory;
}

arrow::Result<std::shared_ptr<arrow::Buffer>> SharedMemory::input(uint64_t offset, uint64_t length) const {
  ARROW_RETURN_NOT_OK(check_region("input", offset, length, input_->size()));
  return arrow::SliceBuffer(input_, static_cast<int64_t>(offset), static_cast<int64_t>(length));
}

arrow::Result<std::shared_ptr<arrow::MutableBuffer>> SharedMemory::output(uint64_t offset, uint64_t length) const {
  ARROW_RETURN_NOT_OK(check_region("output", offset, length, output_->size()));
  return std::make_shared<arrow::MutableBuffer>(output_, static_cast<int64_t>(offset), static_cast<int64_t>(length));
}

}  // namespace arbalest::udf
