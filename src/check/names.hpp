// Every name an agreement declares, in one space with its includes, and which file may use which.
// Not here: what the names stand for (the document holds that, by number).
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <remit/check/checked.hpp>
#include <remit/core/diagnostic.hpp>
#include <remit/syntax/tree.hpp>

namespace remit::checking {

struct pass;

enum class named : std::uint8_t { party, role, fact, ritual, threshold, decision_class, decision, rule, pillar };

/// `a party`, `a class of decisions`.
std::string with_article(named kind);

/// A declared name: what it is, and its number among the document's parties, inputs, rules, …
struct symbol {
  named kind = named::fact;
  std::uint32_t number = 0;
  std::uint32_t scope = 0;
  std::string_view text;
  span where;
  bool used = false;
  std::uint32_t other_kinds = 0;            ///< what else was declared under the name, by mistake
  std::vector<std::uint32_t> other_scopes;  ///< and where
};

/// What a place takes: which kinds of name, what it calls them, and how it says that there is no such thing.
struct wanted {
  std::string_view noun;
  code unknown;
  std::uint32_t kinds;

  constexpr bool takes(named k) const noexcept { return (kinds >> static_cast<unsigned>(k) & 1u) != 0; }
};
constexpr std::uint32_t kinds(auto... k) noexcept { return ((1u << static_cast<unsigned>(k)) | ...); }

inline constexpr wanted a_party{"party", code::unknown_party, kinds(named::party, named::role)};
inline constexpr wanted a_fact{"fact", code::unknown_fact, kinds(named::fact)};
inline constexpr wanted fact_or_threshold{"fact", code::unknown_fact, kinds(named::fact, named::threshold)};
inline constexpr wanted a_ritual{"ritual", code::unknown_ritual, kinds(named::ritual)};
inline constexpr wanted a_decision{"decision", code::unknown_decision, kinds(named::decision)};
inline constexpr wanted a_class{"class", code::unknown_decision, kinds(named::decision_class)};
inline constexpr wanted decision_or_class{"decision or class", code::unknown_decision,
                                          kinds(named::decision, named::decision_class)};
inline constexpr wanted amended_name{"name of this agreement", code::unknown_rule,
                                     kinds(named::party, named::role, named::fact, named::ritual, named::threshold,
                                           named::decision_class, named::decision, named::rule, named::pillar)};
inline constexpr wanted a_rule{"rule", code::unknown_rule, kinds(named::rule)};

/// What a framework says it needs, and whether somebody declares it so.
struct needed {
  const syntax::need* what = nullptr;
  bool met = true;
};

/// One file of the document: what was written in it, and whose names it sees.
struct scope {
  const syntax::tree* tree = nullptr;
  std::uint32_t number = 0;  ///< the root is 0
  bool is_framework = false;
  bool lacks_includes = false;               ///< something it includes could not be had, so names may be missing
  std::vector<bool> sees;                    ///< by scope: itself and what it includes, directly or not
  span included_at;                          ///< the first `include` that names it; the root has none
  std::vector<std::uint32_t> numbers;        ///< by statement: the number of what it declares
  std::map<std::string_view, needed> needs;  ///< frameworks
  std::set<std::string_view> unread;         ///< perhaps declared here in what could not be read
  std::uint32_t nameless = 0;                ///< kinds declared here whose name could not be read

  bool is_root() const noexcept { return number == 0; }
};

/// The one space of names.
struct name_space {
  std::deque<symbol> all;  ///< in the order of their declaration
  std::unordered_map<std::string_view, symbol*> by_name;
  std::map<std::pair<code, std::string_view>, diagnostic*> unknown;  ///< each is said to be unknown once
  std::uint32_t missed = 0;                                          ///< kinds of which something is in use, but not known what
};

/// Declares a name. Of two the first stays, and the other is reported.
void declare_name(pass& p, const scope& in, const syntax::word& name, named kind, std::uint32_t number);

/// The symbol if the file may use the name; says nothing if not.
symbol* find(pass& p, const scope& from, std::string_view name);

/// The name as one of the kinds wanted. Where it is not, says so once and answers nothing; `help` goes with a name of
/// another kind.
symbol* resolve(pass& p, const scope& from, const syntax::word& name, const wanted& what, std::string help = {});

/// The visible name nearest to a mistyped one, of the kinds wanted; nothing where none is near.
symbol* nearest_name(pass& p, const scope& from, std::string_view name, const wanted& what);

/// Whether the word can be a name at all; where it cannot, the reader has said so.
bool is_usable_name(std::string_view word);
/// Whether the framework needs the name and nobody declares it as needed: that was reported.
bool is_unmet(const scope& from, std::string_view name);

/// Reports an item that stands twice in a list: `what` calls it, `first` is where it stood before.
void report_repeated(pass& p, std::string what, span where, span first);

/// Where the items of one list stand first, so that one that stands in it again is reported.
template <class Key>
class listed_once {
 public:
  /// Whether it is the first of its kind; else `what` calls it.
  template <class What>
  bool is_first(pass& p, Key key, span where, What&& what) {
    const auto [at, fresh] = first_.try_emplace(std::move(key), where);
    if (!fresh) report_repeated(p, what(), where, at->second);
    return fresh;
  }

 private:
  std::map<Key, span> first_;
};

/// The names of a list, each once; a repeated one is reported.
std::vector<syntax::word> distinct_names(pass& p, const scope& in, syntax::slice names);
/// The same for a list in a condition, of names or texts.
std::vector<syntax::item> distinct_items(pass& p, const scope& in, syntax::slice items);

}  // namespace remit::checking
