// Checked document to executable agreement, decision by decision.
// Not here: conditions (lower_condition.cpp), who owns the result (tables.cpp), its digest (digest.cpp).
#include <remit/check/lower.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <gsl/gsl>

#include "digest.hpp"
#include "group.hpp"
#include "lower_condition.hpp"
#include "seats.hpp"
#include "sieve_making.hpp"
#include "small_decisions.hpp"
#include "tables.hpp"

namespace remit {
namespace {

template <class T>
std::uint32_t size_of(const std::vector<T>& rows) {
  return gsl::narrow<std::uint32_t>(rows.size());
}

class lowering {
 public:
  explicit lowering(const checked::document& document)
      : document_{document}, into_{std::make_unique<tables>()}, conditions_{*into_} {}

  agreement run() {
    Expects(!document_.is_framework);
    header();
    for (const auto& p : document_.parties) party(p);
    for (const auto& i : document_.inputs) input(i);
    for (const auto& c : document_.classes) into_->class_rows.push_back({into_->keep(c.name), into_->keep(c.title)});
    for (const auto& r : document_.rules) told(r);
    for (const auto& g : document_.outside) into_->outside_rows.push_back(group(g, party_use::decide));
    rules_by_decision();
    for (std::uint32_t d = 0; d < document_.decisions.size(); ++d) decision(decision_id{d});
    into_->close();
    fast_rows();
    return agreement{into_.release()};
  }

 private:
  // What is worked out from the rest, so that deciding is quick.
  void fast_rows() {
    seats all{*into_};
    std::vector<stretch_entry> stretches;
    for (decision_entry& d : into_->decision_rows) {
      const auto sieve = sieve_of(*into_, d);
      std::vector<small_clause> clauses;
      if (is_small(*into_, d)) {
        clauses = masks_of(*into_, d);
        all.add(d, clauses);
      }
      if (d.seats != nullptr) {
        stretches.push_back(seated(d, sieve, clauses));
      } else {
        d.sieve = kept(sieve);
        stretches.emplace_back();
      }
      d.small_clauses = into_->keep_near(clauses);
    }
    into_->tell_stretches(stretches);
  }
  // What every evaluation of a decision with seats reads lies together, the rest behind it.
  stretch_entry seated(decision_entry& d, const std::vector<std::uint64_t>& sieve, std::vector<small_clause>& clauses) {
    const auto groups = groups_of(*into_, d);
    const auto asked = asked_of(groups);
    const auto approvals = approvals_of(asked);
    tell_asked(d, asked, clauses);
    d.asked = into_->keep_near(asked_by(clauses), true);
    d.sieve = kept(sieve);
    d.approvals = into_->keep_near(approvals);
    const stretch_entry stretch = stretch_entry::of(d.asked, d.approvals + approvals.size());
    d.small_groups = into_->keep_near(groups);
    d.looks = into_->keep_near(looks_of(clauses));
    return stretch;
  }
  view<std::uint64_t> kept(const std::vector<std::uint64_t>& sieve) { return {into_->keep_near(sieve), size_of(sieve)}; }

  void header() {
    into_->title = into_->keep(document_.title);
    into_->version = into_->keep(document_.version);
    into_->digest = into_->keep(digest_of(document_));
    into_->currency = document_.currency;
    if (document_.effective.from) into_->first_day = document_.effective.from->days() * duration::minutes_a_day;
    if (document_.effective.to) into_->last_day = document_.effective.to->days() * duration::minutes_a_day;
  }

  void party(const checked::party& p) {
    party_entry e;
    e.is_role = p.is_role;
    e.advisory = p.advisory;
    e.body = p.body;
    for (party_id below : p.below) e.below.insert(below.value);
    e.name = into_->keep(p.name);
    e.title = into_->keep(p.title);
    into_->party_name_rows.push_back({e.name, size_of(into_->party_rows)});
    into_->party_rows.push_back(e);
  }

