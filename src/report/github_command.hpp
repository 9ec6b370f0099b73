// One of GitHub's workflow commands, escaped as GitHub reads it.
// Not here: what it says.
#pragma once

#include <string>
#include <string_view>

#include <remit/core/source.hpp>
#include <remit/core/span.hpp>

namespace remit {

/// `::warning file=…,line=…,endLine=…,col=…,endColumn=…,title=…::…`, its line ended. Nothing of a text ends it earlier.
std::string github_command(std::string_view level, const source_set& sources, span where, std::string_view title,
                           std::string_view message);
/// Without a place.
std::string github_command(std::string_view level, std::string_view title, std::string_view message);

}  // namespace remit
