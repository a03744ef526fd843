"""Who has reviewed a tree in its present wording, or in an earlier one, and how that is said everywhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from trees.core.digest import digest, sources_quoted
from trees.core.library import Library
from trees.core.records import Review

ENCODED = "Encoded from the source."
NOT_REVIEWED = f"{ENCODED} Not reviewed by a clinician."


@dataclass(frozen=True)
class Reviewed:
    """The review records of a tree: those of its present wording, and those of earlier ones, each by date."""

    now: tuple[Review, ...]
    before: tuple[Review, ...]


def reviewed(library: Library, name: str) -> Reviewed:
    """Return the review records of a tree by its full name."""
    collection, _, tree = name.partition("/")
    records = sorted((each for each in library.reviews.get(collection, ()) if each.tree == tree), key=lambda r: r.date)
    present = digest(library, name) if records else ""
    return Reviewed(
        tuple(each for each in records if each.sha256 == present),
        tuple(each for each in records if each.sha256 != present),
    )


def review_state(library: Library, name: str) -> str:
    """Return whether a tree is reviewed as it reads now, and if not, whether an earlier wording of it was."""
    found = reviewed(library, name)
    if found.now:
        return f"{ENCODED} Reviewed {'; '.join(by_whom(each) for each in found.now)}."
    if found.before:
        last = found.before[-1]
        return f"{NOT_REVIEWED} Reviewed in an earlier wording on {last.date} by {last.reviewer}; changed since."
    return NOT_REVIEWED


def by_whom(given: Review) -> str:
    """Return who made a review, and when: 'by NAME, ROLE, on DATE'."""
    return f"by {given.reviewer}, {given.role}, on {given.date}"


def review_state_of_all(library: Library, names: Iterable[str]) -> str:
    """Return in one sentence how many of several trees are reviewed as they read now."""
    trees = list(names)
    count = sum(bool(reviewed(library, name).now) for name in trees)
    if count == 0:
        return NOT_REVIEWED
    if count == len(trees):
        return f"{ENCODED} Reviewed by a clinician; each tree says by whom."
    return f"{ENCODED} {count} of {len(trees)} trees reviewed by a clinician; each tree says whether it is."


def record_to_fill_in(library: Library, name: str) -> str:
    """Return the lines of a review record of a tree as it reads now; until filled in, the check refuses them."""
    collection, _, tree = name.partition("/")
    sources = [source.id for source in sources_quoted(library.trees[name], library.collections[collection])]
    number = 1 + sum(each.tree == tree for each in library.reviews.get(collection, ()))
    imports = "".join(f"from trees.sources.{each} import {each.upper()}\n" for each in sorted(sources))
    return (
        f"from trees.core import Review\n{imports}\n"
        f"{tree.upper()}_{number} = Review(\n"
        f'    "{tree}",\n'
        f'    sha256="{digest(library, name)}",\n'
        '    reviewer="",\n'
        '    role="",\n'
        '    date="",\n'
        f"    compared=[{', '.join(each.upper() for each in sources)}],\n"
        ")\n"
    )
