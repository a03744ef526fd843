"""From every step of every tree leads a link to where its change is proposed, with all that names the step."""

import os
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from conftest import ROOT
from helpers.builds import build, copy_checkout
from helpers.key_reader import read_key
from helpers.markup_tree import elements
from helpers.materials import WHERE

from macros.attribution import Attribution, Where
from macros.embed.page import embed_page
from macros.links import Links
from macros.markup import el
from macros.propose import Proposals, repository
from macros.tree_page import tree_page
from macros.uses import Uses
from trees.core import wording
from trees.core.library import Library, load
from trees.core.nodes import Measure, Question
from trees.core.report import hash_of

LIBRARY = load(ROOT / "trees")
USES = Uses(LIBRARY)
REPOSITORY = "https://example.org/owner/trees"
KNOWN = Where("https://example.org/site/", "A site", "2026-11-22", {}, REPOSITORY)
FORM = ROOT / ".github" / "ISSUE_TEMPLATE" / "propose_change.yml"
LINE = re.compile(r'<p class="dt-propose".*?</p>')
each_tree = pytest.mark.parametrize("name", LIBRARY.trees)


def steps(name: str, where: Where) -> dict[str, str]:
    """Return the line of each step that proposes a change, by the id of the step."""
    page = tree_page(Links(LIBRARY, f"trees/{name}"), USES, name, where)
    sections = re.findall(r'<section class="dt-step[^>]*data-node="([^"]+)">(.*?)</section>', page)
    return {node: line for node, section in sections for line in LINE.findall(section)}


def filled_in(line: str) -> dict[str, str]:
    """Return the fields that the address of a line fills in."""
    href = elements(line).one("a").attributes["href"]
    return {key: value for key, (value,) in parse_qs(urlsplit(href).query, strict_parsing=True).items()}


@each_tree
def test_every_step_leads_to_the_form_with_the_tree_the_step_its_wording_and_the_hash_filled_in(name: str) -> None:
    tree, lines = LIBRARY.trees[name], steps(name, KNOWN)

    assert list(lines) == [node.id for node in tree.nodes]
    for node in tree.nodes:
        fields = filled_in(lines[node.id])
        assert fields["template"] == FORM.name
        assert fields["tree"] == name
        assert fields["node"] == node.id
        assert fields["version"] == hash_of(LIBRARY, name)
        assert fields["wording"].removesuffix("…") in wording.title(node)
        assert fields["title"].startswith(f"{name}, ")


@each_tree
def test_every_address_is_short_enough_for_every_browser_and_server(name: str) -> None:
    hrefs = [elements(line).one("a").attributes["href"] for line in steps(name, KNOWN).values()]

    assert [href for href in hrefs if len(href) >= 2000 or not href.isascii()] == []


def test_even_a_long_wording_in_other_letters_makes_no_address_too_long_and_is_cut_where_it_is_seen() -> None:
    proposals = Proposals(LIBRARY, "example/tarn_nodule", f"https://{'a' * 60}.example/{'b' * 39}/{'c' * 100}")
    start = LIBRARY.trees["example/tarn_nodule"].start
    assert isinstance(start, Question | Measure)
    address = proposals.form(replace(start, asks="≥ ß " * 500))
    fields = {key: value for key, (value,) in parse_qs(urlsplit(address).query).items()}

    assert 1500 < len(address) < 2000
    assert fields["wording"].startswith("≥ ß ≥ ß")
    assert fields["wording"].endswith("…")
    assert fields["title"].endswith("…")


def test_every_field_that_an_address_fills_in_is_a_field_of_the_form() -> None:
    form = yaml.safe_load(FORM.read_text(encoding="utf-8"))
    ids = [part["id"] for part in form["body"] if part["type"] != "markdown"]
    fields = set(filled_in(next(iter(steps("example/tarn_nodule", KNOWN).values()))))

    assert len(ids) == len(set(ids))
    assert fields - {"template", "title"} == {"tree", "node", "version", "wording"}
    assert fields - {"template", "title"} <= set(ids)


@each_tree
def test_without_a_repository_every_step_leads_to_a_page_of_the_site_and_shows_what_to_copy(name: str) -> None:
    lines = steps(name, WHERE)

    for node in LIBRARY.trees[name].nodes:
        line = elements(lines[node.id])
        assert line.one("a").attributes["href"] == "../../../change/propose/"
        assert line.one("code").text == f"{name}#{node.id}@{hash_of(LIBRARY, name)}"


