"""Where sources differ, the terms, and the drugs that an action is about: each is held to the words of its source."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.commands import copy_of_the_invented
from helpers.commands import replace as write_instead
from helpers.small import DRUG, SOURCE, action, library_of, quote

from trees.core.check import check
from trees.core.check.advice import drugs_are_quoted
from trees.core.check.differences import (
    every_difference_is_shown,
    sides_are_sound,
    terms_are_unique,
    who_quotes_both_sides_is_told,
)
from trees.core.check.quoting import all_quotes
from trees.core.differences import Difference, Side
from trees.core.drugs import Drug
from trees.core.evidence import NOT_STATED
from trees.core.glossary import Term
from trees.core.library import Library, load
from trees.core.nodes import Action
from trees.core.place import Place
from trees.core.scan import MAY_IMPORT

OTHER = replace(SOURCE, id="o", short="O 2010")
PLACE = Place("trees/c/differences.py", 5, lines={"sides": 7, "says": 9})
DOSE = Side(SOURCE, says="100 mg daily may be given", because=quote("may be given at 100 mg daily"), place=PLACE)
SILENT = Side(OTHER, says="No dose", because=NOT_STATED, place=PLACE)


def difference(*sides: Side, name: str = "dose") -> Difference:
    return Difference(name, topic="The dose", sides=sides, follows="So it is.", place=PLACE)


def found(*sides: Side) -> list[tuple[int, str]]:
    library = replace(library_of(), differences={"c": {"dose": difference(*sides)}})
    return [(problem.place.line, problem.text) for problem in sides_are_sound(library)]


def test_two_sides_of_two_sources_or_of_one_are_sound_and_one_may_say_nothing() -> None:
    again = Side(
        SOURCE, says="It is left to the doctor", because=(quote("as the doctor sees fit"), quote("at any dose"))
    )

    assert found(DOSE, SILENT) == []
    assert found(DOSE, again) == []
    assert found(DOSE, SILENT, again) == []


@pytest.mark.parametrize("sides", [(), (DOSE,), (SILENT, SILENT)], ids=["none", "one", "two that say nothing"])
def test_a_difference_wants_two_sides_and_words(sides: tuple[Side, ...]) -> None:
    assert found(*sides) == [(7, "'dose' wants two sides at least, one of them with a quote.")]


def test_a_source_does_not_speak_and_say_nothing_of_one_matter() -> None:
    nothing = Side(SOURCE, says="No dose", because=NOT_STATED, place=Place("d.py", 5, lines={"because": 8}))

    assert found(DOSE, SILENT, nothing) == [
        (8, "a side of 'dose' is that S 2020 says nothing, and another quotes it. Leave one of the two out.")
    ]


def test_a_side_that_quotes_another_source_is_named_where_it_quotes() -> None:
    quoted = replace(quote("may be given at 100 mg daily", source=OTHER), place=Place("trees/c/differences.py", 11))

    assert found(replace(DOSE, because=(DOSE.because, quoted)), SILENT) == [
        (11, "a side of 'dose' is that of S 2020, and quotes O 2010.")
    ]


def test_a_number_that_no_quote_of_its_side_has_is_named_and_that_of_another_side_does_not_count() -> None:
    other = Side(OTHER, says="100 mg daily", because=quote("may be given as needed", source=OTHER), place=PLACE)

    assert found(replace(DOSE, says="200 mg daily may be given"), SILENT) == [
        (9, "'dose' says 200 mg of S 2020, but none of its quotes does.")
    ]
    assert found(DOSE, other) == [(9, "'dose' says 100 mg of O 2010, but none of its quotes does.")]


def test_a_number_of_a_side_that_says_nothing_is_named() -> None:
    assert found(DOSE, replace(SILENT, says="No 100 mg")) == [
        (9, "'dose' says 100 mg of O 2010, but none of its quotes does.")
    ]


def test_a_side_that_orders_what_its_source_offers_is_named_with_the_word_of_the_source() -> None:
    assert found(replace(DOSE, says="100 mg daily must be given"), SILENT) == [
        (9, "'dose' says 'must' of S 2020, but none of its quotes does. The source says 'may'.")
    ]


def test_a_difference_that_no_outcome_shows_is_named_and_one_that_is_shown_is_not() -> None:
    known = {each.id: each for each in (difference(DOSE, SILENT), difference(DOSE, SILENT, name="time"))}
    shown = replace(action("watch", quote("it may be watched")), differs=(known["dose"],))
    library = replace(library_of(t=(shown,)), differences={"c": known})

    assert [(problem.place, problem.text) for problem in every_difference_is_shown(library)] == [
        (PLACE, "no outcome shows the difference 'time'. Name it in `differs` where it matters.")
    ]


def told(*quoted: str, names: bool = False) -> list[str]:
    """What is said of an outcome with these quotes; S01 and S02 stand on the first side, O1 and S02 on the other."""
    sides = (
        replace(DOSE, because=(quote("may be given at 100 mg daily"), quote("at any dose", at="S02"))),
        replace(SILENT, because=(quote("as the doctor sees fit", at="O1"), quote("at any dose", at="S02"))),
    )
    known = difference(*sides)
    watch = action("watch", *(quote("it may be watched", at=at) for at in quoted))
    library = replace(
        library_of(t=(replace(watch, differs=(known,) if names else ()),)), differences={"c": {"dose": known}}
    )
    return [problem.text for problem in who_quotes_both_sides_is_told(library, "c/t", library.trees["c/t"])]


def test_an_outcome_that_quotes_two_sides_of_a_difference_names_it() -> None:
    assert told("S01", "O1") == [
        "'watch' quotes two sides of 'dose' and does not say that they differ. Name it in `differs`."
    ]
    assert told("S01", "O1", names=True) == []


@pytest.mark.parametrize("quoted", ["S01", "O1", "S02", "S99"])
def test_an_outcome_that_quotes_one_side_or_only_what_stands_on_both_need_not_name_it(quoted: str) -> None:
    assert told(quoted) == []


def test_a_difference_that_only_an_outcome_of_another_collection_shows_is_named() -> None:
    own, other = difference(DOSE, SILENT), difference(DOSE, SILENT)
    shown = replace(action("watch", quote("it may be watched")), differs=(other,))
    trees = {"d/t": library_of(t=(shown,)).trees["c/t"]}
    library = replace(library_of(), trees=trees, differences={"c": {"dose": own}, "d": {"dose": other}})

    assert [problem.text for problem in every_difference_is_shown(library)] == [
        "no outcome shows the difference 'dose'. Name it in `differs` where it matters."
    ]


def test_an_outcome_shows_differences_of_its_own_collection_since_no_other_can_be_imported(copy: Path) -> None:
    tree = copy / "second/tarn_nodule.py"
    tree.parent.mkdir()
    tree.write_text((copy / "example/tarn_nodule.py").read_text(encoding="utf-8"), encoding="utf-8")
    (imported,) = re.findall(r"from trees\.example\.differences import .*", tree.read_text(encoding="utf-8"))
    line = tree.read_text(encoding="utf-8").splitlines().index(imported) + 1
    lines = [str(problem) for problem in check(load(copy, "trees"))]

    assert f"trees/second/tarn_nodule.py:{line}: {MAY_IMPORT}" in lines


def explained(*terms: Term, **elsewhere: Term) -> list[str]:
    terms_of = {"c": {term.id: term for term in terms}, **{name: {each.id: each} for name, each in elsewhere.items()}}
    return [str(problem) for problem in terms_are_unique(replace(library_of(), terms=terms_of))]


BIOPSY = Term("biopsy", name="Biopsy", means="A sample.", also=("tissue sample",), place=Place("g.py", 3))
SCAN = Term("scan", name="Scan", means="A picture.", place=Place("g.py", 8))
TWICE = {
    "the name of another": replace(SCAN, name="biopsy"),
    "another form of another": replace(SCAN, name="Tissue sample"),
    "a form that is the name of another": replace(SCAN, also=("BIOPSY",)),
    "a form that is one of another": replace(SCAN, also=("tissue Sample",)),
}


@pytest.mark.parametrize("kind", TWICE)
def test_a_term_with(kind: str) -> None:
    (line,) = explained(BIOPSY, TWICE[kind])

    assert line.startswith("g.py:8: '")
    assert line.endswith("' is explained already, at g.py:3. Explain it once.")


def test_terms_of_other_names_and_those_of_another_collection_are_no_matter() -> None:
    assert explained(BIOPSY, SCAN) == []
    assert explained(BIOPSY, other=replace(SCAN, name="Biopsy")) == []
    assert explained(replace(BIOPSY, also=("biopsy",))) == []


def about(*drugs: Drug, text: str = "velurin is taken twice a day") -> list[tuple[int, str]]:
    place = Place("trees/c/t.py", 3, lines={"drugs": 6})
    node = replace(action("taking", quote(text)), drugs=drugs, place=place)
    assert isinstance(node, Action)
    library = library_of(t=(node,))
    return [(each.place.line, each.text) for each in drugs_are_quoted(library, "c/t", library.trees["c/t"])]


def test_a_drug_that_an_action_is_about_stands_in_one_of_its_quotes_by_any_of_its_names() -> None:
    assert about(DRUG) == []
    assert about(DRUG, text="Velu is taken twice a day") == []
    assert about() == []


def test_a_drug_that_an_action_is_about_and_none_of_its_quotes_names_is_refused_where_it_stands() -> None:
    assert about(DRUG, text="it is taken twice a day") == [(6, "'taking' names Velurin, but none of its quotes does.")]


def test_a_longer_word_that_holds_the_name_of_a_drug_does_not_name_it() -> None:
    assert about(DRUG, text="velurinol is taken twice a day") != []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copy_of_the_invented(tmp_path)


def said_of(copy: Path) -> list[str]:
    return [problem.text for problem in check(load(copy, "trees"))]


def test_the_quotes_of_differences_and_terms_are_held_to_the_source_as_those_of_trees_are(copy: Path) -> None:
    write_instead(copy / "example/differences.py", '"Painful nodules of any size"', '"Painless nodules of any size"')
    write_instead(copy / "example/glossary.py", '"Tarn nodules smaller than 2 cm"', '"Tarn nodules smaller than 3 cm"')

    assert said_of(copy) == [
        "E04 of Invented 2020 does not say 'Painless nodules of any size'.",
        "E03 of Invented 2020 does not say 'Tarn nodules smaller than 3 cm'.",
    ]


def test_what_a_difference_quotes_is_quoted_though_no_node_quotes_it(library: Library) -> None:
    quoted = {id(each) for each in all_quotes(library)}
    known = library.differences["example"]["dose_for_the_variant"]

    assert {id(each) for side in known.sides for each in side.because} <= quoted


@pytest.mark.parametrize("file", ["differences", "glossary"])
def test_an_id_that_cannot_stand_in_an_address_is_named(copy: Path, file: str) -> None:
    name = {"differences": "dose_for_the_variant", "glossary": "nodule"}[file]
    write_instead(copy / f"example/{file}.py", f'"{name}"', f'"{name}_"')

    assert said_of(copy) == [f"'{name}_' is not a name of small letters, digits and underscores. Try '{name}'."]


@pytest.mark.parametrize("file", ["differences", "glossary"])
def test_an_id_that_is_given_twice_is_named_with_what_has_it(copy: Path, file: str) -> None:
    text = (copy / f"example/{file}.py").read_text(encoding="utf-8")
    name, called = {
        "differences": ("DOSE_FOR_THE_VARIANT", "The first dose of velurin for a painful nodule of the quill variant"),
        "glossary": ("NODULE", "Nodule"),
    }[file]
    again = text[text.index(f"{name} = ") :].partition("\n)\n")[0].replace(name, "AGAIN", 1)
    (copy / f"example/{file}.py").write_text(f"{text}{again}\n)\n", encoding="utf-8")

    assert f"'{name.lower()}' is already the id of {called}. Give it another." in said_of(copy)


@pytest.mark.parametrize("word", ["means", "name"])
def test_a_term_without_words_is_named(copy: Path, word: str) -> None:
    before = {
        "means": 'means="The length of a straight line from edge to edge, through the middle."',
        "name": 'name="Diameter"',
    }
    write_instead(copy / "example/glossary.py", before[word], f'{word}=""')

    assert said_of(copy) == [f"'{word}' is empty."]