  void input(const checked::input& i) {
    input_entry e;
    e.kind = i.kind;
    e.has_default = i.standard.has_value();
    e.default_value = i.standard.value_or(0);
    e.least = i.least;
    e.most = i.most;
    e.step = i.step;
    e.every = i.every;
    e.name = into_->keep(i.name);
    e.title = into_->keep(i.title);
    auto& values = into_->value_lists.emplace_back();
    for (const auto& v : i.values) values.push_back(into_->keep(v.name));
    e.values = {values.data(), size_of(values)};
    if (i.kind != input_kind::day) into_->input_name_rows.push_back({e.name, size_of(into_->input_rows)});
    into_->input_rows.push_back(e);
  }

  std::uint32_t group(const checked::group& g, party_use use) {
    auto [members, met_by, written] = spell_out(g, {into_->party_rows.data(), size_of(into_->party_rows)}, use);
    group_entry e;
    e.met_by = met_by;
    e.written = written;
    bool first = true;
    e.written.each([&](std::uint32_t p) {
      const party_set& below = into_->party_rows[p].below;
      e.below_all = first ? below : e.below_all & below;
      e.below_any |= below;
      first = false;
    });
    for (std::uint32_t p = 0; p < into_->party_rows.size(); ++p)
      if (e.written.within(into_->party_rows[p].below)) e.above_all.insert(p);

    std::vector<std::uint32_t> key;
    for (party_id p : members) key.push_back(p.value);
    key.push_back(party_id::nothing);
    e.written.each([&](std::uint32_t p) { key.push_back(p); });
    const auto [at, fresh] = groups_.try_emplace(std::move(key), size_of(into_->group_rows));
    if (fresh) {
      const auto& kept = into_->member_lists.emplace_back(std::move(members));
      e.members = {kept.data(), size_of(kept)};
      into_->group_rows.push_back(e);
    }
    return at->second;
  }

  // Duties told alike are one, in whatever order their parties are written.
  std::uint32_t duty(const checked::duty& d) {
    std::vector<std::uint32_t> to;
    std::set<std::set<std::uint32_t>> told;
    for (const auto& g : d.to) {
      to.push_back(group(g, party_use::advise));
      std::set<std::uint32_t> parties;
      into_->group_rows[to.back()].met_by.each([&](std::uint32_t p) { parties.insert(p); });
      if (!told.insert(std::move(parties)).second) to.pop_back();
    }
    const auto [at, fresh] =
        duties_.try_emplace({d.kind, d.what, d.within, std::move(told)}, size_of(into_->duty_rows));
    if (fresh) {
      const auto& kept = into_->number_lists.emplace_back(std::move(to));
      into_->duty_rows.push_back({d.kind, into_->keep(d.what), {kept.data(), size_of(kept)}, into_->keep(d.within)});
    }
    return at->second;
  }

  void told(const checked::rule& r) {
    first_told_.push_back(size_of(into_->told_clause_rows));
    const checked::pillar& pillar = document_.pillars.at(r.pillar);
    told_clause t;
    t.rule = into_->keep(r.name);
    t.rule_title = into_->keep(r.title);
    t.pillar = into_->keep(pillar.name);
    t.pillar_title = into_->keep(pillar.title);
    t.because = into_->keep(r.because);
    t.source = into_->keep(r.source);
    t.statutory = r.statutory;
    for (const auto& c : r.clauses) {
      t.text = into_->keep(c.words);
      t.file = into_->keep(std::string{document_.sources->name(c.where.file)});
      t.line = document_.sources->start_of(c.where).line;
      into_->told_clause_rows.push_back(t);
    }
  }

  void rules_by_decision() {
    covering_.resize(document_.decisions.size());
    for (std::uint32_t r = 0; r < document_.rules.size(); ++r) {
      const checked::rule& rule = document_.rules[r];
      if (rule.clauses.empty()) continue;
      if (rule.everywhere)
        for (auto& covering : covering_) covering.push_back(r);
      else
        for (decision_id d : rule.covers) covering_.at(d.value).push_back(r);
    }
  }

