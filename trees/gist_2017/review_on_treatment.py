"""On imatinib or sunitinib: judging the response, and going on."""

from trees.core import (
    CURRENT,
    IMAGING,
    MEDICATION,
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
from trees.gist_2017.differences import FIRST_LINE_STRENGTH, HOW_LONG, IMAGING_OF_RESPONSE
from trees.gist_2017.since import (
    BASELINE_PET,
    D842V_FIRST,
    HEART_ON_IMATINIB,
    HEART_ON_SUNITINIB,
    LATER_LINES,
    RIPRETINIB,
    SIDE_EFFECTS_SUNITINIB,
    TIME_TO_PROGRESSION,
    TIMING_OF_SURGERY,
    TOLERATED_DOSE,
    WILD_TYPE_FIRST,
)
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

tree = Tree(
    "review_on_treatment",
    title="Review on treatment",
    purpose="How PDQ says the response is judged, and how long treatment usually goes on.",
    readers="Health professionals; the ACS text is written for patients",
    applies_to="Metastatic or recurrent GIST, on a TKI",
    because=[
        Quote("patients with metastatic or recurrent disease", PDQ_2014, at="P03"),
        Quote("therapy with sunitinib is evaluated", PDQ_2014, at="P13"),
    ],
    nodes=[
        Question(
            "tki_taken",
            asks="Which TKI is the patient taking?",
            means="A TKI is a tyrosine kinase inhibitor: a targeted drug.",
            lasts=CURRENT,
            answers=[
                Answer("imatinib", "Imatinib", to="review_of_imatinib", because=OUR_QUESTION),
                Answer("sunitinib", "Sunitinib", to="review_of_sunitinib", because=OUR_QUESTION),
                Answer("regorafenib", "Regorafenib", to=OtherTree("later_lines"), because=OUR_QUESTION),
                Answer("other", "Another TKI", to="other_tki", because=OUR_QUESTION),
                Answer("none", "None at present", to="no_tki_at_present", because=OUR_QUESTION),
                Answer("unknown", "Not known", to="tki_not_known", because=OUR_QUESTION),
            ],
        ),
        Question(
            "review_of_imatinib",
            asks="What does the review on imatinib show?",
            means=NoCriterion(["progression", "unacceptable toxicity"]),
            lasts=CURRENT,
            answers=[
                Answer(
                    "progression",
                    "Progression, and toxicity is acceptable",
                    to=OtherTree("progression_on_imatinib"),
                    because=Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                ),
                Answer(
                    "toxicity",
                    "No progression, but toxicity that may be unacceptable",
                    to=OtherTree("intolerance_of_imatinib"),
                    because=Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                ),
                Answer(
                    "both",
                    "Progression, and toxicity that may be unacceptable",
                    to="both_on_imatinib",
                    because=Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                ),
                Answer(
                    "neither",
                    "No progression, and toxicity is acceptable",
                    to="continue_imatinib",
                    because=Quote("absence of disease progression or unacceptable toxicity", PDQ_2014, at="P06"),
                ),
                Answer("unknown", "Not judged yet, or not known", to="image_on_imatinib", because=OUR_QUESTION),
            ],
        ),
        Question(
            "review_of_sunitinib",
            asks="What does the review on sunitinib show?",
            means=NoCriterion(["progression", "unacceptable toxicity"]),
            lasts=CURRENT,
            answers=[
                Answer(
                    "progression",
                    "Progression, and toxicity is acceptable",
                    to=OtherTree("progression_on_sunitinib"),
                    because=Quote(
                        "usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
                        PDQ_2014,
                        at="P13",
                    ),
                ),
                Answer(
                    "toxicity",
                    "No progression, but toxicity that may be unacceptable",
                    to=OtherTree("intolerance_of_sunitinib"),
                    because=Quote(
                        "usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
                        PDQ_2014,
                        at="P13",
                    ),
                ),
                Answer(
                    "both",
                    "Progression, and toxicity that may be unacceptable",
                    to="both_on_sunitinib",
                    because=Quote(
                        "usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
                        PDQ_2014,
                        at="P13",
                    ),
                ),
                Answer(
                    "neither",
                    "No progression, and toxicity is acceptable",
                    to="continue_sunitinib",
                    because=Quote(
                        "usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
                        PDQ_2014,
                        at="P13",
                    ),
                ),
                Answer("unknown", "Not judged yet, or not known", to="image_on_sunitinib", because=OUR_QUESTION),
            ],
        ),
        Choice(
            "both_on_imatinib",
            between="Progression and toxicity on imatinib at once: PDQ sets neither before the other. Which is followed?",
            options=[
                Option(
                    "progression",
                    "The progression",
                    to=OtherTree("progression_on_imatinib"),
                    because=Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                ),
                Option(
                    "toxicity",
                    "The toxicity",
                    to=OtherTree("intolerance_of_imatinib"),
                    because=Quote(
                        "may require dose reductions, interruptions, or cessation",
                        PDQ_2014,
                        at="P18",
                        strength="may require",
                    ),
                ),
                Option(
                    "sunitinib",
                    "Sunitinib: the second-line standard in either",
                    to=OtherTree("second_line_sunitinib"),
                    because=[
                        Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                        Quote(
                            "second-line standard therapy consists of sunitinib",
                            PDQ_2014,
                            at="P11",
                            strength="standard",
                        ),
                    ],
                ),
            ],
            order=NOT_STATED,
        ),
        Action(
            "continue_imatinib",
            kind=MEDICATION,
            says="Imatinib is usually continued, with no planned end",
            because=[
                Quote("The primary treatment of patients", PDQ_2014, at="P01", strength="primary treatment"),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("evaluated with computed tomography (CT), magnetic resonance imaging (MRI)", PDQ_2014, at="P05"),
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
                Quote("Therapy with imatinib is standard", PDQ_2014, at="P03", strength="standard"),
                Quote("Treatment is usually continued indefinitely", PDQ_2014, at="P06", strength="usually"),
                Quote("absence of disease progression or unacceptable toxicity", PDQ_2014, at="P06"),
                Quote("as long as the tumor doesn't grow", ACS_2017, at="A75"),
                Quote("Imatinib is usually the treatment of choice", ACS_2017, at="A38", strength="usually"),
                Quote("spread too far to be removed by surgery", ACS_2017, at="A38"),
            ],
            differs=[HOW_LONG, FIRST_LINE_STRENGTH],
            since=[TIME_TO_PROGRESSION, TIMING_OF_SURGERY, HEART_ON_IMATINIB],
            notes=[
                "PDQ states no interval between reviews.",
                "Response and side effects stay closely monitored.",
                "PDQ calls medical therapy with a TKI the primary treatment of metastatic or recurrent GIST.",
                "For advanced GISTs that have spread too far for surgery, ACS calls imatinib usually the treatment of choice.",
            ],
            then=[
                Event("review", "The next review", to="tki_taken"),
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("taking", "How it is taken", to=OtherTree("taking_the_pills")),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        Action(
            "image_on_imatinib",
            kind=IMAGING,
            says="Response to imatinib is judged with CT, MRI or FDG-PET",
            because=[
                Quote("The primary treatment of patients", PDQ_2014, at="P01", strength="primary treatment"),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("Therapy with imatinib is standard", PDQ_2014, at="P03", strength="standard"),
                Quote("evaluated with computed tomography (CT), magnetic resonance imaging (MRI)", PDQ_2014, at="P05"),
                Quote("emission tomography (18 FDG-PET)", PDQ_2014, at="P05"),
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
            ],
            differs=[IMAGING_OF_RESPONSE],
            since=[BASELINE_PET],
            notes=[
                "Any of the three. PDQ states no interval, and no criterion for response or growth.",
                "PDQ calls medical therapy with a TKI the primary treatment of metastatic or recurrent GIST.",
            ],
            then=[
                Event("result", "The result is there", to="tki_taken"),
                Onward("toxicity", "If side effects trouble the patient", to=OtherTree("intolerance_of_imatinib")),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
            ],
        ),
        Choice(
            "both_on_sunitinib",
            between="Progression and toxicity on sunitinib at once: PDQ sets neither before the other. Which is followed?",
            options=[
                Option(
                    "progression",
                    "The progression",
                    to=OtherTree("progression_on_sunitinib"),
                    because=Quote(
                        "usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
                        PDQ_2014,
                        at="P13",
                        strength="usually",
                    ),
                ),
                Option(
                    "toxicity",
                    "The toxicity",
                    to=OtherTree("intolerance_of_sunitinib"),
                    because=Quote(
                        "may require dose reductions, interruptions, or cessation",
                        PDQ_2014,
                        at="P18",
                        strength="may require",
                    ),
                ),
            ],
            order=NOT_STATED,
        ),
        Action(
            "continue_sunitinib",
            kind=MEDICATION,
            says="Sunitinib is usually continued, with no planned end",
            because=[
                Quote("The primary treatment of patients", PDQ_2014, at="P01", strength="primary treatment"),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
                Quote("therapy with sunitinib is evaluated", PDQ_2014, at="P13"),
                Quote(
                    "usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
                    PDQ_2014,
                    at="P13",
                    strength="usually",
                ),
            ],
            since=[TIMING_OF_SURGERY, HEART_ON_SUNITINIB, SIDE_EFFECTS_SUNITINIB],
            notes=[
                "PDQ states no interval between reviews.",
                "Response and side effects stay closely monitored.",
                "PDQ calls medical therapy with a TKI the primary treatment of metastatic or recurrent GIST.",
            ],
            then=[
                Event("review", "The next review", to="tki_taken"),
                Onward("side_effects", "Side effects of sunitinib", to=OtherTree("side_effects_of_sunitinib")),
                Onward("taking", "How it is taken", to=OtherTree("taking_the_pills")),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        Action(
            "image_on_sunitinib",
            kind=IMAGING,
            says="Response to sunitinib is judged with CT, MRI or FDG-PET",
            because=[
                Quote("The primary treatment of patients", PDQ_2014, at="P01", strength="primary treatment"),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("sunitinib is evaluated with CT, MRI, or 18 FDG-PET", PDQ_2014, at="P13"),
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
            ],
            differs=[IMAGING_OF_RESPONSE],
            since=[BASELINE_PET],
            notes=[
                "Any of the three. PDQ states no interval, and no criterion for response or growth.",
                "PDQ calls medical therapy with a TKI the primary treatment of metastatic or recurrent GIST.",
            ],
            then=[
                Event("result", "The result is there", to="tki_taken"),
                Onward("toxicity", "If side effects trouble the patient", to=OtherTree("intolerance_of_sunitinib")),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
            ],
        ),
        LeftOpen(
            "other_tki",
            leaves_open="What a review means on a TKI other than imatinib, sunitinib or regorafenib",
            says=(
                "In PDQ the primary treatment is medical therapy with a TKI, and every patient on a TKI is closely monitored for "
                "response and side effects. "
                "ACS names further drugs after these three. Neither source says how treatment with them goes on."
            ),
            would_decide="A statement on such a TKI, which neither source makes.",
            because=[
                Quote("The primary treatment of patients", PDQ_2014, at="P01", strength="primary treatment"),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
                Quote("Therapy with imatinib is standard", PDQ_2014, at="P03", strength="standard"),
                Quote("therapy with sunitinib is evaluated", PDQ_2014, at="P13"),
                Quote("Regorafenib can be used to treat GIST", ACS_2017, at="A45", strength="can"),
            ],
            since=[LATER_LINES, RIPRETINIB],
            then=[
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
                Onward("later", "Later lines of treatment", to=OtherTree("later_lines")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        LeftOpen(
            "no_tki_at_present",
            leaves_open="What is reviewed while no TKI is taken",
            says=(
                "The primary treatment is medical therapy with a TKI, and therapy with imatinib is standard. "
                "What is said of response and of going on is said of patients on a TKI."
            ),
            would_decide="Whether a TKI was taken before, and why it was stopped.",
            because=[
                Quote("The primary treatment of patients", PDQ_2014, at="P01", strength="primary treatment"),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("Therapy with imatinib is standard", PDQ_2014, at="P03", strength="standard"),
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
            ],
            since=[D842V_FIRST, WILD_TYPE_FIRST],
            then=[
                Onward("first_line", "If none has been given: first-line imatinib", to=OtherTree("first_line")),
                Onward("later", "If drugs were stopped: later lines", to=OtherTree("later_lines")),
                Onward("support", "Supportive care, stopping", to=OtherTree("support_and_stopping")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        LeftOpen(
            "tki_not_known",
            leaves_open="How treatment goes on while it is not known which TKI is taken",
            says=(
                "The primary treatment is medical therapy with a TKI. Every patient on a TKI is closely monitored for response "
                "and side effects. What else is said is said drug by drug."
            ),
            would_decide="Which TKI the patient takes.",
            because=[
                Quote("The primary treatment of patients", PDQ_2014, at="P01", strength="primary treatment"),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
                Quote("imatinib or sunitinib at a dose that can be tolerated", PDQ_2014, at="P16"),
            ],
            since=[TOLERATED_DOSE],
            then=[
                Event("settled", "It is known which TKI is taken", to="tki_taken"),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
            ],
        ),
    ],
)
