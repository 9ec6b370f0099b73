// `A or above or B, C`: parties named for a part, each checked against what it may play.
// Not here: `by`, `agreed by` and other single names.
#include "choices.hpp"

#include <algorithm>
#include <optional>

#include "pass.hpp"

namespace remit::checking {
namespace {

/// What a role is told that may not play the part; empty where it may.
std::string_view refusal_of_role(part played) {
  switch (played) {
    case part::holds: return "cannot hold decisions";
    case part::decides_outside:
    case part::is_escalated_to:
    case part::is_claimed: return "cannot decide, so nothing is escalated to it";
    case part::agrees: return "can be consulted, but has no agreement to give";
    case part::is_let_in: return "does not ask for itself, so it cannot be let in";
    case part::ratifies: return "cannot ratify";
    case part::is_consulted:
    case part::is_notified: return {};
  }
  return {};
}

void check_advisory(pass& p, const symbol& party, span where, part played) {
  if (!p.out.parties[party.number].advisory) return;
  if (played == part::holds)
    p.report(code::advisory_holds, where, "the advisory party " + ticked(party.text) + " cannot hold decisions",
             "a rule may let it in: `allow " + std::string{party.text} + " when … despite rights`")
        .related.push_back({party.where, "declared `advisory` here"});
  if (played == part::is_escalated_to || played == part::decides_outside)
    p.report(code::advisory_target, where, "nothing can be escalated to the advisory party " + ticked(party.text),
             played == part::is_escalated_to ? "did you mean `consult " + std::string{party.text} + "`?"
                                             : "name a party that decides")
        .related.push_back({party.where, "declared `advisory` here"});
}

std::optional<checked::member> member_of(pass& p, const scope& s, const syntax::member& m, part played) {
  symbol* party = resolve(p, s, m.party, a_party);
  if (party == nullptr) return std::nullopt;
  party->used = true;
  if (party->kind == named::role) {
    const auto refusal = refusal_of_role(played);
    if (!refusal.empty())
      report_role(p, *party, m.party.where, refusal);
    else if (m.or_above)
      report_role(p, *party, m.where, "has no rank, so nobody is above it", "did you mean " + ticked(party->text) + " alone?");
  } else {
    check_advisory(p, *party, m.party.where, played);
    if (m.or_above) p.or_above.push_back(party_id{party->number});
  }
  return checked::member{party_id{party->number}, m.or_above};
}

std::optional<checked::group> group_of(pass& p, const scope& s, const syntax::choice& choice, part played) {
  checked::group made;
  listed_once<std::string_view> seen;
  bool whole = true;
  for (std::uint32_t i = 0; i < choice.members.count; ++i) {
    const syntax::member& m = s.tree->members[choice.members.first + i];
    const auto what = [&] { return ticked(m.party.text) + " stands twice in this choice"; };
    if (m.party && !seen.is_first(p, m.party.text, m.party.where, what)) continue;
    const auto member = member_of(p, s, m, played);
    if (member)
      made.members.push_back(*member);
    else
      whole = false;
  }
  if (!whole || made.members.empty()) return std::nullopt;
  return made;
}

/// The same for groups that name the same parties in another order.
std::vector<std::pair<std::uint32_t, bool>> parties_of(const checked::group& g) {
  std::vector<std::pair<std::uint32_t, bool>> all;
  for (const checked::member& m : g.members) all.emplace_back(m.party.value, m.or_above);
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

std::vector<checked::group> choices_of(pass& p, const scope& s, syntax::slice choices, part played) {
  std::vector<checked::group> made;
  listed_once<std::vector<std::pair<std::uint32_t, bool>>> seen;
  for (std::uint32_t i = 0; i < choices.count; ++i) {
    const syntax::choice& choice = s.tree->choices[choices.first + i];
    auto group = group_of(p, s, choice, played);
    const auto what = [&] { return ticked(p.sources->text(choice.where)) + " stands twice in this list"; };
    if (group && seen.is_first(p, parties_of(*group), choice.where, what)) made.push_back(std::move(*group));
  }
  return made;
}

}  // namespace remit::checking
