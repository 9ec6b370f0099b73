// How what the rules match gets into the tree: a few actions and directives that every rule is written with.
// Not here: any rule of the language, and the words rules are made of (words.hpp).
//
// A rule's value is a node of the tree. Inside the rule
//   p[into<&fact::name>]       puts what p read into a field of the node
//   p[set<&fact::flag, true>]  puts a fixed value there
//   spanned[p], marked<M>[p]   put the span of p into `where`, or into the field M
//   worded<M>[p]              puts the word that p read into the field M
//   once<M>[p]                 complains when field M was set before
//   here[p]                    lets the rule p work on the same node
// and between nodes
//   kept<V>[p]                 adds the node that p read to a vector of the tree
//   indexed<V>[p]              the same, and its index is what was read
//   collected<V>[p]            what p adds to V is what was read, as a slice
//   statement<K, V>[p]         kept, and entered among the statements
#pragma once

#include <boost/spirit/home/x3/auxiliary/eps.hpp>
#include <boost/spirit/home/x3/core.hpp>
#include <boost/spirit/home/x3/directive/expect.hpp>
#include <boost/spirit/home/x3/directive/with.hpp>
#include <boost/spirit/home/x3/nonterminal/rule.hpp>
#include <boost/spirit/home/x3/operator.hpp>
#include <string>
#include <type_traits>

#include "beginning.hpp"
#include "builder.hpp"

namespace remit::grammar {

using rule_context = x3::context<builder_tag, builder>;

template <class Context>
builder& builder_of(const Context& context) {
  return x3::get<builder_tag>(context);
}

/// The explicit instantiation that closes each .cpp of the grammar.
#define REMIT_INSTANTIATE(rule_type) BOOST_SPIRIT_INSTANTIATE(rule_type, place, rule_context)

/// Leaves what is being read for want of what `words` name.
[[noreturn]] void fail_expecting(place where, std::string words);

/// Leaves what is being read at a place whose mistake has been reported.
[[noreturn]] inline void give_up(builder& b, place where) {
  b.explained(b.peek(where));
  fail_expecting(where, "something else");
}

template <auto Member>
struct into_action {};
template <auto Member>
inline constexpr into_action<Member> into{};

template <auto Member, auto Value>
struct set_action {};
template <auto Member, auto Value>
inline constexpr set_action<Member, Value> set{};

}  // namespace remit::grammar

namespace boost::spirit::x3 {

// X3 reads a value of its own, calls the action with it, and the action copies it. These two are in every rule, so the
// value is read where it belongs; no function is called, and none has to be compiled.
template <class Subject, auto Member>
struct action<Subject, remit::grammar::into_action<Member>>
    : unary_parser<Subject, action<Subject, remit::grammar::into_action<Member>>> {
  static constexpr bool is_pass_through_unary = true;
  static constexpr bool has_action = true;
  constexpr action(const Subject& inner, remit::grammar::into_action<Member>) : unary_parser<Subject, action>{inner} {}

  bool parse(auto& first, const auto& last, const auto& context, auto& node, auto&) const {
    return this->subject.parse(first, last, context, node, node.*Member);
  }
};
template <class Subject, auto Member, auto Value>
struct action<Subject, remit::grammar::set_action<Member, Value>>
    : unary_parser<Subject, action<Subject, remit::grammar::set_action<Member, Value>>> {
  static constexpr bool is_pass_through_unary = true;
  static constexpr bool has_action = true;
  constexpr action(const Subject& inner, remit::grammar::set_action<Member, Value>) : unary_parser<Subject, action>{inner} {}

  bool parse(auto& first, const auto& last, const auto& context, auto& node, auto& attribute) const {
    if (!this->subject.parse(first, last, context, node, attribute)) return false;
    node.*Member = Value;
    return true;
  }
};

// An expectation's failure is rare, and what it throws large: it is put together in one place only.
template <class Subject>
requires std::is_class_v<Subject>
struct expect_directive<Subject> : unary_parser<Subject, expect_directive<Subject>> {
  static constexpr bool is_pass_through_unary = true;
  constexpr expect_directive(const Subject& inner) : unary_parser<Subject, expect_directive>{inner} {}

  bool parse(auto& first, const auto& last, const auto& context, auto& node, auto& attribute) const {
    if (!this->subject.parse(first, last, context, node, attribute)) remit::grammar::fail_expecting(first, what(this->subject));
    return true;
  }
};

}  // namespace boost::spirit::x3

namespace remit::grammar {

/// A directive: runs its subject with something done around it. `Around` is called with a function that runs the
/// subject for a given attribute, the builder, the place, the enclosing rule's node, and the attribute asked for.
template <class Subject, class Around>
struct directive : x3::unary_parser<Subject, directive<Subject, Around>> {
  using attribute_type = typename Around::attribute_type;
  static constexpr bool has_attribute = !std::is_same_v<attribute_type, x3::unused_type>;
  static constexpr bool has_action = true;  // the node is filled by hand, never by X3

  constexpr directive(const Subject& inner, const Around& around_it)
      : x3::unary_parser<Subject, directive>{inner}, around{around_it} {}

  std::string what() const { return x3::what(this->subject); }

