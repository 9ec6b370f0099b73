// Changes as results: what loosens or redirects a verdict is a warning, what tightens one a note.
// Not here: texts and figures, which change no verdict by themselves.
#include <remit/report/differences.hpp>

#include "account.hpp"
#include "as_json.hpp"
#include "change_groups.hpp"
#include "change_place.hpp"
#include "difference_words.hpp"
#include "sarif_log.hpp"

namespace remit {
namespace {

using nlohmann::ordered_json;

struct rule_words {
  std::string_view id, title, level;
};

rule_words rule_of(const difference& d) {
  if (d.duties_only) {
    if (way_of(d) == "duty added") return {"duty-added", "a duty is due that was not", "note"};
    if (way_of(d) == "duty dropped") return {"duty-dropped", "a duty is no longer due", "warning"};
    return {"duty-changed", "another duty is due than before", "warning"};
  }
  switch (d.direction) {
    case direction::loosened: return {"loosened", "less is asked than before", "warning"};
    case direction::tightened: return {"tightened", "more is asked than before", "note"};
    case direction::redirected: break;
  }
  return {"redirected", "something else is asked than before", "warning"};
}

ordered_json location_of(const change_place& place, std::string_view message = {}) {
  return sarif_location(*place.sources, place.where, message);
}

void add_change(const differences& d, const change_group& g, sarif_log& log) {
  const rule_words rule = rule_of(*g.one);
  ordered_json& result = log.add(rule.id, rule.title, rule.level, sentence_of(d, g), location_of(place_of(d, g)));
  for (const change_place& old : old_places(d, g)) result["relatedLocations"].push_back(location_of(old, "asked before"));
  ordered_json properties{{"decisions", g.decisions}, {"by", g.by}, {"when", text_or_null(g.one->when)}};
  properties["witness"] = g.one->witness ? action_json(*g.one->witness) : ordered_json(nullptr);
  result["properties"] = std::move(properties);
}

void add_thing(const differences& d, const named_thing& t, bool was_added, sarif_log& log) {
  if (t.kind != "decision" && t.kind != "party") return;
  const std::string consequence = consequence_words(d, t, was_added);
  const std::string message =
      thing_words(t.kind, t.name, t.of) + (was_added ? " is new" : " is gone") + (consequence.empty() ? "" : ", " + consequence);
  const std::string id = t.kind + (was_added ? "-added" : "-removed"),
                    title = "a " + t.kind +
                            (was_added ? " that the old agreement does not have" : " that the new agreement does not have");
  ordered_json& result = log.add(id, title, was_added ? "note" : "warning", message, location_of(place_of(d, t, was_added)));
  if (!was_added) result["relatedLocations"].push_back(location_of(old_place(d, t), "declared before"));
}

}  // namespace

std::string to_sarif(const differences& d) {
  sarif_log log;
  for (const change_group& g : grouped(d)) add_change(d, g, log);
  for (const undecided_decision& q : undecided_by_decision(d))
    log.add("undecided", "a question that the budget did not settle", "warning", "not decided: " + q.words,
            location_of(place_of(d, named_thing{"decision", q.decision, {}}, true)));
  for (const named_thing& t : d.found.added) add_thing(d, t, true, log);
  for (const named_thing& t : d.found.removed) add_thing(d, t, false, log);
  return put(log.whole(), json_layout::indented);
}

}  // namespace remit
