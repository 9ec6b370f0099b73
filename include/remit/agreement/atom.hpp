// A condition's smallest parts, resolved: one test of one or two slots of an action.
// Not here: how they are joined (executable.hpp), what they answer (evaluate.hpp).
#pragma once

#include <cstdint>

#include <remit/core/amounts.hpp>
#include <remit/core/ids.hpp>
#include <remit/core/view.hpp>

namespace remit {

/// What a slot of an action holds, and in which unit:
/// yes_no 0/1; numbers in ten-thousandths; money in minor units; duration in minutes; day, date and ritual in
/// minutes since 1970-01-01 (midnight; so dates and durations add up); one_of an index into its values;
/// any_of a mask over its values; text an index into the agreement's text constants (0: none of them).
enum class input_kind : std::uint8_t { day, yes_no, number, whole_number, money, date, duration, one_of, any_of, text, ritual };

/// A ritual's slot when it was never held.
inline constexpr std::int64_t never_held = INT64_MIN;
/// The slot of a value that has an order and is not known: below every value, and by no more than can be subtracted. Its
/// last byte is that of -1.
inline constexpr std::int64_t missing_value = -largest_amount - 2;

enum class relation : std::uint8_t { less, at_most, equal, unequal, at_least, more };

/// How `-a` stands to `-b` where `a` stands to `b` so.
constexpr relation turned(relation r) noexcept {
  switch (r) {
    case relation::less: return relation::more;
    case relation::at_most: return relation::at_least;
    case relation::at_least: return relation::at_most;
    case relation::more: return relation::less;
    case relation::equal:
    case relation::unequal: break;
  }
  return r;
}

enum class atom_kind : std::uint8_t {
  constant,      ///< `limit` is 0 or 1
  truth,         ///< first (a yes/no) is yes
  linear,        ///< sign_first * first + sign_second * second OP limit
  one_of,        ///< the value of first is in mask
  includes_any,  ///< first and mask share a member
  includes_all,  ///< mask is within first
  text,          ///< first is one of the text constants `texts`
  known,         ///< first is supplied or has a default
  overdue,       ///< the date is later than the last time of ritual `first` plus its period
  by,            ///< the asking party is `party`
  on_days        ///< the date lies between `limit` and `upper`, both included, in minutes since 1970
};

/// One test. Unused members keep their defaults, so equal tests are equal atoms.
struct atom {
  atom_kind kind = atom_kind::constant;
  relation op = relation::equal;
  std::int8_t sign_first = 0;   ///< linear: -1, 1
  std::int8_t sign_second = 0;  ///< linear: -1, 0 (no second slot), 1
  input_id first;
  input_id second;
  party_id party;
  slice texts;  ///< of executable::text_lists
  std::int64_t limit = 0;
  std::int64_t upper = 0;
  std::uint64_t mask = 0;

  friend constexpr bool operator==(const atom&, const atom&) noexcept = default;

  /// Calls `visit` with each slot that the test looks at.
  template <class Visit>
  constexpr void each_slot(Visit&& visit) const {
    if (first) visit(first);
    if (second) visit(second);
    if (kind == atom_kind::overdue || kind == atom_kind::on_days) visit(input_id{0});
  }
};

}  // namespace remit
