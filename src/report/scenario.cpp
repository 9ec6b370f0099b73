// What was expected held against the verdict's own JSON, member by member.
// Not here: reading the action (request.cpp).
#include <remit/report/scenario.hpp>

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include <remit/analysis/foresee.hpp>
#include <remit/core/spelling.hpp>
#include "action_reading.hpp"
#include "as_json.hpp"
#include "json_value.hpp"

namespace remit {
namespace {

using nlohmann::ordered_json;

bool matches(const json::value& wanted, const ordered_json& actual);

// Every entry wanted finds an actual one of its own. Lists in a verdict are short.
bool list_matches(const json::value& wanted, const ordered_json& actual) {
  if (!actual.is_array() || wanted.items.size() != actual.size()) return false;
  std::vector<const ordered_json*> left;
  for (const auto& entry : actual) left.push_back(&entry);
  return std::all_of(wanted.items.begin(), wanted.items.end(), [&](const json::value& w) {
    const auto found = std::find_if(left.begin(), left.end(), [&](const ordered_json* a) { return matches(w, *a); });
    if (found == left.end()) return false;
    left.erase(found);
    return true;
  });
}

bool matches(const json::value& wanted, const ordered_json& actual) {
  switch (wanted.kind) {
    case json::kind::null: return actual.is_null();
    case json::kind::boolean: return actual.is_boolean() && actual.get<bool>() == wanted.truth;
    case json::kind::number: return actual.is_number() && actual.dump() == wanted.text;
    case json::kind::string: return actual.is_string() && actual.get_ref<const std::string&>() == wanted.text;
    case json::kind::array: return list_matches(wanted, actual);
    case json::kind::object:
      for (std::size_t i = 0; i < wanted.names.size(); ++i) {
        const auto member = actual.is_object() ? actual.find(wanted.names[i]) : actual.end();
        if (member == actual.end() || !matches(wanted.items[i], *member)) return false;
      }
      return actual.is_object();
  }
  return false;
}

ordered_json tree_of(const json::value& v) {
  switch (v.kind) {
    case json::kind::null: return nullptr;
    case json::kind::boolean: return v.truth;
    case json::kind::number: return ordered_json::parse(v.text, nullptr, false);
    case json::kind::string: return v.text;
    case json::kind::array: {
      ordered_json list = ordered_json::array();
      for (const auto& item : v.items) list.push_back(tree_of(item));
      return list;
    }
    case json::kind::object: {
      ordered_json object = ordered_json::object();
      for (std::size_t i = 0; i < v.names.size(); ++i) object[v.names[i]] = tree_of(v.items[i]);
      return object;
    }
  }
  return nullptr;
}

// A member that a verdict does not have, or never has in this type, is a slip, not an expectation.
std::optional<input_problem> misfit(const json::value& expect, const ordered_json& verdict) {
  std::vector<std::string_view> members;
  for (const auto& [name, value] : verdict.items()) members.push_back(name);
  for (std::size_t i = 0; i < expect.names.size(); ++i) {
    const std::string& name = expect.names[i];
    const std::string at = json::below("/expect", name);
    const auto member = verdict.find(name);
    if (member == verdict.end()) {
      const std::string_view meant = nearest(name, members);
      return input_problem{
          {},
          fmt::format("a verdict has no member `{}`{}", name, meant.empty() ? "" : fmt::format("; did you mean `{}`?", meant)),
          at};
    }
    const bool list = expect.items[i].kind == json::kind::array, object = expect.items[i].kind == json::kind::object;
    if (list == member->is_array() && object == member->is_object()) continue;
    return input_problem{{}, fmt::format("`{}` of a verdict is not {}", name, json::name_of(expect.items[i].kind)), at};
  }
  return std::nullopt;
}

}  // namespace

scenario_result run_scenario(const agreement& under, std::string_view json, std::uint32_t line) {
  scenario_result result;
  result.line = line;
  const auto refuse = [&](input_problem p) {
    if (!result.id) result.id = p.id;
    result.problem = std::move(p);
    return std::move(result);
  };
  auto document = document_from(json);
  if (auto* p = std::get_if<input_problem>(&document)) return refuse(std::move(*p));
  const json::value& written = std::get<json::value>(document);
  auto read = action_from(under, written, {"expect"});
  if (auto* p = std::get_if<input_problem>(&read)) return refuse(std::move(*p));
  auto& asked = std::get<action_request>(read);
  result.id = asked.id;
  const json::value* expect = written.member("expect");
  if (expect == nullptr) return refuse({asked.id, "`expect` is missing: which verdict should it get?", {}});
  if (expect->kind != json::kind::object)
    return refuse({asked.id, fmt::format("an object is needed here, not {}", json::name_of(expect->kind)), "/expect"});

  result.given = foresee(under, asked.action).verdict;
  const ordered_json verdict = verdict_json(asked, result.given);
  if (auto p = misfit(*expect, verdict)) return refuse(std::move(*p));
  ordered_json actual = ordered_json::object();
  for (const std::string& name : expect->names) actual[name] = verdict.at(name);
  result.passed = matches(*expect, verdict);
  result.expected = put(tree_of(*expect), json_layout::one_line);
  result.actual = put(actual, json_layout::one_line);
  result.asked = std::move(asked);
  return result;
}

}  // namespace remit
