"""A library of one tree with what the published trees do not have: odd words, odd doses, every field in use."""

from dataclasses import replace
from pathlib import Path

from helpers.diagram_trees import EVERY_KIND, MARKUP

from trees.core.branches import Answer, Band, Event, Item, Onward, Option, OtherTree
from trees.core.doses import DailyDose
from trees.core.drugs import Drug
from trees.core.evidence import NOT_STATED, OUR_QUESTION, NoCriterion, Quote, Source
from trees.core.figures import Level, LevelScale, Trial
from trees.core.library import Library
from trees.core.nodes import (
    CURRENT,
    FIXED,
    MEDICATION,
    Action,
    AdviceAgainst,
    Checklist,
    Choice,
    Collection,
    LeftOpen,
    Measure,
    Question,
    Treatment,
    Tree,
)

SOURCE = Source(
    "s_1", short="S & <1>", title="t", publisher="p", date="2000-01-01", readers="r", address="a", rights="r"
)
FIRM, MAY, PLAIN = (
    Quote("this is the standard here", SOURCE, at="S1", strength="standard"),
    Quote('it may "help" <some> & others', SOURCE, at="S2", strength="may"),
    Quote("said without any strength", SOURCE, at="S3"),
)
TRIAL = Trial("t_1", name="T & 1", design="Open, small", patients=12, of="adults", because=(PLAIN,), figures=())
GRADED = Trial(
    "t_2",
    name="T 2",
    design="Blind",
    patients=1200,
    of="adults",
    because=(PLAIN,),
    figures=(),
    level=Level(("1iiA", "2"), scale=LevelScale("l", name="levels (old)"), because=PLAIN),
)
DRUG = Drug("amoxol", name="Amoxol")
UNKNOWN = Answer("unknown", "Not known", to="open", because=OUR_QUESTION)
ODD_TREE = Tree(
    "odd",
    title=MARKUP,
    purpose="p",
    readers="r",
    applies_to=f"Those with {MARKUP}",
    because=PLAIN,
    nodes=(
        Measure(
            "dose",
            asks="Which dose (in mg)?",
            means=NoCriterion(("high", "low"), explains="It gives a range (see there)."),
            lasts=CURRENT,
            unit="mg per day",
            lowest=12.5,
            highest=1000,
            step=12.5,
            bands=(
                Band("low", "Low (less than 400 mg)", to="either", below=400, because=(FIRM, MAY)),
                Band("exact", "400 mg", to="items", at_least=400, at_most=400, because=OUR_QUESTION),
                Band("middle", "Between", to="items", above=400, below=600, because=PLAIN),
                Band("high", MARKUP, to=OtherTree("every"), at_least=600, because=PLAIN),
            ),
            unknown=UNKNOWN,
        ),
        Choice(
            "either",
            between="One, or the other?",
            options=(
                Option("one", "One", to="cycle", because=(FIRM, MAY)),
                Option("other", "Other", to="none_stated", because=PLAIN),
            ),
            order="The first is named first.",
            because=(PLAIN, MAY),
        ),
        Checklist(
            "items",
            asks="Which of these?",
            means="As it says. This answer does not change with time.",
            lasts=FIXED,
            items=(Item("a", "A", to="range", because=MAY), Item("b", MARKUP, to="against", because=PLAIN)),
            none=Answer("none", "None of these", to="range", because=OUR_QUESTION),
            unknown=UNKNOWN,
            always="present",
        ),
        Treatment(
            "cycle",
            drug=DRUG,
            dose=DailyDose(mg=(37.5, 50), split=True, weeks_on=1, weeks_off=2, printed="25 mg “twice”"),
            duration="until it grows",
            because=(FIRM, MAY, PLAIN),
            evidence=(TRIAL, GRADED),
            notes=("A note.", MARKUP),
            then=(Event("growth", "Growth", to="either"), Onward("more", "More", to="items")),
        ),
        Treatment("none_stated", drug=DRUG, dose=NOT_STATED, because=PLAIN),
        Treatment("range", drug=DRUG, dose=DailyDose(mg=(100, 200)), because=PLAIN),
        AdviceAgainst("against", says="Not that", because=MAY, notes=("A note.",), evidence=(GRADED,)),
        Action("present", kind=MEDICATION, says="Go on", because=FIRM),
        LeftOpen("open", leaves_open="What, and when", says="Something.", would_decide="More.", because=PLAIN),
        Question(
            "apart",
            asks="Reached by nothing?",
            means="m",
            lasts=FIXED,
            answers=(Answer("yes", "Yes", to="open", because=PLAIN), UNKNOWN),
        ),
    ),
)


def odd_library() -> Library:
    """Return a library of the odd tree, of the tree with every kind of node, and of the trees that they lead to."""
    end = Action("end", kind=MEDICATION, says="Go on", because=FIRM)
    ask = Question(
        "ask", asks="Which?", means="m", lasts=FIXED, answers=(Answer("a", "A", to="end"), Answer("b", "B", to="end"))
    )
    trees = {"odd": ODD_TREE, "every": replace(EVERY_KIND, id="every")}
    for name in ("advanced", "harm"):
        trees[name] = Tree(name, title=name, purpose="", readers="", applies_to="", because=None, nodes=(ask, end))
    collection = Collection(
        "odd", title="Odd", about="a", intended_use="i", sources=(SOURCE,), order=tuple(trees), invented=True
    )
    library = Library(Path(), "trees")
    library.collections["odd"] = collection
    library.trees.update({f"odd/{name}": tree for name, tree in trees.items()})
    return library


ODD = odd_library()
