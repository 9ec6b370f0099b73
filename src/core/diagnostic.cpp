// Findings put in order, counted, and their codes as people see them.
// Not here: printing (report/).
#include <remit/core/diagnostic.hpp>

#include <algorithm>
#include <tuple>

namespace remit {

void diagnostics::sort() {
  const auto place = [](const diagnostic& d) { return std::tuple{d.where.file, d.where.begin}; };
  std::stable_sort(list_.begin(), list_.end(), [&](const diagnostic& a, const diagnostic& b) { return place(a) < place(b); });
}

std::size_t diagnostics::count(remit::severity s) const noexcept {
  return static_cast<std::size_t>(
      std::count_if(list_.begin(), list_.end(), [s](const diagnostic& d) { return d.severity() == s; }));
}

std::string code_text(code c) {
  const std::string digits = std::to_string(static_cast<unsigned>(c));
  return "R" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

std::string_view severity_text(severity s) noexcept {
  switch (s) {
    case severity::error: return "error";
    case severity::warning: return "warning";
    case severity::info: return "info";
  }
  return "error";
}

}  // namespace remit
