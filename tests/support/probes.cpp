// Regions read back.
// Not here: whether they are right.
#include "support/probes.hpp"

#include <algorithm>
#include <stdexcept>

#include <remit/core/codes.hpp>

#include "support/print.hpp"

namespace remit::agree {

std::string probed(const checked::document& d, const remit::comparison& c) {
  std::string text = generate::text_of(d) + "pillar probes \"Probes\" {\n";
  for (std::size_t i = 0; i < c.changes.size(); ++i) {
    if (!c.changes[i].witness->decision()) continue;  // rules do not bear on what is outside
    const std::string name = "probe_" + std::to_string(i);
    text += "  rule " + name + " \"Probe\" for " + c.changes[i].decision + " { record \"" + name + "\"" +
            (c.changes[i].when.empty() ? "" : " when " + c.changes[i].when) + " }\n";
  }
  return text + "}\n";
}

const std::optional<checked::condition>& probes::when(std::size_t n) const {
  const auto& rules = document().rules;
  const auto at = std::find_if(rules.begin(), rules.end(), [&](const auto& r) { return r.name == "probe_" + std::to_string(n); });
  static const std::optional<checked::condition> every_action;
  return at == rules.end() ? every_action : at->clauses.at(0).when;
}

std::optional<probes> read_back(const checked::document& d, const remit::comparison& c) {
  const std::string text = probed(d, c);
  loaded with_probes = load_text(text, "probes.remit");
  std::string said;
  for (const diagnostic& found : with_probes.diagnostics()) {
    if (found.code == code::repeated_item || found.code == code::too_many) return {};
    if (found.severity() == severity::error) said += found.message + "\n";
  }
  if (!with_probes) throw std::runtime_error(said + text);
  return probes{std::move(with_probes)};
}

}  // namespace remit::agree
