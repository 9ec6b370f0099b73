// What a parser begins with, as far as that is told by its first word: alternatives are passed over without being tried.
// Not here: the words (words.hpp), the other directives and actions (annotate.hpp).
#pragma once

#include <boost/spirit/home/x3/core/action.hpp>
#include <boost/spirit/home/x3/operator/alternative.hpp>
#include <boost/spirit/home/x3/operator/sequence.hpp>
#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include <remit/core/bits.hpp>

#include "builder.hpp"

namespace remit::grammar {

namespace x3 = boost::spirit::x3;

struct builder_tag;

/// The words and signs that a parser may begin with, in the order in which it tries them; `count` 0 where it may begin with
/// something else. A specialisation has `numbers(parser)` too.
template <class Parser>
struct begins_with {
  static constexpr std::size_t count = 0;
};
/// Where `Outer` begins as its part `Inner` does, which `part` finds.
template <class Outer, class Inner, auto part>
struct begins_like {
  static constexpr std::size_t count = begins_with<Inner>::count;
  static constexpr auto numbers(const Outer& p) { return begins_with<Inner>::numbers(p.*part); }
};

template <class Subject, class Action>
struct begins_with<x3::action<Subject, Action>> : begins_like<x3::action<Subject, Action>, Subject, &x3::action<Subject, Action>::subject> {};
template <class Left, class Right>
struct begins_with<x3::sequence<Left, Right>> : begins_like<x3::sequence<Left, Right>, Left, &x3::sequence<Left, Right>::left> {};
template <class Left, class Right>
struct begins_with<x3::alternative<Left, Right>> {
  static constexpr std::size_t of_left = begins_with<Left>::count, of_right = begins_with<Right>::count;
  static constexpr std::size_t count = of_left == 0 || of_right == 0 ? 0 : of_left + of_right;
  static constexpr auto numbers(const x3::alternative<Left, Right>& p) {
    std::array<word_number, count> all{};
    const auto first = begins_with<Left>::numbers(p.left);
    const auto then = begins_with<Right>::numbers(p.right);
    std::copy(then.begin(), then.end(), std::copy(first.begin(), first.end(), all.begin()));
    return all;
  }
};

/// Whether a parser may fit at a token. What it would have tried is remembered as tried.
template <class Parser, bool IsTold = begins_with<Parser>::count != 0>
struct beginning {
  constexpr explicit beginning(const Parser&) {}
  static constexpr bool fits(place, const auto&) { return true; }
};
template <class Parser>
class beginning<Parser, true> {
 public:
  constexpr explicit beginning(const Parser& p) : numbers_{begins_with<Parser>::numbers(p)} {
    for (const word_number n : numbers_) set_.insert(n);
  }
  bool fits(place at, const auto& context) const {
    builder& b = x3::get<builder_tag>(context);
    const token& t = b.peek(at);
    if (set_.has(t.number)) return true;
    b.tried(t.begin, numbers_);
    return false;
  }

 private:
  static_assert(std::size(lexicon) < 128);
  bits<128> set_;
  std::array<word_number, begins_with<Parser>::count> numbers_;
};

}  // namespace remit::grammar

namespace boost::spirit::x3 {

// X3 tries one after the other. Most of ours are told apart by their first word, and most often none of them fits.
template <class Left, class Right>
requires std::is_class_v<Left>
struct alternative<Left, Right> : binary_parser<Left, Right, alternative<Left, Right>> {
  constexpr alternative(const Left& l, const Right& r) : binary_parser<Left, Right, alternative>{l, r}, first_{l}, second_{r} {}

  bool parse(auto& first, const auto& last, const auto& context, auto& node, auto& attribute) const {
    return (first_.fits(first, context) && this->left.parse(first, last, context, node, attribute)) ||
           (second_.fits(first, context) && this->right.parse(first, last, context, node, attribute));
  }

 private:
  [[no_unique_address]] remit::grammar::beginning<Left> first_;
  [[no_unique_address]] remit::grammar::beginning<Right> second_;
};

}  // namespace boost::spirit::x3
