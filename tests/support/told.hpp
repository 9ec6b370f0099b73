// The evaluator under test, asked in the document's numbers and answering as the oracle does, and how the two differ.
// Not here: what is right (oracle.hpp).
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include <remit/agreement/agreement.hpp>
#include <remit/check/checked.hpp>

#include "support/oracle.hpp"

namespace remit::agree {

/// What an engine answers, in the numbers of a document. Clauses by the name of their rule and their words.
struct told {
  oracle::verdict verdict;
  std::set<std::pair<std::string, std::string>> clauses;
  std::string problem;  ///< an input error, a list with the same thing twice: never right
};

/// An action of the agreement that the document is lowered to, in the document's numbers.
oracle::action as_oracle(const checked::document& d, const action& a);

/// An agreement whose things are found by the names that a document gives them: the document itself lowered, the same in
/// another order, or written out and read back.
class engine {
 public:
  engine(const checked::document& d, agreement under);
  told ask(const oracle::action& a) const;
  /// The tool door's answer, which is exact with facts missing too.
  told ask_ahead(const oracle::action& a) const;
  const remit::agreement& agreement() const noexcept { return agreement_; }
  action asked_of(const oracle::action& a) const;

 private:
  told told_of(const verdict& v) const;
  std::uint32_t party_number(party_id p) const { return old_party_.at(p.value); }

  const checked::document* document_;
  remit::agreement agreement_;
  std::vector<party_id> party_;                        // the document's number -> the agreement's
  std::vector<input_id> input_;
  std::vector<decision_id> decision_;
  std::vector<std::uint32_t> old_party_, old_input_;  // the agreement's number -> the document's
};

/// What differs on a complete action, in words; empty where nothing does. `words`: the clauses' words are compared too.
std::string difference(const checked::document& d, const oracle::verdict& expected, const told& got, bool words = true);

/// What differs from an exact answer, facts missing or not, in words. Clauses apart: the oracle tells those of every way to
/// complete the action.
std::string inexactness(const oracle::verdict& expected, const told& got);

/// How the answer to an incomplete action is unsafe: more lenient than some completion, certain where the oracle is not,
/// silent about a demand or a fact that matters. Empty where it is safe. Being over-cautious is safe.
std::string unsoundness(const checked::document& d, const oracle::verdict& expected, const told& got);

}  // namespace remit::agree
