"""The cases of a collection: patients in sentences, what the sources say for each, and where the trees lead them."""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from macros import since, trust
from macros.basis_pages import page
from macros.links import Links
from macros.markup import Child, count, el, facts, joined
from macros.put import PutCase, PutWalk
from macros.uses import Uses
from trees.core import wording
from trees.core.cases import Expected, Range
from trees.core.evidence import Source
from trees.core.nodes import Collection, Node, Outcome, Tree
from trees.core.numbering import badges

WRITTEN = (
    "Each sentence, and what the sources say for it, was written from the texts alone, before the trees were read. "
    "How each case is put to the trees was added after; where the two then differed, “Settled” says what was done. "
    "The patients are invented."
)
PRACTICED = ": the same patients without their ends, to walk for yourself and then to compare."
Registered = Mapping[str, Source]
"""The source of each statement number of a collection."""


def cases_page(links: Links, uses: Uses, name: str) -> str:
    """Return every case that is put to a tree, under the tree and outcome its way ends in; its id is its anchor."""
    collection = links.library.collections[name]
    cases = uses.cases.get(name, ())
    trees = [(tree, uses.cases_of_tree.get(f"{name}/{tree.id}", [])) for tree in links.library.in_order(name)]
    groups = [(tree, known) for tree, known in trees if known]
    index = (el("li", el("a", tree.title, href=f"#cases-of-{tree.id}"), f": {len(known)}") for tree, known in groups)
    source_of = registered(links, collection)
    return page(
        "Cases",
        trust.invented(collection),
        el("p", el("a", collection.title, href=links.collection(name)), f". {counted(cases)} {WRITTEN}"),
        el("p", el("a", "Practice", href=links.of_collection("practice", name)), PRACTICED),
        el("p", "A sentence opens what is known of its case. By the tree that the way of each ends in:"),
        el("ul", *index, class_="dt-topics"),
        *(
            el(
                "section",
                el("h2", el("a", tree.title, href=links.tree(f"{name}/{tree.id}")), id=f"cases-of-{tree.id}"),
                *(
                    joined(ended(links, name, tree, node), *(shown(links, source_of, case) for case in of))
                    for node in tree.nodes
                    if (of := [case for case in known if case.ends is not None and case.ends[1].id == node.id])
                ),
            )
            for tree, known in groups
        ),
    )


def ended(links: Links, collection: str, tree: Tree, node: Node) -> Markup:
    """Return the heading of the cases that end in an outcome, or in a choice: its badge and its words."""
    badge = el("span", badges(tree)[node.id], class_="dt-badge")
    link = el("a", wording.title(node), href=links.tree(f"{collection}/{tree.id}", node.id))
    return el("h3", badge, " ", link, class_="dt-ended")


def registered(links: Links, collection: Collection) -> Registered:
    """Return the source of each statement number; the first of the collection's sources that has it."""
    found: dict[str, Source] = {}
    for source in collection.sources:
        for statement in links.library.registers[source.id].statements:
            found.setdefault(statement.id, source)
    return found


def counted(cases: Iterable[PutCase]) -> str:
    """Return how many cases are shown, and how many are not because no tree is asked for them."""
    put = [case.ends is not None for case in cases]
    left = put.count(False)
    text = f"{count(put.count(True), 'case')}."
    return (
        f"{text} {left} more {'is' if left == 1 else 'are'} written, not yet put to the trees, and left out."
        if left
        else text
    )


def shown(links: Links, source_of: Registered, put: PutCase) -> Markup:
    """Return a case: its sentence, and below it how it is put, where it leads, what is said and what is left open."""
    case = put.case
    rows: list[tuple[str, Child]] = []
    for number, walk in enumerate(put.walks, 1):
        which = f" ({number})" if len(put.walks) > 1 else ""
        rows.append((f"Leads to{which}", where(links, walk)))
        rows.append((f"Put to{which}", how_put(links, walk)))
    if case.expects:
        rows.append(("Stated", stated(links, source_of, case.expects)))
    if case.left_open:
        rows.append(("Left open", case.left_open))
    if case.would_decide:
        rows.append(("Would decide", case.would_decide))
    if case.settled:
        rows.append(("Settled", case.settled))
    # A search finds the sentences; what stands below them stands on other pages too.
    body = el("div", facts(rows), data_search_exclude=True)
    return el("details", el("summary", case.says), body, id=case.id, class_="dt-case")


