"""The page of a drug: what each source says of it, line by line with its citation, and every node that names it."""

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from macros import cite, since, suspect, trust
from macros.basis_pages import by_badges, node_link, page
from macros.drug_uses import CAUTIONS, DrugUses, Saying
from macros.links import CAUTIONS as CAUTIONS_OF_A_DRUG
from macros.links import Links
from macros.markup import el, facts, joined
from macros.outcome import differing
from macros.uses import Use, Uses, names
from trees.core import wording
from trees.core.branches import Event, Onward
from trees.core.drugs import Drug
from trees.core.evidence import Quote, Source, quotes_of
from trees.core.nodes import OUTCOMES, ActionKind, Treatment
from trees.core.numbering import badges
from trees.core.paths import Condition, conditions

HEADS = {
    ActionKind.SIDE_EFFECTS: "Side effects",
    ActionKind.MONITORING: "What is watched",
    ActionKind.MEDICATION: "What may be changed",
}
LED_TO = "Of no drug by name, in trees that a treatment with it leads on to"


def drug_page(links: Links, uses: Uses, drug_id: str) -> str:
    """Return the page of a drug; a section on which no source says anything says so."""
    drug = links.library.drugs[drug_id]
    found = DrugUses(links.library, drug)
    treatments = uses.of_drug[drug_id]
    sections: tuple[tuple[str, str, Markup | None, str], ...] = (
        ("In short", "in-short", in_short(links, found), ""),
        (
            "What changed since",
            "what-changed-since",
            changed_since(links, found),
            "No newer source that was read says something else of it.",
        ),
        (
            "Treatments",
            "treatments-with-it",
            listed(treatments, lambda use: treatment_row(links, uses, use)),
            "No tree has a treatment with it.",
        ),
        ("Role", "role-of-the-drug", role(links, found), "No source says what it is used for."),
        (
            "How it is taken",
            "how-it-is-taken",
            listed(found.actions(ActionKind.HOW_TAKEN), lambda use: action_row(links, use)),
            "No source says how it is taken.",
        ),
        (
            "Side effects and cautions",
            CAUTIONS_OF_A_DRUG,
            cautions(links, found),
            "No source names a side effect of it, or a caution.",
        ),
        (
            "Where the sources differ",
            "where-the-sources-differ",
            differences(links, found),
            "No difference concerns it.",
        ),
        ("Trials", "trials-that-name-it", trials(links, drug), "No trial names it."),
        ("Every node that names it", "every-node-that-names-it", by_tree(links, found.all), "No node names it."),
    )
    collections = dict.fromkeys(use.tree.partition("/")[0] for use in found.all)
    return page(
        drug.name,
        *(trust.invented(links.library.collections[name]) for name in collections),
        contents([(head, anchor) for head, anchor, body, _ in sections if body]),
        *(joined(el("h2", head, id=anchor), body or el("p", nothing)) for head, anchor, body, nothing in sections),
    )


def contents(sections: Iterable[tuple[str, str]]) -> Markup:
    """Return links to the sections in which something is said."""
    rows = (el("li", el("a", head, href=f"#{anchor}")) for head, anchor in sections)
    return el("nav", el("ul", *rows), aria_label="On this page", class_="dt-contents", data_search_exclude=True)


def listed(uses: Iterable[Use], row: Callable[[Use], Markup]) -> Markup | None:
    """Return a row for each node as a list, or None where there is none."""
    rows = [row(use) for use in uses]
    return el("ul", *rows, class_="dt-said") if rows else None


def in_short(links: Links, found: DrugUses) -> Markup:
    """Return the other names that are printed for a drug, each with a place where it stands, and who names it."""
    also = Markup("; ").join(other_name(links, found, name) for name in found.drug.also)
    named_by = el("ul", *(el("li", cite.source(links, source)) for source in in_order(links, found)))
    return facts(
        (
            ("Other names printed", also or "None."),
            ("Sources that name it", named_by if found.sources else "None that is quoted."),
        )
    )


def other_name(links: Links, found: DrugUses, name: str) -> Markup:
    """Return a name with the first place quoted in which it is printed."""
    printing = next((quote for quote in found.naming if name.casefold() in quote.text.casefold()), None)
    return joined(name, joined(" (", cite.citation(links, printing), ")") if printing else None)


def in_order(links: Links, found: DrugUses) -> list[Source]:
    """Return the sources that name a drug, in the order in which the collections follow them, newer ones last."""
    known = links.library.collections.values()
    followed = (source for each in known for source in (*each.sources, *each.newer))
    return [source for source in dict.fromkeys(followed) if source.id in found.sources]


def role(links: Links, found: DrugUses) -> Markup | None:
    """Return what each source says of the use of a drug: each statement, how firmly it speaks, and who rests on it."""
    said = found.role()
    parts = []
    for source in in_order(links, found):
        statements = {each.id: each for each in links.library.registers[source.id].statements}
        rows = [
            said_row(links, statement.gist, said[source.id][at])
            for at, statement in statements.items()
            if at in said.get(source.id, {})
        ]
        if rows:
            parts.append(el("h3", source.short, id=f"role-in-{source.id}"))
            parts.append(el("ul", *rows, class_="dt-said"))
    return joined(*parts) if parts else None


def said_row(links: Links, gist: str, saying: Saying) -> Markup:
    """Return one statement in our words, with its own words, its word of strength, and the nodes that rest on it."""
    quotes = tuple(saying.quotes.values())
    strong = Markup(", ").join(el("strong", f"“{word}”") for word in dict.fromkeys(q.strength for q in quotes) if word)
    return el(
        "li",
        gist,
        el("p", "Strength: ", strong) if strong else None,
        el("p", el("small", "In its words: ", cite.all_quoted(links, quotes))),
        el("p", el("small", "Stands with: ", Markup("; ").join(by_badges(links, saying.uses.values())))),
    )


