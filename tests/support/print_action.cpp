// An action and a verdict of the oracle as text, for people who look into a failing test.
// Not here: agreements (print.cpp).
#include <remit/core/wording.hpp>

#include "support/print.hpp"

namespace remit::generate {
namespace {

using checked::document;

std::string party_names(const document& d, const oracle::numbers& parties) {
  std::string out;
  for (std::uint32_t p : parties) out += (out.empty() ? "" : " or ") + d.parties[p].name;
  return out;
}

std::string lists(const document& d, const std::set<oracle::numbers>& all) {
  std::string out;
  for (const oracle::numbers& one : all) out += (out.empty() ? "" : ", ") + party_names(d, one);
  return "[" + out + "]";
}

std::string value_of(const document& d, const checked::input& in, const oracle::value& v) {
  using enum input_kind;
  switch (in.kind) {
    case yes_no: return v.amount != 0 ? "yes" : "no";
    case input_kind::money: return money_words(v.amount, d.currency);
    case input_kind::duration: return duration_words(v.amount);
    case one_of: return in.values[static_cast<std::size_t>(v.amount)].name;
    case any_of: {
      std::string out;
      for (std::size_t i = 0; i < in.values.size(); ++i)
        if ((static_cast<std::uint64_t>(v.amount) >> i & 1) != 0) out += (out.empty() ? "" : ", ") + in.values[i].name;
      return out.empty() ? "none" : out;
    }
    case input_kind::text: return '"' + v.text + '"';
    case day:
    case input_kind::date:
    case ritual:
      return v.amount == never_held ? "never" : date_words(*date::from_days(v.amount / duration::minutes_a_day));
    default: return number_words(v.amount);
  }
}

}  // namespace

std::string text_of(const document& d, const oracle::action& a) {
  std::string out = "decision " + (a.decision ? d.decisions[a.decision.value].name : "(outside)") + " by " +
                    d.parties[a.by.value].name + "\n";
  for (const auto& [i, v] : a.inputs) out += "  " + d.inputs[i].name + " " + value_of(d, d.inputs[i], v) + "\n";
  if (!a.consulted.empty()) out += "  consulted " + party_names(d, a.consulted) + "\n";
  if (!a.approved.empty()) out += "  approved by " + party_names(d, a.approved) + "\n";
  return out;
}

std::string text_of(const document& d, const oracle::verdict& v) {
  static constexpr const char* outcomes[] = {"allow", "consult", "escalate"};
  static constexpr const char* bases[] = {"outside", "approved", "rule", "held", "not_held"};
  static constexpr const char* in_forces[] = {"unknown", "no", "yes"};
  static constexpr const char* kinds[] = {"record", "do", "notify", "ratify"};
  std::string out = std::string{outcomes[static_cast<int>(v.outcome)]} + ", basis " + bases[static_cast<int>(v.basis)] +
                    ", in force " + in_forces[static_cast<int>(v.in_force)] + (v.certain ? ", certain" : ", not certain") +
                    "\n  to " + lists(d, v.to) + "\n  consult " + lists(d, v.consult) + "\n  approval " + lists(d, v.approval) +
                    "\n  duties";
  for (const oracle::duty& one : v.duties)
    out += std::string{" ("} + kinds[static_cast<int>(one.kind)] + " " + one.what + lists(d, one.to) + " " + one.within + ")";
  out += "\n  missing";
  for (std::uint32_t i : v.missing) out += " " + d.inputs[i].name;
  out += "\n  fired";
  for (const auto& [r, c] : v.fired) out += " " + d.rules[r].name + "." + std::to_string(c);
  return out + "\n";
}

}  // namespace remit::generate
