"""A host of the site that a test can disturb: it can go away, be slow, refuse, and publish another build."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

BELOW = "/guidelines/"
"""Where on its origin the site is published."""


@dataclass
class Host:
    """A folder that is published below a path, and how the host behaves by the end of the path that is asked for."""

    folder: Path
    address: str = ""
    gone: bool = False
    slow: dict[str, float] = field(default_factory=dict)
    refused: dict[str, HTTPStatus] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    """The first line of every request, with its query."""
    sent: list[str] = field(default_factory=list)
    """The headers of every request."""

    def way(self, path: str, ways: dict[str, Any]) -> Any:
        """Return what holds for a path: the value of the first ending that it has."""
        return next((value for ending, value in ways.items() if path.endswith(ending)), None)


@contextmanager
def hosting(folder: Path) -> Iterator[Host]:
    """Publish a folder below a path of an origin on this machine."""
    host = Host(folder)

    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            if host.gone:
                self.close_connection = True
                return
            host.asked.append(self.path)
            host.sent.append(str(self.headers))
            path = self.path.partition("?")[0]
            time.sleep(host.way(path, host.slow) or 0)
            status = host.way(path, host.refused)
            if status is not None or not path.startswith(BELOW):
                self.send_error(status or HTTPStatus.NOT_FOUND)
                return
            self.path = self.path[len(BELOW) - 1 :]
            # What is published may change at any time, and the library would serve the folder it began with.
            self.directory = str(host.folder)
            # A browser that has what it wants, or is closed, hangs up.
            with suppress(BrokenPipeError, ConnectionResetError):
                super().do_GET()

        def log_message(self, *_: object) -> None:
            """Say nothing: a test that fails says what it asked for."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host.address = f"http://127.0.0.1:{server.server_port}{BELOW.removesuffix('/')}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
