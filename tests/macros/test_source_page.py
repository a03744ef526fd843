"""The page of a source accounts for every statement: who quotes it, or why nobody does."""

import pytest
from conftest import ROOT
from helpers.markup_tree import Element
from helpers.two_sources import LIBRARY as SMALL
from helpers.two_sources import body

from macros.links import Links
from macros.source_page import source_page
from macros.uses import Uses
from trees.core.library import Library, load

REAL = load(ROOT / "trees")
ALL = [(library, name) for library in (REAL, SMALL) for name in library.registers]
each_source = pytest.mark.parametrize(("library", "name"), ALL, ids=[name for _, name in ALL])


def page(library: Library, name: str, *, readings: bool = False) -> Element:
    return body(source_page(Links(library, f"sources/{name}"), Uses(library), name, readings=readings))


def rows(within: Element) -> dict[str, list[str]]:
    """Return the cells of each row of a table by its heading."""
    return {row.one("th").text: [cell.text for cell in row.all("td")] for row in within.one("tbody").all("tr")}


def test_the_totals_say_what_became_of_the_statements_of_each_kind() -> None:
    assert rows(page(SMALL, "s").one("div", "dt-totals")) == {
        "action": ["1", "0", "0", "0", "1"],
        "evidence": ["0", "1", "0", "0", "1"],
        "safety": ["0", "0", "1", "0", "1"],
        "background": ["0", "2", "0", "1", "3"],
        "all": ["1", "3", "1", "1", "6"],
    }


@each_source
def test_the_totals_add_up_and_leave_no_statement_out(library: Library, name: str) -> None:
    totals = rows(page(library, name).one("div", "dt-totals"))
    numbers = [[int(cell) for cell in cells] for cells in totals.values()]
    assert all(sum(cells[:-1]) == cells[-1] for cells in numbers)
    assert [sum(column) for column in zip(*numbers[:-1], strict=True)] == numbers[-1]
    assert numbers[-1][-1] == len(library.registers[name].statements)


@each_source
def test_every_statement_is_a_row_with_its_anchor_kind_and_gist_by_its_place_in_the_text(
    library: Library, name: str
) -> None:
    (table,) = (each for each in page(library, name).all("div", "dt-table") if "dt-totals" not in each.classes)
    found = [
        (row.one("th").attributes["id"], row.all("td")[0].text, row.all("td")[1].text)
        for row in table.one("tbody").all("tr")
    ]
    ordered = sorted(library.registers[name].statements, key=lambda each: each.line)
    assert found == [(each.id, each.kind.value, f"{each.gist}{each.at}; line {each.line}") for each in ordered]


def test_a_row_names_whoever_quotes_the_statement_or_the_reason_why_nobody_does() -> None:
    (table,) = (each for each in page(SMALL, "s").all("div", "dt-table") if "dt-totals" not in each.classes)
    said = {name: cells[2] for name, cells in rows(table).items()}
    links = {row.one("th").text: [a.attributes["href"] for a in row.all("a")] for row in table.all("tr")[1:]}
    assert said["S02"] == "Trial: T 1"
    assert said["S03"] == "Difference: How much & how often"
    assert said["S06"] == "Term: nodule"
    assert said["S04"] == "Not quoted."
    assert said["S05"] == "Excused: It is about another disease."
    assert links["S02"] == ["../../trials/c/t1/"]
    assert links["S03"] == ["../../differences/c/#how_much"]
    assert links["S06"] == ["../../glossary/c/#nodule"]
    assert "../../trees/c/first/#dosed" in links["S01"]


def test_what_is_excused_stands_before_all_statements_with_its_reason() -> None:
    whole = page(SMALL, "s")
    heads = [each.attributes["id"] for each in whole.all("h2")]
    (row,) = whole.one("ul", "dt-excused").all("li")
    assert heads.index("excused-statements") < heads.index("statements-of-the-source")
    assert row.text == "S05 (safety): Gist of S05. It is about another disease."
    assert row.one("a").attributes["href"] == "#S05"
    assert "Lines 6 to 8: A list of links." in whole.text


def test_a_partial_register_claims_no_account_of_the_text() -> None:
    assert "nothing is published" in page(SMALL, "s").text
    assert "nothing is published" not in page(SMALL, "o").text
    assert "the rest of the text is not accounted for" in page(SMALL, "o").text


def test_a_source_that_was_read_twice_leads_to_the_page_that_tells_of_it() -> None:
    addresses = [a.attributes["href"] for a in page(SMALL, "s", readings=True).all("a")]
    assert "../../maintain/readings_s/" in addresses
    assert "../../maintain/readings_s/" not in [a.attributes["href"] for a in page(SMALL, "s").all("a")]
