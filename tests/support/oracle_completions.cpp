// Point 7 of section 4, by brute force: every way to complete the action, and what they have in common.
// Not here: judging one of them (oracle.cpp). Exact where ordered facts that are compared with each other have small ranges.
#include "support/oracle.hpp"

#include <algorithm>
#include <tuple>

namespace remit::oracle {
namespace {

using checked::document;

/// One way to fill one input. Where `is known` is asked of it, "the present state counts as one of" the completions:
/// read here as: the fact has some value in the world, but nobody has supplied it.
struct filling {
  oracle::value value;
  bool known = true;
};

bool is_ordered(input_kind k) {
  using enum input_kind;
  return k == number || k == whole_number || k == money || k == date || k == duration;
}

/// The value at or just below the border, and its neighbours: one on each side of the border and one on it.
void add_around(std::set<std::int64_t>& out, std::int64_t border, const checked::input& in) {
  std::int64_t multiple = border - border % in.step;
  if (multiple > border) multiple -= in.step;
  for (std::int64_t x : {multiple - in.step, multiple, multiple + in.step})
    if (in.least <= x && x <= in.most) out.insert(x);
}

/// What the brute force runs over: an action, what is looked at, and the fillings of what is missing.
struct worlds {
  const document& d;
  const looked_at& looked;
  const std::map<std::uint32_t, value>& supplied;
  std::map<std::uint32_t, std::vector<filling>> fillings;

  /// Adds the borders of every comparison of `input`: for a comparison with a second input, one border for each of
  /// its values.
  void add_borders(std::set<std::int64_t>& out, std::uint32_t input) const {
    for (const atom* a : looked.comparisons) {
      if (a->first.value != input && a->second.value != input) continue;
      const bool is_first = a->first.value == input;
      const std::int64_t sign = is_first ? a->sign_first : a->sign_second;
      if (a->sign_second == 0) {
        add_around(out, sign * a->limit, d.inputs[input]);
        continue;
      }
      const std::uint32_t other = is_first ? a->second.value : a->first.value;
      const std::int64_t other_sign = is_first ? a->sign_second : a->sign_first;
      for (std::int64_t y : values_of(other)) add_around(out, sign * (a->limit - other_sign * y), d.inputs[input]);
    }
  }

  std::set<std::int64_t> values_of(std::uint32_t input) const {
    std::set<std::int64_t> out;
    if (const auto found = supplied.find(input); found != supplied.end()) out.insert(found->second.amount);
    if (const auto found = fillings.find(input); found != fillings.end())
      for (const filling& f : found->second) out.insert(f.value.amount);
    return out;
  }

  /// Whether a comparison ties the input to another fact that is missing as well.
  bool is_tied(std::uint32_t input) const {
    return std::any_of(looked.comparisons.begin(), looked.comparisons.end(), [&](const atom* a) {
      if (a->sign_second == 0 || (a->first.value != input && a->second.value != input)) return false;
      return supplied.count(a->first.value == input ? a->second.value : a->first.value) == 0;
    });
  }

  /// Whether every value of an ordered fact can be tried. (Facts of other kinds are always tried out.)
  bool has_small_range(std::uint32_t input) const {
    const checked::input& in = d.inputs[input];
    return !is_ordered(in.kind) || in.most / in.step - in.least / in.step < 64;
  }

  /// Between two neighbouring borders all values are alike, so the borders and their neighbours are enough; where two
  /// missing facts are compared with each other, every value of both (of small ranges: of large ones, only the ends).
  std::set<std::int64_t> amounts_worth_trying(std::uint32_t input) const {
    const checked::input& in = d.inputs[input];
    std::set<std::int64_t> out;
    const std::int64_t last = in.most - (in.most % in.step + in.step) % in.step;
    const std::int64_t first = in.least + (in.step - (in.least % in.step + in.step) % in.step) % in.step;
    if (is_tied(input) && has_small_range(input))
      for (std::int64_t x = first; x <= last; x += in.step) out.insert(x);
    out.insert(first);
    out.insert(last);
    add_borders(out, input);
    return out;
  }

  std::vector<filling> fact_fillings(std::uint32_t input) const {
    const checked::input& in = d.inputs[input];
    std::vector<filling> out;
    if (in.kind == input_kind::text) {
      for (const std::string& t : looked.texts) out.push_back({{0, t}, true});
      out.push_back({{0, "a text that no clause has"}, true});
    } else if (is_ordered(in.kind)) {
      for (std::int64_t x : amounts_worth_trying(input)) out.push_back({{x, {}}, true});
    } else {
      const auto n = static_cast<std::int64_t>(in.values.size());
      const std::int64_t count = in.kind == input_kind::yes_no ? 2 : in.kind == input_kind::one_of ? n : std::int64_t{1} << n;
      for (std::int64_t x = 0; x < count; ++x) out.push_back({{x, {}}, true});
    }
    return out;
  }

