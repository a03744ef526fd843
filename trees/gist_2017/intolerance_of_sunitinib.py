"""Side effects of sunitinib, without progression."""

from trees.core import (
    CURRENT,
    MEDICATION,
    MONITORING,
    OUR_QUESTION,
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
from trees.gist_2017.differences import REGORAFENIB_WHEN, THIRD_LINE
from trees.gist_2017.since import REGORAFENIB_DOSE, RIPRETINIB, TOLERATED_DOSE
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

tree = Tree(
    "intolerance_of_sunitinib",
    title="Intolerance of sunitinib",
    purpose="What PDQ says when sunitinib is not tolerated, and what it leaves open.",
    readers="Health professionals; the ACS text is written for patients",
    applies_to="Metastatic or recurrent GIST, on sunitinib, with side effects",
    because=[
        Quote("patients with metastatic or recurrent disease", PDQ_2014, at="P03"),
        Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
    ],
    nodes=[
        Question(
            "toxicity_of_tki",
            asks="Is the toxicity of the TKI persistent and excessive, or not tolerated?",
            means=NoCriterion(
                ["persistent, excessive toxicity", "unacceptable toxicity", "intolerance"],
                explains="It uses the three phrases in different sentences and does not set them apart.",
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="reduce_interrupt_stop_sunitinib",
                    because=Quote("cases of persistent, excessive toxicity", PDQ_2014, at="P18"),
                ),
                Answer(
                    "no",
                    "No, it is acceptable",
                    to="go_on_with_sunitinib",
                    because=Quote(
                        "usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
                        PDQ_2014,
                        at="P13",
                    ),
                ),
                Answer("unknown", "Not known", to="toxicity_of_sunitinib_not_known", because=OUR_QUESTION),
            ],
        ),
        Action(
            "reduce_interrupt_stop_sunitinib",
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
            notes=[
                "PDQ gives no reduced dose, no length of a pause, and no order of the three.",
                "The sentence can also be read so that persistent, excessive toxicity stands with stopping alone.",
            ],
            then=[
                Onward("stopped", "If sunitinib is stopped: which drug follows", to="drug_after_sunitinib_open"),
                Event("review", "The next review", to=OtherTree("review_on_treatment")),
                Event("toxicity", "It is still not tolerated", to="toxicity_of_tki"),
            ],
        ),
        LeftOpen(
            "drug_after_sunitinib_open",
            leaves_open="Which drug follows sunitinib when it is stopped",
            says=(
                "Stopping the TKI may be called for in persistent, excessive toxicity. "
                "The part of PDQ that was read names no drug after sunitinib. ACS says that regorafenib may help some patients where "
                "sunitinib is no longer working, and can be used where imatinib and sunitinib stop working; for a GIST that came back it "
                "calls it another option, and sets neither condition. Where sunitinib is not tolerated, it does not say which drug comes next."
            ),
            would_decide="A statement on the next drug in intolerance of sunitinib, which neither source makes.",
            because=[
                Quote(
                    "may require dose reductions, interruptions, or cessation",
                    PDQ_2014,
                    at="P18",
                    strength="may require",
                ),
                Quote("cases of persistent, excessive toxicity", PDQ_2014, at="P18"),
                Quote("sunitinib is no longer working, regorafenib may help", ACS_2017, at="A78", strength="may"),
                Quote("regorafenib may help some patients", ACS_2017, at="A78", strength="may"),
                Quote("Regorafenib can be used to treat GIST", ACS_2017, at="A45", strength="can"),
                Quote("imatinib and sunitinib stop working", ACS_2017, at="A45"),
                Quote("Another option is to try", ACS_2017, at="A92", strength="Another option"),
                Quote("other targeted drugs, such as sunitinib or regorafenib", ACS_2017, at="A92"),
            ],
            differs=[THIRD_LINE, REGORAFENIB_WHEN],
            since=[REGORAFENIB_DOSE, RIPRETINIB],
            then=[
                Event("review", "The next review", to=OtherTree("review_on_treatment")),
                Onward("later", "Later lines of treatment", to=OtherTree("later_lines")),
                Onward("trials", "Clinical trials", to=OtherTree("trials_and_other_methods")),
            ],
        ),
        Action(
            "go_on_with_sunitinib",
            kind=MONITORING,
            says="While there is no progression, sunitinib usually continues; response and side effects are closely monitored",
            because=[
                Quote("therapy with sunitinib is evaluated", PDQ_2014, at="P13"),
                Quote(
                    "usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
                    PDQ_2014,
                    at="P13",
                    strength="usually",
                ),
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
                Quote(
                    "side effects, which may require dose reductions, interruptions",
                    PDQ_2014,
                    at="P18",
                    strength="may require",
                ),
            ],
            since=[TOLERATED_DOSE],
            notes=[
                "In limited progression, staying at a tolerated dose is a suggestion.",
                "Side effects may call for a reduced dose or an interruption; the sentence can be read so that only stopping "
                "is tied to persistent, excessive toxicity.",
            ],
            then=[
                Event("review", "The next review", to=OtherTree("review_on_treatment")),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
                Onward("side_effects", "Side effects of sunitinib", to=OtherTree("side_effects_of_sunitinib")),
            ],
        ),
        LeftOpen(
            "toxicity_of_sunitinib_not_known",
            leaves_open="What to change while it is not known how far the toxicity of sunitinib goes",
            says=(
                "All patients are closely monitored for side effects. In persistent, excessive toxicity these may call for a reduced "
                "dose, an interruption or stopping; the sentence can also be read so that persistent, excessive toxicity stands with "
                "stopping alone."
            ),
            would_decide="Whether the toxicity is persistent and excessive; PDQ gives no grade.",
            because=[
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
                Quote(
                    "may require dose reductions, interruptions, or cessation",
                    PDQ_2014,
                    at="P18",
                    strength="may require",
                ),
                Quote("therapy with sunitinib is evaluated", PDQ_2014, at="P13"),
            ],
            then=[Event("review", "The next review", to=OtherTree("review_on_treatment"))],
        ),
    ],
)
