// Random agreements: who there is, what is known, who holds what, which rules bear on it.
// Not here: their conditions (generate_condition.cpp), actions (generate_action.cpp), other orders (reorder.cpp).
#include "support/generate.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include "support/generate_condition.hpp"
#include "support/print.hpp"

namespace remit::generate {
namespace {

constexpr std::int64_t a_day = duration::minutes_a_day;

std::string numbered(const char* word, std::size_t n) { return word + std::to_string(n); }

class making {
 public:
  making(random& r, const world& w) : r_{r}, w_{w} {}

  checked::document run() {
    auto sources = std::make_shared<source_set>();
    sources->add("generated.remit", "");
    d_.sources = sources;
    d_.title = "Generated";
    d_.version = "1";
    d_.currency = pound_sterling;
    if (r_.chance(20)) d_.effective.from = some_day();
    if (r_.chance(20)) d_.effective.to = not_before(d_.effective.from);
    settle(d_.effective);
    parties();
    inputs();
    d_.outside = groups(deciders_, 1, r_.chance(10) ? 2 : 1);
    classes();
    rules();
    tell_words(d_);
    return std::move(d_);
  }

 private:
  // Ranks follow a hidden order, so there is no circle; `below` is closed.
  void parties() {
    const std::size_t count = 2 + r_.below(5);
    const std::uint32_t dense = r_.one_of<std::uint32_t>({0, 30, 50, 80, 100});
    for (std::size_t i = 0; i < count; ++i) {
      checked::party p;
      p.name = numbered("p", i);
      p.title = numbered("Party ", i);
      p.advisory = i > 0 && r_.chance(20);
      p.body = r_.chance(15);
      d_.parties.push_back(p);
    }
    std::vector<std::uint32_t> order(count);
    for (std::uint32_t i = 0; i < count; ++i) order[i] = i;
    r_.shuffle(order);
    std::vector<std::set<std::uint32_t>> below(count);
    for (std::size_t low = 0; low < count; ++low)
      for (std::size_t high = low + 1; high < count; ++high)
        if (r_.chance(dense)) {
          below[order[high]].insert(order[low]);
          below[order[high]].insert(below[order[low]].begin(), below[order[low]].end());
        }
    for (std::size_t i = 0; i < count; ++i)
      for (std::uint32_t p : below[i]) d_.parties[i].below.push_back(party_id{p});
    const std::size_t roles = r_.below(3);
    for (std::size_t i = 0; i < roles; ++i) {
      checked::party p;
      p.name = numbered("r", i);
      p.title = numbered("Role ", i);
      p.is_role = true;
      p.role_in = party_id{r_.below(count)};
      d_.parties.push_back(p);
    }
    for (std::uint32_t i = 0; i < d_.parties.size(); ++i) {
      const checked::party& p = d_.parties[i];
      anybody_.push_back(party_id{i});
      if (!p.is_role) askers_.push_back(party_id{i});
      if (!p.is_role && !p.advisory) deciders_.push_back(party_id{i});
    }
  }

  void inputs() {
    checked::input today;
    today.name = "on";
    today.kind = input_kind::day;
    today.least = first_day();
    today.most = last_day();
    today.step = a_day;
    d_.inputs.push_back(today);
    const std::size_t facts = 1 + r_.below(5);
    for (std::size_t i = 0; i < facts; ++i) d_.inputs.push_back(fact(i));
    const std::size_t rituals = r_.below(3);
    for (std::size_t i = 0; i < rituals; ++i) {
      checked::input in;
      in.name = numbered("h", i);
      in.title = numbered("Ritual ", i);
      in.kind = input_kind::ritual;
      in.least = first_day();
      in.most = last_day();
      in.step = a_day;
      using enum period_unit;
      in.every = r_.one_of<period>({{1, days}, {2, days}, {30, minutes}, {4, hours}, {48, hours}, {1, weeks}, {3, working_days}, {1, months}, {1, years}});
      d_.inputs.push_back(in);
    }
  }

