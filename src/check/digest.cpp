// The digest: every part of the agreement as one line, the lines in order, hashed.
// Not here: hashing itself (OpenSSL).
#include "digest.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <vector>

#include <openssl/evp.h>

#include <remit/core/wording.hpp>

namespace remit {
namespace {

// Parts are told apart by their lengths, so that no text can pass for another line.
std::string line(std::initializer_list<std::string_view> parts) {
  std::string whole;
  std::size_t bytes = 0;
  for (std::string_view part : parts) bytes += part.size() + 4;
  whole.reserve(bytes);
  for (std::string_view part : parts) whole.append(std::to_string(part.size())).append(":").append(part);
  return whole;
}

std::string days(const checked::days& d) {
  return (d.from ? date_words(*d.from) : "") + ".." + (d.to ? date_words(*d.to) : "");
}

class listing {
 public:
  explicit listing(const checked::document& document) : document_{document} {}

  std::vector<std::string> run() {
    add({"agreement", document_.title, document_.version, days(document_.effective), std::string_view(document_.currency.code, 3),
         document_.review ? period_words(*document_.review) : "", groups(document_.outside)});
    for (const auto& patch : document_.applies_to) add({"applies", patch});
    for (const auto& s : document_.agreed) add({"agreed", parties(s.parties), s.on ? date_words(*s.on) : ""});
    for (const auto& p : document_.parties)
      add({"party", p.name, p.title, p.formerly, p.is_role ? "role" : "", p.advisory ? "advisory" : "", p.body ? "body" : "",
           p.role_in ? name(p.role_in) : "", parties(p.below)});
    for (const auto& i : document_.inputs) input(i);
    for (const auto& t : document_.thresholds)
      add({"threshold", t.name, t.formerly, std::to_string(static_cast<int>(t.kind)), std::to_string(t.amount)});
    for (const auto& c : document_.classes) add({"class", c.name, c.title, c.formerly, groups(c.held_by)});
    for (const auto& d : document_.decisions)
      add({"decision", d.name, d.title, d.formerly, document_.classes.at(d.in.value).name});
    for (const auto& p : document_.pillars) add({"pillar", p.name, p.title});
    for (const auto& r : document_.rules) rule(r);
    for (const auto& p : document_.promises) add({"promise", p.words});
    for (const auto& e : document_.examples) example(e);
    std::sort(lines_.begin(), lines_.end());
    return std::move(lines_);
  }

 private:
  void add(std::initializer_list<std::string_view> parts) { lines_.push_back(line(parts)); }
  const std::string& name(party_id p) const { return document_.parties.at(p.value).name; }

  static std::string sorted(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    std::string all;
    for (const auto& n : names) (all += n) += ',';
    return all;
  }
  std::string parties(const std::vector<party_id>& ids) const {
    std::vector<std::string> names;
    for (party_id p : ids) names.push_back(name(p));
    return sorted(std::move(names));
  }
  std::string groups(const std::vector<checked::group>& all) const {
    std::vector<std::string> names;
    for (const auto& g : all) {
      std::vector<std::string> members;
      for (const auto& m : g.members) members.push_back(name(m.party) + (m.or_above ? "+" : ""));
      names.push_back("(" + sorted(std::move(members)) + ")");
    }
    return sorted(std::move(names));
  }

  void input(const checked::input& i) {
    std::vector<std::string> values;
    for (const auto& v : i.values) values.push_back(v.name + "<" + v.formerly);
    add({"input", i.name, i.title, i.formerly, std::to_string(static_cast<int>(i.kind)), sorted(std::move(values)),
         i.standard ? value_words(i, *i.standard) : "", std::to_string(i.least), std::to_string(i.most), period_words(i.every), i.subject});
  }
  // Values are told by their names, for their order does not count.
  static std::string value_words(const checked::input& i, std::int64_t value) {
    if (i.kind == input_kind::one_of) return i.values.at(static_cast<std::size_t>(value)).name;
    if (i.kind != input_kind::any_of) return std::to_string(value);
    std::vector<std::string> names;
    for (std::size_t v = 0; v < i.values.size(); ++v)
      if ((static_cast<std::uint64_t>(value) >> v & 1) != 0) names.push_back(i.values[v].name);
    return "{" + sorted(std::move(names)) + "}";
  }

  void rule(const checked::rule& r) {
    std::vector<std::string> covers;
    for (decision_id d : r.covers) covers.push_back(document_.decisions.at(d.value).name);
    add({"rule", r.name, r.title, r.formerly, r.because, r.source, r.statutory ? "statutory" : "",
         r.everywhere ? "*" : sorted(std::move(covers)), days(r.effective), document_.pillars.at(r.pillar).name});
    for (const auto& c : r.clauses) add({"clause", r.name, c.words});
  }

  void example(const checked::example& e) {
    std::vector<std::string> given;
    for (const auto& [input, value] : e.slots) {
      const checked::input& i = document_.inputs.at(input.value);
      given.push_back(i.name + "=" + value_words(i, value));
    }
    for (const auto& [input, text] : e.texts) given.push_back(line({document_.inputs.at(input.value).name, text}));
    add({"example", e.title, e.decision_name, name(e.by), sorted(std::move(given)), parties(e.consulted), parties(e.approved),
         e.expect.words});
  }

  const checked::document& document_;
  std::vector<std::string> lines_;
};

}  // namespace

std::string digest_of(const checked::document& document) {
  std::string all;
  for (const auto& l : listing{document}.run()) (all += l) += '\n';
  std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
  unsigned int size = 0;
  if (EVP_Digest(all.data(), all.size(), hash.data(), &size, EVP_sha256(), nullptr) != 1) return "sha256:unavailable";
  std::string words = "sha256:";
  for (unsigned int i = 0; i < size; ++i) {
    constexpr char digits[] = "0123456789abcdef";
    words += digits[hash[i] >> 4];
    words += digits[hash[i] & 15];
  }
  return words;
}

}  // namespace remit
