// What a comparison found, member by member in the order of the contract.
// Not here: SARIF (differences_sarif.cpp).
#include <remit/report/differences.hpp>

#include "as_json.hpp"
#include "change_groups.hpp"

namespace remit {
namespace {

using nlohmann::ordered_json;

ordered_json duty_json(const named_duty& d) {
  if (d.kind == duty_kind::record || d.kind == duty_kind::action) return {{"kind", name_of(d.kind)}, {"what", d.what}};
  return {{"kind", name_of(d.kind)}, {"to", d.to}, {"within", text_or_null(d.within)}};
}

ordered_json cut_json(const cut_verdict& v) {
  ordered_json json{{"outcome", name_of(v.outcome)}, {"to", v.to}, {"consult", v.consult}, {"approval", v.approval}};
  json["duties"] = ordered_json::array();
  for (const named_duty& d : v.duties) json["duties"].push_back(duty_json(d));
  return json;
}

ordered_json rules_json(const std::vector<fired_clause>& clauses) {
  ordered_json all = ordered_json::array();
  for (const fired_clause& c : clauses) {
    all.push_back(clause_json(c.told));
    all.back()["on_both_sides"] = c.on_both_sides;
  }
  return all;
}

ordered_json witness_json(const std::optional<action>& a) { return a ? action_json(*a) : ordered_json(nullptr); }

ordered_json change_json(const difference& d) {
  const ordered_json witness = witness_json(d.witness), old_witness = witness_json(d.old_witness);
  return {{"decision", d.decision},
          {"by", d.by},
          {"when", text_or_null(d.when)},
          {"provided", text_or_null(d.provided)},
          {"old", cut_json(d.before)},
          {"new", cut_json(d.after)},
          {"direction", name_of(d.direction)},
          {"rules", {{"old", rules_json(d.old_rules)}, {"new", rules_json(d.new_rules)}}},
          {"witness", witness},
          {"old_witness", witness == old_witness ? ordered_json(nullptr) : old_witness}};
}

ordered_json things_json(const std::vector<named_thing>& all) {
  ordered_json things = ordered_json::array();
  for (const named_thing& t : all) things.push_back({{"kind", t.kind}, {"name", t.name}, {"of", text_or_null(t.of)}});
  return things;
}

ordered_json rewordings_json(const std::vector<rewording>& all) {
  ordered_json changes = ordered_json::array();
  for (const rewording& r : all)
    changes.push_back(
        {{"kind", r.kind}, {"name", r.name}, {"part", r.part}, {"old", text_or_null(r.before)}, {"new", text_or_null(r.after)}});
  return changes;
}

ordered_json agreement_json(const compared& c) {
  const executable& rules = c.agreement.rules();
  return {{"title", rules.title},
          {"version", text_or_null(rules.version)},
          {"digest", rules.digest},
          {"file", c.document.sources->name(c.document.where.file)}};
}

}  // namespace

std::string to_json(const differences& d, json_layout layout) {
  const comparison& c = d.found;
  ordered_json json{{"same", c.same()}, {"changes", ordered_json::array()}};
  for (const difference& change : c.changes) json["changes"].push_back(change_json(change));
  json["undecided"] = ordered_json::array();
  for (const undecided_question& q : c.undecided) json["undecided"].push_back({{"decision", q.decision}, {"by", q.by}});
  json["added"] = things_json(c.added);
  json["removed"] = things_json(c.removed);
  json["renamed"] = ordered_json::array();
  for (const renamed_thing& r : c.renamed)
    json["renamed"].push_back({{"kind", r.kind}, {"from", r.from}, {"to", r.to}, {"of", text_or_null(r.of)}});
  json["figures"] = rewordings_json(c.figures);
  json["wording"] = rewordings_json(c.wording);
  json["old"] = agreement_json(d.before);
  json["new"] = agreement_json(d.after);
  return put(json, layout);
}

}  // namespace remit
