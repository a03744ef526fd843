"""Suspect words are shown so wherever a reader meets them: at the step, at the answer, on pages and in files."""

import re
from dataclasses import replace
from html import unescape

import pytest
from helpers.decks import DeckRead
from helpers.handout_reader import read
from helpers.markup_tree import elements
from helpers.materials import material_in
from helpers.suspects import REAL, SUSPECT, TOLD, with_suspects
from helpers.two_sources import body

from macros.attribution import Attribution, Where
from macros.cite import quoted
from macros.downloads.forms import FORMS
from macros.drug_page import drug_page
from macros.links import Links
from macros.practice.basis import since_then
from macros.review_page import review_page
from macros.source_page import source_page
from macros.tree_page import tree_page
from macros.twin import Twin
from macros.uses import Uses
from trees.core.evidence import quotes_of
from trees.core.suspect import GONE, Cleared

TREE = "example/tarn_nodule"
DOUBTED = with_suspects(SUSPECT)
USES = Uses(DOUBTED)
CLEARED = Cleared(by="A Reader", date="2026-11-30", why="The dose is that of another disease.")
BLOCK = "Suspect: the words this rests on have changed in the source (found 2026-11-22); nobody has compared them yet"
MATERIAL = material_in(DOUBTED, TREE)
WHERE = Where("https://example.org/", "Trees", "2026-11-22", {})
STEPS = {
    each.attributes["data-node"]: each
    for each in body(tree_page(Links(DOUBTED, f"trees/{TREE}"), USES, TREE)).all("section", "dt-step")
}


def test_an_outcome_says_that_its_words_are_suspect_before_what_has_changed_since_and_before_the_advice() -> None:
    step = STEPS["velurin_100"].text
    (block,) = STEPS["velurin_100"].all("div", "dt-suspect")

    assert BLOCK in block.text
    assert "Invented 2020, E04: It now names another dose." in block.text
    assert step.index(BLOCK) < step.index("Since then,") < step.index("Dose")


def test_an_outcome_on_other_words_says_nothing_of_it() -> None:
    assert "uspect" not in STEPS["watch"].text


def test_an_answer_says_it_in_a_line_and_its_quote_is_marked() -> None:
    (yes,) = [each for each in STEPS["pain"].all("li") if each.attributes.get("data-code") == "yes"]

    assert BLOCK in yes.text
    assert yes.one("small", "dt-suspect-line")
    assert yes.one("strong", "dt-suspect-mark").text == ", suspect"


def test_the_head_of_the_tree_says_it_first_with_links_to_the_steps() -> None:
    page = body(tree_page(Links(DOUBTED, f"trees/{TREE}"), USES, TREE))
    first, *_ = page.all("dl", "dt-basis")[0].all("div")

    assert first.one("dt").text == "Suspect"
    assert "#velurin_100" in [each.attributes["href"] for each in first.all("a")]


def test_the_page_of_a_tree_without_suspect_words_has_no_word_of_it() -> None:
    assert "uspect" not in tree_page(Links(REAL, f"trees/{TREE}"), Uses(REAL), TREE)


def test_a_quote_is_marked_wherever_it_is_cited() -> None:
    quotes = quotes_of(REAL.trees[TREE].node("velurin_100").because)  # type: ignore[union-attr]
    marked = [quote.at for quote in quotes if "suspect" in quoted(Links(DOUBTED, ""), quote)]

    assert set(marked) == {"E04"}


def test_the_text_twin_says_it_in_its_head_at_the_step_at_the_answer_and_behind_the_quote() -> None:
    text = Twin(Links(DOUBTED, f"trees/{TREE}"), USES, TREE).text()

    assert text.index(BLOCK) < text.index("## Steps")
    assert BLOCK in text.partition("Treatment")[2].partition("Dose")[0]
    assert text.count(", suspect)") > 1
    assert f"{BLOCK}. Invented 2020, E04: It now names another dose. Rests on" in text


def test_the_review_sheet_the_page_of_the_drug_and_practice_say_it() -> None:
    sheet = body(review_page(Links(DOUBTED, "review/example"), USES, "example")).text
    drug = body(drug_page(Links(DOUBTED, "drugs/velurin"), USES, "velurin")).text
    practice = elements(str(since_then(Links(DOUBTED, ""), TREE, DOUBTED.trees[TREE].node("velurin_100")))).text

    assert BLOCK in sheet
    assert BLOCK in drug
    assert practice.index(BLOCK) < practice.index("Since then")


def test_the_page_of_the_source_says_it_at_the_statement_and_at_its_head() -> None:
    page = body(source_page(Links(DOUBTED, "sources/example_2020"), USES, "example_2020"))
    (row,) = [each for each in page.all("tr") if any(head.attributes.get("id") == "E04" for head in each.all("th"))]

    assert "Suspect: its words have changed in the source (found 2026-11-22); nobody has compared them yet." in row.text
    assert page.all("dl", "dt-facts")[0].all("div")[0].one("dt").text == "Suspect"


def test_the_page_of_the_source_says_who_cleared_it_and_why() -> None:
    library = with_suspects(replace(SUSPECT, change=GONE, cleared=CLEARED))
    page = body(source_page(Links(library, "sources/example_2020"), Uses(library), "example_2020"))

    assert "Was suspect: its words are gone in the source (found 2026-11-22)." in page.text
    assert "Cleared by A Reader on 2026-11-30: The dose is that of another disease." in page.text
    assert "nobody has compared them yet" not in page.text


def test_whatever_leaves_the_site_carries_it_as_a_warning() -> None:
    given = Attribution(DOUBTED, TREE, WHERE)
    (warning,) = [each for each in given.warnings() if "Suspect" in each]

    assert warning.endswith(TOLD)
    assert warning.startswith("At ")
    assert warning in given.credit()
    assert ("Warning", warning) in given.rows()


@pytest.mark.parametrize(
    "suffix",
    [".svg", ".gv", ".mmd", ".md", ".json", ".csv", ".dmn", ".sql", ".told.sql", ".nested.sql", ".fhir.json", ".pmml"],
)
def test_every_file_of_text_says_it(suffix: str) -> None:
    (form,) = [each for each in FORMS if each.suffix == suffix]
    text = unescape(re.sub(r"<[^>]+>", " ", form.make(MATERIAL).decode("utf-8")))

    assert "nobody has compared them yet" in re.sub(r"[\s\u2060]+", " ", text)


def test_the_handout_says_it_before_the_diagram_and_at_the_step() -> None:
    (form,) = [each for each in FORMS if each.suffix == ".pdf"]
    text = read(form.make(MATERIAL)).text

    assert text.count("nobodyhascomparedthemyet") > 2


def test_every_slide_says_it_in_a_line_and_its_notes_say_all() -> None:
    (form,) = [each for each in FORMS if each.suffix == ".pptx"]
    deck = DeckRead(form.make(MATERIAL))
    feet = [
        shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.name == "Version and review"
    ]

    assert len(feet) == len(deck.slides)
    assert all("Suspect: words changed in the source at 1, 2, B" in foot for foot in feet)
    assert all(TOLD in slide.notes_slide.notes_text_frame.text for slide in deck.slides)
