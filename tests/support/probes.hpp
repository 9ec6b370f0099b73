// The regions of a comparison, read back as the language reads them: each as a duty of its own in the new agreement.
// Not here: whether they are right.
#pragma once

#include <optional>
#include <string>

#include <remit/analysis/compare.hpp>
#include <remit/analysis/load.hpp>

namespace remit::agree {

/// The agreement with a rule `probe_N` for each change, whose duty is due where the change's condition holds.
std::string probed(const checked::document& d, const remit::comparison& c);

class probes {
 public:
  explicit probes(loaded with_probes) : loaded_{std::move(with_probes)} {}

  const checked::document& document() const { return *loaded_.document(); }
  const remit::agreement& agreement() const { return *loaded_; }
  /// The condition of change number `n`; nothing where it is every action.
  const std::optional<checked::condition>& when(std::size_t n) const;

 private:
  loaded loaded_;
};

/// Nothing where an agreement at random cannot be written with them: a list with the same choice twice, more duties than
/// one decision may have. Throws what the reader says where a region's condition is none of the language.
std::optional<probes> read_back(const checked::document& d, const remit::comparison& c);

}  // namespace remit::agree
