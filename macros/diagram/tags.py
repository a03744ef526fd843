"""The tags at the upper corners of a box: how wide a badge is, and how wide a box that has tags is at least, in px."""

BADGE, BADGE_OUT = 19, 6
"""The height of a badge, and how far one may stand out to the left."""
NARROWEST, NARROWEST_TAGGED = 44, 132
"""The least width of a box, and of one with a tag at its right: a line to its middle stays clear of the tag."""
LONG = 4
"""A badge of more letters says what became of a box, and may reach to where a line comes in from above."""
HALF_A_HEAD, CLEAR = 4.5, 4
"""Half of the arrow head of that line, and what stays free beside it."""


def badge_width(badge: str) -> int:
    """Return how wide a badge is."""
    return BADGE + 7 * max(0, len(badge) - 2)


def narrowest(badge: str, since: str) -> int:
    """Return the least width of a box with a badge, or with '' instead, and with a mark of a newer source, or ''."""
    least = NARROWEST_TAGGED if since else NARROWEST
    if len(badge) <= LONG:
        return least
    return max(least, round(2 * (badge_width(badge) - BADGE_OUT + HALF_A_HEAD + CLEAR)))
