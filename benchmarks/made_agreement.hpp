// Agreements of any size, always the same for the same numbers.
// Not here: the examples that people wrote (agreements.hpp).
#pragma once

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <remit/analysis/load.hpp>
#include <remit/check/check.hpp>
#include <remit/check/lower.hpp>
#include <remit/core/source.hpp>
#include <remit/syntax/read.hpp>

namespace benchmarks {

struct size {
  int rules = 10;
  int decisions = 1;
  int facts = 10;   ///< half of them yes/no, half money with two thresholds each
  int moved = -1;   ///< the rule whose bound is £1 higher; none if negative
};

inline std::string text_of(const size& s) {
  std::mt19937 random{20261122};
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  std::string text =
      "agreement \"Made\"\nlanguage 1\ncurrency GBP\nparty strategy \"Strategy\" above all\nparty team \"Team\"\n"
      "party insight \"Insight\" advisory\nparty enabler \"Enabler\" advisory\nrole treasurer \"Treasurer\" in team\n"
      "outside this agreement escalate to strategy\n";
  const int flags = s.facts / 2, sums = s.facts - flags;
  for (int f = 0; f < flags; ++f) text += "fact flag" + std::to_string(f) + " : yes/no\n";
  for (int f = 0; f < sums; ++f) text += "fact sum" + std::to_string(f) + " : money\n";
  text += "decisions own \"Own\" held by team {\n";
  for (int d = 0; d < s.decisions; ++d) text += "  act" + std::to_string(d) + " \"Act\"\n";
  text += "}\npillar p \"Pillar\" {\n";
  const auto atom = [&](int more) {
    const int f = below(flags + sums);
    if (f < flags) return (below(2) == 0 ? "" : "not ") + ("flag" + std::to_string(f));
    const int bound = (below(2) + 1) * 500 * (f - flags + 1) + more;
    return "sum" + std::to_string(f - flags) + (below(2) == 0 ? " over £" : " at most £") + std::to_string(bound);
  };
  static const char* const asks[] = {"consult treasurer", "consult insight", "consult enabler", "escalate to strategy"};
  for (int r = 0; r < s.rules; ++r) {
    text += "rule r" + std::to_string(r) + " \"Rule\" for act" + std::to_string(r % s.decisions) + " { " + asks[below(4)] + " when ";
    const int joined = 1 + below(3);
    for (int a = 0; a < joined; ++a) text += (a == 0 ? "" : " and ") + atom(r == s.moved ? 1 : 0);
    text += " }\n";
  }
  return text + "}\n";
}

[[noreturn]] inline void does_not_load() {
  std::fputs("a made agreement does not load\n", stderr);
  std::exit(1);
}

/// Loads it, or ends the program.
inline remit::loaded made(const size& s) {
  remit::loaded l = remit::load_text(text_of(s), "made.remit");
  if (!l) does_not_load();
  return l;
}

/// Made ready to decide, and no more: neither examples nor promises, nothing examined. For the large ones.
struct ready {
  remit::checked::document document;
  remit::agreement agreement;
};
inline ready made_ready(const size& s) {
  const auto sources = std::make_shared<remit::source_set>();
  sources->add("made.remit", text_of(s));
  remit::diagnostics found{sources};
  std::vector<remit::read_file> files;
  files.push_back({remit::syntax::read(*sources, 0, found), {}});
  auto document = remit::check_document(sources, files, {}, found);
  if (!document) does_not_load();
  remit::agreement agreement = remit::lower(*document);
  return {std::move(*document), std::move(agreement)};
}

}  // namespace benchmarks
