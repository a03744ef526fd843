"""After one visit the site works without a network, and a page from the copy says so. No request carries an answer."""

import json
import re
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path

import pytest
from helpers.browser import NARROW, WIDE
from helpers.copies import ARCHIVE, KEPT, banner, builds_on, copied, rebuilt
from helpers.host import BELOW, Host
from helpers.pages import addresses
from playwright.sync_api import Browser, expect

TREE = "trees/example/tarn_nodule/"
SHIFTED = """() => new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().flatMap(each => each.sources).map(each => each.node)
    .filter(each => each?.matches?.('.md-header, .md-header *, .dt-copy, .md-tabs, h1')).map(each => each.outerHTML)))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done([]), 1000);
})"""
"""What moved of the top of the page after it was first drawn."""


def test_after_one_visit_every_page_opens_without_a_network_and_says_of_which_day_it_is(
    browser: Browser, host: Host, site: Path
) -> None:
    day = re.search(r'data-date="([^"]+)"', (site / "index.html").read_text(encoding="utf-8"))
    assert day is not None
    with copied(browser, host) as visit:
        host.gone = True
        for address in addresses(site):
            page = visit.open(address)
            words = banner(page)
            assert words is not None, address
            assert words.startswith(f"Offline copy of {day[1]} (")
            assert words.endswith("). The texts may have been corrected since.")
            expect(page.locator("h1").first).to_be_visible()
        assert visit.foreign() == []
        assert visit.complaints == []


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["360", "1440"])
def test_without_a_network_the_search_finds_and_leads_to_what_it_found(
    browser: Browser, host: Host, size: tuple[int, int]
) -> None:
    with copied(browser, host, size) as visit:
        host.gone = True
        page = visit.open(TREE)
        if size == NARROW:
            page.locator("label.md-header__button[for='__search']").click()
        page.locator(".md-search__input").press_sequentially("velurin")
        page.locator(".md-search-result__link").first.click()
        page.wait_for_url(lambda url: TREE not in url)
        expect(page.locator(".dt-copy")).to_be_visible()
        expect(page.locator("h1").first).to_be_visible()
        assert visit.complaints == []


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["360", "1440"])
def test_the_words_of_the_copy_push_nothing_aside(browser: Browser, host: Host, size: tuple[int, int]) -> None:
    with copied(browser, host, size) as visit:
        host.gone = True
        page = visit.open("trees/")
        expect(page.locator(".dt-copy [role=status]")).to_be_in_viewport()
        assert page.evaluate(SHIFTED) == []
        box, header = page.locator(".dt-copy").bounding_box(), page.locator(".md-header").bounding_box()
        assert box is not None
        assert header is not None
        assert header["y"] >= box["y"] + box["height"]
        assert visit.axe() == []


def test_an_old_copy_in_the_browser_warns(browser: Browser, host: Host) -> None:
    with copied(browser, host) as visit:
        host.gone = True
        visit.page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=5000))
        expect(visit.open("trees/").locator(".dt-copy strong")).to_contain_text("Look at the site itself")


def test_with_a_network_no_page_comes_from_the_copy_and_a_change_is_shown_at_once(
    browser: Browser, host: Host, site: Path, tmp_path: Path
) -> None:
    with copied(browser, host) as visit:
        assert banner(visit.open(TREE)) is None
        host.folder = rebuilt(site, tmp_path / "new", "new")
        page = visit.open(TREE)
        assert banner(page) is None
        assert builds_on(page) == ("new", "new")


def test_a_page_that_takes_too_long_comes_from_the_copy(browser: Browser, host: Host) -> None:
    with copied(browser, host) as visit:
        host.slow[TREE] = 20
        page = visit.open(TREE)
        assert banner(page) is not None
        assert page.evaluate("performance.timing.responseStart - performance.timing.navigationStart") >= 2900
        assert page.evaluate("performance.timing.responseStart - performance.timing.navigationStart") < 15000


@pytest.mark.parametrize("status", [HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.BAD_GATEWAY])
def test_a_server_that_cannot_answer_is_as_good_as_none(browser: Browser, host: Host, status: HTTPStatus) -> None:
    with copied(browser, host) as visit:
        host.refused[TREE] = status
        assert banner(visit.open(TREE)) is not None


