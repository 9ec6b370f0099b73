// The header: what stands once, what a framework must not have, the days and signatures of the agreement.
// Not here: the currency (currency.cpp), who decides outside the agreement (decisions.cpp).
#include <remit/core/wording.hpp>
#include <remit/syntax/phrase.hpp>

#include "kinds.hpp"
#include "pass.hpp"

namespace remit::checking {
namespace {

using kind = syntax::statement_kind;

struct header_statement {
  kind of;
  std::string_view word;
  bool once;
  bool in_framework;
};
constexpr header_statement header_statements[] = {
    {kind::agreement, "agreement", true, true}, {kind::version, "version", true, false},
    {kind::language, "language", true, true},   {kind::effective, "effective", true, false},
    {kind::review, "review", true, false},      {kind::applies, "applies to", true, true},
    {kind::agreed, "agreed by", false, false},  {kind::currency, "currency", true, true},
    {kind::outside, "outside", true, true},
};

void check_places(pass& p, const scope& s, const header_statement& h) {
  const syntax::statement* first = nullptr;
  for (const syntax::statement& st : s.tree->statements) {
    if (st.kind != h.of) continue;
    const std::string word = h.of == kind::agreement && s.is_framework ? "framework" : std::string{h.word};
    if (s.is_framework && !h.in_framework) {
      p.report(code::not_in_framework, st.where, "a framework has no " + ticked(word) + " of its own",
               "leave it to the agreements that include the framework");
    } else if (first != nullptr && h.once) {
      p.report(code::repeated_statement, st.where, ticked(word) + " stands twice, and may stand once")
          .related.push_back({first->where, "it stands here already"});
    } else {
      first = &st;
    }
  }
}

void check_language(pass& p, const scope& s) {
  for_each_statement(s, kind::language, s.tree->languages, [&](const syntax::number_statement& language, std::uint32_t) {
    const syntax::literal& value = language.value;
    if (value.kind == syntax::literal_kind::invalid || value.amount == number::scale) return;
    p.report(code::unsupported_language, value.where, "this remit reads language 1, not language " + syntax::phrase(value),
             "write `language 1`, or get a newer remit");
  });
}

void take_root_header(pass& p) {
  const syntax::tree& t = *p.root().tree;
  if (!t.headers.empty()) {
    p.out.title = syntax::text_of(t.headers.front().title);
    p.out.where = t.headers.front().where;
  }
  if (!t.versions.empty()) p.out.version = syntax::text_of(t.versions.front().text);
  if (!t.reviews.empty()) p.out.review = period_of(p, t.reviews.front().every);
  if (!t.effectives.empty()) p.out.effective = days_of(p, t.effectives.front().days, "the agreement");
}

void take_patches(pass& p, const scope& s) {
  for_each_statement(s, kind::applies, s.tree->applies, [&](const syntax::texts_statement& applies, std::uint32_t) {
    listed_once<std::string_view> seen;
    for (std::uint32_t i = 0; i < applies.texts.count; ++i) {
      const syntax::words& patch = s.tree->texts[applies.texts.first + i];
      seen.is_first(p, patch.raw, patch.where, [&] { return syntax::quoted(patch) + " stands twice in this list"; });
      p.out.applies_to.push_back(syntax::text_of(patch));
    }
  });
}

}  // namespace

checked::days days_of(pass& p, const syntax::days& days, std::string_view what) {
  checked::days made{day_of(days.from), days.has_to ? day_of(days.to) : std::nullopt};
  if (made.from && made.to && *made.to < *made.from)
    p.report(code::reversed_range, days.where,
             std::string{what} + " would end on " + date_words(*made.to) + ", before it starts on " + date_words(*made.from),
             "write " + ticked(date_words(*made.to) + " to " + date_words(*made.from)) + " if the days were swapped");
  return made;
}

void check_headers(pass& p) {
  p.out.sources = p.sources;
  p.out.is_framework = p.root().is_framework;
  for (const scope& s : p.scopes) {
    for (const header_statement& h : header_statements) check_places(p, s, h);
    check_language(p, s);
    take_patches(p, s);
  }
  take_root_header(p);
}

void settle_agreed(pass& p, const scope& s, const syntax::agreed_statement& agreed) {
  checked::sign_off made;
  for (const syntax::word& name : distinct_names(p, s, agreed.parties)) {
    const symbol* party = resolve(p, s, name, a_party);
    if (party == nullptr) continue;
    if (party->kind == named::role)
      report_role(p, *party, name.where, "cannot sign an agreement");
    else
      made.parties.push_back(party_id{party->number});
  }
  if (agreed.has_on) made.on = day_of(agreed.on);
  if (s.is_root()) p.out.agreed.push_back(std::move(made));
}

}  // namespace remit::checking
