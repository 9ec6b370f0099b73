// What is said of a change of the agreement: `amendment loosens`, `amendment touches spending`.
// Not here: what it means (check/amendments.cpp).
#pragma once

#include "words.hpp"

namespace remit::grammar {

/// One of the verbs: those that need names behind them (`touches`, `widens`, `narrows`), or those that stand alone.
template <bool WithNames>
struct amendment_verb_parser : token_parser<amendment_verb_parser<WithNames>, syntax::word> {
  bool parse(place& first, const place&, const auto& context, const auto&, auto& word) const {
    builder& b = builder_of(context);
    const token t = b.peek(first);
    const bool known = WithNames ? t.is_word("touches") || t.is_word("widens") || t.is_word("narrows")
                                 : t.is_word("loosens") || t.is_word("tightens") || t.is_word("redirects");
    if (!known) return false;
    word = syntax::word{t.text(), b.span_of(t)};
    return b.accept(t, first), true;
  }
};
template <bool WithNames>
constexpr amendment_verb_parser<WithNames> amendment_verb{};

}  // namespace remit::grammar
