"""Jinbo itself: the runnable jar, a home with insurers as an operator adds them, jobs as an operator runs them."""
import json
import os
import shutil
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

from . import show
from .work import CLOCK, NEXT_CLOCK, code

PREPARED, RUNNING = "jinbo_prepared", "jinbo_run"

# 6 % of the rows are bad, which is not held (20 %); that a first upload has more than 100,000 rows would be.
SETTINGS = "jinbo:\n  collect-uploads:\n    hold:\n      rows: 100000000\n      factor: 1000000\n"


class Program:
    """The jar and a home that is ready for the first upload; the home and its database are copied for each run."""

    def __init__(self, server, jar, work, keys, insurers):
        self.server, self.jar, self.keys, self.insurers = server, jar, keys, insurers
        self.prepared = os.path.join(work, "home-prepared-%d" % insurers)
        self.database = "%s_%d" % (PREPARED, insurers)
        self.certificate = os.path.join(self.prepared, "association.asc")
        if not (os.path.exists(os.path.join(self.prepared, "made")) and self.server.exists(self.database)):
            self._prepare()

    def fingerprint(self):
        """Of the association's certificate."""
        with open(os.path.join(self.prepared, "made")) as made:
            return made.read()

    def login(self, home, database, clock):
        """The variables of a process over a home and a database."""
        return {
            "JINBO_HOME": home,
            "JINBO_CLOCK": clock,
            # a clock that is set is for tests over a database of one's own, and this is one
            "SPRING_PROFILES_ACTIVE": "test",
            "SPRING_DATASOURCE_URL": "jdbc:postgresql://127.0.0.1:%d/%s" % (self.server.port, database),
            "SPRING_DATASOURCE_USERNAME": "jinbo_runtime",
        }

    def call(self, home, database, clock, *arguments, migrate=False, timed=False):
        """Runs a command to its end; gives its answer, the seconds of the whole process, and the JVM's peak of resident MB."""
        command = ["java", "-Xmx768m", "-jar", self.jar, "--output", "json", *arguments]
        login = self.login(home, database, clock)
        if not timed:
            # a short command is over before the compiler for code that runs long is done
            login["JAVA_TOOL_OPTIONS"] = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
        if migrate:
            login["SPRING_FLYWAY_USER"] = "jinbo_owner"
        begin = time.monotonic()
        with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
            process = subprocess.Popen(command, env={**os.environ, **login}, stdout=out, stderr=err)
            try:
                _, status, usage = os.wait4(process.pid, 0)
            except BaseException:
                process.terminate()
                process.wait()
                raise
            process.returncode = os.waitstatus_to_exitcode(status)
            seconds = time.monotonic() - begin
            out.seek(0), err.seek(0)
            if process.returncode:
                raise SystemExit("jinbo %s ended with %d: %s%s" % (
                    " ".join(arguments), process.returncode, out.read()[:4000], err.read()[:4000]))
            return json.load(out), seconds, usage.ru_maxrss / 1024

    def _prepare(self):
        show("A home with %d insurers, once" % self.insurers)
        shutil.rmtree(self.prepared, ignore_errors=True)
        os.makedirs(os.path.join(self.prepared, "jobs"), mode=0o700)
        os.chmod(self.prepared, 0o700)
        with open(os.path.join(self.prepared, "jobs", "collect-uploads.yaml"), "w") as settings:
            settings.write(SETTINGS)
        self.server.fresh(self.database, owner="jinbo_owner")
        self.server.sql("revoke all on database %s from public; grant connect on database %s to jinbo_runtime"
                        % (self.database, self.database))

        def run(*arguments, **more):
            return self.call(self.prepared, self.database, CLOCK, *arguments, **more)[0]

        exported = run("key", "export", self.certificate, migrate=True)

        def join(name):
            show("Insurer " + name)
            run("insurer", "add", name, "--name", name, "--line", "LIFE")
            run("insurer", "agree", name, "--self-discipline", "2026-01-01", "--confidentiality", "2026-01-01")
            run("key", "add", name, self.keys.certificate(name))

        # three commands for each, of some seconds each
        with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as side_by_side:
            list(side_by_side.map(join, [code(number) for number in range(1, self.insurers + 1)]))
        self.keys.take(self.certificate)
        with open(os.path.join(self.prepared, "made"), "w") as made:
            made.write(exported["fingerprint"])


class ProgramRun:
    """The program over a workload, in a fresh home and database."""

    def __init__(self, program, work):
        self.program, self.server = program, program.server
        self.home = os.path.join(work, "home")

    def __enter__(self):
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(self.program.prepared, self.home)
        self.server.fresh(RUNNING, owner="jinbo_owner", template=self.program.database)
        self.server.sql("revoke all on database %s from public; grant connect on database %s to jinbo_runtime" % (RUNNING, RUNNING))
        # the jar may be newer than what was prepared
        self.program.call(self.home, RUNNING, CLOCK, "status", migrate=True)
        return self

    def __exit__(self, *failure):
        self.server.drop(RUNNING)
        if failure[0] is None:
            shutil.rmtree(self.home)

    def collect(self, sealed, clock=CLOCK):
        """Takes in the uploads of a folder; gives the answer's files and the measured figures."""
        for name in sorted(os.listdir(sealed)):
            shutil.copy(os.path.join(sealed, name), os.path.join(self.home, "drops", name.split("-")[1], "upload"))
        answer, figures = self._job("collect-uploads", clock)
        odd = [file for file in answer["files"] if file["status"] not in ("ACCEPTED", "PARTLY_ACCEPTED")]
        if odd or len(answer["files"]) != len(os.listdir(sealed)):
            raise SystemExit("Not every upload was taken in: %s" % odd)
        return answer["files"], figures

    def full(self):
        return self._publish("full", CLOCK, "--full")

    def delta(self):
        return self._publish("delta", NEXT_CLOCK)

    def _publish(self, kind, clock, *arguments):
        answer, figures = self._job("publish-block-lists", clock, *arguments)
        lists = sorted(answer["lists"], key=lambda each: each["insurer"])
        if len(lists) != self.program.insurers or {each["kind"] for each in lists} != {kind}:
            raise SystemExit("Not every insurer got a %s list: %s" % (kind, lists))
        folder = os.path.join(self.home, "drops")
        figures["list_bytes"] = sum(
            os.path.getsize(os.path.join(folder, each["insurer"], "download", each["file"])) for each in lists)
        return lists, figures

    def _job(self, name, clock, *arguments):
        show("jinbo: " + name)
        before = self.server.sql("select coalesce(max(job_execution_id), 0) from batch_job_execution", RUNNING).strip()
        self.server.checkpoint()
        answer, whole, peak = self.program.call(self.home, RUNNING, clock, "run", name, *arguments, timed=True)
        seconds, executions = self.server.sql(
            "select extract(epoch from max(end_time) - min(start_time)), count(*) filter (where step_name ~ '^(archive|deliver:)')"
            " from batch_step_execution where step_name ~ '^(ingest|receipt|deliver|archive|seal)' and job_execution_id > " + before,
            RUNNING).strip().split("|")
        return answer, {"seconds": float(seconds), "whole_seconds": whole, "peak_mb": peak, "executions": int(executions)}
