// The small agreement that the report tests speak of: one fact of every type, every outcome, every kind of duty.
// Not here: tests.
#pragma once

#include <remit/analysis/load.hpp>

namespace remit::test {

inline constexpr const char* team_text = R"(agreement "Team"
version   "1"
language  1
effective 2026-04-01 to 2027-03-31
agreed    by team, strategy on 2026-03-12
currency  GBP

party strategy "Strategy Team" above all
party team     "Family Facing Team"
party insight  "Insight Team" advisory
role  treasurer "Team Treasurer" in team

outside this agreement escalate to strategy

fact cost      : money from £0 to £10,000  "What it costs"
fact balance   : money from -£500 to £500
fact age       : number from 0 to 25
fact visits    : whole number
fact danger    : yes/no default no
fact serious   : yes/no  "Would a colleague call this serious?"
fact placement : one of foster, kinship, secure
fact duties    : any of chair, mentor, worker
fact hearing   : date
fact notice    : duration
fact reference : text
ritual discussion "Every family is discussed" every 1 month

decisions case "Decisions about a family" held by team {
  spend "Spend money"
  visit "Visit the family"
  close "Close a case"
}
decisions reserved "Reserved decisions" held by strategy {
  place "Place a child"
}
threshold small = £500

pillar p "Practice" {
  rule spending "Larger spends are shared" for spend {
    consult treasurer     when cost over small
    escalate to strategy  when cost over £5,000 unless danger
    then record "why this spend"
    because "Larger sums deserve more eyes."
    source  "The handbook, page 3"
  }
  rule care "Ask on anything serious" for visit {
    consult team or insight  when serious or discussion is overdue
    notify strategy within 1 day when visits under 3
  }
  rule closing "Closing is looked at twice" for close {
    consult insight for agreement when age under 5 and reference is "N-1"
    consult insight when hearing before today plus 10 days or notice under 2 days
    consult team when duties includes any of chair, mentor and balance under £0
    ratify by strategy within 2 weeks when placement is secure
  }
  rule danger_first "Protect first" for place {
    allow team when danger despite rights
  }
}
example "A spend" { decision spend by team  cost £30  expect allow }
)";

inline agreement team() { return *load_text(team_text, "team.remit"); }

}  // namespace remit::test
