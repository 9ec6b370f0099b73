// What the JSON writers share: the tree of a verdict, a text or null, and putting a tree on paper.
// Not here: anything of nlohmann in a public header; this one stays among the .cpp files.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include <remit/agreement/verdict.hpp>
#include <remit/report/json.hpp>
#include <remit/report/request.hpp>
#include "../analysis/action_json.hpp"

namespace remit {

/// What to_json writes of a verdict, as a tree for those who add to it or look into it.
nlohmann::ordered_json verdict_json(const action_request& asked, const verdict& given);

/// A verdict cut to outcome, to, consult, approval, duties.
nlohmann::ordered_json cut_json(const verdict& given);
std::string_view name_of(outcome o);
std::string_view name_of(duty_kind k);
/// A clause that fired, as the `rules` of a verdict list it.
nlohmann::ordered_json clause_json(const told_clause& c);

/// Nothing to say is null, never an empty string.
inline nlohmann::ordered_json text_or_null(std::string_view text) {
  return text.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(text);
}

/// Bytes that are not UTF-8 (from a file that was refused for them, say) become the replacement character.
inline std::string put(const nlohmann::ordered_json& tree, json_layout layout) {
  return tree.dump(layout == json_layout::indented ? 2 : -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace remit
