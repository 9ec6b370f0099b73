// Figures and texts held against each other, one statement at a time.
// Not here: what follows for verdicts.
#include "wording_changes.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>

#include <remit/core/wording.hpp>

#include "bound_words.hpp"

namespace remit::analysis {
namespace {

using checked::document;

std::string days_words(const checked::days& d) {
  if (!d.from && !d.to) return {};
  return (d.from ? date_words(*d.from) : "") + (d.to ? " to " + date_words(*d.to) : "");
}

// Amounts of a fact or threshold; a negative one as a range writes it.
std::string figure_words(input_kind kind, std::int64_t n, currency money) {
  const bool days = kind == input_kind::date;
  return n < 0 && !days ? "-" + amount_words(-n, kind, money) : amount_words(n, kind, money);
}

bool is_ordered(input_kind kind) {
  return kind == input_kind::number || kind == input_kind::whole_number || kind == input_kind::money ||
         kind == input_kind::date || kind == input_kind::duration;
}

std::string type_words(input_kind kind) { return kind == input_kind::whole_number ? "whole number" : "number"; }

std::string default_words(const checked::input& i, currency money) {
  if (!i.standard) return {};
  switch (i.kind) {
    case input_kind::yes_no: return *i.standard != 0 ? "yes" : "no";
    case input_kind::text: return text_words(i.standard_text);
    case input_kind::one_of: return i.values.at(static_cast<std::size_t>(*i.standard)).name;
    case input_kind::any_of: {
      std::string all;
      for (std::size_t v = 0; v < i.values.size(); ++v)
        if ((static_cast<std::uint64_t>(*i.standard) >> v & 1) != 0) all += (all.empty() ? "" : ", ") + i.values[v].name;
      return all.empty() ? "none" : all;
    }
    default: return figure_words(i.kind, *i.standard, money);
  }
}

std::string signed_words(const document& d) {
  std::string all;
  for (const auto& s : d.agreed) {
    std::string parties;
    for (party_id p : s.parties) parties += (parties.empty() ? "" : ", ") + d.parties.at(p.value).name;
    all += (all.empty() ? "" : "; ") + parties + (s.on ? " on " + date_words(*s.on) : "");
  }
  return all;
}

class listing {
 public:
  listing(const document& before, const document& after, const ties& names, comparison& into)
      : before_{before}, after_{after}, names_{names}, into_{into} {}

  void run() {
    header();
    titles("party", before_.parties, after_.parties, names_.parties);
    titles("fact", before_.inputs, after_.inputs, names_.inputs);
    titles("class", before_.classes, after_.classes, names_.classes);
    titles("decision", before_.decisions, after_.decisions, names_.decisions);
    titles("pillar", before_.pillars, after_.pillars, names_.pillars);
    titles("rule", before_.rules, after_.rules, names_.rules);
    inputs();
    for (const auto& t : after_.thresholds)
      if (const auto* old = find(before_.thresholds, names_.thresholds.origin(t.name)))
        figure("threshold", t.name, "amount", figure_words(old->kind, old->amount, before_.currency),
               figure_words(t.kind, t.amount, after_.currency));
    rules();
    for (const auto& d : after_.decisions)
      if (const auto* old = find(before_.decisions, names_.decisions.origin(d.name)))
        figure("decision", d.name, "class", names_.classes.renamed(before_.classes.at(old->in.value).name),
               after_.classes.at(d.in.value).name);
    promises();
  }

 private:
  void header() {
    const std::string& name = after_.title;
    text("agreement", name, "title", before_.title, after_.title);
    text("agreement", name, "version", before_.version, after_.version);
    text("agreement", name, "review", before_.review ? period_words(*before_.review) : "",
         after_.review ? period_words(*after_.review) : "");
    text("agreement", name, "applies to", listed(before_.applies_to), listed(after_.applies_to));
    text("agreement", name, "agreed by", signed_words(before_), signed_words(after_));
    figure("agreement", name, "effective", days_words(before_.effective), days_words(after_.effective));
  }

