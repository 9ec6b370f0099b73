// The rules as arithmetic: every condition is 0 or 1, every consequence a mask of it, where a decision goes a table. The
// one branch is the dispatch over the decision.
// Not here: the version that a programmer would write first (write_plain.cpp).
#include <algorithm>
#include <bit>
#include <map>

#include "write.hpp"

namespace drafting {
namespace {

// `bits` where the condition `name` is 1.
std::string where(const std::string& name, std::uint64_t bits) {
  if (std::popcount(bits) != 1) return "(-" + name + " & " + hex64(bits) + ")";
  const int at = std::countr_zero(bits);
  return at == 0 ? name : name + " << " + std::to_string(at);
}

struct sums {
  std::string fired, duties, asked, escalated, let_in;
  static void add(std::string& to, const std::string& term) { to += (to.empty() ? "" : " | ") + term; }
  static std::string or_none(const std::string& sum) { return sum.empty() ? "0" : sum; }
};

void add(sums& to, const clause& c, const std::string& name) {
  sums::add(to.fired, where(name, std::uint64_t{1} << c.number));
  if (c.duties != 0) sums::add(to.duties, where(name, c.duties));
  if (c.asked != 0) sums::add(to.asked, where(name, c.asked));
  std::uint64_t targets = 0;
  for (std::uint32_t t : c.targets) targets |= std::uint64_t{1} << t;
  if (targets != 0) sums::add(to.escalated, where(name, targets));
  if (c.lets_in) sums::add(to.let_in, name);
}

std::string table(const plan& p, const std::vector<std::vector<place>>& goes, const std::string& name) {
  std::string out = "constexpr place " + name + "[][" + std::to_string(p.document->parties.size()) + "] = {\n";
  for (const auto& state : goes) {
    out += "    {";
    for (std::uint32_t party = 0; party < p.document->parties.size(); ++party) {
      const auto at = std::find(p.askers.begin(), p.askers.end(), party);
      out += (party == 0 ? "" : ", ") +
             place_in_cpp(at == p.askers.end() ? place{} : state[static_cast<std::size_t>(at - p.askers.begin())]);
    }
    out += "},\n";
  }
  return out + "};\n";
}

std::string decision_in_cpp(const plan& p, const decision& d, std::map<std::string, std::string>& tables,
                            std::string& tables_text) {
  std::string out;
  sums all;
  for (const rule& r : d.rules) {
    std::string fired_of_rule, unlifted;
    for (const auto& by : r.lifted_by) unlifted += " & (" + by + " ^ 1u)";
    for (const clause& c : r.clauses) {
      const std::string name = "c" + std::to_string(c.number);
      out += "      const bits " + name + " = " + in_cpp(p, c.when, true) + unlifted + ";\n";
      sums::add(fired_of_rule, name);
      add(all, c, name);
    }
    const bool lifts = std::any_of(d.rules.begin(), d.rules.end(), [&](const rule& other) {
      return std::find(other.lifted_by.begin(), other.lifted_by.end(), r.name) != other.lifted_by.end();
    });
    if (lifts || !r.then.empty()) out += "      const bits " + r.name + " = " + fired_of_rule + ";\n";
    int number = 0;
    for (const clause& c : r.then) {
      const std::string name = r.name + "_then" + std::to_string(number++);
      out += "      const bits " + name + " = " + r.name +
             (c.when.is == condition::kind::yes ? "" : " & " + in_cpp(p, c.when, true)) + ";\n";
      sums::add(all.duties, where(name, c.duties));
    }
  }
  const std::string rows = table(p, d.goes, "");
  const auto [at, fresh] = tables.try_emplace(rows, "goes_" + std::to_string(tables.size()));
  if (fresh) tables_text += table(p, d.goes, at->second);
  std::string state = all.escalated;
  if (d.lets_in) sums::add(state, "(" + sums::or_none(all.let_in) + ") << " + std::to_string(d.targets.size()));
  out += "      const auto by = static_cast<unsigned>(q.by);\n";
  out += "      const place& held = " + at->second + "[0][by];\n";
  out += "      const place& goes = " + (state.empty() ? std::string{"held"} : at->second + "[" + state + "][by]") + ";\n";
  out += std::string{"      bits asked = goes.asked"} + (all.asked.empty() ? "" : " | " + all.asked) + ";\n";
  if (!all.asked.empty())
    for (const auto& [strong, needless] : d.implied)
      out += "      asked &= ~(-(asked >> " + std::to_string(strong) + " & 1u) & " + hex64(needless) + ");\n";
  return out + "      return conclude(goes, held, asked, " + sums::or_none(all.fired) + ", " + sums::or_none(all.duties) + ");\n";
}

}  // namespace

std::string branch_free(const plan& p) {
  std::map<std::string, std::string> tables;
  std::string tables_text;
  std::vector<std::pair<std::string, std::string>> bodies;  // labels, body
  for (std::size_t d = 0; d < p.decisions.size(); ++d) {
    const std::string label = "    case decision::" + p.document->decisions[d].name + ":";
    const std::string body = decision_in_cpp(p, p.decisions[d], tables, tables_text);
    const auto at = std::find_if(bodies.begin(), bodies.end(), [&](const auto& known) { return known.second == body; });
    if (at == bodies.end())
      bodies.push_back({label, body});
    else
      at->first += "\n" + label;
  }
  std::string out =
      "// The rules by hand, without a branch but for the dispatch. Written by benchmarks/by_hand.\n"
      "// Not here: the version that comes to mind first (plain.cpp).\n#include \"by_hand.hpp\"\n\nnamespace by_hand "
      "{\nnamespace {\n\n"
      "using bits = std::uint64_t;\n"
      "constexpr bits bit(bits yes) { return yes; }\n"
      "struct place {\n  bits asked;\n  std::uint32_t to;\n  by_hand::outcome outcome;\n  by_hand::basis basis;\n};\n\n" +
      tables_text +
      "\ninline verdict conclude(const place& goes, const place& held, bits asked, bits fired, bits duties) {\n"
      "  verdict v;\n"
      "  v.fired = fired;\n"
      "  v.duties = duties;\n"
      "  v.to = goes.to;\n"
      "  v.approval = static_cast<std::uint32_t>(asked >> 32);\n"
      "  v.consult = static_cast<std::uint32_t>(asked) | v.approval;\n"
      "  // With nobody else to decide, whoever is still to be asked makes it `consult`.\n"
      "  const unsigned outcome = static_cast<unsigned>(goes.outcome);\n"
      "  v.outcome = static_cast<by_hand::outcome>(outcome | (static_cast<unsigned>(outcome == 0) & static_cast<unsigned>(asked "
      "!= 0)));\n"
      "  const bits other = (asked ^ held.asked) | (goes.to ^ held.to) | (static_cast<bits>(v.outcome) ^ "
      "static_cast<bits>(held.outcome));\n"
      "  const unsigned same = 0u - static_cast<unsigned>(other == 0), rule = static_cast<unsigned>(basis::rule);\n"
      "  v.basis = static_cast<by_hand::basis>(rule ^ ((static_cast<unsigned>(held.basis) ^ rule) & same));\n"
      "  return v;\n}\n\n"
      "}  // namespace\n\nverdict branch_free(const question& q) noexcept {\n  switch (q.decision) {\n";
  for (const auto& [labels, body] : bodies) out += labels + " {\n" + body + "    }\n";
  return out + "  }\n  return {};\n}\n\n}  // namespace by_hand\n";
}

}  // namespace drafting
