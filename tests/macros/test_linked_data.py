"""What a page says of itself to programs: only what schema.org has words for, and no more than the page says."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from conftest import ROOT
from helpers.basis import sources_shown

from macros import head
from macros.linked_data import Published, of_collection, of_tree, script
from macros.links import Links
from trees.core.basis import LICENSE
from trees.core.digest import digest
from trees.core.library import Library, load
from trees.core.nodes import OUTCOMES, LeftOpen
from trees.core.records import Review

REAL = load(ROOT / "trees")
READERS = "Clinicians who know the disease, educators and maintainers"
MEDICINE = [name for name in REAL.trees if not REAL.collections[name.partition("/")[0]].invented]
INVENTED = [name for name in REAL.trees if name not in MEDICINE]
SITE = "https://example.org/"
TREE = "gist_2017/first_line"

THING = {"@type", "@id", "name", "alternateName", "description", "url", "image", "subjectOf"}
WORK = THING | {
    "about",
    "audience",
    "creativeWorkStatus",
    "dateModified",
    "datePublished",
    "hasPart",
    "inLanguage",
    "isBasedOn",
    "isPartOf",
    "license",
    "mainEntity",
    "mentions",
    "publisher",
    "version",
}
PAGE = WORK | {"lastReviewed", "reviewedBy"}
GUIDELINE = THING | {"evidenceOrigin", "guidelineDate", "guidelineSubject"}
DEFINED = {
    "WebPage": PAGE,
    "MedicalWebPage": PAGE,
    "MedicalGuideline": GUIDELINE,
    "MedicalGuidelineRecommendation": GUIDELINE | {"recommendationStrength"},
    "MedicalCondition": THING,
    "MedicalAudience": THING | {"audienceType"},
    "Audience": THING | {"audienceType"},
    "CreativeWork": WORK,
    "WebSite": WORK,
    "Organization": THING,
    "Person": THING | {"jobTitle"},
}
"""Those properties of each type that we use, as schema.org defines them (read off schema-dts 2.1.0, its typings).

