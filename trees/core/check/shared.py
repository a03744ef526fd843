"""A question that stands in several trees of a collection: one id, one wording, the same answers."""

from collections.abc import Iterator

from trees.core.library import Library
from trees.core.nodes import ASKED, Checklist, Measure, Node, ways
from trees.core.place import Problem
from trees.core.wording import band_range, meaning


def wording_of(node: Node) -> dict[str, object]:
    """Return what must be the same wherever a question stands, by the name of its field."""
    assert isinstance(node, ASKED)
    return {
        "kind": type(node).__name__,
        "asks": node.asks,
        "means": meaning(node.means),
        "lasts": node.lasts,
        "answers": [(way.code, way.says) for way in ways(node)],
        "unit": (node.unit, node.lowest, node.highest, node.step) if isinstance(node, Measure) else None,
        "bands": [band_range(band, node) for band in node.bands] if isinstance(node, Measure) else None,
        "always": node.always is not None if isinstance(node, Checklist) else None,
    }


def one_question_has_one_wording(library: Library) -> Iterator[Problem]:
    """What is known about a patient carries over from tree to tree, so a question is the same in each."""
    first: dict[tuple[str, str], tuple[str, Node]] = {}
    for name, tree in library.full_names():
        collection = name.partition("/")[0]
        for node in tree.nodes:
            key = (collection, node.id)
            if key not in first:
                first[key] = (name, node)
                continue
            other_name, other = first[key]
            if other_name == name:
                # Two nodes of one tree with one id are another rule's matter.
                continue
            if not (isinstance(node, ASKED) and isinstance(other, ASKED)):
                # A walk is told of an event by the id of its outcome, and of an option by that of its choice.
                text = f"the id '{node.id}' stands in {other_name} already. Only a question may stand in two trees."
                yield Problem(node.place, text)
                continue
            mine, theirs = wording_of(node), wording_of(other)
            for field in mine:
                if mine[field] != theirs[field]:
                    there = other.place.of(field)
                    hint = _differing_answer(node, other) if field == "answers" else ""
                    text = (
                        f"'{field}' of '{node.id}' is not the same as in {there}. One question has one wording.{hint}"
                    )
                    yield Problem(node.place.of(field), text)


def _differing_answer(node: Node, other: Node) -> str:
    """Return the first answer that two copies of a question do not share, as a hint."""
    here, there = ({way.code: way.says for way in ways(each)} for each in (node, other))
    for code in (*here, *there):
        if code not in there:
            return f" Only here is there an answer '{code}'."
        if code not in here:
            return f" Only there is there an answer '{code}'."
        if here[code] != there[code]:
            return f" '{code}' says '{here[code]}' here and '{there[code]}' there."
    return " The answers stand in another order."
