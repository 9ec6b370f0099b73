// Who ranks above whom: `above all` spelt out, circles found, the rest made transitive.
// Not here: what rank means for a verdict (agreement/settle.hpp).
#include <algorithm>
#include <vector>

#include "pass.hpp"

namespace remit::checking {
namespace {

/// A party, the file it stands in, and its `above …`.
struct ranked {
  std::uint32_t scope = 0;
  bool above_all = false;
  span where;
};

class ranking {
 public:
  explicit ranking(pass& p) : p_{p}, of_(p.out.parties.size()) {
    for (const scope& s : p.scopes)
      for_each_statement(s, syntax::statement_kind::party, s.tree->parties, [&](const syntax::party& party, std::uint32_t n) {
        of_[n] = {s.number, party.above_all, party.above_where};
      });
  }

  void run() {
    for (std::uint32_t n = 0; n < of_.size(); ++n)
      if (of_[n].above_all) spell_out_all(n);
    report_circles();
    make_transitive();
  }

 private:
  std::vector<party_id>& below(std::uint32_t n) { return p_.out.parties[n].below; }

  // All others, but those above all in a framework that this one's file includes.
  void spell_out_all(std::uint32_t n) {
    for (std::uint32_t other = 0; other < of_.size(); ++other) {
      const bool is_floor =
          of_[other].above_all && of_[other].scope != of_[n].scope && p_.scopes[of_[n].scope].sees[of_[other].scope];
      if (other != n && !p_.out.parties[other].is_role && !is_floor) below(n).push_back(party_id{other});
    }
  }

  std::vector<bool> reached_from(std::uint32_t n) {
    std::vector<bool> reached(of_.size(), false);
    std::vector<std::uint32_t> open{n};
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      for (const party_id b : below(at)) {
        if (reached[b.value]) continue;
        reached[b.value] = true;
        open.push_back(b.value);
      }
    }
    return reached;
  }

  /// The shortest way down from a party back to itself, itself first.
  std::vector<std::uint32_t> circle_through(std::uint32_t n) {
    std::vector<std::uint32_t> from(of_.size(), syntax::none), open{n};
    for (std::size_t i = 0; i < open.size(); ++i) {
      for (const party_id b : below(open[i])) {
        if (b.value == n) {
          std::vector<std::uint32_t> way;
          for (std::uint32_t at = open[i]; at != n; at = from[at]) way.push_back(at);
          way.push_back(n);
          std::reverse(way.begin(), way.end());
          return way;
        }
        if (from[b.value] != syntax::none) continue;
        from[b.value] = open[i];
        open.push_back(b.value);
      }
    }
    return {};
  }

  // One finding for parties that are all above each other, at the one declared last.
  void report_circles() {
    std::vector<bool> reported(of_.size(), false);
    for (std::uint32_t n = static_cast<std::uint32_t>(of_.size()); n-- > 0;) {
      if (reported[n]) continue;
      const auto circle = circle_through(n);
      if (circle.empty()) continue;
      std::string words = ticked(p_.out.parties[n].name);
      for (std::size_t i = 1; i < circle.size(); ++i) words += " above " + ticked(p_.out.parties[circle[i]].name);
      words += " above " + ticked(p_.out.parties[n].name);
      auto& d = p_.report(code::rank_cycle, of_[n].where,
                          circle.size() == 1 ? ticked(p_.out.parties[n].name) + " cannot rank above itself"
                                             : "the ranks go round in a circle: " + words);
      for (std::size_t i = 1; i < circle.size(); ++i)
        d.related.push_back({of_[circle[i]].where, ticked(p_.out.parties[circle[i]].name) + " is ranked here"});
      const auto down = reached_from(n);
      for (std::uint32_t other = 0; other < of_.size(); ++other)
        if (down[other] && reached_from(other)[n]) reported[other] = true;
    }
  }

  void make_transitive() {
    std::vector<std::vector<party_id>> all(of_.size());
    for (std::uint32_t n = 0; n < of_.size(); ++n) {
      const auto down = reached_from(n);
      for (std::uint32_t other = 0; other < of_.size(); ++other)
        if (down[other]) all[n].push_back(party_id{other});
    }
    for (std::uint32_t n = 0; n < of_.size(); ++n) below(n) = std::move(all[n]);
  }

  pass& p_;
  std::vector<ranked> of_;
};

}  // namespace

void rank_parties(pass& p) {
  if (p.out.parties.size() <= limits::parties) ranking{p}.run();
}

}  // namespace remit::checking
