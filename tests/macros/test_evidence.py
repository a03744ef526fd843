"""The figures of trials as tables: every number, every quote, in order, with the headings they belong to."""

import os
import re
import subprocess
import sys
from xml.etree.ElementTree import fromstring

from conftest import ROOT
from helpers.figures import LIBRARY, LINKS, SAID, body, each_trial, given, page, parsed, table_of, texts

from macros import evidence
from macros.list_pages import in_order, trial_list
from trees.core import wording
from trees.core.figures import Finding, HazardRatio, Medians, Percentages, Trial


@each_trial
def test_every_number_stands_as_printed_in_the_row_of_what_it_belongs_to(trial: Trial) -> None:
    rows = [texts(row) for table in page(*trial.figures).iter("table") for row in body(table)]
    values = [(*value, figure.because) for figure in trial.figures for value in given(figure)]
    assert len(rows) == len(values)
    for (first, figure, *_), (name, value, low, high, because) in zip(rows, values, strict=True):
        assert first == name
        as_printed = [wording.printed(each, because) for each in (value, low, high) if each is not None]
        if low is not None:
            assert figure == f"{as_printed[0]} ({as_printed[1]} to {as_printed[2]})"
        else:
            assert figure.removesuffix("%") == as_printed[0]


@each_trial
def test_what_a_figure_is_of_its_unit_its_confidence_and_its_p_stand_with_its_numbers(trial: Trial) -> None:
    for figure in trial.figures:
        said = "".join(page(figure).itertext())
        if isinstance(figure, Finding):
            assert wording.figure(figure) in said
            continue
        table = "".join(table_of(figure).itertext())
        assert figure.what in table
        if isinstance(figure, Medians):
            assert f"Median, {figure.unit}" in table
        if isinstance(figure, HazardRatio | Medians) and figure.confidence is not None:
            assert f"{wording.number(figure.confidence)}% CI" in table
        if isinstance(figure, HazardRatio):
            row = texts(body(table_of(figure))[0])
            assert row[2:] == ([figure.p] if figure.p else [])
        if isinstance(figure, Percentages):
            assert all(f"{wording.printed(group.percent, figure.because)}%" in table for group in figure.groups)


@each_trial
def test_every_quote_is_on_the_page_with_a_link_to_its_statement(trial: Trial) -> None:
    shown = evidence.figures(LINKS, trial.figures)
    quoted = re.findall(r"<q>(.*?)</q> <small>\(<a href=\"[./]*sources/(\w+)/#(\w+)\"", shown)
    wanted = [quote for figure in trial.figures for quote in figure.because]
    assert [(each.text, each.source.id, each.at) for each in wanted] == [
        (fromstring(f"<q>{words}</q>").text, source, at) for words, source, at in quoted
    ]


def test_the_level_of_confidence_is_in_the_heading_or_where_levels_differ_in_each_cell() -> None:
    one = HazardRatio("One", 0.5, low=0.4, high=0.6, confidence=99, because=SAID)
    other = HazardRatio("Other", 0.7, low=0.2, high=1.6, confidence=97.5, because=SAID)
    same, mixed = next(page(one).iter("table")), next(page(one, other).iter("table"))
    assert [each.text for each in same.iter("th")][:2] == ["What was compared", "Hazard ratio (99% CI)"]
    assert [each.text for each in mixed.iter("th")][:2] == ["What was compared", "Hazard ratio"]
    assert [texts(row)[1] for row in body(mixed)] == ["0.5 (99% CI 0.4 to 0.6)", "0.7 (97.5% CI 0.2 to 1.6)"]


def test_a_ratio_without_a_p_says_so_beside_one_that_has_it() -> None:
    one = HazardRatio("One", 0.5, low=0.4, high=0.6, p="< .01", because=SAID)
    other = HazardRatio("Other", 0.7, low=0.2, high=1.6, because=SAID)
    assert [texts(row)[2:] for row in body(next(page(one, other).iter("table")))] == [["< .01"], ["none given"]]
    assert [texts(row)[2:] for row in body(table_of(other))] == [[]]


@each_trial
def test_figures_keep_their_order(trial: Trial) -> None:
    said = "".join(page(*trial.figures).itertext())
    places = [said.index(each.says if isinstance(each, Finding) else each.what) for each in trial.figures]
    assert places == sorted(places)


@each_trial
def test_a_table_has_a_caption_and_headings_for_every_column_and_row(trial: Trial) -> None:
    for table in page(*trial.figures).iter("table"):
        heads = table.findall("thead/tr/th")
        assert table[0].tag == "caption"
        assert all(head.get("scope") == "col" and head.text for head in heads)
        for row in body(table):
            assert [cell.tag for cell in row] == ["th", *["td"] * (len(heads) - 1)]
            assert row[0].get("scope") == "row"
            # On a narrow screen each cell says its heading itself.
            assert [cell.get("data-head") for cell in row[1:-1]] == [head.text for head in heads[1:-1]]
        assert all(each.get("role") is None for each in table.iter())


def test_two_renderings_are_the_same_bytes_in_whatever_order_sets_are_read() -> None:
    code = (
        "from helpers.figures import ALL, LINKS, evidence\n"
        "for trial in ALL.values(): print(evidence.figures(LINKS, trial.figures))"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(("tests", "."))},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert "dt-ev-table" in made[0]
    assert made[0] == made[1]


def test_the_list_of_trials_has_one_table_of_hazard_ratios_for_each_collection_that_has_any() -> None:
    wanted = []
    for collection, _ in in_order(LINKS):
        trials = LIBRARY.trials.get(collection, {}).values()
        rows = [(f"{collection}/{trial.id}/", trial.name, each) for trial in trials for each in ratios(trial)]
        wanted += [rows] if rows else []
    tables = list(parsed(trial_list(LINKS)).iter("table"))

    assert len(tables) == len(wanted) >= 2
    for table, rows in zip(tables, wanted, strict=True):
        for row, (address, name, ratio) in zip(body(table), rows, strict=True):
            (link,) = row[0]
            assert (link.tag, link.text) == ("a", name)
            assert (link.get("href") or "").endswith(address)
            assert texts(row)[1] == ratio.what
            assert texts(row)[2].startswith(f"{wording.printed(ratio.value, ratio.because)} (")


def ratios(trial: Trial) -> list[HazardRatio]:
    return [each for each in trial.figures if isinstance(each, HazardRatio)]


def test_a_collection_without_hazard_ratios_has_no_table_of_them() -> None:
    assert evidence.collected_ratios(LINKS, "any", []) is None
