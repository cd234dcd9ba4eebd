#pragma once
// C++ types for values in columns, for functions by row. A `Cell<T>` says which Arrow types it stands for, reads a value out of a column, and builds a
// column of values. Values are read without a copy: texts are views into the batch.

#include <array>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <arrow/array.h>
#include <arrow/buffer_builder.h>
#include <arrow/type_traits.h>
#include <arrow/util/decimal.h>

#include "arbalest/udf/error.hpp"

namespace arbalest::udf {

/// Specialised for: bool, the integers, float, double, arrow::Decimal128, MonthDayNanos, std::string(_view), std::vector<T> (LIST), std::array<T, n> (ARRAY),
/// std::tuple<T…> (STRUCT), std::vector<std::pair<K, V>> (MAP); and std::optional of each, which may be NULL.
template <class T, class = void>
struct Cell;

using MonthDayNanos = arrow::MonthDayNanoIntervalType::MonthDayNanos;

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};

/// The bitmap of a column that is being built; made at the first NULL only.
class Validity {
 public:
  void valid() {
    if (nulls_ > 0) check(bits_.Append(true));
    ++length_;
  }
  void null() {
    if (nulls_ == 0) check(bits_.Append(length_, true));
    check(bits_.Append(false));
    ++length_;
    ++nulls_;
  }
  int64_t length() const { return length_; }
  int64_t nulls() const { return nulls_; }
  std::shared_ptr<arrow::Buffer> finish() {
    auto bits = nulls_ > 0 ? check(bits_.Finish()) : nullptr;
    length_ = nulls_ = 0;
    return bits;
  }

 private:
  arrow::TypedBufferBuilder<bool> bits_;
  int64_t length_ = 0;
  int64_t nulls_ = 0;
};

/// Fixed-width values whose C++ form is their Arrow form.
template <class T>
struct PlainCell {
  class Reader {
   public:
    explicit Reader(const arrow::Array& array) : values_(array.data()->GetValues<T>(1)) {}
    T operator()(int64_t row) const { return values_[row]; }

   private:
    const T* values_;
  };
  class Column {
   public:
    void reserve(int64_t rows) { check(values_.Reserve(rows)); }
    void append(const T& value) {
      check(values_.Append(value));
      validity_.valid();
    }
    void append_null() {
      check(values_.Append(T{}));
      validity_.null();
    }
    int64_t length() const { return validity_.length(); }
    std::shared_ptr<arrow::ArrayData> finish(const std::shared_ptr<arrow::DataType>& type) {
      const int64_t length = validity_.length(), nulls = validity_.nulls();
      auto values = check(values_.Finish());
      return arrow::ArrayData::Make(type, length, {validity_.finish(), std::move(values)}, nulls);
    }

   private:
    arrow::TypedBufferBuilder<T> values_;
    Validity validity_;
  };
  static int64_t bytes(const T&) { return sizeof(T); }
};

template <class T>
struct Cell<T, std::enable_if_t<std::is_arithmetic_v<T> && !std::is_same_v<T, bool>>> : PlainCell<T> {
  static constexpr const char* name = "a number";
  static std::shared_ptr<arrow::DataType> natural() { return arrow::CTypeTraits<T>::type_singleton(); }
  static bool fits(const arrow::DataType& type) {
    if (type.id() == arrow::CTypeTraits<T>::ArrowType::type_id) return true;
    if (std::is_same_v<T, int32_t>) return type.id() == arrow::Type::DATE32;
    if (std::is_same_v<T, int64_t>) return type.id() == arrow::Type::TIME64 || type.id() == arrow::Type::TIMESTAMP;
    return false;
  }
};

template <>
struct Cell<MonthDayNanos> : PlainCell<MonthDayNanos> {
  static std::shared_ptr<arrow::DataType> natural() { return arrow::month_day_nano_interval(); }
  static bool fits(const arrow::DataType& type) { return type.id() == arrow::Type::INTERVAL_MONTH_DAY_NANO; }
};

