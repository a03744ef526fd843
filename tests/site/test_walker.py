"""A reader walks through a tree on its page: what is asked, what is shown, and what diagram and steps show with it."""

from helpers.browser import visiting
from helpers.walking import Walking
from playwright.sync_api import Browser, expect

from trees.core import wording
from trees.core.branches import Event, OtherTree
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Checklist, Measure, ways
from trees.core.numbering import badges
from trees.core.paths import Path, paths

NODULE, AFTER = "example/tarn_nodule", "example/after_velurin"


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
    too_large, amid = f"{measure.highest + 1}", f"1{measure.unit}2"
    for nonsense in ("", "abc", "-5", "1e99", too_large, "2,5", "2 kg", measure.unit, amid):
        page.locator(".dt-number input").fill(nonsense)
        walking.press("Go on")
        says = "Give a number, or choose" if nonsense in ("", measure.unit) else "Give a number (2.5, not 2,5)"
        expect(page.locator(".dt-wrong")).to_contain_text(says)
        assert page.locator(".dt-number input").evaluate("each => each === document.activeElement")
        assert walking.shown()["cards"] == [measure.id]
    for number, behind in ((measure.lowest, ""), (measure.highest, f" {measure.unit}"), (measure.lowest, measure.unit)):
        walking.open(name, before)
        page.locator(".dt-number input").fill(f"{number:g}{behind}")
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
        expect(page.locator(".dt-card h2")).to_be_focused()
    assert page.locator(".dt-card .dt-facts").count()


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
