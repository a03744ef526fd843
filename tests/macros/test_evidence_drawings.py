"""The drawings beside the figures of trials: where their marks stand, and the colors they get."""

import re
from itertools import pairwise

import pytest
from conftest import ROOT
from helpers.colors import color as rgb
from helpers.colors import contrast
from helpers.figures import SAID, body, drawn, each_trial, middle, numbers, page, place, table_of, texts, ticks

from macros.diagram.measure import width
from macros.diagram.rows import TYPE, WIDE, percent_axis, ratio_axis, time_axis
from trees.core.figures import Arm, Group, HazardRatio, Medians, Percentages, Trial

CSS = ROOT / "docs" / "css"


@each_trial
def test_a_mark_stands_where_its_value_is_on_the_axis(trial: Trial) -> None:
    for table, svg, value, _, _ in drawn(trial.figures):
        assert middle(svg) == pytest.approx(place(table, value), abs=0.2)


@each_trial
def test_a_line_spans_the_interval_and_only_where_there_is_one(trial: Trial) -> None:
    for table, svg, _, low, high in drawn(trial.figures):
        lines = [numbers(each) for each in svg if each.get("class") == "i"]
        if low is None or high is None:
            assert lines == []
            continue
        left, right = place(table, low), place(table, high)
        ((start, _, end, first, _, _, second, _, _),) = lines
        assert (start, end, first, second) == pytest.approx((left, right, left, right), abs=0.2)


@each_trial
def test_the_axis_has_its_solid_line_at_1_for_hazard_ratios_and_at_0_for_all_else(trial: Trial) -> None:
    for table, svg, *_ in drawn(trial.figures):
        start = 1 if "Hazard ratio" in "".join(table.itertext()) else 0
        solid = [numbers(each)[0] for each in svg if each.get("class") == "r"]
        dotted = [numbers(each)[::3] for each in svg if each.get("class") == "g"]
        assert solid == [ticks(table)[start]]
        assert dotted == [[x for value, x in ticks(table).items() if value != start]]


@each_trial
def test_every_label_stands_at_its_number_and_no_label_touches_another_or_the_border(trial: Trial) -> None:
    for table in page(*trial.figures).iter("table"):
        labels = table.findall("tfoot//text")
        ends = [(float(each.get("x", "")), width(each.text or "", TYPE) / 2) for each in labels]
        assert len(ends) >= 2
        assert all(x == pytest.approx(place(table, value), abs=0.2) for value, x in ticks(table).items())
        assert all(x + half + 4 < other - its for (x, half), (other, its) in pairwise(ends))
        assert ends[0][0] - ends[0][1] >= 0
        assert ends[-1][0] + ends[-1][1] <= WIDE
        assert all(float(each.get("font-size", "")) >= 11 for each in labels)


@each_trial
def test_nothing_is_drawn_beyond_the_ends_of_the_axis(trial: Trial) -> None:
    for _, svg, *_ in drawn(trial.figures):
        for path in svg.iter("path"):
            assert all(0 <= number <= WIDE for number in numbers(path))
        assert 0 <= middle(svg) <= WIDE


@pytest.mark.parametrize(("low", "high"), [(0.23, 0.83), (0.01, 30), (1.5, 3), (0.99, 1.02), (0.1, 10), (3e-5, 9e4)])
def test_an_axis_of_ratios_holds_the_interval_and_1_with_a_tick_at_1(low: float, high: float) -> None:
    axis = ratio_axis([low, high])
    assert axis.low <= low
    assert axis.high >= high
    assert axis.low < 1 < axis.high
    assert 1 in axis.ticks


def test_the_ticks_of_ratios_are_those_that_readers_know() -> None:
    assert ratio_axis([0.08, 5]).labels == ["0.05", "0.1", "0.25", "0.5", "1", "2", "4", "10"]
    assert ratio_axis([0.01, 30]).labels == ["0.01", "0.1", "1", "10"]


@pytest.mark.parametrize("top", [0.07, 0.3, 0.6, 1, 9.99, 32.1, 44, 100, 101, 400, 1310, 123456])
def test_an_axis_of_times_starts_at_0_and_ends_at_a_round_number_not_far_above_the_longest(top: float) -> None:
    axis = time_axis([top])
    assert axis.ticks[0] == axis.low == 0
    assert top <= axis.high == axis.ticks[-1] <= 2 * top
    assert all(len(label.strip("0.")) <= 2 for label in axis.labels)
    assert 2 <= len(axis.ticks) <= 7


def test_an_axis_of_percentages_goes_from_0_to_100_by_quarters() -> None:
    assert percent_axis().labels == ["0%", "25%", "50%", "75%", "100%"]


def test_labels_stand_apart_on_an_axis_of_whatever_length() -> None:
    ratios = [ratio_axis([0.9 / 1.3**low, 1.1 * 1.3**high]) for low in range(40) for high in range(40)]
    times = [time_axis([1.07**power / 100]) for power in range(250)]
    for axis in (*ratios, *times, percent_axis()):
        ends = [(axis.x(tick), width(label, TYPE) / 2) for tick, label in zip(axis.ticks, axis.labels, strict=True)]
        assert all(x + half + 4 < other - its for (x, half), (other, its) in pairwise(ends)), axis
        assert ends[0][0] >= ends[0][1]
        assert ends[-1][0] + ends[-1][1] <= WIDE


