// An action as programs hand it over: JSON, read strictly, every fault named with its place.
// Not here: the answer (json.hpp), scenarios (scenario.hpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <remit/agreement/action.hpp>
#include <remit/agreement/agreement.hpp>

namespace remit {

/// An action as it was asked about.
struct action_request {
  std::optional<std::string> id;  ///< the caller's own; echoed in the answer
  std::string decision;           ///< as asked: a decision the agreement does not declare is outside it, not an error
  remit::action action;
};

/// Why JSON is not an action under this agreement.
struct input_problem {
  std::optional<std::string> id;
  std::string message;
  std::string at;  ///< a JSON pointer: `/facts/cost`
};

/// Reads an action. Unknown and repeated members, wrong types, wrong currencies, values out of range or too fine,
/// and names the agreement does not have are problems; nothing is guessed.
std::variant<action_request, input_problem> read_action(const agreement& under, std::string_view json);

}  // namespace remit
