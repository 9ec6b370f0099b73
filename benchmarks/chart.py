"""Times as horizontal bars on a logarithmic scale, in SVG; the standard library only.
Not here: which times, and what they are of (table.py, peers/table.py)."""
import math
import statistics
from xml.sax.saxutils import escape

from measured import ratios, words

WIDTH, LEFT, RIGHT = 960, 270, 190  # of the picture; of the column of labels; of the column of numbers
ROW, BAR, GAP, TOP = 26, 16, 44, 96
INK, FAINT, GRID, OURS, OTHERS = "#1f2933", "#616e7c", "#e4e7eb", "#0b7285", "#9aa5b1"


def text(x, y, what, size=13, anchor="start", fill=INK, weight="normal"):
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{fill}" '
            f'font-weight="{weight}">{escape(what)}</text>')


def line(x, y, x2, y2, stroke=GRID, width=1):
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{stroke}" stroke-width="{width}"/>'


def draw(title, subtitle, groups):
    """groups: [{title, bars: [{label, times: [ns of each round], ours}]}]. The ratio is to the first bar, round by round, unless a bar
    brings its own `ratio`. Returns the SVG."""
    every = [t for g in groups for b in g["bars"] for t in b["times"]]
    if not every:
        return '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>\n'
    low = math.floor(math.log10(min(every)))
    high = max(math.ceil(math.log10(max(every))), low + 1)
    span = WIDTH - LEFT - RIGHT
    height = TOP + sum(GAP + ROW * len(g["bars"]) for g in groups) + 36

    def at(time):
        return LEFT + span * (math.log10(time) - low) / (high - low)

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
           'font-family="system-ui, -apple-system, \'Segoe UI\', \'DejaVu Sans\', sans-serif">',
           f'<rect width="{WIDTH}" height="{height}" fill="white"/>',
           text(24, 36, title, 20, weight="600"), text(24, 60, subtitle, 12.5, fill=FAINT)]
    bottom = height - 36
    for power in range(low, high + 1):
        x = at(10.0**power)
        out += [line(x, TOP - 6, x, bottom, "#cbd2d9"), text(x, TOP - 12, scale(power), 12, "middle", FAINT),
                text(x, bottom + 18, scale(power), 12, "middle", FAINT)]
        if power < high:
            out += [line(at(n * 10.0**power), TOP - 2, at(n * 10.0**power), bottom) for n in range(2, 10)]
    y = TOP
    for group in groups:
        # On white, so that the grid does not run through the words.
        out += [f'<rect x="0" y="{y + 8}" width="{WIDTH}" height="{GAP - 12}" fill="white"/>',
                text(24, y + 30, group["title"], 14, weight="600"), line(24, y + GAP - 6, WIDTH - 24, y + GAP - 6, "#cbd2d9")]
        y += GAP
        base = group["bars"][0]["times"]
        for bar in group["bars"]:
            out += drawn(bar, y, base, at)
            y += ROW
    return "\n".join(out) + "\n</svg>\n"


def drawn(bar, y, base, at):
    middle = statistics.median(bar["times"])
    centre = y + ROW / 2
    times_base = ratio(bar["ratio"] if "ratio" in bar else ratios(bar["times"], base)[0])
    least, most = at(min(bar["times"])), at(max(bar["times"]))
    return [
        text(LEFT - 12, centre + 4.5, bar["label"], 13, "end", weight="600" if bar["ours"] else "normal"),
        f'<rect x="{LEFT}" y="{centre - BAR / 2:.1f}" width="{max(at(middle) - LEFT, 1):.1f}" height="{BAR}" rx="2" '
        f'fill="{OURS if bar["ours"] else OTHERS}"/>',
        line(least, centre, most, centre, INK, 1.5), line(least, centre - 4, least, centre + 4, INK, 1.5),
        line(most, centre - 4, most, centre + 4, INK, 1.5),
        text(WIDTH - 100, centre + 4.5, words(middle), 13, "end"),
        text(WIDTH - 24, centre + 4.5, f"{times_base}×", 13, "end", FAINT),
    ]


def ratio(r):
    return f"{r:,.0f}" if r >= 100 else f"{r:.1f}" if r >= 10 else f"{r:.2f}"


def scale(power):
    return {0: "1 ns", 1: "10 ns", 2: "100 ns", 3: "1 µs", 4: "10 µs", 5: "100 µs", 6: "1 ms", 7: "10 ms", 8: "100 ms",
            9: "1 s"}.get(power, f"10^{power} ns")
