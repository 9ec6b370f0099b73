// The digest that names an agreement by its meaning and text.
// Not here: the bytes of its files. Layout, comments and the order of statements do not count.
#pragma once

#include <string>

#include <remit/check/checked.hpp>

namespace remit {

/// `sha256:` and 64 hexadecimal digits, over the agreement with its includes.
std::string digest_of(const checked::document& document);

}  // namespace remit
