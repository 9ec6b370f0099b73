// Clauses packed into blocks of alternatives, and for every slot that these look at, which of them each value leaves.
// Not here: conditions as alternatives (alternatives.cpp), truth (agreement/truth.hpp).
#include "sieve_making.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <gsl/gsl>

#include <remit/agreement/sieve.hpp>
#include <remit/agreement/truth.hpp>
#include <remit/core/amounts.hpp>

#include "alternatives.hpp"

namespace remit {
namespace {

using kind = part_of_clause::kind;
using words = std::vector<std::uint64_t>;

// A slot of more values is looked up by where it changes anything, unless it does at most of them.
constexpr std::size_t few_values = 8;
// A text that is looked for among more than so many is looked for in each list by itself.
constexpr std::size_t most_stretches = 4096;

std::uint32_t number(std::size_t n) { return gsl::narrow<std::uint32_t>(n); }

/// One slot with a value, or without; all that a column's conditions look at.
struct probe {
  std::uint32_t slot_number = 0;
  std::uint32_t asker_slot = 0;
  std::int64_t value = 0;
  bool known = true;

  bool is_known(input_id i) const noexcept { return known && i.value == slot_number; }
  std::int64_t slot(input_id) const noexcept { return value; }
  party_id by() const noexcept {
    return slot_number == asker_slot ? party_id{static_cast<std::uint32_t>(value)} : party_id{};
  }
};

class block {
 public:
  explicit block(const executable& rules) : rules_{rules} {}

  bool has_room_for(std::size_t alternatives) const { return count_ + alternatives <= sieve_words::most_in_a_block; }
  bool empty() const { return clauses_.empty(); }
  void add(std::vector<alternative> clause) {
    count_ += clause.size();
    clauses_.push_back(std::move(clause));
  }

  void clear() {
    clauses_.clear();
    count_ = 0;
  }

  void write(words& into) const {
    std::vector<const alternative*> all;
    words further;
    for (const auto& clause : clauses_) all.push_back(&clause.front());
    for (std::size_t c = 0; c < clauses_.size(); ++c)
      for (std::size_t i = 1; i < clauses_[c].size(); ++i) {
        all.push_back(&clauses_[c][i]);
        further.push_back(c);
      }
    sieve_words::head head;
    head.clauses = gsl::narrow<std::uint8_t>(clauses_.size());
    const bool one_joins = further.size() == 1;
    if (one_joins) {
      head.joins = gsl::narrow<std::uint8_t>(further.front());
      further.clear();
    }
    by_atom columns, sums, tests;
    by_condition residues;
    for (std::size_t b = 0; b < all.size(); ++b) {
      const std::uint64_t bit = sieve_words::twice(single_bit(one_joins && b + 1 == all.size() ? sieve_words::joining : number(b)));
      head.all |= bit;
      for (const part_of_clause& p : *all[b]) switch (p.what) {
          case kind::column:
          case kind::asker: columns[p.slot].push_back({&p, bit}); break;
          case kind::sum: sums[rules_.conditions[p.node].atom].push_back({&p, bit}); break;
          case kind::test: tests[rules_.conditions[p.node].atom].push_back({&p, bit}); break;
          case kind::residue: residues[{p.node, p.positive}] |= bit; break;
        }
    }
    std::vector<listed> choices, amounts;
    for (const auto& [slot, parts] : columns) {
      const auto values_alike = stretches(slot, parts);
      if (values_alike.size() > most_stretches) {
        for (const placed& p : parts) residues[{p.part->node, p.part->positive}] |= p.mask;
        continue;
      }
      column made = column_of_slot(slot, parts, values_alike);
      const std::size_t values = sieve_words::values_of(rules_, slot);
      if (values != 0 && values <= std::min<std::size_t>(std::max(few_values, 2 * made.cuts.size()), sieve_words::most_values))
        choices.push_back({slot, values, std::move(made)});
      else
        amounts.push_back({slot, made.further_cuts(), std::move(made)});
    }
    if (choices.empty()) choices.push_back(nothing_taken());
    words further_columns;
    words made = tables_of(head, amounts, choices, further_columns);
    if (!further_columns.empty() || !sums.empty() || !tests.empty() || !residues.empty() || !further.empty()) {
      head.more_at = number(made.size());
      write_more(further_columns, sums, tests, residues, further, made);
    }
    made.resize(std::max<std::size_t>(made.size(), sieve_words::least_block));
    head.size = number(made.size());
    sieve_words::write(head, made.data());
    into.insert(into.end(), made.begin(), made.end());
  }

