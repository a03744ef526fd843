"""Side effects of imatinib: a checklist, since several may be true at once."""

from trees.core import (
    CURRENT,
    HOW_TAKEN,
    MONITORING,
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
from trees.drugs import IMATINIB
from trees.gist_2017.differences import BLEEDING, INTOLERANCE
from trees.gist_2017.since import HEART_ON_IMATINIB, HEMOGLOBIN, RAISED_DOSE, SECOND_LINE, SIDE_EFFECTS_IMATINIB
from trees.sources.acs_2017 import ACS_2017

tree = Tree(
    "side_effects_of_imatinib",
    title="Side effects of imatinib",
    purpose="Which side effects the source names for imatinib, and what it says of each.",
    readers="Patients and their families",
    applies_to="Patients with GIST who take imatinib",
    because=Quote("Imatinib can also make people retain", ACS_2017, at="A172"),
    nodes=[
        Checklist(
            "imatinib_troubles",
            asks="Which of these are true of the patient on imatinib? Every true one counts.",
            means=NoCriterion(["large", "higher doses", "too severe"]),
            lasts=CURRENT,
            items=[
                Item(
                    "stomach_upset",
                    "Stomach upset",
                    to="imatinib_with_food",
                    because=Quote("can include mild stomach upset", ACS_2017, at="A171"),
                ),
                Item(
                    "fluid_or_heart",
                    "Swelling, other fluid, or heart trouble",
                    to="imatinib_fluid_and_heart",
                    because=[
                        Quote("Often this causes some swelling in the face", ACS_2017, at="A173"),
                        Quote("the lungs or in the abdomen", ACS_2017, at="A174"),
                        Quote("can also affect heart function in some people", ACS_2017, at="A175"),
                    ],
                ),
                Item(
                    "large",
                    "A large GIST",
                    to="imatinib_large_gist",
                    because=[
                        Quote("using this drug to treat large GISTs", ACS_2017, at="A41"),
                        Quote("doctors watch patients carefully when they first start", ACS_2017, at="A176"),
                    ],
                ),
                Item(
                    "dose_raised",
                    "The dose of imatinib was raised",
                    to="imatinib_raised_side_effects",
                    because=[
                        Quote("raising the dose of imatinib", ACS_2017, at="A170"),
                        Quote("higher doses can have more side effects", ACS_2017, at="A39"),
                    ],
                ),
            ],
            none=Answer("none", "None of these", to="imatinib_side_effects", because=OUR_QUESTION),
            unknown=Answer("unknown", "Not known", to="imatinib_troubles_not_known", because=OUR_QUESTION),
            always="imatinib_side_effects",
        ),
        Action(
            "imatinib_side_effects",
            kind=SIDE_EFFECTS,
            says=(
                "Side effects can include diarrhea, mild upset of the stomach, muscle pain, rashes, fluid; the heart can be "
                "affected in some"
            ),
            drugs=[IMATINIB],
            because=[
                Quote(
                    "can include mild stomach upset, diarrhea, muscle pain, and skin rashes",
                    ACS_2017,
                    at="A171",
                    strength="can",
                ),
                Quote("Imatinib can also make people retain", ACS_2017, at="A172", strength="can"),
                Quote("Often this causes some swelling in the face", ACS_2017, at="A173", strength="Often"),
                Quote("Rarely the drug causes more severe problems", ACS_2017, at="A174", strength="Rarely"),
                Quote("can also affect heart function in some people", ACS_2017, at="A175", strength="can"),
                Quote("imatinib are too severe", ACS_2017, at="A77"),
                Quote("a switch to sunitinib may be helpful", ACS_2017, at="A77", strength="may"),
                Quote("because of its side effects", ACS_2017, at="A42"),
                Quote("sunitinib (Sutent) may be tried instead", ACS_2017, at="A70", strength="may be tried"),
            ],
            differs=[INTOLERANCE],
            since=[SIDE_EFFECTS_IMATINIB, HEART_ON_IMATINIB, SECOND_LINE],
            notes=[
                "Fluid retention often shows as some swelling in the face; rarely there are more severe problems with fluid. It can affect heart function in some people.",
                "Apart from the stomach upset, the source says nothing of what eases them, and not when to call a doctor.",
                "Too severe, in a GIST that cannot be removed or has spread: a switch to sunitinib may be helpful.",
                "Too severe, in a larger localized GIST: sunitinib may be tried instead. The source gives no grade of severity.",
            ],
            then=[
                Onward("pills", "How the pills are taken", to=OtherTree("taking_the_pills")),
                Onward(
                    "intolerance", "Metastatic or recurrent: not tolerated", to=OtherTree("intolerance_of_imatinib")
                ),
                Onward(
                    "before_surgery",
                    "Before an operation: too severe",
                    to=OtherTree("imatinib_first_no_longer_working"),
                ),
                Onward("safety", "Metastatic or recurrent: what to watch", to=OtherTree("tki_safety")),
            ],
        ),
        Action(
            "imatinib_with_food",
            kind=HOW_TAKEN,
            says="Taken with food, the drug upsets the stomach less",
            because=Quote("upset is lessened if the drug is taken with food", ACS_2017, at="A40"),
            since=[SIDE_EFFECTS_IMATINIB],
            notes=["The source calls the upset mild, and names nothing else that lessens it."],
            then=[Onward("pills", "How the pills are taken", to=OtherTree("taking_the_pills"))],
        ),
        Action(
            "imatinib_fluid_and_heart",
            kind=SIDE_EFFECTS,
            says=(
                "Imatinib can make people retain fluid, rarely more severe, often as swelling; it can affect the heart in some"
            ),
            drugs=[IMATINIB],
            because=[
                Quote("Imatinib can also make people retain", ACS_2017, at="A172", strength="can"),
                Quote("Often this causes some swelling in the face", ACS_2017, at="A173", strength="Often"),
                Quote("or in the ankles", ACS_2017, at="A173"),
                Quote("Rarely the drug causes more severe problems", ACS_2017, at="A174", strength="Rarely"),
                Quote("the lungs or in the abdomen", ACS_2017, at="A174"),
                Quote("can also affect heart function in some people", ACS_2017, at="A175", strength="can"),
            ],
            since=[HEART_ON_IMATINIB],
            notes=[
                "The swelling is often around the eyes, elsewhere in the face, or in the ankles.",
                "Rarely the drug causes more severe problems: fluid builds up in the lungs or in the abdomen.",
                "The source says nothing of what to do about any of these.",
            ],
            then=[
                Onward(
                    "intolerance", "Metastatic or recurrent: not tolerated", to=OtherTree("intolerance_of_imatinib")
                ),
                Onward("safety", "Metastatic or recurrent: what to watch", to=OtherTree("tki_safety")),
            ],
        ),
        Action(
            "imatinib_large_gist",
            kind=MONITORING,
            says="Doctors watch carefully at first: internal bleeding could follow quick shrinkage",
            drugs=[IMATINIB],
            because=[
                Quote("doctors watch patients carefully when they first start", ACS_2017, at="A176"),
                Quote("using this drug to treat large GISTs", ACS_2017, at="A41"),
                Quote("often have a lot of fragile blood vessels", ACS_2017, at="A41", strength="often"),
                Quote("If imatinib causes the", ACS_2017, at="A41"),
                Quote("shrink quickly, it could lead to internal bleeding", ACS_2017, at="A41", strength="could"),
            ],
            differs=[BLEEDING],
            since=[HEMOGLOBIN],
            notes=[
                "The reason given is that large GISTs often have many fragile blood vessels.",
                "The source does not say how large, for how long, or how patients are watched.",
                "It can be read so that every patient who starts the drug is watched, or those with a large GIST alone.",
            ],
            then=[Onward("safety", "Metastatic or recurrent: what to watch", to=OtherTree("tki_safety"))],
        ),
        Action(
            "imatinib_raised_side_effects",
            kind=SIDE_EFFECTS,
            says="Higher doses can have more side effects",
            drugs=[IMATINIB],
            because=[
                Quote("higher doses can have more side effects", ACS_2017, at="A39", strength="can"),
                Quote("raising the dose of imatinib", ACS_2017, at="A170"),
                Quote("may help stop the growth for some time", ACS_2017, at="A170", strength="may"),
            ],
            since=[RAISED_DOSE],
            notes=[
                "In an advanced GIST, where the drug stopped working, the raise may help for some time.",
                "The source names no side effect of the higher doses alone.",
            ],
            then=[Onward("pills", "How the pills are taken", to=OtherTree("taking_the_pills"))],
        ),
        LeftOpen(
            "imatinib_troubles_not_known",
            leaves_open="Which side effects of imatinib apply while it is not known what troubles the patient",
            says=(
                "Side effects of imatinib can include mild stomach upset, which food lessens, and fluid retention. With a large "
                "GIST patients are watched carefully at the start, and higher doses can have more side effects."
            ),
            would_decide="Which side effects there are, how large the GIST is, and whether imatinib was just started or raised.",
            because=[
                Quote("can include mild stomach upset", ACS_2017, at="A171", strength="can"),
                Quote("upset is lessened if the drug is taken with food", ACS_2017, at="A40"),
                Quote("Imatinib can also make people retain", ACS_2017, at="A172", strength="can"),
                Quote("doctors watch patients carefully when they first start", ACS_2017, at="A176"),
                Quote("using this drug to treat large GISTs", ACS_2017, at="A41"),
                Quote("higher doses can have more side effects", ACS_2017, at="A39", strength="can"),
            ],
            since=[SIDE_EFFECTS_IMATINIB, HEART_ON_IMATINIB],
        ),
    ],
)
