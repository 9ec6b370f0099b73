// The third form: an agreement ready to decide. Flat tables, looked at through views, shared by every thread.
// Not here: who builds and owns them (check/lower.hpp), how they are used (evaluate.hpp). Hosts need agreement.hpp only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <remit/agreement/atom.hpp>
#include <remit/agreement/limits.hpp>
#include <remit/core/amounts.hpp>
#include <remit/core/ids.hpp>
#include <remit/core/view.hpp>

namespace remit {

/// Bytes that a processor's caches hold together.
inline constexpr std::size_t cache_line = 64;

/// A slot of an action. Slot 0 is always the date; one more, after the last, holds the number of the asking party.
struct input_entry {
  input_kind kind = input_kind::yes_no;
  bool has_default = false;
  std::int64_t default_value = 0;
  std::int64_t least = 0;         ///< the range, both ends included, in the slot's unit
  std::int64_t most = 0;
  std::int64_t step = 1;          ///< values are multiples of it: 10,000 for whole numbers, a day for dates
  period every;                   ///< ritual
  view<std::string_view> values;  ///< one_of, any_of
  std::string_view name;
  std::string_view title;

  /// A bit for each value of a one_of or any_of.
  constexpr std::uint64_t every_value() const noexcept { return first_bits(values.size()); }
};

struct party_entry {
  bool is_role = false;
  bool advisory = false;
  bool body = false;
  party_set below;  ///< the parties this one is ranked above
  std::string_view name;
  std::string_view title;
};

/// `A or B or above`: the parties any one of which is enough.
struct group_entry {
  party_set met_by;     ///< every party that will do, those of `or above` included
  party_set written;    ///< the parties as written, by which the group is ranked
  party_set below_all;  ///< the parties below every written one
  party_set below_any;  ///< the parties below one of them
  party_set above_all;  ///< the parties above every written one
  view<party_id> members;  ///< met_by in the order they are told: as written, those above lowest first
};

enum class joined_by : std::uint8_t { atom, all_of, any_of, negation };

/// A condition: a leaf tests an atom, an inner node joins its children, which are linked through `next`.
struct condition_node {
  static constexpr std::uint32_t none = 0xffffffffu;
  joined_by join = joined_by::atom;
  std::uint32_t atom = 0;  ///< leaf: of executable::atoms
  std::uint32_t first_child = none;
  std::uint32_t next = none;
};

enum class effect : std::uint8_t { escalate, consult, allow, duty };

/// A clause of a rule, as it bears on one decision. Groups, rules and duties are numbered within the decision.
struct clause_entry {
  remit::effect effect = effect::consult;
  bool then = false;           ///< due when another clause of its rule is
  bool for_agreement = false;  ///< consult: only approval meets it
  bool despite_rights = false; ///< allow: makes the asker a holder
  std::uint32_t condition = condition_node::none;  ///< of executable::conditions; none: always
  std::uint32_t rule = 0;      ///< of the decision's rules
  slice groups;                ///< of executable::group_numbers: escalate, consult
  slice lifts;                 ///< of executable::rule_numbers: allow … despite
  std::uint32_t asker_group = 0;  ///< allow: of executable::groups; fires when the asker is in its met_by
  std::uint32_t duty = 0;      ///< of the decision's duties
  std::uint32_t told = 0;      ///< of executable::told_clauses
};

/// Who is asked: the groups of a decision with seats that are only consulted, and those whose approval is needed, a bit each.
struct small_demands {
  static constexpr std::uint32_t groups = 10;  ///< how many there is room for

  std::uint32_t all = 0;

