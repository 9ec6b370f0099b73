// Everything that is to be said of one action, found out and told to programs.
// Not here: telling it to people (explain.cpp).
#include <remit/report/decided.hpp>

#include "as_json.hpp"

namespace remit {
namespace {

using nlohmann::ordered_json;

ordered_json names_json(const executable& rules, const std::vector<input_id>& inputs) {
  ordered_json names = ordered_json::array();
  for (const input_id i : inputs) names.push_back(i.value == 0 ? "on" : rules.inputs[i.value].name);
  return names;
}

ordered_json ways_json(const executable& rules, const nearest_changes& changes) {
  ordered_json ways = ordered_json::array();
  for (const nearest_change& w : changes.ways)
    ways.push_back({{"change", names_json(rules, w.changed)}, {"when", w.when}, {"action", action_json(w.action)}});
  return ways;
}

}  // namespace

decided decide(const agreement& under, const action& asked, const analysis_limits& limits) {
  decided d{foresee(under, asked, limits), {}, {}};
  if (d.verdict().error() != input_error::none) return d;
  if (d.verdict().outcome() != outcome::allow) d.would_allow = nearest(under, asked, outcome::allow, limits);
  if (d.verdict().outcome() == outcome::escalate) d.would_consult = nearest(under, asked, outcome::consult, limits);
  return d;
}

std::string to_json(const action_request& asked, const decided& given, json_layout layout) {
  const executable& rules = asked.action.rules();
  ordered_json v = verdict_json(asked, given.verdict());
  v["possible"] = ordered_json::array();
  for (const verdict& p : given.seen.possible) v["possible"].push_back(cut_json(p));
  v["ask"] = names_json(rules, given.seen.ask);
  v["would_allow"] = ways_json(rules, given.would_allow);
  v["would_consult"] = ways_json(rules, given.would_consult);
  return put(v, layout);
}

}  // namespace remit
