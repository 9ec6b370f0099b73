// Holds remit.ebnf against the reader: what the page allows is read, and both know the same words.
// Not here: what the page forbids (complaint_test).
#include "ebnf.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include "reading.hpp"
#include "support/catch.hpp"

namespace remit::test {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

const std::filesystem::path grammar = std::filesystem::path{REMIT_SOURCE_DIR} / "grammar";

std::string pick(const std::vector<std::string>& from, std::mt19937& random) { return from[random() % from.size()]; }

std::string terminal(const std::string& name, std::mt19937& random) {
  if (name == "NAME") return pick({"alpha", "beta", "gamma_2", "money", "case", "last", "note"}, random);
  if (name == "WORD") return pick({"foster", "none", "over", "for", "is", "when", "case"}, random);
  if (name == "TEXT") return pick({"\"\"", "\"a b\"", "\"\\\"x\\\" \\\\\"", "\"two\n   lines\"", "\"Zoë\""}, random);
  if (name == "MONEY") return pick({"£5", "£1,500.50", "€20", "$0.99", "1500 GBP", "1,500.25 EUR"}, random);
  if (name == "NUMBER") return pick({"0", "12", "1,200", "0.5", "1234.5678"}, random);
  if (name == "NEGATIVE") return pick({"-5", "-£5", "£-5", "-3 days"}, random);
  if (name == "COUNT") return pick({"1", "12", "1,200"}, random);
  if (name == "DATE") return pick({"2026-04-01", "2024-02-29"}, random);
  if (name == "CODE") return pick({"GBP", "EUR"}, random);
  FAIL("no such terminal: " << name);
  return {};
}

}  // namespace

ebnf::ebnf(std::string_view text) : rest_{text} {
  while (!peek().empty()) {
    const std::string name = next();
    REQUIRE(next() == "=");
    REQUIRE(productions_.emplace(name, choice()).second);
    REQUIRE(next() == ";");
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (const auto& [name, node] : productions_) {
      const int depth = std::min(1 + least_depth(node), 1000);
      const auto [known, added] = depths_.try_emplace(name, depth);
      if (!added && known->second <= depth) continue;
      known->second = depth;
      changed = true;
    }
  }
}

std::string ebnf::peek() {
  const std::string_view before = rest_;
  const std::string token = next();
  rest_ = before;
  return token;
}

std::string ebnf::next() {
  for (;;) {
    while (!rest_.empty() && std::isspace(static_cast<unsigned char>(rest_.front()))) rest_.remove_prefix(1);
    if (!rest_.starts_with("(*")) break;
    rest_.remove_prefix(rest_.find("*)") + 2);
  }
  if (rest_.empty()) return {};
  std::size_t size = 1;
  if (rest_.front() == '"')
    size = rest_.find('"', 1) + 1;
  else
    while (size < rest_.size() && std::isalpha(static_cast<unsigned char>(rest_.front())) &&
           std::isalpha(static_cast<unsigned char>(rest_[size])))
      ++size;
  std::string token{rest_.substr(0, size)};
  rest_.remove_prefix(size);
  return token;
}

ebnf_node ebnf::choice() {
  ebnf_node node{ebnf_kind::choice, {}, {sequence()}};
  while (peek() == "|") next(), node.parts.push_back(sequence());
  return node;
}

ebnf_node ebnf::sequence() {
  ebnf_node node{ebnf_kind::sequence, {}, {}};
  for (std::string token = peek(); token.size() > 1 || (token.find_first_of(";|)]}>") == token.npos); token = peek())
    node.parts.push_back(part());
  return node;
}

ebnf_node ebnf::part() {
  const std::string token = next();
  const auto group = [&](ebnf_kind kind, const char* close) {
    ebnf_node node = choice();
    REQUIRE(next() == close);
    if (kind == ebnf_kind::any_order) return ebnf_node{kind, {}, node.parts};
    return ebnf_node{kind, {}, {node}};
  };
  if (token == "(") return group(ebnf_kind::sequence, ")");
  if (token == "[") return group(ebnf_kind::optional, "]");
  if (token == "{") return group(ebnf_kind::repeated, "}");
  if (token == "<") return group(ebnf_kind::any_order, ">");
  if (token.front() == '"') {
    words_.insert(token.substr(1, token.size() - 2));
    return {ebnf_kind::word, token.substr(1, token.size() - 2), {}};
  }
  const bool capitals = std::isupper(static_cast<unsigned char>(token.front())) != 0;
  if (!capitals) used_.insert(token);
  return {capitals ? ebnf_kind::terminal : ebnf_kind::production, token, {}};
}

