// Classes of decisions, who holds them, and who decides what is outside.
// Not here: rules about them (rules.cpp).
#include "choices.hpp"
#include "pass.hpp"

namespace remit::checking {

std::uint32_t declare_class(pass& p, const scope& s, const syntax::decision_class& decisions) {
  const std::uint32_t number = count_of(p.out.classes);
  checked::decision_class& made = p.out.classes.emplace_back();
  made.name = decisions.name.text;
  made.title = syntax::text_of(decisions.title);
  made.formerly = decisions.formerly.text;
  made.from_framework = !s.is_root();
  made.where = decisions.name.where;
  declare_name(p, s, decisions.name, named::decision_class, number);

  p.decisions_in.push_back({count_of(p.out.decisions), decisions.decisions.count});
  for (std::uint32_t i = 0; i < decisions.decisions.count; ++i) {
    const syntax::decision& decision = s.tree->decisions[decisions.decisions.first + i];
    declare_name(p, s, decision.name, named::decision, count_of(p.out.decisions));
    p.out.decisions.push_back({std::string{decision.name.text}, syntax::text_of(decision.title),
                               std::string{decision.formerly.text}, class_id{number}, decision.name.where});
  }
  return number;
}

void settle_class(pass& p, const scope& s, const syntax::decision_class& decisions, std::uint32_t number) {
  if (decisions.held_by.count == 0)
    report_lack(p, decisions.where, decisions.name, "the class", "who holds it", "add `held by PARTY`");
  p.out.classes[number].held_by = choices_of(p, s, decisions.held_by, part::holds);
}

void settle_outside(pass& p, const scope& s, const syntax::outside_statement& outside) {
  auto groups = choices_of(p, s, outside.choices, part::decides_outside);
  // The root has the say; a second statement in one file is reported by the header, in another file here.
  if (p.outside_at == nullptr) {
    p.outside_at = &outside;
    p.out.outside = std::move(groups);
  } else if (p.outside_at->where.file != outside.where.file) {
    const bool root_first = p.outside_at->where.file == p.root().tree->file;
    p.report(code::repeated_statement, root_first ? p.outside_at->where : outside.where,
             "`outside` stands twice, and may stand once in an agreement with its includes")
        .related.push_back({root_first ? outside.where : p.outside_at->where, "it stands here too"});
  }
}

void require_outside(pass& p) {
  if (p.outside_at != nullptr || p.out.is_framework) return;
  const syntax::tree& t = *p.root().tree;
  // Where part of the file could not be read, the statement may stand there.
  if (t.headers.empty() || p.has_syntax_error_in({0, count_of(p.sources->text(t.file)), t.file})) return;
  p.report(code::missing_outside, p.out.where, "nothing says who decides what is outside this agreement",
           "add `outside this agreement escalate to PARTY`");
}

}  // namespace remit::checking
