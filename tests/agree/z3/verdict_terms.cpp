// Section 4 of the language in Z3's terms.
// Not here: conditions (terms.cpp).
#include "agree/z3/verdict_terms.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace remit::smt {
namespace {

using checked::document;
using oracle::numbers;

/// A choice: as written, by which it ranks, and who will do.
using choice = std::pair<numbers, numbers>;
/// Who is to be asked, and whether only approval will do.
using demand = std::pair<numbers, bool>;

bool is_above(const document& d, std::uint32_t high, std::uint32_t low) {
  return std::count(d.parties[high].below.begin(), d.parties[high].below.end(), party_id{low}) > 0;
}

choice spelt_out(const document& d, const checked::group& g, bool decides) {
  choice all;
  for (const checked::member& m : g.members) {
    all.first.insert(m.party.value);
    all.second.insert(m.party.value);
    for (std::uint32_t p = 0; m.or_above && p < d.parties.size(); ++p)
      if (is_above(d, p, m.party.value) && !d.parties[p].is_role && !d.parties[p].body && !(decides && d.parties[p].advisory))
        all.second.insert(p);
  }
  return all;
}

bool all_above(const document& d, const numbers& high, const numbers& low) {
  for (std::uint32_t h : high)
    for (std::uint32_t l : low)
      if (!is_above(d, h, l)) return false;
  return true;
}

template <class Key>
void also(std::map<Key, z3::expr>& said, const Key& key, const z3::expr& when) {
  const auto [at, fresh] = said.emplace(key, when);
  if (!fresh) at->second = at->second || when;
}

class making {
 public:
  making(terms& t, const document& d, decision_id decision, party_id by, const agree::party_naming& name)
      : t_{t}, d_{d}, decision_{decision}, by_{by}, name_{name}, out_{t.no(), t.no(), {}, {}, {}, {}, {}} {}

  verdict_terms run() {
    clauses_that_fire();
    what_stands();
    where_it_goes();
    whom_to_ask();
    return std::move(out_);
  }

 private:
  const checked::clause& clause(std::size_t r, std::size_t c) const { return d_.rules[r].clauses[c]; }

  void clauses_that_fire() {
    for (const checked::rule& r : d_.rules) {
      const bool covered = r.everywhere || std::count(r.covers.begin(), r.covers.end(), decision_) > 0;
      const z3::expr binds = covered ? t_.on_days_of(d_, r.effective) : t_.no();
      auto& fires = out_.fires.emplace_back();
      for (const checked::clause& c : r.clauses) {
        const bool asks = c.effect != effect::allow || spelt_out(d_, c.groups.at(0), false).second.contains(by_.value);
        fires.push_back(covered && asks ? binds && t_.speaks(d_, c.when, c.unless, decision_, by_) : t_.no());
      }
    }
    lifted_.assign(d_.rules.size(), t_.no());
    for (std::size_t r = 0; r < d_.rules.size(); ++r)
      for (std::size_t c = 0; c < d_.rules[r].clauses.size(); ++c)
        if (clause(r, c).effect == effect::allow)
          for (rule_id other : clause(r, c).despite) lifted_[other.value] = lifted_[other.value] || out_.fires[r][c];
  }

  void what_stands() {
    for (std::size_t r = 0; r < d_.rules.size(); ++r) {
      auto& stands = stands_.emplace_back();
      z3::expr some_stand = t_.no();
      for (std::size_t c = 0; c < d_.rules[r].clauses.size(); ++c) {
        const checked::clause& one = clause(r, c);
        stands.push_back(one.effect == effect::allow ? out_.fires[r][c] : out_.fires[r][c] && !lifted_[r]);
        if (!one.then) some_stand = some_stand || stands.back();
      }
      for (std::size_t c = 0; c < d_.rules[r].clauses.size(); ++c) {
        if (!clause(r, c).duty) continue;
        if (clause(r, c).then) {
          out_.fires[r][c] = out_.fires[r][c] && some_stand;
          stands[c] = stands[c] && some_stand;
        }
        const checked::duty& duty = *clause(r, c).duty;
        oracle::duty told{duty.kind, duty.what, {}, duty.within};
        for (const auto& g : duty.to) told.to.insert(spelt_out(d_, g, false).second);
        also(out_.duties, agree::duty_words(told, name_), stands[c]);
      }
    }
  }

