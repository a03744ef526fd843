"""What to watch on a TKI: a checklist, since several may be true at once."""

from trees.core import (
    CURRENT,
    MEDICATION,
    MONITORING,
    OUR_QUESTION,
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
from trees.gist_2017.differences import BLEEDING, INTERACTIONS, INTOLERANCE
from trees.gist_2017.since import (
    COGNITION_ON_AVAPRITINIB,
    HEART_ON_IMATINIB,
    HEART_ON_SUNITINIB,
    HEMOGLOBIN,
    RIPRETINIB,
    SECOND_LINE,
    SIDE_EFFECTS_SUNITINIB,
)
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

tree = Tree(
    "tki_safety",
    title="Safety on a TKI",
    purpose="What is monitored while a TKI is taken, and what may have to be changed.",
    readers="Health professionals; the ACS text is written for patients",
    applies_to="Metastatic or recurrent GIST, on a TKI",
    because=[
        Quote("patients with metastatic or recurrent disease", PDQ_2014, at="P03"),
        Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
    ],
    nodes=[
        Checklist(
            "tki_cautions",
            asks="Which of these are true of the patient? Every true one counts.",
            means=NoCriterion(["large bulky", "high-risk", "persistent, excessive toxicity"]),
            lasts=CURRENT,
            items=[
                Item(
                    "bulky",
                    "A large bulky tumor, or a large, high-risk one, on imatinib",
                    to="watch_hemoglobin",
                    because=Quote("large bulky tumors who are receiving imatinib", PDQ_2014, at="P17"),
                ),
                Item(
                    "cyp3a4",
                    "A drug that affects CYP3A4 levels",
                    to="interacting_drug",
                    because=Quote("taking drugs that affect CYP450", PDQ_2014, at="P19"),
                ),
                Item(
                    "toxicity",
                    "Persistent, excessive toxicity",
                    to="toxicity_changes",
                    because=Quote("cases of persistent, excessive toxicity", PDQ_2014, at="P18"),
                ),
            ],
            none=Answer("none", "None of these", to="watch_everyone", because=OUR_QUESTION),
            unknown=Answer("unknown", "Not known", to="cautions_not_known", because=OUR_QUESTION),
            always="watch_everyone",
        ),
        Action(
            "watch_everyone",
            kind=MONITORING,
            says="Every patient on a TKI: close monitoring of response and side effects",
            because=Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
            since=[HEART_ON_IMATINIB, HEART_ON_SUNITINIB, SIDE_EFFECTS_SUNITINIB, RIPRETINIB, COGNITION_ON_AVAPRITINIB],
            notes=["PDQ states no interval."],
            then=[
                Onward("imatinib", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("sunitinib", "Side effects of sunitinib", to=OtherTree("side_effects_of_sunitinib")),
                Onward("regorafenib", "Side effects of regorafenib", to=OtherTree("side_effects_of_regorafenib")),
            ],
        ),
        Action(
            "watch_hemoglobin",
            kind=MONITORING,
            says="Hemoglobin is watched very closely in the first 4 to 8 weeks of imatinib",
            because=[
                Quote("monitored very closely for evidence of a decline in hemoglobin", PDQ_2014, at="P17"),
                Quote("patients with large, high-risk tumors", PDQ_2014, at="P17"),
                Quote("first 4 to 8 weeks of imatinib", PDQ_2014, at="P17"),
                Quote("5% risk of tumor hemorrhage unassociated with thrombocytopenia", PDQ_2014, at="P17"),
                Quote("shrink quickly, it could lead to internal bleeding", ACS_2017, at="A41", strength="could"),
                Quote("doctors watch patients carefully when they first start", ACS_2017, at="A176"),
            ],
            differs=[BLEEDING],
            since=[HEMOGLOBIN],
            notes=[
                "For “large bulky” tumors on imatinib PDQ says that there may be a 5% risk of tumor hemorrhage “unassociated with "
                "thrombocytopenia”; the close watch it states for “large, high-risk” ones.",
                "PDQ gives 4 to 8 weeks as a range, with no rule within it.",
                "ACS gives quick shrinkage of a large GIST as the reason, and no weeks.",
            ],
        ),
        Action(
            "interacting_drug",
            kind=MEDICATION,
            says=(
                "Modifying the dose of the TKI, or substitution with medications that do not affect CYP3A4 levels, "
                "may be necessary"
            ),
            because=[
                Quote("dose modification of the TKI or substitution", PDQ_2014, at="P19"),
                Quote("may be necessary for patients", PDQ_2014, at="P19", strength="may be necessary"),
                Quote("medications that do not affect", PDQ_2014, at="P19"),
            ],
            differs=[INTERACTIONS],
            notes=["PDQ gives no direction or size of the change, and names no drug."],
        ),
        Action(
            "toxicity_changes",
            kind=MEDICATION,
            says="Reducing the dose, interrupting it or stopping the TKI may be called for",
            because=[
                Quote(
                    "may require dose reductions, interruptions, or cessation",
                    PDQ_2014,
                    at="P18",
                    strength="may require",
                ),
                Quote("cases of persistent, excessive toxicity", PDQ_2014, at="P18"),
            ],
            differs=[INTOLERANCE],
            since=[SECOND_LINE],
            notes=[
                "PDQ gives no reduced dose, no length of a pause, and no order of the three.",
                "The sentence can also be read so that persistent, excessive toxicity stands with stopping alone.",
            ],
            then=[
                Onward("imatinib", "Intolerance of imatinib", to=OtherTree("intolerance_of_imatinib")),
                Onward("sunitinib", "Intolerance of sunitinib", to=OtherTree("intolerance_of_sunitinib")),
            ],
        ),
        LeftOpen(
            "cautions_not_known",
            leaves_open="Which of the cautions apply while these facts are not known",
            says=(
                "Every patient on a TKI is closely monitored. A large tumor that is bulky or high-risk, on imatinib; a drug that "
                "affects CYP3A4; and persistent, excessive toxicity each bring something more."
            ),
            would_decide="The size of the tumor, the other drugs the patient takes, and the side effects.",
            because=[
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
                Quote("large bulky tumors who are receiving imatinib", PDQ_2014, at="P17"),
                Quote("taking drugs that affect CYP450", PDQ_2014, at="P19"),
            ],
            since=[HEMOGLOBIN],
        ),
    ],
)
