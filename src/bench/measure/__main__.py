"""src/bench/run [MODE] [OPTIONS]: see --help."""
import argparse
import os
import shutil
import signal
import sys

from . import compare, limits, machine, pages, show
from .peer import PeerRun
from .program import Program
from .results import Results
from .server import Server
from .work import Keys, Uploads

BUILT = os.path.join("target", "jinbo.jar")
MODES = {
    "compare": "uploads, full lists and lists of changes, peer and Jinbo after one another, for each workload (the default)",
    "delta": "lists of as many changes over a registry of a tenth of the uploads",
    "growth": "uploads and full lists with a tenth, a quarter, a half and all of the uploads",
    "length": "one upload of so many rows, and one ten times longer: what the memory does",
    "limits": "hashing, deflating, encrypting and COPY, each alone, over the same data",
    "everything": "these five",
    "report": "what was measured so far, once more; with --pages also into docs/developers/performance.md and its plot",
}
SHARES = (0.1, 0.25, 0.5, 1.0)
PHASES = ("collect", "full", "delta", "served")


def main():
    options = arguments()
    # so that the server and gpg's agent are ended whoever ends this
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Ended; what was measured is kept"))
    os.makedirs(options.work, exist_ok=True)
    results = Results(os.path.join(options.work, "results"))
    if options.mode == "report":
        return report(results, options)
    # a copy, so that a build in the meantime changes nothing
    jar = shutil.copy(BUILT, options.work)
    with Server(jar, options.work) as server:
        keys = Keys(options.work, options.insurers)
        try:
            results.describe(machine.describe(server, options))
            measure(options, server, jar, keys, results)
        finally:
            keys.end()
    return report(results, options)


def measure(options, server, jar, keys, results):
    """Runs what the mode wants."""
    program = Program(server, jar, options.work, keys, options.insurers)
    workloads = ["all", "mixed"] if options.workload == "both" else [options.workload]

    def uploads(workload, files=options.files, rows=options.rows):
        return Uploads(options.work, keys, workload, files, rows, program.fingerprint())

    def shared(share):
        return max(1, round(options.files * share))

    def wanted(mode):
        return options.mode in (mode, "everything")

    def runs(mode, work, phases):
        workload = work.workload
        phases = [phase for phase in phases if phase in options.phases]
        results.forget(mode, workload, work.files, work.rows, phases)
        for number in range(1, options.runs + 1):
            show("%s, %s, %d x %d rows: run %d of %d" % (mode, workload, work.files, work.rows, number, options.runs))
            compare.run(server, program, work, options, phases, results.taker(mode, work, options.insurers, number))

    for workload in workloads:
        if wanted("compare"):
            runs("compare", uploads(workload), ("collect", "full", "delta", "served"))
        if wanted("delta"):
            runs("delta", uploads(workload, shared(0.1)), ("collect", "full", "delta", "served"))
        if wanted("growth"):
            for files in sorted({shared(share) for share in SHARES}):
                runs("growth", uploads(workload, files), ("collect", "full"))
        if wanted("length"):
            for times in (1, 10):
                runs("length", uploads(workload, 1, options.rows * times), ("collect",))
    if wanted("limits"):
        with PeerRun(server, uploads("all"), options.insurers) as peer:
            results.limits(limits.measure(server, peer, keys, options.work))


def report(results, options):
    print(pages.tables(results))
    show("Figures: " + results.path + ".json, .csv")
    if options.pages:
        pages.write(results, "docs/developers")
    return 0


def arguments():
    parser = argparse.ArgumentParser(
        prog="src/bench/run", formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Measures Jinbo against a pipeline of GnuPG, psql and COPY.",
        epilog="modes:\n" + "\n".join("  %-11s %s" % each for each in MODES.items()))
    parser.add_argument("mode", nargs="?", choices=MODES, default="compare", metavar="MODE")
    parser.add_argument("--workload", choices=("all", "mixed", "both"), default="both")
    parser.add_argument("--files", type=int, default=20, help="uploads, each of another insurer (20)")
    parser.add_argument("--rows", type=int, default=500000, help="rows of each (500000)")
    parser.add_argument("--insurers", type=int, default=24, help="insurers that get lists (24)")
    parser.add_argument("--phases", nargs="+", choices=PHASES, default=PHASES, metavar="PHASE",
                        help="of %s; uploads come first in any case (all)" % ", ".join(PHASES))
    parser.add_argument("--runs", type=int, default=3, help="runs of each side; medians are reported (3)")
    parser.add_argument("--work", default=os.path.join("target", "bench"), help="folder of all that is made and kept (target/bench)")
    parser.add_argument("--pages", action="store_true", help="put the tables and the plot into docs/developers/performance.md")
    options = parser.parse_args()
    options.work = os.path.abspath(options.work)
    if any(letter.isspace() for letter in options.work):
        parser.error("the work folder's path may hold no space, for the peer's commands could not bear it")
    if options.files > options.insurers:
        parser.error("each upload is of another insurer: no more files than insurers")
    return options


sys.exit(main())
