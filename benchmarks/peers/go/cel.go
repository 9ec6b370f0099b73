// cel-go: an expression for each decision, checked against declared types, compiled once.
// Not here: OPA and casbin.
package main

import (
	"encoding/json"
	"errors"
	"os"

	"cel.dev/cel-go/cel"
)

type celEngine struct{ programs map[string]cel.Program }

type celAction struct {
	program cel.Program
	facts   map[string]any
}

func newCel(folder string) (string, engine, error) {
	var written struct {
		Facts     map[string]string `json:"facts"`
		Decisions map[string]string `json:"decisions"`
	}
	text, err := os.ReadFile(folder + "/cel.json")
	if err != nil {
		return "", nil, err
	}
	if err := json.Unmarshal(text, &written); err != nil {
		return "", nil, err
	}
	kinds := map[string]*cel.Type{"yes/no": cel.BoolType, "whole": cel.IntType, "money": cel.IntType, "one of": cel.StringType,
		"any of": cel.ListType(cel.StringType)}
	options := []cel.EnvOption{cel.Variable("by", cel.StringType)}
	for name, kind := range written.Facts {
		options = append(options, cel.Variable(name, kinds[kind]))
	}
	env, err := cel.NewEnv(options...)
	if err != nil {
		return "", nil, err
	}
	e := celEngine{map[string]cel.Program{}}
	for decision, expression := range written.Decisions {
		checked, issues := env.Compile(expression)
		if issues.Err() != nil {
			return "", nil, issues.Err()
		}
		if e.programs[decision], err = env.Program(checked, cel.EvalOptions(cel.OptOptimize)); err != nil {
			return "", nil, err
		}
	}
	return "cel-go", e, nil
}

func (e celEngine) prepare(a action) (any, error) {
	facts := map[string]any{"by": a.By}
	for name, value := range a.Facts {
		switch v := value.(type) {
		case json.Number:
			facts[name], _ = v.Int64()
		case []any:
			all := make([]string, len(v))
			for i := range v {
				all[i] = v[i].(string)
			}
			facts[name] = all
		default:
			facts[name] = v
		}
	}
	return celAction{e.programs[a.Decision], facts}, nil
}

func (e celEngine) decide(prepared any) (string, error) {
	a := prepared.(celAction)
	if a.program == nil {
		return "", errors.New("no program for this decision")
	}
	out, _, err := a.program.Eval(a.facts)
	if err != nil {
		return "", err
	}
	return out.Value().(string), nil
}
