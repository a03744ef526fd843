"""The page of a drug: every line with its citation, every node that names it, and nothing that is said of another."""

import re
from html import unescape

import pytest
from conftest import ROOT
from helpers.markup_tree import elements

from macros.drug_page import drug_page
from macros.drug_uses import CAUTIONS, DrugUses, named
from macros.links import Links
from macros.uses import Uses
from trees.core import wording
from trees.core.check.quoting import all_quotes
from trees.core.evidence import quotes_of
from trees.core.library import load
from trees.core.nodes import Action, ActionKind, Treatment, quotes_in
from trees.core.numbering import badges

LIBRARY = load(ROOT / "trees")
USES = Uses(LIBRARY)
SECTIONS = (
    "in-short",
    "what-changed-since",
    "treatments-with-it",
    "role-of-the-drug",
    "how-it-is-taken",
    "side-effects-and-cautions",
    "where-the-sources-differ",
    "trials-that-name-it",
    "every-node-that-names-it",
)
each_drug = pytest.mark.parametrize("drug", LIBRARY.drugs)


def sections(drug: str) -> dict[str, str]:
    """Return the HTML of each section of a page by its anchor."""
    html = drug_page(Links(LIBRARY, f"drugs/{drug}"), USES, drug).replace("\xa0", " ")
    parts = re.split(r'<h2 id="([^"]*)">', html)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def text(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


PAGES = {drug: sections(drug) for drug in LIBRARY.drugs}


@each_drug
def test_a_page_has_every_section_in_order_and_none_is_empty(drug: str) -> None:
    assert tuple(PAGES[drug]) == SECTIONS
    for html in PAGES[drug].values():
        assert text(html.partition("</h2>")[2]).strip()


@each_drug
def test_no_paragraph_holds_what_a_browser_would_close_it_for(drug: str) -> None:
    html = drug_page(Links(LIBRARY, f"drugs/{drug}"), USES, drug)
    paragraphs = elements(html[html.index("<div") :]).all("p")
    assert paragraphs
    assert [each.text for each in paragraphs if any(each.all(tag) for tag in ("p", "ul", "div", "dl", "h3"))] == []


@each_drug
def test_in_short_tells_every_other_name_and_exactly_the_sources_whose_quoted_words_name_it(drug: str) -> None:
    given = LIBRARY.drugs[drug]
    naming = {quote.source.id for quote in all_quotes(LIBRARY) if named(given, quote.text)}
    short = PAGES[drug]["in-short"]
    assert all(name in text(short) for name in given.also)
    rows = short.partition("Sources that name it")[2]
    assert {source for source in LIBRARY.sources if f"sources/{source}/" in rows} == naming


@each_drug
def test_every_line_of_a_role_stands_under_its_own_source_with_its_citation_and_its_nodes(drug: str) -> None:
    html = PAGES[drug]["role-of-the-drug"]
    for source, part in re.findall(r'<h3 id="role-in-([^"]*)">(.*?)(?=<h3|$)', html, re.DOTALL):
        rows = re.findall(r"<li>(.*?)</li>", part)
        assert rows
        for row in rows:
            assert set(re.findall(r"sources/(\w+)/#", row)) == {source}
            assert "<q>" in row
            assert re.search(r"Stands with: [^<]*: <a [^>]*href=\"[^\"]*trees/", row)


@each_drug
def test_every_treatment_with_it_stands_with_its_duration_and_the_sources_of_its_own_quotes_alone(drug: str) -> None:
    html = PAGES[drug]["treatments-with-it"]
    rows = re.split(r'<li><a href="(?=[^"]*trees/)', html)[1:]
    treatments = [
        (name, node)
        for name, tree in LIBRARY.full_names()
        for node in tree.nodes
        if isinstance(node, Treatment) and node.drug.id == drug
    ]
    assert len(rows) == len(treatments)
    for row, (name, node) in zip(rows, treatments, strict=True):
        assert f"{name.partition('/')[2]}/#{node.id}" in row
        assert wording.dose(node.dose) in text(f"<{row}")
        assert wording.duration(node.duration).removeprefix("duration ") in text(f"<{row}")
        # What a newer source says since is none of its words.
        row = re.sub(r'<div class="dt-since">.*?</div>', "", row)
        cited = set(re.findall(r"sources/(\w+)/#(\w+)", row))
        assert cited == {(quote.source.id, quote.at) for quote in quotes_of(node.because)}
        assert set(re.findall(r"sources/(\w+)/\"", row)) == {quote.source.id for quote in quotes_of(node.because)}
    assert rows or "No tree has a treatment with it." in html


@each_drug
def test_no_treatment_stands_without_what_has_changed_since(drug: str) -> None:
    rows = re.split(r'<li><a href="(?=[^"]*trees/)', PAGES[drug]["treatments-with-it"])[1:]
    treatments = [use.node for use in USES.of_drug[drug]]
    for row, node in zip(rows, treatments, strict=True):
        assert isinstance(node, Treatment)
        told = " ".join(text(each) for each in re.findall(r'<div class="dt-since">.*?</div>', row))
        assert told.count(": ") >= len(node.since)
        for note in node.since:
            assert f"{note.source.short} {note.change.value}. {note.topic}: {note.says}" in told
            assert note.source.date in told
        assert bool(told) == bool(node.since)


def test_the_page_of_a_drug_tells_of_each_note_that_an_outcome_about_it_has_or_that_names_it() -> None:
    told = {drug: set(re.findall(r'since/\w+/#(\w+)"', PAGES[drug]["what-changed-since"])) for drug in PAGES}

    assert {"start_at_400", "d842v_first", "raise_from_400", "second_line", "hemoglobin"} <= told["imatinib"]
    assert {"second_line", "forms_of_sunitinib", "heart_on_sunitinib", "tolerated_dose"} <= told["sunitinib"]
    assert {"regorafenib_dose", "figures_regorafenib"} <= told["regorafenib"]
    assert "dasatinib_not_named" in told["dasatinib"]
    assert "tea" in told["osmatil"]
    assert "dose_for_pain" in told["velurin"]
    assert "forms_of_sunitinib" not in told["imatinib"]


@each_drug
def test_every_action_that_lists_it_stands_in_its_section_with_notes_and_words(drug: str) -> None:
    wanted = {ActionKind.HOW_TAKEN: "how-it-is-taken"} | dict.fromkeys(CAUTIONS, "side-effects-and-cautions")
    for name, tree in LIBRARY.full_names():
        for node in tree.nodes:
            if not isinstance(node, Action) or node.kind not in wanted or drug not in [each.id for each in node.drugs]:
                continue
            html = PAGES[drug][wanted[node.kind]]
            assert f"{name.partition('/')[2]}/#{node.id}" in html
            assert all(note in text(html) for note in node.notes)
            for quote in quotes_of(node.because):
                assert f"{quote.text} ({quote.source.short}, {quote.at})" in text(html)


@each_drug
def test_every_node_that_names_it_or_gives_it_is_listed_and_no_other(drug: str) -> None:
    html = PAGES[drug]["every-node-that-names-it"]
    listed = set(re.findall(r'trees/(\w+/\w+)/#(\w+)"', html))
    for name, tree in LIBRARY.full_names():
        for node in tree.nodes:
            given = LIBRARY.drugs[drug]
            its_own = (wording.title(node), *(quote.text for quote in quotes_in(node)))
            if named(given, *its_own):
                assert (name, node.id) in listed
                assert f"{badges(tree)[node.id]}: {wording.title(node)}" in text(html)
    for name, node_id in listed:
        node = LIBRARY.trees[name].node(node_id)
        about = isinstance(node, Treatment | Action) and drug in repr(node)
        assert about or any(each.casefold() in repr(node).casefold() for each in LIBRARY.drugs[drug].names)


def test_a_section_on_which_nothing_is_said_says_so() -> None:
    nothing = {
        "role-of-the-drug": "No source says what it is used for.",
        "how-it-is-taken": "No source says how it is taken.",
        "side-effects-and-cautions": "No source names a side effect of it, or a caution.",
        "where-the-sources-differ": "No difference concerns it.",
        "trials-that-name-it": "No trial names it.",
    }
    for drug, given in LIBRARY.drugs.items():
        uses = DrugUses(LIBRARY, given)
        silent = {
            "how-it-is-taken": not uses.actions(ActionKind.HOW_TAKEN),
            "where-the-sources-differ": not uses.differences(),
            "role-of-the-drug": not uses.role(),
        }
        for section, is_silent in silent.items():
            assert (nothing[section] in PAGES[drug][section]) == is_silent, (drug, section)
    assert any(nothing["how-it-is-taken"] in page["how-it-is-taken"] for page in PAGES.values())
    assert any(nothing["trials-that-name-it"] in page["trials-that-name-it"] for page in PAGES.values())


def test_no_role_rests_on_a_source_that_never_names_the_drug() -> None:
    for drug, given in LIBRARY.drugs.items():
        uses = DrugUses(LIBRARY, given)
        assert set(uses.role()) <= set(uses.sources), drug


def test_what_is_said_of_several_drugs_at_once_counts_for_each_only_where_it_is_named() -> None:
    for given in LIBRARY.drugs.values():
        for statements in DrugUses(LIBRARY, given).role().values():
            for saying in statements.values():
                shared = [
                    use for use in saying.uses.values() if isinstance(use.node, Action) and len(use.node.drugs) > 1
                ]
                if len(shared) == len(saying.uses):
                    assert named(given, *saying.quotes), (given.id, list(saying.quotes))


def test_a_name_is_found_as_a_whole_word_in_any_letters() -> None:
    given = next(iter(LIBRARY.drugs.values()))
    assert named(given, f"with {given.name.upper()}, daily")
    assert not named(given, f"{given.name}x", f"x{given.name}")
