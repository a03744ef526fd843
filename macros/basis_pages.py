"""The pages of drugs, trials and sources: what each is, and every node that uses it."""

from collections.abc import Iterable

from markupsafe import Markup

from macros import cite, evidence, trust
from macros.links import Links
from macros.markup import block, el, facts, heading, joined
from macros.uses import Use, Uses, names
from trees.core import wording
from trees.core.branches import Event, Onward
from trees.core.numbering import badges
from trees.core.paths import Condition, conditions
from trees.core.register import Register, Statement

COLUMNS = ("No.", "Kind", "In our words", "Quoted by")


def page(title: str, *parts: Markup | None) -> str:
    """Return a page as Markdown that holds one block of HTML."""
    return f"{heading(title)}\n\n{block(*parts)}\n"


def node_link(links: Links, use: Use) -> Markup:
    """Return a link to a node: 'First-line imatinib, A: Imatinib 800 mg daily'."""
    tree = links.library.trees[use.tree]
    text = f"{tree.title}, {badges(tree)[use.node.id]}: {wording.title(use.node)}"
    return el("a", text, href=links.tree(use.tree, use.node.id))


def treatment_row(links: Links, uses: Uses, use: Use) -> Markup:
    """Return a treatment with the patients it applies to, every answer it depends on, and the sources it follows."""
    tree = links.library.trees[use.tree]
    collection = links.library.collections[use.tree.partition("/")[0]]
    sources = Markup("; ").join(cite.source(links, source) for source in collection.sources)
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
        el("p", f"{tree.applies_to}. ", " ".join(after)),
        answers_to(asked, "Answered on every way to it:", always=True),
        answers_to(asked, "Answered on some ways to it:", always=False),
        el("p", el("small", sources)),
    )


def answers_to(found: Iterable[Condition], head: str, *, always: bool) -> Markup | None:
    """Return the questions on every way to a treatment, or else on some, with the answers that lead on to it."""
    rows = [
        el("li", f"{wording.title(each.asked)} ", el("strong", "; or ".join(way.says for way in each.leading)))
        for each in found
        if each.always == always
    ]
    return joined(el("p", head), el("ul", *rows)) if rows else None


def node_rows(links: Links, uses: Iterable[Use]) -> list[Markup]:
    """Return links to nodes, each an item of a list."""
    return [el("li", node_link(links, use)) for use in uses]


def node_list(links: Links, uses: Iterable[Use]) -> Markup:
    """Return links to nodes as a list, or that there are none."""
    rows = node_rows(links, uses)
    return el("ul", *rows) if rows else el("p", "No node.")


def drug_page(links: Links, uses: Uses, drug_id: str) -> str:
    """Return the page of a drug: every treatment with it, dose by dose, and the trials that name it."""
    library = links.library
    drug = library.drugs[drug_id]
    treatments = uses.of_drug[drug_id]
    trials = [
        (collection, trial)
        for collection, known in library.trials.items()
        for trial in known.values()
        if names(trial, drug)
    ]
    collections = dict.fromkeys(use.tree.partition("/")[0] for use in treatments)
    banners = [trust.invented(library.collections[name]) for name in collections]
    return page(
        drug.name,
        *banners,
        el("h2", "Treatments", id="treatments-with-it"),
        el("ul", *(treatment_row(links, uses, use) for use in treatments)) if treatments else el("p", "No treatment."),
        el("h2", "Trials", id="trials-that-name-it"),
        el("ul", *(el("li", cite.trial(links, collection, trial)) for collection, trial in trials))
        if trials
        else el("p", "No trial."),
    )


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


def source_page(links: Links, uses: Uses, source_id: str) -> str:
    """Return the page of a source: what it is, the trees that quote it, and every statement with who quotes it."""
    register = links.library.registers[source_id]
    source = register.source
    rows = [
        ("Title", source.title),
        ("Published by", source.publisher),
        ("Date", el("time", source.date, datetime=source.date)),
        ("Written for", source.readers),
        ("Address", el("a", source.address, href=source.address, rel="noopener external")),
        ("Rights", source.rights),
        *((("Note", source.note),) if source.note else ()),
        ("Register", "whole: every statement is here" if register.whole else "partial: cited for single facts"),
    ]
    trees = [
        el("li", el("a", links.library.trees[name].title, href=links.tree(name)))
        for name in uses.trees_of_source(source_id)
    ]
    return page(
        source.short,
        facts(rows),
        el("h2", "Trees that quote it", id="trees-that-quote-it"),
        el("ul", *trees) if trees else el("p", "No tree."),
        el("h2", "Statements", id="statements-of-the-source"),
        el("p", counted(register)),
        statements(links, uses, register),
    )


def counted(register: Register) -> str:
    """Return how many statements there are of each kind."""
    kinds = [statement.kind.value for statement in register.statements]
    each = ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds))
    return f"{len(kinds)} statements: {each}."


def statements(links: Links, uses: Uses, register: Register) -> Markup:
    """Return every statement by number with its place, kind, gist in our words, and the nodes that quote it."""
    head = el("tr", *(el("th", name, scope="col") for name in COLUMNS))
    rows = (statement_row(links, uses, register, each) for each in register.statements)
    return el("div", el("table", el("thead", head), el("tbody", *rows)), class_="dt-table")


def statement_row(links: Links, uses: Uses, register: Register, given: Statement) -> Markup:
    """Return one statement as a row; its number is the anchor of every citation."""
    quoting = uses.of_statement[register.source.id, given.id]
    trials = [
        el("li", "Trial: ", el("a", trial.name, href=links.trial(collection, trial)))
        for collection, trial in uses.trials_of_statement[register.source.id, given.id]
    ]
    who: Markup | str = el("ul", *node_rows(links, quoting), *trials) if quoting or trials else given.excused
    return el(
        "tr",
        el("th", given.id, scope="row", id=given.id),
        el("td", given.kind.value, data_head=COLUMNS[1]),
        el("td", given.gist, el("br"), el("small", f"{given.at}; line {given.line}"), data_head=COLUMNS[2]),
        el("td", who or "Not quoted.", data_head=COLUMNS[3]),
    )
