// Agreements that say the same another way, compared: nothing changes. Generated ones, and those among the examples.
// Not here: what changes when something does (every_edit_test.cpp).
#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <stdexcept>
#include <tuple>

#include <remit/analysis/compare.hpp>
#include <remit/analysis/load.hpp>
#include <remit/check/lower.hpp>

#include "support/catch.hpp"
#include "support/disagreement.hpp"
#include "support/edit.hpp"
#include "support/generate.hpp"
#include "support/plain_verdict.hpp"
#include "support/print.hpp"
#include "support/rename.hpp"
#include "support/reword.hpp"

using namespace remit;
using namespace remit::agree;

namespace {

loaded read(const std::string& text, const load_options& options = {}) {
  loaded made = load_text(text, "same.remit", options);
  std::string said;
  for (const diagnostic& f : made.diagnostics())
    if (f.severity() == severity::error)
      said += std::to_string(made.diagnostics().sources().start_of(f.where).line) + ": " + f.message + "\n";
  if (!made) throw std::runtime_error(said + text);
  return made;
}

// What a person would be told of; empty where nothing changes. A threshold can be said by its amount, and is gone then.
std::string told(const remit::comparison& c) {
  std::string all;
  for (const auto& d : c.changes)
    all += d.decision + " by " + d.by + " when " + d.when + ": " + words(plain(d.before)) + " => " + words(plain(d.after)) + "\n";
  for (const auto& t : c.added) all += "added " + t.kind + " " + t.name + "\n";
  for (const auto& t : c.removed)
    if (t.kind != "threshold") all += "removed " + t.kind + " " + t.name + "\n";
  for (const auto& t : c.renamed) all += "renamed " + t.kind + " " + t.from + " " + t.to + "\n";
  for (const auto& t : c.conflicts) all += "conflict " + t + "\n";
  for (const auto& t : c.undecided) all += "undecided " + t.decision + " by " + t.by + "\n";
  return all;
}

remit::comparison compared_with(const loaded& before, const loaded& after) {
  return remit::compare(compared{*before.document(), *before}, compared{*after.document(), *after});
}

/// The text without promises and examples, for agreements at random and those of the examples' folder.
struct written {
  std::string name;
  checked::document document;
};

std::vector<written> examples() {
  std::vector<written> all;
  for (const char* name : {"blueprint", "northtown", "status-quo"}) {
    const loaded file = load(REMIT_SOURCE_DIR "/examples/agreements/" + std::string{name} + ".remit");
    REQUIRE(file);
    checked::document d = *file.document();
    d.promises.clear();
    d.examples.clear();
    // What was written of names and frameworks is of no matter here.
    const loaded again = read(generate::text_of(d));
    INFO(name << "\n" << told(compared_with(file, again)));
    REQUIRE(compared_with(file, again).changes.empty());
    all.push_back({name, *again.document()});
  }
  return all;
}

using saying = std::function<checked::document(generate::random&, const checked::document&)>;

void check_same(const char* what, std::uint64_t test, std::uint64_t count, const saying& otherwise) {
  unsigned long long pairs = 0;
  const auto same = [&](generate::random& r, const checked::document& d, const std::string& name) {
    const loaded before = read(generate::text_of(d)), after = read(generate::text_of(otherwise(r, d)));
    const std::string changes = told(compared_with(before, after));
    INFO(name << "\n" << changes << "\n" << generate::text_of(*before.document()) << "\n=>\n" << generate::text_of(*after.document()));
    REQUIRE(changes.empty());
  };
  for (const std::uint64_t end = as_many_as(count); pairs < end; ++pairs) {
    const std::uint64_t seed = seed_of(test, pairs);
    generate::random r{seed};
    same(r, generate::document(r, {pairs % 2 == 0, true}), "seed " + std::to_string(seed));
  }
  for (const written& e : examples())
    for (std::uint64_t n = 0; n < 5; ++n, ++pairs) {
      generate::random r{seed_of(test + 1, n)};
      same(r, e.document, e.name);
    }
  std::printf("%s: %llu pairs, nothing changes\n", what, pairs);
}

}  // namespace

TEST_CASE("another order changes nothing", "[agree][analysis]") {
  check_same("another order", 20, 500, [](generate::random& r, const checked::document& d) { return generate::reorder(r, d).document; });
}

