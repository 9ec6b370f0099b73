// Which decisions and clauses of an agreement some actions reach, and which none does.
// Not here: where the actions come from (examples, scenarios).
#pragma once

#include <vector>

#include <remit/agreement/agreement.hpp>
#include <remit/agreement/verdict.hpp>

namespace remit {

class coverage {
 public:
  explicit coverage(const agreement& of);

  /// A decision is reached when it is asked about, a clause when it certainly fires and is not lifted.
  void add(const action& asked, const verdict& given);

  std::vector<const decision_entry*> unreached_decisions() const;
  /// In source order; duties that follow (`then`) apart.
  std::vector<const told_clause*> unreached_clauses() const;
  std::size_t decisions() const noexcept { return decisions_.size(); }
  std::size_t clauses() const;

 private:
  enum class reach : unsigned char { not_counted, unreached, reached };

  agreement of_;
  std::vector<reach> decisions_, clauses_;  // clauses by their number among told_clauses
};

}  // namespace remit
