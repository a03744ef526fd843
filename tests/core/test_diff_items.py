"""What changed, in clinical words: one edit of the invented collection each, and every line that is said of it."""

import random
import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from helpers.commands import copy_of_the_invented
from helpers.commands import replace as edit
from helpers.small import DRUG, action, library_of, question, quote
from helpers.suspects import SUSPECT, with_suspects
from mutants.every import every_mutant
from mutants.mutant import Mutant
from mutants.parts import Parts

from trees.core.branches import Option
from trees.core.check import walkable
from trees.core.diff.comparison import ASIDE, Comparison, compare
from trees.core.diff.items import ADDED, ADVICE, CHANGED, CODE, REMOVED, WORDING, Item, Weight, of_fields
from trees.core.diff.match import Edition, same_words
from trees.core.diff.text import item_line
from trees.core.digest import shown
from trees.core.doses import DailyDose
from trees.core.evidence import NOT_STATED
from trees.core.figures import Arm, Medians
from trees.core.library import Library, load
from trees.core.nodes import Choice, Treatment

NODULE, AFTER, ON = "example/tarn_nodule.py", "example/after_velurin.py", "example/on_velurin.py"
SEED = 20170517
ALWAYS_ADVICE = {
    *("dose number", "dose of another", "dose in words", "dose dropped", "dose as printed", "split dose"),
    *("weeks of a cycle", "duration dropped", "word of a duration", "drug", "drug of an action", "target", "jump"),
    *("pair of answers", "pair of what follows", "answer dropped", "what follows dropped", "edge of a band"),
    *("seam of two bands", "shown in any case", "action", "advice against", "kind of action", "event or onward"),
    *("fixed or current", "order of a choice dropped"),
}
"""Kinds of mutants that change what is advised or who is sorted where."""

