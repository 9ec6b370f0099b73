// An action as JSON, the way it is read.
// Not here: the same in the language (example_words.hpp), reading either.
#pragma once

#include <nlohmann/json.hpp>

#include <remit/agreement/action.hpp>

namespace remit {

nlohmann::ordered_json action_json(const action& a);

}  // namespace remit
