"""A tumor that progresses on sunitinib: limited or not."""

from trees.core import (
    CURRENT,
    NOT_STATED,
    OUR_QUESTION,
    Answer,
    Choice,
    DoseInWords,
    Event,
    LeftOpen,
    NoCriterion,
    Onward,
    Option,
    OtherTree,
    Question,
    Quote,
    Treatment,
    Tree,
)
from trees.drugs import SUNITINIB
from trees.gist_2017.differences import LIMITED_PROGRESSION, THIRD_LINE
from trees.gist_2017.since import REGORAFENIB_DOSE, SELECTION_BIAS, TIMING_OF_SURGERY, TOLERATED_DOSE, WHO_FOR_TRIALS
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

tree = Tree(
    "progression_on_sunitinib",
    title="Progression on sunitinib",
    purpose="What is named when the tumor progresses on sunitinib, and what is left open.",
    readers="Health professionals; the ACS text is written for patients",
    applies_to="Metastatic or recurrent GIST that progresses on sunitinib",
    because=[
        Quote("patients with metastatic or recurrent disease", PDQ_2014, at="P03"),
        Quote("imatinib or sunitinib at a dose that can be tolerated", PDQ_2014, at="P16"),
    ],
    nodes=[
        Question(
            "progression_extent",
            asks="How far does the progression extend?",
            means=NoCriterion(
                ["generalized progression"],
                explains=(
                    "Limited progression is given as isolated deposits that grow on a TKI after a first response, "
                    "while other sites stay stable. That wording stands in the list for surgery; "
                    "the suggestion to stay on the drug says only limited."
                ),
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "limited",
                    "Limited: isolated deposits grow after a first response, the rest is stable",
                    to="limited_progression_on_sunitinib",
                    because=Quote("isolated tumor deposits that are progressing on TKI therapy", PDQ_2014, at="P25"),
                ),
                Answer(
                    "generalized",
                    "Generalized",
                    to="not_limited_on_sunitinib",
                    because=Quote("surgery for patients with generalized progression", PDQ_2014, at="P23"),
                ),
                Answer(
                    "neither",
                    "Neither limited nor generalized, for example isolated growth with no first response",
                    to="not_limited_on_sunitinib",
                    because=OUR_QUESTION,
                ),
                Answer("unknown", "Not known", to="extent_not_known_on_sunitinib", because=OUR_QUESTION),
            ],
        ),
        Choice(
            "not_limited_on_sunitinib",
            between="After sunitinib ACS and PDQ name different things, and neither rules the other out. Which is looked for?",
            options=[
                Option(
                    "later",
                    "Drugs after sunitinib, such as regorafenib, by ACS",
                    to=OtherTree("later_lines"),
                    because=[
                        Quote(
                            "sunitinib is no longer working, regorafenib may help", ACS_2017, at="A78", strength="may"
                        ),
                        Quote("imatinib and sunitinib stop working", ACS_2017, at="A45"),
                    ],
                ),
                Option(
                    "trial",
                    "Whether the disease responds; if not, perhaps a clinical trial, by PDQ",
                    to=OtherTree("not_responding"),
                    because=[
                        Quote("tumors that do not respond to these measures", PDQ_2014, at="P02"),
                        Quote("may be candidates for clinical trials", PDQ_2014, at="P02", strength="may"),
                    ],
                ),
                Option(
                    "surgery",
                    "Surgery in progression, by PDQ, and what it leaves open",
                    to=OtherTree("surgery_in_progression"),
                    because=Quote("surgery for patients with generalized progression", PDQ_2014, at="P23"),
                ),
            ],
            order=NOT_STATED,
        ),
        Choice(
            "limited_progression_on_sunitinib",
            between="In limited progression on sunitinib PDQ names two courses, which can go together. Which?",
            options=[
                Option(
                    "stay",
                    "Stay on sunitinib at a tolerated dose",
                    to="sunitinib_tolerated",
                    because=Quote(
                        "suggested that patients with limited disease", PDQ_2014, at="P16", strength="suggested"
                    ),
                ),
                Option(
                    "surgery",
                    "Surgery, added to medical therapy",
                    to=OtherTree("surgery_in_advanced_disease"),
                    because=[
                        Quote("limited disease progression (i.e., isolated tumor deposits", PDQ_2014, at="P25"),
                        Quote(
                            "indications for surgery in the management of metastatic",
                            PDQ_2014,
                            at="P27",
                            strength="indications",
                        ),
                        Quote(
                            "Surgery may be added to medical therapy for selected patients",
                            PDQ_2014,
                            at="P20",
                            strength="may",
                        ),
                    ],
                ),
            ],
            order=NOT_STATED,
        ),
        Treatment(
            "sunitinib_tolerated",
            drug=SUNITINIB,
            dose=DoseInWords("a dose that can be tolerated"),
            because=[
                Quote("suggested that patients with limited disease", PDQ_2014, at="P16", strength="suggested"),
                Quote("imatinib or sunitinib at a dose that can be tolerated", PDQ_2014, at="P16"),
            ],
            differs=[THIRD_LINE, LIMITED_PROGRESSION],
            since=[TOLERATED_DOSE, REGORAFENIB_DOSE],
            notes=["A suggestion; PDQ cites no study for it and gives no figure."],
            then=[
                Event("progression", "The tumor progresses further", to="progression_extent"),
                Onward("later", "Drugs after sunitinib, by ACS", to=OtherTree("later_lines")),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
                Event("toxicity", "Side effects trouble the patient", to=OtherTree("intolerance_of_sunitinib")),
                Event("review", "The response is to be judged", to=OtherTree("review_on_treatment")),
            ],
        ),
        LeftOpen(
            "extent_not_known_on_sunitinib",
            leaves_open="Which course applies while the extent of progression on sunitinib is not known",
            says=(
                "If it is limited: it has been suggested to stay on sunitinib at a tolerated dose, and it is a listed "
                "indication for surgery. If the tumor does not respond: the patient may be a candidate for a clinical trial. "
                "The part of PDQ that was read names no drug after sunitinib; ACS names drugs."
            ),
            would_decide="The extent of the progression, and whether there was a first response.",
            because=[
                Quote("suggested that patients with limited disease", PDQ_2014, at="P16", strength="suggested"),
                Quote("imatinib or sunitinib at a dose that can be tolerated", PDQ_2014, at="P16"),
                Quote("limited disease progression (i.e., isolated tumor deposits", PDQ_2014, at="P25"),
                Quote("may be candidates for clinical trials", PDQ_2014, at="P02", strength="may"),
            ],
            differs=[THIRD_LINE, LIMITED_PROGRESSION],
            since=[TOLERATED_DOSE, REGORAFENIB_DOSE, TIMING_OF_SURGERY, SELECTION_BIAS, WHO_FOR_TRIALS],
            then=[
                Event("imaging", "The extent is judged", to="progression_extent"),
                Onward("surgery", "Surgery in advanced disease", to=OtherTree("surgery_in_advanced_disease")),
                Onward("trials", "If the disease does not respond", to=OtherTree("not_responding")),
                Onward("later", "Drugs after sunitinib, by ACS", to=OtherTree("later_lines")),
            ],
        ),
    ],
)