int ebnf::least_depth(const ebnf_node& n) const {
  int least = n.kind == ebnf_kind::choice ? 1000 : 0;
  switch (n.kind) {
    case ebnf_kind::production: return depths_.count(n.text) ? depths_.at(n.text) : 1000;
    case ebnf_kind::sequence:
      for (const auto& part : n.parts) least = std::max(least, least_depth(part));
      return least;
    case ebnf_kind::choice:
      for (const auto& part : n.parts) least = std::min(least, least_depth(part));
      return least;
    default: return 0;
  }
}

void ebnf::say(const ebnf_node& n, int depth, std::mt19937& random, std::string& into) const {
  const bool grow = depth > 0;
  switch (n.kind) {
    case ebnf_kind::word:
    case ebnf_kind::terminal:
      into += (random() % 8 == 0 ? "\n" : " ") + (n.kind == ebnf_kind::word ? n.text : terminal(n.text, random));
      return;
    case ebnf_kind::production: return say(productions_.at(n.text), depth - 1, random, into);
    case ebnf_kind::sequence:
      for (const auto& part : n.parts) say(part, depth, random, into);
      return;
    case ebnf_kind::choice: {
      std::vector<const ebnf_node*> fits;
      for (const auto& part : n.parts)
        if (least_depth(part) < std::max(depth, least_depth(n) + 1)) fits.push_back(&part);
      return say(*fits[random() % fits.size()], depth, random, into);
    }
    case ebnf_kind::optional:
      if (grow && random() % 2) say(n.parts[0], depth, random, into);
      return;
    case ebnf_kind::repeated:
      for (auto times = grow ? random() % 4 : 0; times != 0; --times) say(n.parts[0], depth, random, into);
      return;
    case ebnf_kind::any_order: {
      std::vector<const ebnf_node*> parts;
      for (const auto& part : n.parts) parts.push_back(&part);
      std::shuffle(parts.begin(), parts.end(), random);
      for (const ebnf_node* part : parts)
        if (grow && random() % 2) say(*part, depth, random, into);
      return;
    }
  }
}

std::string ebnf::sentence(const std::string& production, int depth, std::mt19937& random) const {
  std::string text;
  say({ebnf_kind::production, production, {}}, depth, random, text);
  return text;
}

TEST_CASE("what the page allows is read", "[grammar][ebnf]") {
  const ebnf page{read_file(grammar / "remit.ebnf")};
  std::mt19937 random{20261121};
  for (int i = 0; i < 60; ++i) {
    const std::string text = page.sentence("file", 12, random);
    const reading r{text};
    if (r.found.empty()) continue;
    FAIL_CHECK(r.findings() << "\nin\n" << text);
    break;
  }
  for (int i = 0; i < 1000; ++i) {
    const std::string text = page.sentence("opening", 8, random) + page.sentence("statement", 14, random);
    const reading r{text};
    if (r.found.empty()) continue;
    FAIL_CHECK(r.findings() << "\nin\n" << text);
    break;
  }
}

TEST_CASE("the page and the rules know the same words", "[grammar][ebnf]") {
  const ebnf page{read_file(grammar / "remit.ebnf")};
  // Read by parsers of their own: braces and the two built-in names.
  std::set<std::string> rules{"{", "}", "today", "rights"};
  const std::regex word{"\"([^\"\\s]+)\"_[ws]"};
  for (const auto& file : std::filesystem::directory_iterator{grammar}) {
    if (file.path().extension() != ".cpp" && file.path().extension() != ".hpp") continue;
    const std::string text = read_file(file.path());
    for (std::sregex_iterator it{text.begin(), text.end(), word}, end; it != end; ++it) rules.insert((*it)[1]);
  }
  for (const std::string& w : page.words()) {
    INFO(w);
    CHECK(rules.count(w) == 1);
  }
  for (const std::string& w : rules) {
    INFO(w);
    CHECK(page.words().count(w) == 1);
  }
}

TEST_CASE("every production of the page is declared and used", "[grammar][ebnf]") {
  const ebnf page{read_file(grammar / "remit.ebnf")};
  for (const std::string& name : page.used()) {
    INFO(name);
    CHECK(page.productions().count(name) == 1);
  }
  for (const auto& [name, node] : page.productions()) {
    INFO(name);
    CHECK((name == "file" || page.used().count(name) == 1));
  }
}

}  // namespace remit::test