def strength(links: Links, quotes: Sequence[Quote]) -> Markup | None:
    """Return the sources' own words of strength, where they have any."""
    return el("div", "Strength: ", cite.strengths(links, quotes)) if wording.strengths(tuple(quotes)) else None


def treatment_row(links: Links, uses: Uses, use: Use) -> Markup:
    """Return a treatment with the patients it applies to, every answer it depends on, and the sources of its words."""
    assert isinstance(use.node, Treatment)
    tree = links.library.trees[use.tree]
    quotes = quotes_of(use.node.because)
    asked = conditions(tree, use.node)
    after = [
        f"In time, after “{wording.title(back.node)}”: {back.way.says}."
        for back in uses.into_node[use.tree, use.node.id]
        if isinstance(back.way, Event | Onward)
    ]
    return el(
        "li",
        node_link(links, use),
        " ",
        wording.firmly(use.node),
        noted(links, use),
        el("p", f"Duration: {wording.duration(use.node.duration).removeprefix('duration ')}."),
        el("p", f"{tree.applies_to}. ", " ".join(after)),
        answers_to(asked, "Answered on every way to it:", always=True),
        answers_to(asked, "Answered on some ways to it:", always=False),
        el("p", el("small", "Rests on ", cited(links, quotes))),
    )


def cited(links: Links, quotes: Sequence[Quote]) -> Markup:
    """Return the statements that words were taken from, each source in full with its own."""
    return Markup("; ").join(
        joined(
            cite.source(links, source),
            ": ",
            Markup(", ").join(
                el("a", at, href=links.source(source.id, at), class_="dt-cite")
                for at in dict.fromkeys(quote.at for quote in of)
            ),
        )
        for source, of in cite.by_source(quotes)
    )


def answers_to(found: Iterable[Condition], head: str, *, always: bool) -> Markup | None:
    """Return the questions on every way to a treatment, or else on some, with the answers that lead on to it."""
    rows = [
        el("li", f"{wording.title(each.asked)} ", el("strong", "; or ".join(way.says for way in each.leading)))
        for each in found
        if each.always == always
    ]
    return joined(el("p", head), el("ul", *rows)) if rows else None


def action_row(links: Links, use: Use) -> Markup:
    """Return an action with what it says, its notes, how firmly the sources speak, and their words."""
    assert isinstance(use.node, OUTCOMES)
    quotes = quotes_of(use.node.because)
    notes = [el("li", note) for note in use.node.notes]
    whose = "the sources" if len(cite.by_source(quotes)) > 1 else "the source"
    return el(
        "li",
        node_link(links, use),
        noted(links, use),
        el("ul", *notes) if notes else None,
        strength(links, quotes),
        el("p", el("small", f"In the words of {whose}: ", cite.all_quoted(links, quotes))),
    )


def cautions(links: Links, found: DrugUses) -> Markup | None:
    """Return the side effects and cautions by kind, and those that a source states of no drug by name."""
    groups = [(HEADS[kind], f"cautions-{number}", found.actions(kind)) for number, kind in enumerate(CAUTIONS, 1)]
    groups.append((LED_TO, "cautions-of-no-drug", found.cautions_of_no_drug()))
    parts = [
        joined(el("h3", head, id=anchor), listed(uses, lambda use: action_row(links, use)))
        for head, anchor, uses in groups
        if uses
    ]
    return joined(*parts) if parts else None


def differences(links: Links, found: DrugUses) -> Markup | None:
    """Return each matter on which sources differ, where an outcome about the drug shows it or it names the drug."""
    given = found.differences()
    by_collection = {name: [each for of, each in given if of == name] for name, _ in given}
    return joined(*(differing(links, name, differs) for name, differs in by_collection.items())) if given else None


def noted(links: Links, use: Use) -> Markup | None:
    """Return what is suspect of an outcome and what a newer source says since: it is read first."""
    node = use.node
    newer = since.in_short(links, use.tree.partition("/")[0], node.since) if isinstance(node, OUTCOMES) else None
    found = (suspect.block(links, node), newer)
    return joined(*found) if any(found) else None


def changed_since(links: Links, found: DrugUses) -> Markup | None:
    """Return each note that an outcome about the drug has, or that names the drug."""
    parts = [since.block(links, collection, notes) for collection, notes in found.notes().items()]
    return joined(*parts) if parts else None


def trials(links: Links, drug: Drug) -> Markup | None:
    """Return the trials whose quoted words name a drug."""
    rows = [
        el("li", cite.trial(links, collection, trial))
        for collection, known in links.library.trials.items()
        for trial in known.values()
        if names(trial, drug)
    ]
    return el("ul", *rows) if rows else None


def by_tree(links: Links, uses: Iterable[Use]) -> Markup | None:
    """Return every node that names a drug, tree by tree, each by its badge and its words."""
    found: dict[str, list[Use]] = {}
    for use in uses:
        found.setdefault(use.tree, []).append(use)
    rows = [
        el("li", el("a", links.library.trees[name].title, href=links.tree(name)), el("ul", *badged(links, of)))
        for name, of in found.items()
    ]
    return el("ul", *rows) if rows else None


def badged(links: Links, uses: Iterable[Use]) -> list[Markup]:
    """Return nodes as items of a list: each with its badge, its words and its kind."""
    rows = []
    for use in uses:
        text = f"{badges(links.library.trees[use.tree])[use.node.id]}: {wording.title(use.node)}"
        link = el("a", text, href=links.tree(use.tree, use.node.id))
        rows.append(el("li", link, " ", el("small", wording.kind(use.node))))
    return rows