  checked::input fact(std::size_t which) {
    using enum input_kind;
    checked::input in;
    in.name = numbered("f", which);
    in.title = numbered("Fact ", which);
    in.kind = r_.one_of<input_kind>({yes_no, yes_no, yes_no, input_kind::number, whole_number, money, money, input_kind::date,
                                     input_kind::duration, one_of, any_of, text});
    in.step = in.kind == whole_number ? remit::number::scale : in.kind == input_kind::date ? a_day : 1;
    in.most = largest_amount;
    switch (in.kind) {
      case yes_no: in.most = 1; break;
      case one_of:
      case any_of:
        for (std::uint32_t v = 0, n = in.kind == any_of ? members() : 2 + r_.below(2); v < n; ++v)
          in.values.push_back({numbered("v", v), {}});
        in.most = in.kind == one_of ? static_cast<std::int64_t>(in.values.size()) - 1 : (std::int64_t{1} << in.values.size()) - 1;
        break;
      case input_kind::date:
        in.least = w_.small ? base_day() + a_day * r_.between(-1, 3) : first_day();
        in.most = w_.small ? in.least + a_day * r_.between(0, 4) : last_day();
        break;
      case text: in.most = 0; break;
      default:
        if (w_.small || r_.chance(30)) {
          in.least = in.step * (r_.chance(30) ? r_.between(-3, 0) : 0);
          in.most = std::max<std::int64_t>(0, in.least + in.step * (w_.small ? r_.between(1, 4) : r_.between(1, 1000)));
        }
        if (in.kind == whole_number && in.most == largest_amount) in.most -= in.most % in.step;
    }
    if (in.kind != text && r_.chance(20)) in.standard = default_of(in);
    return in;
  }

  // So many that the sets of them are not looked up one by one, sometimes.
  std::uint32_t members() { return !w_.small && r_.chance(25) ? 5 : 2 + r_.below(2); }

  std::int64_t default_of(const checked::input& in) {
    if (in.kind == input_kind::date && !w_.small) return base_day() + a_day * r_.between(-5, 5);
    const std::int64_t least = w_.writable ? std::max<std::int64_t>(in.least, 0) : in.least;  // negatives are not written
    return least + in.step * r_.between(0, std::min<std::int64_t>((in.most - least) / in.step, 500));
  }

  void classes() {
    const std::size_t count = 1 + r_.below(3);
    for (std::uint32_t k = 0; k < count; ++k) {
      checked::decision_class c;
      c.name = numbered("k", k);
      c.title = numbered("Class ", k);
      c.held_by = groups(deciders_, 1, r_.chance(30) ? 2 : 1);
      d_.classes.push_back(c);
      for (std::uint32_t i = 0, n = 1 + r_.below(2); i < n; ++i) {
        checked::decision one;
        one.name = numbered("d", d_.decisions.size());
        one.title = "Decision";
        one.in = class_id{k};
        d_.decisions.push_back(one);
      }
    }
  }

  void rules() {
    for (std::size_t i = 0, n = 1 + r_.below(3); i < n; ++i) d_.pillars.push_back({numbered("l", i), "Pillar", {}, false, {}});
    const std::size_t count = r_.below(6);
    for (std::uint32_t i = 0; i < count; ++i) {
      checked::rule one;
      one.name = numbered("u", i);
      one.title = "Rule";
      one.statutory = r_.chance(15);
      one.everywhere = r_.chance(50);
      if (!one.everywhere) {
        std::vector<decision_id> all;
        for (std::uint32_t k = 0; k < d_.decisions.size(); ++k) all.push_back(decision_id{k});
        one.covers = r_.some_of(all, 1 + r_.below(all.size()));
        std::sort(one.covers.begin(), one.covers.end());
      }
      if (r_.chance(10)) one.effective.from = some_day();
      if (r_.chance(10)) one.effective.to = not_before(one.effective.from);
      settle(one.effective);
      one.pillar = r_.below(d_.pillars.size());
      d_.pillars[one.pillar].rules.push_back(rule_id{i});
      d_.rules.push_back(one);
    }
    // Clauses may name any rule, so they come when all rules are there.
    for (checked::rule& one : d_.rules)
      for (std::uint32_t c = 0, n = r_.below(5); c < n; ++c) one.clauses.push_back(clause());
  }

