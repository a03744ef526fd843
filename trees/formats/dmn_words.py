"""Words as DMN takes them: names, strings and tests that FEEL and Python read alike.

SpiffWorkflow evaluates what stands in a table as Python, every other engine as FEEL. A cell or an expression made here
means the same in both, so that one file serves both.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

NULL, ANYTHING = "null", "-"
TRUE, FALSE = "true", "false"
RESERVED = frozenset(
    {
        *("and", "between", "else", "every", "external", "false", "for", "function", "if", "in", "instance", "not"),
        *("null", "of", "or", "return", "satisfies", "some", "then", "true"),
        *("as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "except", "finally"),
        *("from", "global", "import", "is", "lambda", "nonlocal", "pass", "raise", "try", "while", "with", "yield"),
    }
)
"""Words of FEEL or Python that no variable can be named by."""

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML can hold."""
ESCAPED = re.compile(f'["\\\\\n\r]|{NOT_XML.pattern}')


def variable(column: str) -> str:
    """Return the name of the variable of a column: its own, with `_` behind it where that is a reserved word.

    No id ends so, and no column can be taken for another.
    """
    return f"{column}_" if column in RESERVED else column


def text(given: str) -> str:
    """Return a text for people, without what no XML can hold."""
    return NOT_XML.sub("\ufffd", given)


def string(given: str) -> str:
    """Return a string literal."""
    return f'"{ESCAPED.sub(_escape, given)}"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if character == "\n":
        return "\\n"
    return f"\\{character}" if character in '"\\' else f"\\u{ord(character):04x}"


def literal(code: str | None) -> str:
    """Return the literal of a code, or of nothing."""
    return NULL if code is None else string(code)


def number(given: float) -> str:
    """Return the literal of a number, with every digit that it has and without an exponent."""
    return f"{Decimal(str(given)).normalize():f}"


def interval(low: float, high: float) -> str:
    """Return the numbers from one to another."""
    return f"[{number(low)}..{number(high)}]"


def listed(codes: Iterable[str | None]) -> str:
    """Return literals with commas between them."""
    return ", ".join(map(literal, codes))


def one_of(name: str, codes: Iterable[str]) -> str:
    """Return whether a variable holds nothing or one of these codes."""
    return f"{name} in ({listed((None, *codes))})"


def between(name: str, low: float, high: float) -> str:
    """Return whether a variable holds nothing or a number from one to another."""
    return f"not({is_given(name)}) or {name} >= {number(low)} and {name} <= {number(high)}"


def is_given(name: str) -> str:
    """Return whether a variable holds anything."""
    return f"{name} != {NULL}"


def other_than(name: str, code: str) -> str:
    """Return whether a variable holds nothing or another code."""
    return f"{name} != {string(code)}"


def any_holds(names: Sequence[str], code: str | None) -> str:
    """Return whether any of some variables holds a code, or nothing."""
    # Python takes what stands alone in round brackets for itself, not for a list of one.
    listing = names if len(names) > 1 else (*names, *names)
    return f"{literal(code)} in ({', '.join(listing)})"
