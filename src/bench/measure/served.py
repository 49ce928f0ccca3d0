"""Jinbo as an association runs it: a process that serves for months, and publishes lists of changes on schedule."""
import os
import shutil
import signal
import subprocess
import time
from datetime import datetime, timezone

from . import show
from .program import RUNNING
from .work import THIRD_CLOCK

# A minute is some days, as it were: lists are published a few times, and then what came is taken in before the next time.
SCHEDULE = """
jinbo:
  schedule:
    look-every: 100ms
    jobs:
      collect-uploads: {when: "cron 7,37 * * * * *"}
      publish-block-lists: {when: "cron 2,27,32,57 * * * * *"}
      erase-ended: {when: "never"}
      watch: {when: "never"}
"""
# Lists without a change, before the others: a process that has just begun still compiles what it runs.
DAYS_BEFORE = 6
PATIENCE_SECONDS = 180


class Served:
    """A process of `serve` over the home and database of a run."""

    def __init__(self, run):
        self.run, self.program, self.server = run, run.program, run.server
        self.process = None

    def __enter__(self):
        with open(os.path.join(self.run.home, "settings", "schedule.yaml"), "w") as settings:
            settings.write(SCHEDULE)
        variables = {
            **self.program.login(self.run.home, RUNNING, THIRD_CLOCK),
            # the clock that is set goes on
            "JINBO_CLOCK_SINCE": datetime.now(timezone.utc).isoformat(timespec="milliseconds"),
        }
        self.log = open(os.path.join(self.run.home, "serve.txt"), "w")
        self.process = subprocess.Popen(
            ["java", "-Xmx768m", "-jar", self.program.jar, "serve"], env={**os.environ, **variables}, stdout=self.log, stderr=self.log)
        return self

    def __exit__(self, *failure):
        if self.process.returncode is None:
            self._end()
        self.log.close()

    def delta(self, before, sealed):
        """Takes in changes, others before them, and gives how many rows each insurer's list of them has, and the measured figures."""
        show("jinbo: serve, %d times without a change, %d times with other changes" % (DAYS_BEFORE, len(before)))
        self._await("select count(*) >= %d from scheduled_run where job = 'publish-block-lists' and outcome = 'DONE'" % DAYS_BEFORE)
        for others in before:
            self._publish(others)
        show("jinbo: serve, with the changes")
        self.server.checkpoint()
        changed = self._publish(sealed)
        rows = self._sql("select insurer || ' ' || rows from block_list where revision = %s and rows > 0 order by insurer" % changed)
        whole, seconds, executions = self._sql("""
            select extract(epoch from r.ended_at - r.began_at), extract(epoch from e.end_time - e.start_time),
                   (select count(*) from batch_step_execution s
                    where s.job_execution_id = e.job_execution_id and s.step_name like 'deliver:%%' and s.status = 'COMPLETED')
            from scheduled_run r join batch_job_execution_params p on p.parameter_value = 'scheduled-' || r.id
                 join batch_job_execution e on e.job_execution_id = p.job_execution_id
            where job = 'publish-block-lists' and began_at <= (select max(as_of) from block_list where revision = %s and rows > 0)
            order by began_at desc limit 1
            """ % changed).split("|")
        peak = self._end()
        if int(executions) != self.program.insurers:
            raise SystemExit("Lists of changes came in %s executions instead of %d" % (executions, self.program.insurers))
        return [int(line.split()[1]) for line in rows.splitlines()], {
            "seconds": float(seconds), "whole_seconds": float(whole), "peak_mb": peak, "executions": int(executions)}

    def _publish(self, sealed):
        """Has uploads taken in, and awaits the lists that tell of them; gives what picks the revision that those lists are of."""
        names = sorted(os.listdir(sealed))
        for name in names:
            # whole at once under its name, as the contract wants it
            upload = os.path.join(self.run.home, "drops", name.split("-")[1], "upload")
            shutil.copy(os.path.join(sealed, name), os.path.join(upload, name + ".part"))
        for name in names:
            upload = os.path.join(self.run.home, "drops", name.split("-")[1], "upload")
            os.rename(os.path.join(upload, name + ".part"), os.path.join(upload, name))
        stems = ", ".join("'%s'" % name.split(".")[0] for name in names)
        self._await("select count(*) = %d from inbound_file where stem in (%s) and status in ('ACCEPTED', 'PARTLY_ACCEPTED')"
                    % (len(names), stems))
        # the first run of publishing that began after the last file was taken in has all changes on its lists
        changed = "(select max(revision) from registration_batch)"
        self._await("select count(*) = %d from block_list where revision = %s and rows > 0 and manifest_delivered_at is not null"
                    % (self.program.insurers, changed))
        self._await("select count(*) = 0 from scheduled_run where ended_at is null and job = 'publish-block-lists'")
        return changed

    def _end(self):
        self.process.send_signal(signal.SIGTERM)
        _, status, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        return usage.ru_maxrss / 1024

    def _sql(self, query):
        return self.server.sql(query, RUNNING).strip()

    def _await(self, question):
        for _ in range(PATIENCE_SECONDS * 5):
            if self.process.poll() is not None:
                raise SystemExit("serve has ended; see " + self.log.name)
            if self._sql(question) == "t":
                return
            time.sleep(0.2)
        raise SystemExit("Not so within %d s: %s" % (PATIENCE_SECONDS, question))
