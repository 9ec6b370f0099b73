// What the parts of the check share while one document is made, and the parts in the order in which they run.
// Not here: any part. Each is in the file named after it; check.cpp runs them.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <remit/check/check.hpp>
#include <remit/check/checked.hpp>
#include <remit/core/diagnostic.hpp>
#include <remit/syntax/tree.hpp>

#include "names.hpp"

namespace remit::checking {

/// One document in the making.
struct pass {
  std::shared_ptr<const source_set> sources;
  check_options options;
  bool is_complete = true;       ///< no file lacks a statement that could not be read, or an include
  std::deque<diagnostic> found;  ///< findings stay where they are, so that a later one can join an earlier
  std::vector<scope> scopes;     ///< the files of the document, the root first
  name_space names;
  checked::document out;
  std::vector<bool> is_broken_threshold;                  ///< by threshold: its amount is unknown
  std::vector<std::string_view> cut_short;                ///< facts whose list of values could not be read to its end
  std::vector<slice> decisions_in;  ///< by class: its decisions stand together
  std::vector<party_id> or_above;                         ///< the parties named with `or above`, wherever
  const syntax::outside_statement* outside_at = nullptr;  ///< the first one
  const diagnostics* from_reading = nullptr;              ///< what was found before this pass

  diagnostic& report(code c, span where, std::string message, std::string help = {}) {
    return found.emplace_back(diagnostic{c, where, std::move(message), std::move(help), {}, {}, {}});
  }
  bool has_errors() const;
  const scope& root() const { return scopes.front(); }
  /// Whether something within could not be read, so that what seems to be missing may be there.
  bool has_syntax_error_in(span where) const;
  /// The same, also for what stands right behind.
  bool has_syntax_error_behind(span where) const;
};

// First the files as wholes.
void arrange_files(pass& p, const std::vector<read_file>& files);  // scopes.cpp
void check_headers(pass& p);                                       // header.cpp
void settle_currency(pass& p);                                     // currency.cpp

// Then every declaration, so that names may be used before they are declared. Each answers the number it declares.
void add_date(pass& p);                                                                                  // facts.cpp
checked::input& add_input(pass& p, const scope& s, const syntax::word& name, const syntax::type& type);  // facts.cpp
std::uint32_t declare_party(pass& p, const scope& s, const syntax::party& party);                        // parties.cpp
std::uint32_t declare_role(pass& p, const scope& s, const syntax::role& role);                           // parties.cpp
std::uint32_t declare_fact(pass& p, const scope& s, const syntax::fact& fact);                           // facts.cpp
std::uint32_t declare_ritual(pass& p, const scope& s, const syntax::ritual& ritual);                     // facts.cpp
std::uint32_t declare_threshold(pass& p, const scope& s, const syntax::threshold& threshold);            // facts.cpp
std::uint32_t declare_need(pass& p, scope& s, const syntax::need& need);                                 // frameworks.cpp
std::uint32_t declare_class(pass& p, const scope& s, const syntax::decision_class& decisions);           // decisions.cpp
std::uint32_t declare_pillar(pass& p, const scope& s, const syntax::pillar& pillar);                     // rules.cpp
void meet_needs(pass& p);                                                                                // frameworks.cpp

// Then what they say of each other. `number` is what the declaration answered.
void settle_party(pass& p, const scope& s, const syntax::party& party, std::uint32_t number);               // parties.cpp
void settle_role(pass& p, const scope& s, const syntax::role& role, std::uint32_t number);                  // parties.cpp
void settle_class(pass& p, const scope& s, const syntax::decision_class& decisions, std::uint32_t number);  // decisions.cpp
void settle_outside(pass& p, const scope& s, const syntax::outside_statement& outside);                     // decisions.cpp
void require_outside(pass& p);                                                                              // decisions.cpp
void settle_agreed(pass& p, const scope& s, const syntax::agreed_statement& agreed);                        // header.cpp
void settle_pillar(pass& p, const scope& s, const syntax::pillar& pillar, std::uint32_t number);            // rules.cpp
void settle_promise(pass& p, const scope& s, const syntax::promise& promise);                               // claims.cpp
void settle_example(pass& p, const scope& s, const syntax::example& example);                               // actions.cpp
void rank_parties(pass& p);                                                                                 // ranks.cpp

// Last, what can only be said of the whole.
void check_limits(pass& p);    // bounds.cpp
void find_unused(pass& p);     // unused.cpp
void warn_unsourced(pass& p);  // advice.cpp
void warn_expired(pass& p);    // advice.cpp
void advise(pass& p);          // advice.cpp
void inform(pass& p);          // information.cpp

/// Calls `each(element, number of what it declares)` for every statement of a kind, in source order.
template <class Element, class Each>
void for_each_statement(const scope& s, syntax::statement_kind kind, const row_vector<Element>& elements, Each each) {
  for (std::size_t i = 0; i < s.tree->statements.size(); ++i) {
    const syntax::statement& st = s.tree->statements[i];
    if (st.kind == kind) each(elements[st.index], i < s.numbers.size() ? s.numbers[i] : syntax::none);
  }
}

// What the reader could not read: unread.cpp.
/// Notes the names that may have been declared there.
void collect_unread(const pass& p, scope& s);
/// A statement up to the next one.
span extent_of(const pass& p, const scope& s, span statement);
/// Drops the errors that say again what the reader has said.
void drop_echoes(pass& p);

/// Days as written; `what` they are days of, should they end before they start (R0306).
checked::days days_of(pass& p, const syntax::days& days, std::string_view what);  // header.cpp
/// The yes/no fact that the comparison supplies for `amendment VERB name`, made when first asked for; `name` may be empty.
std::uint32_t amendment_fact(pass& p, std::string_view verb, std::string_view name);  // amendments.cpp
/// What the names behind a verb must be.
const wanted& amended_by(std::string_view verb);  // amendments.cpp

/// Says that a role does what only parties do (R0403): `cannot` completes the sentence.
void report_role(pass& p, const symbol& role, span where, std::string_view cannot, std::string help = {});  // parties.cpp

/// Says that a declaration lacks a part it must have.
void report_lack(pass& p, span statement, const syntax::word& name, std::string_view kind, std::string_view what,
                 std::string help);  // parties.cpp

/// `x` between back-ticks.
inline std::string ticked(std::string_view x) { return "`" + std::string{x} + "`"; }

/// A row's size as a number of the language.
template <class Row>
std::uint32_t count_of(const Row& row) noexcept {
  return static_cast<std::uint32_t>(row.size());
}

}  // namespace remit::checking
