"""A reader walks through a tree on its page: what is asked, what is shown, and what diagram and steps show with it."""

from collections.abc import Iterator

import pytest
from helpers.browser import WIDE, visiting
from helpers.walking import Walking
from playwright.sync_api import Browser, expect

from trees.core import wording
from trees.core.branches import Event, OtherTree
from trees.core.evidence import quotes_of
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Checklist, Measure, ways
from trees.core.numbering import badges
from trees.core.paths import Path, paths
from trees.core.report import hash_of
from trees.core.walk import walk

NODULE, AFTER = "example/tarn_nodule", "example/after_velurin"


@pytest.fixture
def walking(browser: Browser, origin: str, library: Library) -> Iterator[Walking]:
    with visiting(browser, origin, WIDE) as visit:
        yield Walking(library, visit)
        assert visit.complaints == []
        assert visit.foreign() == []


def test_the_first_card_is_the_one_that_the_script_would_make(walking: Walking) -> None:
    # The theme marks what has the focus with a class of its own.
    plain = """each => {
      const copy = each.cloneNode(true);
      for (const part of copy.querySelectorAll('[data-focus-visible-added]')) {
        part.removeAttribute('class'); part.removeAttribute('data-focus-visible-added');
      }
      return copy.outerHTML;
    }"""
    for name, tree in walking.library.full_names():
        page = walking.open(name)
        sent = page.locator(".dt-walk .dt-card").evaluate(plain)
        page.evaluate("fragment => { location.hash = fragment }", walking.fragment(name))
        page.wait_for_selector(".dt-tools")
        assert page.locator(".dt-walk .dt-card").evaluate(plain) == sent, name
        assert page.locator(".dt-card").get_attribute("data-node") == tree.start.id


def test_on_every_path_the_cards_the_diagram_and_the_steps_show_the_same_way(walking: Walking) -> None:
    for name, tree in walking.library.full_names():
        inside = [path for path in paths(tree) if path.after is None and not isinstance(path.end, OtherTree)]
        walking.open(name)
        answers = [[(node.id, way.code) for node, way in path.steps] for path in inside]
        seen = walking.one_by_one([walking.fragment(name, each) for each in answers])
        for path, shown in zip(inside, seen, strict=True):
            assert shown["cards"] == ends_of(path), (name, shown)
            assert shown["now"] == [node.id for node in tree.nodes if node.id in ends_of(path)]
            assert sorted(shown["nowMarked"]) == sorted(ends_of(path))
            assert set(shown["boxes"]) == {node.id for node, _ in path.steps}
            ways = {f"{node.id}:{way.code}" for node, way in path.steps}
            assert set(shown["marked"]) == ways
            assert {chip for chip in shown["chips"] if not chip.endswith(":+always")} == ways
            # Each answer is lit from its question to where it leads.
            assert {f"{way.partition(':')[0]} {way}" for way in ways} <= set(shown["lines"])
            assert all(any(line.startswith(f"{way} ") for line in shown["lines"]) for way in ways)
            assert [line.removesuffix(" Change") for line in shown["trail"]] == in_words(badges(tree), path)
            assert shown["stale"] == []


def ends_of(path: Path) -> list[str]:
    last = path.steps[-1][0] if path.steps else None
    always = [last.always] if isinstance(last, Checklist) and last.always else []
    assert isinstance(path.end, OUTCOMES)
    return list(dict.fromkeys([*always, path.end.id]))


def in_words(marks: dict[str, str], path: Path) -> list[str]:
    steps = ((marks[node.id], wording.title(node), way.says) for node, way in path.steps)
    return [" ".join(" ".join(step).split()) for step in steps]


def test_an_answer_is_one_press_and_nothing_is_chosen_before_it(walking: Walking) -> None:
    page = walking.open(NODULE)
    assert page.locator(".dt-walk :is(:checked, [aria-pressed=true], .is-on)").count() == 0
    assert page.locator(".dt.is-walking").count() == 0
    walking.choose("Yes")
    expect(page.locator(".dt-trail")).to_contain_text("Does the nodule hurt? Yes")
    assert page.locator(".dt.is-walking").count() == 1


