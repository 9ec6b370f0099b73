// OPA, embedded: one policy for all decisions, prepared once, its input parsed once.
// Not here: CEL and casbin.
package main

import (
	"context"
	"errors"
	"os"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
)

type opaEngine struct{ query rego.PreparedEvalQuery }

func newOpa(folder string) (string, engine, error) {
	text, err := os.ReadFile(folder + "/policy.rego")
	if err != nil {
		return "", nil, err
	}
	query, err := rego.New(rego.Query("data.saltmarsh.outcome"), rego.Module("policy.rego", string(text))).PrepareForEval(context.Background())
	return "OPA", opaEngine{query}, err
}

func (e opaEngine) prepare(a action) (any, error) {
	return ast.InterfaceToValue(map[string]any{"decision": a.Decision, "by": a.By, "facts": a.Facts})
}

func (e opaEngine) decide(prepared any) (string, error) {
	out, err := e.query.Eval(context.Background(), rego.EvalParsedInput(prepared.(ast.Value)))
	if err != nil {
		return "", err
	}
	if len(out) == 0 {
		return "", errors.New("undefined")
	}
	return out[0].Expressions[0].Value.(string), nil
}
