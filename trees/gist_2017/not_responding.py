"""Whether the disease responds; where it does not, clinical trials."""

from trees.core import (
    CLINICAL_TRIAL,
    CURRENT,
    MEDICATION,
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
from trees.sources.pdq_2014 import PDQ_2014

tree = Tree(
    "not_responding",
    title="Whether the disease responds",
    purpose="What the source names when the disease responds neither to a TKI nor, where it was added, to surgery.",
    readers="Health professionals",
    applies_to="Metastatic or recurrent GIST, treated with a TKI",
    because=Quote("patients with metastatic or recurrent disease", PDQ_2014, at="P03"),
    nodes=[
        Question(
            "response_to_treatment",
            asks="How does the disease respond to a TKI, and to surgery where it was added?",
            means=NoCriterion(
                ["do not respond", "these measures"],
                explains=(
                    "The measures it speaks of are medical therapy with a TKI and, in select cases, surgery. "
                    "It does not say whether growth after a first response counts as not responding."
                ),
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "no_response",
                    "It does not respond",
                    to="clinical_trial",
                    because=Quote("tumors that do not respond to these measures", PDQ_2014, at="P02"),
                ),
                Answer(
                    "response",
                    "It responds, with no progression and no unacceptable toxicity",
                    to="go_on_responding",
                    because=Quote("tumors that do not respond to these measures", PDQ_2014, at="P02"),
                ),
                Answer(
                    "unknown",
                    "Not known, or it responded first and now progresses",
                    to="response_not_known",
                    because=OUR_QUESTION,
                ),
            ],
        ),
        Action(
            "clinical_trial",
            kind=CLINICAL_TRIAL,
            says="The patient may be a candidate for a clinical trial",
            because=[
                Quote("may be candidates for clinical trials", PDQ_2014, at="P02", strength="may"),
                Quote("tumors that do not respond to these measures", PDQ_2014, at="P02"),
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11"),
                Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
            ],
            notes=[
                "After imatinib alone, sunitinib is the second-line standard.",
                "The part of the source that was read names no drug after sunitinib, and no trial to join.",
            ],
            then=[
                Onward("sunitinib", "If sunitinib has not been taken", to=OtherTree("second_line_sunitinib")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        Action(
            "go_on_responding",
            kind=MEDICATION,
            says="Treatment is usually continued, with no planned end",
            because=[
                Quote("Treatment is usually continued indefinitely", PDQ_2014, at="P06", strength="usually"),
                Quote("absence of disease progression or unacceptable toxicity", PDQ_2014, at="P06"),
                Quote("treatment is usually continued indefinitely", PDQ_2014, at="P13", strength="usually"),
            ],
            notes=["The sentence on clinical trials is written for disease that does not respond."],
            then=[Event("review", "The next review", to=OtherTree("review_on_treatment"))],
        ),
        LeftOpen(
            "response_not_known",
            leaves_open="Whether a clinical trial comes into question while the response is not known",
            says="Response is judged with CT, MRI or FDG-PET. Without a response the patient may be a candidate for a trial.",
            would_decide="The response, judged by imaging.",
            because=[
                Quote("evaluated with computed tomography (CT), magnetic resonance imaging (MRI)", PDQ_2014, at="P05"),
                Quote("may be candidates for clinical trials", PDQ_2014, at="P02", strength="may"),
            ],
            then=[
                Event("review", "The response is to be judged", to=OtherTree("review_on_treatment")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
    ],
)
