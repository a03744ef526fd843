"""The search: the right tree is among the first three for what clinicians type, and they are told what was sought."""

import re
import shutil
import subprocess
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers.browser import MODULES, serving, visiting
from helpers.host import Host
from helpers.pages import read_page, target
from helpers.present import absent
from helpers.searching import Search, searching, tree_of, without_words
from helpers.shipped_walk import NODE
from playwright.sync_api import Browser, expect

from macros.finishing import search as finishing
from trees.core.library import Library
from trees.core.parts import parts_within
from trees.core.since import Since

HERE = Path(__file__).parent
QUERIES = tomllib.loads((HERE / "search_queries.toml").read_text(encoding="utf-8"))["query"]
UNSEEN = tomllib.loads((HERE / "search_queries_unseen.toml").read_text(encoding="utf-8"))["query"]
SPELLINGS = tomllib.loads((HERE / "spellings.toml").read_text(encoding="utf-8"))["same"]
ENOUGH = 48
ENOUGH_UNSEEN = 45
LATER = {"change/", "maintain/", "trees/example/", "trials/example/", "glossary/example/", "sources/example_2020/"}
LATER |= {"drugs/osmatil/", "drugs/velurin/"}
TERSER = MODULES / "terser" / "bin" / "terser"


def missed(search: Search, queries: list[dict[str, Any]] = QUERIES) -> list[str]:
    """Return each query whose tree is not among the first three, with what is there."""
    missed = []
    for query in queries:
        first = search.type(query["typed"])[:3]
        if not set(query["right"]) & {tree_of(address) for address in first}:
            missed.append(f"{query['typed']} ({query['kind']}): {', '.join(first)}")
    return missed


@pytest.fixture(scope="module")
def search(browser: Browser, origin: str) -> Iterator[Search]:
    """The search of the site, open on its home page."""
    with searching(browser, origin) as opened:
        yield opened


def test_the_right_tree_is_among_the_first_three_for_what_clinicians_type(search: Search) -> None:
    misses = missed(search)

    assert len(QUERIES) == 50
    assert len(QUERIES) - len(misses) >= ENOUGH, "\n".join(misses)


def test_nearly_as_many_are_found_of_queries_that_nobody_had_seen_when_the_search_was_made(search: Search) -> None:
    misses = missed(search, UNSEEN)

    assert len(UNSEEN) == 50
    assert len(UNSEEN) - len(misses) >= ENOUGH_UNSEEN, "\n".join(misses)


def test_fewer_are_found_without_the_words_that_the_trees_give_the_search(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    shutil.copytree(site, tmp_path / "site")
    without_words(site, tmp_path / "site")

    with serving(tmp_path / "site") as origin, searching(browser, origin) as search:
        assert len(QUERIES) - len(missed(search)) < ENOUGH - 5


def test_nothing_invented_and_nothing_for_maintainers_comes_before_medicine(search: Search, library: Library) -> None:
    later = tuple(finishing.later(library))
    assert set(later) >= LATER
    for query in QUERIES:
        shown = search.type(query["typed"])
        after = [address for address in shown if f"{address}/".startswith(later)]
        assert shown[len(shown) - len(after) :] == after, query["typed"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("velurin", "drugs/velurin"),
        ("tarn nodule", "trees/example/tarn_nodule"),
        ("lump", "trees/example/tarn_nodule"),
        ("sunitinib", "drugs/sunitinib"),
        ("nexavar", "drugs/sorafenib"),
        ("glossary", "glossary"),
        ("fingerprint", "change/errors"),
    ],
)
def test_what_is_asked_for_by_its_own_words_comes_first(search: Search, typed: str, first: str) -> None:
    assert search.type(typed)[0] == first


@pytest.mark.parametrize(("british", "american"), SPELLINGS)
def test_british_spelling_finds_what_american_spelling_finds(search: Search, british: str, american: str) -> None:
    assert search.type(british) == search.type(american) != []
    assert "Showing results for" not in search.told()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("imatanib intolerance", "Showing results for: imatinib intolerance."),
        ("gleevac", "Showing results for: gleevec. Also searched for: imatinib."),
        ("QOL", "Also searched for: quality of life."),
        ("intolerance of imatinib", ""),
        ("tumors", ""),
        ("imatin", ""),
        ("", ""),
    ],
)
def test_a_reader_is_told_what_was_searched_for_where_it_is_not_what_was_typed(
    search: Search, typed: str, told: str
) -> None:
    search.type("QOL" if typed != "QOL" else "RFA")
    search.type(typed)

    assert search.told() == told


@pytest.mark.parametrize("typed", ["qwzxv", "qwertzuiop yxcvbnm", "zzz 9999"])
def test_nonsense_finds_nothing_and_is_told_so(search: Search, typed: str) -> None:
    assert search.type(typed) == []
    assert search.says() == "No matching documents"
    assert search.told() == ""


@pytest.mark.parametrize("typed", ["lenvatinib", "masitinib", "ponatinib"])
def test_a_drug_that_no_tree_names_is_not_taken_for_another(search: Search, typed: str) -> None:
    assert search.type(typed) == []


