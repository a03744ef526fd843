"""A comparison as Markdown for a comment on a pull request: what it holds was written by strangers, and stays text."""

import re
from collections.abc import Iterator, Sequence
from textwrap import shorten

from trees.core.diff.comparison import Comparison, TreeDiff
from trees.core.diff.items import Item
from trees.core.diff.text import before_and_after, differences, led
from trees.core.diff.told import Group, ends, groups, head, kind_of
from trees.core.place import Problem

LISTED = 10
"""Patients of one tree that a comment lists at most."""
LONGEST = 60_000
"""Characters of a comment; GitHub takes 65,536."""
MOST_MISSING = 30
"""Lines of what has not been written down that a comment has at most; the check prints them all."""
LONGEST_ROW = 600
"""Characters of such a line."""
MARKS = re.compile(r"([\\`*_\[\]<>|~&$])")
BEGINS = re.compile(r"^(\d*)([#+\-=.)])")
"""What begins a heading, a list or a rule where a line begins with it."""
CALLS = re.compile(r"[@#:](?=\w)|:(?=//)|\bwww(?=\.)|\bGH-(?=\w)|\b(?:mailto|xmpp)(?=:)", re.IGNORECASE)
UNSEEN = "\u2060"
"""A character without width, which keeps apart what would call somebody, link somewhere, or become a picture."""


def markdown(found: Sequence[Comparison], missing: Sequence[Problem], most: int = LISTED) -> str:
    """Return what changed in every collection, and what has not been written down for its readers."""
    blocks = ["## What this changes for patients"]
    parts = [plain(head(each)) for each in found]
    if missing:
        parts.append(_missing(missing))
    parts += [block for each in found for block in _of_collection(each, most)]
    left, length = 0, sum(map(len, blocks))
    for part in parts:
        if length + len(part) > LONGEST:
            left += 1
        else:
            blocks.append(part)
            length += len(part) + len("\n\n")
    if left:
        blocks.append(f"{left} further part{'s' * (left != 1)} did not fit here; the page of this comparison has all.")
    return "\n\n".join(blocks) + "\n"


def _missing(missing: Sequence[Problem]) -> str:
    rows = [f"- {plain(shorten(str(each), LONGEST_ROW, placeholder=' …'))}" for each in missing[:MOST_MISSING]]
    if len(missing) > MOST_MISSING:
        rows.append(f"- and {len(missing) - MOST_MISSING:,} more, which the check prints")
    return "\n".join(["### Not written down yet", "", *rows])


def _of_collection(found: Comparison, most: int) -> Iterator[str]:
    for tree in found.trees:
        yield from _of_tree(tree, most)
    if found.items:
        rows = "\n".join(_row(item) for item in found.items)
        yield f"### Beside the trees\n\n{rows}"


def _of_tree(tree: TreeDiff, most: int) -> Iterator[str]:
    yield f"### {plain(tree.title)} ({plain(tree.name)}): {kind_of(tree.weight)}\n\n{plain(ends(tree))}"
    if tree.items:
        yield "\n".join(_row(item) for item in tree.items)
    if tree.before is None or tree.after is None:
        return
    for group in groups(tree, most):
        yield _table(group)
    if tree.tally.changed > most:
        yield f"And {tree.tally.changed - most:,} more: the page of this comparison lists them."


def _row(item: Item) -> str:
    what = f", {plain(item.what)}" if item.what else ""
    return f"- **{item.how.value}** {plain(item.about)}{what}{plain(before_and_after(item))}"


def _table(group: Group) -> str:
    ends = led(group)
    shown = " | ".join(plain(says) for _, says in ends)
    rows = [f"| {'; '.join(map(plain, answers))} | {shown} |" for answers in group.patients]
    titles = " | ".join(label for label, _ in ends)
    table = "\n".join([f"| patients | {titles} |", f"|---{'|---' * len(ends)}|", *rows])
    return f"Ends otherwise in: {plain(differences(group))}\n\n{table}"


def plain(text: str) -> str:
    """Return text as Markdown that shows just that text: no link, no mark, no call of a person or of an issue."""
    one_line = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    return BEGINS.sub(r"\1\\\2", MARKS.sub(r"\\\1", CALLS.sub(lambda found: f"{found.group()}{UNSEEN}", one_line)))
