"""On what the figures were measured."""
import os
import platform
import subprocess

from .server import SETTINGS


def describe(server, options):
    return {
        "machine": {
            "processor": processor(),
            "cores": len(os.sched_getaffinity(0)),
            "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
            "kernel": platform.release(),
            "java": line("java", "-version"),
            "postgresql": server.version(),
            "gpg": line("gpg", "--version"),
            "psql": line("psql", "--version"),
            "commit": line("git", "rev-parse", "--short", "HEAD"),
        },
        "settings": {
            "postgresql": SETTINGS,
            "java": "-Xmx768m",
            "insurers": options.insurers,
        },
    }


def processor():
    with open("/proc/cpuinfo") as file:
        models = [text.split(":", 1)[1].strip() for text in file if text.startswith(("model name", "Model"))]
    return models[0] if models else platform.machine()


def line(*command):
    """The first line that a program tells of itself, wherever it writes it."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout.splitlines()[0] if done.stdout else "unknown"
