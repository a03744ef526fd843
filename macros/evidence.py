"""The figures of trials as tables: each number as its source prints it, and beside it a small drawing of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from macros import cite
from macros.diagram import rows
from macros.links import Links
from macros.markup import Child, el, joined
from trees.core.evidence import Quote
from trees.core.figures import Arm, Figure, Finding, Group, HazardRatio, Medians, Percentages, Trial
from trees.core.wording import NOT_GIVEN, number, printed
from trees.core.wording import figure as in_words

LOG = "Log scale. At 1 the arms do not differ; left of 1 the rate is lower in the arm named first. "
RATIO = "A square stands at each ratio, a line spans its confidence interval (CI)."
MEDIAN = "A dot stands at each median"
SPANS = ", a line spans its confidence interval (CI)"
NO_P = "none given"


@dataclass(frozen=True)
class Row:
    """One row: what names it, its other cells in words, and its drawing."""

    head: Child
    cells: Sequence[Child]
    drawing: str


def figures(links: Links, given: Sequence[Figure]) -> Markup:
    """Return the figures of a trial with the words of the source, in order; neighbors of one kind go together."""
    return joined(*(alike(links, list(run)) for _, run in groupby(given, key=type)))


def alike(links: Links, given: Sequence[Figure]) -> Markup:
    """Return figures of one kind: hazard ratios in one table, findings in one list, and a table for each other."""
    ratios = [each for each in given if isinstance(each, HazardRatio)]
    if ratios:
        return el("div", ratio_table(ratios), said(links, ratios), class_="dt-ev")
    found = [each for each in given if isinstance(each, Finding)]
    if found:
        items = (el("li", in_words(each), el("br"), cite.all_quoted(links, each.because)) for each in found)
        return el("div", el("p", "Findings given in words", class_="dt-ev-head"), el("ul", *items), class_="dt-ev")
    return joined(
        *(median_table(links, each) for each in given if isinstance(each, Medians)),
        *(percent_table(links, each) for each in given if isinstance(each, Percentages)),
    )


def ratio_table(given: Sequence[HazardRatio]) -> Markup:
    """Return the hazard ratios of one trial as a table."""
    return drawn_ratios(("What was compared",), [((each.what,), each) for each in given])


def collected_ratios(links: Links, collection: str, trials: Iterable[Trial]) -> Markup | None:
    """Return the hazard ratios of all trials of a collection as one table, or None where there are none."""
    given = [
        ((el("a", trial.name, href=links.trial(collection, trial)), each.what), each)
        for trial in trials
        for each in trial.figures
        if isinstance(each, HazardRatio)
    ]
    if not given:
        return None
    return el("div", drawn_ratios(("Trial", "What was compared"), given), class_="dt-ev dt-ev-all")


def drawn_ratios(heads: Sequence[str], given: Sequence[tuple[Sequence[Child], HazardRatio]]) -> Markup:
    """Return hazard ratios as a table on one log scale, each after what names it."""
    ratios = [each for _, each in given]
    levels = {each.confidence for each in ratios}
    with_p = any(each.p for each in ratios)
    axis = rows.ratio_axis(end for each in ratios for end in (each.value, each.low, each.high))
    head = f"Hazard ratio ({confidence(*levels)})" if len(levels) == 1 else "Hazard ratio"
    made = []
    for (name, *others), each in given:
        level = "" if len(levels) == 1 else confidence(each.confidence)
        cells = [*others, estimate(each, each.because, level), *([each.p or NO_P] if with_p else [])]
        made.append(Row(name, cells, rows.ratio(axis, each.value, each.low, each.high)))
    return table(
        caption("Hazard ratios" if len(ratios) > 1 else "Hazard ratio", LOG + RATIO),
        (*heads, head, *(["P"] if with_p else []), "On a log scale"),
        made,
        rows.foot(axis),
    )


def median_table(links: Links, given: Medians) -> Markup:
    """Return a median time in each arm as a table."""
    axis = rows.time_axis(end for arm in given.arms for end in (arm.value, arm.low, arm.high) if end is not None)
    spans = any(arm.low is not None or arm.high is not None for arm in given.arms)
    head = f"Median, {given.unit} ({confidence(given.confidence)})" if spans else f"Median, {given.unit}"
    made = [
        Row(arm.name, [estimate(arm, given.because)], rows.median(axis, arm.value, arm.low, arm.high))
        for arm in given.arms
    ]
    says = caption(given.what, f"In {given.unit}. {MEDIAN}{SPANS if spans else ''}.")
    body = table(says, ("Arm", head, f"In {given.unit}"), made, rows.foot(axis))
    return el("div", body, said(links, [given]), class_="dt-ev")


def percent_table(links: Links, given: Percentages) -> Markup:
    """Return a percentage in each group as a table."""
    axis = rows.percent_axis()

    def row(group: Group) -> Row:
        return Row(group.name, [f"{printed(group.percent, given.because)}%"], rows.bar(axis, group.percent))

    made = [row(group) for group in given.groups]
    body = table(caption(given.what), ("Group", "Percentage", "From 0% to 100%"), made, rows.foot(axis))
    return el("div", body, said(links, [given]), class_="dt-ev")


def confidence(*percent: float | None) -> str:
    """Return what an interval is called: '95% CI', or 'CI' where its level is not given."""
    return " ".join("CI" if each is None else f"{number(each)}% CI" for each in percent)


def estimate(given: Arm | HazardRatio, because: Sequence[Quote], level: str = "") -> Markup:
    """Return a figure with its interval as printed: '0.33 (0.23 to 0.47)'; `level` goes before the interval."""
    value = printed(given.value, because)
    if given.low is None and given.high is None:
        return joined(value)
    ends = " to ".join(NOT_GIVEN if end is None else printed(end, because) for end in (given.low, given.high))
    return joined(f"{value} ", el("span", f"({f'{level} {ends}'.strip()})"))


def said(links: Links, given: Sequence[HazardRatio] | Sequence[Medians | Percentages]) -> Markup:
    """Return the words of the source for the figures of a table, each under its name where there are several."""
    if len(given) == 1:
        return el("p", "Words of the source: ", cite.all_quoted(links, given[0].because), class_="dt-ev-said")
    items = (el("li", f"{each.what}: ", cite.all_quoted(links, each.because)) for each in given)
    return el("div", el("p", "Words of the source:"), el("ul", *items), class_="dt-ev-said")


def caption(what: str, about: str = "") -> Markup:
    """Return what a table shows, and how its drawings are read."""
    return el("caption", what, joined(" ", el("small", about)) if about else None)


def table(says: Markup, heads: Sequence[str], made: Sequence[Row], foot: str) -> Markup:
    """Return a table with a drawing at the end of each row, and the axis below, which screen readers pass over."""
    first, *others, last = heads
    body = (
        el(
            "tr",
            el("th", row.head, scope="row"),
            *(el("td", cell, data_head=head) for head, cell in zip(others, row.cells, strict=True)),
            el("td", Markup(row.drawing), class_="dt-ev-drawn"),
        )
        for row in made
    )
    columns = (el("th", name, scope="col") for name in (first, *others))
    axis = el("td", Markup(foot), class_="dt-ev-drawn")
    return el(
        "table",
        says,
        el("thead", el("tr", *columns, el("th", last, scope="col", class_="dt-ev-drawn"))),
        el("tbody", *body),
        el("tfoot", el("tr", el("td", colspan=str(len(heads) - 1)), axis), aria_hidden="true"),
        class_="dt-ev-table",
    )
