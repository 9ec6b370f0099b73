// How the command line explains itself, within 80 columns.
// Not here: the words of each verb (command_*.cpp).
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace remit::cli {

/// `--format text|json` instead of CLI11's `--format TEXT:{text,json} REQUIRED`.
class brief_help : public CLI::Formatter {
 public:
  brief_help() { column_width(23); }
  std::string make_option_opts(const CLI::Option* option) const override {
    const std::string type = option->get_type_name();
    return option->get_positional() || option->get_items_expected_max() == 0 || type.empty() ? "" : " " + type;
  }
};

/// `--format`, one of these words.
inline CLI::Option* add_format(CLI::App& verb, std::string& format, std::vector<std::string> words, std::string help) {
  std::string type;
  for (const std::string& word : words) type += (type.empty() ? "" : "|") + word;
  return verb.add_option("--format", format, std::move(help))
      ->check(CLI::IsMember(std::move(words)).description(""))
      ->type_name(std::move(type));
}

}  // namespace remit::cli
