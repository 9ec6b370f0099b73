// The two streams of the command.
// Not here: reading (input.cpp).
#include "terminal.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>
#include <unistd.h>

#include <remit/core/amounts.hpp>
#include <remit/core/wording.hpp>

namespace remit::cli {
namespace {

// Why a result could not be written, the first time: later attempts fail for other reasons, or none.
int first_fault = 0;

bool colour_wanted(int stream) {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal != nullptr && std::string_view{terminal} == "dumb";
  return (no_colour == nullptr || *no_colour == 0) && !dumb && isatty(stream) != 0;
}

}  // namespace

bool say(std::string_view text) {
  const bool said = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (!said && first_fault == 0) first_fault = errno;
  return said;
}

void complain(std::string_view message) { show_on_error(fmt::format("remit: {}\n", message)); }

void show_on_error(std::string_view text) {
  std::fflush(stdout);
  std::fwrite(text.data(), 1, text.size(), stderr);
}

text_style style_of_output() { return {colour_wanted(STDOUT_FILENO)}; }
text_style style_of_error() { return {colour_wanted(STDERR_FILENO)}; }

bool flush_output() {
  if (std::fflush(stdout) != 0 && first_fault == 0) first_fault = errno;
  // A reader that has seen enough (`remit … | head`) is no reason to complain.
  if (first_fault != 0 && first_fault != EPIPE)
    complain(fmt::format("standard output cannot be written: {}", std::strerror(first_fault)));
  return first_fault == 0;
}

progress::progress()
    : shown_{isatty(STDERR_FILENO) != 0 && isatty(STDOUT_FILENO) == 0}, next_{std::chrono::steady_clock::now()} {}

progress::~progress() {
  if (shown_) std::fputs("\r\033[K", stderr);
}

void progress::one_more() {
  ++count_;
  if (!shown_ || count_ % 256 != 0) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds{200};
  const std::string count = number_words(static_cast<std::int64_t>(count_) * number::scale);
  std::fputs(fmt::format("\r{} actions", count).c_str(), stderr);
}

}  // namespace remit::cli