TEST_CASE("other words for the same change nothing", "[agree][analysis]") {
  check_same("other words", 22, 1'000, [](generate::random& r, const checked::document& d) { return generate::reword(r, d); });
}

TEST_CASE("other words in another order, twice, change nothing", "[agree][analysis]") {
  check_same("other words in another order", 24, 300, [](generate::random& r, const checked::document& d) {
    return generate::reword(r, generate::reorder(r, generate::reword(r, d)).document);
  });
}

TEST_CASE("a framework that holds what the agreement held changes nothing", "[agree][analysis]") {
  unsigned long long pairs = 0;
  for (const std::uint64_t end = as_many_as(400); pairs < end; ++pairs) {
    const std::uint64_t seed = seed_of(26, pairs);
    generate::random r{seed};
    const std::string text = generate::text_of(generate::document(r, {pairs % 2 == 0, true}));
    // The header, the declarations, `outside`, more declarations, the pillars.
    const std::size_t parties = text.find("party "), outside = text.find("outside this"), facts = text.find('\n', outside) + 1,
                      pillars = std::min(text.find("pillar "), text.size());
    const bool with_pillars = pairs % 3 != 0;
    const std::string framework = "framework \"Shared\"\nlanguage 1\ncurrency GBP\n" + text.substr(parties, outside - parties) +
                                  text.substr(facts, pillars - facts) + (with_pillars ? text.substr(pillars) : "");
    const std::string agreement = text.substr(0, parties) + "include \"shared.remit\"\n" + text.substr(outside, facts - outside) +
                                  (with_pillars ? "" : text.substr(pillars));
    load_options options;
    options.resolver = [&](std::string_view, std::string_view) { return resolved_include{framework, "shared.remit", {}}; };
    const loaded before = read(text), after = read(agreement, options);
    INFO("seed " << seed << "\n" << agreement << "\n" << framework << told(compared_with(before, after)));
    REQUIRE(told(compared_with(before, after)).empty());
    REQUIRE(told(compared_with(after, before)).empty());
  }
  std::printf("split into a framework: %llu pairs, nothing changes\n", pairs);
}

namespace {

std::vector<std::pair<std::string, std::string>> sorted(std::vector<std::pair<std::string, std::string>> all) {
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<std::pair<std::string, std::string>> renames(const remit::comparison& c) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& t : c.renamed) all.emplace_back(t.from, t.to);
  return sorted(std::move(all));
}

}  // namespace

TEST_CASE("names that say what they were change nothing, and are told", "[agree][analysis]") {
  unsigned long long pairs = 0, names = 0;
  const auto same = [&](generate::random& r, const checked::document& d, const std::string& name) {
    const generate::renamed other = generate::rename(r, d);
    const loaded before = read(generate::text_of(d)), after = read(generate::text_of(other.document));
    remit::comparison c = compared_with(before, after);
    INFO(name << "\n" << told(c) << "\n" << generate::text_of(d) << "\n=>\n" << generate::text_of(other.document));
    REQUIRE(renames(c) == sorted(other.names));
    c.renamed.clear();
    REQUIRE(told(c).empty());
    names += other.names.size();
  };
  for (const std::uint64_t end = as_many_as(500); pairs < end; ++pairs) {
    const std::uint64_t seed = seed_of(27, pairs);
    generate::random r{seed};
    same(r, generate::document(r, {pairs % 2 == 0, true}), "seed " + std::to_string(seed));
  }
  for (const written& e : examples()) {
    generate::random r{seed_of(28, 0)};
    same(r, e.document, e.name);
    ++pairs;
  }
  std::printf("other names: %llu pairs, %llu names told, nothing changes\n", pairs, names);
}

TEST_CASE("what changes is the same under other names", "[agree][analysis]") {
  unsigned long long pairs = 0, regions = 0;
  for (const std::uint64_t end = as_many_as(300); pairs < end; ++pairs) {
    const std::uint64_t seed = seed_of(29, pairs);
    generate::random r{seed};
    const checked::document before = generate::document(r, {pairs % 2 == 0, true});
    checked::document after = before;
    generate::edit(r, after);
    generate::tell_words(after);
    const generate::renamed other = generate::rename(r, after);
    const auto compared_to = [&](const checked::document& d) {
      return remit::compare(compared{before, lower(before)}, compared{d, lower(d)});
    };
    const remit::comparison as_it_was = compared_to(after), renamed = compared_to(other.document);
    INFO("seed " << seed << "\n" << told(as_it_was) << "\n=>\n" << told(renamed) << generate::text_of(before) << generate::text_of(other.document));
    // By what each party and decision was called.
    std::map<std::string, std::string> was;
    for (const auto& p : other.document.parties) was[p.name] = p.formerly.empty() ? p.name : p.formerly;
    for (const auto& p : other.document.decisions) was[p.name] = p.formerly.empty() ? p.name : p.formerly;
    const auto facts_of = [&](const remit::comparison& c, bool back) {
      std::vector<std::tuple<std::string, std::string, direction, outcome, outcome, std::size_t>> all;
      for (const auto& d : c.changes)
        all.emplace_back(back ? was.at(d.decision) : d.decision, back ? was.at(d.by) : d.by, d.direction, d.before.outcome,
                         d.after.outcome, d.after.consult.size());
      std::sort(all.begin(), all.end());
      return all;
    };
    REQUIRE(facts_of(renamed, true) == facts_of(as_it_was, false));
    regions += as_it_was.changes.size();
  }
  std::printf("changes under other names: %llu pairs, %llu regions alike\n", pairs, regions);
  CHECK(regions > 0);
}
