"""HTML from data: whatever is not markup comes out as text."""

import re

import markdown
import pytest
from markupsafe import Markup

from macros.links import Links, pages
from macros.markup import el, heading, joined, one_line
from trees.core.branches import OtherTree
from trees.core.library import Library

NASTY = [
    "<5 cm> & \"x\" 'y'",
    "a `b` *c* _d_ [e](f) #g !h ~i ^j^ $k$",
    "{{ 1 }} {% x %} {: #id }",
    "1. list",
    "&lt;",
    "back\\slash",
    "| a | b |",
    "≥ 2 cm – ‘quoted’",
]


@pytest.mark.parametrize("text", NASTY)
def test_text_in_an_element_is_escaped(text: str) -> None:
    made = el("p", text, title=text)

    assert "<5" not in made
    assert Markup(made).striptags() == " ".join(Markup.escape(text).unescape().split())


@pytest.mark.parametrize("text", NASTY)
def test_a_page_heading_reads_as_it_is_written(text: str) -> None:
    html = markdown.markdown(heading(text), extensions=["attr_list"])

    shown = re.fullmatch(r'<h1 id="page-title">(.*)</h1>', html)
    assert shown is not None
    assert Markup(shown.group(1)).unescape() == text
    assert not re.search(r"<(?!/?h1)", html)


def test_markup_is_not_escaped_twice() -> None:
    assert el("p", el("b", "a & b")) == "<p><b>a &amp; b</b></p>"


def test_an_attribute_that_is_none_or_false_is_left_out() -> None:
    assert el("a", "x", href=None, hidden=False, data_search_exclude=True) == "<a data-search-exclude>x</a>"


def test_parts_are_joined_and_texts_among_them_escaped() -> None:
    assert joined("a<", el("i", "b"), None) == "a&lt;<i>b</i>"


def test_a_block_is_one_line_so_that_markdown_leaves_it_alone() -> None:
    block = one_line(el("div", "a\nb", el("pre", "```\n# c")))

    html = markdown.markdown(f"# Title\n\n{block}\n", extensions=["attr_list", "tables", "pymdownx.superfences"])

    assert "\n" not in block
    assert block in html


def test_links_are_relative_and_lead_from_any_depth(library: Library) -> None:
    here = Links(library, "trees/gist_2017/first_line")

    assert here.tree("gist_2017/tki_safety", "watch_hemoglobin") == "../tki_safety/#watch_hemoglobin"
    assert here.source("pdq_2014", "P04") == "../../../sources/pdq_2014/#P04"
    assert here.tree("gist_2017/first_line", "kit_exon_9") == "#kit_exon_9"
    assert here.way("gist_2017/first_line", OtherTree("tki_safety")) == "../tki_safety/"
    assert Links(library, "").collection("example") == "trees/example/"


def test_every_page_that_the_data_calls_for_has_an_address(library: Library) -> None:
    found = pages(library)

    assert found["trees/gist_2017/first_line"] == "tree"
    assert found["trees/example/index"] == "collection"
    assert found["trials/example/heron"] == "trial"
    assert len([kind for kind in found.values() if kind == "tree"]) == len(library.trees)
