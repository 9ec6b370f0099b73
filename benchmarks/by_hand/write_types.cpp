// The structs that both versions take and give, and the words their numbers stand for.
// Not here: the rules.
#include <algorithm>

#include "write.hpp"

namespace drafting {
namespace {

using remit::input_kind;

std::string type_of(const remit::checked::input& i) {
  switch (i.kind) {
    case input_kind::yes_no: return "bool";
    case input_kind::whole_number: return "std::int32_t";
    case input_kind::one_of: return i.name + "_is";
    case input_kind::any_of: return "std::uint32_t";
    default: return "std::int64_t";
  }
}

std::string value_types(const remit::checked::document& d) {
  std::string out;
  for (const auto& i : d.inputs) {
    const bool one = i.kind == input_kind::one_of;
    if (!one && i.kind != input_kind::any_of) continue;
    out += one ? "enum class " + i.name + "_is : std::uint8_t { " : "namespace " + i.name + "_is {\nenum : std::uint32_t { ";
    for (std::size_t v = 0; v < i.values.size(); ++v)
      out += (v == 0 ? "" : ", ") + i.values[v].name + (one ? "" : " = " + std::to_string(1u << v));
    out += one ? " };\n" : " };\n}\n";
  }
  return out;
}

template <class Rows, class Name>
std::string names(const Rows& rows, Name&& name, const char* between) {
  std::string out;
  for (const auto& row : rows) out += (out.empty() ? "" : between) + std::string{name(row)};
  return out;
}

std::string question(const remit::checked::document& d) {
  // The widest first, as whoever minds the size of a struct would have it.
  std::vector<const remit::checked::input*> facts;
  for (const auto& i : d.inputs)
    if (i.kind != input_kind::day) facts.push_back(&i);
  const auto width = [](const auto* i) {
    return i->kind == input_kind::money ? 0 : i->kind == input_kind::whole_number || i->kind == input_kind::any_of ? 1 : 2;
  };
  std::stable_sort(facts.begin(), facts.end(), [&](const auto* a, const auto* b) { return width(a) < width(b); });
  std::string out = "struct question {\n";
  for (const auto* i : facts) out += "  " + type_of(*i) + " " + i->name + "{};\n";
  return out + "  by_hand::decision decision{};\n  party by{};\n};\n";
}

// From the slots of an action: made once, outside of what is measured.
std::string conversion(const remit::checked::document& d) {
  std::string out =
      "inline question question_of(const std::int64_t* slots, std::uint32_t asked, std::uint32_t by) {\n  question q;\n";
  for (std::uint32_t n = 0; n < d.inputs.size(); ++n) {
    const auto& i = d.inputs[n];
    if (i.kind == input_kind::day) continue;
    const std::string slot = "slots[" + std::to_string(n) + "]";
    const std::string value = i.kind == input_kind::yes_no         ? slot + " != 0"
                              : i.kind == input_kind::whole_number ? "static_cast<std::int32_t>(" + slot + " / 10'000)"
                              : i.kind == input_kind::money        ? slot
                                                                   : "static_cast<" + type_of(i) + ">(" + slot + ")";
    out += "  q." + i.name + " = " + value + ";\n";
  }
  return out + "  q.decision = static_cast<decision>(asked);\n  q.by = static_cast<party>(by);\n  return q;\n}\n";
}

const char* word(remit::duty_kind k) {
  const char* const words[] = {"record", "action", "notify", "ratify"};
  return words[static_cast<int>(k)];
}

}  // namespace

std::string types_of(const plan& p) {
  const remit::checked::document& d = *p.document;
  std::string out =
      "// What is asked and what is answered, as plain structs. Written by benchmarks/by_hand.\n"
      "// Not here: the rules.\n#pragma once\n\n#include <cstdint>\n\nnamespace by_hand {\n\n";
  out +=
      "enum class outcome : std::uint8_t { allow, consult, escalate };\n"
      "enum class basis : std::uint8_t { outside, approved, rule, held, not_held };\n";
  const auto name = [](const auto& row) -> const std::string& { return row.name; };
  out += "enum class decision : std::uint8_t {\n  " + names(d.decisions, name, ",\n  ") + "\n};\n";
  out += "enum class party : std::uint8_t { " + names(d.parties, name, ", ") + " };\n";
  out += value_types(d) + "\n" + question(d) + "\n" + conversion(d);
  out +=
      "\nstruct verdict {\n"
      "  std::uint64_t fired = 0;     ///< clauses, by their place in clause_lines\n"
      "  std::uint64_t duties = 0;    ///< by their place in all_duties\n"
      "  std::uint32_t to = 0;        ///< choices of parties, by their place in choices\n"
      "  std::uint32_t consult = 0;   ///< choices\n"
      "  std::uint32_t approval = 0;  ///< choices\n"
      "  by_hand::outcome outcome = by_hand::outcome::allow;\n"
      "  by_hand::basis basis = by_hand::basis::held;\n};\n\n"
      "verdict plain(const question& q) noexcept;\n"
      "verdict branch_free(const question& q) noexcept;\n\n";
  out += "/// Each choice as a mask of parties.\ninline constexpr std::uint64_t choices[] = {";
  for (const group& g : p.groups) {
    std::uint64_t mask = 0;
    for (std::uint32_t party : g.met_by) mask |= std::uint64_t{1} << party;
    out += hex64(mask) + ", ";
  }
  out +=
      "};\n/// The rule of each clause, and the line it begins on.\n"
      "struct clause_line {\n  const char* rule;\n  std::uint32_t line;\n};\ninline constexpr clause_line clause_lines[] = {\n";
  for (std::size_t c = 0; c < p.clauses.size(); ++c)
    out += "    {\"" + p.rule_of[c] + "\", " + std::to_string(d.sources->start_of(p.clauses[c]->where).line) + "},\n";
  out +=
      "};\n/// A duty in words: what kind, what is to be written down or done, in which time; and a mask of who is told.\n"
      "struct duty_words {\n  const char *kind, *what, *within;\n  std::uint64_t to;\n};\ninline constexpr duty_words "
      "all_duties[] = {\n";
  for (const auto* duty : p.duties) {
    std::uint64_t to = 0;
    for (const auto& g : duty->to)
      for (const auto& m : g.members) to |= std::uint64_t{1} << m.party.value;
    out += "    {\"" + std::string{word(duty->kind)} + "\", R\"(" + duty->what + ")\", \"" + duty->within + "\", " + hex64(to) +
           "},\n";
  }
  return out + "};\n\n}  // namespace by_hand\n";
}

}  // namespace drafting