  static constexpr small_demands of(std::uint64_t plain, std::uint64_t for_agreement) noexcept {
    return {static_cast<std::uint32_t>(plain | for_agreement << groups)};
  }
  constexpr std::uint32_t plain() const noexcept { return all & ((1u << groups) - 1); }
  constexpr std::uint32_t approval() const noexcept { return all >> groups; }
  constexpr std::uint32_t asked() const noexcept { return (all | all >> groups) & ((1u << groups) - 1); }
  constexpr bool empty() const noexcept { return all == 0; }
  friend constexpr bool operator==(small_demands, small_demands) noexcept = default;
};

/// What one clause of a decision with seats asks for, or several together, in one word: from its low end on the demands;
/// those that these imply, as many bits; duties; what it changes of the seats.
struct asked_word {
  static constexpr std::uint32_t demand_bits = 2 * small_demands::groups, duties = 19, moves = 5;  ///< how much room there is
  static_assert(2 * demand_bits + duties + moves == 64);
  static constexpr std::uint32_t clauses_at_once = 3, sets_of_them = 8;  ///< so that these fill a line of a cache
  static constexpr std::uint32_t least_looks = 4;  ///< at clauses_at_once each, however few there are

  std::uint64_t all = 0;

  static constexpr asked_word of(small_demands made, small_demands implied) noexcept {
    return {made.all | std::uint64_t{implied.all} << demand_bits};
  }
  static constexpr asked_word of(std::uint64_t due, std::uint64_t moved) noexcept {
    return {due << 2 * demand_bits | moved << (2 * demand_bits + duties)};
  }

  constexpr small_demands made() const noexcept { return {static_cast<std::uint32_t>(all & ((1u << demand_bits) - 1))}; }
  /// Those that no other of them implies.
  constexpr small_demands wanted() const noexcept {
    return {static_cast<std::uint32_t>(all) & ~static_cast<std::uint32_t>(all >> demand_bits) & ((1u << demand_bits) - 1)};
  }
  constexpr small_demands implied() const noexcept {
    return {static_cast<std::uint32_t>(all >> demand_bits & ((1u << demand_bits) - 1))};
  }
  // In `all`: every demand, all that they imply, every move.
  static constexpr std::uint64_t any_made = (std::uint64_t{1} << demand_bits) - 1, any_implied = any_made << demand_bits;
  static constexpr std::uint64_t any_moved = ~std::uint64_t{0} << (2 * demand_bits + duties);
  constexpr std::uint64_t dues() const noexcept { return of(due(), 0).all; }                          ///< in `all`
  constexpr std::uint64_t due() const noexcept { return all >> 2 * demand_bits & ((1u << duties) - 1); }
  constexpr std::uint64_t moved() const noexcept { return all >> (2 * demand_bits + duties); }
  constexpr asked_word& operator|=(asked_word other) noexcept {
    all |= other.all;
    return *this;
  }
  friend constexpr asked_word operator|(asked_word a, asked_word b) noexcept { return a |= b; }
};

/// A clause of a small decision as masks over the decision's own clauses, groups and duties.
struct small_clause {
  std::uint64_t to = 0, plain = 0, for_agreement = 0;  ///< the groups it escalates to, consults, and consults for agreement
  std::uint64_t due = 0;                               ///< its duty
  std::uint64_t lifts = 0;                             ///< allow: the clauses it lifts
  std::uint64_t followed = 0;                          ///< then: the clauses of its rule any of which it follows
  std::uint64_t looks_at = 0;                          ///< the slots of its condition, of the first 64
  asked_word asked;                                    ///< with seats: all that it asks for, with the duties that always follow
};

/// A group of a decision with seats, as masks over the first 64 parties and over the decision's own groups.
struct small_group {
  std::uint64_t met_by = 0;        ///< parties, as in group_entry
  std::uint16_t alike = 0;         ///< the other groups that the same parties meet
};

/// Sets of moves, read as numbers of base three.
inline constexpr struct in_threes {
  std::uint8_t of[1u << asked_word::moves] = {};

  constexpr in_threes() noexcept {
    std::uint32_t digit = 1;
    for (std::uint32_t m = 0; m < asked_word::moves; ++m, digit *= 3)
      for (std::uint32_t lower = 0; lower < 1u << m; ++lower) of[1u << m | lower] = static_cast<std::uint8_t>(digit + of[lower]);
  }
} moves_in_threes;

/// Where a small decision goes when one party asks, nobody has approved, and clauses have moved it in one way; or may have
/// moved it in several: then the most restrictive.
struct seat_entry {
  small_demands unmoved;     ///< what is wanted where no clause moves it and none asks, if the same parties decide then
  std::uint16_t to = 0;      ///< escalate: the groups that are told, every other being implied
  std::uint16_t agrees = 0;  ///< consult: likewise
  std::uint8_t first = 0;    ///< of agrees, counted from 1; else 0
  std::uint8_t outcome = 0;
  std::uint8_t basis = 0;    ///< where `unmoved` is wanted; elsewhere a rule decides
  std::uint8_t turning = 0;  ///< the moves, merely possible, that change where it goes
  bool alike = false;        ///< whether what is wanted may be met by the same parties as `unmoved`, and be told by other groups
  bool several = false;      ///< of agrees
  bool one_way = true;       ///< whether it leads to the same, whichever of the possible moves take place