def test_the_name_of_the_link_begins_with_its_words_and_says_which_step() -> None:
    lines = [elements(line).one("a") for line in steps("example/tarn_nodule", WHERE).values()]
    names = [link.attributes["aria-label"] for link in lines]

    assert {link.text for link in lines} == {"Propose a change"}
    assert names[0] == "Propose a change to question 1"
    assert len(set(names)) == len(names)


def test_the_first_card_of_a_walk_has_the_line_that_the_step_has() -> None:
    page = tree_page(Links(LIBRARY, "trees/example/tarn_nodule"), USES, "example/tarn_nodule", KNOWN)
    (card,) = re.findall(r'<section class="dt-card.*?</section>', page)

    assert LINE.findall(card) == [next(iter(steps("example/tarn_nodule", KNOWN).values()))]


def test_the_step_reads_as_before_to_who_reads_the_key() -> None:
    links = Links(LIBRARY, "trees/example/tarn_nodule")
    with_line = tree_page(links, USES, "example/tarn_nodule", KNOWN)
    without = tree_page(links, USES, "example/tarn_nodule")
    keys = [re.findall(r'<section class="dt-step.*?</section>', page) for page in (with_line, without)]

    assert "dt-propose" not in without
    assert read_key("".join(keys[0])) == read_key("".join(keys[1]))


def test_the_page_for_a_frame_proposes_nothing_since_its_reader_is_on_another_site() -> None:
    page = embed_page(USES, "example/tarn_nodule", Attribution(LIBRARY, "example/tarn_nodule", KNOWN), el("br"))

    assert "dt-step" in page
    assert "dt-propose" not in page
    assert REPOSITORY not in page


def test_the_line_is_not_searched_and_not_printed() -> None:
    style = (ROOT / "docs" / "css" / "trees.css").read_text(encoding="utf-8")
    (hidden,) = [line for line in style.partition("@media print {")[2].splitlines() if ".dt-propose" in line]

    assert "display: none" in hidden
    assert all("data-search-exclude" in line for line in steps("example/tarn_nodule", WHERE).values())


def test_an_address_without_a_scheme_or_an_owner_is_refused() -> None:
    assert repository("") == ""
    assert repository("https://example.org/owner/trees/") == REPOSITORY
    refused = ["example.org/owner/trees", "http://example.org/owner/trees", "https://example.org/owner"]
    for given in [*refused, "javascript:alert(1)//a/b", f"{REPOSITORY}?a=b", f'{REPOSITORY}"><script>']:
        with pytest.raises(ValueError, match=r"It must be like https://example\.org/owner/name\."):
            repository(given)


def test_a_site_built_with_the_address_of_its_repository_links_every_step_and_asks_no_other_origin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = copy_checkout(tmp_path / "checkout")
    monkeypatch.setitem(os.environ, "REPOSITORY_URL", REPOSITORY)

    done = build(checkout, tmp_path / "site")

    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site/trees/example/tarn_nodule/index.html").read_text(encoding="utf-8")
    links = re.findall(rf'href="({REPOSITORY}/issues/new[^"]+)"', page)
    of_nodes = len(load(checkout / "trees").trees["example/tarn_nodule"].nodes)
    assert len(set(links)) == of_nodes
    # The first step stands in the walk as well.
    assert len(links) == of_nodes + 1
    # The theme would ask GitHub for figures of the repository that it is told of.
    assert "md-source" not in page
    assert "connect-src 'self'" in page
    proposing = (tmp_path / "site/change/propose/index.html").read_text(encoding="utf-8")
    assert f'href="{REPOSITORY}/issues/new?template=propose_change.yml"' in proposing
    assert "did not tell it" not in proposing


def test_a_repository_that_is_no_address_stops_the_build_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = copy_checkout(tmp_path / "checkout")
    monkeypatch.setitem(os.environ, "REPOSITORY_URL", "owner/trees")

    done = build(checkout, tmp_path / "site")

    assert done.returncode == 1
    assert "REPOSITORY_URL is 'owner/trees'. It must be like https://example.org/owner/name." in done.stderr
    assert "Traceback" not in done.stderr


def test_the_trees_of_the_test_are_all_trees(library: Library) -> None:
    assert set(library.trees) == set(LIBRARY.trees)
    assert len(library.trees) > 20
