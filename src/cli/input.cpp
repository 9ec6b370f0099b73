// Blocks of a file handed out as lines.
// Not here: what is in them.
#include "input.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fmt/format.h>

namespace remit::cli {

input::input(const std::string& path) : name_{path == "-" ? standard_input : path} {
  errno = 0;
  file_.reset(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
  if (!file_) problem_ = fmt::format("`{}` cannot be read: {}", name_, std::strerror(errno));
}

// Reads the next block once the last is used up. False at the end.
bool input::fill() {
  if (at_ < block_.size()) return true;
  if (!problem_.empty()) return false;
  constexpr std::size_t block_size = 64 * 1024;
  block_.resize(block_size);
  errno = 0;
  block_.resize(std::fread(block_.data(), 1, block_size, file_.get()));
  at_ = 0;
  // A directory opens like a file, and says so only here.
  if (std::ferror(file_.get()) != 0) problem_ = fmt::format("`{}` cannot be read: {}", name_, std::strerror(errno));
  return !block_.empty();
}

std::optional<input::line> input::next_line(std::size_t most) {
  if (!fill()) return std::nullopt;
  line next;
  while (fill()) {
    const std::size_t end = std::min(block_.find('\n', at_), block_.size());
    const std::size_t room = most - next.text.size();
    next.too_long = next.too_long || end - at_ > room;
    next.text.append(block_, at_, std::min(end - at_, room));
    at_ = end + 1;
    if (end < block_.size()) break;
  }
  return next;
}

std::optional<std::string> input::all(std::size_t most) {
  std::string text;
  while (fill()) {
    if (block_.size() > most - text.size()) {
      problem_ = fmt::format("`{}` is larger than {} bytes", name_, most);
      return std::nullopt;
    }
    text += block_;
    at_ = block_.size();
  }
  return problem_.empty() ? std::optional{std::move(text)} : std::nullopt;
}

}  // namespace remit::cli
