"""A source text compared with another, by the register of the source."""

from trees.core.library import Library
from trees.core.resting import resting_on
from trees.core.textcheck import Text, locate
from trees.core.touched import Became, TextNow, compare


def compared(library: Library, new: str, source: str, old: str) -> TextNow:
    register = library.registers[source]
    found, problems = locate(register, Text(old))
    assert problems == []
    return compare(register, found, old, new, resting_on(library, source))


def became(now: TextNow) -> dict[str, str]:
    return {each.statement.id: each.became.value for each in now.statements if each.became is not Became.SAME}
