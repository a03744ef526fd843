"""Why an audit is refused, in lines that a person can act on."""

from collections.abc import Iterable

MOST_ROWS_NAMED = 20
"""Rows that are named one by one: what a person still goes through before the cause is clear."""


class AuditError(Exception):
    """An audit that is refused. Nothing has been written; `lines` say why, each for itself."""

    def __init__(self, lines: str | Iterable[str], code: int = 1) -> None:
        self.lines = [lines] if isinstance(lines, str) else list(lines)
        self.code = code
        super().__init__(" ".join(self.lines))
