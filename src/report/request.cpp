// JSON to action: names looked up, every value into its slot, the first fault named with its place.
// Not here: the grammar of JSON (json_value.cpp), one value (slot_value.cpp).
#include <remit/report/request.hpp>

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <remit/core/spelling.hpp>
#include "action_reading.hpp"
#include "../analysis/amount.hpp"
#include "slot_value.hpp"

namespace remit {
namespace {

constexpr std::string_view own_members[] = {"id", "decision", "by", "on", "facts", "rituals", "consulted", "approved"};

/// Where in the document a value stands; put into words only when something is wrong there.
struct place {
  std::string_view outer, name;
  std::string text() const { return json::below(outer, name); }
};

std::string did_you_mean(std::string_view meant) { return meant.empty() ? "" : fmt::format("; did you mean `{}`?", meant); }

class reading {
 public:
  reading(const agreement& under, const json::value& document) : under_{under}, rules_{under.rules()}, document_{document} {}

  std::variant<action_request, input_problem> run(std::initializer_list<std::string_view> further) {
    if (document_.kind != json::kind::object) {
      fail(fmt::format("an action is an object, not {}", json::name_of(document_.kind)), {});
      return problem_;
    }
    read_id();
    const std::string* decision = only_known_members(further) ? required_text("decision", "what is to be decided?") : nullptr;
    const auto by = decision != nullptr ? asker() : std::nullopt;
    if (!by) return problem_;
    action a{under_, under_.decision(*decision).value_or(outside_decision), *by};
    const bool whole = read_day(a) && each_member("facts", [&](auto name, auto& v) { return read_fact(a, name, v); }) &&
                       each_member("rituals", [&](auto name, auto& v) { return read_ritual(a, name, v); }) &&
                       read_parties(a, "consulted", &action::consulted) && read_parties(a, "approved", &action::approved) &&
                       accept_whole(a.error());
    if (!whole) return problem_;
    return action_request{std::move(problem_.id), *decision, std::move(a)};
  }

 private:
  bool fail(std::string message, std::string at) {
    problem_.message = std::move(message);
    problem_.at = std::move(at);
    return false;
  }

  void read_id() {
    const json::value* id = document_.member("id");
    if (id != nullptr && id->kind == json::kind::string) problem_.id = id->text;
  }

  bool only_known_members(std::initializer_list<std::string_view> further) {
    const auto among = [](const auto& names, std::string_view name) {
      return std::find(std::begin(names), std::end(names), name) != std::end(names);
    };
    for (const std::string& name : document_.names) {
      if (among(own_members, name) || among(further, name)) continue;
      std::vector<std::string_view> known{std::begin(own_members), std::end(own_members)};
      known.insert(known.end(), further);
      return fail(fmt::format("an action has no member `{}`{}", name, did_you_mean(nearest(name, known))), json::below({}, name));
    }
    const json::value* id = document_.member("id");
    if (id == nullptr || id->kind == json::kind::string || id->kind == json::kind::null) return true;
    return fail(fmt::format("an id is a string, not {}", json::name_of(id->kind)), "/id");
  }

  const std::string* required_text(std::string_view name, std::string_view question) {
    const json::value* found = document_.member(name);
    if (found == nullptr) {
      fail(fmt::format("`{}` is missing: {}", name, question), {});
      return nullptr;
    }
    if (found->kind != json::kind::string) {
      fail(fmt::format("a string is needed here, not {}", json::name_of(found->kind)), json::below({}, name));
      return nullptr;
    }
    return &found->text;
  }

  std::optional<party_id> asker() {
    const std::string* name = required_text("by", "which party proposes it?");
    const auto found = name != nullptr ? party(*name, [] { return "/by"; }) : std::nullopt;
    if (!found || !rules_.parties[found->value].is_role) return found;
    fail(fmt::format("`{}` is a role: only a party proposes an action", *name), "/by");
    return std::nullopt;
  }

  template <class Place>
  std::optional<party_id> party(std::string_view name, Place&& at) {
    const auto found = under_.party(name);
    if (found) return found;
    std::vector<std::string_view> names;
    for (const party_entry& p : rules_.parties) names.push_back(p.name);
    fail(fmt::format("the agreement has no party `{}`{}", name, did_you_mean(nearest(name, names))), at());
    return std::nullopt;
  }

  bool read_day(action& a) {
    const json::value* day = document_.member("on");
    return day == nullptr || put(a, input_id{0}, day_value(*day), {{}, "on"});
  }

  // Calls `visit(name, value)` for each member of the object `name`, if there is one.
  template <class Visit>
  bool each_member(std::string_view name, Visit&& visit) {
    const json::value* members = document_.member(name);
    if (members == nullptr) return true;
    if (members->kind != json::kind::object)
      return fail(fmt::format("an object is needed here, not {}", json::name_of(members->kind)), json::below({}, name));
    for (std::size_t i = 0; i < members->items.size(); ++i)
      if (!visit(std::string_view{members->names[i]}, members->items[i])) return false;
    return true;
  }

