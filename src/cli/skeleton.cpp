// The Blueprint's skeleton: four pillars and the ground rules of its Appendix 2, the decisions of its Table 1.
// Not here: statutory floors (examples/agreements/statutory-england.remit is a framework to include).
#include "skeleton.hpp"

namespace remit::cli {

const std::string_view skeleton =
    R"remit(# A Team Agreement, ready to be filled in. It is complete as it stands: `remit check` finds nothing in it.
# Everything after a # is a note to you and decides nothing. Change what says CHANGE first; every figure is a
# local choice. The pillars and ground rules are those of "A Blueprint for Children's Social Care" (2019), Appendix 2.

agreement "Team Agreement of our Family Facing Teams"     # CHANGE: the name of your agreement
version   "1"
language  1
effective 2026-04-01                                      # CHANGE: from when it binds
review    every 6 months
agreed    by family_facing, strategy on 2026-03-12        # CHANGE: who signed, and when
currency  GBP


# --- Who --------------------------------------------------------------------------------------------------
# A party holds decisions. An advisory one is asked and never decides. A role is a person within a party.

party family_facing "Family Facing Team"
party strategy      "Strategy Team" above all
party insight       "Insight Team"  advisory

role  treasurer     "Team Treasurer" in family_facing rotates every 6 months
role  planner       "Team Planner"   in family_facing rotates every 3 months

# Where a decision goes that is not written down below.
outside this agreement escalate to strategy


# --- What has to be known of an action --------------------------------------------------------------------
# A fact without a default has to be given: while it is missing, the strictest possible answer is.

fact cost            : money              "What this decision commits us to spend"
fact serious         : yes/no             "Would a colleague call this serious?"
fact within_capacity : yes/no             "The request fits our capacity and expertise"
fact violation       : one of none_seen, minor, bullying, unsafe_practice  default none_seen

ritual family_discussion "Every family is discussed" every 1 month for each family


# --- What is decided, and who holds it --------------------------------------------------------------------

decisions case "Decisions about a family" held by family_facing {
  accept_request      "Accept a request for care"
  home_visit          "Visit the family at home"
  close_case          "Close a family's case"
}

decisions case_financial "Spending for a family" held by family_facing {
  fund_travel         "Pay for travel"
  commission_service  "Commission a service for a family"
}

decisions team "The team's own matters" held by family_facing {
  set_team_budget     "Divide the team's budget"
  recruit             "Recruit a member of the team"
}

decisions reserved "The decisions that most affect children and families" held by strategy {
  initiate_care_proceedings  "Initiate care proceedings"
  independent_assessment     "Conduct an independent assessment"
  place_child                "Place a child"
  change_placement           "Change the placement of a child"
}

decisions agreement_issues "Issues related to this agreement" held by family_facing {
  resolve_issue       "Resolve an issue related to this agreement"
}

threshold small_spend = £500        # CHANGE: up to this the team asks nobody
threshold large_spend = £5,000      # CHANGE: above this the Strategy Team decides


# --- The ground rules -------------------------------------------------------------------------------------
# Three or four pillars of at most eight rules. A rule without clauses guides and decides nothing.

pillar family_focus "Family-focused practice" {

  rule partnership "Work in partnership with families, following our practice model and values"

  rule best_interests "Be friendly and professional, and always have the child's best interests at heart"

  rule capacity "Accept the requests that fit our capacity and expertise, otherwise ask" for accept_request {
    consult family_facing or insight  unless within_capacity
  }
}

pillar decision_making "Decision-making, collaborative practice and compliance with ground rules" {

  rule consensus "Budget and staffing are decided by consensus" for team {
    consult family_facing for agreement
    because "A decision that everybody can live with is carried by everybody."
  }

  rule professional_duty "Consult your team or the Insight Team on anything serious" for case {
    consult family_facing or insight  when serious
    because "Nobody should carry a serious decision alone."
  }

  rule spending "The Team Treasurer oversees what the team spends" for case_financial {
    consult treasurer     when cost over small_spend
    escalate to strategy  when cost over large_spend
    then record "why this spend, and what else was tried"
  }

  rule reserved_decisions "The Strategy Team comes to the team and takes these with it" for reserved {
    do "have a member of the Strategy Team attend a team meeting on this decision"
  }
}

pillar team_practice "Collaborative practice within teams" {

  rule support "Ask for help early, and give it when asked"

  rule monthly_discussion "Every family is discussed at least once a month" for case {
    consult family_facing  when family_discussion is overdue
    then notify planner
  }

  rule violations "Serious violations of this agreement go to the Strategy Team" for resolve_issue {
    escalate to strategy  when violation is any of bullying, unsafe_practice
  }

  rule useful_records "Record what is useful for the family and for you"
}

pillar relationships "Respectful relationships within and outside of the authority" {

  rule other_teams "Maintain strong relationships with the other teams"

  rule partners "Know the local agencies and partners, and work with them"
}


# --- What this agreement promises -------------------------------------------------------------------------
# Claims about every possible action. `remit test` proves them, or shows an action that breaks one.

always escalate to strategy  when decision in reserved and by family_facing
never  escalate              when decision is fund_travel and by family_facing and cost at most £30
never  allow                 when by insight


# --- Examples ---------------------------------------------------------------------------------------------
# Each is one action and the answer it should get. Write one for every decision, and two at every limit.

example "The Friday-afternoon travel card" {
  decision fund_travel by family_facing
  cost £30
  expect allow
}
example "Five hundred pounds are still the team's own business" {
  decision commission_service by family_facing
  cost £500
  expect allow
}
example "A penny more is talked over with the treasurer" {
  decision commission_service by family_facing
  cost £500.01
  expect consult treasurer by rule spending
}
example "A large spend" {
  decision commission_service by family_facing
  cost £5,000.01
  expect escalate to strategy by rule spending
}
example "A request that fits" {
  decision accept_request by family_facing on 2026-11-20
  serious no
  within_capacity yes
  family_discussion last on 2026-11-10
  expect allow
}
example "A request beyond our expertise" {
  decision accept_request by family_facing on 2026-11-20
  serious no
  within_capacity no
  family_discussion last on 2026-11-10
  expect consult family_facing or insight by rule capacity
}
example "A home visit" {
  decision home_visit by family_facing on 2026-11-20
  serious no
  family_discussion last on 2026-11-10
  expect allow
}
example "A family not discussed for more than a month" {
  decision home_visit by family_facing on 2026-11-20
  serious no
  family_discussion last on 2026-10-02
  expect consult family_facing by rule monthly_discussion
}
example "Closing a case is serious; the Insight Team has been asked" {
  decision close_case by family_facing on 2026-11-20
  serious yes
  family_discussion last on 2026-11-10
  consulted insight
  expect allow
}
example "The budget needs everybody's agreement" {
  decision set_team_budget by family_facing
  expect consult family_facing for agreement by rule consensus
}
example "Everybody can live with the new colleague" {
  decision recruit by family_facing
  approved by family_facing
  expect allow
}
example "Care proceedings" {
  decision initiate_care_proceedings by family_facing
  expect escalate to strategy
}
example "An independent assessment, approved" {
  decision independent_assessment by family_facing
  approved by strategy
  expect allow
}
example "Placing a child" {
  decision place_child by family_facing
  expect escalate to strategy
}
example "The Strategy Team changes a placement" {
  decision change_placement by strategy
  expect allow
}
example "Bullying" {
  decision resolve_issue by family_facing
  violation bullying
  expect escalate to strategy by rule violations
}
)remit";

}  // namespace remit::cli
