// Every agreement under tests/agreements: good ones are clean, bad ones give exactly the findings written beside them.
// Not here: what remit prints of a finding (tests/commands).
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <remit/analysis/examine.hpp>
#include <remit/analysis/load.hpp>

#include "support/catch.hpp"

namespace {

namespace fs = std::filesystem;
using remit::diagnostic;

const fs::path agreements = fs::path{REMIT_SOURCE_DIR} / "tests" / "agreements";

std::string text_in(const fs::path& path) {
  std::ifstream in{path, std::ios::binary};
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

/// The agreements of one kind of folder, in every feature's folder; what they include lies deeper.
std::vector<fs::path> files_in(std::string_view folder) {
  std::vector<fs::path> all;
  for (const auto& feature : fs::directory_iterator{agreements}) {
    if (!fs::is_directory(feature.path() / folder)) continue;
    for (const auto& file : fs::directory_iterator{feature.path() / folder})
      if (file.path().extension() == ".remit") all.push_back(file.path());
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// An agreement and all that `remit check` finds in it.
struct checked_file {
  remit::loaded agreement;
  remit::diagnostics found;
};

/// Checks a file. `# checked on DATE` in its first line sets the day that it is checked on, `# within N cuts` the work that
/// a question may cost.
checked_file checked_from(const fs::path& file) {
  remit::load_options options;
  constexpr std::string_view on = "# checked on ";
  const std::string text = text_in(file);
  if (text.starts_with(on)) {
    int year = 0, month = 0, day = 0;
    char dash = '-';
    std::istringstream{text.substr(on.size())} >> year >> dash >> month >> dash >> day;
    options.check.on = remit::date::of(year, std::abs(month), std::abs(day));
  }
  constexpr std::string_view within = "# within ";
  if (text.starts_with(within)) {
    std::istringstream{text.substr(within.size())} >> options.limits.cuts;
    options.limits.cuts_in_all = options.limits.cuts;
  }
  remit::loaded l = remit::load(file.string(), options);
  remit::diagnostics found = remit::check(l, options.limits);
  return {std::move(l), std::move(found)};
}

/// The findings as they stand in NAME.expected: paths without the folder, places in other files with theirs.
std::string findings_of(const remit::diagnostics& found, const fs::path& file) {
  std::string all;
  for (const diagnostic& d : found) {
    const auto at = found.sources().start_of(d.where);
    const std::string name{found.sources().name(d.where.file)};
    if (name != file.string()) all += name + ":";
    all += std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + std::string{remit::severity_text(d.severity())} +
           "[" + remit::code_text(d.code) + "]: " + d.message + "\n";
    if (!d.help.empty()) all += "  help: " + d.help + "\n";
    for (const auto& r : d.related) {
      const auto place = found.sources().start_of(r.where);
      const std::string other{found.sources().name(r.where.file)};
      all += "  note: " + (other == file.string() ? std::string{} : other + ":") + std::to_string(place.line) + ":" +
             std::to_string(place.column) + ": " + r.message + "\n";
    }
    if (!d.witness_words.empty()) all += "  shown by: " + d.witness_words + "\n";
  }
  const std::string folder = file.parent_path().string() + "/";
  for (std::size_t at = all.find(folder); at != all.npos; at = all.find(folder)) all.erase(at, folder.size());
  return all;
}

}  // namespace

TEST_CASE("good agreements have no findings", "[agreements]") {
  for (const auto& file : files_in("good")) {
    INFO(file);
    const auto c = checked_from(file);
    CHECK(findings_of(c.found, file) == "");
    CHECK(c.agreement.document() != nullptr);
  }
}

// With REMIT_REWRITE_EXPECTED set, what is found becomes what is expected: for looking at with `git diff`.
TEST_CASE("bad agreements have exactly the findings expected of them", "[agreements]") {
  for (const auto& file : files_in("bad")) {
    INFO(file);
    fs::path expected = file;
    expected.replace_extension(".expected");
    const std::string found = findings_of(checked_from(file).found, file);
    if (std::getenv("REMIT_REWRITE_EXPECTED") != nullptr) std::ofstream{expected, std::ios::binary} << found;
    CHECK(found == text_in(expected));
    CHECK_FALSE(found.empty());
  }
}

TEST_CASE("every code of the catalogue has a bad agreement", "[agreements]") {
  std::set<remit::code> met;
  const auto meet = [&](const remit::diagnostics& found) {
    for (const diagnostic& d : found) met.insert(d.code);
  };
  for (const auto& file : files_in("bad")) meet(checked_from(file).found);
  // Two that no file can show: one for a text without a folder, one for a file too large to keep.
  meet(remit::load_text("agreement \"A\"\ninclude \"b.remit\"\n", "memory").diagnostics());
  meet(remit::load_text("agreement \"A\"\n" + std::string(64u * 1024u * 1024u, ' '), "memory").diagnostics());
  for (const auto& entry : remit::code_catalogue) {
    INFO(remit::code_text(entry.code) << ": " << entry.title);
    CHECK(met.contains(entry.code));
  }
}
