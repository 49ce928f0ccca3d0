"""One run of both sides over the same uploads, and the comparison of what came out."""

from . import show
from .peer import PeerRun
from .program import ProgramRun
from .served import Served
from .work import NEXT_CLOCK, THIRD_DAY

# One number in so many changes: 7,100 of the 7.11 million of the largest registry. A smaller one changes as many.
MODULUS, FULL_ROWS = 1000, 10_000_000
# Others as many that change before, where lists are made by a process that serves.
OTHERS = (8, 9, 10)


def run(server, program, uploads, options, phases, take):
    """Runs the peer, then Jinbo; take(side, phase, figures) gets each figure as soon as there is one."""
    rows = uploads.files * uploads.rows
    share = rows / (options.files * options.rows)
    with PeerRun(server, uploads, options.insurers) as peer:
        seconds = peer.collect()
        numbers, refused, entries = peer.numbers(), peer.refused(), peer.entries()
        take("peer", "collect", numbers, seconds=seconds, items=rows)
        if "full" in phases:
            seconds = peer.full()
            take("peer", "full", numbers, seconds=seconds, items=sum(entries), list_bytes=peer.list_bytes("full"))
        if "delta" in phases or "served" in phases:
            modulus = modulus_of(numbers, share, uploads, options)
            changed = peer.of_modulus(modulus)
            seconds = peer.delta(modulus)
            take("peer", "delta", numbers, seconds=seconds, items=len(changed), list_bytes=peer.list_bytes("delta"))
            changes = uploads.changes(changed, modulus)
            later = uploads.changes(changed, modulus, THIRD_DAY)
            before = [uploads.changes(peer.of_modulus(modulus, rest), modulus, THIRD_DAY, rest) for rest in OTHERS]

    with ProgramRun(program, options.work) as jinbo:
        files, figures = jinbo.collect(uploads.sealed)
        require("refused rows", refused, sum(file["refused"] for file in files))
        require("rows", rows, sum(file["rows"] for file in files))
        take("jinbo", "collect", numbers, items=rows, **figures)
        if "full" in phases:
            lists, figures = jinbo.full()
            require("numbers on each insurer's full list", entries, [each["entries"] for each in lists])
            take("jinbo", "full", numbers, items=sum(entries), **figures)
        if "full" not in phases and ("delta" in phases or "served" in phases):
            # the first list of each chain
            jinbo.full()
        if "delta" in phases:
            jinbo.collect(changes, clock=NEXT_CLOCK)
            lists, figures = jinbo.delta()
            require("numbers on each insurer's delta list", of_each(changed, options.insurers), [each["rows"] for each in lists])
            take("jinbo", "delta", numbers, items=len(changed), **figures)
        if "served" in phases:
            with Served(jinbo) as served:
                rows, figures = served.delta(before, later)
            require("numbers on each insurer's delta list", of_each(changed, options.insurers), rows)
            take("jinbo", "served", numbers, items=len(changed), **figures)


def modulus_of(numbers, share, uploads, options):
    """A registry of a share of the uploads changes as many numbers as the whole one does."""
    if share == 1.0:
        return MODULUS
    # numbers that many uploads have count once: an eighth of the numbers from a tenth of the uploads
    expected = 7_110_000 * options.files * options.rows / FULL_ROWS
    return max(1, round(MODULUS * numbers / expected))


def of_each(changed, insurers):
    """How many of the changed numbers concern each insurer."""
    return [len({mobile for mobile, scope in changed if int(scope) in (0, insurer)}) for insurer in range(1, insurers + 1)]


def require(what, peers, ours):
    """Times of results that differ would mean nothing."""
    if peers != ours:
        raise SystemExit("The %s differ: the peer has %s, Jinbo %s" % (what, peers, ours))
    show("same %s on both sides" % what)
