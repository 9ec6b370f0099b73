// The owner of an executable agreement: the vectors and texts that its views look at, and how many share them.
// Not here: what goes into them (lower.cpp and its parts).
#pragma once

#include <atomic>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <remit/agreement/executable.hpp>

namespace remit {

/// Filled by one thread, then closed and never changed again.
struct tables : executable {
  std::deque<std::string> words;  // a deque: texts never move once added
  std::deque<std::vector<std::string_view>> value_lists;
  std::deque<std::vector<party_id>> member_lists;
  std::deque<std::vector<std::uint32_t>> number_lists;

  std::vector<input_entry> input_rows;
  std::vector<party_entry> party_rows;
  std::vector<class_entry> class_rows;
  std::vector<decision_entry> decision_rows;
  std::vector<clause_entry> clause_rows;
  std::vector<small_clause> small_clause_rows;
  std::vector<small_group> small_group_rows;
  std::vector<seat_entry> seat_rows;
  std::vector<group_entry> group_rows;
  std::vector<std::uint32_t> group_number_rows, rule_number_rows, decision_group_rows, decision_duty_rows, text_list_rows,
      outside_rows;
  std::vector<std::uint64_t> sieve_rows;
  std::vector<claim_entry> claim_rows;
  std::vector<duty_entry> duty_rows;
  std::vector<condition_node> condition_rows;
  std::vector<atom> atom_rows;
  std::vector<std::string_view> text_rows;
  std::vector<name_entry> party_name_rows, input_name_rows, decision_name_rows;
  std::vector<told_clause> told_clause_rows;
  std::vector<told_atom> told_atom_rows;

  std::string_view keep(std::string text) { return words.emplace_back(std::move(text)); }

  /// Points the views at the rows and makes the first owner. The tables delete themselves after the last.
  void close();
  /// The same for what is worked out from the closed rows: sieves, and all of small decisions.
  void close_fast_rows();

 private:
  mutable std::atomic<int> owners_{1};
};

}  // namespace remit
