// Does each example of an agreement get the verdict it expects?
// Not here: promises, which speak of every action (analysis/).
#include <remit/analysis/examples.hpp>

#include <algorithm>
#include <utility>

#include <remit/analysis/foresee.hpp>

#include "../check/group.hpp"

namespace remit {
namespace {

std::string members_words(const executable& rules, view<party_id> members) {
  std::string words;
  for (party_id p : members) words.append(words.empty() ? "" : " or ").append(rules.parties[p.value].name);
  return words;
}

template <class Groups>
std::string groups_words(const executable& rules, const Groups& groups) {
  std::string words;
  for (view<party_id> members : groups) words.append(words.empty() ? "" : ", ").append(members_words(rules, members));
  return words;
}

party_set set_of(view<party_id> members) {
  party_set all;
  for (party_id p : members) all.insert(p.value);
  return all;
}

// Whether the verdict's groups are exactly the expected ones. `or above` may mean advisory parties or not, by its use.
template <class Groups>
bool exactly(const Groups& actual, const std::vector<checked::group>& expected, const executable& rules) {
  std::vector<party_set> left;
  for (view<party_id> members : actual) left.push_back(set_of(members));
  for (const auto& group : expected) {
    const auto found = std::find_if(left.begin(), left.end(), [&](const party_set& s) {
      return s == spell_out(group, rules.parties, party_use::decide).met_by ||
             s == spell_out(group, rules.parties, party_use::advise).met_by;
    });
    if (found == left.end()) return false;
    left.erase(found);
  }
  return left.empty();
}

bool meets(const checked::expectation& expected, const verdict& v, const checked::document& document) {
  const executable& rules = *v.rules();
  if (v.error() != input_error::none || v.outcome() != expected.outcome) return false;
  if (!expected.groups.empty()) {
    if (expected.outcome == outcome::escalate && !exactly(v.to(), expected.groups, rules)) return false;
    if (expected.outcome == outcome::consult && !exactly(v.consult(), expected.groups, rules)) return false;
  }
  if (expected.for_agreement && !exactly(v.approval(), expected.groups, rules)) return false;
  if (!expected.by_rule) return true;
  const std::string& rule = document.rules.at(expected.by_rule->value).name;
  for (const told_clause& c : v.clauses())
    if (c.rule == rule) return true;
  return false;
}

std::string rules_words(const verdict& v) {
  std::vector<std::string_view> names;
  for (const told_clause& c : v.clauses())
    if (std::find(names.begin(), names.end(), c.rule) == names.end()) names.push_back(c.rule);
  std::string words;
  for (std::string_view n : names) words.append(words.empty() ? "" : ", ").append("`").append(n).append("`");
  return words.empty() ? "no rule" : words;
}

}  // namespace

std::string verdict_words(const verdict& v) {
  const executable& rules = *v.rules();
  switch (v.outcome()) {
    case outcome::allow: return "allow";
    case outcome::escalate: return "escalate to " + groups_words(rules, v.to());
    case outcome::consult: {
      const bool all_agree = v.approval().size() == v.consult().size();
      return "consult " + groups_words(rules, v.consult()) + (all_agree ? " for agreement" : "");
    }
  }
  return {};
}

action action_of(const checked::example& example, const agreement& agreement) {
  action a{agreement, example.decision, example.by};
  for (const auto& [input, value] : example.slots) a.set_slot(input, value);
  for (const auto& [input, text] : example.texts) a.set(fact<std::string_view>{input}, text);
  for (party_id p : example.consulted) a.consulted(p);
  for (party_id p : example.approved) a.approved(p);
  return a;
}

std::vector<example_result> run_examples(const checked::document& document, const agreement& agreement) {
  std::vector<example_result> results;
  for (const auto& example : document.examples) {
    example_result r;
    r.example = &example;
    r.actual = foresee(agreement, action_of(example, agreement)).verdict;
    r.expected = example.expect.words;
    if (r.actual.error() != input_error::none) {
      r.problem = "the action of this example cannot be judged";
    } else {
      r.passed = meets(example.expect, r.actual, document);
      r.got = verdict_words(r.actual);
      if (example.expect.by_rule) r.got += " by " + rules_words(r.actual);
    }
    results.push_back(std::move(r));
  }
  return results;
}

void report_examples(const std::vector<example_result>& results, diagnostics& found) {
  for (const auto& r : results) {
    if (r.passed) continue;
    const std::string title = "`" + r.example->title + "`";
    if (!r.problem.empty()) {
      found.add(code::example_fails, r.example->expect.where, "example " + title + " fails: " + r.problem);
      continue;
    }
    found.add(code::example_fails, r.example->expect.where,
              "example " + title + " expects `" + r.expected + "` but gets `" + r.got + "`",
              "correct the example if it asks for the wrong thing, else the rules");
  }
}

}  // namespace remit
