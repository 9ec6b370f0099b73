// Each column of Arrow to a column of a batch.
// Not here: judging it (batch_evaluation.cpp).
#include <remit/agreement/arrow.hpp>

#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "batch_cells.hpp"

namespace remit {
namespace {

/// From a text to a slot's value.
using naming = std::function<std::int64_t(std::string_view)>;

/// The texts of a utf8 array.
class texts {
 public:
  static bool are(std::string_view format) { return format == "u" || format == "U"; }
  texts(std::string_view format, const ArrowArray& a) : large_{format == "U"}, a_{a} {}

  std::int64_t size() const { return a_.length; }
  std::string_view operator[](std::int64_t i) const {
    const auto [from, to] = ends(static_cast<std::size_t>(a_.offset + i));
    return {static_cast<const char*>(a_.buffers[2]) + from, to - from};
  }

 private:
  std::pair<std::size_t, std::size_t> ends(std::size_t i) const {
    if (large_) {
      const auto* at = static_cast<const std::int64_t*>(a_.buffers[1]);
      return {static_cast<std::size_t>(at[i]), static_cast<std::size_t>(at[i + 1])};
    }
    const auto* at = static_cast<const std::int32_t*>(a_.buffers[1]);
    return {static_cast<std::size_t>(at[i]), static_cast<std::size_t>(at[i + 1])};
  }

  bool large_;
  const ArrowArray& a_;
};

validity validity_of(const ArrowArray& a) {
  if (a.null_count == 0 || a.n_buffers == 0 || a.buffers[0] == nullptr) return {};
  return {static_cast<const std::uint8_t*>(a.buffers[0]), static_cast<std::size_t>(a.offset)};
}

struct cell_form {
  remit::cells cells = cells::none;
  std::size_t bytes = 0;

  explicit operator bool() const noexcept { return cells != cells::none; }
};
cell_form whole_numbers(std::string_view format) {
  if (format == "l") return cell_form{cells::signed_64, 8};
  if (format == "i") return cell_form{cells::signed_32, 4};
  if (format == "I") return cell_form{cells::unsigned_32, 4};
  if (format == "s") return cell_form{cells::signed_16, 2};
  if (format == "S") return cell_form{cells::unsigned_16, 2};
  if (format == "c") return cell_form{cells::signed_8, 1};
  if (format == "C") return cell_form{cells::unsigned_8, 1};
  return {};
}

column in_place(const ArrowArray& a, cell_form form, std::int64_t scale) {
  column c;
  c.first = static_cast<const char*>(a.buffers[1]) + static_cast<std::size_t>(a.offset) * form.bytes;
  c.cells = form.cells;
  c.validity = validity_of(a);
  c.scale = scale;
  return c;
}

/// A column read now: a value a row.
template <class Value>
column read_now(const ArrowArray& a, Value&& value) {
  column c;
  c.by_meaning = true;
  c.validity = validity_of(a);
  c.meaning.reserve(static_cast<std::size_t>(a.length));
  for (std::int64_t i = 0; i < a.length; ++i) c.meaning.push_back(c.validity.has(static_cast<std::size_t>(i)) ? value(i) : 0);
  return c;
}

class binding {
 public:
  binding(batch& into) : into_{into}, rules_{into.under().rules()} {}

  std::string run(const ArrowSchema& schema, const ArrowArray& columns) {
    if (std::string_view{schema.format} != "+s" || schema.n_children != columns.n_children)
      return "a record batch is needed: a struct array with a column for each fact";
    if (columns.length != static_cast<std::int64_t>(into_.rows()) || columns.offset != 0)
      return "the record batch and the batch differ in their number of rows";
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
      const ArrowSchema& s = *schema.children[i];
      const std::string name = s.name != nullptr ? s.name : "";
      const ArrowArray& a = *columns.children[i];
      if (a.length < columns.length) return "column `" + name + "` is shorter than the record batch";
      if (std::string wrong = bind(name, s, a); !wrong.empty()) return "column `" + name + "`: " + wrong;
    }
    return {};
  }

 private:
  std::string bind(const std::string& name, const ArrowSchema& s, const ArrowArray& a) {
    const auto number = [](const auto& found) { return std::int64_t{found ? found->value : decision_id::nothing}; };
    if (name == "decision" || name == "by") {
      const bool is_asker = name == "by";
      auto c = named(s, a, [&](std::string_view n) { return is_asker ? number(into_.under().party(n)) : number(into_.under().decision(n)); });
      if (!c) return std::string{is_asker ? "a party" : "a decision"} + " is told by its name: text, or a dictionary of texts";
      is_asker ? into_.askers(std::move(*c)) : into_.decisions(std::move(*c));
      return {};
    }
    const input_id slot = name == "on" ? input_id{0} : into_.under().input(name);
    if (!slot) return "the agreement has no fact or ritual of this name";
    auto made = of_kind(rules_.inputs[slot.value], s, a);
    if (!made.wrong.empty()) return made.wrong;
    return into_.set_slot(slot, std::move(made.made)) == input_error::none ? "" : "no memory is left";
  }

