// Files and standard input, whole or line by line, never more of them in memory than asked for.
// Not here: agreements (analysis/load.hpp reads those, loading.hpp the one on standard input).
#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

namespace remit::cli {

/// The name of standard input in messages; `-` stands for it on the command line.
inline constexpr const char* standard_input = "<standard input>";

/// A file opened for reading; `-` is standard input.
class input {
 public:
  explicit input(const std::string& path);

  /// The next line, without its end. A line longer than `most` comes out cut to that and `too_long`.
  struct line {
    std::string text;
    bool too_long = false;
  };
  std::optional<line> next_line(std::size_t most);
  /// All of it, or nothing where it is larger than `most`.
  std::optional<std::string> all(std::size_t most);

  /// Why it cannot be read (any further); empty while it can.
  const std::string& problem() const noexcept { return problem_; }

 private:
  bool fill();

  struct closer {
    void operator()(std::FILE* f) const noexcept {
      if (f != stdin) std::fclose(f);
    }
  };
  std::string name_, problem_;
  std::unique_ptr<std::FILE, closer> file_;
  std::string block_;
  std::size_t at_ = 0;
};

}  // namespace remit::cli