def test_a_number_is_taken_with_its_unit_and_nonsense_is_refused_with_the_reason(walking: Walking) -> None:
    name, before, measure = first_measure(walking.library)
    page = walking.open(name, before)
    expect(page.locator(".dt-number label")).to_contain_text(f"Number in {measure.unit}")
    for nonsense in ("", "abc", "-5", "1e99", f"{measure.highest + 1}", "2,5"):
        page.locator(".dt-number input").fill(nonsense)
        walking.press("Go on")
        expect(page.locator(".dt-wrong")).not_to_be_empty()
        assert page.locator(".dt-number input").evaluate("each => each === document.activeElement")
        assert walking.shown()["cards"] == [measure.id]
    for number in (measure.lowest, measure.highest):
        walking.open(name, before)
        page.locator(".dt-number input").fill(f"{number:g}")
        page.keyboard.press("Enter")
        band = next(band for band in measure.bands if band.holds(number))
        expect(page.locator(f'.dt-step li[data-code="{band.code}"].is-on')).to_have_count(1)
        expect(page.locator(".dt-trail")).to_contain_text(f"{band.says} ({number:g} {measure.unit})")


def first_measure(library: Library) -> tuple:
    for name, tree in library.full_names():
        for path in paths(tree):
            for at, (node, _) in enumerate(path.steps):
                if isinstance(node, Measure) and path.after is None:
                    return name, [(before.id, way.code) for before, way in path.steps[:at]], node
    raise AssertionError("no tree asks for a number")


def test_every_ticked_item_is_shown_and_none_is_not_taken_for_an_answer(walking: Walking) -> None:
    name, tree = next((name, tree) for name, tree in walking.library.full_names() if isinstance(tree.start, Checklist))
    start = tree.start
    assert isinstance(start, Checklist)
    page = walking.open(name)
    walking.press("Show what is ticked")
    expect(page.locator(".dt-wrong")).to_contain_text("Tick what is true")
    for item in start.items[:2]:
        page.locator(".dt-item").get_by_text(item.says, exact=True).click()
    walking.press("Show what is ticked")
    wanted = dict.fromkeys([*([start.always] if start.always else []), *(item.to for item in start.items[:2])])
    expect(page.locator(".dt-card")).to_have_count(len(wanted))
    assert walking.shown()["cards"] == list(wanted)


def test_any_earlier_answer_is_changed_in_one_action_and_what_still_holds_is_kept(walking: Walking) -> None:
    page = walking.open(NODULE)
    path = next(
        path
        for path in paths(walking.library.trees[NODULE])
        if path.after is None and len(path.steps) > 2 and not isinstance(path.end, OtherTree)
    )
    answers = [(node.id, way.code) for node, way in path.steps]
    walking.open(NODULE, answers)
    before = walking.shown()
    first = path.steps[0][0]
    page.locator(".dt-trail .dt-change").first.click()
    expect(page.locator(".dt-card")).to_have_attribute("data-node", first.id)
    expect(page.locator(".dt-unused")).to_contain_text("Also known")
    page.locator(f'.dt-card li[data-code="{answers[0][1]}"] button').click()
    expect(page.locator(".dt-trail .dt-change")).to_have_count(len(before["trail"]))
    assert walking.shown()["cards"] == before["cards"]


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


