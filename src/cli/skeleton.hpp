// The agreement that `remit init` starts a policy writer with.
// Not here: writing it anywhere (command_init.cpp).
#pragma once

#include <string_view>

namespace remit::cli {

/// A whole agreement after the Blueprint's Appendix 2, with comments for whoever fills it in. `check` finds nothing in it.
extern const std::string_view skeleton;

}  // namespace remit::cli
