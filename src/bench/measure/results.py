"""The figures, kept as JSON and as CSV after each measurement: an interruption loses none."""
import csv
import json
import os
import statistics

COLUMNS = ("mode", "workload", "side", "phase", "files", "rows", "insurers", "numbers", "run", "items", "seconds", "whole_seconds",
           "peak_mb", "list_bytes", "executions", "commit")


class Results:
    """All measurements of a work folder; each is a row of COLUMNS, of which some do not apply to the peer."""

    def __init__(self, path):
        self.path = path
        self.known = {"machine": {}, "settings": {}, "limits": {}, "measurements": []}
        if os.path.exists(path + ".json"):
            with open(path + ".json") as file:
                self.known.update(json.load(file))

    def describe(self, described):
        """The machine and the settings."""
        self.known.update(described)
        self._keep()

    def forget(self, mode, workload, files, rows, phases):
        """A new series takes the place of the one before it."""
        self.known["measurements"] = [
            each for each in self.known["measurements"]
            if each["phase"] not in phases
            or (each["mode"], each["workload"], each["files"], each["rows"]) != (mode, workload, files, rows)]

    def taker(self, mode, uploads, insurers, run):
        """What takes the figures of a run."""
        def take(side, phase, numbers, **figures):
            self.known["measurements"].append({
                "mode": mode, "workload": uploads.workload, "side": side, "phase": phase, "files": uploads.files,
                "rows": uploads.rows, "insurers": insurers, "numbers": numbers, "run": run,
                "commit": self.known["machine"]["commit"], **figures})
            self._keep()
        return take

    def limits(self, measured):
        self.known["limits"] = measured
        self._keep()

    def of(self, mode, workload, phase, side):
        """The measurements of one kind, by the number of rows of all uploads: {rows: [measurement]}."""
        found = {}
        for each in self.known["measurements"]:
            if (each["mode"], each["workload"], each["phase"], each["side"]) == (mode, workload, phase, side):
                found.setdefault(each["files"] * each["rows"], []).append(each)
        return dict(sorted(found.items()))

    def _keep(self):
        with open(self.path + ".json.part", "w") as file:
            json.dump(self.known, file, indent=1)
        os.replace(self.path + ".json.part", self.path + ".json")
        with open(self.path + ".csv", "w", newline="") as file:
            table = csv.DictWriter(file, COLUMNS)
            table.writeheader()
            table.writerows(self.known["measurements"])


def median(measurements, figure="seconds"):
    return statistics.median(each[figure] for each in measurements)
