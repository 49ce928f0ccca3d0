"""The figures as tables in Markdown, for the screen and for docs/developers/performance.md."""
import os

from . import plot
from .results import median

WORK = {"collect": "uploads ingested", "full": "full lists", "delta": "lists of changes, a process for it alone",
        "served": "lists of changes, by `serve`"}
# (at least, aim) times the peer's speed
DEMANDED = {("all", "collect"): (3, 6), ("mixed", "collect"): (3, 6), ("all", "full"): (10, 20), ("mixed", "full"): (6, 15),
            ("all", "delta"): (5, 20), ("mixed", "delta"): (5, 20), ("all", "served"): (5, 20), ("mixed", "served"): (5, 20)}
# what the peer is timed at, where it is not called the same
PEERS = {"served": "delta"}
MEMORY_MB = (1536, 512)
SAME_DELTA, LINEAR = 1.5, 1.2
BEGIN, END = "<!-- figures: written by src/bench/run report --pages -->\n", "<!-- end of figures -->\n"


def tables(results):
    """All that was measured so far."""
    parts = [machine(results), compared(results), runs(results), smaller(results), growth(results), length(results), limits(results)]
    return "\n".join(part for part in parts if part)


def write(results, docs):
    """Puts the tables and the plot into docs/developers/performance.md, between its marks."""
    page = os.path.join(docs, "performance.md")
    with open(page, encoding="utf-8") as file:
        text = file.read()
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    drawn = plot.draw(results)
    shown = ""
    if drawn:
        with open(os.path.join(docs, "performance.svg"), "w", encoding="utf-8") as file:
            file.write(drawn)
        shown = "\n![Seconds against rows, for the peer and for Jinbo](performance.svg)\n"
    with open(page, "w", encoding="utf-8") as file:
        file.write(before + BEGIN + "\n" + tables(results) + shown + "\n" + END + after)


def table(title, columns, rows):
    if not rows:
        return ""
    lines = ["## " + title, "", "| " + " | ".join(columns) + " |", "| " + " | ".join("---" for _ in columns) + " |"]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]) + "\n"


def machine(results):
    described = results.known["machine"]
    settings = results.known["settings"]
    rows = [(name.replace("_", " "), value) for name, value in described.items()]
    rows += [("PostgreSQL's settings", " ".join("%s=%s" % each for each in settings.get("postgresql", {}).items())),
             ("Java's settings", settings.get("java", ""))] if settings else []
    return table("Measured on", ("what", "which"), rows)


def compared(results):
    rows = []
    for (workload, phase), demanded in DEMANDED.items():
        ours = results.of("compare", workload, phase, "jinbo")
        for count, peers in results.of("compare", workload, PEERS.get(phase, phase), "peer").items():
            if count in ours:
                rows.append(ratio_row(workload, phase, count, peers, ours[count], demanded))
    return table(
        "Against the peer: medians",
        ("work", "workload", "rows", "runs", "peer, s", "Jinbo's jobs, s", "whole process, s", "times as fast", "at least", "aim",
         "peak MB"), rows)


def ratio_row(workload, phase, count, peers, ours, demanded):
    factor = median(peers) / median(ours)
    peak = max(each["peak_mb"] for each in ours)
    return (WORK[phase], workload, thousands(count), "%d, %d" % (len(peers), len(ours)), seconds(median(peers)), seconds(median(ours)),
            seconds(median(ours, "whole_seconds")), "%.1f" % factor, judged(demanded[0], factor >= demanded[0]),
            hoped(demanded[1], factor >= demanded[1]), "%d (%s)" % (peak, "<= %d: %s" % (MEMORY_MB[0], passed(peak <= MEMORY_MB[0]))))


def runs(results):
    """Each single figure."""
    rows = []
    for workload, phase in DEMANDED:
        for side in ("peer", "jinbo"):
            for count, found in results.of("compare", workload, phase, side).items():
                rows.append((WORK[phase], workload, thousands(count), side, ", ".join(seconds(each["seconds"]) for each in found),
                             ", ".join(seconds(each["whole_seconds"]) for each in found if "whole_seconds" in each) or "-",
                             ", ".join("%d" % each["peak_mb"] for each in found if "peak_mb" in each) or "-",
                             ", ".join(sorted({each["commit"] for each in found}))))
    return table("Each run", ("work", "workload", "rows", "side", "s", "whole process, s", "peak MB", "commit"), rows)