  void inputs() {
    for (const auto& i : after_.inputs) {
      const auto* old = find(before_.inputs, names_.inputs.origin(i.name));
      if (old == nullptr) continue;
      if (i.kind == input_kind::ritual) {
        figure("ritual", i.name, "every", period_words(old->every), period_words(i.every));
        text("ritual", i.name, "for each", old->subject, i.subject);
      }
      if (i.kind != old->kind) figure("fact", i.name, "type", type_words(old->kind), type_words(i.kind));
      if (is_ordered(i.kind)) {
        figure("fact", i.name, "from", figure_words(old->kind, old->least, before_.currency),
               figure_words(i.kind, i.least, after_.currency));
        const bool old_open = old->most >= open_end, new_open = i.most >= open_end;
        figure("fact", i.name, "to", old_open ? "" : figure_words(old->kind, old->most, before_.currency),
               new_open ? "" : figure_words(i.kind, i.most, after_.currency));
      }
      const auto tied = names_.values.find(i.name);
      std::string standard = default_words(*old, before_.currency);
      if (tied != names_.values.end() && old->kind == input_kind::one_of) standard = tied->second.renamed(standard);
      figure("fact", i.name, "default", standard, default_words(i, after_.currency));
    }
  }

  void rules() {
    for (const auto& r : after_.rules) {
      const auto* old = find(before_.rules, names_.rules.origin(r.name));
      if (old == nullptr) continue;
      text("rule", r.name, "because", old->because, r.because);
      text("rule", r.name, "source", old->source, r.source);
      text("rule", r.name, "pillar", before_.pillars.at(old->pillar).name, after_.pillars.at(r.pillar).name);
      figure("rule", r.name, "statutory", old->statutory ? "yes" : "no", r.statutory ? "yes" : "no");
      figure("rule", r.name, "effective", days_words(old->effective), days_words(r.effective));
    }
  }

  // Promises have no names: their words are all there is.
  void promises() {
    const auto missing_from = [](const document& d, const std::string& words) {
      return std::none_of(d.promises.begin(), d.promises.end(), [&](const auto& p) { return p.words == words; });
    };
    for (const auto& p : after_.promises)
      if (missing_from(before_, p.words)) into_.added.push_back({"promise", p.words, {}});
    for (const auto& p : before_.promises)
      if (missing_from(after_, p.words)) into_.removed.push_back({"promise", p.words, {}});
  }

  template <class Things>
  auto find(const Things& things, const std::string& name) -> decltype(&things.front()) {
    auto& by_name = places_[&things];
    if (by_name.empty())
      for (std::size_t i = 0; i < things.size(); ++i) by_name.emplace(things[i].name, i);
    const auto at = by_name.find(name);
    return at == by_name.end() || name.empty() ? nullptr : &things[at->second];
  }
  template <class Things>
  void titles(const std::string& kind, const Things& before, const Things& after, const tie& names) {
    for (const auto& t : after)
      if (const auto* old = find(before, names.origin(t.name))) text(kind, t.name, "title", old->title, t.title);
  }
  static void changed(std::vector<rewording>& into, const std::string& kind, const std::string& name, const std::string& part,
                      const std::string& before, const std::string& after) {
    if (before != after) into.push_back({kind, name, part, before, after});
  }
  void text(const std::string& kind, const std::string& name, const std::string& part, const std::string& before,
            const std::string& after) {
    changed(into_.wording, kind, name, part, before, after);
  }
  void figure(const std::string& kind, const std::string& name, const std::string& part, const std::string& before,
              const std::string& after) {
    changed(into_.figures, kind, name, part, before, after);
  }

  static constexpr std::int64_t open_end = largest_amount / 2;  // what no range names
  const document& before_;
  const document& after_;
  const ties& names_;
  comparison& into_;
  std::map<const void*, std::unordered_map<std::string, std::size_t>> places_;  // of each list, by name
};

}  // namespace

void what_else_changed(const document& before, const document& after, const ties& names, comparison& into) {
  listing{before, after, names, into}.run();
}

}  // namespace remit::analysis
