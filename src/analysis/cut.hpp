// A verdict cut to what a comparison holds against another, with parties under the names both sides share.
// Not here: which actions have it (compare.cpp).
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <remit/analysis/compare.hpp>

namespace remit::analysis {

/// The shared name of a party of one side.
using party_namer = std::function<std::string(std::string_view)>;

/// `whom` orders nothing: lists are as the verdict tells them.
cut_verdict cut(const verdict& v, const party_namer& name);

/// Whether the clause of that decision asks for something that the verdict holds, or lets somebody in.
bool bears_on(const clause_entry& c, const decision_entry& d, const executable& rules, const cut_verdict& v,
              const party_namer& name);

/// The same for any order of the lists: equal keys, equal verdicts.
std::string key_of(const cut_verdict& v);

/// Which way it goes from `before` to `after`, which differ.
direction direction_of(const cut_verdict& before, const cut_verdict& after);

}  // namespace remit::analysis
