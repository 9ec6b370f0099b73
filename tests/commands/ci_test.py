"""Runs examples/ci/remit-ci.sh as continuous integration does: in a repository with an agreement on its base branch and edits
on another. And holds the recipes to the script: each runs it, with options that it has.

Not here: what check, test and diff print (transcript_test.py).

    python3 ci_test.py PATH_TO_REMIT
"""

import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
RECIPES = ROOT / "examples" / "ci"
FILES = pathlib.Path(__file__).resolve().parent / "files"
REMIT = pathlib.Path(sys.argv[1]).resolve()


class Repository:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.environment = {"PATH": f"{REMIT.parent}{os.pathsep}{os.environ['PATH']}", "HOME": folder, "LC_ALL": "C.UTF-8",
                            "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
                            "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
        (self.folder / "agreements").mkdir()
        shutil.copy(FILES / "part.remit", self.folder / "agreements")
        team = (FILES / "team.remit").read_text(encoding="utf-8")
        self.team = team.replace("currency  GBP\n", 'currency  GBP\ninclude "part.remit"\n')
        self.write(self.team)
        self.git("init", "-q", "-b", "main")
        self.commit()
        self.git("checkout", "-q", "-b", "edit")

    def git(self, *arguments):
        subprocess.run(["git", *arguments], cwd=self.folder, env=self.environment, check=True, capture_output=True)

    def commit(self):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "an edit")

    def write(self, text):
        (self.folder / "agreements" / "team.remit").write_text(text, encoding="utf-8")

    def run(self, *arguments, cwd="."):
        done = subprocess.run(["sh", RECIPES / "remit-ci.sh", *arguments], cwd=self.folder / cwd, env=self.environment,
                              capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
        left = subprocess.run(["git", "worktree", "list"], cwd=self.folder, env=self.environment, capture_output=True, text=True,
                              check=True).stdout
        assert len(left.splitlines()) == 1, f"a worktree was left behind:\n{left}"
        return done.returncode, done.stdout + done.stderr

    def expect(self, status, *arguments, says=(), cwd="."):
        given, output = self.run(*arguments, cwd=cwd)
        assert given == status, f"{arguments}: exit status {given}, not {status}:\n{output}"
        for words in says:
            assert words in output, f"{arguments}: does not say {words!r}:\n{output}"


def test_outcomes(r):
    """Nothing, then texts, then tighter, looser, broken: what each does to a job."""
    r.expect(0, "--base", "main", says=["nothing found", "same verdict on every action"])
    r.write(r.team.replace("deserve more eyes", "deserve two pairs of eyes"))
    r.commit()
    r.expect(0, "--base", "main", "--fail-on", "any", says=["1 text changed"])
    r.write(r.team.replace("small_spend = £500", "small_spend = £400"))
    r.commit()
    r.expect(0, "--base", "main", says=["tightened"])
    r.expect(1, "--base", "main", "--fail-on", "any")
    r.write(r.team.replace("small_spend = £500", "small_spend = £600"))
    r.commit()
    r.expect(1, "--base", "main", says=["loosened: fund_travel", "cost £500.01"])
    r.expect(0, "--base", "main", "--fail-on", "none")
    r.expect(1, "--base", "main", "--format", "github", says=["::warning file=agreements/team.remit,line="])
    r.expect(1, "--base", "main", "team.remit", cwd="agreements", says=["loosened: fund_travel"])
    r.expect(0, says=["nothing found"])


def test_files(r):
    """The formats that leave files: a comment, and SARIF."""
    r.write(r.team.replace("small_spend = £500", "small_spend = £600"))
    r.expect(1, "--base", "main", "--format", "sarif", "--comment", "changes.md")
    comment = (r.folder / "changes.md").read_text(encoding="utf-8")
    assert comment.startswith("### agreements/team.remit\n\n6 verdicts loosened; 1 figure changed.\n\n| |"), comment
    assert json.loads((r.folder / "remit-check.sarif").read_text(encoding="utf-8"))["runs"][0]["results"] == []
    results = json.loads((r.folder / "remit-diff-1.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]
    assert uris and set(uris) == {"agreements/team.remit"}, uris


def test_faults(r):
    """A broken promise, a fault, an unknown base, a new agreement."""
    r.write(r.team.replace("never  allow     when by insight", "never  escalate  when by insight"))
    r.expect(1, "--base", "main", says=["never escalate when by insight"])
    r.write(r.team.replace("when cost over small_spend", "when cots over small_spend"))
    r.expect(2, "--base", "main", says=["unknown fact `cots`"])
    r.write(r.team)
    r.expect(2, "--base", "nowhere", says=["there is no commit nowhere here"])
    r.expect(2, "--colour", says=["there is no option --colour"])
    shutil.copy(FILES / "changed.remit", r.folder / "agreements" / "new.remit")
    r.git("add", "-A")
    r.expect(0, "--base", "main", says=["agreements/new.remit: a new agreement"])


def test_recipes(_):
    """Each recipe runs the script, with options that the script has."""
    script = (RECIPES / "remit-ci.sh").read_text(encoding="utf-8")
    options = set(re.findall(r"--[a-z-]+", script.split("set -u")[0]))
    found = [RECIPES / name for name in ("github.yml", "gitlab.yml", ".pre-commit-hooks.yaml")]
    for recipe in found:
        calls = re.findall(r"remit-ci\.sh (--.*)$", recipe.read_text(encoding="utf-8"), re.M)
        assert calls, f"{recipe} does not run the script"
        for call in calls:
            used = {word for word in shlex.split(call) if word.startswith("--")}
            assert "--base" in used and used <= options, f"{recipe}: {used - options}"


def main():
    failed = 0
    for name, test in list(globals().items()):
        if not name.startswith("test_"):
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(Repository(folder))
            except (AssertionError, ValueError, subprocess.SubprocessError) as problem:
                failed += 1
                print(f"{name}: {problem}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
