"""The benchmark of Jinbo against a pipeline of GnuPG, psql and COPY."""
import sys
import time

BEGIN = time.monotonic()


def show(what):
    """Tells on the screen what is being done; results go to standard output, this does not."""
    print("[%6.0f s] %s" % (time.monotonic() - BEGIN, what), file=sys.stderr, flush=True)
