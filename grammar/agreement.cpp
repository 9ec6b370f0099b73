// The rules of the header, and of the file as a row of statements.
// Not here: the larger statements, each of which has a file of its own.
#include "agreement.hpp"

#include "amounts.hpp"
#include "declaration.hpp"
#include "example.hpp"
#include "fact.hpp"
#include "parties.hpp"
#include "recover.hpp"
#include "ruling.hpp"

namespace remit::grammar {
namespace {

using kind = syntax::statement_kind;
using syntax::tree;

struct statement_id : recovers<room::in_file> {};

constexpr x3::rule<statement_id> statement{"a statement"};
constexpr x3::rule<struct header_id, syntax::agreement_header> header{"`agreement`"};
constexpr x3::rule<struct version_id, syntax::text_statement> version{"`version`"};
constexpr x3::rule<struct include_id, syntax::text_statement> include{"`include`"};
constexpr x3::rule<struct language_id, syntax::number_statement> language{"`language`"};
constexpr x3::rule<struct effective_id, syntax::days_statement> effective{"`effective`"};
constexpr x3::rule<struct review_id, syntax::period_statement> review{"`review`"};
constexpr x3::rule<struct applies_id, syntax::texts_statement> applies{"`applies`"};
constexpr x3::rule<struct agreed_id, syntax::agreed_statement> agreed{"`agreed`"};
constexpr x3::rule<struct currency_id, syntax::word_statement> currency{"`currency`"};
constexpr x3::rule<struct outside_id, syntax::outside_statement> outside{"`outside`"};

constexpr auto keep_text = [](const auto& context) {
  builder& b = builder_of(context);
  b.keep(b.tree.texts, x3::_attr(context), x3::_where(context).begin());
};

/// The currency's code, not yet judged to be one that exists.
struct code_parser : token_parser<code_parser, syntax::word> {
  std::string what() const { return "three capitals, such as `GBP`,"; }
  bool parse(place& first, const place&, const auto& context, const auto&, auto& word) const {
    builder& b = builder_of(context);
    const token t = b.peek(first);
    if (t.kind != token_kind::word || !is_currency(t.text())) return false;
    word = syntax::word{t.text(), b.span_of(t)};
    return b.accept(t, first), true;
  }
};
constexpr code_parser currency_code{};

/// A rule outside every pillar is read like any other once this has been said.
struct homeless_parser : token_parser<homeless_parser> {
  bool parse(place& first, const place&, const auto& context, const auto&, auto&) const {
    builder& b = builder_of(context);
    const token t = b.peek(first);
    if (!opens_in(b, t, room::in_pillar)) return false;
    complain_of_homeless_rule(b, t);
    note_unread(b, room::in_pillar, first);
    return true;
  }
};
constexpr homeless_parser homeless{};

/// The first statement names the agreement.
struct opening_parser : token_parser<opening_parser> {
  bool parse(place& first, const place&, const auto& context, const auto&, auto&) const {
    builder& b = builder_of(context);
    check_opening(b, first);
    return true;
  }
};
constexpr opening_parser opening{};

// clang-format off
constexpr auto header_def =
    spanned["agreement"_w | "framework"_w[set<&syntax::agreement_header::is_framework, true>]]
    > title[into<&syntax::agreement_header::title>];

constexpr auto version_def = spanned["version"_w > text("a version in quotes")[into<&syntax::text_statement::text>]];
constexpr auto include_def = spanned["include"_w > text("a file name in quotes")[into<&syntax::text_statement::text>]];
constexpr auto language_def = spanned["language"_w > language_number[into<&syntax::number_statement::value>]];
constexpr auto effective_def = spanned["effective"_w > days[into<&syntax::days_statement::days>]];
constexpr auto review_def = spanned["review"_w > "every"_w > period[into<&syntax::period_statement::every>]];

constexpr auto applies_def = spanned["applies"_w > "to"_w >
    collected<&tree::texts>[list_of(text("a place or a team in quotes")[keep_text], ","_s)][into<&syntax::texts_statement::texts>]];

constexpr auto agreed_def = spanned["agreed"_w > "by"_w > names_of(name("a party"))[into<&syntax::agreed_statement::parties>]
    > -("on"_w[set<&syntax::agreed_statement::has_on, true>] > date[into<&syntax::agreed_statement::on>])];

constexpr auto currency_def = spanned["currency"_w > currency_code[into<&syntax::word_statement::value>]];

constexpr auto outside_def = spanned["outside"_w > "this"_w > "agreement"_w > "escalate"_w > "to"_w
    > choices[into<&syntax::outside_statement::choices>]];

constexpr auto statement_def =
    statement_of<kind::party, &tree::parties>[party]
  | statement_of<kind::role, &tree::roles>[role]
  | statement_of<kind::fact, &tree::facts>[fact]
  | statement_of<kind::ritual, &tree::rituals>[ritual]
  | statement_of<kind::decisions, &tree::classes>[decision_class]
  | statement_of<kind::threshold, &tree::thresholds>[threshold]
  | statement_of<kind::pillar, &tree::pillars>[pillar]
  | statement_of<kind::promise, &tree::promises>[promise]
  | statement_of<kind::example, &tree::examples>[example]
  | statement_of<kind::agreement, &tree::headers>[header]
  | statement_of<kind::version, &tree::versions>[version]
  | statement_of<kind::language, &tree::languages>[language]
  | statement_of<kind::effective, &tree::effectives>[effective]
  | statement_of<kind::review, &tree::reviews>[review]
  | statement_of<kind::applies, &tree::applies>[applies]
  | statement_of<kind::agreed, &tree::agreed>[agreed]
  | statement_of<kind::currency, &tree::currencies>[currency]
  | statement_of<kind::include, &tree::includes>[include]
  | statement_of<kind::outside, &tree::outsides>[outside]
  | statement_of<kind::need, &tree::needs>[need]
  | (homeless >> kept<&tree::rules>[rule])
  | stray{room::in_file, "a statement"};

constexpr auto agreement_def = opening >> *statement;
// clang-format on

}  // namespace

BOOST_SPIRIT_DEFINE(header, version, include, language, effective, review, applies, agreed, currency, outside, statement,
                    agreement)
REMIT_INSTANTIATE(agreement_rule)

}  // namespace remit::grammar
