// Atoms into English, one function a kind.
// Not here: conditions written in the language's own words (executable::told_atoms has those).
#include "comparison_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <remit/core/wording.hpp>
#include "../analysis/amount.hpp"
#include "name_words.hpp"

namespace remit {
namespace {

std::string slot_words(const executable& rules, input_id i) {
  return i.value == 0 ? "today" : "the " + plain(rules.inputs[i.value].name);
}

bool is_day(input_kind k) { return k == input_kind::day || k == input_kind::date || k == input_kind::ritual; }

// `visits` are, `budget left` is.
std::string_view verb_for(std::string_view subject) {
  const bool plural = subject.ends_with('s') && !subject.ends_with("ss") && !subject.ends_with("us") && !subject.ends_with("is");
  return plural ? "are" : "is";
}

std::string_view is_or_not(truth answer) { return answer == truth::yes ? "is" : "is not"; }

std::string choices_of(const input_entry& slot, std::uint64_t mask, std::string_view joined_by) {
  std::vector<std::string> values;
  for (std::uint32_t i = 0; i < slot.values.size(); ++i)
    if ((mask >> i & 1) != 0) values.push_back(plain(slot.values[i]));
  return listed(values, joined_by);
}

/// One side of a comparison, as words and, where all of it is known, as an amount.
struct side {
  std::string words;
  std::string value;  ///< empty for a plain constant, and while something is missing
};

class linear {
 public:
  linear(const action& a, const told_atom& told) : action_{a}, rules_{a.rules()}, told_{told} {}

  told_comparison with(truth answer) const {
    const side left = tell(told_.left), right = tell(told_.right);
    const bool negated = told_.op.starts_with("is not") ? answer == truth::yes : answer == truth::no;
    const bool equality = told_.op.starts_with("is");
    const std::string_view op = equality ? std::string_view{} : told_.op;
    // "the cost, £30.00, is £30.00" says it twice.
    const bool twice = equality && !negated;
    std::string subject = left.value.empty() || twice ? left.words : fmt::format("{}, {},", left.words, left.value);
    std::string predicate =
        fmt::format("{}{}{}{} {}", verb_for(left.words), negated ? " not" : "", op.empty() ? "" : " ", op, right.words);
    if (!right.value.empty()) predicate += ", " + right.value;
    return {std::move(subject), std::move(predicate)};
  }

 private:
  side tell(const told_side& s) const {
    if (!s.a && !s.b) return {constant(s.constant, told_.unit) + named(s.threshold), {}};
    std::string words = s.a ? term({}, s.sign_a, s.a) : std::string{};
    if (s.b) words = term(std::move(words), s.sign_b, s.b);
    if (s.constant != 0) words = with_constant(std::move(words), s);
    return {std::move(words), value(s)};
  }

  std::string term(std::string before, int sign, input_id i) const {
    if (before.empty()) return (sign < 0 ? "minus " : "") + slot_words(rules_, i);
    return fmt::format("{} {} {}", before, sign < 0 ? "minus" : "plus", slot_words(rules_, i));
  }

  // The constant of a sum of days is a day or a length of time, whichever makes the sum the unit of the comparison.
  std::string with_constant(std::string words, const told_side& s) const {
    const auto days = [&](input_id i, int sign) { return i && is_day(rules_.inputs[i.value].kind) ? sign : 0; };
    const int net = days(s.a, s.sign_a) + days(s.b, s.sign_b);
    input_kind unit = told_.unit;
    int sign = s.constant < 0 ? -1 : 1;
    if (is_day(unit))
      unit = net == 1 ? input_kind::duration : input_kind::date;
    else if (unit == input_kind::duration && net != 0)
      unit = input_kind::date, sign = -net;
    const std::string amount = constant(sign * s.constant, unit) + named(s.threshold);
    return sign < 0 ? fmt::format("{} minus {}", words, amount) : fmt::format("{} plus {}", words, amount);
  }

