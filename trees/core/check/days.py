"""Days, as every record writes them: YYYY-MM-DD, and one that there was."""

from collections.abc import Iterator
from datetime import date

from trees.core.place import Place, Problem


def is_day(given: str) -> bool:
    """Return whether a text is a day that there was, written YYYY-MM-DD."""
    try:
        return date.fromisoformat(given).isoformat() == given
    except ValueError:
        return False


def no_day(place: Place, given: str) -> Iterator[Problem]:
    """Yield a problem where a text is no such day."""
    if not is_day(given):
        yield Problem(place, f"'{given}' is not a date such as 2014-02-25.")
