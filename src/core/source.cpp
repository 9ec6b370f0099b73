// Where a byte stands: lines found once when a text is added, columns counted when somebody asks.
// Not here: what is in the text.
#include <remit/core/source.hpp>

#include <algorithm>
#include <utility>

namespace remit {
namespace {

/// UTF-8 characters begin with every byte but 10xxxxxx. Broken texts are counted as well as they can be.
std::uint32_t characters(std::string_view text) noexcept {
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; };
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), begins));
}

/// A line may be as long as a file, and have as many places asked for as a file has mistakes.
constexpr std::size_t stretch = 1024;

}  // namespace

std::uint32_t source_set::add(std::string name, std::string text) {
  std::vector<std::uint32_t> starts{0}, before;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n') starts.push_back(static_cast<std::uint32_t>(i + 1));
  std::uint32_t so_far = 0;
  for (std::size_t at = 0; at <= text.size(); at += stretch) {
    before.push_back(so_far);
    so_far += characters(std::string_view{text}.substr(at, stretch));
  }
  files_.push_back({std::move(name), std::move(text), std::move(starts), std::move(before)});
  return size() - 1;
}

position source_set::at(std::uint32_t file, std::uint32_t byte) const {
  const entry& e = files_.at(file);
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(byte, e.text.size()));
  const auto next = std::upper_bound(e.line_starts.begin(), e.line_starts.end(), end);
  const std::uint32_t start = *std::prev(next);
  return {static_cast<std::uint32_t>(next - e.line_starts.begin()), characters_between(e, start, end) + 1};
}

std::uint32_t source_set::characters_between(const entry& e, std::uint32_t begin, std::uint32_t end) {
  const auto counted = [&](std::size_t from, std::size_t to) { return characters(std::string_view{e.text}.substr(from, to - from)); };
  const auto before = [&](std::size_t byte) { return e.characters_before[byte / stretch] + counted(byte / stretch * stretch, byte); };
  return end - begin <= stretch ? counted(begin, end) : before(end) - before(begin);
}

std::string_view source_set::line(std::uint32_t file, std::uint32_t line) const {
  const entry& e = files_.at(file);
  if (line == 0 || line > e.line_starts.size()) return {};
  const std::size_t begin = e.line_starts[line - 1];
  const std::size_t end = line < e.line_starts.size() ? e.line_starts[line] - 1 : e.text.size();
  std::string_view text = std::string_view{e.text}.substr(begin, end - begin);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

}  // namespace remit
