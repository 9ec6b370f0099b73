// Texts and header statements that changed and decide nothing.
// Not here: what changes a verdict (compare.cpp).
#include "wording_changes.hpp"

#include <algorithm>
#include <utility>

#include <remit/core/wording.hpp>

namespace remit::analysis {
namespace {

std::string days_words(const checked::days& d) {
  if (!d.from && !d.to) return {};
  return (d.from ? date_words(*d.from) : "") + (d.to ? " to " + date_words(*d.to) : "");
}

class listing {
 public:
  listing(const checked::document& before, const checked::document& after, const ties& names)
      : before_{before}, after_{after}, names_{names} {}

  std::vector<rewording> run() {
    changed("agreement", after_.title, "title", before_.title, after_.title);
    changed("agreement", after_.title, "version", before_.version, after_.version);
    changed("agreement", after_.title, "effective", days_words(before_.effective), days_words(after_.effective));
    changed("agreement", after_.title, "review", before_.review ? period_words(*before_.review) : "",
            after_.review ? period_words(*after_.review) : "");
    changed("agreement", after_.title, "applies to", listed(before_.applies_to), listed(after_.applies_to));
    titles("party", before_.parties, after_.parties, names_.parties);
    titles("fact", before_.inputs, after_.inputs, names_.inputs);
    titles("class", before_.classes, after_.classes, names_.classes);
    titles("decision", before_.decisions, after_.decisions, names_.decisions);
    titles("rule", before_.rules, after_.rules, names_.rules);
    for (const auto& r : after_.rules) {
      const auto* old = find(before_.rules, names_.rules.origin(r.name));
      if (old == nullptr) continue;
      changed("rule", r.name, "because", old->because, r.because);
      changed("rule", r.name, "source", old->source, r.source);
      changed("rule", r.name, "pillar", before_.pillars.at(old->pillar).name, after_.pillars.at(r.pillar).name);
    }
    return std::move(changes_);
  }

 private:
  template <class Things>
  static auto find(const Things& things, const std::string& name) -> decltype(&things.front()) {
    const auto at = std::find_if(things.begin(), things.end(), [&](const auto& t) { return t.name == name; });
    return at == things.end() || name.empty() ? nullptr : &*at;
  }
  template <class Things>
  void titles(const std::string& kind, const Things& before, const Things& after, const tie& names) {
    for (const auto& t : after)
      if (const auto* old = find(before, names.origin(t.name))) changed(kind, t.name, "title", old->title, t.title);
  }
  void changed(const std::string& kind, const std::string& name, const std::string& part, const std::string& before,
               const std::string& after) {
    if (before != after) changes_.push_back({kind, name, part, before, after});
  }

  const checked::document& before_;
  const checked::document& after_;
  const ties& names_;
  std::vector<rewording> changes_;
};

}  // namespace

std::vector<rewording> wording_changes(const checked::document& before, const checked::document& after, const ties& names) {
  return listing{before, after, names}.run();
}

}  // namespace remit::analysis
