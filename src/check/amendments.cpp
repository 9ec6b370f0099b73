// The facts about a change of the agreement itself: `amendment loosens`, `amendment touches spending`.
// Not here: finding them out (analysis/amendment.cpp).
#include <algorithm>
#include <string>

#include "pass.hpp"

namespace remit::checking {

// A blank in it keeps the name apart from every name that a writer can declare.
std::uint32_t amendment_fact(pass& p, std::string_view verb, std::string_view name) {
  std::string whole = "amendment " + std::string{verb} + (name.empty() ? "" : " " + std::string{name});
  const auto known = std::find_if(p.out.inputs.begin(), p.out.inputs.end(), [&](const auto& i) { return i.name == whole; });
  if (known != p.out.inputs.end()) return static_cast<std::uint32_t>(known - p.out.inputs.begin());
  checked::input& made = p.out.inputs.emplace_back();
  made.name = std::move(whole);
  made.kind = input_kind::yes_no;
  made.most = 1;
  return count_of(p.out.inputs) - 1;
}

const wanted& amended_by(std::string_view verb) { return verb == "touches" ? amended_name : a_party; }

}  // namespace remit::checking
