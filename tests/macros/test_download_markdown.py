"""A tree as Markdown that stands alone: another reader finds its parts, its links hold anywhere, nothing is lost."""

import re
from functools import cache
from html.parser import HTMLParser

import markdown
import pytest
from helpers.materials import NAMES, ODD_NAMES, WHERE, material
from helpers.twin_reader import items, plain, sections

from macros.downloads.markdown import make
from macros.links import Links
from macros.twin import Twin
from trees.core import wording
from trees.core.nodes import OUTCOMES, ways

EVERY = [*NAMES, *ODD_NAMES]
SIZE = "example/tarn_nodule"
LINK = re.compile(r"\]\(([^)]*)\)")


@cache
def text(name: str) -> str:
    return make(material(name)).decode("utf-8")


def twin(name: str) -> str:
    of = material(name)
    return Twin(Links(of.library, f"trees/{name}"), of.uses, name).text()


class Read(HTMLParser):
    """What a reader of Markdown that is not ours makes of a file."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.headings: list[tuple[str, str]] = []
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.rows = 0
        self.elements: set[str] = set()
        self.text = ""
        self._in = ""
        self.feed(markdown.markdown(text(name), tab_length=2))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.add(tag)
        self.rows += tag == "li"
        if re.fullmatch(r"h\d", tag):
            self._in = tag
            self.headings.append((tag, ""))
        if found.get("href"):
            self.links.append(found["href"] or "")
        if found.get("id"):
            self.anchors.append(found["id"] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._in:
            self._in = ""

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._in:
            level, said = self.headings[-1]
            self.headings[-1] = (level, said + data)


@cache
def read(name: str) -> Read:
    return Read(name)


def one_line(given: str) -> str:
    return " ".join(given.split())


@pytest.mark.parametrize("name", EVERY)
def test_another_reader_finds_every_step_row_and_link(name: str) -> None:
    of, found = material(name), read(name)
    steps = [f"{of.badges[node.id]}: {one_line(wording.title(node))}" for node in of.tree.nodes]
    terms = [("h2", "Terms")] if "\n## Terms\n" in text(name) else []
    assert [(level, one_line(says)) for level, says in found.headings] == [
        ("h1", one_line(of.tree.title)),
        ("h2", "Steps"),
        *(("h3", step) for step in steps),
        *terms,
    ]
    assert found.rows == len(re.findall(r"(?m)^ *- ", text(name)))
    assert found.links == LINK.findall(text(name))
    assert found.anchors == [node.id for node in of.tree.nodes]
    assert found.elements <= {"h1", "h2", "h3", "p", "ul", "li", "a", "code"}


@pytest.mark.parametrize("name", EVERY)
def test_every_link_is_a_whole_address_or_leads_to_a_step_of_the_file(name: str) -> None:
    inside = {f"#{node.id}" for node in material(name).tree.nodes}
    assert [each for each in read(name).links if not each.startswith(WHERE.address) and each not in inside] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_way_to_another_tree_leads_to_its_page_on_the_site(name: str) -> None:
    of = material(name)
    steps = {each["id"]: each["rows"] for each in sections(text(name))}
    for node in of.tree.nodes:
        for way in ways(node):
            if not isinstance(way.to, str):
                assert f"({WHERE.address}trees/{of.library.jump(name, way.to)}/)" in steps[node.id]
    assert "index.md" not in text(name)
    assert "index.html" not in text(name)


@pytest.mark.parametrize("name", EVERY)
def test_nothing_of_the_text_of_the_page_is_lost(name: str) -> None:
    def told(given: str) -> list[str]:
        rows = [line.strip() for line in LINK.sub("]", given).splitlines() if line.strip()]
        return [row for row in rows if not row.startswith("- Page: ")]

    alone = told(text(name))
    assert [row for row in told(twin(name)) if row not in alone] == []
    of_steps = [LINK.sub("]", given).partition("\n## Steps\n")[2] for given in (text(name), twin(name))]
    assert of_steps[0] == of_steps[1]


@pytest.mark.parametrize("name", EVERY)
def test_whose_it_is_stands_at_its_head_and_every_note_before_the_advice(name: str) -> None:
    of = material(name)
    head = text(name).partition("\n## Steps\n")[0]
    rows = [plain(row.says) for row in items("\n".join(re.findall(r"(?m)^ *- .*$", head)))]
    warnings = of.attribution.warnings()
    assert rows[: len(warnings) + 1] == [*warnings, one_line(of.attribution.line())]
    for label, says in of.attribution.rows():
        if label not in ("Use", "Follows", "License"):
            # The line has the license, and the list of sources their dates.
            assert one_line(says) in plain(LINK.sub("]", head)).replace("`", "").replace("[", "").replace("]", "")
    for step in sections(text(name)):
        node = of.tree.node(step["id"])
        if isinstance(node, OUTCOMES):
            before = step["rows"].partition("- Applies to: ")[0]
            assert all(one_line(note.says) in plain(before) for note in node.since)