  std::string value(const told_side& s) const {
    std::int64_t sum = s.constant;
    for (const auto& [i, sign] : {std::pair{s.a, s.sign_a}, std::pair{s.b, s.sign_b}}) {
      if (!i) continue;
      if (!action_.is_known(i)) return {};
      sum += sign * action_.slot(i);
    }
    return amount_words(sum, told_.unit, rules_.currency);
  }

  std::string constant(std::int64_t amount, input_kind unit) const { return amount_words(amount, unit, rules_.currency); }
  static std::string named(std::string_view threshold) { return threshold.empty() ? "" : fmt::format(" ({})", threshold); }

  const action& action_;
  const executable& rules_;
  const told_atom& told_;
};

constexpr std::string_view not_known = "is not known";

std::string fact_words(const input_entry& fact) {
  return fact.title.empty() ? plain(fact.name) : "the answer to " + quoted(fact.title);
}

told_comparison unknown(const action& a, const atom& asked) {
  const executable& rules = a.rules();
  std::vector<std::string> slots;
  asked.each_slot([&](input_id i) {
    if (a.is_known(i)) return;
    const input_entry& slot = rules.inputs[i.value];
    slots.push_back(i.value == 0                      ? "the date"
                    : slot.kind == input_kind::ritual ? "when the " + plain(slot.name) + " last was"
                    : slot.kind == input_kind::yes_no ? fact_words(slot)
                                                      : slot_words(rules, i));
  });
  return {listed(slots), std::string{not_known}};
}

// `amendment touches reserved` is a sentence already.
told_comparison yes_or_no(const input_entry& fact, bool yes) {
  constexpr std::string_view amendment = "amendment ";
  if (fact.name.starts_with(amendment))
    return {"the amendment", (yes ? "" : "is not one that ") + plain(fact.name.substr(amendment.size()))};
  return {fact_words(fact), yes ? "is yes" : "is no"};
}

std::string every(period p) {
  const std::string words = period_words(p);
  return "every " + (p.count == 1 ? words.substr(2) : words);
}

told_comparison overdue(const action& a, const atom& asked, truth answer) {
  const input_entry& ritual = a.rules().inputs[asked.first.value];
  const std::string name = ritual.title.empty() ? plain(ritual.name) : quoted(ritual.title);
  const std::int64_t last = a.slot(asked.first);
  const std::string when = last == never_held ? "it has not been done yet"
                                              : fmt::format("it was last done on {} and is due {}",
                                                            amount_words(last, input_kind::date, {}), every(ritual.every));
  return {name, fmt::format("{} overdue ({})", is_or_not(answer), when)};
}

told_comparison on_days(const action& a, const atom& asked, truth answer) {
  const auto day = [](std::int64_t d) { return amount_words(d, input_kind::date, {}); };
  const std::string days = asked.upper == INT64_MAX   ? fmt::format("{} or later", day(asked.limit))
                           : asked.limit == INT64_MIN ? fmt::format("{} or earlier", day(asked.upper))
                                                      : fmt::format("between {} and {}", day(asked.limit), day(asked.upper));
  return {fmt::format("the day, {},", day(a.slot(input_id{0}))), fmt::format("{} {}", is_or_not(answer), days)};
}

told_comparison texts(const action& a, const atom& asked, truth answer) {
  std::vector<std::string> wanted;
  for (const std::uint32_t t : part_of(a.rules().text_lists, asked.texts)) wanted.push_back(quoted(a.rules().texts[t]));
  const std::string subject = slot_words(a.rules(), asked.first);
  if (answer == truth::yes) return {subject, "is " + quoted(a.rules().texts[static_cast<std::uint32_t>(a.slot(asked.first))])};
  return {subject, "is not " + listed(wanted, "or")};
}

told_comparison one_of(const action& a, const atom& asked, truth answer) {
  const input_entry& fact = a.rules().inputs[asked.first.value];
  const std::string subject = slot_words(a.rules(), asked.first);
  const std::string value = a.is_known(asked.first) ? plain(fact.values[static_cast<std::uint32_t>(a.slot(asked.first))]) : "";
  if (answer == truth::yes && !value.empty()) return {subject, "is " + value};
  return {value.empty() ? subject : fmt::format("{}, {},", subject, value),
          fmt::format("{} {}", is_or_not(answer), choices_of(fact, asked.mask, "or"))};
}

told_comparison includes(const action& a, const atom& asked, truth answer) {
  const input_entry& fact = a.rules().inputs[asked.first.value];
  const auto value = a.is_known(asked.first) ? static_cast<std::uint64_t>(a.slot(asked.first)) : 0;
  const bool all = asked.kind == atom_kind::includes_all;
  // Of several that would do, those that did.
  const std::uint64_t told = !all && answer == truth::yes ? asked.mask & value : asked.mask;
  const std::string subject = slot_words(a.rules(), asked.first);
  const bool plural = verb_for(subject) == "are";
  const std::string_view verb =
      answer == truth::yes ? (plural ? "include" : "includes") : (plural ? "do not include" : "does not include");
  return {subject, fmt::format("{} {}", verb, choices_of(fact, told, all || answer == truth::yes ? "and" : "or"))};
}

// Walks to the atoms that matter for `answer`, and lists them.
void collect(const action& a, std::uint32_t node, truth answer, std::vector<told_comparison>& into) {
  const executable& rules = a.rules();
  const condition_node& n = rules.conditions[node];
  if (n.join == joined_by::atom) {
    if (rules.atoms[n.atom].kind == atom_kind::constant) return;
    told_comparison told = compared_in_words(a, n.atom, answer);
    if (std::find(into.begin(), into.end(), told) == into.end()) into.push_back(std::move(told));
    return;
  }
  const judge conditions{rules, a};
  for (std::uint32_t c = n.first_child; c != condition_node::none; c = rules.conditions[c].next) {
    const truth wanted = n.join == joined_by::negation ? negated(answer) : answer;
    if (conditions.of(c) == wanted) collect(a, c, wanted, into);
  }
}

}  // namespace

told_comparison compared_in_words(const action& a, std::uint32_t atom, truth answer) {
  const executable& rules = a.rules();
  const remit::atom& asked = rules.atoms[atom];
  if (answer == truth::open) return unknown(a, asked);
  const bool yes = answer == truth::yes;
  switch (asked.kind) {
    case atom_kind::constant: return {};
    case atom_kind::truth: return yes_or_no(rules.inputs[asked.first.value], yes);
    case atom_kind::linear: return linear{a, rules.told_atoms[atom]}.with(answer);
    case atom_kind::one_of: return one_of(a, asked, answer);
    case atom_kind::includes_any:
    case atom_kind::includes_all: return includes(a, asked, answer);
    case atom_kind::text: return texts(a, asked, answer);
    case atom_kind::known: return {slot_words(rules, asked.first), yes ? "is known" : "is not known"};
    case atom_kind::overdue: return overdue(a, asked, answer);
    case atom_kind::by: return {party_words(rules, asked.party), yes ? "asks" : "is not the one who asks"};
    case atom_kind::on_days: return on_days(a, asked, answer);
  }
  return {};
}

std::vector<told_comparison> deciding_comparisons(const action& a, std::uint32_t condition) {
  std::vector<told_comparison> comparisons;
  if (condition != condition_node::none) collect(a, condition, judge{a.rules(), a}.of(condition), comparisons);
  return comparisons;
}

std::string joined(const std::vector<told_comparison>& comparisons) {
  std::vector<std::string> parts, missing;
  const told_comparison* last = nullptr;
  for (const told_comparison& c : comparisons) {
    if (c.predicate == not_known)
      missing.push_back(c.subject);
    else if (last != nullptr && last->subject == c.subject)
      parts.back() += " and " + c.predicate;
    else
      parts.push_back(c.subject + " " + c.predicate);
    last = &c;
  }
  if (!missing.empty()) parts.push_back(fmt::format("{} {}", listed(missing), missing.size() == 1 ? not_known : "are not known"));
  return listed(parts);
}

}  // namespace remit
