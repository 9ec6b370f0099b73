// Amounts in the language's own words: `£1,500.50`, `1,200`, `3 days`, `2026-04-01`.
// Not here: reading them back (syntax/read.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <remit/core/amounts.hpp>
#include <remit/core/date.hpp>

namespace remit {

/// `£620.00`: two decimals always, as people check amounts; `pennies_if_any` leaves `.00` away, as the language is written.
/// The symbol for GBP, EUR and USD (`-£5.00`), else `620.00 SEK`.
std::string money_words(std::int64_t minor, currency c, bool pennies_if_any = false);
/// `1,200`, `0.5`, `-3`: no more decimals than needed.
std::string number_words(std::int64_t ten_thousandths);
/// `2026-04-01`.
std::string date_words(date d);
/// `3 days`, `4 hours`, `90 minutes`: in the largest unit that needs no fraction (weeks are told as days).
std::string duration_words(std::int64_t minutes);
/// `1 month`, `5 working days`.
std::string period_words(period p);
/// `"a \"b\" c"`: a text between quotes, escaped.
std::string text_words(std::string_view text);
/// `A, B and C` (or with another word before the last).
std::string listed(const std::vector<std::string>& items, std::string_view last_joined_by = "and");

}  // namespace remit
