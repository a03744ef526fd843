"""Surgery in metastatic or recurrent GIST that progresses on a TKI: by the extent of the progression."""

from trees.core import (
    CURRENT,
    OUR_QUESTION,
    SURGERY,
    Action,
    Answer,
    Event,
    LeftOpen,
    NoCriterion,
    Onward,
    OtherTree,
    Question,
    Quote,
    Tree,
)
from trees.gist_2017.differences import GENERALIZED, PROOF_OF_SURGERY, SURGERY_CANDIDATES
from trees.gist_2017.since import (
    RIPRETINIB_AND_SURGERY,
    SELECTION_BIAS,
    SUNITINIB_AND_SURGERY,
    TIMING_OF_SURGERY,
    WHO_FOR_TRIALS,
)
from trees.gist_2017.trials import SURGERY_ON_TKI
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

tree = Tree(
    "surgery_in_progression",
    title="Surgery in progression on a TKI",
    purpose="Which progression on a TKI PDQ lists as an indication for surgery.",
    readers="Health professionals; the ACS text is written for patients",
    applies_to="Metastatic or recurrent GIST that progresses on a TKI",
    because=[
        Quote("surgery in the management of metastatic or recurrent GIST", PDQ_2014, at="P27"),
        Quote("isolated tumor deposits that are progressing on TKI therapy", PDQ_2014, at="P25"),
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
                    to="surgery_for_limited_progression",
                    because=Quote("isolated tumor deposits that are progressing on TKI therapy", PDQ_2014, at="P25"),
                ),
                Answer(
                    "generalized",
                    "Generalized",
                    to="palliative_surgery",
                    because=Quote("surgery for patients with generalized progression", PDQ_2014, at="P23"),
                ),
                Answer(
                    "neither",
                    "Neither limited nor generalized, for example isolated growth with no first response",
                    to="neither_class",
                    because=OUR_QUESTION,
                ),
                Answer("unknown", "Not known", to="extent_not_known", because=OUR_QUESTION),
            ],
        ),
        Action(
            "surgery_for_limited_progression",
            kind=SURGERY,
            says="A listed indication for surgery: limited progression on a TKI",
            because=[
                Quote("limited disease progression (i.e., isolated tumor deposits", PDQ_2014, at="P25"),
                Quote(
                    "indications for surgery in the management of metastatic",
                    PDQ_2014,
                    at="P27",
                    strength="indications",
                ),
                Quote("The primary treatment of patients", PDQ_2014, at="P01", strength="primary treatment"),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("in select cases, surgical therapy may be added", PDQ_2014, at="P01", strength="may"),
                Quote(
                    "Surgery may be added to medical therapy for selected patients", PDQ_2014, at="P20", strength="may"
                ),
                Quote("effort to delay or prevent recurrence", PDQ_2014, at="P20"),
                Quote(
                    "yet to be proven in a randomized clinical trial", PDQ_2014, at="P20", strength="yet to be proven"
                ),
                Quote("indicating delayed drug resistance", PDQ_2014, at="P25"),
                Quote(
                    "very important that it is done by a surgeon experienced",
                    ACS_2017,
                    at="A18",
                    strength="very important",
                ),
            ],
            evidence=[SURGERY_ON_TKI],
            differs=[SURGERY_CANDIDATES, PROOF_OF_SURGERY],
            since=[TIMING_OF_SURGERY, SELECTION_BIAS, SUNITINIB_AND_SURGERY, RIPRETINIB_AND_SURGERY],
            notes=[
                "Medical therapy with a TKI is the primary treatment; surgery may be added in selected patients. PDQ gives no rule of selection.",
                "Its aim is to delay or prevent recurrence.",
                "PDQ takes such growth as a sign of delayed drug resistance.",
                "Other courses are named for limited progression too, and no order is stated.",
                "No randomized trial has proven the benefit in metastatic GIST.",
                "Whatever the operation, ACS calls it very important that the surgeon is experienced in treating GISTs.",
            ],
            then=[
                Event("review", "The next review", to=OtherTree("review_on_treatment")),
                Onward("imatinib", "Other courses on imatinib", to=OtherTree("progression_on_imatinib")),
                Onward("sunitinib", "Other courses on sunitinib", to=OtherTree("progression_on_sunitinib")),
                Onward("few_sites", "Surgery by the number of sites, by ACS", to=OtherTree("surgery_for_few_sites")),
                Onward("liver", "If it is in the liver: other options, by ACS", to=OtherTree("liver_metastases")),
            ],
        ),
        Action(
            "palliative_surgery",
            kind=SURGERY,
            says="Surgery in a palliative role only, as the authors of one study concluded",
            because=[
                Quote(
                    "concluded that surgery for patients with generalized progression",
                    PDQ_2014,
                    at="P23",
                    strength="concluded",
                ),
                Quote("limited to a palliative role", PDQ_2014, at="P23"),
                Quote("surgery in the management of metastatic or recurrent GIST", PDQ_2014, at="P27"),
            ],
            evidence=[SURGERY_ON_TKI],
            differs=[GENERALIZED],
            since=[WHO_FOR_TRIALS],
            notes=[
                "Generalized progression is not among the listed indications for surgery.",
                "Oncologic emergencies are listed apart; PDQ does not say how the two statements meet.",
            ],
            then=[
                Event("emergency", "There is an oncologic emergency", to=OtherTree("surgery_in_advanced_disease")),
                Event("review", "The next review", to=OtherTree("review_on_treatment")),
                Onward("imatinib", "Other courses on imatinib", to=OtherTree("progression_on_imatinib")),
                Onward("sunitinib", "Other courses on sunitinib", to=OtherTree("progression_on_sunitinib")),
            ],
        ),
        LeftOpen(
            "neither_class",
            leaves_open="Whether surgery has a role in progression that is neither limited nor generalized",
            notes=["Oncologic emergencies are listed apart, and that item says nothing of progression."],
            then=[
                Event("emergency", "There is an oncologic emergency", to=OtherTree("surgery_in_advanced_disease")),
                Event("review", "The next review", to=OtherTree("review_on_treatment")),
                Onward("few_sites", "Surgery by the number of sites, by ACS", to=OtherTree("surgery_for_few_sites")),
                Onward("liver", "If it is in the liver: other options, by ACS", to=OtherTree("liver_metastases")),
            ],
            says="Limited progression is listed with growth after a first response. Isolated growth with no first response is not listed.",
            would_decide="A statement on such progression, which PDQ does not make.",
            because=[
                Quote("isolated tumor deposits that are progressing on TKI therapy", PDQ_2014, at="P25"),
                Quote(
                    "indications for surgery in the management of metastatic",
                    PDQ_2014,
                    at="P27",
                    strength="indications",
                ),
            ],
        ),
        LeftOpen(
            "extent_not_known",
            leaves_open="Whether surgery is indicated while the extent of progression is not known",
            says=(
                "If it is limited, it is a listed indication for surgery. If it is generalized, the authors of one study concluded that "
                "surgery has a palliative role only."
            ),
            would_decide="The extent of the progression, and whether there was a first response.",
            because=[
                Quote("limited disease progression (i.e., isolated tumor deposits", PDQ_2014, at="P25"),
                Quote("limited to a palliative role", PDQ_2014, at="P23"),
                Quote(
                    "indications for surgery in the management of metastatic",
                    PDQ_2014,
                    at="P27",
                    strength="indications",
                ),
            ],
            since=[TIMING_OF_SURGERY, SELECTION_BIAS, WHO_FOR_TRIALS],
            then=[
                Event("settled", "The extent is known", to="progression_extent"),
                Event("emergency", "There is an oncologic emergency", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
    ],
)
