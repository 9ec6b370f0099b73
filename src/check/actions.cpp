// Examples resolved: an action, completed line by line, and the verdict it should get.
// Not here: whether it gets it (examples.cpp).
#include <algorithm>
#include <array>
#include <utility>

#include <remit/core/spelling.hpp>
#include <remit/core/wording.hpp>
#include <remit/syntax/phrase.hpp>

#include "clauses.hpp"
#include "kinds.hpp"
#include "pass.hpp"
#include "values.hpp"

namespace remit::checking {
namespace {

constexpr std::int64_t day = duration::minutes_a_day;

class completing {
 public:
  completing(pass& p, const scope& s, const syntax::example& written) : p_{p}, s_{s}, written_{written} {}

  void run() {
    made_.title = syntax::text_of(written_.title);
    made_.where = written_.where;
    check_complete();
    take_decision();
    if (const auto by = party(written_.by, "does not propose decisions")) made_.by = *by;
    if (written_.has_expect) {
      const std::size_t before = p_.found.size();
      take_expectation();
      if (p_.found.size() > before) spoilt_ = written_.expect_where;
    }
    for (std::uint32_t i = 0; i < written_.circumstances.count; ++i) {
      const syntax::circumstance& c = s_.tree->circumstances[written_.circumstances.first + i];
      if (is_misread(c)) continue;
      const std::size_t before = p_.found.size();
      take(c);
      if (p_.found.size() > before) spoilt_ = c.where;
    }
    check_last_times();
    p_.out.examples.push_back(std::move(made_));
  }

 private:
  void check_complete() {
    if (has_syntax_error_) return;
    const std::string which = "the example " + ticked(made_.title) + " does not say ";
    if (!written_.decision)
      p_.report(code::incomplete_example, written_.title.where, which + "which decision it is about",
                "add `decision NAME by PARTY`");
    else if (!written_.by)
      p_.report(code::incomplete_example, written_.title.where, which + "who proposes the decision",
                "write `decision NAME by PARTY`");
    if (!written_.has_expect && !misspelt_expect())
      p_.report(code::incomplete_example, written_.title.where, which + "what it expects",
                "add `expect allow`, `expect consult …` or `expect escalate …`");
  }

  /// A line that begins with something like `expect` is read as a fact; it is reported here.
  bool misspelt_expect() {
    for (std::uint32_t i = 0; i < written_.circumstances.count; ++i) {
      const syntax::circumstance& c = s_.tree->circumstances[written_.circumstances.first + i];
      if (c.kind != syntax::circumstance_kind::fact || !is_like_expect(c.name.text)) continue;
      p_.report(code::incomplete_example, c.name.where, "the example " + ticked(made_.title) + " does not say what it expects",
                "did you mean `expect`?");
      spoilt_ = c.name.where;
      return true;
    }
    return false;
  }
  bool is_like_expect(std::string_view word) {
    return find(p_, s_, word) == nullptr && !nearest(word, std::array<std::string_view, 1>{"expect"}).empty();
  }

  /// Lines are read in pairs of words: behind a mistake the words of a line pair up as nobody meant them.
  bool is_misread(const syntax::circumstance& c) const {
    const bool is_pair = c.kind == syntax::circumstance_kind::fact || c.kind == syntax::circumstance_kind::ritual;
    if (is_pair && has_syntax_error_) return true;
    return spoilt_.end != 0 && c.where.end > spoilt_.begin &&
           p_.sources->start_of(c.where).line == p_.sources->start_of(spoilt_).line;
  }

  // What no class declares is an example of what is outside, unless it looks like a slip or names something else.
  void take_decision() {
    const syntax::word& name = written_.decision;
    made_.decision_name = name.text;
    const bool is_known = find(p_, s_, name.text) != nullptr || p_.names.by_name.contains(name.text);
    if (!is_known && nearest_name(p_, s_, name.text, a_decision) == nullptr) return;
    if (const symbol* decision = resolve(p_, s_, name, a_decision)) made_.decision = decision_id{decision->number};
  }

  std::optional<party_id> party(const syntax::word& name, std::string_view role_cannot) {
    symbol* found = resolve(p_, s_, name, a_party);
    if (found == nullptr) return std::nullopt;
    found->used = true;
    if (found->kind == named::role && !role_cannot.empty()) {
      report_role(p_, *found, name.where, role_cannot);
      return std::nullopt;
    }
    return party_id{found->number};
  }

