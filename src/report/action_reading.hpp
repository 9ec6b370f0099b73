// One action being read from JSON, member by member; the first fault ends it.
// Not here: text to tree (json_value.hpp), values of slots (slot_value.hpp).
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <remit/report/request.hpp>
#include "json_value.hpp"

namespace remit {

/// The action in `document`, which may have the `further` members besides an action's own.
std::variant<action_request, input_problem> action_from(const agreement& under, const json::value& document,
                                                        std::initializer_list<std::string_view> further = {});

/// The text's JSON tree, or the problem with it.
std::variant<json::value, input_problem> document_from(std::string_view json);

}  // namespace remit
