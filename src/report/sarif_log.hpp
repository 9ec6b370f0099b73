// A SARIF log with one run, made result by result.
// Not here: what the results are about.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include <remit/core/source.hpp>
#include <remit/core/span.hpp>

namespace remit {

/// A location as SARIF writes it. The message is left away where there is none.
nlohmann::ordered_json sarif_location(const source_set& sources, span where, std::string_view message = {});

class sarif_log {
 public:
  /// `rule` is the id of what kind of finding it is, `title` its one-line description. Returns the result, to be added to.
  nlohmann::ordered_json& add(std::string_view rule, std::string_view title, std::string_view level, std::string_view message,
                              nlohmann::ordered_json location);
  nlohmann::ordered_json whole() const;

 private:
  std::map<std::string, std::size_t, std::less<>> rule_numbers_;
  nlohmann::ordered_json rules_ = nlohmann::ordered_json::array(), results_ = nlohmann::ordered_json::array();
};

}  // namespace remit