def test_a_group_of_0_percent_has_a_tick_at_zero_that_is_seen_and_a_long_bar_has_none() -> None:
    table = table_of(Percentages("Small", groups=[Group("None", 0), Group("Most", 64)], because=SAID))
    none, most = ([each for each in row.iter("rect") if each.get("class") == "m zero"] for row in body(table))
    assert len(none) == 1
    assert float(none[0].get("width", "")) >= 3
    assert float(none[0].get("x", "")) + float(none[0].get("width", "")) / 2 == pytest.approx(ticks(table)[0], abs=0.1)
    assert most == []


def test_an_interval_with_one_end_shows_that_end_and_has_one_cap() -> None:
    table = table_of(Medians("Time", unit="days", confidence=95, arms=[Arm("One", 9, low=4)], because=SAID))
    (line,) = (numbers(each) for each in table.iter("path") if each.get("class") == "i")
    assert texts(body(table)[0])[1] == "9 (4 to not stated)"
    assert (line[0], line[2], line[3]) == pytest.approx((place(table, 4), place(table, 9), place(table, 4)), abs=0.2)
    assert len(line) == 6


def test_an_interval_that_begins_at_0_has_no_end_on_a_log_scale_and_its_line_runs_to_the_border() -> None:
    table = table_of(HazardRatio("None", 0.2, low=0.0, high=0.9, because=SAID))
    (line,) = (numbers(each) for each in table.iter("path") if each.get("class") == "i")
    assert line[0] == min(ticks(table).values())
    assert len(line) == 6


@each_trial
def test_drawings_are_passed_over_by_screen_readers_and_have_no_color_style_or_script(trial: Trial) -> None:
    shown = page(*trial.figures)
    for svg in shown.iter("svg"):
        assert (svg.get("aria-hidden"), svg.get("focusable")) == ("true", "false")
        assert {each.tag for each in svg.iter()} <= {"svg", "path", "rect", "circle", "text"}
    assert all(foot.get("aria-hidden") == "true" for foot in shown.iter("tfoot"))
    names = {name for element in shown.iter() for name in element.attrib}
    assert not names & {"style", "fill", "stroke", "color", "opacity", "onclick", "id"}
    assert not {"style", "script"} & {element.tag for element in shown.iter()}


def rules() -> list[tuple[str, str]]:
    """Return the selectors of evidence.css with their declarations, those within an @media rule too."""
    css = re.sub(r"/\*.*?\*/", "", (CSS / "evidence.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    return [(selector.strip(), inside) for selector, inside in re.findall(r"([^{};]+)\{([^{}]*)\}", css)]


def test_the_stylesheet_takes_every_color_from_the_variables_of_the_diagrams() -> None:
    widths = r"\d+(?:\.\d+)?(?:px|rem)?"
    for selector, inside in rules():
        for name, value in re.findall(r"([\w-]+):\s*([^;]+);", inside):
            rest = re.sub(r"var\(--dt-[\w-]+\)", "", value)
            assert not re.search(r"#|var\(|\b(rgb|hsl|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(", rest), (
                selector
            )
            if re.match(r"(color|fill|stroke|background|border|outline|accent-color|box-shadow|text-shadow)", name):
                assert re.fullmatch(rf"(?:(?:none|solid|collapse|currentColor|{widths})\s*)*", rest), (selector, value)


def palettes() -> list[dict[str, str]]:
    """Return the variables for light, for dark and for paper."""
    css = (CSS / "diagram.css").read_text(encoding="utf-8")
    return [
        dict(re.findall(r"--dt-([\w-]+): (#\w{6});", block))
        for block in re.findall(r"\{([^{}]*--dt-bg: #[^{}]*)\}", css)
    ]


@pytest.mark.parametrize("palette", palettes(), ids=["light", "dark", "paper"])
@pytest.mark.parametrize(("part", "least"), [("v", 4.5), ("m", 3), ("i", 3), ("r", 3), ("g", 3)])
def test_labels_and_marks_stand_out_from_the_page(part: str, least: float, palette: dict[str, str]) -> None:
    inside = dict(rules())[f".dt.dt.dt .dt-chart .{part}"]
    (color,) = re.findall(r"(?:fill|stroke): var\(--dt-([\w-]+)\)", inside)
    drawn_in, ground = (rgb(palette[name])[:3] for name in (color, "bg"))
    assert contrast(drawn_in, ground) >= least


@each_trial
def test_the_stylesheet_knows_every_part_of_a_drawing(trial: Trial) -> None:
    parts = {name for svg in page(*trial.figures).iter("svg") for each in svg for name in each.get("class", "").split()}
    assert {f".dt.dt.dt .dt-chart .{part}" for part in parts - {"zero"}} <= dict(rules()).keys()
