"""What is too faint to be seen, said with the line of the stylesheet that makes it so."""

from collections.abc import Iterable, Mapping

import pytest
from helpers.colored_page import Paint
from helpers.colors import contrast

TEXT, EDGE = 4.5, 3.0
"""The least contrast of text, and of an edge."""
Seen = tuple[str, Paint, Paint, float]
"""What is seen, its color, the color it is seen against, and the least contrast of the two."""


def too_faint(medium: str, seen: Mapping[str, Iterable[Seen]]) -> list[str]:
    """Return one line for each color that is too faint: its worst case, and how many others; `seen` is by state."""
    found: dict[tuple[str, str, str], list[tuple[float, str, str, str]]] = {}
    for state, pairs in seen.items():
        for what, front, back, least in pairs:
            if (ratio := contrast(front, back)) < least:
                need = f"{'text' if least == TEXT else 'an edge'} needs {least:g}"
                key = (front.place or back.place, front.origin, need)
                found.setdefault(key, []).append((ratio, back.origin, what, state))
    lines = []
    for (place, front, need), cases in found.items():
        ratio, back, what, _ = min(cases)
        others, states = len({case[2] for case in cases}) - 1, dict.fromkeys(case[3] for case in cases)
        where = medium if len(states) == len(seen) else f"{medium}, {', '.join(states)}"
        more = f"; {others} more {'is' if others == 1 else 'are'} too faint by {front}" if others else ""
        lines.append(f"{place}: {front} on {back}: the contrast of the {what} is {ratio:.2f}; {need} ({where}){more}")
    return lines


def all_stand_out(medium: str, seen: Mapping[str, Iterable[Seen]]) -> None:
    """Fail with nothing but the lines of what is too faint."""
    faint = too_faint(medium, seen)
    if faint:
        pytest.fail("\n".join(faint), pytrace=False)


def noticed(what: str, seen: Iterable[Seen]) -> bool:
    """Return whether something of that name is too faint."""
    return any(each.startswith(what) and contrast(front, back) < least for each, front, back, least in seen)
