"""The PostgreSQL that both sides use: the one that comes inside the program, with settings for data that must not be lost."""
import io
import os
import platform
import shutil
import socket
import subprocess
import tarfile
import time
import zipfile

SETTINGS = {"fsync": "on", "synchronous_commit": "on", "shared_buffers": "1GB", "max_wal_size": "4GB"}

ROLES = """
create role jinbo_owner login;
create role jinbo_runtime login noinherit;
create role jinbo_numbers nologin;
grant jinbo_numbers to jinbo_runtime;
"""


class Server:
    """A cluster in a folder, on a free port of the loopback address, for as long as the benchmark runs."""

    def __init__(self, jar, folder):
        self.programs = os.path.join(folder, "postgres")
        self.data = os.path.join(folder, "cluster")
        self.log = os.path.join(folder, "postgres.log")
        self.port = free_port()
        self.process = None
        if not os.path.exists(os.path.join(self.programs, "bin", "postgres")):
            unpack(jar, self.programs)

    def __enter__(self):
        fresh = not os.path.exists(os.path.join(self.data, "PG_VERSION"))
        if fresh:
            shutil.rmtree(self.data, ignore_errors=True)
            os.makedirs(self.data, mode=0o700)
            # trust: nobody else can hold what the benchmark makes up for a secret, and it listens on loopback only
            self._run("initdb", "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "-D", self.data)
        options = {**SETTINGS, "port": self.port, "listen_addresses": "127.0.0.1", "unix_socket_directories": ""}
        arguments = [part for name, value in options.items() for part in ("-c", "%s=%s" % (name, value))]
        with open(self.log, "ab") as log:
            # a session of its own: an interrupt at the keyboard is for the benchmark, which then stops the server
            self.process = subprocess.Popen(
                self._command("postgres", "-D", self.data, *arguments), stdout=log, stderr=log, start_new_session=True)
        try:
            self._wait()
            if fresh:
                self.sql(ROLES)
            for name, value in SETTINGS.items():
                if self.sql("show " + name).strip() != value:
                    raise SystemExit("PostgreSQL runs with another %s than %s" % (name, value))
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *failure):
        self.stop()

    def stop(self):
        """Ends it as "fast" shutdown does."""
        self.process.send_signal(subprocess.signal.SIGINT)
        self.process.wait()

    def environment(self, database):
        """What psql has to know."""
        return {**os.environ, "PGHOST": "127.0.0.1", "PGPORT": str(self.port), "PGUSER": "postgres", "PGDATABASE": database,
                "PGCONNECT_TIMEOUT": "60"}

    def sql(self, commands, database="postgres"):
        """Runs commands as the superuser; gives what they answer, unaligned."""
        done = subprocess.run(
            ["psql", "-qXAt", "-v", "ON_ERROR_STOP=1"], input=commands, env=self.environment(database), text=True,
            capture_output=True)
        if done.returncode:
            raise SystemExit("psql: " + done.stderr)
        return done.stdout

    def fresh(self, database, owner="postgres", template="template0"):
        """Makes a database anew, from a template."""
        self.drop(database)
        self.sql("create database %s owner %s template %s" % (database, owner, template))

    def drop(self, database):
        self.sql("drop database if exists %s with (force)" % database)

    def exists(self, database):
        return self.sql("select 1 from pg_database where datname = '%s'" % database).strip() == "1"

    def checkpoint(self):
        """Before each timed phase: nobody pays for what another one has left to write."""
        self.sql("checkpoint")

    def version(self):
        return self.sql("show server_version").strip()

    def _wait(self):
        for _ in range(600):
            if self.process.poll() is not None:
                raise SystemExit("PostgreSQL did not start; see " + self.log)
            ready = subprocess.run(["psql", "-qXAt", "-c", "select 1"], env=self.environment("postgres"), capture_output=True)
            if ready.returncode == 0:
                return
            time.sleep(0.1)
        raise SystemExit("PostgreSQL did not answer within a minute; see " + self.log)

    def _command(self, program, *arguments):
        # PostgreSQL refuses to be run by root
        before = ["unshare", "-U"] if os.geteuid() == 0 else []
        return before + [os.path.join(self.programs, "bin", program), *arguments]

    def _run(self, program, *arguments):
        done = subprocess.run(self._command(program, *arguments), capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(program + ": " + done.stdout + done.stderr)


def unpack(jar, folder):
    """Takes the server out of the program's jar."""
    machine = {"x86_64": "amd64", "aarch64": "arm64v8"}.get(platform.machine(), platform.machine())
    with zipfile.ZipFile(jar) as program:
        inner = [name for name in program.namelist() if "embedded-postgres-binaries-linux-" + machine + "-" in name]
        if not inner:
            raise SystemExit("%s holds no PostgreSQL for this machine (%s)" % (jar, machine))
        with zipfile.ZipFile(io.BytesIO(program.read(inner[0]))) as binaries:
            archive = [name for name in binaries.namelist() if name.endswith(".txz")][0]
            os.makedirs(folder)
            with tarfile.open(fileobj=io.BytesIO(binaries.read(archive)), mode="r:xz") as files:
                files.extractall(folder)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
