// Amounts in the language's own words.
// Not here: locales. An agreement reads the same on every machine.
#include <remit/core/wording.hpp>

namespace remit {
namespace {

std::string padded(std::uint64_t n, std::size_t width) {
  std::string s = std::to_string(n);
  return s.size() < width ? std::string(width - s.size(), '0') + s : s;
}

std::string grouped(std::uint64_t n) {
  std::string s = std::to_string(n);
  for (std::size_t at = s.size(); at > 3;) s.insert(at -= 3, ",");
  return s;
}

std::uint64_t size_of(std::int64_t n) { return n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n); }

std::string counted(std::int64_t n, std::string_view unit) {
  return grouped(size_of(n)).insert(0, n < 0 ? "-" : "") + " " + std::string{unit} + (n == 1 ? "" : "s");
}

}  // namespace

std::string money_words(std::int64_t minor, currency c, bool pennies_if_any) {
  const std::uint64_t amount = size_of(minor);
  std::string digits = grouped(amount / 100);
  if (!pennies_if_any || amount % 100 != 0) digits += "." + padded(amount % 100, 2);
  const std::string sign = minor < 0 ? "-" : "";
  if (c == pound_sterling) return sign + "£" + digits;
  if (c == euro) return sign + "€" + digits;
  if (c == us_dollar) return sign + "$" + digits;
  return sign + digits + (c ? " " + std::string(c.code, 3) : "");
}

std::string number_words(std::int64_t ten_thousandths) {
  const std::uint64_t amount = size_of(ten_thousandths), scale = number::scale;
  std::string words = (ten_thousandths < 0 ? "-" : "") + grouped(amount / scale);
  if (amount % scale == 0) return words;
  std::string decimals = padded(amount % scale, 4);
  decimals.erase(decimals.find_last_not_of('0') + 1);
  return words + "." + decimals;
}

std::string date_words(date d) {
  return padded(static_cast<std::uint64_t>(d.year()), 4) + "-" + padded(static_cast<std::uint64_t>(d.month()), 2) + "-" +
         padded(static_cast<std::uint64_t>(d.day()), 2);
}

std::string duration_words(std::int64_t minutes) {
  if (minutes % duration::minutes_a_day == 0) return counted(minutes / duration::minutes_a_day, "day");
  if (minutes % 60 == 0) return counted(minutes / 60, "hour");
  return counted(minutes, "minute");
}

std::string period_words(period p) {
  switch (p.unit) {
    case period_unit::minutes: return counted(p.count, "minute");
    case period_unit::hours: return counted(p.count, "hour");
    case period_unit::days: return counted(p.count, "day");
    case period_unit::working_days: return counted(p.count, "working day");
    case period_unit::weeks: return counted(p.count, "week");
    case period_unit::months: return counted(p.count, "month");
    case period_unit::years: return counted(p.count, "year");
  }
  return {};
}

std::string text_words(std::string_view text) {
  std::string words = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') words += '\\';
    words += c;
  }
  return words + "\"";
}

std::string listed(const std::vector<std::string>& items, std::string_view last_joined_by) {
  std::string all;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) all += i + 1 == items.size() ? " " + std::string{last_joined_by} + " " : ", ";
    all += items[i];
  }
  return all;
}

}  // namespace remit