@pytest.mark.parametrize("status", [HTTPStatus.NOT_FOUND, HTTPStatus.GONE])
def test_a_page_that_was_taken_back_does_not_come_from_the_copy(
    browser: Browser, host: Host, status: HTTPStatus
) -> None:
    with copied(browser, host) as visit:
        host.refused[TREE] = status
        answer = visit.page.goto(f"{host.address}/{TREE}")
        assert answer is not None
        assert answer.status == status
        assert visit.page.locator(".dt-copy").count() == 0


def test_an_address_without_its_last_slash_leads_to_its_page_without_a_network_too(
    browser: Browser, host: Host
) -> None:
    with copied(browser, host) as visit:
        host.gone = True
        page = visit.open(TREE.removesuffix("/"))
        assert page.url == f"{host.address}/{TREE}"
        assert banner(page) is not None


def test_only_the_site_is_kept_and_of_the_reader_only_the_choice_of_colors(
    browser: Browser, host: Host, site: Path
) -> None:
    listed = re.match(r"const COPY = (\{.*\});\n", (site / "sw.js").read_text(encoding="utf-8"))
    assert listed is not None
    files = set(json.loads(listed[1])["files"])
    with copied(browser, host) as visit:
        page = visit.open(f"{TREE}#tarn_nodule?width=12")
        page.locator("label[for='__palette_1']").click()
        kept = page.evaluate(KEPT)
        ((name, urls),) = kept["copies"]
        assert name.startswith(f"copy of {BELOW} ")
        assert {url.removeprefix(f"{host.address}/") for url in urls} == {*files, "?list-of-the-copy"}
        assert kept["local"] == [f"{BELOW}.__palette"]
        assert kept["session"] == []
        assert kept["databases"] == 0
        assert kept["cookie"] == ""
        assert page.context.cookies() == []
    assert {f"{address}index.html" for address in addresses(site)} <= files
    assert ARCHIVE not in files


def test_no_request_of_a_page_or_of_its_worker_carries_an_answer_or_a_search(browser: Browser, host: Host) -> None:
    with copied(browser, host) as visit:
        asked: list[str] = []
        visit.page.context.on("request", lambda request: asked.append(f"{request.url} {request.post_data}"))
        for fragment in ("#secretly?width=secretly", "#tarn_nodule@secretly?width=12"):
            for address in ("", "trees/", TREE, "trees/example/on_velurin/"):
                visit.open(f"{address}{fragment}")
                visit.page.reload()
        page = visit.open(TREE)
        before = len(host.asked)
        page.locator(".dt-walk button.dt-answer").first.click()
        expect(page.locator(".dt-trail")).to_be_visible()
        page.locator(".dt-change").first.click()
        assert len(host.asked) == before, "a walk asks for nothing"
        page.locator(".md-search__input").press_sequentially("secretly velurin")
        page.locator(".md-search-result__link").first.click()
        page.wait_for_url(lambda url: TREE not in url)
        page.wait_for_load_state()
        assert page.context.cookies() == []
    # The browser may note where a page is, with what stands behind the #; it never sends that.
    beyond = [each for each in asked if "secretly" in each.partition("#")[0] or not each.endswith(" None")]

    assert len(host.asked) > 20
    assert beyond == []
    assert [each for each in host.asked if not re.fullmatch(r"[\w/.-]+(\.(js|css)\?v=\w{12})?", each)] == []
    assert "secretly" not in " ".join(host.sent)
    assert not re.search(r"^cookie:", "\n".join(host.sent), re.IGNORECASE | re.MULTILINE)
    # A browser that looks by itself for a newer worker says that the worker asks, and nothing of any page.
    came_from = re.compile(r"^referer: (.*)$", re.IGNORECASE | re.MULTILINE)
    named = {(path, page) for path, sent in zip(host.asked, host.sent, strict=True) for page in came_from.findall(sent)}
    assert named <= {(f"{BELOW}sw.js", f"{host.address}/sw.js")}
