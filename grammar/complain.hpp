// What is said of a mistake: what was expected, what stands there, and the usual remedy.
// Not here: where reading goes on (resume.hpp).
#pragma once

#include <string>
#include <string_view>

#include "builder.hpp"

namespace remit::grammar {

/// Reports that `expected` does not stand at `where`; silent where that place has been explained already.
void complain(builder& b, place where, std::string_view expected);

/// Reports a rule outside every pillar, once until the next pillar.
void complain_of_homeless_rule(builder& b, const token& t);

/// Moves past the `}` that closes the block opened by `open`, or reports that there is none.
void close_block(builder& b, const token& open, place& at);

}  // namespace remit::grammar
