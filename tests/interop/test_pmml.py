"""The PMML of a tree in PMML4S, an engine of others: of every patient it says what our walker says, word for word."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from helpers.engine_patients import TOLD, Patient, columns, expected, grid, refused
from helpers.odd_library import ODD
from helpers.pmml_engine import ADDRESS, Walked, differing, engine, of, said, told, walked
from helpers.random_trees import Maker
from helpers.random_trees import library as random_library
from helpers.small import action, answer, library_of, question, quote

from trees.core.branches import Band, Item, Option, OtherTree
from trees.core.doses import DailyDose
from trees.core.evidence import NOT_STATED
from trees.core.library import Library
from trees.core.nodes import CURRENT, WATCHING, Action, Checklist, Choice, Measure, Question, Treatment, Tree
from trees.formats.pmml import pmml
from trees.formats.reading import FIELDS, Reading

SIZE, AFTER, LIST = "example/tarn_nodule", "example/after_velurin", "example/on_velurin"
BY_LOT = 20
"""Patients of each tree in every run."""
HOSTILE = "\" ' & < > ≥ × { } $ ${x} \\ \\n -- ; ]]> <!-- &amp; %s \U0001f600 null"


@pytest.fixture(autouse=True, scope="module")
def java() -> Iterator[None]:
    """One Java for all tests of this file."""
    with engine():
        yield


@pytest.fixture(scope="module")
def files(library: Library) -> dict[str, bytes]:
    """The file of every tree that is published."""
    return {name: of(library, name) for name, _ in library.full_names()}


@pytest.fixture(scope="module")
def some(library: Library) -> Walked:
    """Patients by lot of the first tree of the example, which is changed below."""
    return walked(library, SIZE, grid(library.trees[SIZE], 600))


@pytest.mark.parametrize("name", [SIZE, AFTER, LIST])
def test_the_engine_says_of_every_patient_of_the_example_what_the_walker_says(library: Library, name: str) -> None:
    patients = grid(library.trees[name])
    assert len(patients) >= 27
    assert differing(of(library, name), walked(library, name, patients)) == []


def test_the_engine_says_of_patients_by_lot_of_every_tree_what_the_walker_says(
    library: Library, files: dict[str, bytes]
) -> None:
    for name, file in files.items():
        patients = grid(library.trees[name], BY_LOT)
        assert differing(file, walked(library, name, patients)) == [], name


@pytest.mark.interop
def test_the_engine_says_of_every_patient_of_every_tree_what_the_walker_says(
    library: Library, files: dict[str, bytes]
) -> None:
    count = 0
    for name, file in files.items():
        patients = grid(library.trees[name])
        count += len(patients)
        assert differing(file, walked(library, name, patients)) == [], name
    assert count > 100_000


def test_every_field_of_whatever_an_end_leads_to_comes_out_of_the_engine(library: Library) -> None:
    for name in (SIZE, AFTER, LIST):
        reading = Reading(library, name, ADDRESS)
        cells = {end.key: dict(enumerate((each for _, each in reading.told(end)), start=1)) for end in reading.ends}
        reached = set()
        for row in said(pmml(reading), grid(library.trees[name])):
            places = cells[str(row["_key"])]
            shown = [place for place in places if row[f"_{place}_key"] is not None]
            assert shown
            reached |= {(row["_key"], place) for place in shown}
            for place in shown:
                assert {field: row[f"_{place}_{field}"] or "" for field in FIELDS} == places[place]
        assert reached == {(key, place) for key, places in cells.items() for place in places}


def test_an_empty_answer_asks_and_never_shows(library: Library, files: dict[str, bytes]) -> None:
    for name, file in files.items():
        empty: Patient = {column.name: None for column in columns(library.trees[name])}
        (row,) = said(file, [empty])
        (asked,) = told(row)
        assert asked["does"] in ("ask", "choose")
        assert [asked] == expected(library, name, empty)


def test_a_column_that_is_not_given_at_all_is_an_empty_one(library: Library) -> None:
    (row,) = said(of(library, SIZE), [{"pain": "no"}])
    assert told(row) == expected(library, SIZE, {"pain": "no"})
    assert row["_key"] == "ask nodule_size"


def test_a_choice_is_laid_before_the_reader_and_never_made() -> None:
    (row,) = said(of(ODD, "odd/odd"), [{"dose": 100}])
    (choice,) = told(row)
    assert (choice["does"], choice["id"]) == ("choose", "either")
    assert row["_1_order"] == "The first is named first."
    assert row["_1_may_answer"].splitlines()[1].startswith("other: Other")


def test_every_item_that_is_true_is_shown_and_what_is_not_known_is_asked_beside_it() -> None:
    empty, one, both = said(
        of(ODD, "odd/odd"),
        [
            {"dose": 400},
            {"dose": 400, "items__b": "yes"},
            {"dose": 400, "items__a": "yes", "items__b": "yes"},
        ],
    )
    assert [(each["does"], each["id"]) for each in told(empty)] == [("ask", "items")]
    assert [(each["does"], each["id"]) for each in told(one)] == [
        ("show", "present"),
        ("show", "against"),
        ("ask", "items"),
    ]
    assert [each["id"] for each in told(both)] == ["present", "range", "against"]


def test_a_value_that_is_not_offered_comes_to_nothing_whether_it_is_asked_for_or_not(
    library: Library, files: dict[str, bytes]
) -> None:
    for name, file in files.items():
        tree = library.trees[name]
        odd = [(column.name, value) for column in columns(tree) for value in column.refuses]
        patients = [{**patient, column: value} for patient in grid(tree, 2) for column, value in odd]
        for patient, row in zip(patients, said(file, patients), strict=True):
            assert set(row.values()) == {None}, (name, patient)


def test_a_value_that_a_question_on_the_way_does_not_offer_comes_to_nothing(library: Library) -> None:
    for name in (SIZE, AFTER, LIST):
        patients = [patient for _, patient in refused(library.trees[name], library, name)]
        assert len(patients) > 10
        for patient, row in zip(patients, said(of(library, name), patients), strict=True):
            assert set(row.values()) == {None}, (name, patient)


@pytest.mark.parametrize("strategy", ["lastPrediction", "nullPrediction"])
def test_nothing_is_left_to_a_strategy_of_the_engine(library: Library, strategy: str) -> None:
    for name in (SIZE, LIST):
        file = of(library, name)
        other = file.replace(b'missingValueStrategy="none"', f'missingValueStrategy="{strategy}"'.encode())
        other = other.replace(b"returnNullPrediction", b"returnLastPrediction")
        assert other != file
        patients = grid(library.trees[name], 200)
        assert list(said(other, patients)) == list(said(file, patients))


@pytest.mark.parametrize("name", [name for name, _ in ODD.full_names()])
def test_odd_trees_are_read_as_they_are(name: str) -> None:
    # Two of these trees have another question each under the one name, which the walker takes for one.
    patients = [each for each in grid(ODD.trees[name], 400) if each.get("either") is None]
    assert len(patients) > 100 or len(columns(ODD.trees[name])) == 1
    assert differing(of(ODD, name), walked(ODD, name, patients)) == []


def test_trees_made_by_chance_are_read_as_they_are() -> None:
    for seed in range(8):
        made = random_library(Maker(seed).trees())
        for name, tree in made.full_names():
            assert differing(of(made, name), walked(made, name, grid(tree, 60))) == [], (seed, name)


def test_a_tree_of_two_hundred_questions_in_a_row_is_read_to_its_end() -> None:
    asked = [question(f"q{n}", {"yes": f"q{n + 1}", "no": "end"}) for n in range(200)]
    made = library_of(
        t=(*asked, question("q200", {"yes": "end", "no": "end"}), action("end", quote("so it says here")))
    )
    patients = [{f"q{n}": "yes" for n in range(known)} for known in (0, 1, 100, 200, 201)]
    assert differing(of(made, "c/t"), walked(made, "c/t", patients)) == []


def hostile() -> Library:
    """Return a tree whose ids are words of other languages, and whose texts look like their code."""
    because = quote(f"so it {HOSTILE} says", strength="may")
    ask = {"means": HOSTILE, "lasts": CURRENT}
    odd = lambda code, to: replace(answer(code, to), says=HOSTILE, because=because)  # noqa: E731
    return library_of(
        t=(
            Question("select", asks=HOSTILE, answers=(odd("null", "in"), odd("1", "date"), odd("not", "end")), **ask),
            Question("in", asks=HOSTILE, answers=(odd("missing", "class"), odd("nan", "end")), **ask),
            Measure(
                "class",
                asks=HOSTILE,
                unit="mg & <g>",
                lowest=0.1,
                highest=0.7,
                step=0.1,
                bands=(Band("low", HOSTILE, to="order", below=0.3), Band("high", HOSTILE, to="some", at_least=0.3)),
                unknown=odd("unknown", "end"),
                **ask,
            ),
            Choice("order", between=HOSTILE, options=(Option("a", HOSTILE, to="end"), Option("b", HOSTILE, to="told")),
                   order=NOT_STATED, because=because),
            Checklist(
                "some",
                asks=HOSTILE,
                items=(Item("if", HOSTILE, to="end"), Item("for", HOSTILE, to="told")),
                none=odd("none", "end"),
                unknown=odd("unknown", "told"),
                always="key",
                **ask,
            ),
            Question("date", asks="?", answers=(odd("yes", "told"), odd("no", OtherTree("u"))), **ask),
            Action("end", kind=WATCHING, says=HOSTILE, because=because),
            Action("key", kind=WATCHING, says=f"key {HOSTILE}", because=because, notes=(HOSTILE, "-")),
            Action("told", kind=WATCHING, says=f"told {HOSTILE}", because=(because, because)),
        ),
        u=(Action("alone", kind=WATCHING, says=HOSTILE, because=because),),
    )  # fmt: skip


def test_a_tree_whose_words_look_like_code_is_read_as_it_is() -> None:
    made = hostile()
    held_to = walked(made, "c/t", grid(made.trees["c/t"], 800))
    assert differing(of(made, "c/t"), held_to) == []
    assert differing(of(made, "c/u"), walked(made, "c/u", [{}])) == []
    shown = {each["words"] for _, wanted in held_to for each in wanted}
    assert {HOSTILE, f"key {HOSTILE}", f"told {HOSTILE}"} <= shown


MUTATIONS: dict[str, Callable[[str], str]] = {
    "a dose": lambda file: file.replace("<text>100 mg daily</text>", "<text>101 mg daily</text>"),
    "a duration": lambda file: file.replace("<text>at least 12 weeks</text>", "<text>at least 13 weeks</text>"),
    "a quote": lambda file: file.replace("treated with velurin at 100 mg", "treated with velurin at 10 mg"),
    "a word of strength": lambda file: file.replace("“may” in", "“should” in"),
    "a level of evidence": lambda file: file.replace("level X2", "level X1"),
    "a target": lambda file: file.replace('score="show velurin_100"', 'score="show velurin_400"', 1),
    "what is asked": lambda file: file.replace('score="ask quill_variant"', 'score="show velurin_100"', 1),
    "two answers": lambda file: swapped(file, 'field="pain" operator="equal" value="yes"', "yes", "no"),
    "the edge of a band": lambda file: file.replace('lessThan" value="2"', 'lessOrEqual" value="2"'),
    "a step of a band": lambda file: file.replace('operator="lessThan" value="2"', 'operator="lessThan" value="1.85"'),
    "the lowest number": lambda file: file.replace('leftMargin="0.1"', 'leftMargin="0.2"'),
    "a value that is offered": lambda file: re.sub(r'<DataField name="pain".*?<Value value="no" [^>]*>',
                                                   lambda found: found[0].rsplit("<Value", 1)[0], file, flags=re.S),
}  # fmt: skip
"""One change in the file of the first tree of the example, by what it changes."""


def swapped(file: str, predicate: str, one: str, other: str) -> str:
    """Return a file in which two answers of a column are swapped wherever it is asked."""
    another = predicate.replace(f'value="{one}"', f'value="{other}"')
    return file.replace(predicate, "\0").replace(another, predicate).replace("\0", another)


@pytest.mark.parametrize("mutate", MUTATIONS.values(), ids=MUTATIONS)
def test_a_change_in_the_file_is_noticed(library: Library, some: Walked, mutate: Callable[[str], str]) -> None:
    file = of(library, SIZE).decode("utf-8")
    changed = mutate(file)
    assert changed != file
    assert differing(changed.encode("utf-8"), some)


def test_an_item_that_shows_another_thing_is_noticed(library: Library) -> None:
    file = of(library, LIST).decode("utf-8")
    changed = file.replace('<FieldRef field="velurin_cautions__iron"/>', '<FieldRef field="velurin_cautions__fever"/>')
    assert changed != file
    assert differing(changed.encode("utf-8"), walked(library, LIST, grid(library.trees[LIST])))


def test_a_change_in_the_tree_is_noticed_in_the_file_that_is_made_from_it(library: Library, some: Walked) -> None:
    files = [
        of(replace(library, trees={**library.trees, SIZE: changed}), SIZE)
        for changed in changed_trees(library.trees[SIZE])
    ]
    assert len(files) == 3
    assert all(differing(file, some) for file in files)


def changed_trees(tree: Tree) -> Iterator[Tree]:
    """Yield a tree with another dose, one with another target, and one with another edge of a band."""
    for node in tree.nodes:
        match node:
            case Treatment(dose=DailyDose(mg=100)):
                changed = replace(node, dose=replace(node.dose, mg=200))
            case Question(id="quill_variant"):
                changed = replace(node, answers=(replace(node.answers[0], to="velurin_100"), *node.answers[1:]))
            case Measure():
                bands = (replace(node.bands[0], below=2.1), replace(node.bands[1], at_least=2.1), *node.bands[2:])
                changed = replace(node, bands=bands)
            case _:
                continue
        yield replace(tree, nodes=tuple(changed if each is node else each for each in tree.nodes))


def test_what_engines_are_held_to_is_a_part_of_what_the_file_tells() -> None:
    assert set(TOLD) < set(FIELDS)
