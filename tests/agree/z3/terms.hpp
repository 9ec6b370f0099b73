// The actions there can be, and the conditions of checked agreements, as terms of Z3. Facts of the same name are the
// same variable, so that several agreements can be asked about one action.
// Not here: what an action gets (verdict_terms.hpp). A ritual is overdue or not, whatever the date and its last time.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include <z3++.h>

#include <remit/check/checked.hpp>

namespace remit::smt {

class terms {
 public:
  terms() : domain_{context_} {}

  z3::context& context() noexcept { return context_; }
  z3::expr yes() { return context_.bool_val(true); }
  z3::expr no() { return context_.bool_val(false); }

  /// The condition of a complete action that `by` proposes.
  z3::expr condition(const checked::document& d, const checked::condition& c, decision_id decision, party_id by);
  /// `when C unless D`.
  z3::expr speaks(const checked::document& d, const std::optional<checked::condition>& when,
                  const std::optional<checked::condition>& unless, decision_id decision, party_id by);
  z3::expr on_days_of(const checked::document& d, const checked::days& days);

  /// That each variable so far has a value that an action of every agreement asked so far may have.
  const z3::expr_vector& domain() const noexcept { return domain_; }

 private:
  z3::expr comparison(const checked::document& d, const checked::condition& c, party_id by);
  z3::expr whole_number(std::int64_t n) { return context_.int_val(n); }
  z3::expr amount(const checked::document& d, input_id input);
  z3::expr yes_or_no(const checked::document& d, input_id input);
  z3::expr value(const checked::document& d, input_id input);
  z3::expr member(const checked::document& d, input_id input, std::uint32_t value);
  z3::expr text(const std::string& t);
  int word(const std::string& w) { return words_.try_emplace(w, static_cast<int>(words_.size())).first->second; }

  z3::context context_;
  z3::expr_vector domain_;
  std::map<std::string, int> words_;      ///< values and texts: equal words, equal numbers
  std::map<std::string, bool> bounded_;   ///< what each agreement has said of its inputs
};

}  // namespace remit::smt