template <>
struct Cell<bool> {
  class Reader {
   public:
    explicit Reader(const arrow::Array& array) : array_(static_cast<const arrow::BooleanArray&>(array)) {}
    bool operator()(int64_t row) const { return array_.Value(row); }

   private:
    const arrow::BooleanArray& array_;
  };
  class Column {
   public:
    void reserve(int64_t rows) { check(values_.Reserve(rows)); }
    void append(bool value) {
      check(values_.Append(value));
      validity_.valid();
    }
    void append_null() {
      check(values_.Append(false));
      validity_.null();
    }
    int64_t length() const { return validity_.length(); }
    std::shared_ptr<arrow::ArrayData> finish(const std::shared_ptr<arrow::DataType>& type) {
      const int64_t length = validity_.length(), nulls = validity_.nulls();
      auto values = check(values_.Finish());
      return arrow::ArrayData::Make(type, length, {validity_.finish(), std::move(values)}, nulls);
    }

   private:
    arrow::TypedBufferBuilder<bool> values_;
    Validity validity_;
  };
  static std::shared_ptr<arrow::DataType> natural() { return arrow::boolean(); }
  static bool fits(const arrow::DataType& type) { return type.id() == arrow::Type::BOOL; }
  static int64_t bytes(bool) { return 1; }
};

template <>
struct Cell<arrow::Decimal128> {
  class Reader {
   public:
    explicit Reader(const arrow::Array& array) : array_(static_cast<const arrow::Decimal128Array&>(array)) {}
    arrow::Decimal128 operator()(int64_t row) const { return arrow::Decimal128(array_.GetValue(row)); }

   private:
    const arrow::Decimal128Array& array_;
  };
  using Bytes = std::array<uint8_t, 16>;
  class Column : public PlainCell<Bytes>::Column {
   public:
    void append(const arrow::Decimal128& value) { PlainCell<Bytes>::Column::append(value.ToBytes()); }
  };
  /// None: precision and scale have to be declared.
  static std::shared_ptr<arrow::DataType> natural() { return nullptr; }
  static bool fits(const arrow::DataType& type) { return type.id() == arrow::Type::DECIMAL128; }
  static int64_t bytes(const arrow::Decimal128&) { return 16; }
};

/// VARCHAR and what travels as text, and BLOB.
template <class Text>
struct TextCell {
  class Reader {
   public:
    explicit Reader(const arrow::Array& array) : array_(static_cast<const arrow::BinaryArray&>(array)) {}
    Text operator()(int64_t row) const { return Text(array_.GetView(row)); }

   private:
    const arrow::BinaryArray& array_;
  };
  class Column {
   public:
    void reserve(int64_t rows) { check(ends_.Reserve(rows + 1)); }
    void append(std::string_view value) {
      if (bytes_.length() + static_cast<int64_t>(value.size()) > INT32_MAX) throw std::length_error("The texts of one answer are longer than 2 GiB");
      start();
      check(bytes_.Append(value.data(), static_cast<int64_t>(value.size())));
      end();
      validity_.valid();
    }
    void append_null() {
      start();
      end();
      validity_.null();
    }
    int64_t length() const { return validity_.length(); }
    std::shared_ptr<arrow::ArrayData> finish(const std::shared_ptr<arrow::DataType>& type) {
      start();
      const int64_t length = validity_.length(), nulls = validity_.nulls();
      auto ends = check(ends_.Finish());
      auto bytes = check(bytes_.Finish());
      return arrow::ArrayData::Make(type, length, {validity_.finish(), std::move(ends), std::move(bytes)}, nulls);
    }

