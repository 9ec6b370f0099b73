"""What Google Benchmark wrote, round by round: the time of one item of work in each round, and ratios within a round.
Not here: the table (table.py), the picture (chart.py), the goals (goals.py)."""
import statistics

UNITS = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}


def nanoseconds(line):
    """CPU time of one item of work: of one decision or one byte where the benchmark counts them, else of one go. Of those
    that run on several threads, wall-clock time, all threads together."""
    for rate in ("items_per_second", "bytes_per_second"):
        if rate in line:
            return 1e9 / line[rate]
    return line["cpu_time"] * UNITS[line["time_unit"]]


def by_name(runs):
    """{name: [time in round 1, ...]}, in the order of the benchmarks."""
    times = {}
    for run in runs:
        for line in run["benchmarks"]:
            if line.get("run_type", "iteration") == "iteration" and not line.get("error_occurred"):
                times.setdefault(line["name"], []).append(nanoseconds(line))
    return times


def ratios(of, to):
    """Median, lowest and highest of the rounds' ratios."""
    each = [a / b for a, b in zip(of, to)]
    return statistics.median(each), min(each), max(each)


def words(time):
    size, unit = next((u for u in ((1e9, "s"), (1e6, "ms"), (1e3, "µs")) if time >= 10 * u[0]), (1, "ns"))
    amount = time / size
    return f"{amount:,.0f} {unit}" if amount >= 1000 else f"{amount:.1f} {unit}"
