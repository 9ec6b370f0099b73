// Which files make up the document, and whose names each of them sees.
// Not here: opening files (load.cpp), what a framework needs (frameworks.cpp).
#include <algorithm>

#include "pass.hpp"

namespace remit::checking {
namespace {

using reading = std::vector<read_file>;
constexpr std::uint32_t unplaced = syntax::none;

bool is_framework(const syntax::tree& t) { return !t.headers.empty() && t.headers.front().is_framework; }
bool is_agreement(const syntax::tree& t) { return !t.headers.empty() && !t.headers.front().is_framework; }

/// Puts the files that `from` includes behind those already there; what is no framework is reported and stays out.
void follow_includes(pass& p, const reading& files, std::vector<std::uint32_t>& place, std::vector<std::uint32_t>& order,
                     std::uint32_t from) {
  const read_file& file = files[from];
  for (std::size_t i = 0; i < file.includes.size() && i < file.tree.includes.size(); ++i) {
    const std::uint32_t to = file.includes[i];
    const span where = file.tree.includes[i].text.where;
    if (to >= files.size()) {
      p.scopes[place[from]].lacks_includes = true;
      continue;
    }
    if (is_agreement(files[to].tree)) {
      p.report(code::include_not_framework, where,
               ticked(syntax::text_of(file.tree.includes[i].text)) + " is an agreement, and only frameworks are included",
               "a file to be included starts with `framework \"…\"`");
      p.scopes[place[from]].lacks_includes = true;
      continue;
    }
    if (place[to] != unplaced) continue;
    place[to] = count_of(p.scopes);
    order.push_back(to);
    scope& s = p.scopes.emplace_back();
    s.included_at = where;
  }
}

/// Lets every file see what the files that it includes see; frameworks include without circles, so this settles.
void spread_sight(pass& p, const reading& files, const std::vector<std::uint32_t>& place,
                  const std::vector<std::uint32_t>& order) {
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t n = 0; n < order.size(); ++n) {
      scope& s = p.scopes[n];
      for (const std::uint32_t to : files[order[n]].includes) {
        if (to >= files.size() || place[to] == unplaced) continue;
        const scope& included = p.scopes[place[to]];
        for (std::size_t seen = 0; seen < p.scopes.size(); ++seen)
          if (included.sees[seen] && !s.sees[seen]) s.sees[seen] = changed = true;
        if (included.lacks_includes && !s.lacks_includes) s.lacks_includes = changed = true;
      }
    }
  }
}

}  // namespace

void arrange_files(pass& p, const std::vector<read_file>& files) {
  std::vector<std::uint32_t> place(files.size(), unplaced), order{0};
  place[0] = 0;
  p.scopes.reserve(files.size());
  p.scopes.emplace_back();
  for (std::size_t n = 0; n < order.size(); ++n) follow_includes(p, files, place, order, order[n]);

  for (std::size_t n = 0; n < order.size(); ++n) {
    scope& s = p.scopes[n];
    s.tree = &files[order[n]].tree;
    s.number = static_cast<std::uint32_t>(n);
    s.is_framework = n == 0 ? is_framework(*s.tree) : true;
    s.sees.assign(p.scopes.size(), false);
    s.sees[n] = true;
    s.numbers.assign(s.tree->statements.size(), syntax::none);
    collect_unread(p, s);
  }
  spread_sight(p, files, place, order);
  p.is_complete = !p.root().lacks_includes && !p.from_reading->has_errors();
}

bool pass::has_errors() const {
  return std::any_of(found.begin(), found.end(), [](const diagnostic& d) { return d.severity() == severity::error; });
}

}  // namespace remit::checking
