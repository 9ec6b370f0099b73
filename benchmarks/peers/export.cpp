// Writes what the other engines are asked: export_for_peers FOLDER puts rules.json (the flat rules) and actions.jsonl (the
// 10,000 random actions, each with remit's outcome) there.
// Not here: the rules in any engine's words (policies.py).
#include <cstdio>
#include <fstream>
#include <string>

#include <nlohmann/json.hpp>

#include "flat.hpp"
#include "workload/same_verdict.hpp"

namespace {

using json = nlohmann::ordered_json;
using drafting::condition;
using remit::input_kind;

const char* word(remit::outcome o) {
  const char* const words[] = {"allow", "consult", "escalate"};
  return words[static_cast<int>(o)];
}
const char* word(remit::relation op) {
  const char* const words[] = {"<", "<=", "==", "!=", ">=", ">"};
  return words[static_cast<int>(op)];
}

json values(const remit::checked::input& i, std::uint64_t mask) {
  json out = json::array();
  for (std::size_t v = 0; v < i.values.size(); ++v)
    if ((mask >> v & 1) != 0) out.push_back(i.values[v].name);
  return out;
}

// Amounts as whoever writes them for an engine without money would have them: pence, and whole numbers.
std::int64_t amount(const remit::checked::input& i, std::int64_t slot) {
  return i.kind == input_kind::whole_number ? slot / 10'000 : slot;
}

json atom(const remit::checked::document& d, const remit::atom& a) {
  if (a.kind == remit::atom_kind::by) return {{"by", d.parties[a.party.value].name}};
  const auto& first = d.inputs[a.first.value];
  switch (a.kind) {
    case remit::atom_kind::truth: return {{"yes", first.name}};
    case remit::atom_kind::one_of: return {{"one", first.name}, {"of", values(first, a.mask)}};
    case remit::atom_kind::includes_any: return {{"any", values(first, a.mask)}, {"in", first.name}};
    case remit::atom_kind::includes_all: return {{"all", values(first, a.mask)}, {"in", first.name}};
    default: break;
  }
  json sum = json::array({json::array({a.sign_first, first.name})});
  if (a.sign_second != 0) sum.push_back({a.sign_second, d.inputs[a.second.value].name});
  return {{"sum", sum}, {"op", word(a.op)}, {"limit", amount(first, a.limit)}};
}

json ast(const remit::checked::document& d, const condition& c) {
  json parts = json::array();
  for (const condition& part : c.parts) parts.push_back(ast(d, part));
  switch (c.is) {
    case condition::kind::yes: return true;
    case condition::kind::no: return false;
    case condition::kind::all_of: return {{"and", parts}};
    case condition::kind::any_of: return {{"or", parts}};
    case condition::kind::negation: return {{"not", parts[0]}};
    case condition::kind::atom: break;
  }
  return atom(d, c.atom);
}

json fact(const remit::checked::input& i, std::int64_t slot) {
  switch (i.kind) {
    case input_kind::yes_no: return slot != 0;
    case input_kind::one_of: return i.values[static_cast<std::size_t>(slot)].name;
    case input_kind::any_of: return values(i, static_cast<std::uint64_t>(slot));
    default: return amount(i, slot);
  }
}

json declared(const remit::checked::document& d) {
  static const char* const kinds[] = {"day",      "yes/no", "number", "whole", "money", "date",
                                      "duration", "one of", "any of", "text",  "ritual"};
  json facts = json::object(), parties = json::array(), decisions = json::object();
  for (const auto& i : d.inputs)
    if (i.kind != input_kind::day)
      facts[i.name] = {{"kind", kinds[static_cast<int>(i.kind)]}, {"values", values(i, ~std::uint64_t{0})}};
  for (const auto& p : d.parties)
    if (!p.is_role) parties.push_back(p.name);
  for (const auto& on : d.decisions) decisions[on.name] = d.classes[on.in.value].name;
  return {{"facts", facts}, {"parties", parties}, {"decisions", decisions}};
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return std::fputs("usage: export_for_peers FOLDER\n", stderr), 2;
  const remit::loaded loaded = remit::load(workload::agreement_path());
  const remit::checked::document& d = *loaded.document();
  json out = declared(d);
  for (const peers::flat_rule& r : peers::flat_rules(drafting::plan_of(d))) {
    json on = json::array();
    for (std::uint32_t i : r.decisions) on.push_back(d.decisions[i].name);
    out["rules"].push_back({{"outcome", word(r.outcome)}, {"name", r.name}, {"decisions", on}, {"when", ast(d, r.when)}});
  }
  std::ofstream{std::string{arguments[1]} + "/rules.json"} << out.dump(1) << "\n";

  std::ofstream actions{std::string{arguments[1]} + "/actions.jsonl"};
  const workload::situations of = workload::random_ones(d);
  const auto asked = workload::actions_of(*loaded, of);
  for (std::size_t n = 0; n < of.size(); ++n) {
    json facts = json::object();
    for (std::uint32_t i = 1; i < d.inputs.size(); ++i) facts[d.inputs[i].name] = fact(d.inputs[i], of[n].slots[i]);
    actions << json{{"decision", d.decisions[of[n].decision.value].name},
                    {"by", d.parties[of[n].by.value].name},
                    {"facts", facts},
                    {"outcome", word(loaded->evaluate(asked[n]).outcome())}}
                   .dump()
            << "\n";
  }
  return actions.good() ? 0 : 1;
}
