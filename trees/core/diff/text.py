"""A comparison as lines for a terminal."""

from collections.abc import Iterator

from trees.core.diff.comparison import Comparison, TreeDiff
from trees.core.diff.excerpt import excerpt
from trees.core.diff.items import Item
from trees.core.diff.notes import counted, end_or_ends
from trees.core.diff.told import Group, ends, groups, head, kind_of

LISTED = 20
"""Patients of one tree that a terminal is shown at most, unless more are asked for."""


def lines(found: Comparison, most: int = LISTED) -> Iterator[str]:
    """Yield a comparison tree by tree: what changed, and for whom."""
    yield head(found)
    for tree in found.trees:
        yield ""
        yield from tree_lines(tree, most)
    if found.items:
        yield ""
        yield "Beside the trees"
        yield from (f"  {item_line(each)}" for each in found.items)


def tree_lines(tree: TreeDiff, most: int) -> Iterator[str]:
    """Yield what changed in one tree, and for whom."""
    yield f"{tree.title} ({tree.name}), {kind_of(tree.weight)}. {ends(tree)}"
    yield from (f"  {item_line(each)}" for each in tree.items)
    if tree.before is None or tree.after is None:
        return
    for group in groups(tree, most):
        yield f"  {title_of(group)}"
        yield from (f"    {label}: {says}" for label, says in led(group))
        yield from (f"      {'; '.join(answers)}" for answers in group.patients)
    if tree.tally.changed > most:
        yield f"  and {tree.tally.changed - most:,} more; --most {tree.tally.changed} lists them all"


def differences(group: Group) -> str:
    """Return in what the ends of a group of patients differ."""
    return ", ".join(each.lower() for each in group.differ)


def title_of(group: Group) -> str:
    """Return how many paths of a group end otherwise, and in what."""
    count = len(group.patients)
    return f"{counted(count)} {end_or_ends(count)} otherwise, in: {differences(group)}"


def led(group: Group) -> list[tuple[str, str]]:
    """Return where a group of patients was led and is led now; once where both read alike in short."""
    return [("at", group.now)] if group.was == group.now else [("was", group.was), ("now", group.now)]


def item_line(item: Item) -> str:
    """Return one change: 'changed  outcome B, dose: 400 mg daily → 300 mg daily'."""
    what = f"{item.about}, {item.what}" if item.what else item.about
    return f"{item.how.value:<8} {what}{before_and_after(item)}"


def before_and_after(item: Item) -> str:
    """Return what was there and what is there now, as far as there is anything."""
    was, now = excerpt(item.before, item.after)
    if was and now:
        return f": {was} → {now}"
    return f": {item.before or item.after}" if item.before or item.after else ""
