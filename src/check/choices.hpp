// `A or above or B, C`: parties named for a part, each checked against what it may play.
// Not here: what the parts mean for a verdict.
#pragma once

#include <vector>

#include <remit/check/checked.hpp>
#include <remit/syntax/tree.hpp>

#include "names.hpp"

namespace remit::checking {

/// What parties are named for.
enum class part {
  holds,
  decides_outside,
  is_escalated_to,
  is_consulted,
  agrees,
  is_let_in,
  is_notified,
  ratifies,
  is_claimed,  ///< escalated to or let in, in a promise or example: an advisory party may be denied there
};

/// The groups of a list, as far as they can be resolved; every wrong name is reported.
std::vector<checked::group> choices_of(pass& p, const scope& s, syntax::slice choices, part played);

}  // namespace remit::checking