   private:
    void start() {
      if (ends_.length() == 0) check(ends_.Append(0));
    }
    void end() { check(ends_.Append(static_cast<int32_t>(bytes_.length()))); }
    arrow::TypedBufferBuilder<int32_t> ends_;
    arrow::BufferBuilder bytes_;
    Validity validity_;
  };
  static std::shared_ptr<arrow::DataType> natural() { return arrow::utf8(); }
  static bool fits(const arrow::DataType& type) { return type.id() == arrow::Type::STRING || type.id() == arrow::Type::BINARY; }
  static int64_t bytes(std::string_view value) { return static_cast<int64_t>(value.size()) + 4; }
};
template <>
struct Cell<std::string_view> : TextCell<std::string_view> {};
template <>
struct Cell<std::string> : TextCell<std::string> {};

/// A value that may be NULL.
template <class T>
struct Cell<std::optional<T>> {
  class Reader {
   public:
    explicit Reader(const arrow::Array& array) : array_(array), read_(array) {}
    std::optional<T> operator()(int64_t row) const { return array_.IsNull(row) ? std::nullopt : std::optional<T>(read_(row)); }

   private:
    const arrow::Array& array_;
    typename Cell<T>::Reader read_;
  };
  class Column : public Cell<T>::Column {
   public:
    void append(const std::optional<T>& value) { value ? Cell<T>::Column::append(*value) : Cell<T>::Column::append_null(); }
  };
  static std::shared_ptr<arrow::DataType> natural() { return Cell<T>::natural(); }
  static bool fits(const arrow::DataType& type) { return Cell<T>::fits(type); }
  static int64_t bytes(const std::optional<T>& value) { return value ? Cell<T>::bytes(*value) : 1; }
};

/// Reads a value inside a list, a struct or a map, where a NULL needs a type that can hold it.
template <class T>
T read_inner(const arrow::Array& array, const typename Cell<T>::Reader& read, int64_t row) {
  if constexpr (!is_optional<T>::value) {
    if (array.IsNull(row)) throw std::invalid_argument("NULL inside a value whose C++ type has no std::optional there");
  }
  return read(row);
}

template <class T>
struct Cell<std::vector<T>> {
  class Reader {
   public:
    explicit Reader(const arrow::Array& array) : lists_(static_cast<const arrow::ListArray&>(array)), items_(lists_.values()), read_(*items_) {}
    std::vector<T> operator()(int64_t row) const {
      std::vector<T> list;
      list.reserve(lists_.value_length(row));
      for (int64_t i = lists_.value_offset(row); i < lists_.value_offset(row + 1); ++i) list.push_back(read_inner<T>(*items_, read_, i));
      return list;
    }

   private:
    const arrow::ListArray& lists_;
    std::shared_ptr<arrow::Array> items_;
    typename Cell<T>::Reader read_;
  };
  class Column {
   public:
    void reserve(int64_t rows) { check(ends_.Reserve(rows + 1)); }
    void append(const std::vector<T>& list) {
      start();
      for (const auto& item : list) items_.append(item);
      end();
      validity_.valid();
    }
    void append_null() {
      start();
      end();
      validity_.null();
    }
    int64_t length() const { return validity_.length(); }
    std::shared_ptr<arrow::ArrayData> finish(const std::shared_ptr<arrow::DataType>& type) {
      start();
      const int64_t length = validity_.length(), nulls = validity_.nulls();
      auto ends = check(ends_.Finish());
      auto items = items_.finish(type->field(0)->type());
      return arrow::ArrayData::Make(type, length, {validity_.finish(), std::move(ends)}, {std::move(items)}, nulls);
    }

   private:
    void start() {
      if (ends_.length() == 0) check(ends_.Append(0));
    }
    void end() { check(ends_.Append(static_cast<int32_t>(items_.length()))); }
    arrow::TypedBufferBuilder<int32_t> ends_;
    typename Cell<T>::Column items_;
    Validity validity_;
  };
  static std::shared_ptr<arrow::DataType> natural() {
    auto item = Cell<T>::natural();
    return item ? arrow::list(std::move(item)) : nullptr;
  }
  static bool fits(const arrow::DataType& type) { return type.id() == arrow::Type::LIST && Cell<T>::fits(*type.field(0)->type()); }
  static int64_t bytes(const std::vector<T>& list) {
    int64_t total = 4;
    for (const auto& item : list) total += Cell<T>::bytes(item);
    return total;
  }
};

