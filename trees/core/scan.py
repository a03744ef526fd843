"""Refuse, token by token, a file that is more than data. What passes cannot nest deeply and holds nothing that runs."""

import io
import re
import tokenize
import unicodedata
from collections.abc import Iterator

from trees.core.place import Place, Problem

MOST_BYTES = 2_000_000
MOST_TOKENS = 250_000
DEEPEST = 12
LONGEST_TEXT = 2_000

WORDS_OF_DATA = {"from", "import", "None", "True", "False"}
MARKS_OF_DATA = {"(", ")", "[", "]", ",", "="}
PLAIN_NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,6})?")
PYTHON_WORDS = {
    *("and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except"),
    *("finally", "for", "global", "if", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return"),
    *("try", "while", "with", "yield"),
}
SUSPECT = re.compile(r"[^\t\n\r\x20-\x7e]")
NEVER_SEEN = {"Cf", "Cc", "Co", "Cs"}
"""Unicode categories of characters that a reader cannot see, such as those that turn the writing direction around."""


def text_of(raw: bytes, file: str) -> str | Problem:
    """Return the text of a file, or the reason why it cannot be read as one."""
    start = Place(file, 1)
    if len(raw) > MOST_BYTES:
        return Problem(start, f"the file has {len(raw):,} bytes; at most {MOST_BYTES:,} are read. Split it.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Problem(Place(file, line), "the file is not UTF-8 text. Save it as UTF-8.")
    for match in SUSPECT.finditer(text):
        if unicodedata.category(match.group()) in NEVER_SEEN:
            line = text.count("\n", 0, match.start()) + 1
            name = f"U+{ord(match.group()):04X}"
            return Problem(Place(file, line), f"the line holds the invisible character {name}. Take it out.")
    return text.replace("\r\n", "\n")


def not_data(text: str, file: str) -> list[Problem]:
    """Return what in the text is more than data, at most one problem a line."""
    problems: dict[int, Problem] = {}
    try:
        for line, what in _refusals(text):
            problems.setdefault(line, Problem(Place(file, line), what))
            if len(problems) >= 50:
                break
    except tokenize.TokenError as error:
        line = min(error.args[1][0], text.count("\n") + 1)
        reason = "a bracket or a text is not closed" if "EOF" in str(error.args[0]) else str(error.args[0])
        problems.setdefault(line, Problem(Place(file, line), f"this is not Python: {reason}."))
    except SyntaxError as error:
        line = error.lineno or 1
        problems.setdefault(line, Problem(Place(file, line), f"this is not Python: {error.msg}."))
    return list(problems.values())


def _refusals(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the reason of each token that data has no need of."""
    depth = 0
    imports = False
    before = ""
    for count, token in enumerate(tokenize.generate_tokens(io.StringIO(text).readline)):
        line, word = token.start[0], token.string
        if count > MOST_TOKENS:
            yield line, f"the file has more than {MOST_TOKENS:,} words and marks. Split the tree at a jump."
            return
        if token.type == tokenize.NAME:
            imports = imports or word == "from"
            if word in PYTHON_WORDS:
                yield line, f"a file of data does not compute: '{word}' is not allowed. Write the values out."
        elif token.type == tokenize.NUMBER:
            if not PLAIN_NUMBER.fullmatch(word):
                yield line, f"'{word[:20]}' is not a plain number. Write digits, such as 400 or 37.5."
        elif token.type == tokenize.STRING:
            yield from _string_refusals(line, word)
        elif token.type == tokenize.OP:
            if word in "([":
                if before in (")", "]"):
                    yield (
                        line,
                        f"a file of data does not compute: '{before}{word}' is not allowed. Write the values out.",
                    )
                depth += 1
                if depth > DEEPEST:
                    yield (
                        line,
                        f"brackets stand more than {DEEPEST} deep. A tree is a flat list; name nodes by their id.",
                    )
                    return
            elif word in ")]":
                depth -= 1
            elif word not in MARKS_OF_DATA and not (word == "." and imports):
                yield line, f"a file of data does not compute: '{word}' is not allowed. Write the values out."
        elif token.type == tokenize.NEWLINE:
            imports = False
        elif token.type == tokenize.INDENT:
            yield line, "the line is indented, and stands in no bracket. Take the spaces out."
            return
        elif token.type == tokenize.ERRORTOKEN and word.strip():
            yield line, f"this is not Python: '{word[:20]}' has no meaning here."
        elif tokenize.tok_name[token.type] == "FSTRING_START":
            yield line, "a text with a prefix is not allowed. Write the text out in plain quotes."
        before = word


def _string_refusals(line: int, word: str) -> Iterator[tuple[int, str]]:
    if word[0] not in "\"'":
        yield line, "a text with a prefix is not allowed. Write the text out in plain quotes."
    if len(word) > LONGEST_TEXT + 6:
        yield line, f"a text has {len(word):,} characters; at most {LONGEST_TEXT:,} are read."
