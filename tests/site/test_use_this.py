"""“Use this” on a tree's page: what is copied is complete, what is taken away is there, and oEmbed finds the tree."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from helpers.browser import NARROW, serving, visiting
from helpers.builds import build
from helpers.node import asked
from helpers.pages import read_page, target
from playwright.sync_api import Browser, expect

from macros.attribution import Attribution, Where
from macros.downloads.forms import TO_RUN, TO_SHOW
from macros.embed import code, oembed
from macros.put import put_all
from macros.quiz.forms import GIFT
from macros.quiz.gift import is_asked
from macros.references import bibtex, ris
from macros.uses import Uses
from trees.core.library import Library, load

UNFURL = """
const { unfurl } = require("unfurl.js");
unfurl(given, { oembed: true }).then((found) => console.log(JSON.stringify(found)));
"""
RICH = {"version", "type", "html", "width", "height"}
"""What oEmbed 1.0 asks of a thing that is shown by markup."""
MAY = {
    "title",
    "author_name",
    "author_url",
    "provider_name",
    "provider_url",
    "cache_age",
    "thumbnail_url",
    "thumbnail_width",
    "thumbnail_height",
}
"""What it allows beside; the three of a thumbnail only together."""
ADDRESS = "https://example.org/"


def copied(site: Path, name: str) -> list[str]:
    """Every text of a tree's page that is there to be copied."""
    html = (site / "trees" / name / "index.html").read_text(encoding="utf-8")
    return [unescape(each) for each in re.findall(r'<pre class="dt-copied"><code>(.*?)</code></pre>', html)]


def of(site: Path, library: Library, name: str) -> Attribution:
    """The attribution of a tree as its page gives it: of which day it is, the reference on the page says."""
    (day,) = (text.partition("DA  - ")[2][:10] for text in copied(site, name) if text.startswith("TY  - "))
    return Attribution(library, name, Where(ADDRESS, "Executable guideline trees", day.replace("/", "-"), {}))


def test_every_tree_has_its_attribution_its_code_and_its_references_to_copy(site: Path, library: Library) -> None:
    for name in library.trees:
        given = of(site, library, name)
        assert copied(site, name) == [
            given.credit(),
            code.frame(given),
            code.frame(given, "walk"),
            code.picture(given),
            given.address,
            bibtex(given),
            ris(given),
        ], name
        assert all(words in given.credit() for words in (given.title, given.author, given.address, "CC BY 4.0"))


def test_every_form_of_every_tree_is_there_to_take_away(site: Path, library: Library) -> None:
    uses = Uses(library, put_all(library)[0])
    for name in library.trees:
        page = read_page(site / "trees" / name / "index.html")
        linked = [found for link in page.links if "/downloads/" in link and (found := target(page, link))]
        questions = [GIFT] if is_asked(uses, name) else []
        assert [path.name for path, _ in linked] == [
            f"{name.partition('/')[2]}{form.suffix}" for form in (*TO_SHOW, *questions, *TO_RUN)
        ]
        assert all(path.is_file() and path.stat().st_size > 500 for path, _ in linked), name


def test_an_alternative_text_is_short_and_ends_at_a_word(library: Library) -> None:
    for name in library.trees:
        says = code.alternative(Attribution(library, name, Where(ADDRESS, "x", "2026-11-22", {})))
        assert len(says) <= 150
        assert says.startswith("Decision tree: ")


def test_every_tree_has_an_answer_for_oembed_with_all_that_its_rules_ask_and_nothing_else(
    site: Path, library: Library
) -> None:
    for name in library.trees:
        said: dict[str, Any] = json.loads((site / "embed" / name / oembed.NAME).read_text(encoding="utf-8"))
        assert RICH <= set(said) <= RICH | MAY, name
        assert said["version"] == "1.0"
        assert said["type"] == "rich"
        assert [type(said[each]) for each in ("width", "height", "cache_age")] == [int] * 3
        assert (site / said["thumbnail_url"].removeprefix(ADDRESS)).is_file()
        head = (site / "trees" / name / "index.html").read_text(encoding="utf-8").partition("</head>")[0]
        found = re.findall(rf'<link [^>]*type="{re.escape(oembed.TYPE)}"[^>]*>', head)
        assert len(found) == 1
        assert f'href="{ADDRESS}embed/{name}/{oembed.NAME}"' in found[0]
        assert 'title="' in found[0]


def test_a_program_that_knows_oembed_finds_the_frame_by_the_address_of_a_page(tmp_path: Path, checkout: Path) -> None:
    (tmp_path / "published").mkdir()
    with serving(tmp_path / "published") as origin, pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", f"{origin}/site/")
        done = build(checkout, tmp_path / "published" / "site")
        assert done.returncode == 0, done.stderr
        title = load(checkout / "trees").trees["example/tarn_nodule"].title
        for page in ("trees", "embed"):
            found = asked(UNFURL, f"{origin}/site/{page}/example/tarn_nodule/", "unfurl.js")["oEmbed"]
            assert found["type"] == "rich"
            assert found["title"] == title
            assert f'src="{origin}/site/embed/example/tarn_nodule/"' in found["html"]
            assert (found["width"], found["height"]) == (code.WIDTH, code.HEIGHT)
            assert found["thumbnails"][0]["url"] == f"{origin}/site/cards/example/tarn_nodule.png"


def test_what_is_there_to_be_copied_is_copied_whole_by_one_button(browser: Browser, origin: str) -> None:
    with visiting(browser, origin, NARROW, permissions=["clipboard-read", "clipboard-write"]) as visit:
        page = visit.open("trees/example/tarn_nodule/")
        for folded in page.locator(".dt-use summary").all():
            folded.click()
        texts = page.locator(".dt-copied")
        buttons = page.locator(".dt-copy-button")
        expect(buttons).to_have_count(texts.count())
        for place in range(texts.count()):
            buttons.nth(place).click()
            expect(page.locator(".dt-copied-what [role=status]").nth(place)).to_have_text("Copied.")
            assert page.evaluate("() => navigator.clipboard.readText()") == texts.nth(place).inner_text()
        assert visit.complaints == []


def test_where_a_browser_does_not_let_a_page_copy_the_text_is_marked(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        visit.page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
        page = visit.open("trees/example/tarn_nodule/")
        page.locator(".dt-copy-button").first.click()
        expect(page.locator(".dt-copied-what [role=status]").first).to_contain_text("keyboard")
        assert page.evaluate("() => String(getSelection())") == page.locator(".dt-copied").first.inner_text()


def test_the_list_of_frames_has_every_tree_with_its_picture(site: Path, library: Library) -> None:
    page = read_page(site / "embed" / "index.html")
    html = (site / "embed" / "index.html").read_text(encoding="utf-8")
    for name in library.trees:
        assert f"{name}/" in page.links
        assert f'<img src="../cards/{name}.png"' in html
        assert f"../trees/{name}/#use-this" in page.links
