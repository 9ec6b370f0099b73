// The words rules are made of: `"when"_w`, `","_s`, names, texts, and lists of them.
// Not here: figures (amounts.hpp).
#pragma once

#include <array>
#include <concepts>
#include <string>
#include <string_view>

#include "annotate.hpp"
#include "vocabulary.hpp"

namespace remit::grammar {

/// A parser of one token, and the words an expectation names it by.
template <class Derived, class Attribute = x3::unused_type>
struct token_parser : x3::parser<Derived> {
  using attribute_type = Attribute;
  static constexpr bool has_attribute = !std::is_same_v<Attribute, x3::unused_type>;
};

/// `"when"_w`: this very word.
struct keyword : token_parser<keyword> {
  word_number number;
  constexpr explicit keyword(word_number word) : number{word} {}
  std::string what() const { return ticked(number); }

  bool parse(place& first, const place&, const auto& context, const auto&, auto&) const {
    builder& b = builder_of(context);
    const token& t = b.peek(first);
    if (t.number != number) return b.tried(t.begin, {&number, 1}), false;
    return b.accept(t, first), true;
  }
};
consteval keyword operator""_w(const char* text, std::size_t length) { return keyword{required({text, length})}; }

/// `","_s`: this very sign.
struct sign : token_parser<sign> {
  word_number number;
  constexpr explicit sign(word_number symbol) : number{symbol} {}
  std::string what() const { return ticked(number); }

  bool parse(place& first, const place&, const auto& context, const auto&, auto&) const {
    builder& b = builder_of(context);
    const token& t = b.peek(first);
    return t.number == number && (b.accept(t, first), true);
  }
};
consteval sign operator""_s(const char* text, std::size_t length) { return sign{required({text, length})}; }

template <class Token>
struct begins_with_itself {
  static constexpr std::size_t count = 1;
  static constexpr std::array<word_number, 1> numbers(const Token& t) { return {t.number}; }
};
template <>
struct begins_with<keyword> : begins_with_itself<keyword> {};
template <>
struct begins_with<sign> : begins_with_itself<sign> {};

/// One or more, with a sign or word between; after that another is expected.
template <class Subject, class Between>
constexpr auto list_of(const Subject& subject, const Between& between) {
  return subject >> *(between > subject);
}

/// A name, in one of four manners.
enum class naming : std::uint8_t {
  declared,    ///< a new name: no reserved word
  used,        ///< a name declared elsewhere, so no reserved word either
  overridden,  ///< the same, or `rights`
  value,       ///< the value of a fact, which may be any word
};

/// `24h_duty`: no figure, but the name that somebody wanted.
inline bool begins_with_digit(const token& t) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return t.kind == token_kind::figure && std::any_of(t.begin, t.end, is_letter);
}

struct name_parser : token_parser<name_parser, syntax::word> {
  const char* expected;
  naming manner;
  bool leads;  ///< stands first in a block's line, where the block might as well be over
  constexpr name_parser(const char* what, naming how, bool first_of_line = false)
      : expected{what}, manner{how}, leads{first_of_line} {}
  std::string what() const { return expected; }

  bool parse(place& first, const place&, const auto& context, const auto&, auto& word) const {
    builder& b = builder_of(context);
    const token t = b.peek(first);
    const bool word_like = t.kind == token_kind::word || (manner == naming::declared && begins_with_digit(t));
    const bool free = manner == naming::declared || manner == naming::value || !is_reserved(t.number);
    if (!word_like || !(free || (manner == naming::overridden && t.is("rights")))) return false;
    if (leads ? ends_room(b, t, room::in_example) : is_next_thing(b, t)) return false;
    b.check_name(t, manner == naming::declared);
    word = syntax::word{t.text(), b.span_of(t)};
    return b.accept(t, first), true;
  }
};
constexpr name_parser new_name{"a name", naming::declared};
constexpr name_parser name(const char* what) { return {what, naming::used}; }
constexpr name_parser value_name{"a value", naming::value};
constexpr name_parser decision_name{"a decision", naming::declared, true};
constexpr name_parser line_name{"a fact or a ritual", naming::used, true};

/// `X, Y`, as a slice of the tree's names.
template <class Name>
constexpr auto names_of(const Name& each) {
  constexpr auto keep = [](const auto& context) {
    builder& b = builder_of(context);
    b.keep(b.tree.names, x3::_attr(context), x3::_where(context).begin());
  };
  return collected<&syntax::tree::names>[list_of(each[keep], ","_s)];
}

/// `"…"`.
struct text_parser : token_parser<text_parser, syntax::words> {
  const char* expected;
  constexpr explicit text_parser(const char* what) : expected{what} {}
  std::string what() const { return expected; }

  bool parse(place& first, const place&, const auto& context, const auto&, auto& words) const {
    builder& b = builder_of(context);
    const token t = b.peek(first);
    if (t.kind != token_kind::text) return false;
    b.check_text(t);
    const std::string_view inside = t.text().substr(1);
    words = syntax::words{inside.substr(0, inside.size() - (t.closed ? 1 : 0)), b.span_of(t)};
    return b.accept(t, first), true;
  }
};
constexpr text_parser text(const char* what) { return text_parser{what}; }
constexpr text_parser title = text("a title in quotes");

/// Anything, under the words an expectation shall name it by.
template <class Subject>
struct named_parser : x3::unary_parser<Subject, named_parser<Subject>> {
  static constexpr bool is_pass_through_unary = true;
  const char* expected;
  constexpr named_parser(const char* what, const Subject& inner)
      : x3::unary_parser<Subject, named_parser>{inner}, expected{what} {}
  std::string what() const { return expected; }

  bool parse(place& first, const place& last, const auto& context, auto& node, auto& attribute) const {
    return this->subject.parse(first, last, context, node, attribute);
  }
};
template <class Subject>
struct begins_with<named_parser<Subject>> : begins_like<named_parser<Subject>, Subject, &named_parser<Subject>::subject> {};
struct named {
  const char* expected;
  template <class Subject>
  constexpr auto operator[](const Subject& subject) const {
    using parser = typename x3::extension::as_parser<Subject>::value_type;
    return named_parser<parser>{expected, x3::as_parser(subject)};
  }
};

}  // namespace remit::grammar

namespace boost::spirit::x3 {

// What an expectation calls a parser: ours say it themselves, an action what it acts on, a sequence what it begins with.
template <class Parser>
requires requires(const Parser& p) {
  { p.what() } -> std::same_as<std::string>;
}
struct get_info<Parser> {
  using result_type = std::string;
  std::string operator()(const Parser& p) const { return p.what(); }
};
template <class Subject, class Action>
struct get_info<action<Subject, Action>> {
  using result_type = std::string;
  std::string operator()(const action<Subject, Action>& p) const { return x3::what(p.subject); }
};
template <class Left, class Right>
struct get_info<sequence<Left, Right>> {
  using result_type = std::string;
  std::string operator()(const sequence<Left, Right>& p) const { return x3::what(p.left); }
};

}  // namespace boost::spirit::x3
