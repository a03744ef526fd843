"""What changed lately is marked for 90 days. The browser alone knows which day it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from helpers.browser import WIDE, Visit, visiting
from playwright.sync_api import Browser

PAGES = ("trees/example/tarn_nodule/", "embed/example/tarn_nodule/")
"""A page, and the same tree for the frame of another site. Its change is dated 2020-03-02."""


@contextmanager
def on(day: str, browser: Browser, origin: str, address: str, **more: bool) -> Iterator[Visit]:
    with visiting(browser, origin, WIDE, **more) as visit:
        visit.page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00:00+00:00"))
        visit.page.goto(f"{origin}/{address}", wait_until="domcontentloaded")
        yield visit


def marks(visit: Visit) -> list[str]:
    """Return the nodes whose step shows that it changed."""
    steps = "[...document.querySelectorAll('.dt-step:has(.dt-changed:not([hidden]))')].map(step => step.dataset.node)"
    found: list[str] = visit.page.evaluate(steps)
    return found


@pytest.mark.parametrize("address", PAGES)
def test_what_changed_up_to_90_days_ago_is_marked_and_what_changed_before_is_not(
    address: str, browser: Browser, origin: str
) -> None:
    with on("2020-05-30", browser, origin, address) as visit:
        assert marks(visit) == ["quill_variant", "velurin_400"]

    with on("2020-06-01", browser, origin, address) as visit:
        assert marks(visit) == []


def test_without_a_script_the_date_of_the_change_stays(browser: Browser, origin: str) -> None:
    with on("2026-01-01", browser, origin, PAGES[0], java_script_enabled=False) as visit:
        mark = visit.page.locator("[data-node=velurin_400] .dt-changed")

        assert mark.is_visible()
        assert mark.text_content() == "Changed 2020-03-02: The quill variant is asked for before a dose is shown"


def test_the_mark_leads_to_who_is_treated_differently_and_why(browser: Browser, origin: str) -> None:
    with on("2020-03-03", browser, origin, PAGES[0]) as visit:
        visit.page.locator("[data-node=velurin_400] .dt-changed a").click()
        visit.page.wait_for_url("**/changes/example/#variant_asked_for")

        assert "Patients with the quill variant: 200 mg twice daily" in visit.page.locator("main").inner_text().replace(
            "\xa0", " "
        )


def test_the_card_of_a_walk_has_the_mark_of_its_step(browser: Browser, origin: str) -> None:
    with on("2020-03-03", browser, origin, PAGES[0]) as visit:
        for answer in ("Yes", "Yes", "Yes"):
            visit.page.locator(".dt-walk .dt-card .dt-answer", has_text=answer).first.click()

        assert visit.page.locator(".dt-walk .dt-card .dt-changed").inner_text().startswith("Changed 2020-03-02")