def smaller(results):
    """Lists of as many changes, over a small and over the whole registry."""
    rows = []
    for workload in ("all", "mixed"):
        for phase in ("delta", "served"):
            large = last(results.of("compare", workload, phase, "jinbo"))
            small = last(results.of("delta", workload, phase, "jinbo"))
            if large and small:
                factor = max(median(large), median(small)) / min(median(large), median(small))
                rows.append((WORK[phase], workload, *size(small), *size(large), "%.2f" % factor,
                             judged("<= %s" % SAME_DELTA, factor <= SAME_DELTA)))
    return table(
        "Lists of changes do not depend on the size of the registry",
        ("work", "workload", "numbers", "changes", "s", "numbers", "changes", "s", "one to the other", "demanded"), rows)


def size(found):
    return thousands(found[0]["numbers"]), thousands(found[0]["items"]), seconds(median(found))


def growth(results):
    rows = []
    for workload in ("all", "mixed"):
        for phase in ("collect", "full"):
            ours, peers = (results.of("growth", workload, phase, side) for side in ("jinbo", "peer"))
            if len(ours) > 1:
                # a row costs no more in the largest than in the smallest work; constant costs make small work dearer
                first = per_item(next(iter(ours.values())))
                for count, found in ours.items():
                    rows.append((WORK[phase], workload, thousands(count), thousands(found[0]["items"]),
                                 seconds(median(peers[count])) if count in peers else "-", seconds(median(found)),
                                 "%.3f" % per_item(found), "%.2f" % (per_item(found) / first),
                                 judged("<= %s" % LINEAR, per_item(found) <= LINEAR * first), "%d" % max(f["peak_mb"] for f in found)))
    return table(
        "Growth",
        ("work", "workload", "rows", "rows or list entries", "peer, s", "Jinbo, s", "µs for each", "to the smallest", "demanded",
         "peak MB"), rows)


def length(results):
    rows = []
    for workload in ("all", "mixed"):
        ours = results.of("length", workload, "collect", "jinbo")
        for count, found in ours.items():
            peak = max(each["peak_mb"] for each in found)
            rows.append((workload, thousands(count), seconds(median(found)), "%d" % peak,
                         judged("<= %d" % MEMORY_MB[0], peak <= MEMORY_MB[0]), hoped("<= %d" % MEMORY_MB[1], peak <= MEMORY_MB[1])))
    return table("One upload, and one ten times longer", ("workload", "rows", "Jinbo, s", "peak MB", "at most", "aim"), rows)


def per_item(found):
    """Microseconds for a row taken in, or for an entry of a list."""
    return median(found) * 1e6 / found[0]["items"]


def limits(results):
    found = results.known["limits"]
    names = {"sha256": "SHA-256, JDK", "deflate6": "deflate level 6, JDK", "aes256cfb": "AES-256 CFB, JDK",
             "gpg_deflate_encrypt": "gpg --sign --encrypt, its own compression", "gpg_encrypt": "gpg --sign --encrypt, no compression"}
    rows = [(names[name], "%.0f MB/s" % found[name], seconds(found["list_mb"] / found[name])) for name in names if name in found]
    if rows:
        rows.append(("COPY in the order of the key into a table with that key", "%s rows/s" % thousands(found["copy_rows"]), "-"))
    title = "Each alone, one thread, over one full list in clear text (%s MB)" % found.get("list_mb")
    return table(title, ("what", "rate", "s for one list"), rows)


def last(by_rows):
    return list(by_rows.values())[-1] if by_rows else None


def thousands(number):
    return "{:,}".format(number)


def seconds(value):
    return "%.2f" % value


def passed(holds):
    return "pass" if holds else "FAIL"


def judged(demanded, holds):
    return "%s: %s" % (demanded, passed(holds))


def hoped(aim, holds):
    return "%s: %s" % (aim, "reached" if holds else "not reached")
