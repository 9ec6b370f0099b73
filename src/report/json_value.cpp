// The tree is built from nlohmann's events, because those still know a number as it was written.
// Not here: recursion. Neither reading nor the bounds depend on the stack.
#include "json_value.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace remit::json {
namespace {

/// nlohmann's events as one tree. A handler that answers false ends the reading.
class builder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  explicit builder(std::size_t depth) : depth_{depth} {}

  bool null() { return put({}); }
  bool boolean(bool b) { return put({kind::boolean, b, {}, {}, {}}); }
  bool number_integer(number_integer_t n) { return put({kind::number, false, std::to_string(n), {}, {}}); }
  bool number_unsigned(number_unsigned_t n) { return put({kind::number, false, std::to_string(n), {}, {}}); }
  bool number_float(number_float_t, const string_t& digits) { return put({kind::number, false, digits, {}, {}}); }
  bool string(string_t& s) { return put({kind::string, false, std::move(s), {}, {}}); }
  bool binary(binary_t&) { return false; }
  bool start_object(std::size_t) { return open(kind::object); }
  bool start_array(std::size_t) { return open(kind::array); }
  bool key(string_t& name) {
    open_.back()->names.push_back(std::move(name));
    return true;
  }
  bool end_object() {
    const auto& names = open_.back()->names;
    sorted_.assign(names.begin(), names.end());
    std::sort(sorted_.begin(), sorted_.end());
    const auto twice = std::adjacent_find(sorted_.begin(), sorted_.end());
    if (twice != sorted_.end()) {
      problem_ = {fmt::format("`{}` stands twice", *twice), below(place(), *twice)};
      return false;
    }
    return end_array();
  }
  bool end_array() {
    open_.pop_back();
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& e) {
    std::string_view why = e.what();
    why.remove_prefix(std::min(why.find("] ") + 2, why.size()));
    constexpr std::string_view opening = "parse error at ";
    if (why.starts_with(opening)) why.remove_prefix(opening.size());
    problem_ = {fmt::format("this is not JSON: {}", why), {}};
    return false;
  }

  value take() { return std::move(root_); }
  fault problem() const { return problem_; }

 private:
  bool put(value v) {
    open_.empty() ? void(root_ = std::move(v)) : void(open_.back()->items.push_back(std::move(v)));
    return true;
  }
  bool open(kind k) {
    if (open_.size() == depth_) {
      problem_ = {fmt::format("nested deeper than {} levels", depth_), place()};
      return false;
    }
    put({k, false, {}, {}, {}});
    value& opened = open_.empty() ? root_ : open_.back()->items.back();
    if (k == kind::object) {
      opened.names.reserve(usual_members);
      opened.items.reserve(usual_members);
    }
    // An outer list does not grow while an inner one is open, so the addresses stay good.
    open_.push_back(&opened);
    return true;
  }
  // The pointer to the innermost open list or object.
  std::string place() const {
    std::string at;
    for (std::size_t i = 0; i + 1 < open_.size(); ++i) {
      const value& outer = *open_[i];
      at = outer.kind == kind::object ? below(at, outer.names.back()) : below(at, outer.items.size() - 1);
    }
    return at;
  }

  static constexpr std::size_t usual_members = 8;

  std::size_t depth_;
  value root_;
  std::vector<value*> open_;
  std::vector<std::string_view> sorted_;
  fault problem_;
};

}  // namespace

const value* value::member(std::string_view name) const {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? nullptr : &items[static_cast<std::size_t>(found - names.begin())];
}

parsed parse(std::string_view text, const bounds& within) {
  if (text.size() > within.bytes) return {std::nullopt, {fmt::format("longer than {} bytes", within.bytes), {}}};
  builder tree{within.depth};
  if (nlohmann::json::sax_parse(text.begin(), text.end(), &tree)) return {tree.take(), {}};
  return {std::nullopt, tree.problem()};
}

std::string_view name_of(kind k) noexcept {
  switch (k) {
    case kind::null: return "null";
    case kind::boolean: return "true or false";
    case kind::number: return "a number";
    case kind::string: return "a string";
    case kind::array: return "a list";
    case kind::object: return "an object";
  }
  return {};
}

std::string below(std::string_view at, std::string_view name) {
  std::string pointer = fmt::format("{}/", at);
  for (const char c : name) c == '~' ? pointer += "~0" : c == '/' ? pointer += "~1" : pointer += c;
  return pointer;
}

std::string below(std::string_view at, std::size_t index) { return fmt::format("{}/{}", at, index); }

}  // namespace remit::json
