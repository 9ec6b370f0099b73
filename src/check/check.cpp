// The check, pass by pass: files, headers, declarations, what they say of each other, the whole.
// Not here: any of the passes; each is in its own file.
#include <remit/check/check.hpp>

#include <utility>

#include "pass.hpp"

namespace remit {
namespace {

using namespace checking;

std::uint32_t declare(pass& p, scope& s, const syntax::statement& st) {
  const syntax::tree& t = *s.tree;
  switch (st.kind) {
    case syntax::statement_kind::party: return declare_party(p, s, t.parties[st.index]);
    case syntax::statement_kind::role: return declare_role(p, s, t.roles[st.index]);
    case syntax::statement_kind::fact: return declare_fact(p, s, t.facts[st.index]);
    case syntax::statement_kind::need: return declare_need(p, s, t.needs[st.index]);
    case syntax::statement_kind::ritual: return declare_ritual(p, s, t.rituals[st.index]);
    case syntax::statement_kind::threshold: return declare_threshold(p, s, t.thresholds[st.index]);
    case syntax::statement_kind::decisions: return declare_class(p, s, t.classes[st.index]);
    case syntax::statement_kind::pillar: return declare_pillar(p, s, t.pillars[st.index]);
    default: return syntax::none;
  }
}

/// Parties and roles come first: what others say of them depends on what they are.
void settle_who(pass& p, const scope& s, const syntax::statement& st, std::uint32_t number) {
  if (st.kind == syntax::statement_kind::party) settle_party(p, s, s.tree->parties[st.index], number);
  if (st.kind == syntax::statement_kind::role) settle_role(p, s, s.tree->roles[st.index], number);
}

void settle(pass& p, const scope& s, const syntax::statement& st, std::uint32_t number) {
  const syntax::tree& t = *s.tree;
  switch (st.kind) {
    case syntax::statement_kind::outside: return settle_outside(p, s, t.outsides[st.index]);
    case syntax::statement_kind::agreed: return settle_agreed(p, s, t.agreed[st.index]);
    case syntax::statement_kind::decisions: return settle_class(p, s, t.classes[st.index], number);
    case syntax::statement_kind::pillar: return settle_pillar(p, s, t.pillars[st.index], number);
    case syntax::statement_kind::promise: return settle_promise(p, s, t.promises[st.index]);
    case syntax::statement_kind::example: return settle_example(p, s, t.examples[st.index]);
    default: return;
  }
}

template <class Step>
void for_each(pass& p, Step step) {
  for (scope& s : p.scopes)
    for (std::size_t i = 0; i < s.tree->statements.size(); ++i) step(s, s.tree->statements[i], s.numbers[i]);
}

void run(pass& p, const std::vector<read_file>& files) {
  arrange_files(p, files);
  check_headers(p);
  settle_currency(p);
  add_date(p);
  for_each(p, [&](scope& s, const syntax::statement& st, std::uint32_t& number) { number = declare(p, s, st); });
  meet_needs(p);
  for_each(p, [&](scope& s, const syntax::statement& st, std::uint32_t number) { settle_who(p, s, st, number); });
  for_each(p, [&](scope& s, const syntax::statement& st, std::uint32_t number) { settle(p, s, st, number); });
  require_outside(p);
  rank_parties(p);
  check_limits(p);
  // What is missing from a broken file is missing from the whole; nothing more can be said of that.
  if (!p.is_complete) return;
  find_unused(p);
  warn_unsourced(p);
  warn_expired(p);
  if (p.has_errors()) return;
  advise(p);
  inform(p);
}

}  // namespace

std::optional<checked::document> check_document(std::shared_ptr<const source_set> sources, const std::vector<read_file>& files,
                                                const check_options& options, diagnostics& found) {
  if (files.empty()) return std::nullopt;
  pass p;
  p.sources = std::move(sources);
  p.options = options;
  p.from_reading = &found;
  run(p, files);
  drop_echoes(p);
  for (auto& d : p.found) found.add(d.code, d.where, {}) = std::move(d);
  if (found.has_errors()) return std::nullopt;
  return std::move(p.out);
}

}  // namespace remit
