"""The change notes of a collection as a page and as an Atom feed that says the same."""

import re
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from helpers.two_sources import LIBRARY as WITHOUT
from helpers.two_sources import body

from macros.changes_page import changes_page
from macros.finishing.feeds import NAMESPACE, write
from macros.links import Links
from macros.uses import Uses
from trees.core.change_notes import in_time
from trees.core.library import load

REAL = load(ROOT / "trees")
SITE = "https://example.org/somewhere/"
A = f"{{{NAMESPACE}}}"
MAY_HOLD = {
    "feed": {"id", "title", "subtitle", "updated", "author", "link", "entry"},
    "entry": {"id", "title", "updated", "link", "content"},
    "author": {"name"},
}
"""What we put into each element. RFC 4287 (4.1) allows more; each of these but link and entry stands at most once."""


@pytest.fixture
def feeds(tmp_path: Path) -> dict[str, ElementTree.Element]:
    for name in REAL.collections:
        (tmp_path / "changes" / name).mkdir(parents=True)
    write(tmp_path, REAL, SITE, "A site")
    found = sorted(tmp_path.rglob("feed.xml"))
    return {path.parent.name: ElementTree.fromstring(path.read_bytes()) for path in found}


def text(parent: ElementTree.Element, name: str) -> str:
    """Return the text of an element that has to be there."""
    found = parent.find(f"{A}{name}")
    assert found is not None, name
    assert found.text, name
    return found.text


def test_every_collection_has_change_notes_and_a_feed_of_them(feeds: dict[str, ElementTree.Element]) -> None:
    assert set(feeds) == set(REAL.collections) == set(REAL.changes)


def test_a_feed_is_valid_atom(feeds: dict[str, ElementTree.Element]) -> None:
    for feed in feeds.values():
        assert feed.tag == f"{A}feed"
        ids = [text(each, "id") for each in (feed, *feed.findall(f"{A}entry"))]
        assert len(set(ids)) == len(ids)
        assert all(re.fullmatch(r"https://\S+", each) for each in ids)
        author = feed.find(f"{A}author")
        assert author is not None
        assert text(author, "name") == "A site"
        for part in (feed, author, *feed.findall(f"{A}entry")):
            held = [each.tag.removeprefix(A) for each in part]
            assert set(held) <= MAY_HOLD[part.tag.removeprefix(A)]
            assert all(held.count(each) == 1 for each in set(held) - {"link", "entry"})
        for part in (feed, *feed.findall(f"{A}entry")):
            assert text(part, "title")
            moment = datetime.fromisoformat(text(part, "updated").replace("Z", "+00:00"))
            assert moment.tzinfo is not None
            links = {(each.get("rel"), each.get("type")): each.get("href", "") for each in part.findall(f"{A}link")}
            assert links["alternate", "text/html"].startswith(SITE)
        assert ("self", "application/atom+xml") in {
            (each.get("rel"), each.get("type")) for each in feed.findall(f"{A}link")
        }
        assert text(feed, "updated") == max(text(each, "updated") for each in feed.findall(f"{A}entry"))


def test_a_feed_says_what_the_page_says_the_last_change_first(feeds: dict[str, ElementTree.Element]) -> None:
    for name, feed in feeds.items():
        known = in_time(REAL, name)
        assert [each.date for each in known] == sorted((each.date for each in known), reverse=True)
        page = body(changes_page(Links(REAL, f"changes/{name}"), Uses(REAL), name))
        for change, entry, part in zip(known, feed.findall(f"{A}entry"), page.all("section", "dt-matter"), strict=True):
            assert text(entry, "id") == f"{SITE}changes/{name}/#{change.id}"
            assert part.one("h2").attributes["id"] == change.id
            assert part.one("h2").text == text(entry, "title") == change.title
            assert text(entry, "updated") == f"{change.date}T00:00:00Z"
            rows = {row.one("dt").text: row.one("dd") for row in part.all("div") if row.all("dt")}
            assert rows["Date"].text == change.date
            assert rows["Treated differently"].text == (change.differently or "Nobody")
            said = text(entry, "content")
            assert (change.differently or "Nobody is treated differently.") in said
            assert change.why in said
            assert rows["Why"].text == change.why
            quotes = [each.text for each in part.all("q")]
            assert all(f"“{quote}”" in said for quote in quotes)
            assert bool(quotes) == (change.because is not None)


def test_the_feed_says_on_what_it_rests_and_that_nobody_reviewed_it(feeds: dict[str, ElementTree.Element]) -> None:
    for name, feed in feeds.items():
        says = text(feed, "subtitle")
        assert "Not medical advice, not current guidance." in says
        assert "Not reviewed by a clinician." in says
        assert all(f"{source.short}, {source.date}" in says for source in REAL.collections[name].sources)


def test_a_collection_without_change_notes_says_so_and_has_no_feed(tmp_path: Path) -> None:
    page = changes_page(Links(WITHOUT, "changes/c"), Uses(WITHOUT), "c")
    assert "No change is recorded." in page
    assert "feed" not in page
    write(tmp_path, WITHOUT, SITE, "A site")
    assert list(tmp_path.iterdir()) == []