template <class T, size_t N>
struct Cell<std::array<T, N>> {
  class Reader {
   public:
    explicit Reader(const arrow::Array& array)
        : lists_(static_cast<const arrow::FixedSizeListArray&>(array)), items_(lists_.values()), read_(*items_) {}
    std::array<T, N> operator()(int64_t row) const {
      std::array<T, N> list;
      for (size_t i = 0; i < N; ++i) list[i] = read_inner<T>(*items_, read_, lists_.value_offset(row) + static_cast<int64_t>(i));
      return list;
    }

   private:
    const arrow::FixedSizeListArray& lists_;
    std::shared_ptr<arrow::Array> items_;
    typename Cell<T>::Reader read_;
  };
  class Column {
   public:
    void reserve(int64_t rows) { items_.reserve(rows * static_cast<int64_t>(N)); }
    void append(const std::array<T, N>& list) {
      for (const auto& item : list) items_.append(item);
      validity_.valid();
    }
    void append_null() {
      for (size_t i = 0; i < N; ++i) items_.append_null();
      validity_.null();
    }
    int64_t length() const { return validity_.length(); }
    std::shared_ptr<arrow::ArrayData> finish(const std::shared_ptr<arrow::DataType>& type) {
      const int64_t length = validity_.length(), nulls = validity_.nulls();
      auto items = items_.finish(type->field(0)->type());
      return arrow::ArrayData::Make(type, length, {validity_.finish()}, {std::move(items)}, nulls);
    }

   private:
    typename Cell<T>::Column items_;
    Validity validity_;
  };
  static std::shared_ptr<arrow::DataType> natural() {
    auto item = Cell<T>::natural();
    return item ? arrow::fixed_size_list(std::move(item), static_cast<int32_t>(N)) : nullptr;
  }
  static bool fits(const arrow::DataType& type) {
    return type.id() == arrow::Type::FIXED_SIZE_LIST && static_cast<const arrow::FixedSizeListType&>(type).list_size() == static_cast<int32_t>(N) &&
           Cell<T>::fits(*type.field(0)->type());
  }
  static int64_t bytes(const std::array<T, N>& list) {
    int64_t total = 0;
    for (const auto& item : list) total += Cell<T>::bytes(item);
    return total;
  }
};

template <class... T>
struct Cell<std::tuple<T...>> {
  using Indices = std::index_sequence_for<T...>;
  class Reader {
   public:
    explicit Reader(const arrow::Array& array) : Reader(static_cast<const arrow::StructArray&>(array), Indices{}) {}
    std::tuple<T...> operator()(int64_t row) const { return read(row, Indices{}); }

   private:
    template <size_t... I>
    Reader(const arrow::StructArray& array, std::index_sequence<I...>) : members_{array.field(I)...}, read_{typename Cell<T>::Reader(*members_[I])...} {}
    template <size_t... I>
    std::tuple<T...> read(int64_t row, std::index_sequence<I...>) const {
      return std::tuple<T...>{read_inner<T>(*members_[I], std::get<I>(read_), row)...};
    }
    std::array<std::shared_ptr<arrow::Array>, sizeof...(T)> members_;
    std::tuple<typename Cell<T>::Reader...> read_;
  };
  class Column {
   public:
    void reserve(int64_t rows) {
      std::apply([&](auto&... member) { (member.reserve(rows), ...); }, members_);
    }
    void append(const std::tuple<T...>& value) {
      append(value, Indices{});
      validity_.valid();
    }
    void append_null() {
      std::apply([](auto&... member) { (member.append_null(), ...); }, members_);
      validity_.null();
    }
    int64_t length() const { return validity_.length(); }
    std::shared_ptr<arrow::ArrayData> finish(const std::shared_ptr<arrow::DataType>& type) { return finish(type, Indices{}); }

