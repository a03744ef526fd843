"""The words of questions and choices: a threshold stands in a quote, and an option is no order."""

from collections.abc import Iterator

from trees.core.amounts import amounts, shown
from trees.core.check.advice import orders
from trees.core.evidence import NoCriterion
from trees.core.library import Library
from trees.core.nodes import ASKED, Choice, Measure, Node, Tree, quotes_in, ways
from trees.core.place import Place, Problem


def own_words(node: Node) -> list[tuple[Place, str]]:
    """Return the texts in which a question may name a threshold, each with its place."""
    texts = []
    if isinstance(node, ASKED):
        means = node.means.explains if isinstance(node.means, NoCriterion) else node.means
        texts = [(node.place.of("asks"), node.asks), (node.place.of("means"), means)]
    if isinstance(node, (*ASKED, Choice)) and not isinstance(node, Measure):
        texts += [(way.place.of("says"), way.says) for way in ways(node)]
    return texts


def numbers_are_quoted(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """A number in a question, in what its words mean, or in an answer stands, with its unit, in one of its quotes."""
    for node in tree.nodes:
        quoted = {amount for quote in quotes_in(node) for amount in amounts(quote.text)}
        for place, text in own_words(node):
            for amount in sorted(amounts(text) - quoted):
                yield Problem(place, f"'{node.id}' says {shown(amount)}, but none of its quotes does.")


def no_option_is_ordered(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """A choice is the reader's: its words order nothing that the source does not order."""
    for node in tree.nodes:
        if not isinstance(node, Choice):
            continue
        texts = [(node.place.of("between"), node.between)]
        texts += [(node.place.of("order"), node.order)] if isinstance(node.order, str) else []
        texts += [(option.place.of("says"), option.says) for option in node.options]
        for place, text in texts:
            for order, hint in orders(text, quotes_in(node)):
                yield Problem(place, f"'{node.id}' says '{order}', but none of its quotes does.{hint}")
