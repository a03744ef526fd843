"""A comparison in words, as plain data: every form of it, for a terminal, a pull request or a page, says the same."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from trees.core.diff.comparison import Comparison, TreeDiff
from trees.core.diff.facts import in_short
from trees.core.diff.items import ADVICE, CODE, WORDING, Item, Weight
from trees.core.diff.joint import End, Joint, Jump, Nothing, Shown
from trees.core.diff.notes import counted, end_or_ends
from trees.core.diff.patients import Begin, Patient
from trees.core.nodes import OUTCOMES
from trees.core.numbering import called
from trees.core.place import NOWHERE

MOST = 10_000
"""Paths of one tree that are listed at most; they are counted in any case."""

MEANS = {
    ADVICE: "patients are led elsewhere, or the words that sort or treat them have changed",
    WORDING: "what a reader sees has changed, and nobody is led elsewhere",
    CODE: "no change of the trees; of code or of other pages at most",
}
"""What each kind of change is."""


@dataclass
class Group:
    """Patients who were led to one place and are now led to one other; `differ` says in what the two differ.

    Each of `patients` is the questions asked with the answers given, and before them what has happened.
    """

    was: str
    now: str
    differ: tuple[str, ...]
    patients: list[tuple[str, ...]] = field(default_factory=list)


def kind_of(weight: Weight) -> str:
    """Return what a kind of change is called: 'advice', 'wording', or 'none' where nothing has changed."""
    return "none" if weight is CODE else weight.value


def head(found: Comparison) -> str:
    """Return in one line how much has changed, and what kind of change it is."""
    if found.weight is CODE:
        return f"{named(found)}: {MEANS[CODE]}."
    known = len(found.matching.pairs())
    trees = f"{len(found.trees)} of {known} tree{'s' * (known != 1)}"
    return f"{named(found)}: a change of {found.weight.value}. {trees}; {otherwise(found.changed, found.ways)}."


def otherwise(changed: int, of: int) -> str:
    """Return how many paths end otherwise: '1 of 31 paths ends otherwise'."""
    return f"{changed:,} of {counted(of)} {end_or_ends(changed)} otherwise"


def named(found: Comparison) -> str:
    """Return which collection was compared, or which two."""
    before, after = found.matching.before.collection, found.matching.after.collection
    return after if before == after else f"{after}, compared with {before}"


def ends(tree: TreeDiff) -> str:
    """Return how many paths of a tree end otherwise, or that the tree is new or gone."""
    tally = tree.tally
    if tree.before is None:
        return f"A new tree, with {counted(tally.ways)}."
    if tree.after is None:
        return f"This tree is gone, with {counted(tally.ways)}."
    if tree.before != tree.after:
        return f"Was called '{tree.before}'. {otherwise(tally.changed, tally.ways)}."
    return f"{otherwise(tally.changed, tally.ways)}."


def groups(tree: TreeDiff, most: int = MOST) -> list[Group]:
    """Return the patients of a tree who are led elsewhere, those together who come from and to one place."""
    joint = tree.patients.joint
    found: dict[tuple[str, str], Group] = {}
    for patient in islice(tree.patients.changed(), most):
        was, now = end(joint, patient.before, later=False), end(joint, patient.after, later=True)
        group = found.setdefault((was, now), Group(was, now, patient.differ))
        group.patients.append(tuple(told(joint, patient)))
    return list(found.values())


def told(joint: Joint, patient: Patient) -> Iterator[str]:
    """Yield what tells a patient from all others: what has happened, and each question with its answer."""
    if patient.begin.event:
        yield began(joint, patient.begin)
    for known in patient.answers:
        yield f"{known.asks} {known.says}"
    if not patient.answers and not patient.begin.event:
        yield "Everybody"


def began(joint: Joint, begin: Begin) -> str:
    """Return what has happened before the first question, or that a reader has only read on."""
    tree, node = next(
        (edition.trees[name], nodes[begin.outcome])
        for edition in (joint.matching.after, joint.matching.before)
        for name, nodes in edition.nodes_of.items()
        if begin.outcome in nodes
    )
    short = in_short(node) if isinstance(node, OUTCOMES) else ""
    return f"{'After' if begin.time_passes else 'From'} {called(tree, node)} “{short}”: {begin.event}"


def end(joint: Joint, given: End, *, later: bool) -> str:
    """Return in one line where a way ends."""
    side = joint.after if later else joint.before
    match given:
        case Jump():
            return f"Goes on in the tree “{side.edition.trees[given.tree].title}”"
        case Shown():
            return " + ".join(in_short(node) for node in side.outcomes(given))
        case Nothing():
            return given.why.capitalize()


def data(found: Comparison, most: int = MOST) -> dict[str, object]:
    """Return a comparison as data that JSON can hold: what changed, of which kind, and every patient led elsewhere."""
    return {
        "collection": {"before": found.matching.before.collection, "after": found.matching.after.collection},
        "kind": kind_of(found.weight),
        "paths": found.ways,
        "changed": found.changed,
        "trees": [_tree_data(tree, most) for tree in found.trees],
        "beside_the_trees": [_item(each) for each in found.items],
    }


def _tree_data(tree: TreeDiff, most: int) -> dict[str, object]:
    return {
        "before": tree.before,
        "after": tree.after,
        "title": tree.title,
        "kind": kind_of(tree.weight),
        "paths": tree.tally.ways,
        "changed": tree.tally.changed,
        "changed_in_more_than_our_words": tree.tally.otherwise,
        "listed": min(tree.tally.changed, most),
        "changes": [_item(each) for each in tree.items],
        "patients": [
            {"answers": list(answers), "was": group.was, "now": group.now, "differ_in": list(group.differ)}
            for group in groups(tree, most)
            for answers in group.patients
        ],
    }


def _item(item: Item) -> dict[str, object]:
    return {
        "how": item.how.value,
        "kind": item.weight.value,
        "about": item.about,
        "node": item.node or None,
        "what": item.what,
        "before": item.before,
        "after": item.after,
        "place": None if item.place is NOWHERE else str(item.place),
    }
