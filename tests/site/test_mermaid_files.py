"""A tree as Mermaid: Mermaid itself, in a browser, parses and draws every file, and loses no word of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from conftest import ROOT
from helpers.materials import NAMES, ODD_NAMES, WHERE, material, material_in
from helpers.present import absent
from helpers.small import action, library_of, question
from playwright.sync_api import Browser, Page

from macros.downloads.material import Material
from macros.downloads.mermaid_file import make
from trees.core import wording
from trees.core.branches import Event, Onward, OtherTree
from trees.core.nodes import OUTCOMES, Checklist, ways

MERMAID = ROOT / "tests" / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"
SIZE = "example/tarn_nodule"
MOST = 50_000
"""Letters that Mermaid takes unless a page allows more."""
MOST_LINES = 500
DRAW = """async (source) => {
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
  await mermaid.parse(source);
  const { svg } = await mermaid.render('drawn', source);
  const box = document.createElement('div');
  box.innerHTML = svg;
  const lines = (element) => [...element.querySelectorAll('br')].forEach((each) => each.replaceWith(' '));
  lines(box);
  const said = (element) => element.textContent.replaceAll('\\u2060', '').replace(/\\s+/g, ' ').trim();
  const all = (css, read) => [...box.querySelectorAll(css)].map(read);
  return {
    boxes: all('g.node', (each) => [each.id.replace(/^(drawn-)?flowchart-/, '').replace(/-\\d+$/, ''), said(each)]),
    tips: all('g.node[title]', (each) => each.getAttribute('title')),
    links: all('a', (each) => each.getAttributeNS('http://www.w3.org/1999/xlink', 'href')),
    title: all('.flowchartTitleText', said).join(),
    named: all('title', said)[0],
    described: all('desc', said)[0],
    odd: all('script, iframe, img, i, b, em, strong, ul, li', (each) => each.outerHTML),
  };
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    if not MERMAID.is_file():
        absent("Mermaid is absent: run `make test`, which gets it from npm")
    opened = browser.new_page()
    opened.set_content("<!doctype html><body></body>")
    opened.add_script_tag(path=MERMAID)
    yield opened
    opened.close()


def one_line(text: str) -> str:
    return " ".join(text.split())


def graph(source: str) -> list[tuple[str, str, str, bool]]:
    """Return the ways of a file: from which box, by which answer, to which box, and whether dotted."""
    found = re.findall(r'(?m)^  (\w+) (---|-\.-) (\w+)\(\["[^"]*"\]\):::[\w-]+ (?:-->|-\.->) (\w+)$', source)
    return [(start, chip, end, line == "-.-") for start, line, chip, end in found]


def expected_graph(of: Material) -> list[tuple[str, str, str, bool]]:
    """Return the same of the data; another tree is a box of its own below the node that leads there."""
    found = []
    for node in of.tree.nodes:
        if isinstance(node, Checklist) and node.always is not None:
            found.append((f"n_{node.id}", f"a_{node.id}", f"n_{node.always}", False))
        trees: list[str] = []
        for way in ways(node):
            if isinstance(way.to, OtherTree):
                if way.to.name not in trees:
                    trees.append(way.to.name)
                end = f"n_{node.id}_to_{trees.index(way.to.name) + 1}"
            else:
                end = f"n_{way.to}"
            found.append((f"n_{node.id}", f"n_{node.id}__{way.code}", end, isinstance(way, Event | Onward)))
    return found


def drawn(page: Page, source: str) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(DRAW, source)
    return found


@pytest.mark.parametrize("name", [*NAMES, *ODD_NAMES])
def test_mermaid_draws_every_box_and_every_answer_in_its_words(name: str, page: Page) -> None:
    of = material(name)
    source = make(of).decode("utf-8")
    found = drawn(page, source)
    boxes: dict[str, str] = dict(found["boxes"])
    for node in of.tree.nodes:
        shown = boxes[f"n_{node.id}"]
        assert one_line(wording.title(node)) in shown
        assert f"{of.badges[node.id]}" in shown
        assert shown.startswith(wording.since_mark(node))
        assert shown.endswith(wording.firmly(node))
        assert one_line(wording.since_in_short(node)) in shown
    for node in of.tree.nodes:
        for way in ways(node):
            assert boxes[f"n_{node.id}__{way.code}"] == one_line(way.says)
        if isinstance(node, Checklist) and node.always is not None:
            assert boxes[f"a_{node.id}"] == "In any case"
    assert graph(source) == expected_graph(of)
    about, since = boxes["about"], boxes.get("since", "")
    assert [says for _, says in of.attribution.rows() if one_line(says) not in about] == []
    assert [says for says in of.attribution.noted() if one_line(says) not in since] == []
    assert bool(since) == any(node.since for node in of.tree.nodes if isinstance(node, OUTCOMES))
    assert found["named"] == f"Decision tree: {one_line(of.attribution.title)}"
    assert one_line(of.attribution.line()) in found["described"]
    assert found["odd"] == []
    assert len(source) < MOST
    assert 2 * len(graph(source)) + 2 < MOST_LINES
    jumps = [way.to for node in of.tree.nodes for way in ways(node) if isinstance(way.to, OtherTree)]
    expected = {f"{WHERE.address}trees/{name}/#{node.id}" for node in of.tree.nodes}
    expected |= {f"{WHERE.address}trees/{of.library.jump(name, to)}/" for to in jumps}
    assert set(found["links"]) == expected


def test_the_title_is_shown_and_marks_of_html_in_it_are_wide(page: Page) -> None:
    assert drawn(page, make(material(SIZE)).decode("utf-8"))["title"] == "A new Tarn nodule"
    of = material(ODD_NAMES[0])
    assert of.tree.title == 'No, <5 cm> & "some" </svg> remains'
    assert drawn(page, make(of).decode("utf-8"))["title"] == 'No, ＜5 cm＞ ＆ "some" ＜/svg＞ remains'


HOSTILE = [
    "1. one",
    "- a",
    "+ b",
    "`code` **bold** _thin_ ~~x~~ # head",
    "fa:fa-ban mdi:home :::k-open",
    "%%{init: {'theme': 'dark'}}%% %% comment",
    "style: x#y; classDef a:b#c; click n_a call f()",
    'end subgraph "x" [y] (z) {w} | --> -.-> ~~~ ; \\N',
    "#35; #quot; &lt; &amp; &#35; #",
    "<b>x</b> <script>alert(1)</script> < 2 > 1",
    "$$x^2$$ \\(y\\) @{shape: x} ---",
    "\u2028line\u2029end",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_means_something_to_mermaid_is_text(text: str, page: Page) -> None:
    library = library_of(t=(question("style", {"yes": "end", "unknown": "end"}), action("end")))
    asked, end = library.trees["c/t"].nodes
    first, *rest = asked.answers  # type: ignore[union-attr]
    nodes = (
        replace(asked, asks=text, means=text, answers=(replace(first, says=text), *rest)),  # type: ignore[call-arg]
        replace(end, says=text),  # type: ignore[call-arg]
    )
    library.trees["c/t"] = replace(library.trees["c/t"], title=text, readers=text, applies_to=text, nodes=nodes)
    found = drawn(page, make(material_in(library, "c/t")).decode("utf-8"))
    boxes, wanted = dict(found["boxes"]), one_line(text)
    assert boxes["n_style"] == f"1: {wanted}"
    assert boxes["n_end"] == f"A: {wanted}"
    assert boxes["n_style__yes"] == wanted
    assert boxes["about"].count(wanted) >= 3
    assert found["odd"] == []
    assert "Question." in found["tips"]


def test_a_file_reads_like_this() -> None:
    lines = make(material(SIZE)).decode("utf-8").splitlines()
    assert lines[:3] == ["---", 'title: "A new Tarn nodule"', "config:"]
    assert lines[3:7] == ["  flowchart:", "    wrappingWidth: 900", "---", "flowchart TD"]
    assert "%% State: Encoded from the source. Not reviewed by a clinician." in lines
    chip = 'n_nodule_size__from_2_to_5(["2 cm to 5 cm"]):::k-chip'
    assert f"  n_nodule_size --- {chip} --> n_middle_size" in lines
    assert [line for line in lines if re.match(r"  n_velurin_100\[", line)] == [
        '  n_velurin_100["≠ 2024#46; Since then,<br/>Invented 2024<br/>says otherwise.<br/>F: Velurin 100 mg daily"]'
        ":::k-treatment"
    ]
