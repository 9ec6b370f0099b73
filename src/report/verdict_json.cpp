// Verdicts, member by member in the order of the contract. Written by the million, so without a tree in between; who
// wants a tree reads what was written.
// Not here: what a verdict means in words (verdict_sentences.cpp).
#include <utility>

#include "as_json.hpp"
#include "json_line.hpp"
#include "verdict_sentences.hpp"

namespace remit {
namespace {

using nlohmann::ordered_json;

std::string_view name_of(basis b) {
  switch (b) {
    case basis::outside: return "outside";
    case basis::approved: return "approved";
    case basis::rule: return "rule";
    case basis::held: return "held";
    case basis::not_held: return "not_held";
  }
  return {};
}

void write_members(json_line& to, const executable& rules, view<party_id> members) {
  to.list([&] {
    for (const party_id p : members) to.text(rules.parties[p.value].name);
  });
}

template <class Groups>
void write_groups(json_line& to, const executable& rules, const Groups& groups) {
  to.list([&] {
    for (const view<party_id> g : groups) write_members(to, rules, g);
  });
}

void write_clause(json_line& to, const told_clause& c) {
  to.object([&] {
    to.member("rule").text(c.rule);
    to.member("pillar").text(c.pillar);
    to.member("clause").text(c.text);
    to.member("file").text(c.file);
    to.member("line").word(std::to_string(c.line));
    to.member("because").text_or_null(c.because);
    to.member("source").text_or_null(c.source);
  });
}

void write_duty(json_line& to, const executable& rules, const duty_entry& d) {
  to.object([&] {
    to.member("kind").text(name_of(d.kind));
    if (d.kind == duty_kind::record || d.kind == duty_kind::action) return to.member("what").text(d.what);
    to.member("to").list([&] {
      for (const std::uint32_t g : d.to) write_members(to, rules, rules.groups[g].members);
    });
    to.member("within").text_or_null(d.within);
  });
}

void write_judgement(json_line& to, const verdict& given) {
  const executable& rules = *given.rules();
  write_groups(to.member("to"), rules, given.to());
  write_groups(to.member("consult"), rules, given.consult());
  write_groups(to.member("approval"), rules, given.approval());
}

void write_duties(json_line& to, const verdict& given) {
  to.member("duties").list([&] {
    for (const duty_entry& d : given.duties()) write_duty(to, *given.rules(), d);
  });
}

void write_id(json_line& to, const std::optional<std::string>& id) {
  to.member("id");
  id ? to.text(*id) : to.word("null");
}

std::string verdict_line(const action_request& asked, const verdict& given) {
  const executable& rules = asked.action.rules();
  json_line v;
  v.object([&] {
    write_id(v, asked.id);
    v.member("outcome").text(name_of(given.outcome()));
    v.member("basis").text(name_of(given.basis()));
    write_judgement(v, given);
    v.member("certain").truth(given.certain());
    v.member("missing").list([&] {
      for (const input_id i : given.missing()) v.text(i.value == 0 ? "on" : rules.inputs[i.value].name);
    });
    v.member("in_force");
    given.in_force() == in_force::unknown ? v.word("null") : v.truth(given.in_force() == in_force::yes);
    v.member("rules").list([&] {
      for (const told_clause& c : given.clauses()) write_clause(v, c);
    });
    write_duties(v, given);
    v.member("explanation").text(sentence_about(asked.action, given, asked.decision));
    v.member("agreement").object([&] {
      v.member("title").text(rules.title);
      v.member("version").text_or_null(rules.version);
      v.member("digest").text(rules.digest);
    });
  });
  return std::move(v).take();
}

template <class Write>
ordered_json tree_of(Write&& write) {
  json_line line;
  write(line);
  return ordered_json::parse(std::move(line).take());
}

std::string laid_out(std::string line, json_layout layout) {
  return layout == json_layout::one_line ? line : put(ordered_json::parse(line), layout);
}

}  // namespace

std::string_view name_of(outcome o) {
  switch (o) {
    case outcome::allow: return "allow";
    case outcome::consult: return "consult";
    case outcome::escalate: return "escalate";
  }
  return {};
}

std::string_view name_of(duty_kind k) {
  switch (k) {
    case duty_kind::record: return "record";
    case duty_kind::action: return "do";
    case duty_kind::notify: return "notify";
    case duty_kind::ratify: return "ratify";
  }
  return {};
}

ordered_json cut_json(const verdict& given) {
  return tree_of([&](json_line& to) {
    to.object([&] {
      to.member("outcome").text(name_of(given.outcome()));
      write_judgement(to, given);
      write_duties(to, given);
    });
  });
}

ordered_json clause_json(const told_clause& c) {
  return tree_of([&](json_line& to) { write_clause(to, c); });
}

ordered_json verdict_json(const action_request& asked, const verdict& given) {
  return ordered_json::parse(verdict_line(asked, given));
}

std::string to_json(const action_request& asked, const verdict& given, json_layout layout) {
  return laid_out(verdict_line(asked, given), layout);
}

std::string to_json(const input_problem& problem, json_layout layout) {
  json_line line;
  line.object([&] {
    write_id(line, problem.id);
    line.member("error").object([&] {
      line.member("message").text(problem.message);
      line.member("at").text(problem.at);
    });
  });
  return laid_out(std::move(line).take(), layout);
}

}  // namespace remit
