"""The numbers and letters that a tree's nodes carry in the diagram, the key, the walker and the citations."""

from functools import lru_cache

from trees.core.nodes import OUTCOMES, Choice, Node, Tree
from trees.core.parts import This

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Outcome letters: I and O are left out, since they read as 1 and 0."""


def letter(index: int) -> str:
    """Return the letter of the outcome at that index: 0 is A, 24 is AA."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, len(LETTERS))
        text = LETTERS[rest] + text
    return text


def badges(tree: Tree) -> dict[str, str]:
    """Return the badge of each node by its id: numbers for what is asked or chosen, letters for outcomes."""
    result: dict[str, str] = {}
    asked = ended = 0
    for node in tree.nodes:
        if is_outcome(node):
            result[node.id] = letter(ended)
            ended += 1
        else:
            asked += 1
            result[node.id] = str(asked)
    return result


def is_outcome(node: Node) -> bool:
    """Return whether a path ends or pauses at the node."""
    return isinstance(node, OUTCOMES)


def called(tree: Tree, node: Node) -> str:
    """Return what a node is called by its badge, so that a number never runs into a dose: 'question 3', 'outcome A'."""
    kind = "outcome" if is_outcome(node) else "choice" if isinstance(node, Choice) else "question"
    return f"{kind} {_badges(This(tree))[node.id]}"


# Asked for one node after another: to number all of them each time takes the square of their number.
@lru_cache(maxsize=8)
def _badges(of: This[Tree]) -> dict[str, str]:
    return badges(of.it)
