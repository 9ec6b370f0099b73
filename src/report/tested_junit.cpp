// The results of a test in the XML that CI jobs have read since JUnit.
// Not here: times; deciding takes none worth telling.
#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <remit/report/tested.hpp>
#include "glyph.hpp"

namespace remit {
namespace {

// XML has no way to write most control characters; `printable` tells them by number.
std::string escaped(std::string_view text) {
  std::string xml;
  for (const char c : printable(text)) switch (c) {
      case '&': xml += "&amp;"; break;
      case '<': xml += "&lt;"; break;
      case '>': xml += "&gt;"; break;
      case '"': xml += "&quot;"; break;
      default: xml += c;
    }
  return xml;
}

std::string test_case(std::string_view suite, std::string_view name, std::string_view file, std::uint32_t line,
                      std::string_view inner) {
  std::string xml = fmt::format("    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{}\"", escaped(suite),
                                escaped(name), escaped(file), line);
  return inner.empty() ? xml + "/>\n" : fmt::format("{}>{}</testcase>\n", xml, inner);
}

std::string failure(std::string_view message) { return fmt::format("<failure message=\"{}\"/>", escaped(message)); }

std::string suite(std::string_view name, std::size_t tests, std::size_t failures, std::size_t errors,
                  std::string_view cases) {
  return fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"0\">\n{}  </testsuite>\n",
                     name, tests, failures, errors, cases);
}

std::string examples(const tested& t, const source_set& sources) {
  std::string cases;
  for (const example_result& r : t.examples) {
    const span where = r.example->where;
    const std::string got = r.problem.empty() ? fmt::format("got {}", r.got) : r.problem;
    cases += test_case("examples", r.example->title, sources.name(where.file), sources.start_of(where).line,
                       r.passed ? "" : failure(fmt::format("expected {}; {}", r.expected, got)));
  }
  return suite("examples", t.examples.size(), t.failed_examples(), 0, cases);
}

std::string promises(const tested& t, const source_set& sources) {
  std::string cases;
  for (const promise_result& r : t.promises) {
    const span where = r.promise->where;
    std::string inner;
    if (r.status == proof::refuted) inner = failure("broken by " + (r.witness ? to_json(*r.witness) : "an action"));
    if (r.status == proof::undecided) inner = "<error message=\"not decided within the budget\"/>";
    cases += test_case("promises", r.promise->words, sources.name(where.file), sources.start_of(where).line, inner);
  }
  return suite("promises", t.promises.size(), t.refuted_promises(), t.undecided_promises(), cases);
}

std::string scenarios(const tested& t) {
  std::string cases;
  std::size_t errors = 0;
  for (const scenario_result& r : t.scenarios) {
    std::string inner;
    if (r.problem)
      inner = fmt::format("<error message=\"{}\"/>", escaped(fmt::format("{} (at {})", r.problem->message, r.problem->at))),
      ++errors;
    else if (!r.passed)
      inner = failure(fmt::format("expected {}; got {}", r.expected, r.actual));
    cases += test_case("scenarios", r.id.value_or(fmt::format("line {}", r.line)), t.scenario_file, r.line, inner);
  }
  return suite("scenarios", t.scenarios.size(), t.failed_scenarios() - errors, errors, cases);
}

}  // namespace

std::string to_junit(const tested& results) {
  const source_set& sources = *results.document->sources;
  std::string suites = examples(results, sources) + promises(results, sources);
  if (!results.scenario_file.empty()) suites += scenarios(results);
  return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"{}\">\n{}</testsuites>\n",
                     escaped(results.document->title), suites);
}

}  // namespace remit
