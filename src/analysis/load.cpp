// The way through in one call: read every file once, check them as one, lower, try the examples, prove the promises.
// Not here: any of those steps; each has its own file.
#include <remit/analysis/load.hpp>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include <remit/analysis/examples.hpp>
#include <remit/check/lower.hpp>
#include <remit/syntax/read.hpp>

#include "folder.hpp"

namespace remit {

struct loading {
  static constexpr std::size_t most_files = 256;

  const load_options& options;
  std::shared_ptr<source_set> sources = std::make_shared<source_set>();
  diagnostics found{sources};
  std::vector<read_file> files{};
  std::map<std::string, std::uint32_t> by_name{};
  std::vector<std::uint32_t> open{};                // the files being included right now, the root first

  static loaded run(std::string text, std::string name, const load_options& options) {
    loading l{options};
    l.read(std::move(text), std::move(name));
    loaded result;
    if (auto document = check_document(l.sources, l.files, options.check, l.found)) {
      const auto whole = std::make_shared<const checked::document>(std::move(*document));
      result.document_ = whole;
      if (!whole->is_framework) {
        result.executable_ = lower(*whole);
        result.examples_ = run_examples(*whole, *result.executable_);
        report_examples(result.examples_, l.found);
        result.promises_ = prove(*whole, *result.executable_, options.limits);
        report_promises(result.promises_, l.found);
        if (!l.found.has_errors()) result.agreement_ = result.executable_;
      }
    }
    l.found.sort();
    result.found_ = std::move(l.found);
    return result;
  }

  static loaded unreadable(std::string problem) {
    loaded result;
    result.problem_ = std::move(problem);
    result.found_ = diagnostics{std::make_shared<source_set>()};
    return result;
  }

 private:
  std::uint32_t read(std::string text, std::string name) {
    const std::uint32_t file = sources->add(name, std::move(text));
    by_name.emplace(std::move(name), file);
    files.push_back({syntax::read(*sources, file, found), {}});
    open.push_back(file);
    for (std::size_t i = 0; i < files[file].tree.includes.size(); ++i) {
      const syntax::text_statement statement = files[file].tree.includes[i];
      const std::uint32_t included = include(statement, file);
      files[file].includes.push_back(included);
    }
    open.pop_back();
    return file;
  }

  std::uint32_t include(const syntax::text_statement& statement, std::uint32_t from) {
    const std::string path = syntax::text_of(statement.text);
    const span where = statement.text.where;
    if (!options.resolver) {
      found.add(code::includes_unavailable, where, "`" + path + "` cannot be included: this text has no folder to include from",
                "load the agreement from a file, or give the loader an include resolver");
      return syntax::none;
    }
    resolved_include file = options.resolver(path, sources->name(from));
    if (const auto known = by_name.find(file.name); known != by_name.end()) return again(known->second, where);
    if (!file.text) {
      found.add(file.escapes ? code::include_escapes : code::include_not_found, where,
                "`" + path + "` cannot be included: " + file.problem,
                file.escapes ? "put the included file into the agreement's folder or one below it"
                             : "paths are relative to the file that includes");
      return syntax::none;
    }
    if (files.size() >= most_files) {
      found.add(code::too_many, where, "more than " + std::to_string(most_files) + " files belong to this agreement");
      return syntax::none;
    }
    return read(std::move(*file.text), std::move(file.name));
  }

  // A file met before: fine, unless it is still being read.
  std::uint32_t again(std::uint32_t file, span where) {
    if (std::find(open.begin(), open.end(), file) == open.end()) return file;
    auto& d = found.add(code::include_cycle, where,
                        "`" + std::string{sources->name(file)} + "` is included in a circle: it is already being read",
                        "move what both files need into a third one");
    for (std::size_t i = 0; i + 1 < open.size(); ++i) {
      const auto& tree = files[open[i]].tree;
      const std::size_t at = files[open[i]].includes.size();
      if (open[i] >= file && at < tree.includes.size())
        d.related.push_back({tree.includes[at].text.where, "this file is included here"});
    }
    return syntax::none;
  }
};

loaded load_text(std::string text, std::string name, const load_options& options) {
  return loading::run(std::move(text), std::move(name), options);
}

loaded load(const std::string& path, const load_options& options) {
  resolved_include file = read_text_file(path);
  if (!file.text) return loading::unreadable("`" + path + "` cannot be read: " + file.problem);
  load_options with_folder = options;
  if (!with_folder.resolver) with_folder.resolver = folder_of(path);
  return loading::run(std::move(*file.text), path, with_folder);
}

}  // namespace remit
