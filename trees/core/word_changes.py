"""Which words of a passage changed, with two words on each side: never so many in a row that a text is copied."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from trees.core.alignment import Words

AROUND = 2
MOST_CHANGED = 8
"""With two words on each side, twelve words of a text stand in a row at most."""
MOST_SHOWN = 6
"""Changes of one statement that are shown; the texts have the others."""


def word_changes(old: Words, new: Words) -> list[str]:
    """Return the changes as lines: 'initial dose [-may range from-] [+is+] 400 mg'."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    found = [each for each in matcher.get_opcodes() if each[0] != "equal"]
    shown = [" ".join(_shown(old, new, each[1:])) for each in found[:MOST_SHOWN]]
    more = len(found) - len(shown)
    return [*shown, *([f"and {more} more {'changes' if more > 1 else 'change'}"] if more else [])]


def _shown(old: Words, new: Words, edges: tuple[int, int, int, int]) -> Iterator[str]:
    begins, ends, new_begins, new_ends = edges
    yield from old[max(0, begins - AROUND) : begins]
    if begins < ends:
        yield f"[-{in_short(old[begins:ends], MOST_CHANGED)}-]"
    if new_begins < new_ends:
        yield f"[+{in_short(new[new_begins:new_ends], MOST_CHANGED)}+]"
    yield from old[ends : ends + AROUND]


def in_short(words: Sequence[str], most: int) -> str:
    """Return the first of some words, with … where there are more."""
    return " ".join(words[:most]) + (" …" if len(words) > most else "")
