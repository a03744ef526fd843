"""Forms to hold to our walker: of every tree of the library, and of trees with odd words."""

import json
from dataclasses import replace

from helpers.form_reader import Item
from helpers.hostile_library import hostile_library
from helpers.odd_library import ODD

from trees.core.library import Library
from trees.formats.fhir.questionnaire import questionnaire
from trees.formats.reading import Reading

ADDRESS = "https://example.org/trees/"


def alone(name: str) -> Library:
    """Return the library of odd trees with one of them, where another asks the same with other answers."""
    other = {"odd/odd": "odd/every", "odd/every": "odd/odd"}[name]
    return replace(ODD, trees={**ODD.trees, other: ODD.trees["odd/harm"]})


def every_form(library: Library) -> list[tuple[Library, str, Item]]:
    """Return every tree of a library and some odd ones, each as its library, its full name and its form."""
    odd = [*((alone(name), name) for name in ("odd/odd", "odd/every")), (hostile_library(), "c/case")]
    trees = [*((library, name) for name, _ in library.full_names()), *odd]
    return [(each, name, form_of(each, name)) for each, name in trees]


def reading_of(library: Library, name: str) -> Reading:
    """Return the reading of a tree of a library."""
    return Reading(library, name, ADDRESS)


def form_of(library: Library, name: str) -> Item:
    """Return a form as it is read from its file."""
    return json.loads(json.dumps(questionnaire(reading_of(library, name))))