 private:
  struct placed {
    const part_of_clause* part;
    std::uint64_t mask;
  };
  using by_atom = std::map<std::uint32_t, std::vector<placed>>;
  using by_condition = std::map<std::pair<std::uint32_t, bool>, std::uint64_t>;

  void write_more(const words& columns, const by_atom& sums, const by_atom& tests, const by_condition& residues,
                  const words& further, words& into) const {
    words head(sieve_words::more_size);
    sieve_words::write(sieve_words::more_head{number(sums.size()), number(tests.size()), number(residues.size()),
                                              number(further.size()), columns.size()}, head.data());
    into.insert(into.end(), head.begin(), head.end());
    into.insert(into.end(), columns.begin(), columns.end());
    for (const auto& [atom, parts] : sums) sum(atom, left_by(parts), into);
    for (const auto& [atom, parts] : tests) {
      const answers left = left_by(parts);
      into.insert(into.end(), {atom, left.if_not, left.if_so});
    }
    for (const auto& [what, mask] : residues)
      into.insert(into.end(), {sieve_words::pair(what.first, what.second ? 1 : 0), mask});
    into.insert(into.end(), further.begin(), further.end());
  }

  /// What is left where an atom does not hold, and where it does.
  struct answers {
    std::uint64_t if_not = ~std::uint64_t{0}, if_so = ~std::uint64_t{0};
  };
  static answers left_by(const std::vector<placed>& parts) {
    answers left;
    for (const placed& p : parts) (p.part->positive ? left.if_not : left.if_so) &= ~p.mask;
    return left;
  }

  // Written so that the first slot is added: `-a - b over 1` is `a plus b below -1`.
  void sum(std::uint32_t number, const answers& left, words& into) const {
    const atom& a = rules_.atoms[number];
    const bool negative = a.sign_first < 0;
    const relation op = negative ? turned(a.op) : a.op;
    const std::int64_t limit = negative ? -a.limit : a.limit;
    const bool above = op == relation::more || op == relation::at_least;
    const bool from_limit_on = op == relation::at_least || op == relation::less;
    const std::uint64_t so = above ? left.if_so : left.if_not, not_so = above ? left.if_not : left.if_so;
    const input_entry &first = rules_.inputs[a.first.value], &second = rules_.inputs[a.second.value];
    sieve_words::sum s;
    s.first = a.first.value;
    s.second = a.second.value;
    s.taken = a.sign_first != a.sign_second ? -1 : 0;
    s.limit = from_limit_on ? limit - 1 : limit;
    s.first_least = first.least;
    s.first_most = first.most;
    s.second_least = s.added(s.taken != 0 ? second.most : second.least);
    s.second_most = s.added(s.taken != 0 ? second.least : second.most);
    s.left[0] = not_so;
    s.left[1] = (so & not_so) | ~sieve_words::certain_half;
    s.left[2] = so;
    into.resize(into.size() + sieve_words::sum_size);
    sieve_words::write(s, &into[into.size() - sieve_words::sum_size]);
  }

  /// A stretch of values that all conditions answer alike: its lower end, and one that an action can hold.
  struct stretch {
    std::int64_t from, value;
  };
  /// What the values of a slot leave: without one, and from each cut on.
  struct column {
    std::uint64_t missing;
    std::vector<std::int64_t> cuts;  // the first is the least value
    words rows;

