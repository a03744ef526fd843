"""How a call is read: one that makes no sense is refused in one line that says what may have been meant."""

import argparse
import re
import sys
from collections.abc import Iterator
from typing import Any, NoReturn

from trees.commands.given import refused
from trees.core.place import did_you_mean, listed

MISSING = re.compile(r"the following arguments are required: (?P<what>.*)")
UNKNOWN = re.compile(r"unrecognized arguments: (?P<what>.*)", re.DOTALL)
NO_CHOICE = re.compile(r"argument (?P<of>\S+): invalid choice: (?P<what>.*) \(choose from .*\)", re.DOTALL)
NO_VALUE = re.compile(r"argument (?P<of>\S+): expected (?:one|at least one) argument")
A_VALUE = re.compile(r"argument (?P<of>\S+): ignored explicit argument .*", re.DOTALL)
"""What the standard library says of a call, in its own words."""


class Parser(argparse.ArgumentParser):
    """Reads a call. No option may be cut short: a longer one that comes later would change what it means."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **{"allow_abbrev": False, **options})

    def error(self, message: str) -> NoReturn:
        """Refuse a call, and end with 2."""
        sys.exit(refused(self.prog, self._why_refused(message)))

    def commands(self) -> Iterator[str]:
        """Yield what may stand where a command is named."""
        for each in self._subparsers_of():
            yield from each.choices

    def options(self) -> Iterator[str]:
        """Yield every option that stands in a call of this command, or of any below it."""
        for action in self._actions:
            yield from action.option_strings
        for each in self._subparsers_of():
            for parser in each.choices.values():
                yield from parser.options()

    def _subparsers_of(self) -> list["argparse._SubParsersAction[Parser]"]:
        return [action for action in self._actions if isinstance(action, argparse._SubParsersAction)]

    def _why_refused(self, message: str) -> str:
        usage = " ".join(self.format_usage().split()).removeprefix("usage: ")
        commands = list(self.commands())
        if (found := MISSING.fullmatch(message)) and commands:
            return f"no command is given. Offered: {listed(commands)}."
        if found := MISSING.fullmatch(message):
            return f"{found['what'].partition(', ')[0]} is not given. Write: {usage}"
        if found := UNKNOWN.fullmatch(message):
            first = found["what"].partition(" ")[0]
            return f"'{first}' is not understood here.{did_you_mean(first, self.options())}"
        if (found := NO_CHOICE.fullmatch(message)) and commands:
            what = found["what"].strip("'")
            hint = did_you_mean(what, commands) or f" Offered: {listed(commands)}."
            return f"there is no command '{what}'.{hint}"
        if found := NO_CHOICE.fullmatch(message):
            offered = next(each.choices for each in self._actions if found["of"] in each.option_strings)
            return f"{found['of']} takes no {found['what']}. Offered: {listed(map(str, offered or ()))}."
        if found := NO_VALUE.fullmatch(message):
            return f"{found['of']} wants a value after it. Write: {usage}"
        if found := A_VALUE.fullmatch(message):
            return f"{found['of']} takes no value. Leave out the sign of equality and what stands behind it."
        return message
