// Verdicts in names, and the way from one to another.
// Not here: which actions have which.
#include "support/plain_verdict.hpp"

#include <algorithm>

namespace remit::agree {
namespace {

std::string joined(const std::set<name_set>& all) {
  std::string out;
  for (const name_set& one : all) {
    out += out.empty() ? "" : ", ";
    bool first = true;
    for (const std::string& name : one) {
      out += (first ? "" : " or ") + name;
      first = false;
    }
  }
  return out;
}

std::string said(const char* verb, const std::set<name_set>& to, const std::string& within) {
  return std::string{verb} + " " + joined(to) + (within.empty() ? "" : " within " + within);
}

name_set parts(std::string words, const std::string& between) {
  name_set all;
  for (std::size_t at; (at = words.find(between)) != std::string::npos; words.erase(0, at + between.size()))
    all.insert(words.substr(0, at));
  all.insert(words);
  return all;
}

// `notify a or b, c within 1 day` with its parties in the order of their names; other duties as they are.
std::string in_order(const std::string& words) {
  for (const char* verb : {"notify", "ratify by"}) {
    const std::string start = std::string{verb} + " ";
    if (words.compare(0, start.size(), start) != 0) continue;
    const std::size_t within = words.find(" within ");
    const std::string parties = words.substr(start.size(), within == std::string::npos ? within : within - start.size());
    std::set<name_set> to;
    for (const std::string& group : parts(parties, ", ")) to.insert(parts(group, " or "));
    return said(verb, to, within == std::string::npos ? "" : words.substr(within + 8));
  }
  return words;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::set<name_set> sets_of(const std::vector<std::vector<std::string>>& lists) {
  std::set<name_set> all;
  for (const auto& one : lists) all.insert(name_set{one.begin(), one.end()});
  return all;
}

// Whether whoever has met all of `stronger` has met each of `weaker`.
bool imply(const std::set<name_set>& stronger, const std::set<name_set>& weaker) {
  for (const name_set& wanted : weaker) {
    bool implied = false;
    for (const name_set& met : stronger)
      implied = implied || std::includes(wanted.begin(), wanted.end(), met.begin(), met.end());
    if (!implied) return false;
  }
  return true;
}

bool contains_demands(const plain_verdict& stronger, const plain_verdict& weaker) {
  return imply(stronger.to, weaker.to) && imply(stronger.consult, weaker.consult) &&
         imply(stronger.approval, weaker.approval) &&
         std::includes(stronger.duties.begin(), stronger.duties.end(), weaker.duties.begin(), weaker.duties.end());
}

}  // namespace

party_naming own_party_names(const checked::document& d) {
  return [&d](std::uint32_t p) { return d.parties.at(p).name; };
}

name_set names_of(const oracle::numbers& parties, const party_naming& name) {
  name_set all;
  for (std::uint32_t p : parties) all.insert(name(p));
  return all;
}

std::string duty_words(const oracle::duty& duty, const party_naming& name) {
  std::set<name_set> to;
  for (const oracle::numbers& one : duty.to) to.insert(names_of(one, name));
  switch (duty.kind) {
    case duty_kind::record: return "record " + quoted(duty.what);
    case duty_kind::action: return "do " + quoted(duty.what);
    case duty_kind::notify: return said("notify", to, duty.within);
    case duty_kind::ratify: return said("ratify by", to, duty.within);
  }
  return {};
}

plain_verdict plain(const oracle::verdict& v, const party_naming& name) {
  plain_verdict out;
  out.outcome = v.outcome;
  for (const oracle::numbers& one : v.to) out.to.insert(names_of(one, name));
  for (const oracle::numbers& one : v.consult) out.consult.insert(names_of(one, name));
  for (const oracle::numbers& one : v.approval) out.approval.insert(names_of(one, name));
  for (const oracle::duty& one : v.duties) out.duties.insert(duty_words(one, name));
  return out;
}

plain_verdict plain(const cut_verdict& v) {
  plain_verdict out{v.outcome, sets_of(v.to), sets_of(v.consult), sets_of(v.approval), {}};
  for (const auto& duty : v.duties) out.duties.insert(in_order(duty.words));
  return out;
}

direction direction_between(const plain_verdict& before, const plain_verdict& after) {
  if (before.outcome != after.outcome) return after.outcome < before.outcome ? direction::loosened : direction::tightened;
  const bool less = contains_demands(before, after), more = contains_demands(after, before);
  if (less == more) return direction::redirected;
  return less ? direction::loosened : direction::tightened;
}

std::string words(const plain_verdict& v) {
  static constexpr const char* outcomes[] = {"allow", "consult", "escalate"};
  std::string out = std::string{outcomes[static_cast<int>(v.outcome)]} + " to [" + joined(v.to) + "] consult [" +
                    joined(v.consult) + "] approval [" + joined(v.approval) + "] duties [";
  for (const std::string& duty : v.duties) out += duty + "; ";
  return out + "]";
}

}  // namespace remit::agree