  void decision(decision_id id) {
    const checked::decision& d = document_.decisions[id.value];
    const checked::decision_class& in = document_.classes.at(d.in.value);
    decision_entry e;
    e.name = into_->keep(d.name);
    e.title = into_->keep(d.title);
    e.decision_class = d.in.value;
    into_->decision_name_rows.push_back({e.name, id.value});

    local_ = {};
    for (const auto& g : in.held_by) local_.groups.push_back(group(g, party_use::decide));
    e.holders = size_of(local_.groups);
    e.clauses.first = size_of(into_->clause_rows);
    for (std::uint32_t r : covering_[id.value]) local_.rules.emplace(r, gsl::narrow<std::uint32_t>(local_.rules.size()));
    for (std::uint32_t r : covering_[id.value])
      for (std::uint32_t c = 0; c < document_.rules[r].clauses.size(); ++c) clause(id, r, c, e.holders);
    e.clauses.count = size_of(into_->clause_rows) - e.clauses.first;
    e.rules = gsl::narrow<std::uint32_t>(local_.rules.size());
    e.groups = appended(into_->decision_group_rows, local_.groups);
    e.duties = appended(into_->decision_duty_rows, local_.duties);
    Ensures(e.clauses.count <= limits::clauses_a_decision && e.groups.count <= limits::groups_a_decision &&
            e.duties.count <= limits::duties_a_decision);
    into_->decision_rows.push_back(e);
    for (std::uint32_t p = 0; p < document_.promises.size(); ++p)
      if (const auto speaks = conditions_.of(document_.promises[p], id); !speaks.never)
        into_->claim_rows.push_back({p, id, speaks.node});
  }

  void clause(decision_id id, std::uint32_t r, std::uint32_t number, std::uint32_t holders) {
    const checked::rule& rule = document_.rules[r];
    const checked::clause& c = rule.clauses[number];
    const auto condition = conditions_.of(c, rule, id);
    if (condition.never) return;
    clause_entry e;
    e.effect = c.effect;
    e.then = c.then;
    e.for_agreement = c.for_agreement;
    e.despite_rights = c.despite_rights;
    e.condition = condition.node;
    e.rule = local_.rules.at(r);
    e.told = first_told_[r] + number;
    if (c.effect == effect::escalate || c.effect == effect::consult) {
      const party_use use = c.effect == effect::escalate ? party_use::decide : party_use::advise;
      std::vector<std::uint32_t> numbers;
      // A holder and a clause may name the same group: told in the order of the clauses, so numbered apart.
      for (const auto& g : c.groups) numbers.push_back(local_number(local_.groups, group(g, use), holders));
      e.groups = appended(into_->group_number_rows, numbers);
    }
    if (c.effect == effect::allow) {
      e.asker_group = group(c.groups.at(0), party_use::advise);
      std::vector<std::uint32_t> lifted;
      for (rule_id lift : c.despite)
        if (const auto at = local_.rules.find(lift.value); at != local_.rules.end()) lifted.push_back(at->second);
      e.lifts = appended(into_->rule_number_rows, lifted);
    }
    if (c.duty) e.duty = local_number(local_.duties, duty(*c.duty), 0);
    into_->clause_rows.push_back(e);
  }

  static std::uint32_t local_number(std::vector<std::uint32_t>& numbers, std::uint32_t global, std::uint32_t from) {
    const auto at = std::find(numbers.begin() + from, numbers.end(), global);
    if (at == numbers.end()) return numbers.push_back(global), size_of(numbers) - 1;
    return gsl::narrow<std::uint32_t>(at - numbers.begin());
  }

  static slice appended(std::vector<std::uint32_t>& rows, const std::vector<std::uint32_t>& more) {
    const slice s{size_of(rows), size_of(more)};
    rows.insert(rows.end(), more.begin(), more.end());
    return s;
  }

  const checked::document& document_;
  std::unique_ptr<tables> into_;
  condition_lowering conditions_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> groups_;
  std::map<std::tuple<duty_kind, std::string, std::string, std::set<std::set<std::uint32_t>>>, std::uint32_t> duties_;
  std::vector<std::uint32_t> first_told_;             // of each rule, in told_clause_rows
  std::vector<std::vector<std::uint32_t>> covering_;  // the rules that cover each decision, in source order
  struct {
    std::vector<std::uint32_t> groups, duties;      // this decision's numbers -> the agreement's
    std::map<std::uint32_t, std::uint32_t> rules;  // the document's number -> this decision's
  } local_;
};

}  // namespace

agreement lower(const checked::document& document) { return lowering{document}.run(); }

}  // namespace remit
