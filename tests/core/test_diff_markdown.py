"""The comment on a pull request: what strangers wrote stays text in it, and it is never too long to be taken."""

import re
from dataclasses import replace
from html import unescape

import pytest
from helpers.node import asked
from helpers.small import action, left_open, library_of, question

from trees.core.diff.comparison import compare
from trees.core.diff.markdown import UNSEEN, markdown, plain
from trees.core.diff.match import Edition
from trees.core.library import Library
from trees.core.place import Place, Problem

RENDER = """
const { marked } = require("marked");
console.log(JSON.stringify(given.map(each => marked.parse(each, { gfm: true }))));
"""
TAKEN = 65_536
"""Characters that GitHub takes in a comment."""
HOSTILE = [
    "@someone, look",
    "see #12 and GH-12",
    "owner/name#12",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](http://example.org)",
    "![x](http://example.org/x.png)",
    "http://example.org and www.example.org",
    "a@example.org",
    "`code` and ``more``",
    "a | b | c",
    "**bold** _thin_ ~~gone~~",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "&lt;b&gt; &amp;",
    "$x$",
    "\\",
    "trailing \\",
    "```",
    "---",
    "===",
    "</details>",
    "<!-- comment",
    "[ ] task",
    ":smile:",
    "{{ 1 }}",
]


def html(*texts: str) -> list[str]:
    """Return what a real renderer of GitHub's Markdown makes of some texts."""
    rendered: list[str] = asked(RENDER, list(texts), "marked")
    return rendered


def shown(rendered: str) -> str:
    """Return the text that a reader sees."""
    return unescape(re.sub(r"<[^>]*>", "", rendered)).replace(UNSEEN, "").strip()


def test_every_hostile_text_is_shown_as_it_stands_and_makes_no_element() -> None:
    rendered = html(*(f"- {plain(text)}" for text in HOSTILE))

    assert [shown(each) for each in rendered] == HOSTILE
    assert {tag for each in rendered for tag in re.findall(r"<[^>]*>", each)} == {"<ul>", "<li>", "</li>", "</ul>"}


def test_every_hostile_text_stays_in_its_cell() -> None:
    rows = "\n".join(f"| {plain(text)} | {plain(text)} |" for text in HOSTILE)
    (rendered,) = html(f"| a | b |\n|---|---|\n{rows}")

    assert [shown(each) for each in re.findall(r"<td>(.*?)</td>", rendered)] == [
        text for each in HOSTILE for text in (each, each)
    ]
    assert "<a " not in rendered


def test_nobody_is_called_and_no_issue_is_named() -> None:
    # GitHub looks for these in the text as it is shown, where a backslash is gone.
    for text in ("@someone", "x @team/name", "#12", "owner/name#12", "GH-12", "gh-12"):
        seen = unescape(re.sub(r"<[^>]*>", "", html(plain(text))[0]))

        assert not re.search(r"@\w|#\d|GH-\d", seen, re.IGNORECASE)


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\u2028", "\u202e", "\u200f", "\u0000", "\u001b", "\u00a0", "\ufeff"])
def test_line_breaks_and_marks_that_nobody_sees_become_a_space(mark: str) -> None:
    assert plain(f"a{mark}b") == "a b"


def edition(words: str, nodes: int = 1) -> Library:
    ends = tuple(replace(left_open(f"end_{i}", f"{words} {i}"), says=words) for i in range(nodes))
    rows = [
        replace(
            question(f"q_{i}", {"yes": f"q_{i + 1}" if i < nodes - 1 else "watch", "no": f"end_{i}"}),
            asks=f"{words} {i}?",
        )
        for i in range(nodes)
    ]
    library = library_of(t=(*rows, action("watch"), *ends))
    library.trees["c/t"] = replace(library.trees["c/t"], title=words, purpose=words, applies_to=words)
    return library


def comment(before: Library, after: Library, *missing: Problem, most: int = 10) -> str:
    return markdown([compare(Edition(before, "c"), Edition(after, "c"))], missing, most)


def test_a_tree_full_of_hostile_texts_makes_no_element_of_its_own() -> None:
    made = comment(edition("Was"), edition(" ".join(HOSTILE)), Problem(Place("trees/c/t.py", 1), " ".join(HOSTILE)))
    (rendered,) = html(made)
    tags = set(re.findall(r"</?([\w!-]+)", re.sub(r"<!--.*?-->", "", rendered)))

    assert tags == {*("h2", "h3", "p", "ul", "li", "strong", "table", "thead", "tbody", "tr", "th", "td")}
    assert "alert(1)" in shown(rendered)


@pytest.mark.parametrize("words", ["x" * 1_900, "@" * 1_900, "|" * 1_900, "\u20ac" * 1_900])
def test_a_comment_is_never_longer_than_is_taken(words: str) -> None:
    missing = [Problem(Place("trees/c/t.py", line), words) for line in range(200)]
    made = comment(edition("Was", 40), edition(words, 40), *missing, most=10_000)

    assert len(made) <= TAKEN
    assert made.endswith("did not fit here; the page of this comparison has all.\n")
    assert "\n- and 170 more, which the check prints\n" in made


def test_a_comment_on_very_many_collections_is_no_longer_either() -> None:
    found = compare(Edition(edition("Was"), "c"), Edition(edition("Now"), "c"))

    assert len(markdown([found] * 2_000, [])) <= TAKEN


def test_no_more_patients_are_listed_than_are_asked_for() -> None:
    made = comment(edition("Was", 8), edition("Now", 8), most=3)

    assert made.count("\n| ") - made.count("\n| patients") == 3
    assert "And 5 more: the page of this comparison lists them." in made
