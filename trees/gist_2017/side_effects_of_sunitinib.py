"""Side effects of sunitinib: a checklist of the common ones and the more serious ones."""

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
from trees.drugs import SUNITINIB
from trees.gist_2017.since import HEART_ON_SUNITINIB, SIDE_EFFECTS_SUNITINIB, SUNITINIB_AND_SURGERY
from trees.sources.acs_2017 import ACS_2017

tree = Tree(
    "side_effects_of_sunitinib",
    title="Side effects of sunitinib",
    purpose="Which side effects the source names for sunitinib, common and more serious.",
    readers="Patients and their families",
    applies_to="Patients with GIST who take sunitinib",
    because=Quote("Common side effects of sunitinib include", ACS_2017, at="A180"),
    nodes=[
        Checklist(
            "sunitinib_troubles",
            asks="Which side effects trouble the patient on sunitinib? Every true one counts.",
            means=NoCriterion(
                ["common", "more serious"],
                explains="It lists some under each. For “too severe” it gives no sign in the case of this drug.",
            ),
            lasts=CURRENT,
            items=[
                Item(
                    "common",
                    "Fatigue, diarrhea, mouth irritation, color of skin or hair",
                    to="sunitinib_common",
                    because=Quote("fatigue, diarrhea, mouth irritation, and skin", ACS_2017, at="A180"),
                ),
                Item(
                    "more_serious",
                    "High blood pressure, bleeding, swelling, heart or liver problems",
                    to="sunitinib_more_serious",
                    because=[
                        Quote("side effects can include high blood pressure", ACS_2017, at="A44"),
                        Quote("swelling, heart problems, and serious liver problems", ACS_2017, at="A44"),
                    ],
                ),
                Item(
                    "too_severe",
                    "Side effects too severe to go on",
                    to="sunitinib_too_severe",
                    because=OUR_QUESTION,
                ),
            ],
            none=Answer("none", "None of these", to="sunitinib_side_effects", because=OUR_QUESTION),
            unknown=Answer("unknown", "Not known", to="sunitinib_troubles_not_known", because=OUR_QUESTION),
            always="sunitinib_side_effects",
        ),
        Action(
            "sunitinib_side_effects",
            kind=SIDE_EFFECTS,
            says="Some side effects of sunitinib are common; others, more serious, can occur as well",
            drugs=[SUNITINIB],
            because=[
                Quote("Common side effects of sunitinib include", ACS_2017, at="A180", strength="Common"),
                Quote("fatigue, diarrhea, mouth irritation, and skin", ACS_2017, at="A180"),
                Quote("side effects can include high blood pressure", ACS_2017, at="A44", strength="can"),
                Quote("swelling, heart problems, and serious liver problems", ACS_2017, at="A44"),
            ],
            since=[SIDE_EFFECTS_SUNITINIB, HEART_ON_SUNITINIB, SUNITINIB_AND_SURGERY],
            notes=[
                "Common ones include: fatigue, diarrhea, mouth irritation, and changes in the color of skin and hair.",
                "More serious ones can include: heart problems, serious liver problems, high blood pressure, swelling, increased risk of bleeding.",
                "The source prints no figure of how often each occurs, and does not say when to call a doctor.",
            ],
            then=[
                Onward(
                    "intolerance", "Metastatic or recurrent: not tolerated", to=OtherTree("intolerance_of_sunitinib")
                ),
                Onward("safety", "Metastatic or recurrent: what to watch", to=OtherTree("tki_safety")),
                Onward("pills", "How the pills are taken", to=OtherTree("taking_the_pills")),
            ],
        ),
        Action(
            "sunitinib_common",
            kind=SIDE_EFFECTS,
            says="Fatigue, diarrhea, mouth irritation, and color changes of skin and hair are common on sunitinib",
            drugs=[SUNITINIB],
            because=[
                Quote("Common side effects of sunitinib include", ACS_2017, at="A180", strength="Common"),
                Quote("fatigue, diarrhea, mouth irritation, and skin", ACS_2017, at="A180"),
            ],
            since=[SIDE_EFFECTS_SUNITINIB],
            notes=["The source says nothing of what to do about them."],
        ),
        Action(
            "sunitinib_more_serious",
            kind=SIDE_EFFECTS,
            says=(
                "More serious side effects can include heart problems, serious liver problems, high blood pressure, swelling "
                "and increased risk of bleeding"
            ),
            drugs=[SUNITINIB],
            because=[
                Quote("side effects can include high blood pressure", ACS_2017, at="A44", strength="can"),
                Quote("swelling, heart problems, and serious liver problems", ACS_2017, at="A44"),
                Quote("Common side effects of sunitinib include", ACS_2017, at="A180", strength="Common"),
            ],
            since=[HEART_ON_SUNITINIB, SIDE_EFFECTS_SUNITINIB, SUNITINIB_AND_SURGERY],
            notes=[
                "The source sets them apart from the common ones, and calls them more serious.",
                "It says nothing of what to do about them, and names no signs of them.",
            ],
            then=[
                Onward(
                    "intolerance", "Metastatic or recurrent: not tolerated", to=OtherTree("intolerance_of_sunitinib")
                ),
                Onward("safety", "Metastatic or recurrent: what to watch", to=OtherTree("tki_safety")),
            ],
        ),
        LeftOpen(
            "sunitinib_too_severe",
            leaves_open="What to do when the side effects of sunitinib are too severe",
            says="The source names common and more serious side effects of sunitinib, and no step when they are too severe.",
            would_decide="A statement on this, which this source does not make.",
            because=[
                Quote("Common side effects of sunitinib include", ACS_2017, at="A180", strength="Common"),
                Quote("side effects can include high blood pressure", ACS_2017, at="A44", strength="can"),
            ],
            notes=["The tree on intolerance of sunitinib follows the other source."],
            then=[
                Onward(
                    "intolerance", "Metastatic or recurrent: not tolerated", to=OtherTree("intolerance_of_sunitinib")
                )
            ],
        ),
        LeftOpen(
            "sunitinib_troubles_not_known",
            leaves_open="What applies while it is not known what troubles the patient",
            says="The source lists common side effects of sunitinib, and more serious ones, which can include high blood pressure.",
            would_decide="Which side effects there are.",
            because=[
                Quote("Common side effects of sunitinib include", ACS_2017, at="A180", strength="Common"),
                Quote("side effects can include high blood pressure", ACS_2017, at="A44", strength="can"),
            ],
            since=[SIDE_EFFECTS_SUNITINIB, HEART_ON_SUNITINIB],
        ),
    ],
)
