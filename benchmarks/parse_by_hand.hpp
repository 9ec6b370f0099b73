// A parser as a programmer writes one for speed: the rules of a made agreement, and nothing else of the language. No errors are
// told, none is recovered from, no word is judged: the floor under reading.
// Not here: reading agreements (grammar/).
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <remit/syntax/phrase.hpp>
#include <remit/syntax/tree.hpp>

namespace benchmarks {

class parse_by_hand {
 public:
  /// Reads from the pillar of `text` on, into the tree that remit reads of it. False where it finds what it does not know.
  static bool run(std::string_view text, remit::syntax::tree& into) {
    parse_by_hand p{text, into};
    return p.pillar();
  }

 private:
  using span = remit::span;
  using word = remit::syntax::word;
  using condition = remit::syntax::condition;

  parse_by_hand(std::string_view text, remit::syntax::tree& into)
      : first_{text.data()}, at_{text.data() + text.find("pillar ")}, last_{text.data() + text.size()}, tree_{into} {}

  span since(const char* begin) const {
    return {static_cast<std::uint32_t>(begin - first_), static_cast<std::uint32_t>(at_ - first_), 0};
  }
  void blanks() {
    while (at_ != last_ && (*at_ == ' ' || *at_ == '\n')) ++at_;
  }
  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }
  bool take(std::string_view what) {
    if (static_cast<std::size_t>(last_ - at_) < what.size() || std::memcmp(at_, what.data(), what.size()) != 0) return false;
    if (is_letter(what.back()) && at_ + what.size() != last_ && is_letter(at_[what.size()])) return false;
    at_ += what.size();
    return true;
  }
  bool next(std::string_view what) { return blanks(), take(what); }
  word name() {
    blanks();
    const char* const begin = at_;
    while (at_ != last_ && is_letter(*at_)) ++at_;
    return {{begin, static_cast<std::size_t>(at_ - begin)}, since(begin)};
  }
  bool title(remit::syntax::words& read) {
    blanks();
    const char* const begin = at_;
    if (at_ == last_ || *at_++ != '"') return false;
    const auto* const end = static_cast<const char*>(std::memchr(at_, '"', static_cast<std::size_t>(last_ - at_)));
    if (end == nullptr) return false;
    read.raw = {at_, static_cast<std::size_t>(end - at_)};
    at_ = end + 1;
    read.where = since(begin);
    return true;
  }

  // `KEYWORD NAME "TITLE"`
  template <class Statement>
  bool opening(std::string_view keyword, Statement& read) {
    const char* const begin = at_;
    if (!take(keyword)) return false;
    read.name = name();
    read.where = since(begin);
    return title(read.title);
  }

  bool pillar() {
    remit::syntax::pillar read;
    if (!opening("pillar", read) || !next("{")) return false;
    read.rules.first = size(tree_.rules);
    while (!next("}"))
      if (!rule()) return false;
    read.rules.count = size(tree_.rules) - read.rules.first;
    tree_.pillars.push_back(read);
    return true;
  }

  bool rule() {
    remit::syntax::rule read;
    if (!opening("rule", read) || !next("for")) return false;
    read.has_for = true;
    read.covers = {size(tree_.names), 1};
    tree_.names.push_back(name());
    if (!next("{")) return false;
    read.clauses = {size(tree_.clauses), 1};
    if (!clause() || !next("}")) return false;
    tree_.rules.push_back(read);
    return true;
  }

  bool clause() {
    remit::syntax::clause read;
    blanks();
    const char* const begin = at_;
    if (take("escalate")) {
      if (!next("to")) return false;
      read.kind = remit::syntax::clause_kind::escalate;
    } else if (!take("consult")) {
      return false;
    }
    const word party = name();
    read.choices = {size(tree_.choices), 1};
    tree_.choices.push_back({{size(tree_.members), 1}, party.where});
    tree_.members.push_back({party, false, party.where});
    if (!next("when") || !all_of(read.when)) return false;
    read.where = since(begin);
    tree_.clauses.push_back(read);
    return true;
  }