@pytest.mark.parametrize("typed", ["ripretinib", "avapritinib"])
def test_a_drug_that_only_the_newer_source_names_leads_to_the_trees_that_say_so(
    search: Search, library: Library, typed: str
) -> None:
    notes = {each.id for known in library.since.values() for each in known.values() if typed in repr(each).lower()}
    told = {
        name.rpartition("/")[2]
        for name, tree in library.full_names()
        if any(isinstance(each, Since) and each.id in notes for each in parts_within(tree))
    }

    found = {tree_of(address) for address in search.type(typed)} - {None}
    assert found
    assert found <= told


def test_the_words_of_all_pages_are_sent_for_when_the_search_is_reached_for_and_not_before(
    browser: Browser, origin: str
) -> None:
    with visiting(browser, origin) as visit:
        page = visit.open("trees/example/tarn_nodule/")
        page.wait_for_load_state("networkidle")
        before = [each for each in visit.requests if "search_index" in each]
        with page.expect_response(lambda response: response.url.endswith("/search/search_index.json")):
            page.keyboard.press("s")

    assert before == []


def test_what_is_not_found_of_a_query_is_shown_as_missing(search: Search) -> None:
    search.type("xyzzyx imatinib")

    missing = search.page.locator(".md-search-result__item").first.locator(".md-search-result__terms")
    expect(missing.first).to_have_text(re.compile("xyzzyx"))
    search.type("RFA")
    expect(missing).to_have_count(0)


def test_the_notation_of_the_theme_works_as_before(search: Search) -> None:
    counts = []
    for typed in ("imatinib ablation", "imatinib +ablation", "+ablation -embolization"):
        search.type(typed)
        counts.append(int(search.says().split()[0]))

    assert counts[0] > counts[1] > counts[2] > 0


def test_a_word_that_is_begun_is_completed_with_one_that_the_pages_have(search: Search) -> None:
    search.type("intoler")

    expect(search.page.locator("[data-md-component=search-suggest]")).to_have_text(re.compile("^intoleran"))


def test_the_key_enter_leads_to_the_first_result(browser: Browser, origin: str) -> None:
    with searching(browser, origin) as search:
        first = search.type("gleevec rash")[0]
        search.page.locator("input.md-search__input").press("Enter")
        expect(search.page).to_have_url(re.compile(rf"^{re.escape(origin)}/{first}/(#.*)?$"))


HANDFUL = [
    each for each in QUERIES if each["typed"] in {"RFA", "imatanib intolerance", "liver embolisation", "sutent 37.5 mg"}
]


def test_the_copy_that_opens_from_a_folder_finds_the_same(browser: Browser, site: Path, tmp_path: Path) -> None:
    (archive,) = site.glob("*.zip")
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path / "on a stick")

    with searching(browser, (tmp_path / "on a stick" / archive.stem).as_uri(), "trees/index.html") as search:
        for query in HANDFUL:
            first = {tree_of(address) for address in search.type(query["typed"])[:3]}
            assert set(query["right"]) & first, query["typed"]
        search.type("QOL")
        assert search.told() == "Also searched for: quality of life."


def test_a_site_below_a_path_finds_the_same_from_any_page(browser: Browser, host: Host) -> None:
    with searching(browser, host.address.rstrip("/"), "trees/example/tarn_nodule/") as search:
        for query in HANDFUL:
            first = {tree_of(address) for address in search.type(query["typed"])[:3]}
            assert set(query["right"]) & first, query["typed"]


def test_every_tree_is_at_most_two_links_from_the_home_page(site: Path, library: Library) -> None:
    reached = {(site / "index.html").resolve()}
    for _ in range(2):
        pages = [read_page(path) for path in reached if path.suffix == ".html"]
        found = {target(page, link) for page in pages for link in page.links}
        reached |= {each[0] for each in found if each is not None}

    far = [name for name in library.trees if (site / "trees" / name / "index.html").resolve() not in reached]
    assert far == []


def test_the_script_is_small_and_stands_before_that_of_the_theme(site: Path) -> None:
    (served,) = (site / finishing.FOLDER).iterdir()
    text = served.read_text(encoding="utf-8")
    ours = finishing.SCRIPT.read_text(encoding="utf-8")

    assert len(ours.splitlines()) < 300
    assert text.index(ours) < text.index("lunr")
    assert {served.name} == {
        name for page in site.rglob("*.html") for name in re.findall(r"workers/(search\.[\w.]+js)", page.read_text())
    }
    if not TERSER.is_file():
        absent("terser is absent: run `make test`, which gets it from npm")
    small = subprocess.run([NODE, TERSER, finishing.SCRIPT, "-c", "-m"], capture_output=True, check=True).stdout
    assert 1_000 < len(small) <= 6_000


def test_every_name_that_a_source_prints_for_a_drug_is_searched_for(library: Library) -> None:
    words = finishing.words_for(library)
    names = words["names"]

    assert isinstance(names, dict)
    assert {"Gleevec", "Sutent", "Stivarga", "Nexavar", "Sprycel", "Tasigna", "Votrient"} <= set(names)
