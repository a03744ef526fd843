"""Mutants that are no change: each with the reason, and refused when it is noticed or no longer there."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from mutants.run import Result

FILE = Path(__file__).with_name("equivalent.toml")


def read_equivalent(path: Path = FILE) -> dict[str, str]:
    """Return the reason for each mutant that is listed, by its name. Raises ValueError for what is no such list."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path.name} cannot be read: {error}.") from error
    odd = [name for name, reason in data.items() if not isinstance(reason, str) or not reason.strip()]
    if odd:
        raise ValueError(f'{path.name} gives no reason for \'{odd[0]}\'. Write "name" = "why nothing can tell it".')
    return data


def wrong_with(listed: Mapping[str, str], results: Iterable[Result], every: Iterable[str]) -> list[str]:
    """Return a line for each listed mutant that somebody noticed, and for each that is not there any more."""
    there = set(every)
    lines = [
        f"'{name}' is listed as equivalent, and there is no such mutant. Take it out."
        for name in listed
        if name not in there
    ]
    for result in results:
        if result.notice is not None and result.mutant.id in listed:
            lines.append(
                f"'{result.mutant.id}' is listed as equivalent, and is noticed by {result.notice.by}. Take it out."
            )
    return lines
