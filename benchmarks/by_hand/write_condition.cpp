// Conditions in C++.
// Not here: the clauses around them (write_plain.cpp, write_branch_free.cpp).
#include <bit>
#include <cstdio>
#include <cstdlib>

#include "write.hpp"

namespace drafting {
namespace {

using remit::input_kind;
using remit::relation;

const char* sign(relation op) {
  switch (op) {
    case relation::less: return " < ";
    case relation::at_most: return " <= ";
    case relation::equal: return " == ";
    case relation::unequal: return " != ";
    case relation::at_least: return " >= ";
    case relation::more: return " > ";
  }
  return "";
}
std::string linear(const plan& p, const remit::atom& a) {
  const auto& first = p.document->inputs[a.first.value];
  const std::int64_t grain = first.kind == input_kind::whole_number ? 10'000 : 1;
  const std::string x = "q." + first.name;
  if (a.limit % grain != 0 || (a.sign_first < 0 && a.sign_second < 0)) {
    std::fputs("a comparison that is not provided for\n", stderr);
    std::exit(1);
  }
  const std::int64_t limit = a.limit / grain;
  if (a.sign_second == 0)
    return a.sign_first > 0 ? x + sign(a.op) + std::to_string(limit) : x + sign(turned(a.op)) + std::to_string(-limit);
  const std::string y = "q." + p.document->inputs[a.second.value].name;
  const bool less_y = a.sign_second < 0;
  if (a.sign_first > 0 && less_y && limit == 0) return x + sign(a.op) + y;
  if (a.sign_first < 0) return y + " - " + x + sign(a.op) + std::to_string(limit);
  return x + (less_y ? " - " : " + ") + y + sign(a.op) + std::to_string(limit);
}

std::string masked(const plan& p, const remit::atom& a) {
  std::string out;
  const auto& input = p.document->inputs[a.first.value];
  for (std::uint32_t v = 0; v < input.values.size(); ++v)
    if ((a.mask >> v & 1) != 0) out += (out.empty() ? "" : " | ") + input.name + "_is::" + input.values[v].name;
  return out;
}

std::string one_of(const plan& p, const remit::atom& a, bool arithmetic) {
  const auto& input = p.document->inputs[a.first.value];
  if (arithmetic && std::popcount(a.mask) > 1) return hex(a.mask) + " >> static_cast<unsigned>(q." + input.name + ") & 1";
  std::string out;
  for (std::uint32_t v = 0; v < input.values.size(); ++v)
    if ((a.mask >> v & 1) != 0)
      out += (out.empty() ? "" : " || ") + ("q." + input.name + " == " + input.name + "_is::" + input.values[v].name);
  return std::popcount(a.mask) > 1 ? "(" + out + ")" : out;
}

std::string atom_in_cpp(const plan& p, const remit::atom& a, bool arithmetic) {
  using remit::atom_kind;
  switch (a.kind) {
    case atom_kind::truth: return "q." + p.document->inputs[a.first.value].name;
    case atom_kind::linear: return linear(p, a);
    case atom_kind::one_of: return one_of(p, a, arithmetic);
    case atom_kind::includes_any: return "(q." + p.document->inputs[a.first.value].name + " & (" + masked(p, a) + ")) != 0";
    case atom_kind::includes_all:
      return "(q." + p.document->inputs[a.first.value].name + " & (" + masked(p, a) + ")) == (" + masked(p, a) + ")";
    case atom_kind::by: return "q.by == party::" + name_of_party(p, a.party.value);
    default: return "";  // plan_of knows no other
  }
}

}  // namespace

std::string hex(std::uint64_t bits) {
  char text[24];
  std::snprintf(text, sizeof text, "0x%llxu", static_cast<unsigned long long>(bits));
  return text;
}
std::string hex64(std::uint64_t bits) { return hex(bits) + "ll"; }

std::string name_of_party(const plan& p, std::uint32_t party) { return p.document->parties[party].name; }

std::string place_in_cpp(const place& w) {
  const char* const outcomes[] = {"allow", "consult", "escalate"};
  return "{" + hex64(w.asked) + ", " + hex(w.to) + ", outcome::" + outcomes[static_cast<int>(w.outcome)] +
         ", basis::" + (w.held ? "held" : "not_held") + "}";
}

std::string in_cpp(const plan& p, const condition& c, bool arithmetic) {
  const auto joined = [&](const char* by) {
    std::string out;
    for (const condition& part : c.parts) {
      const bool inner = part.is == condition::kind::all_of || part.is == condition::kind::any_of;
      const std::string text = in_cpp(p, part, arithmetic);
      out += (out.empty() ? "" : by) + (inner && !arithmetic ? "(" + text + ")" : text);
    }
    return arithmetic ? "(" + out + ")" : out;
  };
  switch (c.is) {
    case condition::kind::yes: return arithmetic ? "bit(true)" : "true";
    case condition::kind::no: return arithmetic ? "bit(false)" : "false";
    case condition::kind::all_of: return joined(arithmetic ? " & " : " && ");
    case condition::kind::any_of: return joined(arithmetic ? " | " : " || ");
    case condition::kind::negation: {
      const condition& inner = c.parts[0];
      if (arithmetic) return "(" + in_cpp(p, inner, true) + " ^ 1u)";
      const bool bare = inner.is == condition::kind::atom && inner.atom.kind == remit::atom_kind::truth;
      return bare ? "!" + in_cpp(p, inner, false) : "!(" + in_cpp(p, inner, false) + ")";
    }
    case condition::kind::atom: break;
  }
  const std::string text = atom_in_cpp(p, c.atom, arithmetic);
  return arithmetic ? "bit(" + text + ")" : text;
}

}  // namespace drafting
