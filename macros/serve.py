"""`python -m macros.serve`: show the site on this machine, with every saved file at once."""

import argparse
import os
import socket
import subprocess
import sys
from collections.abc import Sequence

from macros import SERVING
from macros.build import ROOT, environment


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until interrupted. A mistake in a tree is shown in place of the page, and the server lives on."""
    parser = argparse.ArgumentParser(prog="python -m macros.serve", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--root", default=str(ROOT), help="the checkout to show (default: this one)")
    given = parser.parse_args(arguments)
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", given.port)) == 0:
            print(f"Port {given.port} is taken. Take another: make serve PORT={given.port + 1}", file=sys.stderr)
            return 1
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--no-strict"]
    command += ["--dev-addr", f"127.0.0.1:{given.port}"]
    values = {**environment(ROOT), SERVING: "1", "MACROS_ON_ERROR_FAIL": "false"}
    del values["SOURCE_DATE_EPOCH"]
    try:
        return subprocess.run(command, cwd=given.root, env=values, check=False).returncode
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    # A pipe would otherwise hold back what the server says.
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    sys.exit(main())
