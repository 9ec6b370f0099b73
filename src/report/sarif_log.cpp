// The structure of OASIS SARIF 2.1.0.
// Not here: results.
#include "sarif_log.hpp"

#include <fmt/format.h>

#include <remit/version.hpp>

namespace remit {
namespace {

using nlohmann::ordered_json;

// A path as a URI reference: what is neither a letter, a digit nor one of these is told by its number.
std::string uri_of(std::string_view path) {
  constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path)
    if (plain.find(c) != std::string_view::npos)
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return uri;
}

}  // namespace

ordered_json sarif_location(const source_set& sources, span where, std::string_view message) {
  const position start = sources.start_of(where), end = sources.end_of(where);
  ordered_json location{
      {"physicalLocation",
       {{"artifactLocation", {{"uri", uri_of(sources.name(where.file))}}},
        {"region",
         {{"startLine", start.line}, {"startColumn", start.column}, {"endLine", end.line}, {"endColumn", end.column}}}}}};
  if (!message.empty()) location["message"] = {{"text", message}};
  return location;
}

ordered_json& sarif_log::add(std::string_view rule, std::string_view title, std::string_view level, std::string_view message,
                             ordered_json location) {
  const auto [at, fresh] = rule_numbers_.try_emplace(std::string{rule}, rules_.size());
  if (fresh)
    rules_.push_back({{"id", rule}, {"shortDescription", {{"text", title}}}, {"defaultConfiguration", {{"level", level}}}});
  results_.push_back({{"ruleId", rule},
                      {"ruleIndex", at->second},
                      {"level", level},
                      {"message", {{"text", message}}},
                      {"locations", ordered_json::array({std::move(location)})}});
  return results_.back();
}

ordered_json sarif_log::whole() const {
  ordered_json run{{"tool", {{"driver", {{"name", "remit"}, {"semanticVersion", REMIT_VERSION}, {"rules", rules_}}}}},
                   {"columnKind", "unicodeCodePoints"},
                   {"results", results_}};
  return {
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", ordered_json::array({run})}};
}

}  // namespace remit
