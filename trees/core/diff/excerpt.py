"""Where two texts differ, with a few words around it: of a long note, one word may have changed."""

WHOLE = 80
"""Characters of a text that is shown whole."""
AROUND = 5
"""Words that are left before and after what differs."""


def excerpt(before: str, after: str) -> tuple[str, str]:
    """Return two texts cut down to where they differ; short ones, and one that stands alone, are left whole."""
    if not before or not after or max(len(before), len(after)) <= WHOLE:
        return before, after
    old, new = before.split(" "), after.split(" ")
    shortest = min(len(old), len(new))
    start = next((at for at in range(shortest) if old[at] != new[at]), shortest)
    end = next((at for at in range(shortest - start) if old[-1 - at] != new[-1 - at]), shortest - start)
    return _cut(old, start, end), _cut(new, start, end)


def _cut(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start - AROUND), min(len(words), len(words) - end + AROUND)
    return f"{'… ' * (first > 0)}{' '.join(words[first:last])}{' …' * (last < len(words))}"