  /// Days on which something changes, the days before and after them, and for a ritual whose last time is missing too,
  /// the days on which it would be overdue if held on one of these.
  std::vector<filling> day_fillings(const numbers& missing_rituals) const {
    constexpr std::int64_t day = duration::minutes_a_day;
    std::set<std::int64_t> days{remit::date::of(2026, 6, 15)->days() * day};
    for (std::int64_t change : looked.days) days.insert({change - day, change, change + day});
    add_borders(days, 0);
    std::int64_t earliest = INT64_MIN;  // "a last time after the action's date" is an error
    const auto add_due = [&](std::uint32_t ritual, std::int64_t last) {
      if (const auto due = due_after(ritual, last)) days.insert({*due, *due + day});
    };
    for (const auto& [input, v] : supplied)
      if (d.inputs[input].kind == input_kind::ritual && v.amount != never_held) {
        earliest = std::max(earliest, v.amount);
        if (looked.inputs.contains(input)) add_due(input, v.amount);
      }
    if (earliest != INT64_MIN) days.insert(earliest);
    // At the calendar's end no later day would do: the day after, and last times that are due just before it (fill).
    for (std::uint32_t r : missing_rituals)
      if (earliest != INT64_MIN && !due_in_calendar(r, earliest)) days.insert(earliest + day);
    const std::set<std::int64_t> before = days;
    for (std::uint32_t r : missing_rituals)
      for (std::int64_t last : before) add_due(r, last);
    std::vector<filling> out;
    for (std::int64_t x : days)
      if (x >= earliest && remit::date::from_days(x / day)) out.push_back({{x, {}}, true});
    return out;
  }

  /// The last day on which a ritual last held then is not overdue; nothing where that lies before or after the calendar.
  std::optional<std::int64_t> due_after(std::uint32_t ritual, std::int64_t last) const {
    const auto held = remit::date::from_days(last / duration::minutes_a_day);
    if (!held) return std::nullopt;
    return held->plus(d.inputs[ritual].every).days() * duration::minutes_a_day;
  }
  bool due_in_calendar(std::uint32_t ritual, std::int64_t last) const {
    const auto due = due_after(ritual, last);
    return !due || remit::date::from_days(*due / duration::minutes_a_day + 1).has_value();
  }
  /// The latest time at which the ritual was last held if it is due by that day.
  std::int64_t last_due_by(std::uint32_t ritual, std::int64_t today) const {
    for (std::int64_t last = today;; last -= duration::minutes_a_day) {
      const auto due = due_after(ritual, last);
      if (!due) return today;
      if (*due <= today) return last;
    }
  }

