// The sentences an explanation is made of: what it comes to, and why.
// Not here: their arrangement on a screen (explain.cpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <remit/agreement/action.hpp>
#include <remit/agreement/verdict.hpp>
#include "grounds.hpp"

namespace remit {

/// Looks at an action and its verdict, which outlive it.
class verdict_sentences {
 public:
  verdict_sentences(const action& asked, const verdict& given, std::string_view outside_name);

  /// `Pay for travel: the Family Facing Team may decide this itself.`
  std::string headline() const;
  /// What decided, in a sentence.
  std::string reason() const;
  /// `Decisions of this kind (“Supervision”) are held by the Team Manager`; for a declared decision.
  std::string held() const;
  /// What one clause asks for, and the comparisons behind it.
  std::string clause(const ground& g) const;
  const std::vector<ground>& grounds() const noexcept { return grounds_; }

 private:
  std::string decision() const;
  std::string outcome() const;
  std::string allowed() const;
  std::string asked_first() const;
  std::string approved() const;
  std::string deciding_rules() const;
  std::string set_aside_by(const ground& g) const;
  std::string all_of(const std::vector<view<party_id>>& groups) const;

  const action& asked_;
  const verdict& given_;
  const executable& rules_;
  std::string_view outside_name_;
  std::vector<ground> grounds_;
};

/// One or two sentences: the headline and what decided, or that the action cannot be judged.
std::string sentence_about(const action& asked, const verdict& given, std::string_view outside_name);

/// “Larger spends are shared”
std::string rule_words(const told_clause& clause);

}  // namespace remit
