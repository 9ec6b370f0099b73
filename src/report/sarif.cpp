// Findings of the checker as results.
// Not here: the log around them (sarif_log.cpp).
#include <remit/report/sarif.hpp>

#include "as_json.hpp"
#include "sarif_log.hpp"

namespace remit {
namespace {

using nlohmann::ordered_json;

std::string_view level_of(severity s) { return s == severity::info ? "note" : severity_text(s); }

}  // namespace

std::string to_sarif(const std::vector<diagnostics>& found, json_layout layout) {
  sarif_log log;
  for (const diagnostics& list : found)
    for (const diagnostic& d : list) {
      const std::string message = d.help.empty() ? d.message : d.message + "; " + d.help;
      ordered_json& result = log.add(code_text(d.code), entry_of(d.code).title, level_of(d.severity()), message,
                                     sarif_location(list.sources(), d.where));
      for (const related_place& r : d.related)
        result["relatedLocations"].push_back(sarif_location(list.sources(), r.where, r.message));
      const ordered_json witness = ordered_json::parse(d.witness, nullptr, false);
      if (!witness.is_discarded()) result["properties"] = {{"witness", witness}};
    }
  return put(log.whole(), layout);
}

}  // namespace remit
