// A verdict for the person who asked: one screen that a social worker can read, or one or two sentences.
// Not here: the verdict itself (agreement/verdict.hpp), its JSON (json.hpp).
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <remit/agreement/action.hpp>
#include <remit/agreement/verdict.hpp>

namespace remit {

struct decided;  // decided.hpp

/// What an agreement says of an action, in words. Names appear by their titles. Owns its text; outlives the agreement.
class explanation {
 public:
  /// A paragraph; a deeper one is set in.
  struct paragraph {
    paragraph(std::string words, unsigned set_in = 0) : text{std::move(words)}, depth{set_in} {}
    std::string text;
    unsigned depth;
  };
  struct section {
    std::string title;
    std::vector<paragraph> paragraphs;
  };

  /// `outside_name` is what a decision outside the agreement was called.
  explanation(const action& asked, const verdict& given, std::string_view outside_name = {});
  /// The same with what is still possible, what to find out first, and what would change the verdict.
  explanation(const action& asked, const decided& given, std::string_view outside_name = {});

  /// `Pay for travel: the Family Facing Team may decide this itself.`
  const std::string& headline() const noexcept { return headline_; }
  /// One or two sentences: the headline, and the rule and comparison that decided.
  const std::string& sentence() const noexcept { return sentence_; }
  /// Why, whom to ask, what else is due, what is missing, from when to when it holds; only what there is to say.
  const std::vector<section>& sections() const& noexcept { return sections_; }
  std::vector<section> sections() && noexcept { return std::move(sections_); }  ///< outlives a temporary
  /// All of it for a terminal, wrapped.
  std::string text(unsigned columns = 78) const;

 private:
  void tell(const action& asked, const verdict& given, const decided* more, std::string_view outside_name);

  std::string headline_, sentence_;
  std::vector<section> sections_;
};

std::ostream& operator<<(std::ostream& out, const explanation& words);

}  // namespace remit
