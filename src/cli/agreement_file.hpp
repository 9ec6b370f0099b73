// The agreement that a verb works on, from a file or standard input.
// Not here: `check`, for which a faulty agreement is a result and no obstacle.
#pragma once

#include <optional>
#include <string>

#include <remit/analysis/load.hpp>

namespace remit::cli {

/// Loads FILE, or standard input for `-`, which has no folder and so includes nothing. Nothing, after the complaint,
/// where it cannot be read.
std::optional<loaded> load_file(const std::string& file, const load_options& options = {});

/// An agreement ready to be used; or nothing, after the complaint, with the exit status left in `exit`.
/// With `examples_may_fail` one whose examples fail is fit for use.
std::optional<loaded> usable_agreement(const std::string& file, bool examples_may_fail, int& exit);

}  // namespace remit::cli
