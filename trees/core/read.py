"""Read a file of data with `ast`: listed calls, literals and vocabulary names, and nothing else.

Nothing in the file is ever executed, so a tree from a stranger cannot run anything, and every problem knows its line.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from typing import get_type_hints

import trees.core
from trees.core.kinds import Pair, described, expected, fits
from trees.core.place import Part, Place, Problem, did_you_mean
from trees.core.scan import MAY_IMPORT, in_plain_words, not_data, not_python

WORDS: dict[str, object] = {name: getattr(trees.core, name) for name in trees.core.__all__}
CALLS: dict[str, type[Part]] = {
    name: word for name, word in WORDS.items() if isinstance(word, type) and issubclass(word, Part)
}
HINTS: dict[type[Part], dict[str, object]] = {call: get_type_hints(call) for call in CALLS.values()}
FIELDS: dict[type[Part], tuple[Field[object], ...]] = {
    call: tuple(each for each in fields(call) if each.name != "place") for call in CALLS.values()
}

NAMED = {
    "Change",
    "Collection",
    "Difference",
    "Drug",
    "LevelScale",
    "Register",
    "Review",
    "SearchWords",
    "Since",
    "Source",
    "Term",
    "Tree",
    "Trial",
}
"""What is never written inside something else: whoever looks for all drugs or trials looks among the names."""

Vocabulary = Callable[[str], Mapping[str, object] | str]
"""What a file may import: the names of a module by its dotted name, or the reason why it may not be imported."""


class Broken:
    """Stands for a value that could not be read, so that one mistake is reported once."""


BROKEN = Broken()


class Reader:
    """Reads one file: the values it names, and every problem with it."""

    def __init__(self, text: str, file: str, vocabulary: Vocabulary) -> None:
        self.file = file
        self.vocabulary = vocabulary
        self.names: dict[str, object] = {}
        self.values: dict[str, object] = {}
        self.problems = [*not_data(text, file)]
        if not self.problems:
            self._read(text)

    def _read(self, text: str) -> None:
        try:
            module = ast.parse(text, self.file)
        except SyntaxError as error:
            self._problem(Place(self.file, error.lineno or 1), not_python(in_plain_words(error.msg)))
            return
        except (RecursionError, MemoryError, ValueError):
            self._problem(Place(self.file, 1), not_python("it is too deep or too long to be read"))
            return
        for index, statement in enumerate(module.body):
            match statement:
                case ast.Expr(value=ast.Constant(value=str())) if index == 0:
                    pass
                case ast.ImportFrom(module=str() as name, names=names, level=0):
                    self._import(name, names, statement)
                case ast.Import() | ast.ImportFrom():
                    self._problem(self._place(statement), MAY_IMPORT)
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    if name in self.names:
                        self._problem(self._place(statement), f"'{name}' is given twice.")
                    self.names[name] = self.values[name] = self._value(value, named=True)
                case ast.Assign():
                    self._problem(
                        self._place(statement), "one name is given one value. Write them on lines of their own."
                    )
                case _:
                    self._problem(
                        self._place(statement), "a file of data holds only imports and values, such as tree = Tree(…)."
                    )

    def _problem(self, place: Place, text: str) -> Broken:
        self.problems.append(Problem(place, text))
        return BROKEN

    def _place(self, node: ast.stmt | ast.expr | ast.keyword) -> Place:
        return Place(self.file, node.lineno, node.col_offset + 1)

    def _import(self, module: str, names: list[ast.alias], statement: ast.stmt) -> None:
        known = WORDS if module == "trees.core" else self.vocabulary(module)
        if isinstance(known, str):
            self._problem(self._place(statement), known)
        for alias in names:
            place = Place(self.file, alias.lineno)
            if isinstance(known, str):
                self.names[alias.name] = BROKEN
            elif alias.name in known:
                self.names[alias.name] = known[alias.name]
            else:
                text = f"there is no '{alias.name}' in {module}.{did_you_mean(alias.name, known)}"
                self.names[alias.name] = self._problem(place, text)

    def _value(self, node: ast.expr, named: bool = False) -> object:
        """Return what an expression stands for; `named` says that it is all that a name is given."""
        match node:
            case ast.Constant(value=str() as value) if "\n" in value:
                return self._problem(self._place(node), "a text runs on over several lines. Close it on each line.")
            case ast.Constant(value=value):
                return value
            case ast.Name(id=name):
                if name not in self.names:
                    return self._problem(self._place(node), f"the name '{name}' is not known.{self._guess(name)}")
                known = self.names[name]
                if isinstance(known, type):
                    return self._problem(self._place(node), f"'{name}' wants its values in brackets: {name}(…).")
                return known
            case ast.List(elts=elements):
                values = tuple(self._value(each) for each in elements)
                return BROKEN if any(value is BROKEN for value in values) else values
            case ast.Tuple(
                elts=[ast.Constant(value=int() | float() as low), ast.Constant(value=int() | float() as high)]
            ):
                return Pair((low, high))
            case ast.Tuple():
                return self._problem(
                    self._place(node), "round brackets hold a range of two numbers. Use [ ] for a list."
                )
            case ast.Call(func=ast.Name(id=name)) if name in NAMED and not named:
                text = f"{name} is written once, on lines of its own: NAME = {name}(…). Write the name here."
                return self._problem(self._place(node), text)
            case ast.Call(func=ast.Name(id=name)) if name in CALLS:
                return self._call(node, name)
            case ast.Call(func=ast.Name(id=name)):
                text = f"'{name}' is not one of the words a tree is written in.{did_you_mean(name, CALLS)}"
                return self._problem(self._place(node), text)
            case _:
                return self._problem(self._place(node), "this is not data. Write a text, a number, a name or a list.")

    def _guess(self, name: str) -> str:
        return f" Import it: from trees.core import {name}." if name in WORDS else did_you_mean(name, self.names)

    def _call(self, node: ast.Call, name: str) -> object:
        call = CALLS[name]
        if name not in self.names:
            self._problem(self._place(node), f"the name '{name}' is not known.{self._guess(name)}")
        given, lines = self._arguments(node, name)
        missing = [
            each.name
            for each in FIELDS[call]
            if each.name not in given and each.default is MISSING and each.default_factory is MISSING
        ]
        for field_name in missing:
            self._problem(self._place(node), f"{name} wants '{field_name}', {expected(HINTS[call][field_name])}.")
        if missing or any(value is BROKEN for value in given.values()):
            return BROKEN
        place = Place(self.file, node.lineno, node.col_offset + 1, lines)
        wrong = [key for key, value in given.items() if not fits(value, HINTS[call][key])]
        for key in wrong:
            text = f"{name} takes as '{key}' {expected(HINTS[call][key])}, not {described(given[key])}."
            self._problem(place.of(key), text)
        return BROKEN if wrong else call(**given, place=place)

    def _arguments(self, node: ast.Call, name: str) -> tuple[dict[str, object], dict[str, int]]:
        """Return the values of a call by field, and the line of each."""
        allowed = [each.name for each in FIELDS[CALLS[name]]]
        positional = [each.name for each in FIELDS[CALLS[name]] if not each.kw_only]
        given: dict[str, object] = {}
        lines: dict[str, int] = {}
        if len(node.args) > len(positional):
            self._problem(
                self._place(node.args[len(positional)]),
                f"{name} takes {len(positional)} values without a name. Write the others as name=value.",
            )
        for key, value in zip(positional, node.args, strict=False):
            given[key], lines[key] = self._value(value), value.lineno
        for keyword in node.keywords:
            key = keyword.arg or "**"
            if key not in allowed:
                self._problem(self._place(keyword), f"{name} takes no '{key}'.{did_you_mean(key, allowed)}")
                continue
            if key in given:
                self._problem(self._place(keyword), f"{name} is given '{key}' twice.")
            given[key], lines[key] = self._value(keyword.value), keyword.lineno
        return given, lines