    std::size_t further_cuts() const { return cuts.empty() ? 0 : cuts.size() - 1; }
  };
  column column_of_slot(std::uint32_t slot, const std::vector<placed>& parts, const std::vector<stretch>& values_alike) const {
    column c;
    probe at{slot, rules_.inputs.size(), 0, false};
    c.missing = left(at, parts);
    at.known = true;
    for (const auto [from, value] : values_alike) {
      at.value = value;
      const std::uint64_t row = left(at, parts);
      Ensures(left_of_block{row}.exact());
      if (!c.rows.empty() && c.rows.back() == row) continue;
      c.cuts.push_back(from);
      c.rows.push_back(row);
    }
    return c;
  }

  /// A slot, how many values it has or cuts past the least, and what these leave.
  struct listed {
    std::uint32_t slot;
    std::size_t count;
    column made;
    std::size_t below = 1;  ///< choices: rows before that of the first value
  };

  // By who asks: there is a row for every party, whatever a signed byte makes of its number.
  listed nothing_taken() const {
    constexpr std::uint64_t all = ~std::uint64_t{0};
    constexpr std::size_t negative = 128;
    return {rules_.inputs.size(), rules_.parties.size(), {all, {0}, {all}}, rules_.parties.size() > sieve_words::most_values ? negative : 1};
  }

  // Leaves room for the head and tells it what there is.
  static words tables_of(sieve_words::head& head, const std::vector<listed>& columns, const std::vector<listed>& choices,
                         words& further_columns) {
    head.choices = number(choices.size());
    words block(head.tables_at());
    const auto table = [&](const listed& l) {
      std::uint64_t word = 0;
      sieve_words::write(sieve_words::table{gsl::narrow<std::uint16_t>(l.slot), gsl::narrow<std::uint16_t>(l.count), number(block.size())}, &word);
      return word;
    };
    constexpr std::size_t first = sieve_words::choices_at;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      block.insert(block.end(), choices[i].below, choices[i].made.missing);
      block[first + i] = table(choices[i]);
      write_values(choices[i], block);
    }
    for (std::size_t i = choices.size(); i < sieve_words::head::choices_of(head.choices); ++i) block[first + i] = block[first + i - 1];
    for (const listed& c : columns) {
      const bool is_first = c.count <= sieve_words::few_cuts && head.first_columns < sieve_words::columns_at_once;
      if (is_first)
        block[sieve_words::columns_at + head.first_columns++] = table(c);
      else
        further_columns.push_back(table(c));
      write_cuts(c.made, block);
      block.push_back(c.made.missing);
      block.insert(block.end(), c.made.rows.begin(), c.made.rows.end());
    }
    for (std::size_t i = head.first_columns; i != 0 && i < sieve_words::columns_at_once; ++i)
      block[sieve_words::columns_at + i] = block[sieve_words::columns_at + i - 1];
    return block;
  }
  static void write_values(const listed& choice, words& into) {
    const auto& [missing, cuts, rows] = choice.made;
    for (std::size_t value = 0, row = 0; value < choice.count; ++value) {
      while (row + 1 < cuts.size() && cuts[row + 1] <= static_cast<std::int64_t>(value)) ++row;
      into.push_back(rows[row]);
    }
  }
  static void write_cuts(const column& c, words& into) {
    for (std::size_t i = 1; i < c.cuts.size(); ++i) into.push_back(static_cast<std::uint64_t>(c.cuts[i]));
    into.resize(into.size() + sieve_words::at_least(number(c.further_cuts()), sieve_words::few_cuts) - c.further_cuts(),
                static_cast<std::uint64_t>(sieve_words::out_of_reach));
  }