  void fill(const numbers& missing) {
    numbers rituals;
    for (std::uint32_t input : missing)
      if (d.inputs[input].kind == input_kind::ritual) rituals.insert(input);
    // Small ranges first: what they are compared with then gets a border for each of their values.
    for (const bool small : {true, false})
      for (std::uint32_t input : missing)
        if (input != 0 && !rituals.contains(input) && has_small_range(input) == small) fillings[input] = fact_fillings(input);
    if (missing.contains(0)) fillings[0] = day_fillings(rituals);
    const std::set<std::int64_t> days = values_of(0);
    for (std::uint32_t r : rituals) {
      fillings[r].push_back({{never_held, {}}, true});
      std::set<std::int64_t> times = days;
      for (std::int64_t x : days)
        if (!due_in_calendar(r, x)) times.insert(last_due_by(r, x));
      for (std::int64_t x : times) fillings[r].push_back({{x, {}}, true});
    }
    for (auto& [input, ways] : fillings)
      if (looked.asked_whether_known.contains(input)) {
        const std::vector<filling> supplied_ways = ways;
        for (filling f : supplied_ways) ways.push_back({f.value, false});
      }
  }
};

using differs_in = std::tuple<outcome, std::set<numbers>, std::set<numbers>, std::set<numbers>, std::set<duty>>;

/// "Of ranked targets again only the highest": those of different completions. Two joint holders of one completion stay
/// both, though one may rank above the other.
std::set<target> highest(const document& d, const std::vector<verdict>& all, const std::set<target>& targets) {
  std::set<target> out;
  for (const target& low : targets) {
    const bool outranked = std::any_of(targets.begin(), targets.end(), [&](const target& high) {
      const bool joint = std::any_of(all.begin(), all.end(), [&](const verdict& v) {
        return v.unmet.count(low) != 0 && v.unmet.count(high) != 0;
      });
      return !joint && ranks_above(d, high.written, low.written);
    });
    if (!outranked) out.insert(low);
  }
  return out;
}

/// "Its parties and duties are those of the completions with that outcome, taken together (of ranked targets again only
/// the highest, of implied consultations only the stronger), its basis the first of section 9's order that one of them
/// has." Targets are parties escalated to and holders whose approval is asked alike.
verdict taken_together(const document& d, const std::vector<verdict>& all) {
  verdict out;
  for (const verdict& v : all) out.outcome = std::max(out.outcome, v.outcome);
  std::vector<verdict> strictest;
  for (const verdict& v : all) {
    out.fired.insert(v.fired.begin(), v.fired.end());
    if (v.outcome == out.outcome) strictest.push_back(v);
  }
  out.basis = basis::not_held;
  for (const verdict& v : strictest) {
    out.unmet.insert(v.unmet.begin(), v.unmet.end());
    out.asked.insert(out.asked.end(), v.asked.begin(), v.asked.end());
    out.duties.insert(v.duties.begin(), v.duties.end());
    out.basis = std::min(out.basis, v.basis);
  }
  out.unmet = highest(d, strictest, out.unmet);
  const parties_told parties = tell(out.outcome, out.unmet, out.asked);
  out.to = parties.to, out.consult = parties.consult, out.approval = parties.approval;
  return out;
}

}  // namespace

std::optional<verdict> decide(const document& d, const action& a, std::size_t most_completions) {
  situation s{&d, a.decision, a.by, a.inputs, {}, a.consulted, a.approved};
  for (std::uint32_t i = 0; i < d.inputs.size(); ++i)
    if (d.inputs[i].standard && s.inputs.count(i) == 0) s.inputs[i] = {*d.inputs[i].standard, {}};
  if (s.inputs.size() == d.inputs.size()) return decide_complete(s);

  // What no clause of the decision looks at cannot matter.
  const looked_at looked = what_is_looked_at(d, a.decision);
  numbers missing;
  for (std::uint32_t i : looked.inputs)
    if (s.inputs.count(i) == 0) missing.insert(i);
  if (missing.empty()) return decide_complete(s);

  const std::map<std::uint32_t, value> supplied = s.inputs;
  worlds w{d, looked, supplied, {}};
  w.fill(missing);
  std::size_t count = 1;
  for (const auto& [input, ways] : w.fillings) {
    count *= ways.size();
    if (count > most_completions) return std::nullopt;
  }

  // "… over all ways to complete the action". A way is a number: one digit for each missing input.
  std::vector<verdict> all;
  std::map<differs_in, std::size_t> different;                   // verdicts by what is told of them
  std::map<std::size_t, std::size_t> verdict_of;           // the way -> which of the different ones
  for (std::size_t way = 0; way < count; ++way) {
    std::size_t rest = way;
    s.not_known.clear();
    for (const auto& [input, ways] : w.fillings) {
      const filling& f = ways[rest % ways.size()];
      rest /= ways.size();
      s.inputs[input] = f.value;
      if (!f.known) s.not_known.insert(input);
    }
    // "… a last time after the action's date" is an error, so no completion.
    const auto today = s.inputs.find(0);
    const bool last_after_date = today != s.inputs.end() && std::any_of(missing.begin(), missing.end(), [&](std::uint32_t i) {
      return d.inputs[i].kind == input_kind::ritual && s.inputs[i].amount > today->second.amount;
    });
    if (last_after_date) continue;
    verdict v = decide_complete(s);
    const auto [found, is_new] =
        different.insert({{v.outcome, v.to, v.consult, v.approval, v.duties}, different.size()});
    verdict_of[way] = found->second;
    all.push_back(std::move(v));
  }

  verdict out = taken_together(d, all);
  // "`certain` says whether every completion gives the same outcome, parties and duties"
  out.certain = different.size() == 1;
  // "`missing` lists exactly the facts … that could still change these": two completions that differ in it alone differ.
  std::size_t place = 1;
  for (const auto& [input, ways] : w.fillings) {
    std::map<std::size_t, std::size_t> first_seen;
    for (const auto& [way, number] : verdict_of) {
      const std::size_t without = way - way / place % ways.size() * place;
      const auto [seen, is_new] = first_seen.insert({without, number});
      if (!is_new && seen->second != number) out.missing.insert(input);
    }
    place *= ways.size();
  }
  out.in_force = all.front().in_force;
  if (supplied.count(0) == 0) out.in_force = in_force::unknown;
  return out;
}

}  // namespace remit::oracle
