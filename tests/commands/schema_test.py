"""Holds what the command really prints as JSON against the schemas in examples/schemas/, and the schemas against faults.

Not here: which values are printed (transcript_test.py).

    python3 schema_test.py PATH_TO_REMIT
"""

import copy
import functools
import json
import pathlib
import subprocess
import sys
import xml.etree.ElementTree

try:
    import jsonschema
except ImportError:
    sys.exit("python3-jsonschema is needed: without it nothing is validated")

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FILES = HERE / "files"
REMIT = pathlib.Path(sys.argv[1]).resolve()


@functools.cache
def validator(name):
    schema = json.loads((ROOT / "examples" / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def printed(*arguments):
    return subprocess.run([REMIT, *arguments], cwd=FILES, capture_output=True, timeout=60, check=False).stdout


def agreements():
    return [*(ROOT / "examples" / "agreements").glob("*.remit"), *FILES.glob("*.remit")]


def test_findings():
    for path in agreements():
        findings = json.loads(printed("check", "--format", "json", path))
        validator("check").validate(findings)
        around = json.loads(printed("check", "--boundaries", "--format", "json", path))
        validator("check").validate(around)
        for b in around.get("boundaries", []):
            validator("action").validate(b["action"])
    assert json.loads(printed("check", "--format", "json", "faulty.remit"))["findings"], "faulty.remit has findings"
    assert json.loads(printed("check", "--boundaries", "--format", "json", "team.remit"))["boundaries"], "team.remit has amounts"


def test_actions_and_verdicts():
    lines = (FILES / "actions.jsonl").read_text(encoding="utf-8").splitlines()
    verdicts = [json.loads(line) for line in printed("decide", "team.remit", "--actions", "actions.jsonl").splitlines()]
    assert len(lines) == len(verdicts), "one line for each action"
    for line, verdict in zip(lines, verdicts):
        validator("verdict").validate(verdict)
        if "error" not in verdict:
            action = json.loads(line)
            validator("action").validate(action)
            assert action.get("id") == verdict["id"], "verdicts come in the order of the actions"
    assert {v["outcome"] for v in verdicts if "outcome" in v} == {"allow", "consult", "escalate"}
    assert any("error" in v for v in verdicts)


def test_what_would_change_a_verdict():
    asked = '{"decision": "place_child", "by": "team", "facts": {"cost": "£900"}}'
    verdict = json.loads(printed("decide", "team.remit", "--format", "json", "--action", asked))
    validator("verdict").validate(verdict)
    spend = '{"decision": "fund_travel", "by": "team", "facts": {"cost": "£900"}}'
    verdict = json.loads(printed("decide", "team.remit", "--format", "json", "--action", spend))
    validator("verdict").validate(verdict)
    assert verdict["would_allow"], "a smaller spend is the team's own"
    for way in verdict["would_allow"] + verdict["would_consult"]:
        validator("action").validate(way["action"])
        wanted = "allow" if way in verdict["would_allow"] else "consult"
        again = json.loads(printed("decide", "team.remit", "--format", "json", "--action", json.dumps(way["action"])))
        assert again["outcome"] == wanted, way


def test_tests():
    for path in agreements():
        results = printed("test", path, "--coverage", "--format", "json")
        if results:
            validator("test").validate(json.loads(results))
            for promise in json.loads(results)["promises"]:
                if promise["witness"]:
                    validator("action").validate(promise["witness"])
    results = json.loads(printed("test", "team.remit", "--scenarios", "scenarios.jsonl", "--format", "json"))
    validator("test").validate(results)
    assert len(results["scenarios"]) == 5


def test_differences():
    changed, seen, witnesses = json.loads(printed("diff", "team.remit", "changed.remit", "--format", "json")), set(), 0
    assert {c["direction"] for c in changed["changes"]} == {"loosened", "tightened", "redirected"}
    # Each agreement is compared with itself; those that cannot be compared at all are left out.
    comparable = [path for path in agreements() if printed("diff", path, path)]
    for old in comparable:
        for new in comparable:
            output = printed("diff", old, new, "--format", "json")
            if not output:  # names that cannot be tied
                continue
            found = json.loads(output)
            validator("diff").validate(found)
            matter = [t for t in found["added"] + found["removed"] if t["kind"] in ("decision", "party")]
            assert found["same"] == (not found["changes"] and not found["undecided"] and not matter)
            assert old != new or found["same"], f"{old} differs from itself"
            seen.update(t["kind"] for t in found["added"])
            changes = found["changes"]
            witnesses += hold_witnesses(new, [(c["witness"], c["new"]) for c in changes], {})
            names = {r["from"]: r["to"] for r in found["renamed"] if r["kind"] in ("party", "role")}
            witnesses += hold_witnesses(old, [(c["old_witness"] or c["witness"], c["old"]) for c in changes], names)
    assert seen >= {"decision", "party", "role", "fact", "ritual", "class", "rule", "pillar", "threshold", "promise"}
    assert witnesses > 100


def hold_witnesses(agreement, expected, names):
    """The actions that show changes are actions of the agreement, and get the verdicts that the changes say."""
    actions = "".join(json.dumps(witness) + "\n" for witness, _ in expected)
    done = subprocess.run([REMIT, "decide", agreement, "--actions", "-"], cwd=FILES, input=actions.encode(), capture_output=True,
                          timeout=60, check=False)
    given = [json.loads(line) for line in done.stdout.splitlines()]

    def told(verdict):
        named = [[[names.get(p, p) for p in group] for group in verdict[part]] for part in ("to", "consult", "approval")]
        return verdict["outcome"], [sorted(sorted(group) for group in part) for part in named]

    for verdict, (witness, wanted) in zip(given, expected):
        validator("action").validate(witness)
        assert verdict.get("certain"), f"{witness} under {agreement} leaves something open: {verdict}"
        assert told(verdict) == told(wanted), f"{witness} under {agreement}"
    return len(given)


def test_sarif():
    schema = json.loads((HERE / "sarif.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    log_validator = jsonschema.Draft202012Validator(schema)
    runs = [("check", p) for p in agreements()] + [("diff", "team.remit", "changed.remit"), ("diff", "changed.remit", "team.remit")]
    found = 0
    for arguments in runs:
        log = json.loads(printed(*arguments, "--format", "sarif"))
        log_validator.validate(log)
        driver = log["runs"][0]["tool"]["driver"]
        for result in log["runs"][0]["results"]:
            found += 1
            assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
            for location in result["locations"]:
                region = location["physicalLocation"]["region"]
                assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
        assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"])
    assert found > 20
    assert not log_validator.is_valid({**log, "version": "2.0.0"})
    assert not log_validator.is_valid({**log, "runs": []})


def test_junit():
    results = printed("test", "failing.remit", "--scenarios", "scenarios.jsonl", "--format", "junit")
    suites = xml.etree.ElementTree.fromstring(results)
    for suite in suites:
        for total, mark in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(total)) == len(suite.findall(f"testcase/{mark}")), f"{total} are counted"
        assert int(suite.get("tests")) == len(suite.findall("testcase"))


def test_the_schemas_refuse():
    """A schema that accepts everything would pass all of the above."""
    verdict = json.loads(printed("decide", "team.remit", "--actions", "actions.jsonl").splitlines()[0])
    for member in verdict:
        without = copy.deepcopy(verdict)
        del without[member]
        assert not validator("verdict").is_valid(without), f"a verdict without {member}"
    for change in ({"outcome": "deny"}, {"to": ["strategy"]}, {"in_force": "yes"}, {"surprise": 1}, {"id": 7}):
        assert not validator("verdict").is_valid({**verdict, **change}), f"a verdict with {change}"
    action = {"decision": "spend", "by": "team"}
    for change in ({"by": 7}, {"on": "tomorrow"}, {"facts": []}, {"colour": "red"}, {"rituals": {"r": "soon"}}):
        assert not validator("action").is_valid({**action, **change}), f"an action with {change}"


def main():
    failed = 0
    for name, test in list(globals().items()):
        if not name.startswith("test_"):
            continue
        try:
            test()
        except (AssertionError, ValueError, jsonschema.ValidationError) as problem:
            failed += 1
            print(f"{name}: {problem}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
