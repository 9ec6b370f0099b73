// casbin: a policy line for each rule and decision, its condition evaluated by the matcher; asked first whether to escalate, then
// whether to consult.
// Not here: CEL and OPA.
package main

import (
	"encoding/json"
	"fmt"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
	fileadapter "github.com/casbin/casbin/v2/persist/file-adapter"
)

const casbinModel = `
[request_definition]
r = level, decision, by, f
[policy_definition]
p = level, decision, condition
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.level == p.level && r.decision == p.decision && eval(p.condition)
`

type set map[string]bool

type casbinFacts struct {
	Serious, ImmediateDanger, FamilyAgrees, WithinBudget, Qualified, CourtInvolved, PoliceInvolved bool
	Cost, FamilySpend, BudgetLeft, ChildrenHeld, Visits                                            float64
	Placement, Stage                                                                               string
	Duties                                                                                         set
}

type casbinEngine struct{ enforcer *casbin.Enforcer }

type casbinAction struct {
	decision, by string
	facts        casbinFacts
}

func newCasbin(folder string) (string, engine, error) {
	m, err := model.NewModelFromString(casbinModel)
	if err != nil {
		return "", nil, err
	}
	enforcer, err := casbin.NewEnforcer(m, fileadapter.NewAdapter(folder+"/policy.csv"))
	if err == nil {
		enforcer.AddFunction("has", func(of ...any) (any, error) { return of[0].(set)[of[1].(string)], nil })
	}
	return "casbin", casbinEngine{enforcer}, err
}

func (e casbinEngine) prepare(a action) (any, error) {
	yes := func(name string) bool { v, _ := a.Facts[name].(bool); return v }
	word := func(name string) string { v, _ := a.Facts[name].(string); return v }
	amount := func(name string) float64 {
		n, _ := a.Facts[name].(json.Number)
		v, _ := n.Float64()
		return v
	}
	if v, there := a.Facts["cost"]; there {
		if _, fits := v.(json.Number); !fits {
			return nil, fmt.Errorf("the struct of facts takes no %T for a number", v)
		}
	}
	duties := set{}
	for _, v := range a.Facts["duties"].([]any) {
		duties[v.(string)] = true
	}
	return casbinAction{a.Decision, a.By, casbinFacts{yes("serious"), yes("immediate_danger"), yes("family_agrees"), yes("within_budget"),
		yes("qualified"), yes("court_involved"), yes("police_involved"), amount("cost"), amount("family_spend"), amount("budget_left"),
		amount("children_held"), amount("visits"), word("placement"), word("stage"), duties}}, nil
}

func (e casbinEngine) decide(prepared any) (string, error) {
	a := prepared.(casbinAction)
	for _, level := range []string{"escalate", "consult"} {
		found, err := e.enforcer.Enforce(level, a.decision, a.by, a.facts)
		if err != nil {
			return "", err
		}
		if found {
			return level, nil
		}
	}
	return "allow", nil
}
