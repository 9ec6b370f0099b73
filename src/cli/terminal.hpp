// Results to standard output, complaints to standard error, colour and progress only for a person who watches.
// Not here: what is said.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include <remit/report/text.hpp>

namespace remit::cli {

/// A result. False once nobody reads any more or the disk is full.
bool say(std::string_view text);
/// A complaint: `remit: message`.
void complain(std::string_view message);
/// Findings and the like on standard error, as they are.
void show_on_error(std::string_view text);

/// How text on standard output, or standard error, should look: colour on a terminal and never with NO_COLOR.
text_style style_of_output();
text_style style_of_error();

/// Whether all results have arrived; complains if not.
bool flush_output();

/// `12,000 actions` on a terminal's standard error while results go elsewhere; nothing otherwise.
class progress {
 public:
  progress();
  ~progress();
  progress(const progress&) = delete;
  progress& operator=(const progress&) = delete;
  void one_more();

 private:
  bool shown_;
  std::uint64_t count_ = 0;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace remit::cli
