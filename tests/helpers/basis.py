"""The sources whose words a tree shows, found without the function that the pages use."""

from trees.core.evidence import NotStated, Source, quotes_of
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, quotes_in


def sources_shown(library: Library, name: str) -> list[Source]:
    """Return the sources of a tree as its collection orders them: of nodes, of trials, and of where sources differ."""
    tree = library.trees[name]
    found = {quote.source.id for quote in quotes_of(tree.because)}
    for node in tree.nodes:
        found |= {quote.source.id for quote in quotes_in(node)}
        if isinstance(node, OUTCOMES):
            found |= {quote.source.id for trial in node.evidence for quote in trial.because}
            sides = [side for each in node.differs for side in each.sides]
            found |= {side.source.id for side in sides if not isinstance(side.because, NotStated)}
    return [source for source in library.collections[name.partition("/")[0]].sources if source.id in found]
