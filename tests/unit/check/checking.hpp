// Small agreements for the tests of the check, and their findings as one line each.
// Not here: files (agreements_test.cpp).
#pragma once

#include <map>
#include <string>

#include <remit/analysis/load.hpp>

namespace remit::testing {

/// An agreement with nothing to complain of but what `body` brings, for `load_text`.
inline std::string agreement_with(const std::string& body) {
  return "agreement \"A\"\ncurrency GBP\nparty lead \"Lead\" above all\nparty team \"Team\"\nrole scribe \"Scribe\" in team\n"
         "outside this agreement escalate to lead\n"
         "fact cost : money fact spent : money fact serious : yes/no fact visits : whole number from 0 to 31 fact rate : number\n"
         "fact place : one of home, school, street fact carries : any of keys, phone\n"
         "fact from_day : date fact notice : duration fact label : text\n"
         "ritual round \"Round\" every 1 week\nthreshold limit = £100\n"
         "decisions case \"Case\" held by team { visit \"Visit\" buy \"Buy\" }\n" +
         body + "\n";
}

/// One rule whose clause asks the scribe when the condition holds.
inline std::string rule_when(const std::string& condition) {
  return agreement_with("pillar one \"One\" { rule r \"R\" { consult scribe when " + condition + " } }");
}

/// `R0204 cots`: the code and the text it points at, of every error; joined by `; `.
inline std::string errors_of(const loaded& l) {
  std::string all;
  for (const diagnostic& d : l.diagnostics()) {
    if (d.severity() != severity::error) continue;
    if (!all.empty()) all += "; ";
    all += code_text(d.code) + " " + std::string{l.diagnostics().sources().text(d.where)};
  }
  return all;
}
inline std::string errors_in(const std::string& text) { return errors_of(load_text(text, "test.remit")); }

}  // namespace remit::testing