  void take(const syntax::circumstance& c) {
    switch (c.kind) {
      case syntax::circumstance_kind::on:
        if (const auto on = day_of(c.date); on && is_first("on", "the date", c.where)) {
          made_.slots.emplace_back(input_id{0}, on->days() * day);
          on_ = on;
        }
        return;
      case syntax::circumstance_kind::consulted: return take_parties(c, "", made_.consulted);
      case syntax::circumstance_kind::approved: return take_parties(c, "cannot approve", made_.approved);
      case syntax::circumstance_kind::fact: return take_fact(c);
      case syntax::circumstance_kind::ritual: return take_ritual(c);
      case syntax::circumstance_kind::amendment: return take_amendment(c);
    }
  }

  void take_parties(const syntax::circumstance& c, std::string_view role_cannot, std::vector<party_id>& into) {
    for (const syntax::word& name : distinct_names(p_, s_, c.parties)) {
      const auto found = party(name, role_cannot);
      if (!found) continue;
      if (std::find(into.begin(), into.end(), *found) != into.end())
        p_.report(code::repeated_item, name.where, ticked(name.text) + " stands twice in this example");
      else
        into.push_back(*found);
    }
  }

  void take_fact(const syntax::circumstance& c) {
    const symbol* known = find(p_, s_, c.name.text);
    const bool is_ritual = known != nullptr && known->kind == named::ritual;
    const symbol* fact =
        resolve(p_, s_, c.name, a_fact, is_ritual ? "write `" + std::string{c.name.text} + " last on DATE`" : "");
    if (fact == nullptr || !is_first(c.name.text, ticked(c.name.text), c.name.where)) return;
    const checked::input& input = p_.out.inputs[fact->number];
    const auto value = value_of(p_, s_, input, c.value, {});
    if (!value) return;
    if (input.kind == input_kind::text)
      made_.texts.emplace_back(input_id{fact->number}, value->text);
    else
      made_.slots.emplace_back(input_id{fact->number}, value->slot);
  }

  /// Each name of a list gets the value.
  void take_amendment(const syntax::circumstance& c) {
    std::vector<std::uint32_t> facts;
    if (c.parties.count == 0) facts.push_back(amendment_fact(p_, c.name.text, {}));
    for (const syntax::word& name : distinct_names(p_, s_, c.parties))
      if (resolve(p_, s_, name, amended_by(c.name.text)) != nullptr) facts.push_back(amendment_fact(p_, c.name.text, name.text));
    for (const std::uint32_t fact : facts) {
      const checked::input& input = p_.out.inputs[fact];
      if (!is_first(input.name, ticked(input.name), c.name.where)) continue;
      if (const auto value = value_of(p_, s_, input, c.value, {})) made_.slots.emplace_back(input_id{fact}, value->slot);
    }
  }

  void take_ritual(const syntax::circumstance& c) {
    const symbol* ritual = resolve(p_, s_, c.name, a_ritual, "only a ritual has a last time");
    if (ritual == nullptr || !is_first(c.name.text, ticked(c.name.text), c.name.where)) return;
    const auto last = day_of(c.date);
    if (c.never) made_.slots.emplace_back(input_id{ritual->number}, never_held);
    if (c.never || !last) return;
    made_.slots.emplace_back(input_id{ritual->number}, last->days() * day);
    last_times_.push_back({&c, *last});
  }

  void check_last_times() {
    for (const auto& [c, last] : last_times_)
      if (on_ && *on_ < last)
        p_.report(
            code::contradiction, c->date.where,
            ticked(c->name.text) + " last took place on " + date_words(last) + ", after the example's date, " + date_words(*on_));
  }

  void take_expectation() {
    auto [outcome, groups, for_agreement] = claimed_by(p_, s_, written_.expect);
    made_.expect.outcome = outcome;
    made_.expect.groups = std::move(groups);
    made_.expect.for_agreement = for_agreement;
    if (const symbol* rule = resolve(p_, s_, written_.by_rule, a_rule)) made_.expect.by_rule = rule_id{rule->number};
    made_.expect.words = syntax::expectation_phrase(*s_.tree, written_);
    made_.expect.where = written_.expect_where;
  }

  bool is_first(std::string_view key, const std::string& what, span where) {
    return said_.is_first(p_, std::string{key}, where, [&] { return what + " stands twice in this example"; });
  }

  pass& p_;
  const scope& s_;
  const syntax::example& written_;
  const bool has_syntax_error_ = p_.has_syntax_error_in(extent_of(p_, s_, written_.where));
  checked::example made_;
  listed_once<std::string> said_;
  span spoilt_;  ///< the last line found to be wrong
  std::optional<date> on_;
  std::vector<std::pair<const syntax::circumstance*, date>> last_times_;
};

}  // namespace

void settle_example(pass& p, const scope& s, const syntax::example& example) { completing{p, s, example}.run(); }

}  // namespace remit::checking
