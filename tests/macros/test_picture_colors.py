"""A picture is painted as its page is: light at each of its parts, dark by rules for a dark screen."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from helpers.css_rules import Node, Sheet, rules
from helpers.odd_library import ODD
from helpers.pictures import SVG, real, root, style_of

from macros.card_style import painted_by
from macros.downloads.painting import painted
from macros.downloads.picture_style import DARK, KEPT_LIGHT, PICTURE

SMALL, ODD_ONE = "example/tarn_nodule", "odd/every"
each_tree = pytest.mark.parametrize("name", [*real().trees, *ODD.trees])
PAINTS = ("fill", "stroke", "stroke-width", "stroke-dasharray")


def parts_of(element: ElementTree.Element, at: Node) -> Iterator[tuple[ElementTree.Element, Node]]:
    """Yield each part of a picture with the node that stands for it below a node."""
    node = at.add(Node(element.tag.removeprefix(SVG), set(element.get("class", "").split())))
    yield element, node
    for child in element:
        yield from parts_of(child, node)


def seen(sheet: Sheet, node: Node) -> list[str]:
    return [sheet.value(node, name) for name in PAINTS]


DIAGRAM = ("b", "b2", "bar", "tagc", "tag", "sincec", "since", "w", "s", "l", "h")


@each_tree
def test_every_part_has_the_light_colors_of_the_page_written_at_it(name: str) -> None:
    sheet = Sheet(list(rules(painted_by(ROOT / "docs"))), "screen")
    page = Node("body").add(Node("div", {"dt"})).add(Node("svg", {"dt-svg"}))
    unset = {"fill": "#000000", "stroke": "none", "stroke-width": "1", "stroke-dasharray": "none"}
    found = 0
    for element, node in parts_of(root(name), page):
        if node.classes & set(DIAGRAM):
            found += 1
            assert [element.get(paint, unset[paint]) for paint in PAINTS] == seen(sheet, node), node.classes
        elif element.tag in (f"{SVG}rect", f"{SVG}text"):
            assert re.fullmatch("#[0-9a-f]{3,6}", element.get("fill", "")), element.attrib
    assert found > 20


def test_every_part_is_painted_as_on_a_dark_page_by_the_rules_for_a_dark_screen() -> None:
    dark = style_of(root(ODD_ONE)).partition(DARK)[2][1:-1]
    # The helper that reads selectors takes a picture as its readers do who have not said that it stays light.
    sheets = [Sheet(list(rules(css)), "screen") for css in (painted_by(ROOT / "docs"), dark.replace(KEPT_LIGHT, ""))]
    slate = Node("body", attributes={"data-md-color-scheme": "slate"})
    page, alone = slate.add(Node("div", {"dt"})).add(Node("svg", {"dt-svg"})), Node("html")
    parts = [[node for _, node in parts_of(root(ODD_ONE), at)] for at in (page, alone)]
    compared = [
        (of_page, of_picture) for of_page, of_picture in zip(*parts, strict=True) if of_page.classes & set(DIAGRAM)
    ]
    assert len(compared) > 50
    for of_page, of_picture in compared:
        assert seen(sheets[1], of_picture) == seen(sheets[0], of_page), of_page.classes


def test_put_into_a_page_a_picture_paints_nothing_but_itself_and_nothing_where_it_is_to_stay_light() -> None:
    css = re.sub(r"@font-face\{[^}]*\}|/\*.*?\*/", "", style_of(root(SMALL)))
    assert css.startswith(DARK)
    selectors = [each.selector for each in rules(css)]
    assert len(selectors) > 30
    assert all(each.startswith(f".{PICTURE}:not(.light)") for each in selectors)


def test_a_rule_that_is_not_understood_is_refused() -> None:
    with pytest.raises(ValueError, match="the rule for 'a > b' is not understood"):
        painted('<path class="b"/>', "a > b{fill:#fff}")
    rules_given = ".k-x .b{fill:#111}.b{fill:#222;stroke:#333}"
    boxes = '<g class="n k-x"><path class="b"/></g><g class="n k-y"><path class="b"/></g>'
    assert painted(boxes, rules_given) == (
        '<g class="n k-x"><path class="b" fill="#111" stroke="#333"/></g>'
        '<g class="n k-y"><path class="b" fill="#222" stroke="#333"/></g>'
    )