A list, since the vocabulary itself is a package as large as the site: what is not here has to be looked up.
"""


def at(address: str, modified: str | None = None) -> Published:
    return Published(f"{SITE}{address}", SITE, "A site", modified)


def things(data: Any) -> list[dict[str, Any]]:
    """Return every thing within data that has a type."""
    if isinstance(data, list):
        return [each for part in data for each in things(part)]
    if not isinstance(data, dict):
        return []
    own = [data] if "@type" in data else []
    return [*own, *(each for part in data.values() for each in things(part))]


def page_of(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = data["@graph"][0]
    return found


ALL = [of_tree(REAL, name, at(f"trees/{name}/")) for name in REAL.trees]
ALL += [of_collection(REAL, name, at(f"trees/{name}/")) for name in REAL.collections]


@pytest.mark.parametrize("data", ALL, ids=lambda data: page_of(data)["url"])
def test_nothing_is_said_that_schema_org_has_no_word_for(data: dict[str, Any]) -> None:
    assert set(data) == {"@context", "@graph"}
    assert data["@context"] == "https://schema.org"
    for thing in things(data):
        assert set(thing) <= DEFINED[thing["@type"]], thing["@type"]


@pytest.mark.parametrize("name", MEDICINE)
def test_the_page_of_a_tree_says_its_condition_its_readers_its_sources_and_that_nobody_reviewed_it(name: str) -> None:
    collection = REAL.collections[name.partition("/")[0]]
    page, guideline = of_tree(REAL, name, at(f"trees/{name}/", "2026-11-01"))["@graph"]
    assert page["@type"] == "MedicalWebPage"
    assert page["about"] == {"@type": "MedicalCondition", "name": collection.condition}
    assert page["audience"] == {"@type": "MedicalAudience", "audienceType": READERS}
    assert page["dateModified"] == "2026-11-01"
    assert page["license"] == LICENSE
    assert page["version"] == f"{name}@{digest(REAL, name)[:8]}"
    assert "Not reviewed by a clinician" in page["creativeWorkStatus"]
    assert not {"lastReviewed", "reviewedBy"} & set(page)
    sources = sources_shown(REAL, name)
    shown = [(each["name"], each["datePublished"], each["publisher"]["name"]) for each in page["isBasedOn"]]
    assert shown == [(each.title, each.date, each.publisher) for each in sources]
    assert guideline["@type"] == "MedicalGuideline"
    assert page["mainEntity"] == {"@id": guideline["@id"]}
    assert guideline["guidelineDate"] == [each.date for each in sources]
    assert all(f"({each.publisher}, {each.date})" in guideline["evidenceOrigin"] for each in sources)


def test_a_page_whose_last_change_nobody_knows_gives_no_date() -> None:
    assert "dateModified" not in page_of(of_tree(REAL, TREE, at(f"trees/{TREE}/")))


@pytest.mark.parametrize("name", MEDICINE)
def test_a_strength_is_the_sources_own_word_in_its_quote_and_stands_with_the_answers_that_lead_there(name: str) -> None:
    tree = REAL.trees[name]
    by_address = {f"{SITE}trees/{name}/#{node.id}": node for node in tree.nodes}
    for each in page_of(of_tree(REAL, name, at(f"trees/{name}/")))["mentions"]:
        node = by_address[each["url"]]
        assert isinstance(node, OUTCOMES)
        assert not isinstance(node, LeftOpen)
        quotes = {
            f"“{quote.strength}” in “{quote.text}” ({quote.source.short}, {quote.at})"
            for quote in (node.because if isinstance(node.because, tuple) else (node.because,))
        }
        assert set(each["recommendationStrength"].split("; ")) <= quotes
        assert each["description"].startswith(tree.applies_to)


def test_an_outcome_is_given_with_its_conditions() -> None:
    (each, *_) = [each for each in page_of(of_tree(REAL, TREE, at("x/")))["mentions"] if "800 mg" in each["name"]]
    assert each["description"].endswith("Does the tumor carry a KIT exon 9 mutation? Yes.")


@pytest.mark.parametrize("name", INVENTED)
def test_what_is_invented_is_never_told_to_a_program_as_medicine(name: str) -> None:
    said = [
        of_tree(REAL, name, at(f"trees/{name}/")),
        of_collection(REAL, name.partition("/")[0], at("trees/example/")),
    ]
    assert not [each["@type"] for each in things(said) if each["@type"].startswith("Medical")]


def test_a_collection_lists_its_trees_and_says_what_it_is_about() -> None:
    page, guideline = of_collection(REAL, "gist_2017", at("trees/gist_2017/"))["@graph"]
    assert [each["name"] for each in page["hasPart"]] == [tree.title for tree in REAL.in_order("gist_2017")]
    assert guideline["guidelineSubject"]["name"] == "Gastrointestinal stromal tumor"


def reviewed_library(**more: str) -> Library:
    source = REAL.collections["gist_2017"].sources[0]
    given = {"sha256": digest(REAL, TREE), "reviewer": "A. Nobody", "role": "clinician", "date": "2026-11-20", **more}
    record = Review(TREE.partition("/")[2], compared=(source,), **given)
    return replace(REAL, reviews={"gist_2017": [record]})


def test_who_reviewed_a_page_is_said_only_of_the_wording_that_was_reviewed() -> None:
    page = page_of(of_tree(reviewed_library(), TREE, at("x/")))
    assert page["lastReviewed"] == "2026-11-20"
    assert page["reviewedBy"] == [{"@type": "Person", "name": "A. Nobody", "jobTitle": "clinician"}]
    page = page_of(of_tree(reviewed_library(sha256="0" * 64), TREE, at("x/")))
    assert not {"lastReviewed", "reviewedBy"} & set(page)


def test_no_text_ends_the_block_that_it_stands_in() -> None:
    text = "</script><script>alert(1)</script> <!-- & \u2028"
    written = str(script({"name": text}))
    assert re.findall(r"<[^>]*>", written) == ['<script type="application/ld+json">', "</script>"]
    assert json.loads(written.partition(">")[2].removesuffix("</script>")) == {"name": text}


def test_a_title_that_looks_like_markup_stays_text_in_the_head() -> None:
    title = 'A "tree" <b>&</b>'
    tree = replace(REAL.trees[TREE], title=title)
    library = replace(REAL, trees={**REAL.trees, TREE: tree})
    made = str(head.of_tree(Links(library, f"trees/{TREE}"), at(f"trees/{TREE}/"), TREE))
    assert '<meta property="og:title" content="A &#34;tree&#34; &lt;b&gt;&amp;&lt;/b&gt;">' in made
    assert "<b>" not in made
