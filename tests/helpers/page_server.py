"""A real server on loopback that answers as it is told: soundly, slowly, too much, or by leading elsewhere."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

PAGE = "<html><head><title>T</title></head><body><nav>Home</nav><main><h1>Tarn</h1><p>Take 5&nbsp;mg.</p></main></body>"
OTHER = PAGE.replace("5&nbsp;mg", "6&nbsp;mg")
WORDS = "tarn take 5 mg"
NO_PROXY = {"no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"}
"""The server is reached without any proxy."""

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers as the server was told, and keeps what it was asked."""

    server: "Server"
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        self.close_connection = True
        self.server.answers.get(self.path, missing)(self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.answers: dict[str, Answer] = {}

    def address(self, path: str = "/page") -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Who fetches may go before the end."""


def page(text: str | bytes, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> Answer:
    def answer(handler: Handler) -> None:
        raw = text.encode() if isinstance(text, str) else text
        handler.send_response(status)
        told = {"Content-Type": kind, "Content-Length": str(len(raw))}
        for name, value in {**told, **{key.replace("_", "-"): each for key, each in headers.items()}}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(raw)

    return answer


def missing(handler: Handler) -> None:
    page("No", 404)(handler)


def redirect(to: str) -> Answer:
    return page("", 302, Location=to)


def silent(handler: Handler) -> None:
    time.sleep(3)


def dripping_head(handler: Handler) -> None:
    for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 100:
        handler.wfile.write(bytes([byte]))
        time.sleep(0.1)


def dripping(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"word ")
        time.sleep(0.1)


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while True:
        handler.wfile.write(b"word " * 1000)


@contextmanager
def serving() -> Iterator[Server]:
    """Serve the page at /page until the test is over."""
    with Server() as made:
        made.answers["/page"] = page(PAGE)
        Thread(target=made.serve_forever, args=[0.05], daemon=True).start()
        yield made
        made.shutdown()
