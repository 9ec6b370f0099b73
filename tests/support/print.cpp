// A checked agreement as a `.remit` file, statement by statement.
// Not here: actions and verdicts (print_action.cpp).
#include "support/print.hpp"

#include <remit/core/wording.hpp>

namespace remit::generate {
namespace {

using checked::document;

std::string quoted(const std::string& s) {
  std::string out = "\"";
  for (char c : s) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string amount(const document& d, std::int64_t value, input_kind unit) {
  using enum input_kind;
  switch (unit) {
    case yes_no: return value != 0 ? "yes" : "no";
    case input_kind::money: return money_words(value, d.currency, true);
    case input_kind::duration: return duration_words(value);
    case day:
    case input_kind::date:
    case ritual: return date_words(*date::from_days(value / duration::minutes_a_day));
    default: return number_words(value);
  }
}

template <class T, class Say>
std::string all_of(const std::vector<T>& all, const char* between, Say say) {
  std::string out;
  for (const T& one : all) out += (out.empty() ? "" : between) + say(one);
  return out;
}

std::string formerly(const std::string& name) { return name.empty() ? "" : " formerly " + name; }

std::string text_of_group(const document& d, const checked::group& g) {
  return all_of(g.members, " or ", [&](const checked::member& m) {
    return d.parties[m.party.value].name + (m.or_above ? " or above" : "");
  });
}
std::string text_of_groups(const document& d, const std::vector<checked::group>& groups) {
  return all_of(groups, ", ", [&](const checked::group& g) { return text_of_group(d, g); });
}

std::string text_of_side(const document& d, const checked::side& side, input_kind unit) {
  std::string out;
  bool is_length = unit == input_kind::duration;
  for (const auto& t : side.terms) {
    if (!out.empty()) out += t.negative ? " minus " : " plus ";
    if (t.input)
      out += t.input.value == 0 ? "today" : d.inputs[t.input.value].name;
    else if (!t.threshold.empty())
      out += t.threshold;
    else
      out += amount(d, t.constant, is_length ? input_kind::duration : unit);
    // What is added to or taken from a date is a length of time.
    if (unit == input_kind::date) is_length = true;
  }
  return out;
}

std::string values(const checked::input& in, std::uint64_t mask) {
  std::string out;
  for (std::size_t v = 0; v < in.values.size(); ++v)
    if ((mask >> v & 1) != 0) out += (out.empty() ? "" : ", ") + in.values[v].name;
  return out;
}

std::string text_of_atom(const document& d, const checked::condition& c) {
  const atom& a = c.atom;
  const checked::input* in = a.first ? &d.inputs[a.first.value] : nullptr;
  const bool one = (a.mask & (a.mask - 1)) == 0;
  switch (a.kind) {
    case atom_kind::constant: return a.limit != 0 ? "<always>" : "<never>";
    case atom_kind::truth: return in->name;
    case atom_kind::linear:
      return text_of_side(d, c.left, c.unit) + " " + c.op + " " + text_of_side(d, c.right, c.unit);
    case atom_kind::one_of: return in->name + (one ? " is " : " is any of ") + values(*in, a.mask);
    case atom_kind::includes_any: return in->name + " includes any of " + values(*in, a.mask);
    case atom_kind::includes_all: return in->name + " includes all of " + values(*in, a.mask);
    case atom_kind::text:
      return in->name + (c.texts.size() == 1 ? " is " : " is any of ") +
             all_of(c.texts, ", ", [](const std::string& s) { return quoted(s); });
    case atom_kind::known: return in->name + " is known";
    case atom_kind::overdue: return in->name + " is overdue";
    case atom_kind::by: return "by " + d.parties[a.party.value].name;
    case atom_kind::on_days: return "<on some days>";
  }
  return {};
}

// Two bounds of one amount, the lower first.
bool is_between(const checked::condition& c) {
  if (c.children.size() != 2 || c.children[0].op != "at least" || c.children[1].op != "at most") return false;
  const auto is_input = [](const checked::side& s) { return s.terms.size() == 1 && s.terms[0].input; };
  const auto is_amount = [](const checked::side& s) { return s.terms.size() == 1 && !s.terms[0].input; };
  const auto &low = c.children[0], &high = c.children[1];
  return is_input(low.left) && is_input(high.left) && low.atom.first == high.atom.first && is_amount(low.right) && is_amount(high.right) &&
         low.right.terms[0].constant <= high.right.terms[0].constant;
}

std::string period_of(const document& d, const checked::input& in) {
  const bool dates = in.kind == input_kind::date || in.kind == input_kind::day;
  const std::int64_t least = dates ? date::of(1, 1, 1)->days() * duration::minutes_a_day : 0;
  const std::int64_t most =
      dates ? date::of(9999, 12, 31)->days() * duration::minutes_a_day : largest_amount - largest_amount % in.step;
  if (in.least == least && in.most == most) return {};
  return " from " + amount(d, in.least, in.kind) + " to " + amount(d, in.most, in.kind);
}

std::string type_of(const document& d, const checked::input& in) {
  const auto names = [&] {
    return all_of(in.values, ", ", [](const checked::value& v) { return v.name + formerly(v.formerly); });
  };
  switch (in.kind) {
    case input_kind::yes_no: return "yes/no";
    case input_kind::number: return "number" + period_of(d, in);
    case input_kind::whole_number: return "whole number" + period_of(d, in);
    case input_kind::money: return "money" + period_of(d, in);
    case input_kind::date: return "date" + period_of(d, in);
    case input_kind::duration: return "duration" + period_of(d, in);
    case input_kind::one_of: return "one of " + names();
    case input_kind::any_of: return "any of " + names();
    case input_kind::text: return "text";
    default: return {};
  }
}

std::string standard_of(const document& d, const checked::input& in) {
  if (!in.standard) return {};
  if (in.kind == input_kind::one_of) return " default " + in.values[static_cast<std::size_t>(*in.standard)].name;
  if (in.kind == input_kind::any_of) {
    const auto mask = static_cast<std::uint64_t>(*in.standard);
    return " default " + (mask == 0 ? "none" : values(in, mask));
  }
  return " default " + amount(d, *in.standard, in.kind);
}

std::string days(const checked::days& of) {
  if (!of.from && !of.to) return {};
  return " effective " + (of.from ? date_words(*of.from) : "<open>") + (of.to ? " to " + date_words(*of.to) : "");
}

std::string text_of_duty(const document& d, const checked::duty& duty) {
  const std::string within = duty.within.empty() ? "" : " within " + duty.within;
  switch (duty.kind) {
    case duty_kind::record: return "record " + quoted(duty.what);
    case duty_kind::action: return "do " + quoted(duty.what);
    case duty_kind::notify: return "notify " + text_of_groups(d, duty.to) + within;
    case duty_kind::ratify: return "ratify by " + text_of_groups(d, duty.to) + within;
  }
  return {};
}

std::string text_of_party(const document& d, const checked::party& p) {
  if (p.is_role) return "role " + p.name + " " + quoted(p.title) + " in " + d.parties[p.role_in.value].name + formerly(p.formerly) + "\n";
  std::string out = "party " + p.name + " " + quoted(p.title) + (p.advisory ? " advisory" : "") + (p.body ? " body" : "");
  if (!p.below.empty()) out += " above " + all_of(p.below, ", ", [&](party_id b) { return d.parties[b.value].name; });
  return out + formerly(p.formerly) + "\n";
}

std::string text_of_rule(const document& d, const checked::rule& r) {
  std::string out = std::string{r.statutory ? "  statutory rule " : "  rule "} + r.name + " " + quoted(r.title);
  if (!r.everywhere) out += " for " + all_of(r.covers, ", ", [&](decision_id c) { return d.decisions[c.value].name; });
  out += days(r.effective) + formerly(r.formerly);
  if (!r.clauses.empty()) {
    out += " {\n";
    for (const checked::clause& c : r.clauses) out += "    " + text_of(d, c) + "\n";
    out += "  }";
  }
  return out + "\n";
}

void tell(const document& d, checked::condition& c) {
  for (checked::condition& child : c.children) tell(d, child);
  c.words = text_of(d, c);
}

}  // namespace

std::string text_of(const document& d, const checked::condition& c) {
  using enum checked::condition_kind;
  const auto child = [&](const checked::condition& one) {
    const bool joins = one.kind == all_of || one.kind == any_of;
    return joins ? "(" + text_of(d, one) + ")" : text_of(d, one);
  };
  switch (c.kind) {
    case all_of:
      if (is_between(c))
        return text_of_side(d, c.children[0].left, c.children[0].unit) + " between " +
               text_of_side(d, c.children[0].right, c.children[0].unit) + " and " +
               text_of_side(d, c.children[1].right, c.children[1].unit);
      return generate::all_of(c.children, " and ", child);
    case any_of: return generate::all_of(c.children, " or ", child);
    case negation: return "not " + child(c.children.at(0));
    case decision_in:
      return std::string{c.decisions.size() == 1 ? "decision is " : "decision is any of "} +
             generate::all_of(c.decisions, ", ", [&](decision_id one) { return d.decisions[one.value].name; });
    case atom: return text_of_atom(d, c);
  }
  return {};
}

std::string text_of(const document& d, const checked::clause& c) {
  std::string out = c.then ? "then " : "";
  switch (c.effect) {
    case effect::escalate: out += "escalate to " + text_of_groups(d, c.groups); break;
    case effect::consult: out += "consult " + text_of_groups(d, c.groups) + (c.for_agreement ? " for agreement" : ""); break;
    case effect::allow: {
      std::vector<std::string> despite;
      for (rule_id r : c.despite) despite.push_back(d.rules[r.value].name);
      if (c.despite_rights) despite.push_back("rights");
      out += "allow " + text_of_groups(d, c.groups);
      if (!despite.empty()) out += " despite " + all_of(despite, ", ", [](const std::string& s) { return s; });
      break;
    }
    case effect::duty: out += text_of_duty(d, *c.duty); break;
  }
  if (c.when) out += " when " + text_of(d, *c.when);
  if (c.unless) out += " unless " + text_of(d, *c.unless);
  return out;
}

std::string text_of(const document& d) {
  std::string out = "agreement " + quoted(d.title) + "\nversion " + quoted(d.version) + "\nlanguage 1\ncurrency GBP\n";
  if (const std::string when = days(d.effective); !when.empty()) out += when.substr(1) + "\n";
  for (const checked::party& p : d.parties) out += text_of_party(d, p);
  out += "outside this agreement escalate to " + text_of_groups(d, d.outside) + "\n";
  for (const checked::input& in : d.inputs) {
    if (in.kind == input_kind::ritual)
      out += "ritual " + in.name + " " + quoted(in.title) + " every " + period_words(in.every) + formerly(in.formerly) + "\n";
    else if (in.kind != input_kind::day && in.name.find(' ') == std::string::npos)  // `amendment touches X` is declared by its use
      out += "fact " + in.name + formerly(in.formerly) + " : " + type_of(d, in) + standard_of(d, in) + " " + quoted(in.title) + "\n";
  }
  for (const checked::threshold& t : d.thresholds) out += "threshold " + t.name + " = " + amount(d, t.amount, t.kind) + formerly(t.formerly) + "\n";
  for (std::uint32_t k = 0; k < d.classes.size(); ++k) {
    const checked::decision_class& c = d.classes[k];
    out += "decisions " + c.name + " " + quoted(c.title) + " held by " + text_of_groups(d, c.held_by) + formerly(c.formerly) + " {\n";
    for (const checked::decision& one : d.decisions)
      if (one.in.value == k) out += "  " + one.name + " " + quoted(one.title) + formerly(one.formerly) + "\n";
    out += "}\n";
  }
  for (std::uint32_t l = 0; l < d.pillars.size(); ++l) {
    out += "pillar " + d.pillars[l].name + " " + quoted(d.pillars[l].title) + " {\n";
    for (const checked::rule& r : d.rules)
      if (r.pillar == l) out += text_of_rule(d, r);
    out += "}\n";
  }
  return out;
}

void tell_words(document& d) {
  for (checked::rule& r : d.rules)
    for (checked::clause& c : r.clauses) {
      if (c.when) tell(d, *c.when);
      if (c.unless) tell(d, *c.unless);
      c.words = text_of(d, c);
    }
}

}  // namespace remit::generate