  bool all_of(std::uint32_t& node) {
    blanks();
    const char* const begin = at_;
    std::uint32_t one = 0;
    if (!part(one)) return false;
    node = one;
    const char* end = at_;
    for (std::uint32_t last = one; next("and"); end = at_) {
      if (!part(one)) return false;
      if (node == last) {
        condition all;
        all.kind = remit::syntax::condition_kind::all_of;
        all.first_child = node;
        node = kept(all);
      }
      tree_.conditions[last].next = one;
      last = one;
    }
    at_ = end;
    if (tree_.conditions[node].kind == remit::syntax::condition_kind::all_of) tree_.conditions[node].where = since(begin);
    return true;
  }

  bool part(std::uint32_t& node) {
    blanks();
    condition read;
    const char* const begin = at_;
    if (take("not")) {
      read.kind = remit::syntax::condition_kind::negation;
      if (!part(read.first_child)) return false;
      read.where = since(begin);
      node = kept(read);
      return true;
    }
    const word subject = name();
    if (subject.text.empty()) return false;
    const char* const end = at_;
    blanks();
    const char* const op = at_;
    if (take("over")) {
      read.op = remit::syntax::comparison::over;
    } else if (take("at")) {
      if (!next("most")) return false;
      read.op = remit::syntax::comparison::at_most;
    } else {
      at_ = end;
      read.subject = subject;
      read.where = subject.where;
      node = kept(read);
      return true;
    }
    read.kind = remit::syntax::condition_kind::compare;
    read.op_where = since(op);
    remit::syntax::operand left, right;
    left.first.kind = remit::syntax::term_kind::name;
    left.first.literal.raw = subject.text;
    left.first.literal.where = left.where = subject.where;
    if (!money(right.first.literal)) return false;
    right.where = right.first.where();
    read.left = size(tree_.operands);
    read.right = read.left + 1;
    tree_.operands.push_back(left);
    tree_.operands.push_back(right);
    read.where = since(begin);
    node = kept(read);
    return true;
  }

  bool money(remit::syntax::literal& read) {
    constexpr std::string_view pounds = "£";
    constexpr std::int64_t pence = 100, most_pounds = 1'000'000'000;
    blanks();
    const char* const begin = at_;
    if (!take(pounds)) return false;
    for (; at_ != last_ && *at_ >= '0' && *at_ <= '9' && read.amount < most_pounds; ++at_) read.amount = read.amount * 10 + (*at_ - '0');
    read.amount *= pence;
    read.kind = remit::syntax::literal_kind::money;
    read.currency = remit::money::pounds(0).currency;
    read.where = since(begin);
    read.raw = {begin, static_cast<std::size_t>(at_ - begin)};
    return true;
  }

  std::uint32_t kept(const condition& c) {
    tree_.conditions.push_back(c);
    return size(tree_.conditions) - 1;
  }
  template <class Rows>
  static std::uint32_t size(const Rows& rows) {
    return static_cast<std::uint32_t>(rows.size());
  }

  const char* const first_;
  const char* at_;
  const char* const last_;
  remit::syntax::tree& tree_;
};

/// Whether two trees hold the same rules: their names, places and words, and every condition's parts.
inline bool same_rules(const remit::syntax::tree& a, const remit::syntax::tree& b) {
  const auto same_span = [](const remit::span& x, const remit::span& y) { return x.begin == y.begin && x.end == y.end; };
  if (a.rules.size() != b.rules.size() || a.clauses.size() != b.clauses.size() || a.conditions.size() != b.conditions.size() ||
      a.operands.size() != b.operands.size() || a.members.size() < b.members.size())
    return false;
  for (std::size_t r = 0; r < a.rules.size(); ++r) {
    const auto &x = a.rules[r], &y = b.rules[r];
    if (x.name.text != y.name.text || x.title.raw != y.title.raw || !same_span(x.where, y.where) || !same_span(x.title.where, y.title.where) ||
        names_phrase(a, x.covers) != names_phrase(b, y.covers) || x.clauses.count != y.clauses.count)
      return false;
    for (std::uint32_t c = 0; c < x.clauses.count; ++c) {
      const auto &m = a.clauses[x.clauses.first + c], &n = b.clauses[y.clauses.first + c];
      if (phrase(a, m) != phrase(b, n) || !same_span(m.where, n.where)) return false;
      if (!same_span(a.conditions[m.when].where, b.conditions[n.when].where)) return false;
    }
  }
  return true;
}

}  // namespace benchmarks
