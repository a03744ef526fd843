"""What a tree says, as pieces of text that each know what they are: for forms that are neither Markdown nor HTML.

Marks that no text holds part the pieces, and everything between them is text: nothing has to be escaped.
"""

import re
from collections.abc import Iterable
from typing import TypedDict

from macros.markdown import Dialect, Row
from macros.no_break import kept_together

BEGIN, MIDDLE, END = "\x01", "\x02", "\x03"
CODE, LABEL = "code", "label"
UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
PIECE = re.compile(rf"{BEGIN}([^{MIDDLE}]*){MIDDLE}([^{END}]*){END}|[^{BEGIN}]+")


class Piece(TypedDict):
    """A piece of a line: its text, where it leads if it is a link, and whether it is a `code` or a `label`."""

    text: str
    to: str
    kind: str


class Said(TypedDict):
    """A row in pieces, with the rows below it."""

    says: list[Piece]
    below: list["Said"]


def plain(text: str) -> str:
    """Return a text in one line, without what cannot be seen; a number and its unit stay in one line."""
    return kept_together(" ".join(UNSEEN.sub("", text).split()))


def link(text: str, address: str) -> str:
    """Return a link."""
    return f"{BEGIN}>{address}{MIDDLE}{plain(text)}{END}"


def code(text: str) -> str:
    """Return a name that programs use."""
    return f"{BEGIN}{CODE}{MIDDLE}{plain(text)}{END}"


def label(text: str) -> str:
    """Return what a row is called."""
    return f"{BEGIN}{LABEL}{MIDDLE}{plain(text)}:{END}"


MARKED = Dialect(plain, link, code, label)


def pieces(says: str) -> list[Piece]:
    """Return the pieces of what is written with those marks; a label stands apart, without a space behind it."""
    found = [piece(each) for each in PIECE.finditer(says)]
    if len(found) > 1 and found[0]["kind"] == LABEL:
        found[1]["text"] = found[1]["text"].lstrip()
    return [each for each in found if each["text"]]


def piece(found: re.Match[str]) -> Piece:
    """Return one piece."""
    kind, text = found.groups()
    if text is None:
        return {"text": found.group(), "to": "", "kind": ""}
    if kind.startswith(">"):
        return {"text": text, "to": kind[1:], "kind": ""}
    return {"text": text, "to": "", "kind": kind}


def said(rows: Iterable[Row]) -> list[Said]:
    """Return rows in pieces."""
    return [{"says": pieces(row.says), "below": said(row.below)} for row in rows]