  checked::clause clause() {
    checked::clause c;
    c.effect = r_.one_of<effect>({effect::escalate, effect::escalate, effect::consult, effect::consult, effect::allow, effect::duty});
    switch (c.effect) {
      case effect::escalate: c.groups = groups(deciders_, 1, r_.chance(20) ? 2 : 1); break;
      case effect::consult:
        c.for_agreement = r_.chance(30);
        c.groups = groups(c.for_agreement ? askers_ : anybody_, 1, r_.chance(20) ? 2 : 1);
        break;
      case effect::allow:
        c.groups = groups(askers_, 1, 1);
        c.despite_rights = r_.chance(50);
        for (std::uint32_t i = 0; i < d_.rules.size(); ++i)
          if (!d_.rules[i].statutory && r_.chance(35)) c.despite.push_back(rule_id{i});
        break;
      case effect::duty:
        c.then = r_.chance(50);
        c.duty = duty();
        break;
    }
    const condition_making conditions{r_, d_, w_};
    if (r_.chance(75)) c.when = conditions.condition(2);
    if (r_.chance(25)) c.unless = conditions.condition(1);
    return c;
  }

  checked::duty duty() {
    checked::duty one;
    one.kind = r_.one_of<duty_kind>({duty_kind::record, duty_kind::action, duty_kind::notify, duty_kind::ratify});
    if (one.kind == duty_kind::record || one.kind == duty_kind::action) {
      one.what = r_.chance(50) ? "why" : "what else";
      return one;
    }
    one.to = groups(one.kind == duty_kind::notify ? anybody_ : askers_, 1, r_.chance(20) ? 2 : 1);
    if (r_.chance(50)) one.within = r_.chance(50) ? "1 day" : "2 working days";
    return one;
  }

  /// Different groups of different parties. Roles have no rank, so `or above` is not said of them.
  std::vector<checked::group> groups(const std::vector<party_id>& of, std::size_t least, std::size_t most) {
    std::vector<checked::group> out;
    const std::size_t count = least + r_.below(most - least + 1);
    for (std::size_t tries = 0; out.size() < count && tries < 8; ++tries) {
      checked::group g;
      for (party_id p : r_.some_of(of, r_.chance(70) ? 1 : 2))
        g.members.push_back({p, !d_.parties[p.value].is_role && r_.chance(20)});
      const bool is_new = std::none_of(out.begin(), out.end(), [&](const checked::group& other) {
        return std::is_permutation(g.members.begin(), g.members.end(), other.members.begin(), other.members.end());
      });
      if (is_new) out.push_back(g);
    }
    return out;
  }

  static std::int64_t first_day() { return date::of(1, 1, 1)->days() * a_day; }
  static std::int64_t last_day() { return date::of(9999, 12, 31)->days() * a_day; }
  date some_day() { return *date::from_days(base_day() / a_day + r_.between(-2, w_.small ? 5 : 400)); }
  std::optional<date> not_before(std::optional<date> from) {
    return from ? date::from_days(from->days() + r_.between(0, 4)) : some_day();
  }

  /// The text form has an open end but no open start.
  void settle(checked::days& days) const {
    if (w_.writable && !days.from) days.to.reset();
  }

  random& r_;
  const world& w_;
  checked::document d_;
  std::vector<party_id> anybody_, askers_, deciders_;
};

}  // namespace

std::int64_t base_day() { return date::of(2026, 6, 15)->days() * a_day; }

checked::document document(random& r, const world& w) { return making{r, w}.run(); }

}  // namespace remit::generate
