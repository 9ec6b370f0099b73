// A sample mangled at random: the reader ends, says little, stays inside the text and never says the same twice.
// Not here: unbounded search (tests/fuzz/read_fuzz.cpp).
#include <algorithm>
#include <random>
#include <string>

#include "reading.hpp"
#include "support/catch.hpp"

using remit::test::reading;

namespace {

const std::string sample = R"(agreement "Sample" version "1" language 1 effective 2026-04-01 to 2027-03-31
party strategy "Strategy Team" above all   # the top
party team "Team" formerly crew
role treasurer "Treasurer" in team rotates every 3 months
outside this agreement escalate to strategy
fact cost : money default £0 "What it costs"
fact placement : one of foster, kinship, secure
fact duties : any of chair, mentor
fact age : number from -5 to 25
ritual talk "Talk" every 1 month for each family
decisions case "Case" held by team or above { visit "Visit" travel "Travel" }
threshold small = £5,000
pillar p "P" {
  statutory rule spending "Larger spends" for case effective 2026-05-01 {
    consult treasurer when cost over £200 and not (placement is secure or talk is overdue)
    escalate to strategy when cost plus £5 at least small unless duties includes any of chair, mentor
    allow team despite rights
    then notify strategy within 5 working days
    because "two
      lines"
  }
}
always escalate to strategy when decision in case and by team
example "E" {
  decision travel by team on 2026-11-20
  cost £30
  duties chair, mentor
  talk last never
  expect consult treasurer by rule spending
}
)";

std::string mangled(std::mt19937& random) {
  static const std::string pieces[] = {
      "{", "}", "(", "\"", "#", ",", "when", "not ", "rule ", "\n", "£", "-", "\xff", "\\", "999999999999999999999", ""};
  std::string text = sample;
  for (auto times = 1 + random() % 6; times != 0 && !text.empty(); --times) {
    const std::size_t at = random() % text.size();
    switch (random() % 4) {
      case 0: text.erase(at, random() % 20); break;
      case 1: text.insert(at, pieces[random() % std::size(pieces)]); break;
      case 2: text[at] = static_cast<char>(random() % 256); break;
      default: text.insert(at, text.substr(random() % text.size(), random() % 40));
    }
  }
  return text;
}

}  // namespace

TEST_CASE("the sample itself is free of mistakes", "[grammar][mutation]") { CHECK(reading{sample}.findings() == ""); }

TEST_CASE("mangled samples are read to their end", "[grammar][mutation]") {
  std::mt19937 random{1926};
  for (int i = 0; i < 600; ++i) {
    const std::string text = mangled(random);
    INFO(text);
    const reading r{text};
    std::vector<std::string> said;
    for (const auto& d : r.found) {
      REQUIRE(d.where.begin <= d.where.end);
      REQUIRE(d.where.end <= text.size());
      REQUIRE(d.message.find("boost") == std::string::npos);
      REQUIRE(d.message.find("something else") == std::string::npos);
      said.push_back(std::to_string(d.where.begin) + " " + d.message);
    }
    std::sort(said.begin(), said.end());
    REQUIRE(std::adjacent_find(said.begin(), said.end()) == said.end());
    for (const auto& s : r.tree.statements) REQUIRE(s.where.end <= text.size());
    for (std::size_t k = 1; k < r.tree.statements.size(); ++k)
      REQUIRE(r.tree.statements[k - 1].where.end <= r.tree.statements[k].where.begin);
  }
}

TEST_CASE("every beginning of the sample is read to its end", "[grammar][mutation]") {
  for (std::size_t size = 0; size < sample.size(); size += 3) {
    const reading r{sample.substr(0, size)};
    INFO(size);
    CHECK(r.found.size() <= 6);
  }
}

TEST_CASE("time grows with the text, not faster", "[grammar][mutation]") {
  std::string long_line = "agreement \"A\"\n";
  for (int i = 0; i < 50'000; ++i) long_line += "} { \" ( ";
  CHECK(reading{long_line}.found.size() <= 200);
  CHECK(reading{"agreement \"A\"\n" + std::string(1'000'000, '"')}.found.size() <= 200);
  CHECK(reading{"agreement \"A\"\n" + std::string(1'000'000, '(')}.found.size() <= 200);
  CHECK(reading{"agreement \"A\"\npillar p \"P\" " + std::string(1'000'000, '{')}.found.size() <= 200);
}
