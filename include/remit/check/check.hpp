// Trees to one checked document: names resolved, types settled, every error of the language reported.
// Not here: opening files (load.hpp), proving promises (analysis/).
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <remit/check/checked.hpp>
#include <remit/core/diagnostic.hpp>
#include <remit/core/source.hpp>
#include <remit/syntax/tree.hpp>

namespace remit {

struct check_options {
  std::optional<date> on;  ///< the day against which an agreement's end is held (R1007)
};

/// A file read, and which trees its `include` statements name.
struct read_file {
  syntax::tree tree;
  std::vector<std::uint32_t> includes;  ///< of the same vector of files; one per tree.includes entry, syntax::none where it failed
};

/// Makes one document of the files (the first is the root) and adds every finding but failing examples to `found`.
/// The document is whole where none of the findings is an error; else nothing is returned.
std::optional<checked::document> check_document(std::shared_ptr<const source_set> sources,
                                                const std::vector<read_file>& files, const check_options& options,
                                                diagnostics& found);

}  // namespace remit
