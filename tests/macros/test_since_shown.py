"""What is newer and not followed is told wherever a reader comes upon a tree, and on the advice itself."""

from collections import Counter

import pytest
from conftest import ROOT
from helpers.diagram_reader import drawings_in
from helpers.markup_tree import Element, elements
from helpers.two_sources import LIBRARY as SMALL
from helpers.two_sources import body

from macros.differences_page import differences_page
from macros.figure import ADDS, SINCE, figure
from macros.links import Links
from macros.list_pages import collection_list, drug_list
from macros.tree_page import tree_page
from macros.uses import Uses
from trees.core.library import load
from trees.core.nodes import OUTCOMES, Outcome
from trees.core.review import NOT_REVIEWED
from trees.core.since import SinceKind

REAL = load(ROOT / "trees")
USES = Uses(REAL)
each_tree = pytest.mark.parametrize("name", REAL.trees)
each_collection = pytest.mark.parametrize("name", REAL.collections)


def page(name: str) -> Element:
    return body(tree_page(Links(REAL, f"trees/{name}"), USES, name))


def outcomes(name: str) -> list[Outcome]:
    return [node for node in REAL.trees[name].nodes if isinstance(node, OUTCOMES)]


def counted(found: list[Outcome]) -> str:
    """Say of outcomes on how many a newer source differs, and to how many more it adds."""
    kinds = [{note.change for note in node.since} for node in found]
    adds = sum(each == {SinceKind.ADDS} for each in kinds)
    differs = sum(bool(each) for each in kinds) - adds
    of = f"of {len(found)} outcome{'s' * (len(found) != 1)}"
    if differs:
        return f"Differs on {differs} {of}{f', adds to {adds} more' if adds else ''}."
    return f"Adds to {adds} {of}." if adds else f"No note on any {of}."


@each_tree
def test_the_head_of_every_tree_says_what_is_newer_and_not_followed_and_what_it_touches(name: str) -> None:
    (newer,) = REAL.collections[name.partition("/")[0]].newer
    rows = {row.one("dt").text: row.one("dd") for row in page(name).all("dl", "dt-basis")[0].all("div")}

    told = rows["Since then"].text
    assert told == f"{newer.short}, {newer.date}: newer, not followed. {counted(outcomes(name))} What changed since"
    assert list(rows).index("Since then") < list(rows).index("State")


def test_every_form_of_the_count_is_met_and_one_outcome_is_one() -> None:
    forms = Counter(counted(outcomes(name)).partition(" ")[0] for name in REAL.trees)

    assert set(forms) == {"Differs", "Adds", "No"}


@each_collection
def test_the_list_of_collections_and_the_page_of_differences_say_it_of_the_whole_collection(name: str) -> None:
    every = [node for tree in REAL.in_order(name) for node in outcomes(f"{name}/{tree.id}")]
    home = elements(collection_list(Links(REAL, ""))).text
    differences = body(differences_page(Links(REAL, f"differences/{name}"), USES, name)).text

    for shown in (home, differences):
        assert f"newer, not followed. {counted(every)}" in shown


def test_a_collection_for_which_nothing_newer_was_read_has_no_such_line() -> None:
    shown = body(tree_page(Links(SMALL, "trees/c/first"), Uses(SMALL), "c/first"))

    assert "Since then" not in [each.text for each in shown.all("dt")]
    assert not shown.all("p", "dt-since-none")


@each_tree
def test_every_outcome_ends_with_the_dates_of_its_sources_and_the_review_state(name: str) -> None:
    steps = {each.attributes["data-node"]: each for each in page(name).all("section", "dt-step")}
    for node in outcomes(name):
        quotes = [node.because] if not isinstance(node.because, list | tuple) else node.because
        texts = {quote.source.id: f"{quote.source.short}, {quote.source.date}" for quote in quotes}
        dated = steps[node.id].one("p", "dt-dated").text
        assert dated == f"{'; '.join(texts.values())}. {NOT_REVIEWED}"


@each_tree
def test_a_tag_is_hollow_where_a_newer_source_only_adds_and_the_legend_says_so(name: str) -> None:
    html = str(figure(Links(REAL, f"trees/{name}"), name, REAL.trees[name]))
    drawing = drawings_in(html)[0]
    tags = {
        box.get("data-id"): each.get("class")
        for box in drawing.iter()
        for each in box
        if (each.get("class") or "").startswith("sincec")
    }
    wanted = {
        node.id: "sincec adds" if {note.change for note in node.since} == {SinceKind.ADDS} else "sincec"
        for node in outcomes(name)
        if node.since
    }
    legend = elements(html).one("figcaption").text

    assert tags == wanted
    assert (SINCE in legend, ADDS in legend) == ("sincec" in wanted.values(), "sincec adds" in wanted.values())


def test_invented_drugs_stand_apart_from_medicine() -> None:
    shown = elements(drug_list(Links(REAL, "drugs"))).text
    medicine, _, invented = shown.partition("Invented")

    assert all(each in medicine and each not in invented for each in ("Imatinib", "Sunitinib", "Regorafenib"))
    assert all(each in invented and each not in medicine for each in ("Velurin", "Osmatil"))
