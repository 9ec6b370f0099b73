// Loading, and what to say where there is no agreement to use.
// Not here: the findings themselves (check/), their looks (report/text.cpp).
#include "agreement_file.hpp"

#include <utility>

#include <fmt/format.h>

#include <remit/report/text.hpp>
#include <remit/syntax/read.hpp>
#include "commands.hpp"
#include "input.hpp"
#include "terminal.hpp"

namespace remit::cli {
namespace {

std::string errors_of(const diagnostics& found) {
  const text_style style = style_of_error();
  std::string text;
  for (const diagnostic& d : found)
    if (d.severity() == severity::error) text += to_text(d, found.sources(), style) + "\n";
  return text + to_text(finding_counts{found.count(severity::error)}) + "\n";
}

}  // namespace

std::optional<loaded> load_file(const std::string& file, const load_options& options) {
  if (file != "-") {
    loaded l = load(file, options);
    if (l.was_read()) return l;
    complain(l.problem());
    return std::nullopt;
  }
  input in{file};
  if (auto text = in.all(syntax::limits{}.bytes)) return load_text(std::move(*text), standard_input, options);
  complain(in.problem());
  return std::nullopt;
}

std::optional<loaded> usable_agreement(const std::string& file, bool examples_may_fail, int& exit) {
  exit = could_not;
  auto l = load_file(file);
  if (!l) return std::nullopt;
  if (l->document() != nullptr && l->document()->is_framework) {
    complain(fmt::format("`{}` is a framework, a part for other files to include; name the agreement that includes it", file));
    return std::nullopt;
  }
  const bool usable = examples_may_fail ? l->executable().has_value() : static_cast<bool>(*l);
  exit = usable ? nothing_found : found_something;
  if (usable) return l;
  show_on_error(errors_of(l->diagnostics()));
  return std::nullopt;
}

}  // namespace remit::cli
