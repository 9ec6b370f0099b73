// Who and what in plain English: parties by their titles with an article, names without their underscores.
// Not here: amounts (amount.hpp), comparisons (told.hpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <remit/agreement/executable.hpp>
#include <remit/core/ids.hpp>

namespace remit {

/// `budget_left` as `budget left`.
std::string plain(std::string_view name);
/// “words”
std::string quoted(std::string_view words);
/// With a capital letter; with a full stop, unless it ends in one.
std::string sentence_of(std::string text);

/// `the Strategy Team`.
std::string party_words(const executable& rules, party_id party);
/// `the Family Facing Team or the Insight Team`.
std::string any_of_words(const executable& rules, view<party_id> members);
/// `the Team Treasurer and the Family Facing Team`: every group is needed. The asker's own team is asked as a whole.
std::string all_of_words(const executable& rules, const std::vector<view<party_id>>& groups, party_id asker = {});
/// Whether people would say `the X itself` of it.
bool is_team(const executable& rules, party_id party);

}  // namespace remit
