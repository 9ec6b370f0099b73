// A record batch of Arrow made by hand, column by column, whose buffers live as long as it does.
// Not here: what becomes of it (arrow_test.cpp).
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include <remit/agreement/arrow.hpp>

namespace remit {

class record_batch {
 public:
  /// Cells of one width; the first `offset` of them are before the first row. `valid`: 1 or 0 a cell.
  template <class T>
  void cells(const std::string& name, const std::string& format, const std::vector<T>& values, const std::vector<int>& valid = {},
             std::int64_t offset = 0) {
    one& o = add(name, format, format.starts_with("d:") ? values.size() / 2 : values.size(), valid, offset);
    o.buffers.push_back(keep(o, values));
    column(close(o));
  }
  void yes_no(const std::string& name, const std::vector<int>& values, const std::vector<int>& valid = {}) {
    one& o = add(name, "b", values.size(), valid);
    o.buffers.push_back(bits(o, values));
    column(close(o));
  }
  void text(const std::string& name, const std::vector<std::string>& values, const std::vector<int>& valid = {}) {
    column(words(name, values, valid));
  }
  void coded(const std::string& name, const std::vector<std::int8_t>& codes, const std::vector<std::string>& names) {
    one& o = add(name, "c", codes.size(), {});
    o.buffers.push_back(keep(o, codes));
    one& d = words("", names, {});
    o.schema.dictionary = &d.schema;
    o.array.dictionary = &d.array;
    column(close(o));
  }
  void list(const std::string& name, const std::vector<std::int32_t>& ends, const std::vector<std::string>& members) {
    one& o = add(name, "+l", ends.size() - 1, {});
    o.buffers.push_back(keep(o, ends));
    one& m = words("item", members, {});
    o.schemas.push_back(&m.schema);
    o.arrays.push_back(&m.array);
    o.schema.n_children = o.array.n_children = 1;
    o.schema.children = o.schemas.data();
    o.array.children = o.arrays.data();
    column(close(o));
  }

  std::string bind_to(batch& b) {
    ArrowSchema schema{};
    ArrowArray array{};
    schema.format = "+s";
    schema.n_children = array.n_children = static_cast<std::int64_t>(schemas_.size());
    schema.children = schemas_.data();
    array.children = arrays_.data();
    array.length = static_cast<std::int64_t>(b.rows());
    return remit::bind(b, schema, array);
  }

 private:
  struct one {
    ArrowSchema schema{};
    ArrowArray array{};
    std::vector<const void*> buffers;
    std::vector<ArrowSchema*> schemas;
    std::vector<ArrowArray*> arrays;
    std::string format, name;
    std::deque<std::vector<char>> bytes;
  };

  template <class T>
  static const void* keep(one& o, const std::vector<T>& values) {
    auto& kept = o.bytes.emplace_back(values.size() * sizeof(T) + 1);
    std::copy_n(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T), kept.data());
    return kept.data();
  }
  static const void* bits(one& o, const std::vector<int>& of) {
    std::vector<std::uint8_t> packed(of.size() / 8 + 1);
    for (std::size_t i = 0; i < of.size(); ++i) packed[i / 8] = static_cast<std::uint8_t>(packed[i / 8] | of[i] << (i % 8));
    return keep(o, packed);
  }
  one& add(const std::string& name, const std::string& format, std::size_t cells, const std::vector<int>& valid,
           std::int64_t offset = 0) {
    one& o = all_.emplace_back();
    o.name = name;
    o.format = format;
    o.schema.format = o.format.c_str();
    o.schema.name = o.name.c_str();
    o.array.length = static_cast<std::int64_t>(cells) - offset;
    o.array.offset = offset;
    o.array.null_count = valid.empty() ? 0 : -1;
    o.buffers.push_back(valid.empty() ? nullptr : bits(o, valid));
    return o;
  }
  static one& close(one& o) {
    o.array.buffers = o.buffers.data();
    o.array.n_buffers = static_cast<std::int64_t>(o.buffers.size());
    return o;
  }
  one& words(const std::string& name, const std::vector<std::string>& values, const std::vector<int>& valid) {
    one& o = add(name, "u", values.size(), valid);
    std::vector<std::int32_t> ends{0};
    std::vector<char> joined;
    for (const auto& v : values) {
      joined.insert(joined.end(), v.begin(), v.end());
      ends.push_back(static_cast<std::int32_t>(joined.size()));
    }
    o.buffers.push_back(keep(o, ends));
    o.buffers.push_back(keep(o, joined));
    return close(o);
  }
  void column(one& o) {
    schemas_.push_back(&o.schema);
    arrays_.push_back(&o.array);
  }

  std::deque<one> all_;
  std::vector<ArrowSchema*> schemas_;
  std::vector<ArrowArray*> arrays_;
};

}  // namespace remit
