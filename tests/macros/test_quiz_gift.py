"""The questions for Moodle: a parser of GIFT reads back what the data says, and no text is taken for a mark."""

import json
import re
import subprocess
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from helpers.quizzes import HOSTILE, WHERE, hostile, published, whole
from helpers.shipped_walk import NODE

from macros.quiz.behind import Behind
from macros.quiz.gift import (
    MOST_TAKEN,
    SHARES,
    asked,
    escaped,
    feedback,
    general,
    gift,
    left_out,
    trees_asked,
    weighed,
    why_not,
)
from macros.quiz.items import Item
from macros.quiz.whole import Whole
from trees.core.report import hash_of

READ = """
const { parse } = require(process.argv[1]);
process.stdout.write(JSON.stringify(parse(require("node:fs").readFileSync(0, "utf-8"))));
"""
PARSER = ROOT / "tests" / "node_modules" / "gift-pegjs"
Read = dict[str, Any]
each_collection = pytest.mark.parametrize("name", published().library.collections)


def parsed(content: bytes) -> list[Read]:
    """Return what a parser of GIFT reads."""
    done = subprocess.run([NODE, "-e", READ, str(PARSER)], input=content, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    found: list[Read] = json.loads(done.stdout)
    return found


@cache
def written(name: str) -> tuple[Whole, bytes]:
    """The questions of a collection, and its files one after another."""
    all_of_it = whole(name)
    return all_of_it, b"\n".join(gift(all_of_it, tree) for tree in trees_asked(all_of_it.uses, all_of_it.name))


def text(given: str) -> str:
    """Return the words of HTML."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", given)).split())


def hold_against(item: Item, behind: Behind, question: Read) -> None:
    """Compare a question as it is read with what it is made from."""
    assert question["type"] == "MC"
    assert question["title"] == item.id
    assert question["stem"] == {"format": "html", "text": flat(asked(item, behind))}
    assert question["globalFeedback"] == {"format": "html", "text": flat(general(behind))}
    choices = question["choices"]
    assert [unescape(re.sub(r"</?span>", "", each["text"]["text"])) for each in choices] == [
        " ".join(end.says.split()) for end in item.offered
    ]
    several = len(item.right) > 1
    for end, choice in zip(item.offered, choices, strict=True):
        right = end in item.right
        assert choice["isCorrect"] == (right and not several)
        assert (choice["weight"] is not None) == several
        assert not several or (choice["weight"] > 0) == right
        assert (choice["feedback"] or {}).get("text") == (None if right else flat(feedback(item, behind, end)))


def flat(given: str) -> str:
    return " ".join(str(given).split())


@each_collection
def test_every_question_comes_back_as_it_is_in_the_data(name: str) -> None:
    all_of_it, content = written(name)
    found = parsed(content)
    asked_for = [item for item in all_of_it.items if why_not(item) is None]
    questions = [each for each in found if each["type"] != "Category"]
    assert len(questions) == len(asked_for) == len(all_of_it.items) - len(left_out(all_of_it))
    for item, question in zip(asked_for, questions, strict=True):
        hold_against(item, Behind(item, all_of_it), question)


@each_collection
def test_each_tree_is_a_category_and_every_file_names_what_is_left_out_with_the_reason(name: str) -> None:
    all_of_it, content = written(name)
    lines = content.decode().splitlines()
    categories = [line for line in lines if line.startswith("$CATEGORY: ")]
    assert len(categories) == len({item.name for item in all_of_it.items if why_not(item) is None})
    assert all(line.startswith(f"$CATEGORY: {all_of_it.title}/") for line in categories)
    out = left_out(all_of_it)
    named = [f"// Left out: {len(out) or 'none'}", *(f"// Left out, {case}: {why}" for case, why in out)]
    assert [line for line in lines if line.startswith("// Left out")] == named * len(categories)


@each_collection
def test_moodle_reads_every_block_as_one_question(name: str) -> None:
    # Moodle parts a file at empty lines, drops lines that begin with two strokes, and takes the first brace for the
    # begin of the answers and the next closing one for their end, once escaped characters are put away.
    _, content = written(name)
    for block in content.decode().split("\n\n"):
        kept = "\n".join(line for line in block.splitlines() if not line.strip().startswith("//")).strip()
        if not kept or kept.startswith("$CATEGORY:"):
            continue
        bare = re.sub(r"\\[\\~=#{}:]", "", kept)
        assert (bare.count("{"), bare.count("}"), bare.count("####")) == (1, 1, 1)
        assert bare.endswith("}")
        assert "~" in bare


def test_moodle_grants_the_parts_of_a_grade_and_who_ticks_all_gets_nothing() -> None:
    # From Moodle's list of grades; its reader of GIFT takes at most two digits before the point.
    granted = {90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111}
    granted |= {10, 5}
    seen = 0
    for name in published().library.collections:
        for item in (item for item in written(name)[0].items if why_not(item) is None):
            weights = [weighed(item, right=end in item.right) for end in item.offered]
            if len(item.right) == 1:
                assert sorted(weights) == ["=", *["~"] * len(item.wrong)]
                continue
            seen += 1
            numbers = [float(weight.strip("~%")) for weight in weights]
            assert all(re.fullmatch(r"~%-?\d{1,2}(\.\d+)?%", weight) for weight in weights)
            assert {abs(each) for each in numbers} <= granted
            assert sum(each for each in numbers if each > 0) == pytest.approx(100, abs=0.001)
            assert sum(numbers) <= (100 - float(MOST_TAKEN) if len(item.wrong) == 1 else 0.001)
    assert seen > 100
    assert len(SHARES) == 10


@each_collection
def test_what_is_newer_stands_before_the_answer(name: str) -> None:
    all_of_it, _ = written(name)
    seen = 0
    for item in all_of_it.items:
        says = text(general(Behind(item, all_of_it)))
        head, _, _ = says.partition(" The answer ")
        for _, node in item.outcomes:
            for note in node.since:
                seen += 1
                assert " ".join(note.says.split()) in head, (item.id, note.id)
    assert seen


@each_collection
def test_every_question_says_of_which_tree_and_state_it_is(name: str) -> None:
    all_of_it, content = written(name)
    assert content.decode().startswith("// ")
    for name_of_tree, items in all_of_it.by_tree.items():
        tree = all_of_it.of(name_of_tree)
        version = f"{name_of_tree}@{hash_of(tree.library, name_of_tree)}"
        wanted = (version, tree.dated, tree.newer, "CC BY 4.0", tree.review.rstrip("."), tree.address)
        for item in items:
            says = text(general(Behind(item, all_of_it)))
            assert all(words in says for words in wanted), item.id


@each_collection
def test_each_tree_brings_its_whole_attribution(name: str) -> None:
    all_of_it, content = written(name)
    lines = set(content.decode().splitlines())
    for tree in {item.name for item in all_of_it.items if why_not(item) is None}:
        rows = [*all_of_it.of(tree).rows(), *(("Since then", note) for note in all_of_it.of(tree).noted())]
        assert {" ".join(f"// {term}: {says}".split()) for term, says in rows} <= lines


def test_hostile_text_comes_back_as_text(tmp_path: Path) -> None:
    odd = Whole(hostile(tmp_path), "odd", WHERE)
    content = gift(odd, "odd/odd")
    (item,) = odd.items
    (question,) = [each for each in parsed(content) if each["type"] != "Category"]
    hold_against(item, Behind(item, odd), question)
    assert " ".join(HOSTILE.split()) in text(question["stem"]["text"]).replace("  ", " ")
    assert "<script" not in question["stem"]["text"]
    assert "&&058;" not in content.decode()
    assert left_out(odd) == [("not_put", "not put to any tree yet")]
    assert "// Left out, not_put: not put to any tree yet" in content.decode().splitlines()


def test_every_mark_of_the_format_is_escaped() -> None:
    assert escaped("a:b ~ = # { } \\n\n c") == r"a\:b \~ \= \# \{ \} \\n c"


def test_the_same_cases_make_the_same_bytes() -> None:
    again = whole("example")
    assert b"\n".join(gift(again, tree) for tree in trees_asked(again.uses, again.name)) == written("example")[1]
