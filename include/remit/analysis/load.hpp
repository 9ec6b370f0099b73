// The way through in one call: files to agreement, with every finding.
// Not here: printing any of it (report/).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <remit/agreement/agreement.hpp>
#include <remit/analysis/examples.hpp>
#include <remit/analysis/limits.hpp>
#include <remit/analysis/prove.hpp>
#include <remit/check/check.hpp>
#include <remit/check/checked.hpp>
#include <remit/core/diagnostic.hpp>

namespace remit {

/// What a host's include resolver answers: the text, or why there is none.
struct resolved_include {
  std::optional<std::string> text;
  std::string name;     ///< how people know the file; also what tells two includes of one file
  std::string problem;  ///< where there is no text
  bool escapes = false; ///< there is no text because the path leaves the folder of the agreement
};

/// Finds the text of `include "path"` written in the file known as `from`. May be called from the loading thread only.
using include_resolver = std::function<resolved_include(std::string_view path, std::string_view from)>;

struct load_options {
  check_options check;
  /// Text from memory has no includes unless the host gives a resolver. Files resolve below their own folder.
  include_resolver resolver;
  analysis_limits limits;  ///< for each promise
};

/// What loading gave: the agreement if there are no errors, and always the findings.
class loaded {
 public:
  /// Whether there is an agreement to decide with.
  explicit operator bool() const noexcept { return agreement_.has_value(); }
  const agreement& operator*() const& { return *agreement_; }
  agreement operator*() && { return *agreement_; }
  const agreement* operator->() const { return &*agreement_; }
  const remit::diagnostics& diagnostics() const& noexcept { return found_; }
  remit::diagnostics diagnostics() && noexcept { return std::move(found_); }  ///< outlives a temporary
  /// The checked form; absent where there are errors other than failing examples. A framework has one and no agreement.
  const checked::document* document() const noexcept { return document_.get(); }
  /// The executable form even where examples fail or promises are broken, for tools that report those.
  const std::optional<agreement>& executable() const noexcept { return executable_; }
  /// What each example and promise came to, in source order; none without an executable form.
  const std::vector<example_result>& examples() const noexcept { return examples_; }
  const std::vector<promise_result>& promises() const noexcept { return promises_; }
  /// False where the root file itself could not be read; `problem` says why.
  bool was_read() const noexcept { return problem_.empty(); }
  const std::string& problem() const noexcept { return problem_; }

 private:
  friend struct loading;
  std::optional<agreement> agreement_, executable_;
  std::shared_ptr<const checked::document> document_;
  std::vector<example_result> examples_;
  std::vector<promise_result> promises_;
  remit::diagnostics found_;
  std::string problem_;
};

/// Reads, checks and lowers the agreement in a file and everything it includes. Never throws for what the files hold.
/// Safe to call from any number of threads.
loaded load(const std::string& path, const load_options& options = {});

/// The same for text at hand; `name` is what people know it by. No includes without options.resolver.
loaded load_text(std::string text, std::string name, const load_options& options = {});

}  // namespace remit