  static constexpr small_demands never{~0u};  ///< is not wanted of anybody

  /// Where decision_entry::open_seats has the seat for moves that certainly, and that possibly take place: a digit of three
  /// for each of them. All that is certain is possible too.
  static constexpr std::uint32_t open_place(std::uint64_t certain, std::uint64_t possible) noexcept {
    return std::uint32_t{moves_in_threes.of[certain]} + moves_in_threes.of[possible];
  }
};

/// The first lines of a cache that a small decision is judged by, one after another; none where it is not small.
struct stretch_entry {
  static constexpr std::uint32_t most_lines = 20, lines_bits = 5;

  std::uintptr_t packed = 0;

  /// `first`: at the start of a line.
  static stretch_entry of(const void* first, const void* end) noexcept {
    const auto from = reinterpret_cast<std::uintptr_t>(first), to = reinterpret_cast<std::uintptr_t>(end);
    const std::uintptr_t lines = from < to ? (to - from + cache_line - 1) / cache_line : 0;
    static_assert(most_lines < 1u << lines_bits);
    return {from / cache_line << lines_bits | (lines < most_lines ? lines : most_lines)};
  }
  const char* first() const noexcept { return reinterpret_cast<const char*>((packed >> lines_bits) * cache_line); }
  std::uint32_t lines() const noexcept { return static_cast<std::uint32_t>(packed & ((1u << lines_bits) - 1)); }
};

struct alignas(cache_line) decision_entry {
  // What every evaluation reads comes first: two lines of a cache.
  view<std::uint64_t> sieve;  ///< see agreement/sieve_words.hpp
  const seat_entry* seats = nullptr;  ///< for each party, every set of moves; none unless small and moved by few enough clauses
  const seat_entry* open_seats = nullptr;  ///< with seats: for each party, every place that seat_entry::open_place tells
  const asked_word* asked = nullptr;  ///< with seats: for clauses_at_once after as many, what each set of them asks for
  const asked_word* approvals = nullptr;  ///< with seats: nobody's, then that of each of its groups
  const std::uint64_t* looks = nullptr;   ///< with seats: as `asked`, the slots that each set of them looks at
  std::uint64_t allows = 0, thens = 0;  ///< small: its clauses `allow`, those `then`
  std::uint64_t always_then = 0;  ///< small: those of thens that are due with whatever they follow
  std::uint64_t lifted = 0;       ///< small, of at most one `allow`: what it lifts
  std::uint64_t waiting = 0;      ///< small: the other thens
  std::uint64_t followed = 0;     ///< small, of at most one of these: what it follows
  std::uint64_t flat = 0;         ///< small: its clauses that look only at the first 64 slots, and that every one missing of these leaves open
  slice clauses;           ///< of executable::clauses
  bool entangled = false;  ///< small: more than one `allow`, or more than one `then` that is not always
  bool alike = false;      ///< with seats: the same parties meet two of its groups
  std::uint8_t moves = 0;  ///< with seats: how many there are
  std::uint8_t open_places = 0;  ///< with seats: of each party
  std::uint32_t holders = 0;     ///< so many of its groups, the first, hold the decision

