"""Side effects of regorafenib: a checklist, with hand-foot syndrome set apart."""

from trees.core import (
    CURRENT,
    OUR_QUESTION,
    SIDE_EFFECTS,
    Action,
    Answer,
    Checklist,
    Item,
    LeftOpen,
    NoCriterion,
    Onward,
    OtherTree,
    Quote,
    Tree,
)
from trees.drugs import REGORAFENIB
from trees.gist_2017.since import FIGURES_REGORAFENIB, RIPRETINIB
from trees.sources.acs_2017 import ACS_2017

tree = Tree(
    "side_effects_of_regorafenib",
    title="Side effects of regorafenib",
    purpose="Which side effects the source names for regorafenib, and what it leaves open.",
    readers="Patients and their families",
    applies_to="Patients with GIST who take regorafenib",
    because=Quote("Regorafenib can be used to treat GIST", ACS_2017, at="A45"),
    nodes=[
        Checklist(
            "regorafenib_troubles",
            asks="Which side effects trouble the patient on regorafenib? Every true one counts.",
            means=NoCriterion(["common"], explains="It lists all of these as common, and none as more serious."),
            lasts=CURRENT,
            items=[
                Item(
                    "hand_foot",
                    "Red, painful or blistered palms or soles",
                    to="regorafenib_hand_foot",
                    because=Quote("redness, pain, or even blistering of the palms", ACS_2017, at="A47"),
                ),
                Item(
                    "other_common",
                    "Another common one, such as diarrhea or fatigue",
                    to="regorafenib_common",
                    because=Quote(
                        "Common side effects include diarrhea, fatigue, high blood pressure",
                        ACS_2017,
                        at="A47",
                    ),
                ),
                Item(
                    "too_severe",
                    "Side effects too severe to go on",
                    to="regorafenib_too_severe",
                    because=OUR_QUESTION,
                ),
            ],
            none=Answer("none", "None of these", to="regorafenib_side_effects", because=OUR_QUESTION),
            unknown=Answer("unknown", "Not known", to="regorafenib_troubles_not_known", because=OUR_QUESTION),
            always="regorafenib_side_effects",
        ),
        Action(
            "regorafenib_side_effects",
            kind=SIDE_EFFECTS,
            says=(
                "Common side effects: diarrhea, fatigue, mouth irritation, high blood pressure, loss of appetite, hair loss "
                "and hand-foot syndrome"
            ),
            drugs=[REGORAFENIB],
            because=[
                Quote(
                    "Common side effects include diarrhea, fatigue, high blood pressure",
                    ACS_2017,
                    at="A47",
                    strength="Common",
                ),
                Quote("soles of the feet (called hand-foot syndrome)", ACS_2017, at="A47"),
                Quote("Regorafenib can be used to treat GIST", ACS_2017, at="A45", strength="can"),
            ],
            since=[FIGURES_REGORAFENIB],
            notes=[
                "The source prints no figure of how often each occurs, and does not say when to call a doctor.",
                "It names no next step for the side effects of regorafenib.",
            ],
            then=[
                Onward("safety", "Metastatic or recurrent: what to watch", to=OtherTree("tki_safety")),
                Onward("pills", "How the pills are taken", to=OtherTree("taking_the_pills")),
            ],
        ),
        Action(
            "regorafenib_hand_foot",
            kind=SIDE_EFFECTS,
            says="Redness, pain or even blistering of the palms and soles: called hand-foot syndrome",
            drugs=[REGORAFENIB],
            because=[
                Quote(
                    "Common side effects include diarrhea, fatigue, high blood pressure",
                    ACS_2017,
                    at="A47",
                    strength="Common",
                ),
                Quote("redness, pain, or even blistering of the palms", ACS_2017, at="A47"),
                Quote("soles of the feet (called hand-foot syndrome)", ACS_2017, at="A47"),
                Quote("Regorafenib can be used to treat GIST", ACS_2017, at="A45", strength="can"),
            ],
            since=[FIGURES_REGORAFENIB],
            notes=[
                "The source lists it among the common side effects of regorafenib.",
                "It says nothing of what to do about it.",
            ],
        ),
        Action(
            "regorafenib_common",
            kind=SIDE_EFFECTS,
            says="Diarrhea, fatigue, high blood pressure, mouth irritation, hair loss and loss of appetite are common",
            drugs=[REGORAFENIB],
            because=[
                Quote(
                    "Common side effects include diarrhea, fatigue, high blood pressure",
                    ACS_2017,
                    at="A47",
                    strength="Common",
                ),
                Quote("Regorafenib can be used to treat GIST", ACS_2017, at="A45", strength="can"),
            ],
            since=[FIGURES_REGORAFENIB],
            notes=["The source says nothing of what to do about them."],
        ),
        LeftOpen(
            "regorafenib_too_severe",
            leaves_open="What to do when the side effects of regorafenib are too severe",
            says="The source names common side effects of regorafenib, and no step when they are too severe.",
            would_decide="A statement on this, which this source does not make.",
            because=[
                Quote(
                    "Common side effects include diarrhea, fatigue, high blood pressure",
                    ACS_2017,
                    at="A47",
                    strength="Common",
                ),
                Quote("Regorafenib can be used to treat GIST", ACS_2017, at="A45", strength="can"),
            ],
            since=[RIPRETINIB],
            then=[
                Onward("safety", "Metastatic or recurrent: what to watch", to=OtherTree("tki_safety")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
        LeftOpen(
            "regorafenib_troubles_not_known",
            leaves_open="What applies while it is not known what troubles the patient",
            says="The source lists common side effects of regorafenib; hand-foot syndrome is the one it explains.",
            would_decide="Which side effects there are.",
            because=[
                Quote(
                    "Common side effects include diarrhea, fatigue, high blood pressure",
                    ACS_2017,
                    at="A47",
                    strength="Common",
                ),
                Quote("soles of the feet (called hand-foot syndrome)", ACS_2017, at="A47"),
                Quote("Regorafenib can be used to treat GIST", ACS_2017, at="A45", strength="can"),
            ],
            since=[FIGURES_REGORAFENIB],
        ),
    ],
)
