"""What both sides work on: uploads in clear text, keys, and the uploads sealed by their insurers; made once and kept."""
import csv
import os
import shutil
import subprocess

from . import show

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PEER = os.path.join(HERE, "peer-pipeline.sh")

# The days that the benchmark plays on, whatever the machine's clock says: uploads, keys and the calendar of working days fit them.
DAY, EFFECTIVE_ON = "2026-11-23", "2026-12-03"
NEXT_DAY, NEXT_EFFECTIVE_ON = "2026-11-24", "2026-12-04"
THIRD_DAY = "2026-11-25"
EVE = {NEXT_DAY: DAY, THIRD_DAY: NEXT_DAY}
CLOCK, NEXT_CLOCK, THIRD_CLOCK = (day + "T10:00:00+08:00" for day in (DAY, NEXT_DAY, THIRD_DAY))
# gpg would else sign and make keys at the machine's time; the same instant as the program's clock
GPG_CONF = "faked-system-time 20261123T020000!\nno-tty\n"
ALONE = {"all": 0.0, "mixed": 0.2}


def code(number):
    return "INS%03d" % number


class Keys:
    """The ring with the keys of the association as the peer has it, of all insurers, and the certificate of Jinbo's association."""

    def __init__(self, work, insurers):
        self.folder = os.path.join(work, "keys-%d" % insurers)
        self.ring = os.path.join(self.folder, "gnupg")
        self.insurers = insurers
        if not os.path.exists(os.path.join(self.folder, "made")):
            show("Keys of the association and %d insurers" % insurers)
            shutil.rmtree(self.folder, ignore_errors=True)
            os.makedirs(self.ring, mode=0o700)
            self._configure()
            subprocess.run([PEER, "keys", self.folder, str(insurers)], check=True)
            for number in range(1, insurers + 1):
                self.gpg("--armor", "--output", self.certificate(code(number)), "--export", code(number) + "@example.org")
            open(os.path.join(self.folder, "made"), "w").close()

    def certificate(self, name):
        return os.path.join(self.folder, name + ".asc")

    def gpg(self, *arguments, **more):
        return subprocess.run(
            ["gpg", "--batch", "--quiet", "--yes", "--homedir", self.ring, "--trust-model", "always", *arguments],
            check=True, stderr=subprocess.DEVNULL, **more)

    def take(self, certificate):
        """Jinbo's own certificate: uploads are sealed to it, too."""
        self.gpg("--import", certificate)

    def sealing_to(self, fingerprint):
        """While uploads are sealed each goes to both associations, so that both sides open the same bytes."""
        self._configure("encrypt-to %s\n" % fingerprint)

    def sealing_to_nobody_else(self):
        self._configure()

    def end(self):
        """Ends the agent that gpg has started."""
        subprocess.run(["gpgconf", "--homedir", self.ring, "--kill", "gpg-agent"], check=False)

    def _configure(self, more=""):
        with open(os.path.join(self.ring, "gpg.conf"), "w") as conf:
            conf.write(GPG_CONF + more)


class Uploads:
    """The uploads of a workload: so many files of so many rows."""

    def __init__(self, work, keys, workload, files, rows, association):
        self.workload, self.files, self.rows = workload, files, rows
        self.keys, self.association = keys, association
        self.folder = os.path.join(work, "uploads-%s-%dx%d-%d" % (workload, files, rows, keys.insurers))
        self.sealed = os.path.join(self.folder, "sealed")
        if self._sealed_to() != association:
            self._make()

    def _sealed_to(self):
        """The fingerprint of Jinbo's association that the kept ones were sealed to: a home that is made anew has another one."""
        made = os.path.join(self.folder, "made")
        if not os.path.exists(made):
            return ""
        with open(made) as file:
            return file.read()

    def _make(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        clear = os.path.join(self.folder, "clear")
        show("%d uploads of %d rows, workload %s: clear text" % (self.files, self.rows, self.workload))
        arguments = [clear, str(self.files), str(self.rows)] + ([str(ALONE[self.workload])] if ALONE[self.workload] else [])
        subprocess.run([os.path.join(HERE, "generate-uploads.py"), *arguments], check=True)
        self.seal(self.folder)
        # the generator gives the same bytes again; they take half a gigabyte
        shutil.rmtree(clear)
        with open(os.path.join(self.folder, "made"), "w") as made:
            made.write(self.association)

    def seal(self, folder):
        """Signs and encrypts what lies in FOLDER/clear."""
        ring = os.path.join(folder, "gnupg")
        if not os.path.islink(ring):
            os.symlink(self.keys.ring, ring)
        self.keys.sealing_to(self.association)
        try:
            show("Sealing " + os.path.relpath(folder))
            subprocess.run([PEER, "seal", folder], check=True)
        finally:
            self.keys.sealing_to_nobody_else()

    def changes(self, changed, modulus, day=NEXT_DAY, number=1):
        """Uploads of a later day for a share of the blocks, so that each of them ends later than it would; the insurers' uploads of
        this number on that day.

        changed: rows (mobile, scope) with scope 0 for all insurers, else the number of the one. Gives the folder of the sealed files.
        """
        folder = os.path.join(self.folder, "changes-%d-%s-%03d" % (modulus, day, number))
        if not os.path.exists(os.path.join(folder, "made")):
            shutil.rmtree(folder, ignore_errors=True)
            os.makedirs(os.path.join(folder, "clear"))
            rows = {}
            for mobile, scope in changed:
                rows.setdefault(max(int(scope), 1), []).append((mobile, "SELF" if int(scope) else "ALL"))
            for insurer, lines in rows.items():
                name = "complaints-%s-%s-%03d.csv" % (code(insurer), day.replace("-", ""), number)
                with open(os.path.join(folder, "clear", name), "w", newline="") as out:
                    table = csv.writer(out)
                    table.writerow("mobile,complaint,complained_on,consent,scope,term,reference".split(","))
                    for line, (mobile, scope) in enumerate(lines):
                        table.writerow([mobile, "TELEMARKETING", EVE[day], "Y", scope, "2Y", "CHANGE-%d" % line])
            self.seal(folder)
            open(os.path.join(folder, "made"), "w").close()
        return os.path.join(folder, "sealed")
