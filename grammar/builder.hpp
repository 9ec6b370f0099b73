// What the rules share while one file is read: the tree that grows, the token at hand, the complaints so far.
// Not here: X3. The rules reach the builder through their context (annotate.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <remit/core/diagnostic.hpp>
#include <remit/syntax/read.hpp>
#include <remit/syntax/tree.hpp>

#include "token.hpp"

namespace remit::grammar {

/// Thrown when so much is wrong that reading on helps nobody; caught by the door.
struct enough {};

class builder {
 public:
  builder(std::string_view text, std::uint32_t file, diagnostics& found, const syntax::limits& bounds);

  syntax::tree tree;

  place first() const noexcept { return text_.data(); }
  place last() const noexcept { return text_.data() + text_.size(); }

  /// The token at or behind `at`, good until the next is asked for. Cheap to ask again for the same place; comments
  /// passed are put in the tree.
  const token& peek(place at) {
    remembered& r = seen_[reinterpret_cast<std::uintptr_t>(at) % seen_.size()];
    return r.from == at ? r.what : look(at, r);
  }
  /// Moves past `t`: it is part of what is being read.
  void accept(const token& t, place& at) noexcept {
    accepted_[next_accepted_++ % accepted_.size()] = t;
    at = t.end;
  }
  /// The token that was accepted up to `at`; of kind `end` where there is none.
  token before(place at) const noexcept;

  span span_of(place begin, place end) const noexcept {
    return {static_cast<std::uint32_t>(begin - first()), static_cast<std::uint32_t>(end - first()), tree.file};
  }
  span span_of(const token& t) const noexcept { return span_of(t.begin, t.end); }
  std::string_view text(span where) const noexcept { return text_.substr(where.begin, where.end - where.begin); }
  bool begins_line(const token& t) const noexcept;

  /// Adds a node that was read up to `at` to a vector of the tree. Returns its index.
  template <class Node>
  std::uint32_t keep(row_vector<Node>& all, const std::type_identity_t<Node>& node, place at) {
    if (all.size() == all.capacity()) all.reserve(foreseen(all.size(), at));
    all.push_back(node);
    return static_cast<std::uint32_t>(all.size() - 1);
  }

  /// Adds a finding. Throws `enough` past the limit.
  diagnostic& report(code c, span where, std::string message, std::string help = {});
  /// Reports a word that is no good name, and says whether it was one. Each spelling is reported once.
  bool check_name(const token& t, bool declared) {
    return t.good_name && !(declared && is_reserved(t.number)) ? true : complain_of_name(t);
  }
  /// Reports that what `t` begins was said already.
  void complain_of_repeat(const token& t);
  /// Reports the escapes of a text that the language does not have, and a text never closed.
  void check_text(const token& t);

  /// Words and signs that would have fitted at `at` but did not stand there. They must outlive the builder.
  void tried(place at, std::span<const word_number> numbers) {
    if (tried_at_ != at) tried_.clear();
    tried_at_ = at;
    tried_.push_back(numbers);
  }
  /// All the words among those for the place of `t`.
  std::vector<std::string_view> tried_at(const token& t) const;

  /// Whether a failure at this token is news: one that stands where the last was reported is an echo.
  bool is_news(const token& t) noexcept;
  /// Marks the token as explained already; what fails there next is an echo.
  void explained(const token& t) noexcept { explained_ = t.begin; }
  bool is_explained(const token& t) const noexcept { return explained_ == t.begin; }

  /// Whether braces have gone wrong since the last pillar began; sets it so. Rules that then stand outside are no news.
  bool goes_adrift() noexcept { return !std::exchange(adrift_, true); }
  void comes_home() noexcept { adrift_ = false; }

  /// Remembers a brace whose block seems to have been closed by the brace of another.
  void suspect(const token& open) noexcept { suspect_ = open; }
  /// The brace remembered since `open`, or `open` itself.
  token suspect_since(const token& open) const noexcept {
    return suspect_.begin != nullptr && suspect_.begin > open.begin ? suspect_ : open;
  }

  /// Steps into a parenthesis or a `not`; false past the limit. Each true is answered by `leave`.
  bool enter() noexcept;
  void leave() noexcept { --depth_; }
  std::uint32_t deepest() const noexcept { return bounds_.nesting; }

 private:
  struct remembered {
    place from = nullptr;
    token what;
  };
  bool complain_of_name(const token& t);
  std::size_t foreseen(std::size_t so_far, place at) const noexcept;
  const token& look(place at, remembered& r);

  std::string_view text_;
  diagnostics& found_;
  syntax::limits bounds_;
  std::uint32_t errors_ = 0;
  std::uint32_t depth_ = 0;
  std::array<remembered, 16> seen_{};  ///< each where its place says, so that only one has to be looked at
  place comments_up_to_ = nullptr;
  std::array<token, 8> accepted_{};
  std::size_t next_accepted_ = 0;
  place explained_ = nullptr;
  token suspect_;
  bool adrift_ = false;
  place tried_at_ = nullptr;
  std::vector<std::span<const word_number>> tried_;
  std::vector<std::string_view> comments_;
  std::vector<std::string> bad_names_;
};

}  // namespace remit::grammar
