"""Side effects of imatinib, without progression."""

from trees.core import (
    CURRENT,
    MEDICATION,
    MONITORING,
    NOT_STATED,
    OUR_QUESTION,
    Action,
    Answer,
    Choice,
    Event,
    LeftOpen,
    NoCriterion,
    Onward,
    Option,
    OtherTree,
    Question,
    Quote,
    Tree,
)
from trees.gist_2017.differences import INTOLERANCE
from trees.gist_2017.since import SECOND_LINE, TOLERATED_DOSE
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

tree = Tree(
    "intolerance_of_imatinib",
    title="Intolerance of imatinib",
    purpose="What PDQ names when imatinib is not tolerated.",
    readers="Health professionals; the ACS text is written for patients",
    applies_to="Metastatic or recurrent GIST, on imatinib, with side effects",
    because=[
        Quote("patients with metastatic or recurrent disease", PDQ_2014, at="P03"),
        Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
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
                    to="change_or_sunitinib",
                    because=Quote("cases of persistent, excessive toxicity", PDQ_2014, at="P18"),
                ),
                Answer(
                    "no",
                    "No, it is acceptable",
                    to="go_on_and_watch",
                    because=Quote("absence of disease progression or unacceptable toxicity", PDQ_2014, at="P06"),
                ),
                Answer("unknown", "Not known", to="toxicity_not_known", because=OUR_QUESTION),
            ],
        ),
        Choice(
            "change_or_sunitinib",
            between="Change how imatinib is given, or go to sunitinib?",
            options=[
                Option(
                    "change",
                    "Reduce, interrupt or stop imatinib",
                    to="reduce_interrupt_stop",
                    because=Quote(
                        "may require dose reductions, interruptions, or cessation",
                        PDQ_2014,
                        at="P18",
                        strength="may require",
                    ),
                ),
                Option(
                    "sunitinib",
                    "Sunitinib, when it counts as intolerance",
                    to=OtherTree("second_line_sunitinib"),
                    because=[
                        Quote(
                            "second-line standard therapy consists of sunitinib",
                            PDQ_2014,
                            at="P11",
                            strength="standard",
                        ),
                        Quote("a switch to sunitinib may be helpful", ACS_2017, at="A77", strength="may"),
                        Quote("imatinib are too severe", ACS_2017, at="A77"),
                    ],
                ),
            ],
            order=NOT_STATED,
        ),
        Action(
            "reduce_interrupt_stop",
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
                Onward("sunitinib", "If it counts as intolerance: sunitinib", to=OtherTree("second_line_sunitinib")),
                Event("review", "The next review", to=OtherTree("review_on_treatment")),
                Event("toxicity", "It is still not tolerated", to="toxicity_of_tki"),
            ],
        ),
        Action(
            "go_on_and_watch",
            kind=MONITORING,
            says="While there is no progression, treatment usually continues; response and side effects are closely monitored",
            because=[
                Quote("evaluated with computed tomography (CT), magnetic resonance imaging (MRI)", PDQ_2014, at="P05"),
                Quote("Treatment is usually continued indefinitely", PDQ_2014, at="P06", strength="usually"),
                Quote("absence of disease progression or unacceptable toxicity", PDQ_2014, at="P06"),
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
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
            ],
        ),
        LeftOpen(
            "toxicity_not_known",
            leaves_open="What to change while it is not known how far the toxicity goes",
            says=(
                "All patients are closely monitored for side effects. In persistent, excessive toxicity these may call for a reduced "
                "dose, an interruption or stopping; the sentence can also be read so that persistent, excessive toxicity stands with "
                "stopping alone. In intolerance of imatinib, sunitinib is the standard second line."
            ),
            would_decide="Whether the toxicity is persistent and excessive; PDQ gives no grade.",
            because=[
                Quote("evaluated with computed tomography (CT), magnetic resonance imaging (MRI)", PDQ_2014, at="P05"),
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
                Quote(
                    "may require dose reductions, interruptions, or cessation",
                    PDQ_2014,
                    at="P18",
                    strength="may require",
                ),
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
            ],
            differs=[INTOLERANCE],
            since=[SECOND_LINE],
            then=[
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Event("settled", "It is known how far the toxicity goes", to="toxicity_of_tki"),
            ],
        ),
    ],
)
