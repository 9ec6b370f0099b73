// What a figure is worth: digits, commas and dots judged, and turned into exact amounts.
// Not here: X3, and the words around a figure.
#pragma once

#include <optional>
#include <string_view>

#include "builder.hpp"

namespace remit::grammar {

/// What stands behind a figure: nothing, a currency or a unit of time.
struct figure_unit {
  remit::currency currency;
  std::optional<period_unit> period;
};

/// Turns `figure` with what stands behind it into `read`, whose span is set already. A figure that is no amount is
/// reported and leaves `read` invalid. `negative` says whether a `-` stood before it.
void judge_figure(builder& b, std::string_view figure, const figure_unit& unit, syntax::literal& read, bool& negative);

/// Whether a figure stands for money or a date by itself, so that no unit may follow.
bool is_complete(std::string_view figure) noexcept;

}  // namespace remit::grammar
