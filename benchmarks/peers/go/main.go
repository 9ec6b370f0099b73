// Engines written in Go, asked as remit is: go_peer cel|opa|casbin FOLDER ACTIONS [some] compares every outcome, then prints the time of one
// decision in each of five rounds, and what becomes of three faulty actions, as one line of JSON.
// Not here: each engine (cel.go, opa.go, casbin.go); their rules (write.py).
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"syscall"
	"time"
)

type action struct {
	Decision string         `json:"decision"`
	By       string         `json:"by"`
	Facts    map[string]any `json:"facts"`
	Outcome  string         `json:"outcome"`
}

// An engine makes an action ready once, and decides it as often as asked.
type engine interface {
	prepare(a action) (any, error)
	decide(prepared any) (string, error)
}

func cpu() time.Duration {
	var used syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &used)
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func read(path string) []action {
	file, err := os.Open(path)
	if err != nil {
		fail(err)
	}
	var out []action
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var a action
		decoder := json.NewDecoder(bytes.NewReader(lines.Bytes()))
		decoder.UseNumber()
		if err := decoder.Decode(&a); err != nil {
			fail(err)
		}
		out = append(out, a)
	}
	return out
}

func told(e engine, a action) string {
	prepared, err := e.prepare(a)
	if err != nil {
		return "refused: " + err.Error()
	}
	outcome, err := e.decide(prepared)
	if err != nil {
		return "an error: " + err.Error()
	}
	return outcome
}

func main() {
	makers := map[string]func(string) (string, engine, error){"cel": newCel, "opa": newOpa, "casbin": newCasbin}
	name, e, err := makers[os.Args[1]](os.Args[2])
	if err != nil {
		fail(err)
	}
	actions := read(os.Args[3])
	// All of them; or, with the argument `some`, as many as a minute allows of an engine that takes milliseconds for each.
	var prepared []any
	start, all := time.Now(), len(os.Args) < 5 || os.Args[4] != "some"
	for _, a := range actions {
		p, err := e.prepare(a)
		if err != nil {
			fail(err)
		}
		if outcome, err := e.decide(p); err != nil || outcome != a.Outcome {
			fail(fmt.Errorf("another outcome, %s (%v), on %v", outcome, err, a))
		}
		if prepared = append(prepared, p); !all && time.Since(start) > time.Minute {
			break
		}
	}
	var times []float64
	for round, next := 0, 0; round < 5; round++ {
		start, decisions := cpu(), 0
		for cpu()-start < 300*time.Millisecond {
			for range 32 {
				e.decide(prepared[next%len(prepared)])
				next++
				decisions++
			}
		}
		times = append(times, float64(cpu()-start)/float64(decisions))
	}
	faulty := func(change func(*action)) string {
		for _, a := range actions {
			if a.Decision == "fund_travel" && a.Outcome == "escalate" {
				facts := map[string]any{}
				for k, v := range a.Facts {
					facts[k] = v
				}
				a.Facts = facts
				change(&a)
				return told(e, a)
			}
		}
		return ""
	}
	json.NewEncoder(os.Stdout).Encode(map[string]any{"engine": name, "times": times, "compared": len(prepared), "probes": map[string]string{
		"missing":          faulty(func(a *action) { delete(a.Facts, "cost") }),
		"wrong type":       faulty(func(a *action) { a.Facts["cost"] = "cheap" }),
		"unknown decision": faulty(func(a *action) { a.Decision = "fly_a_kite" }),
	}})
}
