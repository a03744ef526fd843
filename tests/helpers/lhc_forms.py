"""Fill in a Questionnaire in LHC-Forms, a player of the National Library of Medicine, and read what a person sees."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from conftest import ROOT
from helpers.browser import find_browser
from helpers.engine_patients import Told
from helpers.form_reader import Answer, Answers, Item, every, tells
from helpers.present import absent
from playwright.sync_api import Page, sync_playwright

VERSION = "40.1.3"
FOLDER = ROOT / ".build" / f"lforms-{VERSION}" / "dist" / "lforms"
"""Where `python tests/interop/get_lforms.py` puts it."""
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Form</title>
<link rel="stylesheet" href="{folder}/webcomponent/styles.css"></head><body><main id="form"></main>
<script src="{folder}/webcomponent/assets/lib/zone.min.js"></script>
<script src="{folder}/webcomponent/lhc-forms.js"></script>
<script src="{folder}/fhir/R4/lformsFHIR.min.js"></script></body></html>"""
OPEN = """async ([form, response]) => {
  let shown = LForms.Util.convertFHIRQuestionnaireToLForms(form, "R4");
  if (response) shown = LForms.Util.mergeFHIRDataIntoLForms(response, shown, "R4");
  await LForms.Util.addFormToPage(shown, "form", { fhirVersion: "R4" });
}"""
SEEN = """() => [...document.querySelectorAll("[id^='item-']")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .map((each) => [each.id, each.querySelector(".question")?.innerText ?? ""])"""
EXPORT = "() => LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4')"
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


class Player:
    """LHC-Forms on a page, with one form at a time."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.form: Item = {}
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, form: Item, answers: Mapping[str, Answer] | None = None) -> None:
        """Show a form, filled in with answers where there are any."""
        self.form = form
        self.page.evaluate(OPEN, [form, None if answers is None else response_of(form, answers)])
        self.page.locator("[id^='item-']").first.wait_for()
        self.page.evaluate(SETTLED)

    def give(self, answers: Answers) -> None:
        """Answer questions by click and by key, one after another, as a person does."""
        for link, answer in answers.items():
            if isinstance(answer, dict):
                self._pick(link, answer)
            else:
                box = self.page.locator(f'[id="{link}/1"]')
                box.fill(str(answer))
                box.press("Tab")
            self.page.evaluate(SETTLED)

    def empty(self, link: str) -> None:
        """Take back what was picked from a list, or typed."""
        box = self.page.locator(f'[id="{link}/1"]')
        box.fill("")
        box.press("Tab")
        self.page.evaluate(SETTLED)

    def _pick(self, link: str, answer: Mapping[str, str]) -> None:
        button = self.page.locator(f'[id="{link}/1|{answer["system"]}|{answer["code"]}"]')
        if button.count():
            button.click()
            return
        question = next(each for each in every(self.form["item"]) if each["linkId"] == link)
        codes = [each["valueCoding"]["code"] for each in question["answerOption"]]
        box = self.page.locator(f'[id="{link}/1"]')
        box.click()
        self.page.locator("#lhc-tools-searchResults li, #searchResults li").nth(codes.index(answer["code"])).click()
        box.press("Tab")

    def seen(self) -> list[Item]:
        """Return the items that a person sees, each with the text that stands there."""
        texts = {re.sub(r"(/1)+$", "", name.removeprefix("item-")): text for name, text in self.page.evaluate(SEEN)}
        return [
            {**each, "text": texts[each["linkId"]], "item": _within(each, texts)}
            for each in every(self.form["item"])
            if each["linkId"] in texts
        ]

    def told(self) -> list[Told]:
        """Return what the form tells a person now."""
        return tells(self.seen())

    def response(self) -> Answers:
        """Return the answers of the response that the player exports."""
        exported: dict[str, Any] = self.page.evaluate(EXPORT)
        return {each["linkId"]: _answer(each["answer"]) for each in every(exported.get("item", [])) if "answer" in each}


def _within(item: Item, texts: Mapping[str, str]) -> list[Item]:
    """Return the lines of an item that are seen; what a person has to ask for is none of them."""
    return [{**each, "text": texts[each["linkId"]]} for each in item.get("item", ()) if each["linkId"] in texts]


def _answer(given: list[dict[str, Any]]) -> Answer:
    (one,) = given
    if "valueCoding" in one:
        return {key: one["valueCoding"][key] for key in ("system", "code")}
    return float(one["valueDecimal"])


def response_of(form: Item, answers: Mapping[str, Answer]) -> Item:
    """Return a QuestionnaireResponse with answers."""
    items = [
        {"linkId": link, "answer": [{"valueCoding": answer} if isinstance(answer, dict) else {"valueDecimal": answer}]}
        for link, answer in answers.items()
    ]
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{form['url']}|{form['version']}",
        "status": "in-progress",
        "item": items,
    }


@contextmanager
def playing(folder: Path, width: int = 1000) -> Iterator[Player]:
    """Open LHC-Forms from disk, on a page that is put into a folder; skip the test where it is not there."""
    if not FOLDER.is_dir():
        absent(f"LHC-Forms {VERSION} is absent: run `python tests/interop/get_lforms.py`")
    page = folder / "player.html"
    page.write_text(PAGE.format(folder=FOLDER.as_uri()), encoding="utf-8")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        try:
            player = Player(browser.new_page(viewport={"width": width, "height": 1000}))
            player.page.goto(page.as_uri(), wait_until="load")
            yield player
        finally:
            browser.close()
