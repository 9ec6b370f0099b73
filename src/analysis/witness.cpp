// An action that shows a finding.
// Not here: finding it.
#include "witness.hpp"

#include <remit/analysis/example_words.hpp>

#include "action_json.hpp"

namespace remit::analysis {

void show(diagnostic& d, const action& witness, std::string_view gets) {
  d.witness = action_json(witness).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  d.witness_words = example_words(witness);
  d.witness_words.append("expect ").append(gets);
}

}  // namespace remit::analysis
