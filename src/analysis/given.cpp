// What is known of one action, as a part of the space.
// Not here: what may still be found out (foresee.cpp) or be otherwise (nearest.cpp).
#include "given.hpp"

#include <algorithm>
#include <string>

namespace remit::analysis {

std::int64_t value_given(const model& m, std::uint32_t v, const action& a) {
  const auto& meaning = m.of(v);
  const input_id input = meaning.inputs.at(0);
  if (meaning.whether_known) return a.is_known(input) ? 1 : 0;
  const std::int64_t value = a.slot(input);
  if (meaning.kind != input_kind::text) return value;
  const std::string text{a.rules().texts[static_cast<std::uint32_t>(value)]};
  const auto at = value == 0 ? meaning.values.end() : std::find(meaning.values.begin() + 1, meaning.values.end(), text);
  return at == meaning.values.end() ? 0 : at - meaning.values.begin();
}

bool fix(const model& m, part& p, std::uint32_t v, std::int64_t value) {
  switch (m.space().at(v).sort) {
    case sort::ordered: return m.space().narrow(p, v, value, value);
    case sort::values: return m.space().narrow_values(p, v, p.of[v].may & std::uint64_t{1} << value);
    case sort::set: p.of[v].may = p.of[v].must = static_cast<std::uint64_t>(value); return true;
  }
  return true;
}

std::int64_t earliest_day(const action& a) {
  std::int64_t earliest = a.rules().inputs[0].least;
  for (std::uint32_t i = 1; i < a.rules().inputs.size(); ++i)
    if (a.rules().inputs[i].kind == input_kind::ritual && a.is_known(input_id{i})) earliest = std::max(earliest, a.slot(input_id{i}));
  return earliest;
}

part as_given(const model& m, const action& a) {
  part p = m.space().whole();
  for (std::uint32_t v = 0; v < m.variable_count(); ++v) {
    const input_id input = m.of(v).inputs.at(0);
    const bool known = a.is_known(input);
    if (m.of(v).kind == input_kind::ritual && known) continue;  // a known last time is no variable of its own
    if (known) {
      fix(m, p, v, value_given(m, v, a));
    } else if (m.of(v).kind == input_kind::day && !m.of(v).whether_known) {
      m.space().narrow(p, v, std::max(p.of[v].range.low, earliest_day(a)), p.of[v].range.high);
    }
  }
  return p;
}

}  // namespace remit::analysis
