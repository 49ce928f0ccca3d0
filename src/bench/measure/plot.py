"""Draws time against rows as SVG, by hand: a panel for the uploads and one for the full lists, a line for each side."""
from .results import median

PANELS = (("collect", "uploads ingested 收取投诉文件"), ("full", "full lists for all insurers 全量名单"))
SIDES = (("peer", "#b3541e", "gpg, psql, COPY"), ("jinbo", "#1b6ca8", "Jinbo"))
WIDTH, HEIGHT, LEFT, TOP, GAP, BOTTOM = 340, 230, 60, 45, 80, 60


def draw(results, workload="all"):
    """The SVG, or nothing if no series was measured."""
    panels = [(title, {side: points(results, workload, phase, side) for side, _, _ in SIDES}) for phase, title in PANELS]
    if not any(len(line) > 1 for _, lines in panels for line in lines.values()):
        return ""
    width = LEFT + len(panels) * (WIDTH + GAP)
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12">'
             % (width, TOP + HEIGHT + BOTTOM), '<rect width="100%" height="100%" fill="white"/>']
    for number, (title, lines) in enumerate(panels):
        parts += panel(LEFT + number * (WIDTH + GAP), title, lines)
    return "\n".join(parts + ["</svg>"]) + "\n"


def points(results, workload, phase, side):
    """(millions of rows, median seconds)."""
    return [(rows / 1e6, median(found)) for rows, found in results.of("growth", workload, phase, side).items()]


def panel(left, title, lines):
    most_rows = max((x for line in lines.values() for x, _ in line), default=1)
    most_seconds = max((y for line in lines.values() for _, y in line), default=1) * 1.05

    def at(x, y):
        return left + WIDTH * x / most_rows, TOP + HEIGHT * (1 - y / most_seconds)

    yield '<text x="%d" y="%d" font-size="14">%s</text>' % (left, TOP - 18, title)
    yield '<path d="M%d %d V%d H%d" fill="none" stroke="#555"/>' % (left, TOP, TOP + HEIGHT, left + WIDTH)
    for tick in ticks(most_seconds):
        y = at(0, tick)[1]
        yield '<path d="M%d %.1f H%d" stroke="#ddd"/>' % (left, y, left + WIDTH)
        yield '<text x="%d" y="%.1f" text-anchor="end">%g s</text>' % (left - 6, y + 4, tick)
    for tick in ticks(most_rows):
        yield '<text x="%.1f" y="%d" text-anchor="middle">%g</text>' % (at(tick, 0)[0], TOP + HEIGHT + 18, tick)
    yield '<text x="%d" y="%d" text-anchor="middle">million rows uploaded 上报行数（百万）</text>' % (left + WIDTH / 2, TOP + HEIGHT + 38)
    for number, (side, colour, name) in enumerate(SIDES):
        line = [at(x, y) for x, y in lines[side]]
        yield '<polyline points="%s" fill="none" stroke="%s" stroke-width="2"/>' % (" ".join("%.1f,%.1f" % each for each in line), colour)
        for x, y in line:
            yield '<circle cx="%.1f" cy="%.1f" r="3.5" fill="%s"/>' % (x, y, colour)
        yield '<text x="%d" y="%d" fill="%s">%s</text>' % (left + 12, TOP + 16 + 18 * number, colour, name)


def ticks(most):
    """Round numbers from 0, five to ten of them."""
    step = next(unit * 10 ** power for power in range(-3, 6) for unit in (1, 2, 5) if most / (unit * 10 ** power) <= 7)
    return [step * number for number in range(int(most / step) + 1)]
