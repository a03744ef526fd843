"""`python -m macros.serve`: show the site on this machine, with every saved file at once."""

import argparse
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from threading import Thread
from types import FrameType

from macros import SERVING
from macros.build import ROOT, environment
from macros.serving.readings import Readings
from macros.serving.server import Server


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until interrupted. A mistake in a tree is shown in place of the page, and the server lives on."""
    parser = argparse.ArgumentParser(prog="python -m macros.serve", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to show (default: this one)")
    given = parser.parse_args(arguments)
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", given.port)) == 0:
            print(f"Port {given.port} is taken. Take another: make serve PORT={given.port + 1}", file=sys.stderr)
            return 1
    root: Path = given.root.resolve()
    values = {**environment(root), SERVING: "1", "MACROS_ON_ERROR_FAIL": "false"}
    del values["SOURCE_DATE_EPOCH"]
    address = f"http://127.0.0.1:{given.port}/"
    # A server that is ended takes away what it has made.
    signal.signal(signal.SIGTERM, end)
    try:
        with (
            tempfile.TemporaryDirectory(prefix="site-") as folder,
            closing(Readings(root, Path(folder), address, values)) as readings,
            closing(Server(readings, given.port)) as server,
        ):
            Thread(target=server.serve_forever, daemon=True).start()
            print(f"The site is at {address}, and a saved file appears at once. Ctrl+C ends it.", flush=True)
            readings.keep_up()
    except OSError as error:
        print(f"Port {given.port} cannot be used: {error.strerror}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


def end(number: int, frame: FrameType | None) -> None:
    """End as with Ctrl+C."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    # A pipe would otherwise hold back what the server says.
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    sys.exit(main())
