// Findings and what is around a threshold, member by member in the order of the contract.
// Not here: verdicts (verdict_json.cpp).
#include <remit/report/json.hpp>

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

}  // namespace

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

}  // namespace remit