  slice groups;               ///< of executable::decision_groups
  const small_clause* small_clauses = nullptr;  ///< small: one for each clause
  const small_group* small_groups = nullptr;    ///< with seats: one for each group
  bool small = false;         ///< at most 64 clauses, groups and duties, in an agreement of at most 64 parties
  std::uint64_t lets_in = 0;  ///< small: its clauses `allow … despite rights`
  slice duties;               ///< of executable::decision_duties
  std::uint32_t rules = 0;    ///< how many rules bear on it
  std::uint32_t decision_class = 0;
  std::string_view name;
  std::string_view title;
};

struct class_entry {
  std::string_view name;
  std::string_view title;
};

/// "When does promise `promise` speak of decision `decision`"; none where it never does.
struct claim_entry {
  std::uint32_t promise = 0;  ///< in source order
  decision_id decision;
  std::uint32_t condition = condition_node::none;
};

enum class duty_kind : std::uint8_t { record, action, notify, ratify };

/// A duty: `what` for record and action (`do`); `to` for notify and ratify, within a time where one is written.
struct duty_entry {
  duty_kind kind = duty_kind::record;
  std::string_view what;
  view<std::uint32_t> to;        ///< of executable::groups
  std::string_view within;       ///< as written; empty where none
};

/// A clause for people: where it stands and what it says.
struct told_clause {
  std::string_view rule;  ///< the rule's name
  std::string_view rule_title;
  std::string_view pillar;
  std::string_view pillar_title;
  std::string_view text;  ///< the clause in the language's words, one line
  std::string_view file;
  std::uint32_t line = 0;
  std::string_view because;
  std::string_view source;
  bool statutory = false;
};

/// One side of a comparison as a sum, for telling people: sign_a * a + sign_b * b + constant.
struct told_side {
  std::int8_t sign_a = 0, sign_b = 0;
  input_id a, b;
  std::int64_t constant = 0;
  std::string_view threshold;  ///< the threshold's name where the side is only that
};

/// An atom for people: `left words right`.
struct told_atom {
  std::string_view words;  ///< the comparison as written in the language: `cost over small_spend`
  std::string_view op;     ///< `over`, `at least`, …; linear only
  told_side left, right;
  input_kind unit = input_kind::number;  ///< of both sides; linear only
};

/// Everything an agreement knows. Views point into its owner; all of it stays as it is once built.
struct executable {
  view<input_entry> inputs;
  view<party_entry> parties;
  view<class_entry> classes;
  view<decision_entry> decisions;
  view<clause_entry> clauses;
  view<group_entry> groups;
  view<std::uint32_t> group_numbers;    ///< group numbers within a decision
  view<std::uint32_t> rule_numbers;     ///< rule numbers within a decision
  view<std::uint32_t> decision_groups;  ///< of groups
  view<std::uint32_t> decision_duties;  ///< of duties
  view<duty_entry> duties;
  view<condition_node> conditions;
  view<atom> atoms;
  view<std::uint32_t> text_lists;       ///< of texts
  view<std::string_view> texts;         ///< text constants; number 0 stands for "none of these"
  view<claim_entry> claims;             ///< decision by decision
  view<std::uint32_t> outside;          ///< of groups: who decides what is outside the agreement

  // A name looked up: sorted by name, `number` is the index.
  struct name_entry {
    std::string_view name;
    std::uint32_t number;
  };
  view<name_entry> party_names, input_names, decision_names;

  view<told_clause> told_clauses;
  view<told_atom> told_atoms;  ///< one per atom
  std::string_view title, version, digest;
  remit::currency currency;
  view<stretch_entry> stretches;  ///< by decision; none unless more is read to decide than a processor's nearest caches hold
  std::int64_t first_day = INT64_MIN;  ///< effective, in minutes since 1970
  std::int64_t last_day = INT64_MAX;

  /// Adds to the count of owners; at none the tables go. Set by whoever built them; safe from any thread.
  void (*share)(const executable*, int change) noexcept = nullptr;
};

/// The number of a text among an agreement's constants; 0 where it is none of them.
inline std::uint32_t text_number(const executable& rules, std::string_view text) noexcept {
  for (std::uint32_t i = 1; i < rules.texts.size(); ++i)
    if (rules.texts[i] == text) return i;
  return 0;
}

}  // namespace remit
