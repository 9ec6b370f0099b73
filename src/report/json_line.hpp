// JSON written straight into one line of text, member by member: no tree is built first.
// Not here: what is written (json.cpp); layouts over several lines, which are of a tree (as_json.hpp).
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace remit {

class json_line {
 public:
  /// With room for a verdict and its explanation.
  json_line() { out_.reserve(2048); }

  /// The name of the member whose value comes next.
  json_line& member(std::string_view name) {
    text(name);
    out_ += ':';
    return *this;
  }
  /// A string. Bytes that are not UTF-8 become the replacement character.
  void text(std::string_view value);
  void text_or_null(std::string_view value) { value.empty() ? word("null") : text(value); }
  /// `true`, `null`, a number: as it stands.
  void word(std::string_view value) {
    separate();
    out_ += value;
  }
  void truth(bool value) { word(value ? "true" : "false"); }

  /// `[…]` or `{…}` around what `inside()` writes.
  template <class Inside>
  void list(Inside&& inside) {
    around('[', ']', inside);
  }
  template <class Inside>
  void object(Inside&& inside) {
    around('{', '}', inside);
  }

  std::string take() && { return std::move(out_); }

 private:
  template <class Inside>
  void around(char open, char close, Inside& inside) {
    separate();
    out_ += open;
    inside();
    out_ += close;
  }
  /// A comma, but at the beginning and behind a name or an opening.
  void separate() {
    if (out_.empty()) return;
    const char before = out_.back();
    if (before != '{' && before != '[' && before != ':') out_ += ',';
  }

  std::string out_;
};

}  // namespace remit