  // The slot of a fact or ritual; nothing, and the problem, where the name is another thing or none.
  std::optional<input_id> slot(std::string_view name, bool ritual, const place& at) {
    const auto is_ritual = [](const input_entry& e) { return e.kind == input_kind::ritual; };
    if (const input_id found = under_.input(name)) {
      const bool other = is_ritual(rules_.inputs[found.value]);
      if (other == ritual) return found;
      fail(other ? fmt::format("`{}` is a ritual: its last time belongs under `rituals`", name)
                        : fmt::format("`{}` is a fact: it belongs under `facts`", name),
           at.text());
      return std::nullopt;
    }
    std::vector<std::string_view> alike;
    for (std::uint32_t i = 1; i < rules_.inputs.size(); ++i)
      if (is_ritual(rules_.inputs[i]) == ritual) alike.push_back(rules_.inputs[i].name);
    fail(fmt::format("the agreement has no {} `{}`{}", ritual ? "ritual" : "fact", name, did_you_mean(nearest(name, alike))),
         at.text());
    return std::nullopt;
  }

  bool read_fact(action& a, std::string_view name, const json::value& written) {
    const place at{"/facts", name};
    const auto found = slot(name, false, at);
    if (!found) return false;
    const input_entry& e = rules_.inputs[found->value];
    if (e.kind != input_kind::text) return put(a, *found, fact_value(written, e, rules_.currency), at);
    if (written.kind != json::kind::string)
      return fail(fmt::format("a string is needed here, not {}", json::name_of(written.kind)), at.text());
    return accept(a.set(fact<std::string_view>{*found}, written.text), *found, at);
  }

  bool read_ritual(action& a, std::string_view name, const json::value& written) {
    const place at{"/rituals", name};
    const auto found = slot(name, true, at);
    return found && put(a, *found, last_time(written), at);
  }

  bool read_parties(action& a, std::string_view name, input_error (action::*add)(party_id) noexcept) {
    const json::value* list = document_.member(name);
    if (list == nullptr) return true;
    const place at{{}, name};
    if (list->kind != json::kind::array)
      return fail(fmt::format("a list is needed here, not {}", json::name_of(list->kind)), at.text());
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      const json::value& item = list->items[i];
      const auto item_at = [&] { return json::below(at.text(), i); };
      if (item.kind != json::kind::string)
        return fail(fmt::format("a party's name is needed here, not {}", json::name_of(item.kind)), item_at());
      const auto found = party(item.text, item_at);
      if (!found) return false;
      if ((a.*add)(*found) != input_error::none)
        return fail(fmt::format("`{}` is a role: only a party approves", item.text), item_at());
    }
    return true;
  }

  bool put(action& a, input_id i, const slot_value& v, const place& at) {
    if (!v) return fail(v.problem, at.text() + v.at);
    return accept(a.set_slot(i, v.amount), i, at);
  }

  bool accept_whole(input_error e) {
    return e == input_error::none || fail("there is not enough memory for the action", {});
  }

  bool accept(input_error e, input_id i, const place& at) {
    if (e == input_error::none) return true;
    if (e == input_error::last_time_after_date) return fail("the last time is later than the action's date", at.text());
    if (e == input_error::too_fine) return fail(fmt::format("`{}` takes whole numbers only", rules_.inputs[i.value].name), at.text());
    if (e != input_error::out_of_range || !i) return fail("there is not enough memory for the action", at.text());
    const input_entry& slot = rules_.inputs[i.value];
    const auto words = [&](std::int64_t amount) { return amount_words(amount, slot.kind, rules_.currency); };
    if (slot.most > largest_amount - slot.step) return fail(fmt::format("`{}` is at least {}", slot.name, words(slot.least)), at.text());
    return fail(fmt::format("`{}` lies between {} and {}", slot.name, words(slot.least), words(slot.most)), at.text());
  }

  const agreement& under_;
  const executable& rules_;
  const json::value& document_;
  input_problem problem_;
};

}  // namespace

std::variant<action_request, input_problem> action_from(const agreement& under, const json::value& document,
                                                        std::initializer_list<std::string_view> further) {
  return reading{under, document}.run(further);
}

std::variant<json::value, input_problem> document_from(std::string_view json) {
  json::parsed read = json::parse(json);
  if (read.document) return std::move(*read.document);
  return input_problem{std::nullopt, std::move(read.problem.message), std::move(read.problem.at)};
}

std::variant<action_request, input_problem> read_action(const agreement& under, std::string_view json) {
  auto document = document_from(json);
  if (auto* problem = std::get_if<input_problem>(&document)) return std::move(*problem);
  return action_from(under, std::get<json::value>(document));
}

}  // namespace remit
