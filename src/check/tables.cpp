// Closing the tables: views onto rows, names in order, and the count of owners.
// Not here: what the rows hold.
#include "tables.hpp"

#include <algorithm>

namespace remit {
namespace {

template <class T, class Memory>
view<T> seen(const std::vector<T, Memory>& rows) {
  return {rows.data(), static_cast<std::uint32_t>(rows.size())};
}

view<executable::name_entry> by_name(std::vector<executable::name_entry>& names) {
  std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return seen(names);
}

}  // namespace

void tables::close() {
  inputs = seen(input_rows);
  parties = seen(party_rows);
  classes = seen(class_rows);
  decisions = seen(decision_rows);
  clauses = seen(clause_rows);
  groups = seen(group_rows);
  group_numbers = seen(group_number_rows);
  rule_numbers = seen(rule_number_rows);
  decision_groups = seen(decision_group_rows);
  decision_duties = seen(decision_duty_rows);
  claims = seen(claim_rows);
  duties = seen(duty_rows);
  conditions = seen(condition_rows);
  atoms = seen(atom_rows);
  text_lists = seen(text_list_rows);
  texts = seen(text_rows);
  outside = seen(outside_rows);
  party_names = by_name(party_name_rows);
  input_names = by_name(input_name_rows);
  decision_names = by_name(decision_name_rows);
  told_clauses = seen(told_clause_rows);
  told_atoms = seen(told_atom_rows);
  share = [](const executable* shared, int change) noexcept {
    const auto* self = static_cast<const tables*>(shared);
    // Giving up a share must see all that other owners did before the last of them deletes.
    if (self->owners_.fetch_add(change, std::memory_order_acq_rel) + change == 0) delete self;
  };
}

}  // namespace remit
