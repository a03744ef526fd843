"""The page of a tree: what it is for, the walk, the diagram, the key, and what it rests on."""

from markupsafe import Markup

from macros import trust
from macros.attribution import Attribution, Where
from macros.figure import figure
from macros.key import Key
from macros.links import Links
from macros.markup import block, count, el, heading, joined
from macros.propose import Proposals
from macros.terms import Terms
from macros.use_this import USE_THIS, use_this
from macros.uses import Uses
from macros.walker import Card, walker
from trees.core.branches import Event, Onward
from trees.core.evidence import OurQuestion
from trees.core.nodes import Tree, ways
from trees.core.term_forms import terms_in

TO_USE = joined(". ", el("a", "Use this", href=f"#{USE_THIS}"), ": slides, handout, frame, files for programs")


def tree_page(links: Links, uses: Uses, name: str, where: Where | None = None) -> str:
    """Return the page of a tree as Markdown that holds one block of HTML; what is taken away needs to know `where`."""
    library = links.library
    tree = library.trees[name]
    collection = library.collections[name.partition("/")[0]]
    proposals = Proposals(library, name, where.repository) if where else None
    key = Key(links, uses, name, tree, proposals=proposals)
    terms = Terms(links, collection.id, terms_in(tree, library.terms.get(collection.id, {}).values()))
    walk = walker(Card(links, uses, name, tree, proposals=proposals), terms)
    steps = [terms.marked(key.step(node)) for node in tree.nodes]
    body = block(
        trust.basis(links, collection, name, tree, also=TO_USE if where else None),
        walk,
        figure(links, name, tree),
        el("h2", "Steps", id="steps-of-the-tree"),
        ours(tree),
        *steps,
        cases(links, uses, name),
        trust.about(links, collection, name, tree),
        use_this(links, uses, Attribution(library, name, where)) if where else None,
        terms.meanings(),
        data_tree=name,
    )
    return f"{heading(tree.title)}\n\n{body}\n"


def cases(links: Links, uses: Uses, name: str) -> Markup | None:
    """Return a link to the cases whose way ends in a tree, where there are some."""
    known = len(uses.cases_of_tree.get(name, ()))
    if not known:
        return None
    collection, _, tree = name.partition("/")
    link = el("a", count(known, "case"), href=links.of_collection("cases", collection, f"cases-of-{tree}"))
    practice = el("a", "Practice", href=links.of_collection("practice", collection))
    says = ": invented patients whose way ends in this tree, with what the sources say. "
    return el("p", link, says, practice, ": walk for one, and then compare.", class_="dt-cases-of")


def ours(tree: Tree) -> Markup | None:
    """Return what “our question” means, where a step says it."""
    marked = (way for node in tree.nodes for way in ways(node) if not isinstance(way, Event | Onward))
    if not any(isinstance(way.because, OurQuestion) for way in marked):
        return None
    return el("p", "“Our question” stands where we ask something that a source only implies.", class_="dt-legend-note")