  template <class Context, class Node, class Attribute>
  bool parse(place& first, const place& last, const Context& context, Node& node, Attribute& attribute) const {
    const auto run = [&](auto& inner) { return this->subject.parse(first, last, context, node, inner); };
    return around(run, builder_of(context), first, node, attribute);
  }

  Around around;
};
template <class Subject, class Around>
struct begins_with<directive<Subject, Around>> : begins_like<directive<Subject, Around>, Subject, &directive<Subject, Around>::subject> {};

/// `around[p]`.
template <class Around>
struct directive_maker {
  Around around;

  template <class Subject>
  constexpr auto operator[](const Subject& subject) const {
    using parser = typename x3::extension::as_parser<Subject>::value_type;
    return directive<parser, Around>{x3::as_parser(subject), around};
  }
};

struct around_nothing {
  using attribute_type = x3::unused_type;
};

template <auto Member>
struct once_around : around_nothing {
  bool operator()(const auto& run, builder& b, place& first, auto& node, auto&) const {
    const token t = b.peek(first);
    const bool again = is_set(node.*Member);
    if (!run(x3::unused)) return false;
    if (again) b.complain_of_repeat(t);
    return true;
  }

 private:
  static bool is_set(bool flag) { return flag; }
  static bool is_set(std::uint32_t index) { return index != syntax::none; }
  static bool is_set(const span& where) { return where.end != where.begin; }
  static bool is_set(const syntax::literal& amount) { return is_set(amount.where); }
  static bool is_set(const syntax::slice& slice) { return slice.count != 0; }
  static bool is_set(const auto& word) { return static_cast<bool>(word); }
};
template <auto Member>
inline constexpr directive_maker<once_around<Member>> once{};

template <auto Member>
struct marked_around : around_nothing {
  bool operator()(const auto& run, builder& b, place& first, auto& node, auto&) const {
    const place begin = b.peek(first).begin;
    if (!run(x3::unused)) return false;
    node.*Member = b.span_of(begin, first);
    return true;
  }
};
template <auto Member>
inline constexpr directive_maker<marked_around<Member>> marked{};

/// The one word that was read.
template <auto Member>
struct worded_around : around_nothing {
  bool operator()(const auto& run, builder& b, place& first, auto& node, auto&) const {
    const place begin = b.peek(first).begin;
    if (!run(x3::unused)) return false;
    const span where = b.span_of(begin, first);
    node.*Member = syntax::word{b.text(where), where};
    return true;
  }
};
template <auto Member>
inline constexpr directive_maker<worded_around<Member>> worded{};

struct spanned_around : around_nothing {
  bool operator()(const auto& run, builder& b, place& first, auto& node, auto&) const {
    const place begin = b.peek(first).begin;
    if (!run(x3::unused)) return false;
    node.where = b.span_of(begin, first);
    return true;
  }
};
inline constexpr directive_maker<spanned_around> spanned{};

struct here_around : around_nothing {
  bool operator()(const auto& run, builder&, place&, auto& node, auto&) const { return run(node); }
};
inline constexpr directive_maker<here_around> here{};

template <auto Vector>
using node_of = typename std::remove_cvref_t<decltype(std::declval<syntax::tree&>().*Vector)>::value_type;

template <auto Vector>
struct kept_around : around_nothing {
  bool operator()(const auto& run, builder& b, place& first, auto&, auto&) const {
    node_of<Vector> read{};
    if (!run(read)) return false;
    b.keep(b.tree.*Vector, read, first);
    return true;
  }
};
template <auto Vector>
inline constexpr directive_maker<kept_around<Vector>> kept{};

template <auto Vector>
struct indexed_around {
  using attribute_type = std::uint32_t;
  bool operator()(const auto& run, builder& b, place& first, auto&, auto& index) const {
    node_of<Vector> read{};
    if (!run(read)) return false;
    index = b.keep(b.tree.*Vector, read, first);
    return true;
  }
};
template <auto Vector>
inline constexpr directive_maker<indexed_around<Vector>> indexed{};

template <auto Vector>
struct collected_around {
  using attribute_type = syntax::slice;
  bool operator()(const auto& run, builder& b, place&, auto&, auto& slice) const {
    const auto size = [&b] { return static_cast<std::uint32_t>((b.tree.*Vector).size()); };
    const std::uint32_t before = size();
    if (!run(x3::unused)) return false;
    slice = syntax::slice{before, size() - before};
    return true;
  }
};
template <auto Vector>
inline constexpr directive_maker<collected_around<Vector>> collected{};

template <syntax::statement_kind Kind, auto Vector>
struct statement_around : around_nothing {
  bool operator()(const auto& run, builder& b, place& first, auto&, auto&) const {
    const place begin = b.peek(first).begin;
    node_of<Vector> read{};
    if (!run(read)) return false;
    const auto index = static_cast<std::uint32_t>((b.tree.*Vector).size());
    (b.tree.*Vector).push_back(read);
    b.tree.statements.push_back({Kind, index, b.span_of(begin, first)});
    return true;
  }
};
template <syntax::statement_kind Kind, auto Vector>
inline constexpr directive_maker<statement_around<Kind, Vector>> statement_of{};

}  // namespace remit::grammar
