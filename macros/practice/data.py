"""What the script that compares a walk with a case is told of it: the sentence, the ways, the ends, what is said.

The answers of a way and its ends are followed and held together by a program; everything that is read comes as markup,
made by the functions that make the pages, so that the two say the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup

from macros.cases_page import Registered, registered, stated_rows
from macros.diagram.svg import spoken
from macros.links import Links
from macros.markup import facts
from macros.no_break import kept_together, kept_together_in
from macros.practice.basis import basis, since_then
from macros.put import PutCase
from macros.uses import Uses
from trees.core.cases import Expected
from trees.core.judge import Said, gives, option_gives, said_for
from trees.core.nodes import Node
from trees.core.numbering import badges

Data = dict[str, object]
FOLDER = "practice"
IN_A_FILE = 2
"""About how many cases stand in one file: a page loads one such file for the case that it shows."""
MODULUS = 65_521
"""A prime, so that every letter of a name counts."""


def file_of(case: str, files: int) -> int:
    """Return in which of so many files a case stands; docs/js/case.js counts in the same way."""
    found = 0
    for letter in case:
        found = (found * 31 + ord(letter)) % MODULUS
    return found % files


def starts(put: PutCase) -> list[str]:
    """Return the trees in which a case is put to the trees, by their full names, each once."""
    return list(dict.fromkeys(walk.tree for walk in put.walks))


def case_files(links: Links, uses: Uses, collection: str) -> list[Data]:
    """Return what each file about the cases of a collection holds; one without a case is there all the same."""
    cases = [put for put in uses.cases.get(collection, ()) if put.walks]
    parts: list[dict[str, Data]] = [{} for _ in range(-(-len(cases) // IN_A_FILE) or 1)]
    source_of = registered(links, links.library.collections[collection])
    for put in cases:
        parts[file_of(put.case.id, len(parts))][put.case.id] = case_data(links, source_of, put)
    back = links.of_collection(FOLDER, collection)
    return [{"list": back, "cases": part} for part in parts]


def end_files(links: Links, uses: Uses, collection: str) -> dict[str, Data]:
    """Return what is shown of each node in which a case ends, by `tree#node`."""
    found = {}
    for put in uses.cases.get(collection, ()):
        for index in range(len(put.walks)):
            found.update({f"{short(full)}#{node.id}": (full, node) for full, node in ends_of(put, index)})
    return {name: end(links, uses, *each) for name, each in sorted(found.items())}


def case_data(links: Links, source_of: Registered, put: PutCase) -> Data:
    """Return one case: its sentence, its ways, and what the sources say and leave open."""
    case = put.case
    said = [said_for(links.library, replace(case, walks=(given,))) for given in case.walks]
    rows = [
        [kept_together_in(row), [short(tree) for tree in starts(put) if told_in(case.walks, said, short(tree), told)]]
        for told, row in stated_rows(links, source_of, case.expects)
    ]
    # How the case and the trees came to agree is for maintainers, and stands on the page of cases.
    left = [("Left open", case.left_open), ("Would decide", case.would_decide)]
    known = [(term, text) for term, text in left if text]
    ways: list[Data] = [
        {
            "tree": tree,
            "answers": [[key, value] for key, _, value in (each.partition("=") for each in answers)],
            "ends": [f"{short(full)}#{node.id}" for full, node in ends_of(put, index)],
        }
        for index, (tree, answers) in enumerate(case.walks)
    ]
    more = kept_together_in(facts(known)) if known else ""
    return {"says": kept_together(case.says), "ways": ways, "stated": rows, "more": more}


def told_in(
    walks: Sequence[tuple[str, tuple[str, ...]]], said: Sequence[Said], tree: str, told: Iterable[Expected]
) -> bool:
    """Return whether a way that begins in a tree comes to what the sources are expected to say."""
    here = [each for (start, _), each in zip(walks, said, strict=True) if start == tree]
    return any(
        any(gives(node, expected) for node in each.outcomes.values())
        or any(option_gives(option, expected) for option in each.options)
        for each in here
        for expected in told
    )


def ends_of(put: PutCase, index: int) -> list[tuple[str, Node]]:
    """Return where a way of a case ends, each with the full name of its tree: its outcomes, or the choice left."""
    walk = put.walks[index]
    if walk.choice is not None:
        return [walk.choice]
    return [(name.partition("#")[0], node) for name, node in walk.outcomes.items()]


def short(name: str) -> str:
    """Return the name of a tree, or of a node in it, within its collection."""
    return name.partition("/")[2]


def end(links: Links, uses: Uses, full: str, node: Node) -> Data:
    """Return the words of an end as the diagram has them read out, what has changed since, and what it rests on."""
    return {
        "says": kept_together(f"{badges(links.library.trees[full])[node.id]} {spoken(node)}"),
        "since": kept_together_in(since_then(links, full, node) or Markup()),
        "basis": kept_together_in(basis(links, uses, full, node)),
    }
