"""Fetch a page politely and within bounds: no other host, no cookie, no password, not too long and not too much.

A proxy is used where the environment names one, as other programs do. Whatever goes wrong is said in words.
"""

import http.client
import ssl
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import IO, NoReturn

from trees.commands.page_words import unpacked, words_of

USER_AGENT = "executable-guideline-trees (source watch)"
DEFAULT_PORTS = {"http": 80, "https": 443}
PIECE = 65_536


@dataclass(frozen=True)
class Limits:
    """Seconds to wait for the next piece and for the whole, bytes of a page, and redirects in a row."""

    wait: float = 20
    whole: float = 60
    most: int = 10_000_000
    redirects: int = 5


@dataclass(frozen=True)
class Fetched:
    """The words of a page."""

    words: str


@dataclass(frozen=True)
class NotFetched:
    """Why a page could not be fetched, in words that follow a colon."""

    why: str


class _RefusedError(Exception):
    """What is not done, or not taken, with its reason."""


def fetched(address: str, limits: Limits | None = None) -> Fetched | NotFetched:
    """Return the words of the page at an address, or why there are none to be had."""
    bounds = limits or Limits()
    found: SimpleQueue[Fetched | NotFetched] = SimpleQueue()
    # In a thread of its own, since neither the look-up of a name nor a header that comes byte by byte can be timed.
    Thread(target=lambda: found.put(_fetched(address, bounds)), daemon=True).start()
    try:
        return found.get(timeout=bounds.whole)
    except Empty:
        return NotFetched(f"it took more than {bounds.whole:g} seconds")


def _fetched(address: str, limits: Limits) -> Fetched | NotFetched:
    try:
        _refuse_address(address)
        return _read(address, limits)
    except _RefusedError as refused:
        return NotFetched(str(refused))
    except TimeoutError:
        return NotFetched(f"nothing came for {limits.wait:g} seconds")
    except urllib.error.HTTPError as error:
        return NotFetched(f"the server answers {_status(error.code)}")
    except (urllib.error.URLError, OSError, http.client.HTTPException, ValueError, RecursionError) as error:
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        if isinstance(reason, TimeoutError):
            return NotFetched(f"nothing came for {limits.wait:g} seconds")
        if isinstance(reason, http.client.IncompleteRead):
            return NotFetched("the page broke off before its end")
        said = reason.strerror if isinstance(reason, OSError) and reason.strerror else type(reason).__name__
        return NotFetched(f"no answer that can be read ({said})")


def _read(address: str, limits: Limits) -> Fetched:
    asked = urllib.request.Request(
        address, headers={"User-Agent": USER_AGENT, "Accept": "text/html, text/*;q=0.9", "Accept-Encoding": "identity"}
    )
    ends = monotonic() + limits.whole
    with _opener(limits).open(asked, timeout=limits.wait) as answer:
        if answer.status != HTTPStatus.OK:
            raise _RefusedError(f"the server answers {_status(answer.status)}")
        raw = bytearray()
        while piece := answer.read1(PIECE):
            raw += piece
            if len(raw) > limits.most:
                raise _RefusedError(f"the page has more than {limits.most:,} bytes")
            if monotonic() > ends:
                raise _RefusedError(f"it took more than {limits.whole:g} seconds")
        headers = answer.headers
    told = headers.get("Content-Length", "")
    if told.isascii() and told.isdigit() and len(raw) < int(told):
        raise _RefusedError("the page broke off before its end")
    text = _text(_unpacked(bytes(raw), headers, limits), headers)
    words = words_of(text, headers.get_content_type())
    if not words:
        raise _RefusedError("the page has no words")
    return Fetched(words)


def _unpacked(raw: bytes, headers: Message, limits: Limits) -> bytes:
    packed = headers.get("Content-Encoding", "identity").strip().lower()
    if packed in ("", "identity"):
        return raw
    if packed not in ("gzip", "x-gzip"):
        raise _RefusedError("the page is packed in a way that nobody asked for")
    try:
        found = unpacked(raw, limits.most)
    except ValueError:
        raise _RefusedError("the page is packed, and damaged") from None
    if found is None:
        raise _RefusedError(f"the page has more than {limits.most:,} bytes")
    return found


def _text(raw: bytes, headers: Message) -> str:
    kind = headers.get_content_type()
    if kind != "application/xhtml+xml" and not kind.startswith("text/"):
        raise _RefusedError("what stands there is no text")
    try:
        return raw.decode(headers.get_content_charset() or "utf-8", errors="replace")
    except LookupError:
        return raw.decode("utf-8", errors="replace")


def _refuse_address(address: str) -> urllib.parse.SplitResult:
    """Return the parts of an address that may be fetched; refuse any other."""
    parts = urllib.parse.urlsplit(address)
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        raise _RefusedError("only an address that begins with http:// or https:// is fetched")
    if parts.username is not None or parts.password is not None:
        raise _RefusedError("an address with a name or a password in it is not fetched")
    return parts


def _opener(limits: Limits) -> urllib.request.OpenerDirector:
    """Return what opens an address: with no handler for files, for other schemes, for cookies or for passwords."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=ssl.create_default_context()),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _SameHost(limits.redirects),
    ):
        opener.add_handler(handler)
    return opener


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects that stay on the host, and refuses all others."""

    max_repeats = max_redirections = 1_000
    """The bounds of the library, far behind ours: they say less."""

    def __init__(self, most: int) -> None:
        self.most = self.left = most

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request:
        before, after = _refuse_address(req.full_url), _refuse_address(newurl)
        if self.left == 0:
            raise _RefusedError(f"the server redirects more than {self.most} times")
        self.left -= 1
        upgraded = (before.scheme, after.scheme) == ("http", "https")
        if before.hostname != after.hostname or not (upgraded or before.scheme == after.scheme):
            _refuse_redirect()
        if _port(before) != _port(after) and not (upgraded and (_port(before), _port(after)) == (80, 443)):
            _refuse_redirect()
        return urllib.request.Request(newurl, headers=req.headers, method="GET")


def _refuse_redirect() -> NoReturn:
    raise _RefusedError("the server redirects to another host, which is not followed")


def _port(parts: urllib.parse.SplitResult) -> int:
    return parts.port or DEFAULT_PORTS[parts.scheme]


def _status(code: int) -> str:
    try:
        return f"{code} {HTTPStatus(code).phrase}"
    except ValueError:
        return str(code)
