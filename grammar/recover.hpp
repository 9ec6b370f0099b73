// After a mistake: say it, find the next thing of the same room, and read on there. How rules do so.
// Not here: where that next thing is (resume.hpp), the wording (complain.hpp).
#pragma once

#include "annotate.hpp"
#include "complain.hpp"
#include "resume.hpp"
#include "vocabulary.hpp"
#include "words.hpp"

namespace remit::grammar {

/// The identity of a rule for one thing of a room: what is wrong inside it is reported, and the thing left out.
template <room Where>
struct recovers {
  template <class Context>
  x3::error_handler_result on_error(place& first, const place&, const x3::expectation_failure<place>& failure,
                                    const Context& context) const {
    builder& b = builder_of(context);
    complain(b, failure.where(), failure.which());
    note_unread(b, Where, first);
    first = next_in(b, Where, first, failure.where());
    return x3::error_handler_result::accept;
  }
};

/// The identity of a rule for the head of a block: the block is read although its head is broken, or its `{` missing.
template <room Inside>
struct recovers_at_block {
  template <class Context>
  x3::error_handler_result on_error(place& first, const place&, const x3::expectation_failure<place>& failure,
                                    const Context& context) const {
    builder& b = builder_of(context);
    place block = block_behind(b, failure.where());
    if (block == nullptr && begins_inside(b, b.peek(failure.where()), Inside)) block = failure.where();
    if (block == nullptr) return x3::error_handler_result::rethrow;
    complain(b, failure.where(), failure.which());
    first = block;
    return x3::error_handler_result::accept;
  }
};

/// Fits at nothing but the end of a room; anything else there is a mistake.
struct stray : token_parser<stray> {
  room where;
  const char* expected;
  constexpr stray(room in, const char* what) : where{in}, expected{what} {}

  bool parse(place& first, const place&, const auto& context, const auto&, auto&) const {
    builder& b = builder_of(context);
    if (ends_room(b, b.peek(first), where)) return false;
    fail_expecting(first, expected);
  }
};

/// Fits where the head of a block is complete: at its `{`, which is left to the block.
struct head_end : token_parser<head_end> {
  const char* expected;
  bool block_may_lack;
  constexpr explicit head_end(const char* what, bool lacking = false) : expected{what}, block_may_lack{lacking} {}
  std::string what() const { return expected; }

  bool parse(place& first, const place&, const auto& context, const auto&, auto&) const {
    builder& b = builder_of(context);
    const token t = b.peek(first);
    if (t.is("{")) return true;
    return block_may_lack && (ends_room(b, t, room::in_pillar) || opens_in(b, t, room::in_pillar));
  }
};

/// `{ … }` around the things of a room. A block that is never closed is reported at its brace.
template <class Subject>
struct braced_parser : x3::unary_parser<Subject, braced_parser<Subject>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  static constexpr bool has_action = true;
  room inside;
  constexpr braced_parser(room within, const Subject& inner) : x3::unary_parser<Subject, braced_parser>{inner}, inside{within} {}
  std::string what() const { return "`{`"; }

  bool parse(place& first, const place& last, const auto& context, auto& node, auto&) const {
    builder& b = builder_of(context);
    const token open = b.peek(first);
    const bool missing = !open.is("{");
    if (missing && !(b.is_explained(open) && begins_inside(b, open, inside))) return false;
    if (!missing) b.accept(open, first);
    if (!this->subject.parse(first, last, context, node, x3::unused)) return false;
    close_block(b, open, first);
    return true;
  }
};
/// `braces{room}[p]`.
struct braces {
  room inside;
  template <class Subject>
  constexpr auto operator[](const Subject& subject) const {
    using parser = typename x3::extension::as_parser<Subject>::value_type;
    return braced_parser<parser>{inside, x3::as_parser(subject)};
  }
};

}  // namespace remit::grammar