   private:
    template <size_t... I>
    void append(const std::tuple<T...>& value, std::index_sequence<I...>) {
      (std::get<I>(members_).append(std::get<I>(value)), ...);
    }
    template <size_t... I>
    std::shared_ptr<arrow::ArrayData> finish(const std::shared_ptr<arrow::DataType>& type, std::index_sequence<I...>) {
      const int64_t length = validity_.length(), nulls = validity_.nulls();
      std::vector<std::shared_ptr<arrow::ArrayData>> members{std::get<I>(members_).finish(type->field(I)->type())...};
      return arrow::ArrayData::Make(type, length, {validity_.finish()}, std::move(members), nulls);
    }
    std::tuple<typename Cell<T>::Column...> members_;
    Validity validity_;
  };
  /// None: the members' names have to be declared.
  static std::shared_ptr<arrow::DataType> natural() { return nullptr; }
  static bool fits(const arrow::DataType& type) { return type.id() == arrow::Type::STRUCT && type.num_fields() == sizeof...(T) && fits(type, Indices{}); }
  static int64_t bytes(const std::tuple<T...>& value) {
    return std::apply([](const auto&... member) { return (Cell<std::decay_t<decltype(member)>>::bytes(member) + ... + 0); }, value);
  }

 private:
  template <size_t... I>
  static bool fits(const arrow::DataType& type, std::index_sequence<I...>) {
    return (Cell<T>::fits(*type.field(I)->type()) && ...);
  }
};

/// MAP: entries in their order. The same shape as a list of structs, save that neither entries nor keys are NULL.
template <class K, class V>
struct Cell<std::vector<std::pair<K, V>>> {
  using Entries = std::vector<std::pair<K, V>>;
  class Reader {
   public:
    explicit Reader(const arrow::Array& array)
        : maps_(static_cast<const arrow::MapArray&>(array)), keys_(maps_.keys()), items_(maps_.items()), read_key_(*keys_), read_item_(*items_) {}
    Entries operator()(int64_t row) const {
      Entries entries;
      for (int64_t i = maps_.value_offset(row); i < maps_.value_offset(row + 1); ++i)
        entries.emplace_back(read_key_(i), read_inner<V>(*items_, read_item_, i));
      return entries;
    }

   private:
    const arrow::MapArray& maps_;
    std::shared_ptr<arrow::Array> keys_, items_;
    typename Cell<K>::Reader read_key_;
    typename Cell<V>::Reader read_item_;
  };
  class Column {
   public:
    void reserve(int64_t rows) { entries_.reserve(rows); }
    void append(const Entries& entries) {
      std::vector<std::tuple<K, V>> list;
      list.reserve(entries.size());
      for (const auto& [key, item] : entries) list.emplace_back(key, item);
      entries_.append(list);
    }
    void append_null() { entries_.append_null(); }
    int64_t length() const { return entries_.length(); }
    std::shared_ptr<arrow::ArrayData> finish(const std::shared_ptr<arrow::DataType>& type) { return entries_.finish(type); }

   private:
    typename Cell<std::vector<std::tuple<K, V>>>::Column entries_;
  };
  static std::shared_ptr<arrow::DataType> natural() {
    auto key = Cell<K>::natural(), item = Cell<V>::natural();
    return key && item ? arrow::map(std::move(key), std::move(item)) : nullptr;
  }
  static bool fits(const arrow::DataType& type) {
    if (type.id() != arrow::Type::MAP) return false;
    const auto& map = static_cast<const arrow::MapType&>(type);
    return Cell<K>::fits(*map.key_type()) && Cell<V>::fits(*map.item_type());
  }
  static int64_t bytes(const Entries& entries) {
    int64_t total = 4;
    for (const auto& [key, item] : entries) total += Cell<K>::bytes(key) + Cell<V>::bytes(item);
    return total;
  }
};

}  // namespace arbalest::udf