def how_put(links: Links, walk: PutWalk) -> Markup:
    """Return the tree that is asked and each answer in words, with the tree where the way goes on in another."""
    rows, here = [], walk.tree
    for step in walk.asked:
        on = None if step.tree == here else el("small", f"In “{links.library.trees[step.tree].title}”: ")
        here = step.tree
        rows.append(el("li", on, f"{step.says} → ", el("strong", step.answer)))
    tree = el("a", links.library.trees[walk.tree].title, href=links.tree(walk.tree))
    return joined(tree, el("ul", *rows) if rows else None)


def where(links: Links, walk: PutWalk) -> Markup:
    """Return links to the outcomes; where a choice is left, that it is, and what each of its courses leads to."""
    rows = el("ul", *(el("li", outcome_link(links, walk, name, node)) for name, node in walk.outcomes.items()))
    if walk.choice is None:
        return rows
    tree, choice = walk.choice
    link = el("a", wording.title(choice), href=links.tree(tree, choice.id))
    return joined("A choice that is left to patient and clinician: ", link, ". Its courses:", rows)


def outcome_link(links: Links, walk: PutWalk, name: str, node: Outcome) -> Markup:
    """Return a link to an outcome by its badge and words, with its tree where that is not the one that was asked.

    That a newer source says something since stands with it: its words may hold a dose.
    """
    full, _, anchor = name.partition("#")
    tree = links.library.trees[full]
    text = f"{badges(tree)[anchor]}: {wording.title(node)}"
    link = el("a", text if full == walk.tree else f"{tree.title}, {text}", href=links.tree(full, anchor))
    return joined(link, since.in_a_line(node))


def stated(links: Links, source_of: Registered, expects: Iterable[Expected]) -> Markup:
    """Return what the texts say for a case, in our words, each once with everything that is printed about it."""
    return el("ul", *(row for _, row in stated_rows(links, source_of, expects)))


def stated_rows(
    links: Links, source_of: Registered, expects: Iterable[Expected]
) -> Iterator[tuple[list[Expected], Markup]]:
    """Yield the rows of that list, each with what it tells."""
    by_words: dict[str, list[Expected]] = {}
    for each in expects:
        by_words.setdefault(each.what, []).append(each)
    for what, told in by_words.items():
        ways = [joined(*expected(links, source_of, each)) for each in told]
        yield told, el("li", f"{what[:1].upper()}{what[1:]}. ", Markup(" ").join(ways))


def expected(links: Links, source_of: Registered, given: Expected) -> Iterator[Child]:
    """Yield what is printed about it: drug and dose, the source's own words, how firmly, and where."""
    drug = links.library.drugs.get(given.drug or "")
    if drug is not None and (given.mg or given.weeks):
        # Without a dose, the words before name the drug where it matters.
        yield joined(el("a", drug.name, href=links.drug(drug)), f"{dose(given)}. ")
    printed = [words for words in (given.how_often, given.duration) if words]
    if printed:
        yield joined(", ".join(f"“{words}”" for words in printed), ". ")
    if given.strength:
        yield joined("Strength: ", el("strong", f"“{given.strength}”"), ". ")
    cited = []
    for at in sorted(given.statements):
        source = source_of.get(at)
        text = f"{source.short}, {at}" if source else at
        cited.append(el("a", text, href=links.source(source.id, at)) if source else Markup(at))
    yield el("small", "(", Markup(", ").join(cited), ")")


def dose(given: Expected) -> str:
    """Return the daily dose and the weeks on and off in words, each with the comma before it, or nothing."""
    text = ""
    if given.mg is not None:
        text += f", {ends(given.mg)} mg daily{' in split doses' if given.split else ''}"
    if given.weeks is not None:
        on, off = given.weeks
        text += f", {wording.weeks(on)} on, {wording.weeks(off)} off"
    return text


def ends(given: Range) -> str:
    """Return a range: '400 to 600', or one number where it has no width."""
    low, high = given
    return wording.number(low) if low == high else f"{wording.number(low)} to {wording.number(high)}"
