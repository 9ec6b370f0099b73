// One mistake, one message: a good agreement with one word left out or misspelt.
// Not here: what the messages say (agreements_test.cpp).
#include <cctype>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <remit/analysis/load.hpp>

#include "support/catch.hpp"

using namespace remit;

namespace {

std::string good_agreement() {
  std::ifstream in{std::string{REMIT_SOURCE_DIR} + "/tests/agreements/whole/good/harbour.remit", std::ios::binary};
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

/// Words, texts, amounts and signs; where each begins and ends.
std::vector<std::pair<std::size_t, std::size_t>> tokens_of(const std::string& text) {
  const auto is_digit = [&](std::size_t i) { return i < text.size() && std::isdigit(static_cast<unsigned char>(text[i])) != 0; };
  const auto is_inside = [&](std::size_t i) {
    const char c = text[i];
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || (c & 0x80) != 0) return true;
    return (c == '-' || c == ',' || c == '.') && is_digit(i - 1) && is_digit(i + 1);
  };
  std::vector<std::pair<std::size_t, std::size_t>> all;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    if (text[at] == '"') end = text.find('"', at + 1) + 1;
    while (is_inside(at) && end < text.size() && is_inside(end)) ++end;
    if (text[at] != ' ' && text[at] != '\n') all.emplace_back(at, end);
    at = end;
  }
  return all;
}

/// How many findings of a changed text say that something is wrong with it.
std::size_t complaints(std::string text) {
  std::size_t count = 0;
  for (const diagnostic& d : load_text(std::move(text), "test.remit").diagnostics())
    if (d.severity() != severity::info && d.code != code::example_fails) ++count;
  return count;
}

/// At most one change in a hundred may bring two complaints, and none more.
template <class Change>
void expect_one_complaint_each(Change change) {
  const std::string text = good_agreement();
  std::size_t changes = 0, twice = 0;
  for (const auto& [begin, end] : tokens_of(text)) {
    std::string changed = text;
    if (!change(changed, begin, end)) continue;
    ++changes;
    const std::size_t count = complaints(changed);
    INFO("`" << text.substr(begin, end - begin) << "` at byte " << begin);
    CHECK(count <= 2);
    if (count == 2) ++twice;
  }
  CHECK(changes > 100);
  CHECK(twice * 100 <= changes);
}

}  // namespace

TEST_CASE("a word left out brings one complaint", "[check]") {
  expect_one_complaint_each([](std::string& text, std::size_t begin, std::size_t end) {
    text.erase(begin, end - begin);
    return begin != 0;
  });
}

TEST_CASE("a misspelt word brings one complaint", "[check]") {
  expect_one_complaint_each([](std::string& text, std::size_t begin, std::size_t end) {
    if (end - begin < 5 || std::isalpha(static_cast<unsigned char>(text[begin])) == 0 || text[begin + 2] == text[begin + 3])
      return false;
    std::swap(text[begin + 2], text[begin + 3]);
    return true;
  });
}
