"""Where the limit lies: what any pipeline over this data has to do, each alone, on this machine."""
import os
import statistics
import subprocess
import time

from . import show
from .peer import DATABASE
from .work import code

LIMITS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Limits.java")
LIST = ("copy (select mobile, effective_on, max(expires_on) from peer.registry where scope = 0 group by 1, 2 order by 1)"
        " to stdout with (format csv)")
REGISTRY = "copy (select * from peer.registry order by mobile, scope) to stdout"


def measure(server, peer, keys, work):
    """Rates by name: MB/s of the clear text of a full list, or rows/s."""
    peer.collect()
    listed, registry = os.path.join(work, "limits.csv"), os.path.join(work, "limits.registry")
    try:
        export(server, LIST, listed)
        export(server, REGISTRY, registry)
        found = in_java(listed)
        found["gpg_deflate_encrypt"] = gpg(keys, listed)
        found["gpg_encrypt"] = gpg(keys, listed, "-z", "0")
        found["copy_rows"] = copy(server, registry)
        return {"list_mb": round(os.path.getsize(listed) / 1e6, 1), **found}
    finally:
        for file in (listed, registry):
            if os.path.exists(file):
                os.remove(file)


def export(server, query, file):
    with open(file, "wb") as out:
        subprocess.run(["psql", "-qXAt", "-c", query], env=server.environment(DATABASE), stdout=out, check=True)


def in_java(file):
    show("limits: hashing, deflating, encrypting in one thread of the JDK")
    done = subprocess.run(["java", "-Xmx1g", LIMITS, file], stdout=subprocess.PIPE, text=True, check=True)
    return {name: float(rate) for name, rate in (line.split() for line in done.stdout.splitlines())}


def gpg(keys, file, *more):
    """MB/s of signing and encrypting."""
    show("limits: gpg " + " ".join(("-s", "-e") + more))
    return round(os.path.getsize(file) / 1e6 / seconds_of(lambda: keys.gpg(
        "-u", "association@example.org", "-r", code(1) + "@example.org", "-s", "-e", *more, "-o", os.devnull, file)), 1)


def copy(server, file):
    """Rows/s of COPY, in the order of the key, into a table with a primary key: the registry as the peer keeps it."""
    show("limits: COPY")
    with open(file, "rb") as rows:
        count = sum(chunk.count(b"\n") for chunk in iter(lambda: rows.read(1 << 20), b""))

    def once():
        server.sql("drop table if exists peer.copied; create table peer.copied (like peer.registry including all)", DATABASE)
        server.checkpoint()
        begin = time.monotonic()
        with open(file, "rb") as rows:
            subprocess.run(["psql", "-qX", "-v", "ON_ERROR_STOP=1", "-c", "copy peer.copied from stdin"],
                           env=server.environment(DATABASE), stdin=rows, check=True)
        return time.monotonic() - begin
    return round(count / statistics.median(once() for _ in range(3)))


def seconds_of(work, times=3):
    """Seconds, the median of some times."""
    taken = []
    for _ in range(times):
        begin = time.monotonic()
        work()
        taken.append(time.monotonic() - begin)
    return statistics.median(taken)
