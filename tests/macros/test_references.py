"""A tree as BibTeX and as RIS, read by a program that keeps references: it names the wording, its day and its state."""

from dataclasses import replace
from typing import Any

import pytest
from helpers.node import asked

from macros.attribution import Attribution, Where
from macros.references import bibtex, key, ris, tex
from trees.core.library import Library
from trees.core.report import hash_of

WHERE = Where("https://example.org/", "Trees & more", "2026-11-22", {"trees/example/tarn_nodule/": "2026-03-04"})
READ = """
const Cite = require("citation-js");
const read = (text) => { const { data } = new Cite(text); return data; };
console.log(JSON.stringify(given.map(read)));
"""


def read(texts: list[str]) -> list[Any]:
    """Return what citation-js makes of each text, as records of CSL."""
    found: list[Any] = asked(READ, texts, "citation-js")
    assert [len(each) for each in found] == [1] * len(texts)
    return [record for (record,) in found]


def of(library: Library, name: str) -> Attribution:
    return Attribution(library, name, WHERE)


def test_a_program_that_keeps_references_reads_every_tree_from_either_format(library: Library) -> None:
    names = list(library.trees)
    both = read([*(bibtex(of(library, name)) for name in names), *(ris(of(library, name)) for name in names)])
    for name, from_tex, from_ris in zip(names, both[: len(names)], both[len(names) :], strict=True):
        given = of(library, name)
        year, month, day = (int(each) for each in given.day.split("-"))
        for record, exact in ((from_tex, [year, month]), (from_ris, [year, month, day])):
            assert record["title"] == given.title
            assert record["URL"] == given.address
            assert record["issued"]["date-parts"] == [exact]
            (author,) = record["author"]
            assert given.author in (author.get("literal"), author.get("family"))
            newer = f"Since then: {given.newer}"
            for words in (f"{name}@{hash_of(library, name)}", given.follows, newer, given.review, *given.warnings()):
                assert words in record["note"], (name, words)


def test_a_reference_names_the_day_on_which_the_tree_last_changed_or_else_that_of_the_commit(library: Library) -> None:
    assert of(library, "example/tarn_nodule").day == "2026-03-04"
    assert of(library, "example/on_velurin").day == "2026-11-22"


def test_another_wording_has_another_key(library: Library) -> None:
    tree = library.trees["example/tarn_nodule"]
    other = replace(library, trees={**library.trees, "example/tarn_nodule": replace(tree, title="Another title")})

    assert key(of(library, "example/tarn_nodule")) != key(of(other, "example/tarn_nodule"))
    assert key(of(library, "example/tarn_nodule")).startswith("example_tarn_nodule_")


@pytest.mark.parametrize("text", ["50% & more", "a_b {c} $d$ #1", "x^2 ~ y", r"\end{x}", "“quoted” ≥ 2 cm"])
def test_what_means_something_to_tex_is_printed_as_it_is(library: Library, text: str) -> None:
    tree = library.trees["example/tarn_nodule"]
    odd = replace(library, trees={**library.trees, "example/tarn_nodule": replace(tree, title=text)})
    (record,) = read([bibtex(of(odd, "example/tarn_nodule"))])

    assert record["title"].replace("\N{NO-BREAK SPACE}", " ") == text


def test_a_text_of_several_lines_is_one_line_in_both(library: Library) -> None:
    tree = library.trees["example/tarn_nodule"]
    odd = replace(library, trees={**library.trees, "example/tarn_nodule": replace(tree, title="A\nER  - \nB")})

    assert "TI  - A ER - B" in ris(of(odd, "example/tarn_nodule")).splitlines()
    assert tex("a\n\nb") == "a b"
