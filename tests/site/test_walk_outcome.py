"""What a reader does with an outcome: what would change it, and the text to take along."""

import pytest
from helpers.walking import Walking
from playwright.sync_api import expect

from trees.core import wording
from trees.core.branches import OtherTree
from trees.core.evidence import quotes_of
from trees.core.nodes import ways
from trees.core.paths import paths
from trees.core.report import hash_of
from trees.core.walk import walk

NODULE, AFTER = "example/tarn_nodule", "example/after_velurin"


def test_an_outcome_says_what_would_change_it_and_each_such_link_leads_there(walking: Walking) -> None:
    page = walking.open("gist_2017/first_line", [("kit_exon_9", "no")])
    expect(page.locator(".dt-changes summary")).to_have_text("What would change this")
    page.locator(".dt-changes summary").click()
    rows = page.locator(".dt-changes li")
    expect(rows).to_have_count(2)
    says = rows.first.inner_text()
    rows.first.locator("a").click()
    expect(page.locator(".dt-card h2")).to_contain_text(says.split("→ ")[1])


@pytest.mark.parametrize("name", ["example/tarn_nodule", "gist_2017/progression_on_imatinib"])
def test_what_is_said_to_change_an_outcome_is_what_trees_walk_says(walking: Walking, name: str) -> None:
    tree = walking.library.trees[name]
    for path in paths(tree):
        if path.after is not None or isinstance(path.end, OtherTree):
            continue
        answers = [(node.id, way.code) for node, way in path.steps]
        page = walking.open(name, answers)
        found = {}
        for row in page.locator(".dt-changes li").all():
            fragment = row.locator("a").get_attribute("href").partition("?")[2]
            found[fragment] = " ".join((row.text_content() or "").split("→ ")[-1].split())
        for fragment, says in found.items():
            given = [tuple(each.split("=")) for each in fragment.split("&")]
            walked = walk(walking.library, name, given)
            ends = [walked.asks] if walked.asks else [each.node for each in walked.outcomes]
            assert says == "; ".join(" ".join(wording.title(end).split()) for end in ends)
            assert [end.id for end in ends] != [path.end.id]
        # Every other answer of every question on the way is there, unless it leads to the same.
        others = sum(len(ways(node)) - 1 for node, _ in path.steps)
        same = sum(
            [
                each.node.id
                for each in walk(
                    walking.library, name, [*answers[:at], (node.id, way.code), *answers[at + 1 :]]
                ).outcomes
            ]
            == [path.end.id]
            for at, (node, taken) in enumerate(path.steps)
            for way in ways(node)
            if way.code != taken.code
        )
        assert len(found) == others - same


def test_the_outcome_is_copied_as_text_with_its_way_its_basis_its_dates_its_hash_and_its_review_state(
    walking: Walking,
) -> None:
    walking.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    name = "gist_2017/first_line"
    page = walking.open(name, [("kit_exon_9", "yes")])
    walking.press("Copy as text")
    expect(page.locator(".dt-done")).to_have_text("Text copied.")
    text = " ".join(page.evaluate("navigator.clipboard.readText()").split())
    reached = walking.library.trees[name].node("imatinib_800")
    quotes = [quote.text for quote in quotes_of(reached.because)]
    dates = [source.date for source in walking.library.collections["gist_2017"].sources]
    wanted = [
        "KIT exon 9 mutation? Yes",
        "Dose: 800 mg daily",
        hash_of(walking.library, name),
        "Not reviewed by a clinician",
        *dates,
        *quotes,
        *(note.says for note in reached.since),
        page.url,
    ]
    assert [each for each in wanted if each not in text] == []
    walking.press("Copy link")
    expect(page.locator(".dt-done")).to_have_text("Link copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
