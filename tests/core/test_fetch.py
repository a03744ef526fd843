"""A page is fetched within bounds and from its own host; whatever else a server does is told in words."""

import gzip
import socket
import time
from collections.abc import Iterator

import pytest
from helpers.page_server import (
    NO_PROXY,
    OTHER,
    PAGE,
    WORDS,
    Answer,
    Server,
    dripping,
    dripping_head,
    endless,
    missing,
    page,
    redirect,
    serving,
    silent,
)

from trees.commands.fetch import Fetched, Limits, NotFetched, fetched
from trees.commands.page_words import words_of

SHORT = Limits(wait=0.5, whole=1.5, most=10_000, redirects=3)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name, value in NO_PROXY.items():
        monkeypatch.setenv(name, value)
    with serving() as made:
        yield made


def why(server: Server, answer: Answer, limits: Limits = SHORT) -> str:
    server.answers["/page"] = answer
    found = fetched(server.address(), limits)
    assert isinstance(found, NotFetched), found
    return found.why


def test_a_page_is_fetched_without_a_cookie_or_a_password_and_says_who_asks(server: Server) -> None:
    server.answers["/page"] = page(PAGE, Set_Cookie="a=b")

    assert fetched(server.address()) == fetched(server.address()) == Fetched(WORDS)
    assert [sorted(headers) for _, headers in server.asked] == [
        ["Accept", "Accept-Encoding", "Connection", "Host", "User-Agent"]
    ] * 2
    assert server.asked[0][1]["User-Agent"] == "executable-guideline-trees (source watch)"


def test_of_a_page_what_a_reader_reads_in_its_main_part_counts_and_no_more() -> None:
    changed = (
        "<body><nav>Away</nav><script>let x = 6;</script><main>TARN<p>Take <!-- 6 --> 5 mg</p><style>p{}</style></main>"
    )

    assert words_of(PAGE, "text/html") == words_of(changed, "text/html") == WORDS
    assert words_of(OTHER, "text/html") == "tarn take 6 mg"
    assert words_of("<p>Without a main</p> part", "text/html") == "without a main part"
    assert words_of("Plain <p> text", "text/plain") == "plain < p > text"


def test_an_error_of_the_server_is_told_by_its_number(server: Server) -> None:
    assert why(server, missing) == "the server answers 404 Not Found"
    assert why(server, page("x", 503)) == "the server answers 503 Service Unavailable"
    assert why(server, page("x", 206)) == "the server answers 206 Partial Content"
    assert why(server, page("x", 799)) == "the server answers 799"


def test_a_server_that_says_nothing_is_not_waited_for(server: Server) -> None:
    started = time.monotonic()

    assert why(server, silent) == "nothing came for 0.5 seconds"
    assert time.monotonic() - started < 1.5


@pytest.mark.parametrize("answer", [dripping, dripping_head])
def test_a_server_that_sends_a_byte_now_and_then_is_left_in_the_end(server: Server, answer: Answer) -> None:
    started = time.monotonic()

    assert why(server, answer) == "it took more than 1.5 seconds"
    assert time.monotonic() - started < 2.5


def test_a_page_that_is_too_large_or_has_no_end_is_left(server: Server) -> None:
    assert isinstance(fetched_with(server, page("a" * 10_000)), Fetched)
    assert why(server, page("a" * 10_001)) == "the page has more than 10,000 bytes"
    assert why(server, endless) == "the page has more than 10,000 bytes"


def fetched_with(server: Server, answer: Answer) -> Fetched | NotFetched:
    server.answers["/page"] = answer
    return fetched(server.address(), SHORT)


def test_a_page_that_is_shorter_than_its_server_says_broke_off(server: Server) -> None:
    assert why(server, page(PAGE, Content_Length="5000")) == "the page broke off before its end"


def test_a_packed_page_is_unpacked_within_the_same_bounds(server: Server) -> None:
    packed = gzip.compress(PAGE.encode())

    assert fetched_with(server, page(packed, Content_Encoding="gzip")) == Fetched(WORDS)
    assert why(server, page(gzip.compress(b"a" * 20_000), Content_Encoding="gzip")) == (
        "the page has more than 10,000 bytes"
    )
    assert why(server, page(packed[:-9], Content_Encoding="gzip")) == "the page is packed, and damaged"
    assert why(server, page(packed, Content_Encoding="br")) == "the page is packed in a way that nobody asked for"


def test_what_is_no_text_and_a_page_without_words_are_told(server: Server) -> None:
    assert why(server, page(b"%PDF", kind="application/pdf")) == "what stands there is no text"
    assert why(server, page("<script>app()</script>")) == "the page has no words"


def test_a_redirect_on_the_same_host_is_followed(server: Server) -> None:
    server.answers["/new"] = page(PAGE)

    assert fetched_with(server, redirect("/new")) == Fetched(WORDS)
    assert [path for path, _ in server.asked] == ["/page", "/new"]


@pytest.mark.parametrize("to", ["http://localhost:{port}/new", "http://127.0.0.1:1/new", "https://127.0.0.1:{port}/"])
def test_a_redirect_to_another_host_port_or_scheme_is_refused_and_not_asked(server: Server, to: str) -> None:
    said = why(server, redirect(to.format(port=server.server_port + (to.startswith("https")))))

    assert said == "the server redirects to another host, which is not followed"
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("to", "wrong"),
    [
        ("file:///etc/hostname", "the server answers 302 Found"),
        ("gopher://127.0.0.1/", "the server answers 302 Found"),
        ("ftp://127.0.0.1/new", "only an address that begins with http:// or https:// is fetched"),
    ],
)
def test_a_redirect_to_what_is_no_page_of_the_web_is_not_followed(server: Server, to: str, wrong: str) -> None:
    assert why(server, redirect(to)) == wrong
    assert len(server.asked) == 1


def test_a_redirect_with_a_password_is_not_followed(server: Server) -> None:
    to = f"http://a:b@127.0.0.1:{server.server_port}/new"

    assert why(server, redirect(to)) == "an address with a name or a password in it is not fetched"


def test_redirects_in_a_circle_come_to_an_end(server: Server) -> None:
    assert why(server, redirect("/page")) == "the server redirects more than 3 times"
    assert len(server.asked) == 4


@pytest.mark.parametrize("address", ["file:///etc/hostname", "ftp://127.0.0.1/a", "data:,a", "http://", "page"])
def test_only_an_address_of_the_web_is_fetched(address: str) -> None:
    assert fetched(address) == NotFetched("only an address that begins with http:// or https:// is fetched")


def test_a_server_that_is_not_there_and_one_that_speaks_otherwise_are_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    found = fetched(f"http://127.0.0.1:{port}/", SHORT)

    assert found == NotFetched("no answer that can be read (Connection refused)")
