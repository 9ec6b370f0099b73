// The rules as a good programmer would write them: a switch over the decision, then ifs. What decisions have in common
// stands once, under all their labels.
// Not here: the version without branches (write_branch_free.cpp).
#include <algorithm>
#include <map>

#include "write.hpp"

namespace drafting {
namespace {

std::string bits_set(const char* where, std::uint64_t bits) {
  return bits == 0 ? "" : std::string{"v."} + where + " |= " + hex64(bits) + "; ";
}

// What firing does, as statements.
std::string consequences(const clause& c) {
  std::string out = bits_set("fired", std::uint64_t{1} << c.number) + bits_set("duties", c.duties);
  if (c.asked != 0) out += "asked |= " + hex64(c.asked) + "; ";
  std::uint32_t targets = 0;
  for (std::uint32_t t : c.targets) targets |= 1u << t;
  if (targets != 0) out += "escalated |= " + hex(targets) + "; ";
  if (c.lets_in) out += "let_in = true; ";
  return out;
}

std::string clause_in_cpp(const plan& p, const clause& c, const std::string& also, const std::string& indent) {
  const std::string body = consequences(c) + also;
  return indent + (c.when.is == condition::kind::yes ? body : "if (" + in_cpp(p, c.when, false) + ") { " + body + "}") + "\n";
}

std::string rule_in_cpp(const plan& p, const decision& d, const rule& r) {
  std::string out, indent = "      ";
  const bool lifts = std::any_of(d.rules.begin(), d.rules.end(), [&](const rule& other) {
    return std::find(other.lifted_by.begin(), other.lifted_by.end(), r.name) != other.lifted_by.end();
  });
  const bool marked = !r.then.empty() || lifts;
  if (marked) out += indent + "bool " + r.name + " = false;\n";
  if (!r.lifted_by.empty()) {
    std::string lifted;
    for (const auto& by : r.lifted_by) lifted += (lifted.empty() ? "" : " && ") + ("!" + by);
    out += indent + "if (" + lifted + ") {\n";
    indent += "  ";
  }
  for (const clause& c : r.clauses) out += clause_in_cpp(p, c, marked ? r.name + " = true; " : "", indent);
  for (const clause& c : r.then) {
    const bool plain = c.when.is == condition::kind::yes;
    out += indent + "if (" + r.name + (plain ? "" : " && (" + in_cpp(p, c.when, false) + ")") + ") " +
           bits_set("duties", c.duties) + "\n";
  }
  if (!r.lifted_by.empty()) out += "      }\n";
  return out;
}

// Where it goes, for each asker: the answer most of them get stands under `default`.
std::string by_asker(const plan& p, const std::vector<place>& goes, const std::string& indent) {
  std::vector<std::pair<place, std::vector<std::uint32_t>>> answers;
  for (std::size_t a = 0; a < goes.size(); ++a) {
    auto at = std::find_if(answers.begin(), answers.end(), [&](const auto& known) { return known.first == goes[a]; });
    if (at == answers.end()) at = answers.insert(at, {goes[a], {}});
    at->second.push_back(p.askers[a]);
  }
  std::stable_sort(answers.begin(), answers.end(),
                   [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
  std::string out;
  for (std::size_t i = 0; i + 1 < answers.size(); ++i) {
    std::string any;
    for (std::uint32_t by : answers[i].second) any += (any.empty() ? "" : " || ") + ("by == party::" + name_of_party(p, by));
    out += indent + "if (" + any + ") return " + place_in_cpp(answers[i].first) + ";\n";
  }
  return out + indent + "return " + place_in_cpp(answers.back().first) + ";\n";
}

// Asks about one target after the other, the highest first, and about no more of them than make a difference.
std::string tree(const plan& p, const decision& d, std::size_t target, std::size_t state, const std::string& indent) {
  const std::size_t bits = d.targets.size() + (d.lets_in ? 1 : 0);
  bool same = true;
  for (std::size_t more = 0; more < d.goes.size(); ++more)
    if ((more & ((std::size_t{1} << target) - 1)) == state) same = same && d.goes[more] == d.goes[state];
  if (same || target == bits) return by_asker(p, d.goes[state], indent);
  const std::string asked = target == d.targets.size() ? "let_in" : "(escalated & " + hex(std::uint64_t{1} << target) + ") != 0";
  return indent + "if (" + asked + ") {\n" + tree(p, d, target + 1, state | std::size_t{1} << target, indent + "  ") + indent +
         "}\n" + tree(p, d, target + 1, state, indent);
}

/// Functions that several decisions share, each written once.
class shared {
 public:
  std::string named(const std::string& prefix, const std::string& signature, const std::string& body) {
    const auto [at, fresh] = names_.try_emplace(signature + body, prefix + std::to_string(names_.size()));
    if (fresh)
      text_ += "inline " + signature.substr(0, signature.find('(')) + at->second + signature.substr(signature.find('(')) +
               " {\n" + body + "}\n";
    return at->second;
  }
  const std::string& text() const { return text_; }

 private:
  std::map<std::string, std::string> names_;
  std::string text_;
};

std::string decision_in_cpp(const plan& p, decision d, shared& functions) {
  const std::string moves = tree(p, d, 0, 0, "  ");
  const bool by_target = moves.find("escalated") != std::string::npos, by_let_in = moves.find("let_in") != std::string::npos;
  // What makes no difference is not kept.
  for (rule& r : d.rules)
    for (clause& c : r.clauses) {
      if (!by_target) c.targets.clear();
      c.lets_in = c.lets_in && by_let_in;
    }
  std::string rules;
  for (const rule& r : d.rules) rules += rule_in_cpp(p, d, r);
  const auto uses = [&](const char* name) { return rules.find(name) != std::string::npos; };
  std::string out;
  if (uses("asked |=")) out += "      std::uint64_t asked = 0;\n";
  if (by_target) out += "      unsigned escalated = 0;\n";
  if (by_let_in) out += "      bool let_in = false;\n";
  out += rules;
  const std::string held = functions.named("held_", "place (party by)", by_asker(p, d.goes[0], "  "));
  out += "      const place held = " + held + "(q.by);\n";
  std::string goes = "held";
  if (by_target || by_let_in) {
    const std::string takes = std::string{by_target ? ", unsigned escalated" : ""} + (by_let_in ? ", bool let_in" : "");
    const std::string given = std::string{by_target ? ", escalated" : ""} + (by_let_in ? ", let_in" : "");
    const std::string moved = functions.named("moved_", "place (party by" + takes + ")", moves);
    const std::string changed = !by_target ? "let_in" : by_let_in ? "escalated != 0 || let_in" : "escalated != 0";
    out += "      const place goes = " + changed + " ? " + moved + "(q.by" + given + ") : held;\n";
    goes = "goes";
  }
  if (uses("asked |=")) {
    out += "      asked |= " + goes + ".asked;\n";
    for (const auto& [strong, needless] : d.implied)
      out += "      if ((asked & " + hex64(demands{1} << strong) + ") != 0) asked &= ~" + hex64(needless) + ";\n";
    out += "      conclude(v, " + goes + ", held, asked);\n";
  } else {
    out += "      conclude(v, " + goes + ", held, " + goes + ".asked);\n";
  }
  return out + "      return v;\n";
}

}  // namespace

std::string plain(const plan& p) {
  shared functions;
  std::vector<std::pair<std::string, std::string>> bodies;  // labels, body
  for (std::size_t d = 0; d < p.decisions.size(); ++d) {
    const std::string label = "    case decision::" + p.document->decisions[d].name + ":",
                      body = decision_in_cpp(p, p.decisions[d], functions);
    const auto at = std::find_if(bodies.begin(), bodies.end(), [&](const auto& known) { return known.second == body; });
    if (at == bodies.end())
      bodies.push_back({label, body});
    else
      at->first += "\n" + label;
  }
  std::string out =
      "// The rules by hand, as they come to mind. Written by benchmarks/by_hand.\n"
      "// Not here: the version without branches (branch_free.cpp).\n#include \"by_hand.hpp\"\n\nnamespace by_hand {\nnamespace "
      "{\n\n"
      "struct place {\n  std::uint64_t asked;\n  std::uint32_t to;\n  by_hand::outcome outcome;\n  by_hand::basis "
      "basis;\n};\n\n" +
      functions.text() +
      "\ninline void conclude(verdict& v, const place& goes, const place& held, std::uint64_t asked) {\n"
      "  v.outcome = goes.outcome == outcome::allow && asked != 0 ? outcome::consult : goes.outcome;\n"
      "  v.to = goes.to;\n"
      "  v.approval = static_cast<std::uint32_t>(asked >> 32);\n"
      "  v.consult = static_cast<std::uint32_t>(asked) | v.approval;\n"
      "  v.basis = v.outcome == held.outcome && v.to == held.to && asked == held.asked ? held.basis : basis::rule;\n}\n\n"
      "}  // namespace\n\nverdict plain(const question& q) noexcept {\n  verdict v;\n  switch (q.decision) {\n";
  for (const auto& [labels, body] : bodies) out += labels + " {\n" + body + "    }\n";
  return out + "  }\n  return v;\n}\n\n}  // namespace by_hand\n";
}

}  // namespace drafting
