// Files of an agreement: the file given, and includes below its folder.
// Not here: what the files say.
#pragma once

#include <string>

#include <remit/analysis/load.hpp>

namespace remit {

/// The text of the file a person named; `problem` where it cannot be read.
resolved_include read_text_file(const std::string& path);

/// Resolves includes to files, relative to the including file and never outside the folder of `root`.
include_resolver folder_of(const std::string& root);

}  // namespace remit
