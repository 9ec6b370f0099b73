"""What remit wants to reach: each the ratio of two benchmarks of the same run, or a time.
Not here: measuring."""
import itertools

from measured import ratios

# The goal in words, the benchmark, what it is divided by (a number: of nanoseconds), and the bound: at most it, or at least it.
GOALS = [
    ("a decision costs no more than rules written by hand, on random input", "random/remit", "random/by_hand", "at most", 1.0),
    ("… and at most 1.6 times such rules without branches", "random/remit", "random/by_hand_without_branches", "at most", 1.6),
    ("on predictable input, at most 5 times rules written by hand", "predictable/remit", "predictable/by_hand", "at most", 5.0),
    ("with 100,000 rules, ten a decision, at most twice the time with 1,000",
     "ten_rules_a_decision/100000", "ten_rules_a_decision/1000", "at most", 2.0),
    ("with facts missing, at most twice the time with all known", "facts/one_to_three_missing", "facts/all_known", "at most", 2.0),
    ("a row of a batch costs at most 4 times copying it, with the instructions that every processor has",
     "million_rows/judged_portable", "million_rows/copied", "at most", 4.0),
    ("… and at most 3 times with AVX2", "million_rows/judged_avx2", "million_rows/copied", "at most", 3.0),
    ("… and at most 1.5 times with AVX-512", "million_rows/judged_avx512", "million_rows/copied", "at most", 1.5),
    ("two threads decide at least 1.9 times as much as one",
     "shared_by/real_time/threads:1", "shared_by/real_time/threads:2", "at least", 1.9),
    ("the 25 rules are read, checked and made ready, with all that is proved of them, within 1.5 ms",
     "full_check/saltmarsh", 1.5e6, "at most", 1.0),
    ("a byte of terse rules is read in half of nlohmann-json's time, of the same rules as JSON",
     "read_json/rules/1000000", "read_right/terse/1000000", "at least", 2.0),
    ("… of text as people write it too", "read_json/rules/1000000", "read_right/written/1000000", "at least", 2.0),
    ("a parser by hand, of these rules alone and without errors told, takes at least half the time",
     "read_by_hand/terse/1000000", "read_right/terse/1000000", "at least", 0.5),
    ("10 MB are read at half the rate of 10 kB at least", "read_right/terse/10000", "read_right/terse/10000000", "at least", 0.5),
]


def table(times):
    """The goals of which this run measured both sides, as Markdown."""
    rows = []
    for goal, of, to, kind, bound in GOALS:
        against = times.get(to) if isinstance(to, str) else itertools.repeat(to)
        if of not in times or against is None:
            continue
        middle, low, high = ratios(times[of], against)
        met = middle <= bound if kind == "at most" else middle >= bound
        rows.append(f"| {goal} | {kind} {bound:g} | {middle:.2f} ({low:.2f} to {high:.2f}) | {'met' if met else '**not met**'} |")
    if not rows:
        return ""
    return "\n".join(["", "| goal | ratio | measured (lowest to highest round) | |", "|---|---:|---:|---|", *rows])
