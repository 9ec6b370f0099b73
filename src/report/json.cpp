// Findings and verdicts, member by member in the order of the contract.
// Not here: what a verdict means in words (explain.cpp).
#include <remit/report/json.hpp>

#include <remit/report/explain.hpp>
#include "as_json.hpp"

namespace remit {
namespace {

using nlohmann::ordered_json;

ordered_json position_json(const source_set& sources, span where) {
  const position at = sources.start_of(where);
  return {{"file", sources.name(where.file)}, {"line", at.line}, {"column", at.column}};
}

ordered_json finding_json(const diagnostic& d, const source_set& sources) {
  ordered_json finding{{"code", code_text(d.code)}, {"severity", severity_text(d.severity())}};
  finding.update(position_json(sources, d.where));
  const position end = sources.end_of(d.where);
  finding["end_line"] = end.line;
  finding["end_column"] = end.column;
  finding["message"] = d.message;
  finding["help"] = text_or_null(d.help);
  finding["related"] = ordered_json::array();
  for (const related_place& r : d.related) {
    ordered_json place = position_json(sources, r.where);
    place["message"] = r.message;
    finding["related"].push_back(std::move(place));
  }
  const ordered_json witness = ordered_json::parse(d.witness, nullptr, false);
  finding["witness"] = witness.is_discarded() ? ordered_json(nullptr) : witness;
  return finding;
}

ordered_json findings_json(const std::vector<diagnostics>& found) {
  ordered_json findings = ordered_json::array();
  for (const diagnostics& list : found)
    for (const diagnostic& d : list) findings.push_back(finding_json(d, list.sources()));
  return findings;
}

ordered_json members_json(const executable& rules, view<party_id> members) {
  ordered_json names = ordered_json::array();
  for (const party_id p : members) names.push_back(rules.parties[p.value].name);
  return names;
}

template <class Groups>
ordered_json groups_json(const executable& rules, const Groups& groups) {
  ordered_json lists = ordered_json::array();
  for (const view<party_id> g : groups) lists.push_back(members_json(rules, g));
  return lists;
}

ordered_json duty_json(const executable& rules, const duty_entry& d) {
  if (d.kind == duty_kind::record || d.kind == duty_kind::action) return {{"kind", name_of(d.kind)}, {"what", d.what}};
  ordered_json to = ordered_json::array();
  for (const std::uint32_t g : d.to) to.push_back(members_json(rules, rules.groups[g].members));
  return {{"kind", name_of(d.kind)}, {"to", to}, {"within", text_or_null(d.within)}};
}

std::string_view name_of(basis b) {
  switch (b) {
    case basis::outside: return "outside";
    case basis::approved: return "approved";
    case basis::rule: return "rule";
    case basis::held: return "held";
    case basis::not_held: return "not_held";
  }
  return {};
}

ordered_json id_json(const std::optional<std::string>& id) { return id ? ordered_json(*id) : ordered_json(nullptr); }

ordered_json duties_json(const verdict& given) {
  ordered_json duties = ordered_json::array();
  for (const duty_entry& d : given.duties()) duties.push_back(duty_json(*given.rules(), d));
  return duties;
}

}  // namespace

ordered_json cut_json(const verdict& given) {
  const executable& rules = *given.rules();
  return {{"outcome", name_of(given.outcome())},
          {"to", groups_json(rules, given.to())},
          {"consult", groups_json(rules, given.consult())},
          {"approval", groups_json(rules, given.approval())},
          {"duties", duties_json(given)}};
}

std::string_view name_of(outcome o) {
  switch (o) {
    case outcome::allow: return "allow";
    case outcome::consult: return "consult";
    case outcome::escalate: return "escalate";
  }
  return {};
}

std::string_view name_of(duty_kind k) {
  switch (k) {
    case duty_kind::record: return "record";
    case duty_kind::action: return "do";
    case duty_kind::notify: return "notify";
    case duty_kind::ratify: return "ratify";
  }
  return {};
}

ordered_json clause_json(const told_clause& c) {
  return {{"rule", c.rule},
          {"pillar", c.pillar},
          {"clause", c.text},
          {"file", c.file},
          {"line", c.line},
          {"because", text_or_null(c.because)},
          {"source", text_or_null(c.source)}};
}

ordered_json verdict_json(const action_request& asked, const verdict& given) {
  const executable& rules = asked.action.rules();
  ordered_json v{{"id", id_json(asked.id)}, {"outcome", name_of(given.outcome())}, {"basis", name_of(given.basis())}};
  v["to"] = groups_json(rules, given.to());
  v["consult"] = groups_json(rules, given.consult());
  v["approval"] = groups_json(rules, given.approval());
  v["certain"] = given.certain();
  v["missing"] = ordered_json::array();
  for (const input_id i : given.missing()) v["missing"].push_back(i.value == 0 ? "on" : rules.inputs[i.value].name);
  v["in_force"] = given.in_force() == in_force::unknown ? ordered_json(nullptr) : ordered_json(given.in_force() == in_force::yes);
  v["rules"] = ordered_json::array();
  for (const told_clause& c : given.clauses()) v["rules"].push_back(clause_json(c));
  v["duties"] = duties_json(given);
  v["explanation"] = explanation{asked.action, given, asked.decision}.sentence();
  v["agreement"] = {{"title", rules.title}, {"version", text_or_null(rules.version)}, {"digest", rules.digest}};
  return v;
}

std::string to_json(const std::vector<diagnostics>& found, json_layout layout) {
  return put({{"findings", findings_json(found)}}, layout);
}

std::string to_json(const std::vector<diagnostics>& found, const std::vector<boundary>& around, json_layout layout) {
  ordered_json all = ordered_json::array();
  for (const boundary& b : around) {
    const executable& rules = b.at.rules();
    ordered_json sides = ordered_json::array();
    for (std::size_t i = 0; i < b.verdicts.size(); ++i) sides.push_back({{"amount", b.sides[i]}, {"verdict", cut_json(b.verdicts[i])}});
    all.push_back({{"threshold", text_or_null(b.threshold)},
                   {"expression", b.expression},
                   {"amount", b.amount},
                   {"decision", rules.decisions[b.decision.value].name},
                   {"by", rules.parties[b.by.value].name},
                   {"changes", b.changes},
                   {"sides", std::move(sides)},
                   {"action", action_json(b.at)}});
  }
  return put({{"findings", findings_json(found)}, {"boundaries", std::move(all)}}, layout);
}

std::string to_json(const action& a, json_layout layout) { return put(action_json(a), layout); }

std::string to_json(const action_request& asked, const verdict& given, json_layout layout) {
  return put(verdict_json(asked, given), layout);
}

std::string to_json(const input_problem& problem, json_layout layout) {
  return put({{"id", id_json(problem.id)}, {"error", {{"message", problem.message}, {"at", problem.at}}}}, layout);
}

}  // namespace remit
