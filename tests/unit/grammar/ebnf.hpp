// remit.ebnf as data: its productions read, and random sentences made of them.
// Not here: whether the reader takes them.
#pragma once

#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace remit::test {

enum class ebnf_kind { word, terminal, production, sequence, choice, optional, repeated, any_order };

struct ebnf_node {
  ebnf_kind kind = ebnf_kind::sequence;
  std::string text;
  std::vector<ebnf_node> parts;
};

class ebnf {
 public:
  explicit ebnf(std::string_view text);

  const std::map<std::string, ebnf_node>& productions() const { return productions_; }
  const std::set<std::string>& words() const { return words_; }
  /// Productions that another refers to.
  const std::set<std::string>& used() const { return used_; }
  /// A random sentence of a production; below `depth` it grows no further than it must.
  std::string sentence(const std::string& production, int depth, std::mt19937& random) const;

 private:
  ebnf_node choice();
  ebnf_node sequence();
  ebnf_node part();
  std::string next();
  std::string peek();
  int least_depth(const ebnf_node& n) const;
  void say(const ebnf_node& n, int depth, std::mt19937& random, std::string& into) const;

  std::string_view rest_;
  std::map<std::string, ebnf_node> productions_;
  std::set<std::string> words_, used_;
  std::map<std::string, int> depths_;
};

}  // namespace remit::test
