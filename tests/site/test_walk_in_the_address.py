"""A walk stands in the address: Back, reload, a copied link and a page of another tree bring the same state back."""

import pytest
from helpers.walking import Walking
from playwright.sync_api import expect

from trees.core.branches import OtherTree
from trees.core.paths import paths
from trees.core.report import hash_of

NODULE, AFTER = "example/tarn_nodule", "example/after_velurin"


def test_back_forward_reload_and_a_copied_link_bring_the_same_state_back(walking: Walking) -> None:
    page = walking.open(NODULE)
    states = [(page.url, walking.shown())]
    for _ in range(3):
        page.locator(".dt-card .dt-answers button").first.click()
        page.wait_for_url(lambda url, last=states[-1][0]: url != last)
        page.wait_for_load_state()
        states.append((page.url, walking.shown()))
        if page.locator(".dt-card .dt-facts").count():
            break
    assert len(states) > 2
    for url, shown in reversed(states[:-1]):
        page.go_back()
        page.wait_for_url(url)
        assert walking.shown() == shown
    for url, shown in states[1:]:
        page.go_forward()
        page.wait_for_url(url)
        assert walking.shown() == shown
    page.reload()
    assert walking.shown() == states[-1][1]
    page.goto("about:blank")
    page.goto(states[-1][0])
    assert walking.shown() == states[-1][1]


def test_a_link_made_with_another_version_says_so_and_stops_at_the_last_answer_that_makes_sense(
    walking: Walking,
) -> None:
    library, short = walking.library, NODULE.partition("/")[2]
    node, way = next(path for path in paths(library.trees[NODULE]) if path.after is None).steps[0]
    page = walking.page
    walking.visit.open(f"trees/{NODULE}/#{short}@00000000?{node.id}={way.code}&no_such_question=yes")
    expect(page.locator(".dt-stale").first).to_contain_text(f"another version of “{library.trees[NODULE].title}”")
    expect(page.locator(".dt-stale").last).to_contain_text("Not every answer")
    expect(page.locator(".dt-trail .dt-change")).to_have_count(1)
    page.goto("about:blank")
    walking.visit.open(f"trees/{NODULE}/#{short}@{hash_of(library, NODULE)}?{node.id}=no_such_answer")
    expect(page.locator(".dt-stale")).to_contain_text("Not every answer")
    assert walking.shown()["cards"] == [node.id]


@pytest.mark.parametrize(
    "fragment", ["no_such_tree@1", "@", "tarn_nodule@", "%E0%A4%A", "tarn_nodule@1?%E0=%", "?a=b", "__proto__@1"]
)
def test_an_address_that_makes_no_sense_shows_the_first_question_and_nothing_else(
    walking: Walking, fragment: str
) -> None:
    page = walking.visit.open(f"trees/{NODULE}/#{fragment}")
    assert walking.shown()["cards"] == [walking.library.trees[NODULE].start.id]
    assert page.locator(".dt-trail li").count() == 0


def test_a_walk_opened_on_the_page_of_another_tree_leads_to_its_own(walking: Walking) -> None:
    page = walking.visit.open(f"trees/{AFTER}/#{walking.fragment(NODULE)}")
    page.wait_for_url(f"**/trees/{NODULE}/#*")
    assert walking.shown()["cards"] == [walking.library.trees[NODULE].start.id]


def test_every_jump_carries_the_answers_over_to_the_page_of_the_other_tree(walking: Walking) -> None:
    for name, tree in walking.library.full_names():
        seen = set()
        for path in paths(tree):
            if path.after is not None or not isinstance(path.end, OtherTree) or path.end.name in seen:
                continue
            seen.add(path.end.name)
            answers = [(node.id, way.code) for node, way in path.steps]
            page = walking.open(name, answers)
            page.wait_for_url(lambda url, home=f"/trees/{name}/": home not in url)
            assert all(f"{key}={value}" in page.url for key, value in answers)
            trail = walking.shown()["trail"]
            assert all(any(way.says in line for line in trail) for _, way in path.steps)


def test_back_one_step_and_start_over(walking: Walking) -> None:
    page = walking.open(NODULE)
    page.locator(".dt-card .dt-answers button").first.click()
    expect(page.locator(".dt-trail .dt-change")).to_have_count(1)
    walking.press("Back one step")
    expect(page.locator(".dt-trail .dt-change")).to_have_count(0)
    assert walking.shown()["cards"] == [walking.library.trees[NODULE].start.id]
    walking.press("Start over")
    expect(page.locator(".dt-tools")).to_have_count(0)
    assert walking.shown()["cards"] == [walking.library.trees[NODULE].start.id]


def test_no_walk_asks_the_network_for_anything(walking: Walking) -> None:
    page = walking.open(NODULE)
    page.wait_for_load_state("networkidle")
    walking.visit.requests.clear()
    page.locator(".dt-card .dt-answers button").first.click()
    page.wait_for_timeout(300)
    # The browser may look for the picture of the page again; what it asks for tells nothing of an answer.
    assert [url for url in walking.visit.requests if not url.endswith("/favicon.png")] == []