def test_an_answer_in_the_diagram_answers_its_question_and_a_box_leads_to_its_step(walking: Walking) -> None:
    page = walking.open(NODULE)
    tree = walking.library.trees[NODULE]
    first = tree.start
    way = ways(first)[0]
    page.locator(f'.dt-scroll .k-chip[data-id="{first.id}:{way.code}"]').click()
    expect(page.locator(".dt-trail .dt-change")).to_have_count(1)
    address = page.url
    assert f"{first.id}={way.code}" in address
    box = page.locator(".dt-scroll .n.k-treatment[data-id]").first
    step = box.get_attribute("data-id")
    box.click()
    assert page.url == address
    assert page.evaluate("document.activeElement.id") == step
    expect(page.locator(f"#{step}")).to_be_in_viewport()
    other = ways(first)[1]
    page.locator(f'.dt-scroll .k-chip[data-id="{first.id}:{other.code}"]').click()
    expect(page.locator(".dt-trail li").first).to_contain_text(other.says)
    later = next(
        node
        for node in tree.nodes[1:]
        if page.locator(f'.dt-card[data-node="{node.id}"]').count() == 0 and not isinstance(node, OUTCOMES)
    )
    assert page.locator(f'.dt-scroll .k-chip[data-id^="{later.id}:"].is-live').count() == 0


def test_an_event_lets_time_pass_and_what_is_current_is_asked_anew_in_the_next_tree(walking: Walking) -> None:
    library = walking.library
    name, tree, path, way = next(
        (name, tree, path, way)
        for name, tree in library.full_names()
        for path in paths(tree)
        if path.after is None and isinstance(path.end, OUTCOMES)
        for way in path.end.then
        if isinstance(way, Event) and isinstance(way.to, OtherTree)
    )
    assert isinstance(path.end, OUTCOMES)
    page = walking.open(name, [(node.id, each.code) for node, each in path.steps])
    page.locator(f'.dt-card[data-node="{path.end.id}"] .dt-then li[data-code="{way.code}"] button').click()
    assert isinstance(way.to, OtherTree)
    page.wait_for_url(f"**/trees/{library.jump(name, way.to)}/#*")
    expect(page.locator(".dt-trail-tree")).to_have_text(tree.title)
    expect(page.locator(".dt-trail")).to_contain_text(f"→ {way.says}")
    assert walking.shown()["cards"]


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
    quotes = [quote.text for quote in quotes_of(walking.library.trees[name].node("imatinib_800").because)]
    dates = [source.date for source in walking.library.collections["gist_2017"].sources]
    wanted = [
        "KIT exon 9 mutation? Yes",
        "Dose: 800 mg daily",
        hash_of(walking.library, name),
        "Not reviewed by a clinician",
        *dates,
        *quotes,
        page.url,
    ]
    assert [each for each in wanted if each not in text] == []
    walking.press("Copy link")
    expect(page.locator(".dt-done")).to_have_text("Link copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_the_whole_walk_is_done_with_the_keyboard_alone(walking: Walking) -> None:
    page = walking.open(NODULE)
    page.locator(".dt-walk").evaluate("each => { each.tabIndex = -1; each.focus() }")
    for _ in range(12):
        if page.locator(".dt-card .dt-facts").count():
            break
        kind = page.locator(".dt-card").get_attribute("class")
        page.keyboard.press("Tab")
        while not page.evaluate("document.activeElement.matches('.dt-card :is(.dt-answer, input)')"):
            page.keyboard.press("Tab")
        before = page.url
        if "k-measure" in kind:
            page.keyboard.type("3")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url, last=before: url != last)
        page.wait_for_load_state()
        # What is read out next is the next question, or the outcome.
        page.wait_for_function("document.activeElement.matches('.dt-card h2')")
    assert page.locator(".dt-card .dt-facts").count()


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


def test_without_javascript_the_walk_is_not_shown_and_every_answer_is_a_link(
    browser: Browser, origin: str, library: Library
) -> None:
    with visiting(browser, origin, java_script_enabled=False) as visit:
        for name, tree in library.full_names():
            page = visit.open(f"trees/{name}/")
            expect(page.locator(".dt-walk")).to_be_hidden()
            expect(page.locator("noscript p").first).to_be_visible()
            answers = sum(len(ways(node)) for node in tree.nodes if not isinstance(node, OUTCOMES))
            assert page.locator(".dt-step .dt-answers li > a[href]").count() == answers
