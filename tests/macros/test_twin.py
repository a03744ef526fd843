"""The Markdown of a tree loses nothing of its page, begins with what is to be known first, and keeps its conditions."""

import re
from html import unescape
from pathlib import Path

import markdown
import pytest
from conftest import ROOT
from helpers.basis import sources_shown
from helpers.key_reader import read_key
from helpers.odd_library import ODD
from helpers.tree_graph import Graph
from helpers.twin_reader import items, plain, read_twin, sections

from macros.finishing.twins import list_of_twins, write
from macros.key import Key
from macros.links import Links
from macros.markdown import plain as escaped
from macros.twin import Twin
from macros.uses import Uses
from trees.core import wording
from trees.core.digest import digest
from trees.core.library import Library, load
from trees.core.nodes import OUTCOMES
from trees.core.paths import conditions
from trees.core.review import NOT_REVIEWED

REAL = load(ROOT / "trees")
USES = {id(library): Uses(library) for library in (REAL, ODD)}
ALL = [*((REAL, name) for name in REAL.trees), (ODD, "odd/odd")]
each_tree = pytest.mark.parametrize(("library", "name"), ALL, ids=[name for _, name in ALL])
SIZE, AFTER = "example/tarn_nodule", "example/after_velurin"


def twin_of(library: Library, name: str) -> str:
    return Twin(Links(library, f"trees/{name}"), USES[id(library)], name).text()


@each_tree
def test_the_tree_can_be_made_again_from_its_markdown_alone(library: Library, name: str) -> None:
    found, expected = read_twin(twin_of(library, name)), Graph(library, name).steps()
    assert [step.id for step in found] == [step.id for step in expected]
    for shown, step in zip(found, expected, strict=True):
        assert shown == step


@pytest.mark.parametrize("name", [SIZE, AFTER, "example/on_velurin"])
def test_the_markdown_and_the_key_of_the_page_say_the_same(name: str) -> None:
    key = Key(Links(REAL, f"trees/{name}"), USES[id(REAL)], name, REAL.trees[name])
    assert read_twin(twin_of(REAL, name)) == read_key(str(key.steps()))


@each_tree
def test_the_safety_header_comes_before_any_step(library: Library, name: str) -> None:
    text, tree = twin_of(library, name), library.trees[name]
    collection = library.collections[name.partition("/")[0]]
    head = text.partition("\n## Steps\n")[0]
    rows = items("\n".join(line for line in head.splitlines() if line.lstrip().startswith("- ")))
    says = [plain(row.says) for row in rows]
    assert head.startswith(f"# {escaped(tree.title)}\n\n- ")
    for row in (
        f"Purpose: {tree.purpose}",
        "For whom: Clinicians who know the disease, educators and maintainers",
        f"Text written for: {tree.readers}",
        f"Use: {collection.intended_use}",
        f"State: {NOT_REVIEWED}",
        "Not medical advice, not current guidance. It shows what dated texts say, and decides nothing.",
    ):
        assert row in says
    assert any(digest(library, name) in row for row in says)
    assert ("Nothing here is medicine." in head) == collection.invented
    (sources,) = [row.below for row in rows if row.says == "Sources:"]
    for source, row in zip(sources_shown(library, name), sources, strict=True):
        assert f"({source.publisher}, {source.date}; written for: {source.readers.lower()})" in plain(row.says)


@each_tree
def test_every_outcome_names_the_answers_that_lead_to_it(library: Library, name: str) -> None:
    text, tree = twin_of(library, name), library.trees[name]
    steps = {each["id"]: items(each["rows"]) for each in sections(text)}
    for node in (node for node in tree.nodes if isinstance(node, OUTCOMES)):
        (row,) = [row for row in steps[node.id] if row.says == "Leads here:"]
        shown = [plain(each.says) for each in row.below]
        for each in conditions(tree, node):
            answers = "; or ".join(way.says for way in each.leading)
            more = "" if each.always else " (on some ways)"
            assert " ".join(f"{wording.title(each.asked)} {answers}{more}".split()) in shown
        assert shown


def test_what_only_time_leads_to_says_after_what_it_comes() -> None:
    assert "  - In time, after “" in twin_of(REAL, AFTER)


def test_the_figures_of_a_trial_and_what_is_odd_of_it_stand_with_it() -> None:
    text = twin_of(REAL, SIZE)
    trial = REAL.trials["example"]["heron"]
    for words in [*map(wording.figure, trial.figures), *(each.says for each in trial.oddities)]:
        assert words in plain(text)


ODD_TEXTS = [
    "a * b_c [d](e) `f` \\g",
    "<script>alert(1)</script> &amp; < 2 > 1",
    "1. not a list",
    "- nor this",
    "# nor a heading",
    "+ or 12) this",
    "~~struck~~ **bold** _thin_",
]


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_a_text_reads_in_markdown_as_it_is_written(text: str) -> None:
    html = markdown.markdown(f"- {escaped(text)}\n")
    shown = unescape(re.sub(r"<[^>]*>", "", html)).strip()
    assert re.sub(r"\s+", " ", shown) == text
    assert set(re.findall(r"<(\w+)", html)) == {"ul", "li"}
    assert plain(escaped(text)) == text


def test_every_tree_gets_a_twin_and_a_line_in_the_list(tmp_path: Path) -> None:
    for name in REAL.trees:
        (tmp_path / "trees" / name).mkdir(parents=True)
    write(tmp_path, REAL, "A site")
    text = (tmp_path / "llms.txt").read_text(encoding="utf-8")
    listed = re.findall(r"(?m)^- \[([^\]]+)\]\(trees/([\w/]+)/index\.md\): (.*)$", text)
    assert [(plain(title), name, plain(says)) for title, name, says in listed] == [
        (tree.title, f"{collection}/{tree.id}", tree.purpose)
        for collection in ("gist_2017", "example")
        for tree in REAL.in_order(collection)
    ]
    for _, name, _ in listed:
        assert (tmp_path / "trees" / name / "index.md").read_text(encoding="utf-8") == twin_of(REAL, name)


def test_the_list_of_twins_begins_with_what_this_is_and_is_not() -> None:
    lines = list(list_of_twins(REAL, "A site"))
    assert lines[0] == "# A site"
    assert lines[2].startswith("> For clinicians who know the disease")
    head = "\n".join(lines[: next(index for index, line in enumerate(lines) if line.startswith("## "))])
    assert "Not medical advice, not current guidance." in head
    assert NOT_REVIEWED in head
    assert "keeps its conditions" in head
    dates = [source.date for collection in REAL.collections.values() for source in collection.sources]
    assert all(date in "\n".join(lines) for date in dates)
