"""Refuse, token by token, a file that is more than data. What passes cannot nest deeply and holds nothing that runs."""

import io
import re
import tokenize
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from trees.core.place import Place, Problem

MOST_BYTES = 2_000_000
MOST_TOKENS = 250_000
MOST_PROBLEMS = 50
MOST_KEPT = 128
"""Texts of which it is kept what in them is more than data."""
MOST_DOTS = 6
"""Dots in one import: the parser takes time in the square of their number."""
DEEPEST = 12
LONGEST_TEXT = 2_000
LONGEST_LINE = 5_000
"""Characters of a line: some tokenizers take time in the square of them."""

MAY_IMPORT = "a file of data imports only from trees.core, trees.drugs, trees.sources and its own folder."
UNCLOSED_TEXT = "a text begins on this line and does not end on it. Close it with the quotation mark it began with."
PREFIX = "a text with a prefix is not allowed. Write the text out in plain quotes."
MARKS_OF_DATA = {"(", ")", "[", "]", ",", "="}
CLOSES = {")": "(", "]": "["}
PLAIN_NUMBER = re.compile(r"(?:0|[1-9]\d{0,11})(?:\.\d{1,6})?")
PYTHON_WORDS = {
    *("and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except"),
    *("finally", "for", "global", "if", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return"),
    *("try", "while", "with", "yield"),
}
TYPOGRAPHIC_QUOTES = "“”„‟‘’‚‛«»"
SUSPECT = re.compile(r"[^\t\n\r\x20-\x7e]")
NEVER_SEEN = {"Cf", "Cc", "Co", "Cs", "Zl", "Zp"}
"""Unicode categories of characters that a reader cannot see, such as those that turn the writing direction around."""

IN_PLAIN_WORDS = (
    (r".*forgot a comma.*", "a comma is missing"),
    (r"positional argument follows keyword argument.*", "a value without a name stands after one with a name"),
    (r"cannot assign to .*|expression cannot contain assignment.*", "only a name may stand before '='"),
    (r"invalid syntax.*", "the words and marks of this line do not fit together"),
    (r"leading zeros.*", "a number begins with a zero"),
    (r".*EOF.*|unexpected end of file.*", "the file ends in the middle of a value"),
    (r"invalid non-printable character (U.\w+).*", r"the character \1 has no meaning here"),
    (r"invalid character '(.)'.*", r"'\1' has no meaning here"),
)
"""What Python says of a file that it cannot read, and what an author can do something with."""


def text_of(raw: bytes, file: str) -> str | Problem:
    """Return the text of a file, or the reason why it cannot be read as one."""
    if len(raw) > MOST_BYTES:
        return too_long(len(raw), file)
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
    return re.sub("\r\n?", "\n", text)


def too_long(size: int, file: str) -> Problem:
    """Return the reason why a file of that size is not read."""
    return Problem(Place(file, 1), f"the file has {size:,} bytes; at most {MOST_BYTES:,} are read. Split it.")


# When one file is saved, all others are read again as they were.
@lru_cache(maxsize=MOST_KEPT)
def not_data(text: str, file: str) -> tuple[Problem, ...]:
    """Return what in the text is more than data, at most one problem a line."""
    problems: dict[int, Problem] = {}
    for number, row in enumerate(text.split("\n"), start=1):
        if len(row) > LONGEST_LINE:
            what = f"the line has {len(row):,} characters; at most {LONGEST_LINE:,} are read. Break it."
            return (Problem(Place(file, number), what),)
    scan = _Scan()
    try:
        for line, what in scan.refusals(text):
            problems.setdefault(line, Problem(Place(file, line), what))
            if len(problems) >= MOST_PROBLEMS:
                break
    except (tokenize.TokenError, SyntaxError) as error:
        line, what = scan.broken_off(error, text.count("\n") + 1)
        problems.setdefault(line, Problem(Place(file, line), what))
    return tuple(problems.values())


def not_python(why: str) -> str:
    """Return the message for a file that Python itself cannot read."""
    return f"this is not Python: {why}."


def in_plain_words(message: str) -> str:
    """Return what Python says of a file that it cannot read, in words for an author and without a full stop."""
    for pattern, words in IN_PLAIN_WORDS:
        match = re.fullmatch(pattern, message)
        if match:
            return match.expand(words)
    return message.rstrip(".?! ")


class _Scan:
    """Goes over the tokens of one file once, with the brackets that are open."""

    def __init__(self) -> None:
        self.open: list[tuple[str, int]] = []
        self.dots: int | None = None
        """Dots so far in the import that is being read, or None outside of one."""
        self.lost = False
        """Whether what comes after the last refusal has no sense."""

    def refusals(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield the line and the reason of each token that data has no need of."""
        before = "\n"
        for count, token in enumerate(tokenize.generate_tokens(io.StringIO(text).readline)):
            line, word, kind = token.start[0], token.string, tokenize.tok_name[token.type]
            if count > MOST_TOKENS:
                self.lost = True
                yield line, f"the file has more than {MOST_TOKENS:,} words and marks. Split the tree at a jump."
            elif kind == "INDENT":
                self.lost = True
                yield line, "the line is indented, and stands in no bracket. Take the spaces out."
            elif kind == "NAME":
                yield from self._word(line, word, before)
            elif kind == "NUMBER" and not PLAIN_NUMBER.fullmatch(word):
                yield line, f"'{word[:20]}' is not a plain number. Write digits, such as 400 or 37.5."
            elif kind == "STRING":
                yield from _text(line, word)
            elif kind == "FSTRING_START":
                yield line, PREFIX
            elif kind == "ERRORTOKEN" and word.strip():
                self.lost = word[0] in "\"'"
                yield line, _no_token(word)
            elif kind == "OP":
                yield from self._mark(line, word, before)
            elif kind == "NEWLINE":
                self.dots = None
            if self.lost:
                return
            if kind not in ("NL", "COMMENT"):
                before = word if kind != "NEWLINE" else "\n"

    def _word(self, line: int, word: str, before: str) -> Iterator[tuple[int, str]]:
        if before == "\n" and word == "from":
            self.dots = 0
        if before == "\n" and word == "import":
            self.lost = True
            yield line, MAY_IMPORT
        elif word == "as" and self.dots is not None:
            yield line, f"names are imported one by one and as they are: '{word}' is not allowed."
        elif word in PYTHON_WORDS:
            yield line, _computes(word)
        elif not word.isascii():
            odd = next(character for character in word if not character.isascii())
            text = f"the name '{word[:20]}' holds '{odd}' (U+{ord(odd):04X}). A name has letters a to z, digits and _."
            # Since Python 3.12 a quotation mark of print is read as a letter.
            yield line, _no_token(odd) if odd in TYPOGRAPHIC_QUOTES else text

    def _mark(self, line: int, word: str, before: str) -> Iterator[tuple[int, str]]:
        if word in "([":
            if before in (")", "]"):
                yield line, _computes(before + word)
            self.open.append((word, line))
            if len(self.open) > DEEPEST:
                self.lost = True
                yield line, f"brackets stand more than {DEEPEST} deep. A tree is a flat list; name nodes by their id."
        elif word in ")]":
            bracket, opened = self.open.pop() if self.open else ("", 0)
            if bracket != CLOSES[word]:
                self.lost = True
                yield line, _unmatched(word, bracket, opened)
        elif word == "." and self.dots is not None:
            self.dots += 1
            if self.dots > MOST_DOTS:
                self.lost = True
                yield line, MAY_IMPORT
        elif word == "..." and self.dots is not None:
            self.lost = True
            yield line, MAY_IMPORT
        elif word == "*" and self.dots is not None:
            yield line, f"names are imported one by one and as they are: '{word}' is not allowed."
        elif word not in MARKS_OF_DATA:
            yield line, _computes(word)

    def broken_off(self, error: tokenize.TokenError | SyntaxError, last: int) -> tuple[int, str]:
        """Return the line and the reason where the tokens themselves could not be told apart."""
        message = str(error.args[0])
        line = error.lineno if isinstance(error, SyntaxError) else error.args[1][0]
        if "string" in message:
            return min(line or 1, last), UNCLOSED_TEXT
        if "match" in message and self.open:
            word = ")" if "')'" in message.partition("does not match")[0] else "]"
            return min(line or 1, last), _unmatched(word, *self.open[-1])
        if self.open:
            bracket, opened = self.open[-1]
            return opened, f"the bracket '{bracket}' is never closed."
        return min(line or 1, last), not_python(in_plain_words(message))


def _computes(what: str) -> str:
    return f"a file of data does not compute: '{what}' is not allowed. Write the values out."


def _unmatched(word: str, bracket: str, opened: int) -> str:
    if not bracket:
        return f"the bracket '{word}' closes nothing."
    return f"the bracket '{word}' meets the '{bracket}' of line {opened}, which is not closed. One is missing between."


def _no_token(word: str) -> str:
    if word[0] in "\"'":
        return UNCLOSED_TEXT
    if word[0] in TYPOGRAPHIC_QUOTES:
        return f'the quotation mark {word[0]} is one of print. Write " instead.'
    return not_python(f"'{word[:20]}' has no meaning here")


def _text(line: int, word: str) -> Iterator[tuple[int, str]]:
    if word[0] not in "\"'":
        yield line, PREFIX
    if len(word) > LONGEST_TEXT + 6:
        yield line, f"a text has {len(word):,} characters; at most {LONGEST_TEXT:,} are read."
    if "\\" in word:
        yield line, "a text holds a backslash. Write the character itself that you mean."
