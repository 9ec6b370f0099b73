// One finding: what, where, in words, and what to do about it; and a run's list of them.
// Not here: how a finding is printed (report/).
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <remit/core/codes.hpp>
#include <remit/core/source.hpp>
#include <remit/core/span.hpp>

namespace remit {

/// Another place that belongs to a finding: "first declared here".
struct related_place {
  span where;
  std::string message;
};

/// A finding. `message` is one plain sentence, lower case, no full stop, user text in back-ticks.
struct diagnostic {
  remit::code code;
  span where;
  std::string message;
  std::string help;                    ///< a proposal; may be empty
  std::vector<related_place> related;  ///< further places
  std::string witness;                 ///< an action as JSON that shows it; may be empty
  std::string witness_words;           ///< the same in the language, as an example has it, one circumstance a line

  remit::severity severity() const noexcept { return entry_of(code).severity; }
};

/// The findings of one run, with the texts they point into.
class diagnostics {
 public:
  explicit diagnostics(std::shared_ptr<const source_set> sources = {}) : sources_{std::move(sources)} {}

  diagnostic& add(code c, span where, std::string message, std::string help = {}) {
    return list_.emplace_back(diagnostic{c, where, std::move(message), std::move(help), {}, {}, {}});
  }
  void append(diagnostics other) {
    for (auto& d : other.list_) list_.push_back(std::move(d));
  }
  /// Puts them in the order of their places: file by file, top to bottom.
  void sort();

  bool empty() const noexcept { return list_.empty(); }
  std::size_t size() const noexcept { return list_.size(); }
  std::size_t count(severity s) const noexcept;
  bool has_errors() const noexcept { return count(severity::error) != 0; }
  auto begin() const noexcept { return list_.begin(); }
  auto end() const noexcept { return list_.end(); }
  const diagnostic& operator[](std::size_t i) const { return list_[i]; }
  const source_set& sources() const { return *sources_; }
  const std::shared_ptr<const source_set>& shared_sources() const noexcept { return sources_; }

 private:
  std::vector<diagnostic> list_;
  std::shared_ptr<const source_set> sources_;
};

/// `R0204` for code 204.
std::string code_text(code c);
/// `error`, `warning` or `info`.
std::string_view severity_text(severity s) noexcept;

}  // namespace remit
