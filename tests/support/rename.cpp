// Other names.
// Not here: what they tie.
#include "support/rename.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "support/print.hpp"

namespace remit::generate {
namespace {

class renaming {
 public:
  renaming(random& r, checked::document d) : r_{r}, out_{std::move(d), {}} {}

  renamed run() {
    checked::document& d = out_.document;
    all(d.parties);
    // The date keeps its name, and `amendment …` follows what it is about.
    const auto amendments = std::stable_partition(d.inputs.begin() + 1, d.inputs.end(), [](const checked::input& in) {
      return in.name.find(' ') == in.name.npos;
    });
    std::vector<checked::input> inputs(d.inputs.begin() + 1, amendments);
    all(inputs);
    std::copy(inputs.begin(), inputs.end(), d.inputs.begin() + 1);
    for (checked::input& in : d.inputs) all(in.values);
    const std::map<std::string, std::string> thresholds = all(d.thresholds);
    all(d.classes);
    all(d.decisions);
    all(d.rules);
    for (checked::rule& rule : d.rules)
      for (checked::clause& c : rule.clauses)
        for (auto* said : {&c.when, &c.unless})
          if (*said) in_condition(**said, thresholds);
    for (checked::input& in : d.inputs)
      for (const auto& [before, now] : out_.names)
        if (in.name.starts_with("amendment ") && in.name.ends_with(" " + before)) {
          in.name.replace(in.name.size() - before.size(), before.size(), now);
          break;
        }
    tell_words(d);
    return std::move(out_);
  }

 private:
  // In the name of `amendment touches X`, or that name itself.
  bool is_spoken_of(const std::string& name) const {
    return std::any_of(out_.document.inputs.begin(), out_.document.inputs.end(), [&](const checked::input& in) {
      return in.name.find(' ') != std::string::npos && (in.name == name || in.name.ends_with(" " + name));
    });
  }

  template <class Things>
  std::map<std::string, std::string> all(Things& things) {
    std::map<std::string, std::string> to;
    const bool all_may = std::none_of(things.begin(), things.end(), [&](const auto& t) { return is_spoken_of(t.name); });
    const bool round = all_may && things.size() > 1 && r_.chance(25);
    std::vector<std::string> before;
    for (const auto& t : things) before.push_back(t.name);
    for (std::size_t i = 0; i < things.size(); ++i) {
      if (is_spoken_of(things[i].name) || (!round && r_.chance(20))) continue;
      things[i].name = round ? before[(i + 1) % before.size()] : "now_" + before[i];
      things[i].formerly = before[i];
      to.emplace(before[i], things[i].name);
      out_.names.emplace_back(before[i], things[i].name);
    }
    return to;
  }

  static void in_condition(checked::condition& c, const std::map<std::string, std::string>& thresholds) {
    for (checked::condition& child : c.children) in_condition(child, thresholds);
    for (checked::side* side : {&c.left, &c.right})
      for (checked::side::term& t : side->terms)
        if (const auto at = thresholds.find(t.threshold); at != thresholds.end()) t.threshold = at->second;
  }

  random& r_;
  renamed out_;
};

}  // namespace

renamed rename(random& r, checked::document d) { return renaming{r, std::move(d)}.run(); }

}  // namespace remit::generate
