"""The server behind `make serve`: a page is asked of the present reading, and never of an older one."""

import mimetypes
import posixpath
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, unquote, urlsplit

from macros.markup import el
from macros.serving.maker import Maker
from macros.serving.readings import Readings

TOLD_OF_CHANGES = "/livereload/"
HELD = 30.0
"""Seconds for which a browser that waits to be told of a change is kept waiting, before it asks again."""
NO_PAGE = "404.html"
RELOAD = """<script>
  // livereload: asks for the number of the reading, is answered when there is another, and then loads the page anew.
  (() => {
    let asking;
    const ask = async () => {
      if (asking || document.visibilityState !== "visible") return;
      asking = new AbortController();
      try {
        const answer = await fetch("%s%s" + location.pathname, { signal: asking.signal });
        if ((await answer.text()) !== "%s") return location.reload();
      } catch {
        await new Promise((done) => setTimeout(done, 1000));
      }
      asking = undefined;
      ask();
    };
    addEventListener("load", ask);
    addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? ask() : asking?.abort()));
    addEventListener("pagehide", () => asking?.abort());
  })();
</script>"""
"""A hidden page does not ask: a browser keeps few connections to one server, and other pages need them."""


@dataclass(frozen=True)
class Answer:
    """What is sent: a status, what it holds and of which type, or where else to ask."""

    status: HTTPStatus
    content: bytes = b""
    type: str = "text/html; charset=utf-8"
    elsewhere: str | None = None


class Server(ThreadingHTTPServer):
    """Shows the readings of a checkout on this machine."""

    daemon_threads = True

    def __init__(self, readings: Readings, port: int) -> None:
        self.readings = readings
        super().__init__(("127.0.0.1", port), Handler)

    def close(self) -> None:
        """Leave the port to others."""
        self.server_close()

    def answer(self, path: str) -> Answer:
        """Return what a path leads to in the present reading; wait until that has it, or a newer one does."""
        readings = self.readings
        asked = unquote(urlsplit(path).path)
        if asked.startswith(TOLD_OF_CHANGES):
            known, _, page = asked.removeprefix(TOLD_OF_CHANGES).partition("/")
            return self._number(known, named(page))
        name = named(asked)
        with readings.news:
            while True:
                maker, number = readings.current, readings.number
                if (found := self._of(maker, name)) is not None:
                    break
                readings.news.wait()
        if found.type.startswith("text/html"):
            script = (RELOAD % (TOLD_OF_CHANGES, number, number)).encode()
            before, end, after = found.content.rpartition(b"</body>")
            content = before + script + end + after if end else found.content + script
            return Answer(found.status, content, found.type, found.elsewhere)
        return found

    def _number(self, known: str, page: str) -> Answer:
        """Return the number of the present reading as soon as it is another one and has the page that is shown."""
        readings = self.readings

        def is_new() -> bool:
            return readings.number != known and self._of(readings.current, page) is not None

        with readings.news:
            readings.news.wait_for(is_new, timeout=HELD)
            number = readings.number if is_new() else known
        return Answer(HTTPStatus.OK, number.encode(), "text/plain")

    def _of(self, maker: Maker, name: str) -> Answer | None:
        """Return what a reading has under a name, or None while that is not known yet."""
        if maker.failed is not None:
            return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, failure(maker.failed).encode())
        maker.ask(name)
        if maker.pages is None or maker.folder is None:
            return None
        if name in maker.pages:
            if name not in maker.made:
                return None
            name = f"{name}index.html"
        elif f"{name}/" in maker.pages:
            return Answer(HTTPStatus.FOUND, elsewhere=quote(f"/{name}/"))
        elif not maker.whole and name not in maker.there:
            return None
        path = maker.folder / name
        if not path.is_file() or not path.resolve().is_relative_to(maker.folder.resolve()):
            return Answer(HTTPStatus.NOT_FOUND, (maker.folder / NO_PAGE).read_bytes())
        return Answer(HTTPStatus.OK, path.read_bytes(), type_of(name))


class Handler(BaseHTTPRequestHandler):
    """Answers one request of a browser."""

    server: Server

    def do_GET(self) -> None:
        """Send what is asked for."""
        answer = self.server.answer(self.path)
        try:
            self.send_response(answer.status)
            if answer.elsewhere is not None:
                self.send_header("Location", answer.elsewhere)
            self.send_header("Content-Type", answer.type)
            self.send_header("Content-Length", str(len(answer.content)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(answer.content)
        except ConnectionError:
            # The reader has gone on to another page.
            self.close_connection = True

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Say nothing: what is asked for is no news."""


def named(path: str) -> str:
    """Return what a path names below the site, and nothing outside of it: a page ends with a slash, the first is ""."""
    name = posixpath.normpath(f"/{path}").lstrip("/")
    return f"{name}/" if name and path.endswith("/") else name


def type_of(name: str) -> str:
    """Return the type of a file by its name; of a script it is never taken from the machine's own list."""
    if name.endswith(".js"):
        return "text/javascript; charset=utf-8"
    guess = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{guess}; charset=utf-8" if guess.startswith("text/") else guess


def failure(says: str) -> str:
    """Return the page that says why there are no pages."""
    title = "The pages cannot be made"
    note = "Mend what is said here and save the file: this page then shows itself anew."
    body = el("body", el("h1", title), el("p", note), el("pre", says))
    return f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>{body}</html>'
