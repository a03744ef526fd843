"""A tree whose words and ids are as bad as they can be: signs of every language, and words that languages reserve."""

from helpers.small import SOURCE, answer, library_of, quote

from trees.core.branches import Answer, Band, Event, Item, Onward, Option, OtherTree
from trees.core.doses import DailyDose, DoseInWords
from trees.core.drugs import Drug
from trees.core.evidence import NOT_STATED, OUR_QUESTION
from trees.core.library import Library
from trees.core.nodes import (
    CURRENT,
    WATCHING,
    Action,
    AdviceAgainst,
    Checklist,
    Choice,
    LeftOpen,
    Measure,
    Question,
    Treatment,
)

HOSTILE = (
    "It's \"bad\" & <b>&amp;</b> > ≥ × – “ ” { } ${x} {{y}} $ \\ \\n \\u0041 \\' -- ; ]]> <!-- /* */ // `tick` %s "
    "an e\u0301, a \U0001f600 and null"
)
SAYS = Answer("select", HOSTILE, to="order", because=quote(HOSTILE, at="S'1"))


def hostile_library() -> Library:
    """Return a library of a hostile tree, `c/case`, and of one that it leads to, `c/then`."""
    from_a_to_b = {"unit": "°C", "lowest": -40.5, "highest": 0.30000001, "step": 0.1}
    nodes = (
        Question(
            "define",
            asks=HOSTILE,
            means=HOSTILE,
            lasts=CURRENT,
            answers=(SAYS, answer("context", "in"), answer("unknown", "open")),
        ),
        Measure(
            "order",
            asks=HOSTILE,
            means="m",
            lasts=CURRENT,
            bands=(
                Band("below", "Below", below=-12.5, to="in"),
                Band("at", "At", at_least=-12.5, at_most=-12.5, to="context"),
                Band("above", "Above", above=-12.5, to="class"),
            ),
            unknown=answer("unknown", "open"),
            **from_a_to_b,
        ),
        Checklist(
            "in",
            asks=HOSTILE,
            means="m",
            lasts=CURRENT,
            items=(Item("if", HOSTILE, to="not"), Item("exists", "exists", to="date")),
            none=answer("none", "date"),
            unknown=answer("unknown", "open"),
            always="not",
        ),
        Choice(
            "class",
            between=HOSTILE,
            options=(
                Option("true", HOSTILE, to="date", because=quote(HOSTILE, strength=HOSTILE)),
                Option("false", "false", to="in"),
                Option("library", "library", to=OtherTree("then")),
            ),
            order=HOSTILE,
        ),
        # Its name is a part of another, and looks like one that is made.
        Question("context", asks="?", means="m", lasts=CURRENT, answers=(answer("a", "in"), answer("b", "class"))),
        Treatment(
            "date",
            drug=Drug("date", name=HOSTILE),
            dose=DailyDose(mg=(37.5, 50), split=True, weeks_on=1, weeks_off=2, printed=HOSTILE),
            duration=HOSTILE,
            because=(quote(HOSTILE, strength=HOSTILE), quote("said so", at=HOSTILE)),
            notes=(HOSTILE,),
            then=(Event("return", HOSTILE, to="context"), Onward("then", HOSTILE, to=OtherTree("then"))),
        ),
        Treatment("function", drug=Drug("f", name="F"), dose=DoseInWords(HOSTILE), because=quote(HOSTILE)),
        AdviceAgainst("not", says=HOSTILE, because=quote(HOSTILE, strength="should")),
        LeftOpen("open", leaves_open=HOSTILE, says=HOSTILE, would_decide=HOSTILE, because=quote("so it says here")),
        Treatment("none_stated", drug=Drug("f", name="F"), dose=NOT_STATED, because=quote("so it says here")),
    )
    then = (
        Question(
            "end",
            asks="?",
            means="m",
            lasts=CURRENT,
            answers=(
                Answer("yes", "Yes", to="wait", because=OUR_QUESTION),
                Answer("unknown", "Not known", to="wait", because=OUR_QUESTION),
            ),
        ),
        Action("wait", kind=WATCHING, says=HOSTILE, because=quote("so it says here", source=SOURCE)),
    )
    return library_of(case=nodes, then=then)