EDITS = tomllib.loads(Path(__file__).with_name("diff_items.toml").read_text(encoding="utf-8"))["edit"]


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The invented collection as it stands."""
    return Edition(load(copy_of_the_invented(tmp_path_factory.mktemp("before"))), "example")


def said(found: Comparison) -> list[str]:
    """Every line that is said of a comparison once, with its weight."""
    items = [item for tree in found.trees for item in tree.items] + list(found.items)
    return list(dict.fromkeys(" ".join(f"{item.weight.value} {item_line(item)}".split()) for item in items))


@pytest.mark.parametrize("given", EDITS, ids=lambda given: given["name"])
def test_an_edit_is_said_in_clinical_words(given: dict[str, Any], invented: Edition, tmp_path: Path) -> None:
    root = copy_of_the_invented(tmp_path)
    edit(root / given["file"], given["before"], given["after"])
    library = load(root)
    found = compare(invented, Edition(library, "example"))

    assert library.problems == []
    assert said(found) == given["says"]
    assert found.changed == given["changed"]


def test_whatever_the_page_of_a_tree_shows_beside_its_own_parts_is_told_when_it_reads_otherwise() -> None:
    suspect = with_suspects(SUSPECT)

    assert {*ASIDE, "suspect"} == {key for name in suspect.trees for key in shown(suspect, name)}


def test_another_drug_is_told_with_the_dose_that_it_has_now(invented: Edition, tmp_path: Path) -> None:
    root = copy_of_the_invented(tmp_path)
    edit(root / NODULE, "import VELURIN\n", "import OSMATIL, VELURIN\n")
    edit(
        root / NODULE,
        "drug=VELURIN,\n            dose=DailyDose(mg=100)",
        "drug=OSMATIL,\n            dose=DailyDose(mg=100)",
    )
    found = compare(invented, Edition(load(root), "example"))

    assert said(found) == ["advice changed outcome F, drug: Velurin → Osmatil"]
    assert found.changed == 6


def test_a_node_that_is_taken_out_and_a_tree_that_is_renamed_are_said(invented: Edition, tmp_path: Path) -> None:
    root = copy_of_the_invented(tmp_path)
    (root / ON).rename(root / "example/while_on_velurin.py")
    edit(root / "example/while_on_velurin.py", 'Tree(\n    "on_velurin"', 'Tree(\n    "while_on_velurin"')
    edit(root / "example/collection.py", '"on_velurin"', '"while_on_velurin"')
    text = (
        (root / NODULE).read_text(encoding="utf-8").replace('OtherTree("on_velurin")', 'OtherTree("while_on_velurin")')
    )
    (root / NODULE).write_text(text, encoding="utf-8")
    found = compare(invented, Edition(load(root), "example"))

    assert [(each.before, each.after) for each in found.trees if each.before != each.after] == [
        ("on_velurin", "while_on_velurin")
    ]
    assert found.changed == 0


@pytest.fixture(scope="module")
def parts(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Parts:
    """The trees of this repository, without their cases: no mutant changes one, and they are read for each anew."""
    return Parts(replace(library, root=tmp_path_factory.mktemp("no_cases")))


def weights(parts: Parts, mutant: Mutant) -> set[Weight]:
    """Of which kind the change of a mutant is, in each collection that it may be in; nothing if it is not walked."""
    changed = parts.changed(mutant.instead)
    if walkable(changed):
        return set()
    name = mutant.id.partition("/")[0]
    return {compare(Edition(parts.library, name), Edition(changed, name)).weight}


def test_of_no_kind_of_mutant_is_a_change_lost_and_those_of_advice_are_called_advice(parts: Parts) -> None:
    by_kind: dict[str, list[Mutant]] = {}
    for each in every_mutant(parts):
        by_kind.setdefault(each.kind, []).append(each)
    chance = random.Random(SEED)
    found = {kind: weights(parts, chance.choice(mutants)) for kind, mutants in sorted(by_kind.items())}

    assert len(found) > 50
    assert [kind for kind, each in found.items() if CODE in each] == []
    assert [kind for kind, each in found.items() if kind in ALWAYS_ADVICE and each - {ADVICE}] == []


def test_no_mutant_of_the_invented_collection_is_lost(parts: Parts) -> None:
    mutants = [each for each in every_mutant(parts) if each.id.startswith("example/")]
    sample = random.Random(SEED).sample(mutants, 80)
    found = Counter(weight for each in sample for weight in weights(parts, each))
    strengths = [each for each in mutants if "strength" in each.kind and "#" in each.id]

    assert found[CODE] == 0
    assert found[ADVICE] > 20
    assert {weight for each in strengths for weight in weights(parts, each)} == {ADVICE}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A biopsy is advised", "a biopsy is advised."),
        ("Fever, or low iron", "fever or low iron"),
        ("The doctor's advice", "The doctor’s advice"),
        ("3–4 weeks", "3—4 weeks"),
    ],
)
def test_letter_case_and_punctuation_alone_are_no_other_words(one: str, other: str) -> None:
    assert same_words(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Below -2.5", "Below 2.5"),
        ("Below −2.5", "Below 2.5"),
        ("a = b", "a ≠ b"),
        ("2 cm or more", "≥ 2 cm or more"),
        ("2.5 cm", "25 cm"),
        ("2.5 cm", "2,5 cm"),
        ("may", "may not"),
    ],
)
def test_a_minus_a_sign_and_a_number_are_other_words(one: str, other: str) -> None:
    assert not same_words(one, other)


def test_numbers_that_have_changed_places_are_a_change_though_they_read_the_same_in_a_row() -> None:
    before, after = Arm("A", 30, low=20), Arm("A", 30, high=20)

    assert [item.how for item in of_fields("figure", medians(before), medians(after))] == [CHANGED]


def medians(arm: Arm) -> Medians:
    """A figure of one arm."""
    return Medians("Median", unit="weeks", arms=(arm,), because=(quote("so it says here"),))


def items(before: Library, after: Library) -> list[Item]:
    found = compare(Edition(before, "c"), Edition(after, "c"))
    return [item for tree in found.trees for item in tree.items]


def test_quotes_in_another_order_are_no_other_strength() -> None:
    one, other = quote("so it may be", strength="may"), quote("so it should be", strength="should")
    drug = Treatment("drug", drug=DRUG, dose=DailyDose(mg=100), because=(one, other))
    ask = question("pain", {"yes": "drug", "no": "watch"})
    before = library_of(t=(ask, drug, action("watch")))
    after = library_of(t=(ask, replace(drug, because=(other, one)), action("watch")))

    assert {(item.weight, item.what) for item in items(before, after)} == {
        (WORDING, "strength"),
        (WORDING, "order of words of the source"),
    }
    assert compare(Edition(before, "c"), Edition(after, "c")).changed == 0


def test_a_choice_for_which_a_source_speaks_more_firmly_is_a_change_of_advice() -> None:
    options = (Option("a", "A", to="watch"), Option("b", "B", to="remove"))
    either = Choice("either", between="A or B?", options=options, order=NOT_STATED, because=quote("A may be"))
    ends = (action("watch"), action("remove"))
    before = library_of(t=(either, *ends))
    after = library_of(t=(replace(either, because=quote("B should be", strength="should")), *ends))

    assert [(item.how, item.weight) for item in items(before, after)] == [(ADDED, ADVICE), (REMOVED, ADVICE)]


def test_one_answer_that_is_gone_is_met_by_one_new_answer_alone() -> None:
    ends = (action("watch"), action("remove"))
    before = library_of(t=(question("pain", {"yes": "watch", "no": "remove"}), *ends))
    ask = before.trees["c/t"].start
    new = (replace(ask.answers[0], code="aye"), replace(ask.answers[0], code="sure", says="Yes!"), ask.answers[1])
    after = library_of(t=(replace(ask, answers=new), *ends))

    assert [(item.how.value, item.before, item.after) for item in items(before, after)] == [
        ("renamed", "yes", "aye"),
        ("added", "", "“Yes!” → outcome A, watch"),
    ]


def test_a_review_that_is_added_before_another_is_one_change(tmp_path: Path) -> None:
    def reviewed(folder: str, *reviewers: str) -> Edition:
        root = copy_of_the_invented(tmp_path / folder)
        rows = [
            f'R{at} = Review("on_velurin", sha256="{name}{name}", reviewer="{name}", role="r", date="2020-03-01", '
            "compared=[EXAMPLE_2020])\n"
            for at, name in enumerate(reviewers)
        ]
        head = "from trees.core import Review\nfrom trees.sources.example_2020 import EXAMPLE_2020\n"
        (root / "example/reviews.py").write_text(head + "".join(rows), encoding="utf-8")
        return Edition(load(root), "example")

    assert said(compare(reviewed("before", "A", "B"), reviewed("after", "C", "A", "B"))) == [
        "wording added review 'on_velurin, C, 2020-03-01': on_velurin, CC, C, r, 2020-03-01, Invented 2020, 2020-02-29",
    ]
