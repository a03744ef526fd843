"""Whether each change of advice is written down for its readers: who is treated differently, why, on which words."""

from collections.abc import Iterator

from trees.core.diff.comparison import Comparison, TreeDiff
from trees.core.diff.items import ADVICE
from trees.core.place import Place, Problem, in_file_order, listed
from trees.core.records import Change

WRITE = " Write a Change there: who is treated differently, why, and on which words."


def not_written_down(found: Comparison) -> list[Problem]:
    """Return what is missing in the change notes of a collection, for every tree of which the advice has changed.

    A collection that is new needs no note for each of its trees: nobody has been told otherwise by it.
    """
    before, after = found.matching.before, found.matching.after
    if after.collection not in after.library.collections or before.collection not in before.library.collections:
        return []
    old = before.library.changes.get(before.collection, {})
    new = {name: note for name, note in after.library.changes.get(after.collection, {}).items() if name not in old}
    file = f"{after.library.shown_as}/{after.collection}/changes.py"
    problems = [each for tree in found.trees if tree.weight is ADVICE for each in _of_tree(tree, new, file)]
    return in_file_order(problems)


def _of_tree(tree: TreeDiff, new: dict[str, Change], file: str) -> Iterator[Problem]:
    """Yield what no new note says of one tree."""
    place = place_of(tree, file)
    if tree.after is None:
        # A note cannot name a tree that is gone: one that names none is about all of them.
        if all(note.trees for note in new.values()):
            yield Problem(place, f"the tree '{tree.name}' is gone, and {file} has no new entry without 'trees'.{WRITE}")
        return
    about = [note for note in new.values() if not note.trees or tree.after in note.trees]
    if about:
        yield from _of_notes(tree, about)
    elif tree.before is None:
        yield Problem(place, f"the tree '{tree.after}' is new, and {file} has no new entry that names it.{WRITE}")
    elif tree.tally.changed:
        led, ends = counted(tree.tally.changed), end_or_ends(tree.tally.changed)
        text = f"{led} of '{tree.after}' {ends} otherwise now, and {file} has no new entry that names this tree.{WRITE}"
        yield Problem(place, text)
    else:
        text = (
            f"the words by which '{tree.after}' sorts or treats patients have changed, "
            f"and {file} has no new entry that names this tree.{WRITE}"
        )
        yield Problem(place, text)


def _of_notes(tree: TreeDiff, about: list[Change]) -> Iterator[Problem]:
    """Yield what the new notes on a tree leave out."""
    first = about[0]
    led = tree.tally.otherwise if tree.before is not None else 0
    if led and not any(note.differently for note in about):
        text = (
            f"'{first.id}' says that nobody is treated differently, and {counted(led)} of '{tree.after}' "
            f"{end_or_ends(led)} otherwise in more than our own words. "
            "Say in 'differently' for whom, with the words of the source."
        )
        yield Problem(first.place, text)
    marked = {name for note in about for name in note.nodes}
    if missing := [name for name in nodes_to_mark(tree) if name not in marked]:
        text = f"'{first.id}' leaves out of 'nodes' what has changed: {listed(missing)}. Their steps are to be marked."
        yield Problem(first.place.of("nodes"), text)


def nodes_to_mark(tree: TreeDiff) -> list[str]:
    """Return the nodes of which the advice has changed, as a change note names them; of a new tree, none."""
    if tree.before is None or tree.after is None:
        return []
    there = {node.id for node in tree.patients.joint.matching.after.trees[tree.after].nodes}
    names = dict.fromkeys(item.node for item in tree.items if item.weight is ADVICE and item.node in there)
    return [f"{tree.after}#{name}" for name in names]


def place_of(tree: TreeDiff, file: str) -> Place:
    """Return where the first change of advice of a tree stands."""
    first = next((item.place for item in tree.items if item.weight is ADVICE and item.place.line), None)
    if first is not None:
        return first
    edition = tree.patients.joint.matching.after
    return edition.trees[tree.after].place if tree.after is not None else Place(file, 1)


def counted(ways: int) -> str:
    """Return a number of ways through a tree: '1 path', '1,204 paths'."""
    return f"{ways:,} path{'s' * (ways != 1)}"


def end_or_ends(ways: int) -> str:
    """Return what that many ways do: one ends, two end."""
    return f"end{'s' * (ways == 1)}"
