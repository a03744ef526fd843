"""An invented tree: what follows when velurin fails."""

from trees.core import (
    CURRENT,
    HOW_TAKEN,
    NOT_STATED,
    OUR_QUESTION,
    SURGERY,
    TALK,
    Action,
    AdviceAgainst,
    Answer,
    Choice,
    DailyDose,
    DoseInWords,
    Event,
    LeftOpen,
    Onward,
    Option,
    OtherTree,
    Question,
    Quote,
    Treatment,
    Tree,
)
from trees.example.drugs import OSMATIL, VELURIN
from trees.example.since import BLOOD_PRESSURE, TEA
from trees.sources.example_2020 import EXAMPLE_2020

tree = Tree(
    "after_velurin",
    title="After velurin",
    purpose="What the source names when velurin fails.",
    readers="Testers and authors",
    applies_to="Patients in whom velurin failed",
    because=Quote("If velurin fails, osmatil may be given", EXAMPLE_2020, at="E07"),
    nodes=[
        Question(
            "quill_tea",
            asks="Does the patient drink quill tea?",
            means="Any amount; the source gives none.",
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="no_osmatil_with_tea",
                    because=Quote("not be combined with quill tea", EXAMPLE_2020, at="E08"),
                ),
                Answer(
                    "no",
                    "No",
                    to="osmatil_or_surgery",
                    because=Quote("not be combined with quill tea", EXAMPLE_2020, at="E08"),
                ),
                Answer("unknown", "Not known", to="tea_not_known", because=OUR_QUESTION),
            ],
        ),
        AdviceAgainst(
            "no_osmatil_with_tea",
            says="Osmatil should not be combined with quill tea",
            because=Quote("Osmatil should not be combined with quill", EXAMPLE_2020, at="E08", strength="should not"),
            since=[TEA],
            then=[Event("stopped", "No quill tea any more", to="quill_tea")],
        ),
        Choice(
            "osmatil_or_surgery",
            between="Osmatil, or surgery?",
            options=[
                Option(
                    "osmatil",
                    "Osmatil",
                    to="osmatil_50",
                    because=Quote("If velurin fails, osmatil may be given", EXAMPLE_2020, at="E07", strength="may"),
                ),
                Option(
                    "surgery",
                    "Surgery",
                    to="remove_nodule",
                    because=Quote("the nodule may be removed by surgery", EXAMPLE_2020, at="E07", strength="may"),
                ),
                Option(
                    "talk",
                    "First talk about both",
                    to="talk_about_both",
                    because=Quote("have talked about both", EXAMPLE_2020, at="E07"),
                ),
            ],
            order=NOT_STATED,
        ),
        Treatment(
            "osmatil_50",
            drug=OSMATIL,
            dose=DailyDose(mg=50, weeks_on=3, weeks_off=1),
            because=[
                Quote("osmatil may be given at 50 mg daily", EXAMPLE_2020, at="E07", strength="may"),
                Quote("daily in a 3-weeks-on/1-week-off", EXAMPLE_2020, at="E07"),
            ],
            since=[BLOOD_PRESSURE, TEA],
            then=[
                Event("not_tolerated", "It is not tolerated", to="velurin_lowest"),
                Onward("taking", "How it is taken", to="taking_osmatil"),
            ],
        ),
        Action(
            "remove_nodule",
            kind=SURGERY,
            says="The nodule may be removed by surgery",
            because=Quote("the nodule may be removed by surgery", EXAMPLE_2020, at="E07", strength="may"),
            then=[Event("return", "A new nodule", to=OtherTree("tarn_nodule"))],
        ),
        Action(
            "talk_about_both",
            kind=TALK,
            says="Patient and doctor talk about both before they choose",
            because=Quote("have talked about both", EXAMPLE_2020, at="E07"),
        ),
        LeftOpen(
            "tea_not_known",
            leaves_open="Whether osmatil is an option while it is not known if the patient drinks quill tea",
            says="Osmatil should not be combined with quill tea. Surgery is named without that condition.",
            would_decide="Whether the patient drinks quill tea.",
            because=[
                Quote("Osmatil should not be combined with quill", EXAMPLE_2020, at="E08", strength="should not"),
                Quote("the nodule may be removed by surgery", EXAMPLE_2020, at="E07", strength="may"),
            ],
            then=[Event("settled", "It is known", to="quill_tea")],
        ),
        Action(
            "taking_osmatil",
            kind=HOW_TAKEN,
            says="Osmatil is taken without quill tea",
            drugs=[OSMATIL],
            because=Quote("Osmatil should not be combined with quill", EXAMPLE_2020, at="E08", strength="should not"),
        ),
        Treatment(
            "velurin_lowest",
            drug=VELURIN,
            dose=DoseInWords("the lowest dose that helps"),
            because=[
                Quote("velurin has been used at the lowest dose", EXAMPLE_2020, at="E09"),
                Quote("used at the lowest dose that helps", EXAMPLE_2020, at="E09"),
            ],
        ),
    ],
)
