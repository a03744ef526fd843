"""The words of a page as they are compared from week to week, and their hash: what a reader reads, and no more.

Of a page of HTML these are the words of its `main`, or of all of it where there is none, without scripts, styles and
what else is not read; of any other text, all words. Case, punctuation, spaces, marks and marks of a reference do not
count.
"""

import hashlib
import zlib
from html.parser import HTMLParser

from trees.core.tokens import tokens

NOT_READ = {"script", "style", "template", "noscript", "svg", "title"}
PARTS = {"br", "p", "div", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section", "dd", "dt", "option"}
"""What begins on a line of its own, so that the words before and after it are two."""


def words_of(text: str, kind: str) -> str:
    """Return the words of a page in one line; `kind` is the kind of content that its server names."""
    if kind not in ("text/html", "application/xhtml+xml"):
        return " ".join(tokens(text))
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return " ".join(tokens("".join(reader.main or reader.all)))


def sha256(words: str) -> str:
    """Return the hash of the words of a page, in hex."""
    return hashlib.sha256(words.encode()).hexdigest()


def unpacked(raw: bytes, most: int) -> bytes | None:
    """Return what was packed by gzip, or None where it is more than `most` bytes; ValueError where it is damaged."""
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        found = unpacker.decompress(raw, most + 1)
    except zlib.error as error:
        raise ValueError from error
    if len(found) > most:
        return None
    if not unpacker.eof:
        raise ValueError
    return found


class _Reader(HTMLParser):
    """Takes the text out of a page, that of its `main` apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.all: list[str] = []
        self.main: list[str] = []
        self.hidden = 0
        self.in_main = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in NOT_READ
        self.in_main += tag == "main"
        self._part(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self.hidden = max(0, self.hidden - (tag in NOT_READ))
        self._part(tag)
        self.in_main = max(0, self.in_main - (tag == "main"))

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.all.append(data)
            if self.in_main:
                self.main.append(data)

    def _part(self, tag: str) -> None:
        if tag in PARTS:
            self.handle_data("\n")
