#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <csignal>
#include <cwctype>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include <arrow/api.h>
#include <arrow/util/utf8.h>

#include "functions.hpp"

namespace conformance {
namespace {

namespace udf = arbalest::udf;
using udf::Nulls;
using ArrayResult = arrow::Result<std::shared_ptr<arrow::Array>>;

int starts = 0;

ArrayResult add(const arrow::Int64Array& a, const arrow::Int64Array& b) {
  ARROW_ASSIGN_OR_RAISE(auto sums, arrow::AllocateBuffer(a.length() * sizeof(int64_t)));
  // Unsigned, so that it wraps.
  const auto* left = reinterpret_cast<const uint64_t*>(a.raw_values());
  const auto* right = reinterpret_cast<const uint64_t*>(b.raw_values());
  auto* sum = reinterpret_cast<uint64_t*>(sums->mutable_data());
  for (int64_t i = 0; i < a.length(); ++i) sum[i] = left[i] + right[i];
  return std::make_shared<arrow::Int64Array>(a.length(), std::shared_ptr<arrow::Buffer>(std::move(sums)));
}

template <class Builder, class Value>
ArrayResult repeat(int64_t rows, Value value) {
  Builder values;
  ARROW_RETURN_NOT_OK(values.Reserve(rows));
  for (int64_t i = 0; i < rows; ++i) values.UnsafeAppend(value);
  return values.Finish();
}

ArrayResult is_null(const arrow::Int32Array& values) {
  arrow::Int32Builder answers;
  for (int64_t i = 0; i < values.length(); ++i) ARROW_RETURN_NOT_OK(answers.Append(values.IsNull(i)));
  return answers.Finish();
}

bool has_seven(const arrow::Int32Array& values) {
  for (int64_t i = 0; i < values.length(); ++i)
    if (values.IsValid(i) && values.Value(i) == 7) return true;
  return false;
}

ArrayResult fail_batch_on(const arrow::Int32Array& values) {
  if (has_seven(values)) return arrow::Status::Invalid("bad batch");
  return arrow::MakeArray(values.data());
}

[[noreturn]] void die() {
  ::kill(::getpid(), SIGKILL);
  // The first process of a container does not hear its own SIGKILL.
  std::_Exit(137);
}

ArrayResult crash_on(const arrow::Int32Array& values) {
  if (has_seven(values)) die();
  return arrow::MakeArray(values.data());
}

int32_t crash_once(std::string_view path) {
  const auto file = std::filesystem::path(path).lexically_normal();
  if (file.string().rfind("/tmp/", 0) != 0) throw std::invalid_argument("The path is not below /tmp");
  if (std::filesystem::exists(file)) return 1;
  std::ofstream(file) << "crashed";
  die();
}

arrow::Result<std::string> upper(std::string_view text) {
  static const locale_t letters = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  ARROW_ASSIGN_OR_RAISE(auto wide, arrow::util::UTF8ToWideString(text));
  for (auto& letter : wide) letter = static_cast<wchar_t>(::towupper_l(static_cast<wint_t>(letter), letters));
  return arrow::util::WideStringToUTF8(wide);
}

std::optional<std::string> some(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

std::optional<std::string> context_value(std::string_view name, udf::Context& context) {
  if (name == "query") return some(context.query());
  if (name == "user") return some(context.user());
  if (const auto option = context.option(name)) return std::string(*option);
  return std::nullopt;
}

ArrayResult log_text(const arrow::StringArray& texts, udf::Context& context) {
  for (int64_t i = 0; i < texts.length(); ++i)
    if (texts.IsValid(i)) context.log(texts.GetView(i));
  return arrow::MakeArray(texts.data());
}

ArrayResult sleep_ms(const arrow::Int32Array& times, udf::Context& context) {
  for (int64_t i = 0; i < times.length(); ++i) {
    const auto end = udf::Context::Clock::now() + std::chrono::milliseconds(times.Value(i));
    while (udf::Context::Clock::now() < end) {
      if (context.cancelled()) return arrow::Status::Cancelled("Nobody waits any more");
      std::this_thread::sleep_for(std::min<udf::Context::Clock::duration>(std::chrono::milliseconds(10), end - udf::Context::Clock::now()));
    }
  }
  return arrow::MakeArray(times.data());
}

int32_t fail_on(int32_t value) {
  if (value == 7) throw std::runtime_error("bad value 7");
  return value;
}

}  // namespace

void add_scalars(udf::Functions& functions) {
  functions.on_start([] { ++starts; });
  functions.scalar("add").argument("a").argument("b").returns(arrow::int64()).immutable().nulls(Nulls::propagate).vectorised(add);
  functions.scalar("upper").argument("text").immutable().by_row(upper);
  functions.scalar("answer").returns(arrow::int32()).immutable().nulls(Nulls::propagate).vectorised([](const arrow::RecordBatch& batch) {
    return repeat<arrow::Int32Builder>(batch.num_rows(), 42);
  });
  functions.scalar("is_null").argument("value").returns(arrow::int32()).immutable().nulls(Nulls::call).vectorised(is_null);
  functions.scalar("fail_on").argument("value").immutable().by_row(fail_on);
  functions.scalar("fail_batch_on").argument("value").returns(arrow::int32()).immutable().nulls(Nulls::propagate).vectorised(fail_batch_on);
  functions.scalar("sleep_ms").argument("ms").returns(arrow::int32()).nulls(Nulls::propagate).vectorised(sleep_ms);
  functions.scalar("context").argument("name").stable().by_row(context_value);
  functions.scalar("log_text").argument("text").returns(arrow::utf8()).nulls(Nulls::propagate).vectorised(log_text);
  functions.scalar("started").returns(arrow::int32()).immutable().nulls(Nulls::propagate).vectorised([](const arrow::RecordBatch& batch) {
    return repeat<arrow::Int32Builder>(batch.num_rows(), starts);
  });
  functions.scalar("process_id").returns(arrow::int64()).nulls(Nulls::propagate).vectorised([](const arrow::RecordBatch& batch) {
    return repeat<arrow::Int64Builder>(batch.num_rows(), ::getpid());
  });
  functions.scalar("crash_on").argument("value").returns(arrow::int32()).nulls(Nulls::propagate).vectorised(crash_on);
  functions.scalar("crash_once").argument("path").immutable().repeatable(true).by_row(crash_once);
}

}  // namespace conformance
