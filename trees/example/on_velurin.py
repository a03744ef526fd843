"""An invented checklist: what to watch on velurin."""

from trees.core import (
    CURRENT,
    MONITORING,
    OUR_QUESTION,
    REFERRAL,
    Action,
    Answer,
    Checklist,
    Item,
    LeftOpen,
    NoCriterion,
    Quote,
    Tree,
)
from trees.sources.example_2020 import EXAMPLE_2020

tree = Tree(
    "on_velurin",
    title="On velurin",
    purpose="What is watched while velurin is taken.",
    readers="Testers and authors",
    applies_to="Patients on velurin",
    because=Quote("All patients on velurin are seen", EXAMPLE_2020, at="E10"),
    nodes=[
        Checklist(
            "velurin_cautions",
            asks="Which of these are true? Every true one counts.",
            means=NoCriterion(["low iron", "fever"]),
            lasts=CURRENT,
            items=[
                Item(
                    "iron",
                    "Low iron",
                    to="check_iron",
                    because=Quote("Patients with low iron have their iron checked", EXAMPLE_2020, at="E11"),
                ),
                Item(
                    "fever",
                    "Fever",
                    to="refer",
                    because=Quote("patients with fever are referred", EXAMPLE_2020, at="E11"),
                ),
            ],
            none=Answer("none", "None of these", to="visits", because=OUR_QUESTION),
            unknown=Answer("unknown", "Not known", to="cautions_open", because=OUR_QUESTION),
            always="visits",
        ),
        Action(
            "visits",
            kind=MONITORING,
            says="A visit every 3 months",
            because=Quote("patients on velurin are seen every 3 months", EXAMPLE_2020, at="E10"),
        ),
        Action(
            "check_iron",
            kind=MONITORING,
            says="Iron is checked monthly",
            because=Quote("low iron have their iron checked monthly", EXAMPLE_2020, at="E11"),
        ),
        Action(
            "refer",
            kind=REFERRAL,
            says="Referral to a specialist",
            because=Quote("patients with fever are referred to a specialist", EXAMPLE_2020, at="E11"),
        ),
        LeftOpen(
            "cautions_open",
            leaves_open="What else to watch while iron and fever are not known",
            says="Everybody on velurin is seen every 3 months.",
            would_decide="The iron, and whether there is fever.",
            because=[
                Quote("patients on velurin are seen every 3 months", EXAMPLE_2020, at="E10"),
                Quote("patients with fever are referred", EXAMPLE_2020, at="E11"),
            ],
        ),
    ],
)
