// Numbers of what is told by few bits: a place for each that could be, so that nothing is compared.
// Not here: what needs more to be told apart (batch_memo.hpp), what is numbered (batch_evaluation.cpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "batch_memo.hpp"

namespace remit {

/// What a verdict on a decision goes by where all is known and nobody said anything: which clauses fire, who asks, and
/// whether the agreement is in force.
class batch_places {
 public:
  /// `most`: places there may be in all, so that making them costs no more than the batch does.
  batch_places(std::size_t lots, std::uint32_t askers, std::uint32_t days, std::size_t most)
      : numbers_(lots), askers_{askers}, days_{days}, left_{most} {}

  /// Whether a lot has its places; makes them as long as there may be more.
  bool have(std::uint32_t lot, std::uint32_t clauses) {
    if (!numbers_[lot].empty()) return true;
    constexpr std::uint32_t most_clauses = 16;
    if (clauses > most_clauses) return false;
    const std::size_t places = (std::size_t{1} << clauses) * askers_ * days_;
    if (places > left_) return false;
    left_ -= places;
    numbers_[lot].assign(places, no_number_yet);
    return true;
  }
  /// A function from what is known of a row to its number.
  auto of(std::uint32_t lot) noexcept {
    return [numbers = numbers_[lot].data(), each = std::size_t{askers_} * days_, days = std::size_t{days_}](
               std::uint64_t fired, std::uint32_t asker, std::uint32_t day) -> std::uint32_t& {
      return numbers[fired * each + asker * days + day];
    };
  }

 private:
  std::vector<std::vector<std::uint32_t>> numbers_;
  std::uint32_t askers_, days_;
  std::size_t left_;
};

}  // namespace remit
