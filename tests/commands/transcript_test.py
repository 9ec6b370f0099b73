"""Runs the command line as a person would and holds what it prints against the transcripts.

A transcript is a text file: a line `$ COMMAND` is run in a fresh copy of files/ (later commands of one transcript see
what earlier ones left), below it stands its standard output, then `[complaints]` with its standard error and
`[exit N]`, where there are any. Not here: which JSON is valid (schema_test.py).

    python3 transcript_test.py PATH_TO_REMIT [--accept] [NAME...]

--accept writes what was printed into the transcripts; read the difference before you commit it.
"""

import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE.parent.parent / "examples" / "agreements"


def run(command, folder, remit):
    """The block that belongs below a command."""
    environment = {"PATH": f"{remit.parent}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C", "HOME": str(folder)}
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True, timeout=60,
                          stdin=subprocess.DEVNULL)
    block = settled(done.stdout.decode("utf-8", "backslashreplace"))
    complaints = settled(done.stderr.decode("utf-8", "backslashreplace"))
    if complaints:
        block += "[complaints]\n" + complaints
    if done.returncode != 0:
        block += f"[exit {done.returncode}]\n"
    # What is printed must not look like a comment or a command of the transcript.
    return re.sub(r"^(?=[#$] )", r"\\", block, flags=re.MULTILINE)


def settled(text):
    """Without what may change with every build: digests, the version; and with its last line ended."""
    text = re.sub(r"sha256:[0-9a-f]{64}", "sha256:…", text)
    text = re.sub(r'"semanticVersion": "\d+\.\d+\.\d+"', '"semanticVersion": "X.Y.Z"', text)
    text = re.sub(r"^remit \d+\.\d+\.\d+$", "remit X.Y.Z", text, flags=re.MULTILINE)
    return text if not text or text.endswith("\n") else text + "\n[no end of line]\n"


def play(transcript, remit):
    """The transcript as it comes out now."""
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place) / "files"
        shutil.copytree(HERE / "files", folder)
        shutil.copytree(EXAMPLES, folder / "examples")
        out = ""
        for line in transcript.splitlines(keepends=True):
            if line.startswith("# "):
                out += ("\n" if out else "") + line
            elif line.startswith("$ "):
                out += ("\n" if out and not out.splitlines()[-1].startswith("# ") else "") + line
                out += run(line[2:], folder, remit)
        return out


def main():
    arguments = [a for a in sys.argv[1:] if a != "--accept"]
    accept = "--accept" in sys.argv
    remit = pathlib.Path(arguments[0]).resolve()
    failed = 0
    for path in sorted((HERE / "transcripts").glob("*.txt")):
        if arguments[1:] and path.stem not in arguments[1:]:
            continue
        expected = path.read_text(encoding="utf-8")
        actual = play(expected, remit)
        if actual == expected:
            continue
        if accept:
            path.write_text(actual, encoding="utf-8")
            print(f"{path.name}: accepted")
            continue
        failed += 1
        sys.stdout.writelines(difflib.unified_diff(expected.splitlines(keepends=True), actual.splitlines(keepends=True),
                                                   f"{path.name} (expected)", f"{path.name} (now)"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
