"""A small library that follows two sources which differ, with one of everything that a generated page lists."""

from dataclasses import replace

from helpers.markup_tree import Element, elements
from helpers.small import DRUG, SOURCE, left_open, library_of, quote

from trees.core.branches import Answer, Option
from trees.core.differences import Difference, Side
from trees.core.doses import DailyDose
from trees.core.evidence import NOT_STATED, OUR_QUESTION, NoCriterion, Source
from trees.core.figures import Trial
from trees.core.glossary import Term
from trees.core.nodes import CURRENT, WATCHING, Action, Choice, Question, Treatment
from trees.core.register import ACTION, BACKGROUND, EVIDENCE, SAFETY, Kind, Register, Skip, Statement

OTHER = Source(
    "o",
    short="O 2021",
    title="O",
    publisher="P",
    date="2021-02-03",
    readers="Patients",
    address="https://example.org/o",
    rights="None",
)
FIRM, FROM_OTHER = quote("may receive 800 mg daily", "S01", strength="may"), quote("the pill once", "O1", source=OTHER)
DIFFERENCE = Difference(
    "how_much",
    topic="How much & how often",
    sides=(
        Side(SOURCE, says="800 mg.", because=(FIRM, quote("only in difference words", "S03"))),
        Side(OTHER, says="Nothing about a dose.", because=NOT_STATED),
    ),
    follows="The dose is of one text.",
)
TRIAL = Trial(
    "t1", name="T 1", design="d", patients=3, of="p", because=(quote("three were treated there", "S02"),), figures=()
)
TERM = Term("nodule", name="nodule", means="A lump.", because=quote("a nodule is this", "S06"))
WORDS, CHOICE, DOSED, PLAIN, OPEN = (
    Question(
        "large",
        asks="Is it large?",
        means=NoCriterion(("large", "bulky"), explains="It names 5 cm once."),
        lasts=CURRENT,
        answers=(
            Answer("yes", "Yes", to="which", because=FROM_OTHER),
            Answer("no", "No", to="watch", because=OUR_QUESTION),
            Answer("unknown", "Not known", to="open", because=OUR_QUESTION),
        ),
    ),
    Choice(
        "which",
        between="One or the other?",
        options=(
            Option("more", "More", to="dosed", because=FIRM),
            Option("less", "Less", to="undosed", because=FROM_OTHER),
        ),
        order=NOT_STATED,
    ),
    Treatment(
        "dosed",
        drug=DRUG,
        dose=DailyDose(mg=800),
        duration="for a year",
        because=(FROM_OTHER, FIRM),
        differs=(DIFFERENCE,),
    ),
    Action("watch", kind=WATCHING, says="Watch it", drugs=(DRUG,), because=FIRM, notes=("Not for long.",)),
    left_open("open", "What to do when nothing is known"),
)
UNDOSED = Treatment("undosed", drug=DRUG, dose=NOT_STATED, because=FROM_OTHER)


def statement(name: str, kind: Kind, line: int, excused: str = "") -> Statement:
    return Statement(
        name, kind=kind, at=f"part {name}", gist=f"Gist of {name}.", line=line, begins="b", ends="e", excused=excused
    )


LIBRARY = library_of(first=(WORDS, CHOICE, DOSED, UNDOSED, PLAIN, OPEN), alone=(replace(PLAIN, id="only"),))
LIBRARY.collections["c"] = replace(LIBRARY.collections["c"], sources=(SOURCE, OTHER))
LIBRARY.differences["c"], LIBRARY.trials["c"], LIBRARY.terms["c"] = (
    {DIFFERENCE.id: DIFFERENCE},
    {TRIAL.id: TRIAL},
    {TERM.id: TERM},
)
LIBRARY.registers["s"] = Register(
    SOURCE,
    whole=True,
    statements=(
        statement("S05", SAFETY, 9, "It is about another disease."),
        statement("S01", ACTION, 1),
        statement("S02", EVIDENCE, 3),
        statement("S03", BACKGROUND, 4),
        statement("S04", BACKGROUND, 2),
        statement("S06", BACKGROUND, 5),
    ),
    skips=(Skip(6, 8, why="A list of links."),),
)
LIBRARY.registers["o"] = Register(OTHER, whole=False, statements=(statement("O1", ACTION, 1),))


def body(page: str) -> Element:
    """Return the block of HTML of a page."""
    return elements(page.partition("\n\n")[2].strip())
