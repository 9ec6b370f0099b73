// What a change of an agreement does, in the terms of its own rules.
// Not here: what the rules then ask for.
#include <remit/analysis/amendment.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace remit {
namespace {

enum class found : std::uint8_t { no, yes, open };

template <class Thing>
const Thing* find(const std::vector<Thing>& things, const std::string& name) {
  const auto at = std::find_if(things.begin(), things.end(), [&](const Thing& t) { return t.name == name; });
  return at == things.end() ? nullptr : &*at;
}

class amending_action {
 public:
  amending_action(const compared& before, const compared& after, const comparison& change)
      : before_{before}, after_{after}, change_{change} {}

  found about(std::string_view fact) const {
    const std::size_t verb_end = fact.find(' ');
    const std::string_view verb = fact.substr(0, verb_end);
    const std::string name{verb_end == fact.npos ? std::string_view{} : fact.substr(verb_end + 1)};
    if (verb == "loosens") return some(direction::loosened, came("decision"));
    if (verb == "tightens") return some(direction::tightened, went("decision"));
    if (verb == "redirects") return some(direction::redirected, false);
    if (verb == "widens") return by(renamed("party", name), direction::loosened);
    if (verb == "narrows") return by(renamed("party", name), direction::tightened);
    return touches(name);
  }

 private:
  bool came(std::string_view kind) const {
    return std::any_of(change_.added.begin(), change_.added.end(), [&](const named_thing& t) { return t.kind == kind; });
  }
  bool went(std::string_view kind) const {
    return std::any_of(change_.removed.begin(), change_.removed.end(), [&](const named_thing& t) { return t.kind == kind; });
  }
  found settled(bool yes) const { return yes ? found::yes : change_.undecided.empty() ? found::no : found::open; }

  template <class Test>
  bool any_change(Test&& test) const {
    return std::any_of(change_.changes.begin(), change_.changes.end(), test);
  }
  found some(direction way, bool otherwise) const {
    return settled(otherwise || any_change([&](const difference& d) { return d.direction == way; }));
  }
  found by(const std::string& party, direction way) const {
    return settled(any_change([&](const difference& d) { return d.by == party && d.direction == way; }));
  }

  /// What an old name is called in the new agreement.
  std::string renamed(std::string_view kind, const std::string& name) const {
    for (const renamed_thing& r : change_.renamed)
      if (r.from == name && (kind.empty() || r.kind == kind || (kind == "party" && r.kind == "role"))) return r.to;
    return name;
  }

  /// Added, removed, renamed, reworded, given another figure; of a decision, its class or a party: some verdict changes; of
  /// a rule, its pillar or anything else: what it says changes.
  found touches(const std::string& name) const {
    const std::string now = renamed("", name);
    const auto is = [&](const std::string& other) { return other == name || other == now; };
    const auto named = [&](const auto& things) { return std::any_of(things.begin(), things.end(), [&](const auto& t) { return is(t.name); }); };
    if (named(change_.added) || named(change_.removed) || named(change_.figures) || named(change_.wording) || now != name)
      return found::yes;
    if (any_change([&](const difference& d) { return is(d.decision) || is(d.by) || is(class_of(d.decision)); })) return found::yes;
    if (class_differs(name)) return found::yes;
    if (rule_differs(name, now) || pillar_differs(name, now)) return found::yes;
    return settled(any_change([&](const difference& d) { return acts(d.old_rules, name) || acts(d.new_rules, now); }));
  }

  std::string class_of(const std::string& decision) const {
    for (const auto& d : after_.document.decisions)
      if (d.name == decision) return after_.document.classes.at(d.in.value).name;
    return {};
  }
  /// Whether a decision came into the class, or left it.
  bool class_differs(const std::string& name) const {
    const auto among = [&](const std::vector<named_thing>& things, const checked::document& d) {
      return std::any_of(things.begin(), things.end(), [&](const named_thing& t) {
        const auto* decision = t.kind == "decision" ? find(d.decisions, t.name) : nullptr;
        return decision != nullptr && d.classes.at(decision->in.value).name == name;
      });
    };
    return among(change_.added, after_.document) || among(change_.removed, before_.document);
  }
  /// Whether a clause of the rule fired on one side only.
  static bool acts(const std::vector<fired_clause>& clauses, const std::string& rule) {
    return std::any_of(clauses.begin(), clauses.end(), [&](const fired_clause& c) { return !c.on_both_sides && c.told.rule == rule; });
  }

  static std::vector<std::string> clauses_of(const checked::rule& r) {
    std::vector<std::string> all;
    for (const auto& c : r.clauses) all.push_back((c.then ? "then " : "") + c.words);
    std::sort(all.begin(), all.end());
    return all;
  }
  static std::vector<std::string> decisions_of(const checked::rule& r, const checked::document& d) {
    std::vector<std::string> all;
    for (const decision_id id : r.covers) all.push_back(d.decisions[id.value].name);
    std::sort(all.begin(), all.end());
    return all;
  }
  bool differ(const checked::rule& was, const checked::rule& is) const {
    return clauses_of(was) != clauses_of(is) || was.everywhere != is.everywhere || was.statutory != is.statutory ||
           decisions_of(was, before_.document) != decisions_of(is, after_.document) || was.effective.from != is.effective.from ||
           was.effective.to != is.effective.to;
  }
  bool rule_differs(const std::string& name, const std::string& now) const {
    const auto* was = find(before_.document.rules, name);
    const auto* is = find(after_.document.rules, now);
    return was != nullptr && is != nullptr && differ(*was, *is);
  }
  bool pillar_differs(const std::string& name, const std::string& now) const {
    const auto* was = find(before_.document.pillars, name);
    const auto* is = find(after_.document.pillars, now);
    if (was == nullptr || is == nullptr) return false;
    if (was->rules.size() != is->rules.size()) return true;
    return std::any_of(was->rules.begin(), was->rules.end(), [&](rule_id r) {
      const std::string& rule = before_.document.rules[r.value].name;
      return touches(rule) == found::yes;
    });
  }

  const compared& before_;
  const compared& after_;
  const comparison& change_;
};

}  // namespace

action amendment(const agreement& under, const compared& before, const compared& after, const comparison& change,
                 decision_id decision, party_id by) {
  constexpr std::string_view about = "amendment ";
  const amending_action does{before, after, change};
  action a{under, decision, by};
  const auto& inputs = under.rules().inputs;
  for (std::uint32_t i = 0; i < inputs.size(); ++i) {
    if (!inputs[i].name.starts_with(about)) continue;
    const found f = does.about(inputs[i].name.substr(about.size()));
    if (f != found::open) a.set_slot(input_id{i}, f == found::yes ? 1 : 0);
  }
  return a;
}

}  // namespace remit
