"""One run of the pipeline that an expert would write, from empty tables to lists of changes."""
import os
import shutil
import signal
import subprocess

from . import show
from .work import DAY, EFFECTIVE_ON, NEXT_DAY, PEER

DATABASE = "peer_run"


class PeerRun:
    """The peer over a workload, in a fresh database."""

    def __init__(self, server, uploads, insurers):
        self.server, self.uploads, self.insurers = server, uploads, insurers

    def __enter__(self):
        self.server.fresh(DATABASE)
        self._call("schema")
        return self

    def __exit__(self, *failure):
        self.server.drop(DATABASE)
        shutil.rmtree(self._lists(), ignore_errors=True)

    def collect(self):
        """Seconds for all uploads."""
        return self._timed("ingest", TODAY=DAY, EFFECTIVE_ON=EFFECTIVE_ON)

    def full(self):
        """Seconds for a full list for each insurer."""
        return self._timed("publish", self.insurers, TODAY=DAY)

    def delta(self, modulus):
        """Seconds for a list of changes for each insurer, after one number in so many has changed.

        All rows have changed the day before, because they were taken in on that day; so the other rows need not be touched, which
        would leave a dead row for each of them in the peer's way.
        """
        self.server.sql(
            "update peer.registry set changed_on = date '%s' where mobile %% %d = 7" % (NEXT_DAY, modulus), DATABASE)
        return self._timed("changes", self.insurers, TODAY=NEXT_DAY)

    def numbers(self):
        """Numbers in its registry."""
        return int(self.server.sql("select count(distinct mobile) from peer.registry", DATABASE))

    def refused(self):
        return int(self.server.sql("select count(*) from peer.rejected", DATABASE))

    def entries(self):
        """How many numbers each insurer's full list has."""
        for_all = int(self.server.sql("select count(*) from peer.registry where scope = 0", DATABASE))
        alone = self.server.sql(
            "select scope, count(*) from peer.registry r where scope <> 0"
            " and not exists (select from peer.registry a where a.mobile = r.mobile and a.scope = 0) group by scope", DATABASE)
        more = {int(scope): int(count) for scope, count in (line.split("|") for line in alone.split())}
        return [for_all + more.get(insurer, 0) for insurer in range(1, self.insurers + 1)]

    def of_modulus(self, modulus, rest=7):
        """The blocks of one number in so many, as (mobile, scope)."""
        rows = self.server.sql("select mobile, scope from peer.registry where mobile %% %d = %d order by 1, 2" % (modulus, rest), DATABASE)
        return [line.split("|") for line in rows.split()]

    def list_bytes(self, kind):
        """Bytes of all its sealed lists of a kind."""
        folder = self._lists()
        return sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder) if "-%s." % kind in name)

    def _lists(self):
        return os.path.join(self.uploads.folder, "lists")

    def _timed(self, verb, *arguments, **days):
        show("peer: " + verb)
        self.server.checkpoint()
        return float(self._call(verb, *map(str, arguments), **days).split()[-1])

    def _call(self, verb, *arguments, **days):
        # a session of its own, so that an interrupted pipeline is ended with all its programs
        process = subprocess.Popen(
            [PEER, verb, self.uploads.folder, *arguments], env={**self.server.environment(DATABASE), **days}, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        try:
            out, err = process.communicate()
        except BaseException:
            os.killpg(process.pid, signal.SIGTERM)
            raise
        if process.returncode:
            raise SystemExit("The peer's %s ended with %d; see %s/gpg.log\n%s" % (
                verb, process.returncode, self.uploads.folder, err))
        return out
