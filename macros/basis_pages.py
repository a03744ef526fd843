"""What the pages of the basis share, and the page of a trial: what it is, and every node that uses it."""

from collections.abc import Iterable

from markupsafe import Markup

from macros import cite, evidence, trust
from macros.links import Links
from macros.markup import block, el, facts, heading, joined
from macros.uses import Use, Uses
from trees.core import wording
from trees.core.numbering import badges


def page(title: str, *parts: Markup | None) -> str:
    """Return a page as Markdown that holds one block of HTML."""
    return f"{heading(title)}\n\n{block(*parts)}\n"


def node_link(links: Links, use: Use) -> Markup:
    """Return a link to a node: 'First-line imatinib, A: Imatinib 800 mg daily'."""
    tree = links.library.trees[use.tree]
    text = f"{tree.title}, {badges(tree)[use.node.id]}: {wording.title(use.node)}"
    return el("a", text, href=links.tree(use.tree, use.node.id))


def node_rows(links: Links, uses: Iterable[Use]) -> list[Markup]:
    """Return links to nodes, each an item of a list."""
    return [el("li", node_link(links, use)) for use in uses]


def node_list(links: Links, uses: Iterable[Use]) -> Markup:
    """Return links to nodes as a list, or that there are none."""
    rows = node_rows(links, uses)
    return el("ul", *rows) if rows else el("p", "No node.")


def by_badges(links: Links, uses: Iterable[Use]) -> list[Markup]:
    """Return for each tree its title and the badges of its nodes, each a link: 'First-line imatinib: A, B'."""
    by_tree: dict[str, list[str]] = {}
    for use in uses:
        by_tree.setdefault(use.tree, []).append(use.node.id)
    rows = []
    for name, nodes in by_tree.items():
        tree = links.library.trees[name]
        marks = badges(tree)
        marked = (
            el("a", marks[node], href=links.tree(name, node), aria_label=f"{marks[node]} of {tree.title}")
            for node in dict.fromkeys(nodes)
        )
        rows.append(joined(f"{tree.title}: ", Markup(", ").join(marked)))
    return rows


def trial_page(links: Links, uses: Uses, collection: str, trial_id: str) -> str:
    """Return the page of a trial: its figures with their quotes, its level, what is odd, and who uses it."""
    trial = links.library.trials[collection][trial_id]
    rows = [
        ("Design", trial.design),
        ("Patients", joined(f"{trial.patients}: {trial.of}", el("br"), cite.all_quoted(links, trial.because))),
        ("Level of evidence", wording.level(trial.level)),
        ("Printed in", cite.source(links, trial.because[0].source)),
    ]
    odd = [el("li", each.says, " ", cite.quoted(links, each.because)) for each in trial.oddities]
    notes = [el("li", note) for note in trial.notes]
    return page(
        trial.name,
        trust.invented(links.library.collections[collection]),
        facts(rows),
        el("h2", "Figures", id="figures-of-the-trial"),
        evidence.figures(links, trial.figures),
        joined(el("h2", "Odd in the source", id="odd-in-the-source"), el("ul", *odd, class_="dt-odd")) if odd else None,
        joined(el("h2", "Notes", id="notes-on-the-trial"), el("ul", *notes)) if notes else None,
        el("h2", "Used by", id="used-by-nodes"),
        node_list(links, uses.of_trial[collection, trial_id]),
    )
