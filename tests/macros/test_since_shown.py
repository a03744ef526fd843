"""What is newer and not followed is told wherever a reader comes upon a tree, and on the advice itself."""

import pytest
from conftest import ROOT
from helpers.diagram_reader import drawings_in
from helpers.markup_tree import Element, elements
from helpers.two_sources import LIBRARY as SMALL
from helpers.two_sources import body

from macros.differences_page import differences_page
from macros.figure import SINCE, figure
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


ORDER = (SinceKind.SAYS_OTHERWISE, SinceKind.DOES_NOT_SAY, SinceKind.ADDS)
"""What a newer source does with an outcome, the most first."""
SAID = dict(zip(ORDER, ("Says otherwise on", "Silent on", "Adds to"), strict=True))
MARKS = dict(zip(ORDER, "≠–+", strict=True))


def most(node: Outcome) -> SinceKind | None:
    return next((kind for kind in ORDER if any(note.change is kind for note in node.since)), None)


def counted(found: list[Outcome]) -> str:
    """Say of outcomes on how many a newer source says otherwise, on how many it is silent, to how many it adds."""
    kinds = [most(node) for node in found]
    parts = [f"{says} {kinds.count(kind)}" for kind, says in SAID.items() if kinds.count(kind)] or ["No note on any"]
    of = f"of {len(found)} outcome{'s' * (len(found) != 1)}"
    return ", ".join([f"{parts[0]} {of}", *(f"{part[0].lower()}{part[1:]}" for part in parts[1:])]) + "."


@each_tree
def test_the_head_of_every_tree_says_what_is_newer_and_not_followed_and_what_it_touches(name: str) -> None:
    newer = REAL.collections[name.partition("/")[0]].newer
    rows = {row.one("dt").text: row.one("dd") for row in page(name).all("dl", "dt-basis")[0].all("div")}

    read = "; ".join(f"{each.short}, {each.date}" for each in newer)
    told = f"{read}: newer, not followed. {counted(outcomes(name))} What changed since"
    assert [row.text for head, row in rows.items() if head == "Since then"] == [told] * bool(newer)
    assert list(rows)[-2:] == (["Since then", "State"] if newer else ["Sources", "State"])


@each_tree
def test_the_search_reads_of_the_head_of_a_tree_what_is_its_own(name: str) -> None:
    rows = page(name).all("dl", "dt-basis")[0].all("div")

    left_out = {row.one("dt").text for row in rows if "data-search-exclude" in row.attributes}
    assert left_out == {row.one("dt").text for row in rows} - {"Which patients"}
    assert {"Sources", "State"} <= left_out


def test_every_form_of_the_count_is_met() -> None:
    forms = {counted(outcomes(name)).partition(" ")[0] for name in REAL.trees}

    assert {"Says", "Adds", "No"} <= forms
    assert ", silent on " in counted([node for name in REAL.trees for node in outcomes(name)])


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
def test_the_tag_of_an_outcome_says_what_a_newer_source_does_and_the_legend_what_that_means(name: str) -> None:
    html = str(figure(Links(REAL, f"trees/{name}"), name, REAL.trees[name]))
    boxes = {each.get("data-id"): list(each) for each in drawings_in(html)[0].iter() if each.get("data-id")}
    tags = {
        node: {(each.get("class") or ""): (each.text or "").strip() for each in parts}
        for node, parts in boxes.items()
        if any((each.get("class") or "").startswith("sincec") for each in parts)
    }
    kinds = {node.id: kind for node in outcomes(name) if (kind := most(node))}
    legend = elements(html).one("figcaption").text

    assert set(tags) == set(kinds)
    for node, kind in kinds.items():
        hollow = " adds" if kind is SinceKind.ADDS else ""
        assert tags[node][f"since{hollow}"].startswith(f"{MARKS[kind]} 20")
        assert f"sincec{hollow}" in tags[node]
    assert {kind for kind, says in SINCE.items() if says in legend} == set(kinds.values())


def test_invented_drugs_stand_apart_from_medicine() -> None:
    shown = elements(drug_list(Links(REAL, "drugs"))).text
    medicine, _, invented = shown.partition("Invented")

    assert all(each in medicine and each not in invented for each in ("Imatinib", "Regorafenib", "Ripretinib"))
    assert all(each in invented and each not in medicine for each in ("Velurin", "Osmatil"))
