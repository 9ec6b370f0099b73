// What a failing comparison with the oracle shows.
// Not here: comparing (told.cpp).
#include "support/disagreement.hpp"

#include <cstdlib>
#include <utility>

#include <remit/check/lower.hpp>

#include "support/print.hpp"
#include "support/told.hpp"

namespace remit::agree {
namespace {

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

/// Keeps `change` where the two still differ after it.
template <class Change>
bool keeps(checked::document& d, oracle::action& a, const comparison& compare, Change change) {
  checked::document smaller = d;
  oracle::action action = a;
  if (!change(smaller, action)) return false;
  generate::tell_words(smaller);
  if (compare(smaller, action).empty()) return false;
  d = std::move(smaller);
  a = std::move(action);
  return true;
}

bool shrink_once(checked::document& d, oracle::action& a, const comparison& compare) {
  for (std::size_t r = 0; r < d.rules.size(); ++r)
    for (std::size_t c = 0; c < d.rules[r].clauses.size(); ++c) {
      const auto clause = [r, c](checked::document& in) -> checked::clause& { return in.rules[r].clauses[c]; };
      const auto erase = [&](checked::document& in, oracle::action&) {
        auto& clauses = in.rules[r].clauses;
        clauses.erase(clauses.begin() + static_cast<std::ptrdiff_t>(c));
        return true;
      };
      const auto drop_when = [&](checked::document& in, oracle::action&) {
        return std::exchange(clause(in).when, std::nullopt).has_value();
      };
      const auto drop_unless = [&](checked::document& in, oracle::action&) {
        return std::exchange(clause(in).unless, std::nullopt).has_value();
      };
      const auto simplify = [&](checked::document& in, oracle::action&) {
        auto& when = clause(in).when;
        if (!when || when->children.empty()) return false;
        checked::condition child = when->children.front();
        when = std::move(child);
        return true;
      };
      const auto drop_despite = [&](checked::document& in, oracle::action&) {
        return !std::exchange(clause(in).despite, {}).empty();
      };
      if (keeps(d, a, compare, erase) || keeps(d, a, compare, drop_when) || keeps(d, a, compare, drop_unless) ||
          keeps(d, a, compare, simplify) || keeps(d, a, compare, drop_despite))
        return true;
    }
  const auto nobody_approved = [](checked::document&, oracle::action& of) { return !std::exchange(of.approved, {}).empty(); };
  const auto nobody_consulted = [](checked::document&, oracle::action& of) { return !std::exchange(of.consulted, {}).empty(); };
  return keeps(d, a, compare, nobody_approved) || keeps(d, a, compare, nobody_consulted);
}

std::string text_of(const checked::document& d, const told& got) {
  std::string out = generate::text_of(d, got.verdict) + "  clauses";
  for (const auto& [rule, words] : got.clauses) out += "\n    " + rule + ": " + words;
  return out + "\n" + got.problem;
}

}  // namespace

std::string answer(const checked::document& d, const oracle::action& a, const agreement& under) {
  return text_of(d, engine{d, under}.ask(a));
}

std::string compare_evaluator(const checked::document& d, const oracle::action& a) {
  const auto expected = oracle::decide(d, a);
  if (!expected) return {};
  const told got = engine{d, lower(d)}.ask(a);
  bool complete = true;
  for (std::uint32_t i = 0; i < d.inputs.size(); ++i)
    complete = complete && (d.inputs[i].standard || a.inputs.count(i) != 0);
  return complete ? difference(d, *expected, got) : unsoundness(d, *expected, got);
}

std::string report(std::uint64_t seed, checked::document d, oracle::action a, const comparison& compare) {
  std::string out = "seed " + std::to_string(seed) + ": " + compare(d, a) + "\n";
  if (compare(d, a).empty()) out += "(no difference when asked alone)\n";
  const checked::document whole = d;
  generate::tell_words(d);
  if (compare(d, a).empty()) d = whole;
  for (int steps = 0; steps < 200 && shrink_once(d, a, compare); ++steps) {}
  out += "shrunk, it differs in: " + compare(d, a) + "\n\n" + generate::text_of(d) + "\n" + generate::text_of(d, a);
  if (const auto expected = oracle::decide(d, a)) out += "\noracle: " + generate::text_of(d, *expected);
  return out + "\nevaluator: " + answer(d, a, lower(d)) + "\n";
}

std::uint64_t as_many_as(std::uint64_t basic) { return basic * from_environment("REMIT_AGREE_TIMES", 1); }

std::uint64_t seed_of(std::uint64_t test, std::uint64_t n) {
  return (from_environment("REMIT_AGREE_SEED", 0) << 48) + (test << 40) + n;
}

}  // namespace remit::agree