  std::uint64_t left(const probe& at, const std::vector<placed>& parts) const {
    std::uint64_t left = ~std::uint64_t{0};
    for (const placed& p : parts) {
      truth t = p.part->what == kind::asker ? truth_of(rules_.groups[p.part->group].met_by.has(at.by().value))
                                            : judge_of<probe>{rules_, at}.of(p.part->node);
      if (!p.part->positive) t = negated(t);
      if (t != truth::yes) left &= ~(p.mask & sieve_words::certain_half);
      if (t == truth::no) left &= ~p.mask;
    }
    return left;
  }

  std::vector<stretch> stretches(std::uint32_t slot, const std::vector<placed>& parts) const {
    const std::uint32_t values = sieve_words::values_of(rules_, slot);
    const std::int64_t least = values != 0 ? 0 : rules_.inputs[slot].least;
    const std::int64_t most = values != 0 ? std::int64_t{values} - 1 : rules_.inputs[slot].most;
    const std::int64_t step = values != 0 ? 1 : std::max<std::int64_t>(rules_.inputs[slot].step, 1);
    std::set<std::int64_t> ends{least};
    for (const placed& p : parts) {
      if (p.part->what == kind::asker)
        for (std::uint32_t party = 0; party < rules_.parties.size(); ++party) ends.insert(party);
      else
        add_ends(p.part->node, ends);
    }
    std::vector<stretch> all;
    for (auto end = ends.lower_bound(least); end != ends.end() && *end <= most; ++end) {
      const std::int64_t over = *end % step, value = over == 0 ? *end : *end - over + (over > 0 ? step : 0);
      const auto next = std::next(end);
      if (value <= most && (next == ends.end() || value < *next)) all.push_back({*end, value});
    }
    return all;
  }

  // Where the truth of an atom may change: from these values on.
  void add_ends(std::uint32_t node, std::set<std::int64_t>& ends) const {
    const condition_node& n = rules_.conditions[node];
    for (std::uint32_t c = n.first_child; c != condition_node::none; c = rules_.conditions[c].next) add_ends(c, ends);
    if (n.join != joined_by::atom) return;
    const atom& a = rules_.atoms[n.atom];
    const auto only = [&](std::int64_t value) { ends.insert({value, value + 1}); };
    switch (a.kind) {
      case atom_kind::truth: only(1); break;
      case atom_kind::linear:
        // A limit that no amount reaches parts nothing.
        if (-largest_amount <= a.limit && a.limit <= largest_amount) only(a.sign_first > 0 ? a.limit : -a.limit);
        break;
      case atom_kind::one_of:
        for (std::uint32_t v = 0; v < limits::values; ++v)
          if ((a.mask >> v & 1) != 0) only(v);
        break;
      case atom_kind::text:
        for (std::uint32_t t : part_of(rules_.text_lists, a.texts)) only(t);
        break;
      case atom_kind::includes_any:
      case atom_kind::includes_all:
        for (std::uint32_t set = 0; set < sieve_words::values_of(rules_, a.first.value); ++set) ends.insert(set);
        break;
      case atom_kind::by: only(a.party.value); break;
      case atom_kind::on_days:
        ends.insert(a.limit);
        if (a.upper != INT64_MAX) ends.insert(a.upper + 1);
        break;
      default: break;
    }
  }

  const executable& rules_;
  std::vector<std::vector<alternative>> clauses_;
  std::size_t count_ = 0;
};

}  // namespace

std::vector<std::uint64_t> sieve_of(const executable& rules, const decision_entry& decision) {
  words all;
  block b{rules};
  for (const clause_entry& c : part_of(rules.clauses, decision.clauses)) {
    auto ways = alternatives_of(rules, c.condition);
    if (c.effect == effect::allow)
      for (alternative& way : ways) way.push_back({kind::asker, rules.inputs.size(), condition_node::none, true, c.asker_group});
    if (!b.has_room_for(ways.size())) {
      b.write(all);
      b.clear();
    }
    b.add(std::move(ways));
  }
  if (!b.empty() || all.empty()) b.write(all);
  return all;
}

}  // namespace remit
