#!/usr/bin/env python3
"""What the documents show is true: agreements pass `remit check`, programs compile, commands print what stands below them.

Usage: documents.py COMMAND LIBRARY COMPILER

Fenced blocks, by their first words:
  remit [NAME]   a whole agreement; checked, and kept as NAME for the blocks after it
  cpp NAME       a whole program; compiled against the library, and kept as NAME without `.cpp`
  console        `$ COMMAND` and what it prints; run where those files are; `…` stands for anything
  sh             not run here (it installs, builds or measures), but the files and presets that it names exist
Links to files of the project lead somewhere. Other blocks are not looked at.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "grammar/LANGUAGE.md", "grammar/README.md"]
FENCE = re.compile(r"^```(\S+)(?:[ ]+(\S+))?[ ]*\n(.*?)^```", re.M | re.S)
LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")


class Document:
    def __init__(self, path, command, library, compiler):
        self.path, self.library, self.compiler = path, library, compiler
        self.text = path.read_text(encoding="utf-8")
        self.faults, self.seen = [], 0
        self.folder = pathlib.Path(tempfile.mkdtemp())
        for agreement in (ROOT / "examples/agreements").glob("*.remit"):
            shutil.copy(agreement, self.folder)
        self.environment = dict(os.environ, NO_COLOR="1", LC_ALL="C.UTF-8",
                                PATH=f"{pathlib.Path(command).parent}:{self.folder}:{os.environ['PATH']}")

    def run(self, command):
        return subprocess.run(["bash", "-c", command], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def fault(self, at, words):
        line = self.text.count("\n", 0, at) + 1
        self.faults.append(f"{self.path.relative_to(ROOT)}:{line}: {words}")

    def remit(self, at, name, body):
        name = name or "block.remit"
        (self.folder / name).write_text(body, encoding="utf-8")
        run = self.run(f"remit check {name}")
        if run.returncode:
            self.fault(at, f"the agreement does not pass `remit check`\n{run.stdout}")

    def cpp(self, at, name, body):
        (self.folder / name).write_text(body, encoding="utf-8")
        run = self.run(f"{self.compiler} -std=c++20 -Wall -Wextra -Werror -I{ROOT}/include {name} {self.library} -lcrypto "
                       f"-o {pathlib.Path(name).stem}")
        if run.returncode:
            self.fault(at, f"the program does not compile\n{run.stdout}")

    def console(self, at, _, body):
        for shown in re.split(r"^\$ ", body, flags=re.M)[1:]:
            command, expected = self.split(shown)
            run = self.run(command)
            pattern = ".*?".join(re.escape(part) for part in expected.strip().split("…"))
            if not re.fullmatch(pattern, run.stdout.strip(), re.S):
                self.fault(at, f"`{command}` prints something else (status {run.returncode}):\n{run.stdout}")

    @staticmethod
    def split(shown):
        """A command, over as many lines as end in a backslash, and the rest: what it should print."""
        lines = shown.splitlines()
        end = next(i for i, line in enumerate(lines) if not line.endswith("\\")) + 1
        return "\n".join(lines[:end]), "\n".join(lines[end:])

    def sh(self, at, _, body):
        presets = {p["name"] for p in json.loads((ROOT / "CMakePresets.json").read_text())["configurePresets"]}
        for line in body.splitlines():
            words = line.split("#")[0].split()
            for preset in re.findall(r"--preset[ =](\S+)", line):
                if preset not in presets:
                    self.fault(at, f"there is no preset `{preset}`")
            if words and "/" in words[0] and not words[0].startswith(("build/", "/")) and not (ROOT / words[0]).exists():
                self.fault(at, f"there is no {words[0]}")

    def hold(self):
        kinds = {"remit": self.remit, "cpp": self.cpp, "console": self.console, "sh": self.sh}
        for block in FENCE.finditer(self.text):
            kind, name, body = block.groups()
            if kind in kinds and not (kind == "cpp" and not name):
                self.seen += 1
                kinds[kind](block.start(), name, body)
        for link in LINK.finditer(self.text):
            if not (self.path.parent / link.group(1)).exists():
                self.fault(link.start(), f"the link leads nowhere: {link.group(1)}")
        shutil.rmtree(self.folder)
        print(f"{self.path.relative_to(ROOT)}: {self.seen} blocks held")
        return self.faults


def main():
    command, library, compiler = sys.argv[1:]
    documents = [ROOT / name for name in DOCUMENTS if (ROOT / name).exists()]
    faults = [fault for path in documents for fault in Document(path, command, library, compiler).hold()]
    print("\n".join(faults))
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
