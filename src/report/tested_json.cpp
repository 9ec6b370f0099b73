// The results of a test for programs.
// Not here: JUnit's XML (tested_junit.cpp).
#include <algorithm>

#include <remit/report/tested.hpp>
#include "as_json.hpp"

namespace remit {
namespace {

using nlohmann::ordered_json;

std::string_view name_of(proof s) {
  switch (s) {
    case proof::holds: return "holds";
    case proof::refuted: return "refuted";
    case proof::undecided: return "undecided";
  }
  return {};
}

// JSON that was kept as text; null where there is none.
ordered_json kept(const std::string& json) {
  ordered_json tree = ordered_json::parse(json, nullptr, false);
  return tree.is_discarded() ? ordered_json(nullptr) : tree;
}

ordered_json place(const source_set& sources, span where) {
  return {{"file", sources.name(where.file)}, {"line", sources.start_of(where).line}};
}

ordered_json example_json(const example_result& r, const source_set& sources) {
  ordered_json e{{"name", r.example->title}};
  e.update(place(sources, r.example->where));
  e["passed"] = r.passed;
  e["expected"] = r.expected;
  e["actual"] = r.problem.empty() ? r.got : r.problem;
  return e;
}

ordered_json promise_json(const promise_result& r, const source_set& sources) {
  ordered_json p = place(sources, r.promise->where);
  p["text"] = r.promise->words;
  p["status"] = name_of(r.status);
  p["witness"] = r.witness ? action_json(*r.witness) : ordered_json(nullptr);
  return p;
}

ordered_json scenario_json(const scenario_result& r) {
  ordered_json s{{"id", r.id ? ordered_json(*r.id) : ordered_json(nullptr)}, {"line", r.line}, {"passed", r.passed}};
  s["expected"] = kept(r.expected);
  s["actual"] = kept(r.actual);
  s["error"] = nullptr;
  if (r.problem) s["error"] = {{"message", r.problem->message}, {"at", r.problem->at}};
  return s;
}

ordered_json coverage_json(const coverage& c) {
  ordered_json decisions = ordered_json::array(), clauses = ordered_json::array();
  for (const decision_entry* d : c.unreached_decisions()) decisions.push_back(d->name);
  for (const told_clause* t : c.unreached_clauses())
    clauses.push_back({{"rule", t->rule}, {"clause", t->text}, {"file", t->file}, {"line", t->line}});
  return {{"unreached_decisions", std::move(decisions)}, {"unreached_clauses", std::move(clauses)}};
}

}  // namespace

std::string to_json(const tested& results, json_layout layout) {
  const source_set& sources = *results.document->sources;
  ordered_json examples = ordered_json::array(), promises = ordered_json::array(), scenarios = ordered_json::array();
  for (const auto& r : results.examples) examples.push_back(example_json(r, sources));
  for (const auto& r : results.promises) promises.push_back(promise_json(r, sources));
  for (const auto& r : results.scenarios) scenarios.push_back(scenario_json(r));
  ordered_json all{{"examples", std::move(examples)}, {"promises", std::move(promises)}, {"scenarios", std::move(scenarios)}};
  if (results.coverage) all["coverage"] = coverage_json(*results.coverage);
  return put(all, layout);
}

}  // namespace remit
