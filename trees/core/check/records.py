"""Review records and change notes: of trees that there are, with dates that can be, and with the words behind them."""

import re
from collections.abc import Iterator, Sequence

from trees.core.check.days import is_day, no_day
from trees.core.evidence import quotes_of
from trees.core.library import Library
from trees.core.place import Part, Problem, did_you_mean
from trees.core.records import Change, Review

WHOLE_HASH = re.compile("[0-9a-f]{64}")


def reviews_are_sound(library: Library) -> Iterator[Problem]:
    """A review is of a tree, of one exact wording, against sources that were there, and stands once."""
    for collection, known in library.reviews.items():
        first: dict[tuple[str, str, str], Review] = {}
        for review in known:
            yield from _of_a_tree(library, collection, review, "tree", (review.tree,))
            yield from no_day(review.place.of("date"), review.date)
            yield from _compared(library, collection, review)
            if not WHOLE_HASH.fullmatch(review.sha256):
                text = (
                    f"'{review.sha256}' is not a whole hash of 64 digits from 0 to 9 and a to f. "
                    f"python -m trees review {review.tree} prints it."
                )
                yield Problem(review.place.of("sha256"), text)
            before = first.setdefault((review.tree, review.sha256, review.reviewer.casefold()), review)
            if before is not review:
                text = (
                    f"{review.reviewer} has reviewed this wording of '{review.tree}' already, at {before.place}. "
                    "Leave one of the two out."
                )
                yield Problem(review.place, text)


def _compared(library: Library, collection: str, review: Review) -> Iterator[Problem]:
    """The sources that a review was made against, if they are none, or foreign, or younger than it."""
    place = review.place.of("compared")
    followed = library.collections[collection].sources if collection in library.collections else review.compared
    if not review.compared:
        yield Problem(place, f"the review of '{review.tree}' names no source that it was compared with.")
    for source in review.compared:
        if source not in followed:
            text = f"{source.short} is not among the sources of this collection, and no review compares a tree with it."
            yield Problem(place, text)
        elif review.date < source.date and is_day(review.date):
            text = f"the review is dated {review.date}, and {source.short} is of {source.date}, which is later."
            yield Problem(review.place.of("date"), text)


def changes_are_sound(library: Library) -> Iterator[Problem]:
    """A change is dated, of trees that there are, and says on which words somebody is treated differently."""
    for collection, known in library.changes.items():
        for change in known.values():
            yield from _of_a_tree(library, collection, change, "trees", change.trees)
            yield from _marked(library, collection, change)
            yield from no_day(change.place.of("date"), change.date)
            if change.differently is not None and not quotes_of(change.because):
                text = f"'{change.id}' says who is treated differently, and quotes no words of a source that say so."
                yield Problem(change.place.of("because"), text)


def _marked(library: Library, collection: str, change: Change) -> Iterator[Problem]:
    """The nodes that a change marks, if they are none, or stand in a tree that it does not name."""
    place = change.place.of("nodes")
    own = [name.partition("/")[2] for name in (*library.trees, *library.unread) if name.startswith(f"{collection}/")]
    for given in change.nodes:
        name, mark, node_id = given.partition("#")
        tree = library.trees.get(f"{collection}/{name}")
        ids = [node.id for node in tree.nodes] if tree else []
        if not mark:
            yield Problem(place, f"'{given}' names no node of a tree. Write it as 'tree#node'.")
        elif name not in own:
            yield Problem(place, f"'{given}' names the tree '{name}', which is not there.{did_you_mean(name, own)}")
        elif tree and node_id not in ids:
            yield Problem(place, f"there is no node '{node_id}' in the tree '{name}'.{did_you_mean(node_id, ids)}")
        elif change.trees and name not in change.trees:
            yield Problem(place, f"'{given}' is marked as changed, and 'trees' leaves out '{name}'. Add it there.")


def _of_a_tree(library: Library, collection: str, record: Part, field: str, names: Sequence[str]) -> Iterator[Problem]:
    own = [name.partition("/")[2] for name in (*library.trees, *library.unread) if name.startswith(f"{collection}/")]
    for name in names:
        if name not in own:
            text = f"there is no tree '{name}' in this collection.{did_you_mean(name, own)}"
            yield Problem(record.place.of(field), text)
