// The check of the text as such: valid UTF-8, and no characters that hide what is written.
// Not here: which characters the language uses.
#pragma once

#include "builder.hpp"

namespace remit::grammar {

/// Reports each stretch that is no UTF-8, and each stretch of forbidden characters. A byte order mark may stand first.
void check_encoding(builder& b);

}  // namespace remit::grammar
