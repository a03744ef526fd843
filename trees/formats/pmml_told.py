"""What a model of PMML tells where it leads: every field of everything an end leads to, as fields of its output.

A model predicts the key of an end. An end leads to one thing or to several, in places that are counted from 1:
`_1_key` is the first of them, `_1_words` its words. Where items of a checklist tell what is shown, each such thing has
its own place, which is missing where no item that leads to it is true. The texts stand once, in a table for each field.
"""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from trees.core.told import Cells
from trees.formats.forks import End, Leads, Shown
from trees.formats.inputs import YES, Codes
from trees.formats.pmml_xml import around, empty, holding
from trees.formats.reading import FIELDS, Reading

KEY = "_key"
"""The field of the output that names the end. No column takes its name: an id begins with a letter."""
PARAMETER = "_told"
TEXT = {"optype": "categorical", "dataType": "string"}
Told = tuple[Shown | None, Cells]
Place = list[tuple[End, Shown | None, str]]
"""What the ends lead to in one place: the end, whether it depends on columns, and the key of what is told."""


def key_of(cells: Cells) -> str:
    """Return what names a thing that is told: 'show watch', 'ask pain'."""
    return f"{cells['does']} {cells['id']}"


def place_key(number: int) -> str:
    """Return the field of the output that names what is told in a place."""
    return f"_{number}{KEY}"


def place_field(number: int, field: str) -> str:
    """Return the field of the output that holds one text of what is told in a place."""
    return f"_{number}_{field}"


def function(field: str) -> str:
    """Return the name of the function that has the texts of one field."""
    return f"told_{field}"


def places(reading: Reading) -> list[Place]:
    """Return what is told in each place, as many as the end with the most things has."""
    told = [[(end, shown, key_of(cells)) for shown, cells in reading.told(end)] for end in reading.ends]
    return [[each for each in place if each is not None] for place in zip_longest(*told)]


def functions(reading: Reading) -> Iterator[str]:
    """Yield the tables: a function for each field, from the key of what is told to its text, if there is one."""
    things = {key_of(cells): cells for end in reading.ends for _, cells in reading.told(end)}
    for field in FIELDS:
        texts = ((key, cells[field]) for key, cells in things.items())
        parameter = empty("ParameterField", {"name": PARAMETER, **TEXT})
        table = mapped(PARAMETER, texts)
        yield from around("DefineFunction", [parameter, *table], {"name": function(field), **TEXT})


def outputs(reading: Reading) -> Iterator[str]:
    """Yield the fields of the output: the end, and in each place what is told there."""
    yield empty("OutputField", {"name": KEY, **TEXT, "feature": "predictedValue"})
    for number, place in enumerate(places(reading), start=1):
        name = place_key(number)
        yield from around("OutputField", chosen(place), {"name": name, **TEXT, "feature": "transformedValue"})
        for field in FIELDS:
            told = apply(function(field), [reference(name)])
            attributes = {"name": place_field(number, field), **TEXT, "feature": "transformedValue"}
            yield from around("OutputField", told, attributes)


def chosen(place: Place) -> Iterator[str]:
    """Yield the expression for what is told in a place: by the end, and where it depends on columns, by those."""
    lines = list(mapped(KEY, ((end.key, key) for end, shown, key in place if not depends(shown))))
    for end, shown, key in place:
        if shown is not None and depends(shown):
            here = apply("equal", [reference(KEY), constant(end.key)])
            lines = list(apply("if", [*apply("and", [*here, *any_of(shown)]), constant(key), *lines]))
    yield from lines


def depends(shown: Shown | None) -> bool:
    """Return whether it depends on columns if a thing is shown."""
    return shown is not None and bool(shown.when)


def any_of(shown: Shown) -> Iterator[str]:
    """Yield the condition under which a thing is shown: an item is true, or, where it asks, nothing is known of one."""
    each = [list(empty_column(column) if shown.leads is Leads.ASK else true(column)) for column in shown.when]
    yield from each[0] if len(each) == 1 else apply("or", [line for lines in each for line in lines])


def true(column: Codes) -> Iterator[str]:
    """Yield the condition that an item is true."""
    yield from apply("equal", [reference(column.name), constant(YES)])


def empty_column(column: Codes) -> Iterator[str]:
    """Yield the condition that nothing is known of an item."""
    yield from apply("isMissing", [reference(column.name)])


def apply(name: str, arguments: Iterable[str]) -> Iterator[str]:
    """Yield the application of a function. What is compared with nothing is not equal to it, rather than unknown."""
    yield from around("Apply", arguments, {"function": name, **({"mapMissingTo": "false"} if name == "equal" else {})})


def mapped(field: str, texts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield a table from keys to texts; a text that is empty is left out, and so it comes out as missing."""
    rows = ["".join(["<row>", holding("key", key), holding("text", text), "</row>"]) for key, text in texts if text]
    if not rows:
        # Some engines read no table without rows.
        yield empty("Constant", {"dataType": "string", "missing": "true"})
        return
    inside = [empty("FieldColumnPair", {"field": field, "column": "key"}), *around("InlineTable", rows)]
    yield from around("MapValues", inside, {"outputColumn": "text", "dataType": "string"})


def reference(field: str) -> str:
    """Return the value of a field."""
    return empty("FieldRef", {"field": field})


def constant(text: str) -> str:
    """Return a text that never changes."""
    return holding("Constant", text, {"dataType": "string"})