  struct result {
    column made;
    std::string wrong;
  };
  result of_kind(const input_entry& e, const ArrowSchema& s, const ArrowArray& a) const {
    const std::string_view format = s.format;
    const cell_form whole = s.dictionary == nullptr ? whole_numbers(format) : cell_form{};
    switch (e.kind) {
      case input_kind::yes_no:
        if (format == "b") {
          column c = in_place(a, {cells::bit, 0}, 1);
          c.first_bit = static_cast<std::size_t>(a.offset);
          return {std::move(c), {}};
        }
        if (whole) return {in_place(a, whole, 1), {}};
        return {{}, "a yes/no fact takes booleans"};
      case input_kind::money:
        if (whole) return {in_place(a, whole, 1), {}};
        return decimals(format, a, 2, "money takes decimal128, or whole numbers of minor units; a binary fraction is not exact");
      case input_kind::number:
      case input_kind::whole_number:
        if (whole) return {in_place(a, whole, number::scale), {}};
        return decimals(format, a, 4, "a number takes whole numbers or decimal128; a binary fraction is not exact");
      case input_kind::duration:
        if (whole) return {in_place(a, whole, 1), {}};
        return {{}, "a duration takes whole numbers of minutes"};
      case input_kind::day:
      case input_kind::date:
      case input_kind::ritual:
        if (format == "tdD") return {in_place(a, {cells::signed_32, 4}, duration::minutes_a_day), {}};
        return {{}, "a day takes date32"};
      case input_kind::one_of: return texts_of(s, a, [&e](std::string_view t) { return value_number(e, t); });
      case input_kind::text:
        return texts_of(s, a, [this](std::string_view t) { return std::int64_t{text_number(rules_, t)}; });
      case input_kind::any_of: return sets(e, s, a);
    }
    return {{}, "not a kind of column"};
  }

  static std::int64_t value_number(const input_entry& e, std::string_view name) {
    for (std::uint32_t i = 0; i < e.values.size(); ++i)
      if (e.values[i] == name) return i;
    return out_of_reach;
  }

  static result texts_of(const ArrowSchema& s, const ArrowArray& a, const naming& number) {
    auto c = named(s, a, number);
    if (!c) return {{}, "this fact takes text, or a dictionary of texts"};
    return {std::move(*c), {}};
  }

  // A column of names; the names of a dictionary are looked up once.
  static std::optional<column> named(const ArrowSchema& s, const ArrowArray& a, const naming& number) {
    const std::string_view format = s.format;
    if (s.dictionary == nullptr) {
      if (!texts::are(format)) return std::nullopt;
      const texts all{format, a};
      return read_now(a, [&](std::int64_t i) { return number(all[i]); });
    }
    const cell_form codes = whole_numbers(format);
    if (!codes || a.dictionary == nullptr || !texts::are(s.dictionary->format)) return std::nullopt;
    const texts names{s.dictionary->format, *a.dictionary};
    column c = in_place(a, codes, 1);
    c.by_meaning = true;
    for (std::int64_t i = 0; i < names.size(); ++i) c.meaning.push_back(number(names[i]));
    return c;
  }

  // `d:PRECISION,SCALE`: 16 bytes, least significant first.
  static result decimals(std::string_view format, const ArrowArray& a, int decimals, const char* otherwise) {
    const std::size_t comma = format.find(',');
    if (!format.starts_with("d:") || comma == std::string_view::npos || format.find(',', comma + 1) != std::string_view::npos)
      return {{}, otherwise};
    const std::string_view digits = format.substr(comma + 1);
    if (digits.size() != 1 || digits[0] < '0' || digits[0] > '9')
      return {{}, "a decimal of at most nine decimal places is needed"};
    const int scale = digits[0] - '0';
    std::int64_t times = 1, by = 1;
    for (int i = scale; i < decimals; ++i) times *= 10;
    for (int i = decimals; i < scale; ++i) by *= 10;
    const auto* cells = static_cast<const std::int64_t*>(a.buffers[1]) + 2 * a.offset;
    return {read_now(a, [=](std::int64_t i) {
              const std::int64_t low = cells[2 * i], high = cells[2 * i + 1];
              std::int64_t value = 0;
              if (high != (low < 0 ? -1 : 0) || low % by != 0 || __builtin_mul_overflow(low / by, times, &value)) return out_of_reach;
              return value;
            }),
            {}};
  }

  static result sets(const input_entry& e, const ArrowSchema& s, const ArrowArray& a) {
    const std::string_view format = s.format;
    const bool large = format == "+L";
    if ((format != "+l" && !large) || s.n_children != 1) return {{}, "a set takes a list of texts"};
    const auto members = named(*s.children[0], *a.children[0], [&e](std::string_view t) { return value_number(e, t); });
    if (!members) return {{}, "a set takes a list of texts"};
    const auto end = [&](std::int64_t i) {
      return large ? static_cast<const std::int64_t*>(a.buffers[1])[a.offset + i]
                   : std::int64_t{static_cast<const std::int32_t*>(a.buffers[1])[a.offset + i]};
    };
    bool all_known = true;
    column c = read_now(a, [&](std::int64_t i) {
      std::uint64_t mask = 0;
      for (std::int64_t at = end(i); at < end(i + 1); ++at) {
        if (!members->validity.has(static_cast<std::size_t>(at))) continue;
        const std::int64_t value = meaning_of(*members, static_cast<std::size_t>(at));
        if (value < 0 || value >= std::int64_t{e.values.size()})
          all_known = false;
        else
          mask |= std::uint64_t{1} << value;
      }
      return static_cast<std::int64_t>(mask);
    });
    if (!all_known) return {{}, "a member of a set is none of this fact's values"};
    return {std::move(c), {}};
  }

  batch& into_;
  const executable& rules_;
};

}  // namespace

std::string bind(batch& actions, const ArrowSchema& schema, const ArrowArray& columns) {
  return binding{actions}.run(schema, columns);
}

}  // namespace remit