  void where_it_goes() {
    std::map<choice, z3::expr> escalated;
    z3::expr let_in = t_.no();
    for (std::size_t r = 0; r < d_.rules.size(); ++r)
      for (std::size_t c = 0; c < d_.rules[r].clauses.size(); ++c) {
        const checked::clause& one = clause(r, c);
        if (one.effect == effect::allow && one.despite_rights) let_in = let_in || stands_[r][c];
        if (one.effect == effect::escalate)
          for (const auto& g : one.groups) also(escalated, spelt_out(d_, g, true), stands_[r][c]);
      }
    z3::expr moved = t_.no();
    for (const auto& [g, when] : escalated) moved = moved || when;

    std::map<choice, z3::expr> holders;
    for (const auto& g : d_.classes[d_.decisions[decision_.value].in.value].held_by) {
      choice holder = spelt_out(d_, g, true);
      also(holders, holder, !let_in);
      holder.first.insert(by_.value);
      holder.second.insert(by_.value);
      also(holders, holder, let_in);
    }
    std::map<choice, z3::expr> present = escalated;
    for (const auto& [holder, when] : holders) {
      z3::expr over_some = t_.no();
      for (const auto& [g, also_when] : escalated)
        if (all_above(d_, holder.first, g.first)) over_some = over_some || also_when;
      also(present, holder, when && (!moved || over_some));
    }
    z3::expr all_below = t_.yes(), some_above = t_.no(), some_unmet = t_.no();
    for (const auto& [g, when] : present) {
      if (g.second.contains(by_.value)) continue;  // met by the asker being it
      z3::expr stays = when;
      for (const auto& [other, other_when] : present)
        if (all_above(d_, other.first, g.first)) stays = stays && !(moved && other_when);
      some_unmet = some_unmet || stays;
      if (!all_above(d_, {by_.value}, g.first)) all_below = all_below && !stays;
      for (std::uint32_t p : g.first)
        if (is_above(d_, p, by_.value)) some_above = some_above || stays;
      unmet_.emplace(g, stays);
    }
    out_.escalate = some_unmet && !all_below && (moved || some_above);
    out_.consult = some_unmet && !out_.escalate;
    for (const auto& [g, when] : unmet_) also(out_.to, agree::names_of(g.second, name_), when && out_.escalate);
  }

  void whom_to_ask() {
    std::map<demand, z3::expr> asked;
    for (std::size_t r = 0; r < d_.rules.size(); ++r)
      for (std::size_t c = 0; c < d_.rules[r].clauses.size(); ++c)
        if (clause(r, c).effect == effect::consult)
          for (const auto& g : clause(r, c).groups)
            also(asked, demand{spelt_out(d_, g, false).second, clause(r, c).for_agreement}, stands_[r][c]);
    for (const auto& [one, when] : asked) out_.consult = out_.consult || (when && !out_.escalate);
    for (const auto& [g, when] : unmet_) also(asked, demand{g.second, true}, when && !out_.escalate);

    for (const auto& [one, when] : asked) {
      z3::expr listed = when;
      for (const auto& [other, other_when] : asked)
        if (other != one && other.first.is_within(one.first) && (other.second || !one.second)) listed = listed && !other_when;
      also(out_.asked, agree::names_of(one.first, name_), listed);
      if (one.second) also(out_.approval, agree::names_of(one.first, name_), listed);
    }
  }

  terms& t_;
  const document& d_;
  decision_id decision_;
  party_id by_;
  const agree::party_naming& name_;
  verdict_terms out_;
  std::vector<z3::expr> lifted_;
  std::vector<std::vector<z3::expr>> stands_;
  std::map<choice, z3::expr> unmet_;
};

template <class Key>
void add_differences(terms& t, z3::expr& some, const std::map<Key, z3::expr>& a, const std::map<Key, z3::expr>& b) {
  const auto differs = [&](const z3::expr& x, const z3::expr& y) {
    if (!z3::eq(x, y)) some = some || x != y;
  };
  for (const auto& [key, said] : a) {
    const auto other = b.find(key);
    differs(said, other == b.end() ? t.no() : other->second);
  }
  for (const auto& [key, said] : b)
    if (a.count(key) == 0) differs(said, t.no());
}

template <class Key>
void add_exactly(terms& t, z3::expr& all, const std::map<Key, z3::expr>& said, const std::set<Key>& wanted) {
  for (const auto& [key, when] : said) all = all && (wanted.count(key) != 0 ? when : !when);
  for (const Key& key : wanted)
    if (said.count(key) == 0) all = t.no();
}

}  // namespace

verdict_terms verdict_of(terms& t, const document& d, decision_id decision, party_id by, const agree::party_naming& name) {
  return making{t, d, decision, by, name}.run();
}

z3::expr differ(terms& t, const verdict_terms& a, const verdict_terms& b) {
  z3::expr some = t.no();
  if (!z3::eq(a.consult, b.consult)) some = some || a.consult != b.consult;
  if (!z3::eq(a.escalate, b.escalate)) some = some || a.escalate != b.escalate;
  add_differences(t, some, a.to, b.to);
  add_differences(t, some, a.asked, b.asked);
  add_differences(t, some, a.approval, b.approval);
  add_differences(t, some, a.duties, b.duties);
  return some;
}

z3::expr is_exactly(terms& t, const verdict_terms& v, const agree::plain_verdict& said) {
  z3::expr all = said.outcome == outcome::allow ? v.allow() : said.outcome == outcome::consult ? v.consult : v.escalate;
  add_exactly(t, all, v.to, said.to);
  add_exactly(t, all, v.asked, said.consult);
  add_exactly(t, all, v.approval, said.approval);
  add_exactly(t, all, v.duties, said.duties);
  return all;
}

}  // namespace remit::smt
