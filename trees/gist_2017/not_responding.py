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
from trees.gist_2017.differences import THIRD_LINE
from trees.gist_2017.since import (
    BASELINE_PET,
    REGORAFENIB_DOSE,
    RIPRETINIB,
    SECOND_LINE,
    TIME_TO_PROGRESSION,
    TIMING_OF_SURGERY,
    TOLERATED_DOSE,
    WHO_FOR_TRIALS,
)
from trees.sources.pdq_2014 import PDQ_2014

tree = Tree(
    "not_responding",
    title="Whether the disease responds",
    purpose="What PDQ names when the disease responds neither to a TKI nor, where it was added, to surgery.",
    readers="Health professionals; the ACS text is written for patients",
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
                    "It does not say whether growth after a first response counts as not responding, nor whether disease that "
                    "is stable and never shrank responds. Here stable disease goes with shrinking."
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
                    "Stable or shrinking, and toxicity is acceptable",
                    to="go_on_responding",
                    because=Quote("absence of disease progression or unacceptable toxicity", PDQ_2014, at="P06"),
                ),
                Answer(
                    "toxicity",
                    "Stable or shrinking, but toxicity may be unacceptable",
                    to="toxicity_while_responding",
                    because=Quote("absence of disease progression or unacceptable toxicity", PDQ_2014, at="P06"),
                ),
                Answer(
                    "progressed",
                    "It responded first, and now progresses",
                    to="growth_after_response",
                    because=OUR_QUESTION,
                ),
                Answer("unknown", "Not known", to="response_not_known", because=OUR_QUESTION),
            ],
        ),
        Action(
            "clinical_trial",
            kind=CLINICAL_TRIAL,
            says="The patient may be a candidate for a clinical trial",
            because=[
                Quote("may be candidates for clinical trials", PDQ_2014, at="P02", strength="may"),
                Quote("tumors that do not respond to these measures", PDQ_2014, at="P02"),
                Quote("The primary treatment of patients", PDQ_2014, at="P01", strength="primary treatment"),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("in select cases, surgical therapy may be added", PDQ_2014, at="P01", strength="may"),
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
            ],
            differs=[THIRD_LINE],
            since=[WHO_FOR_TRIALS, SECOND_LINE, REGORAFENIB_DOSE, RIPRETINIB],
            notes=[
                "“These measures” are the primary treatment, medical therapy with a TKI, and surgery where it was added.",
                "After progression on imatinib, or intolerance of it, sunitinib is the second-line standard. Whether one drug that failed is enough for “these measures” is not said.",
                "The part of PDQ that was read names no drug after sunitinib, and no trial to join.",
            ],
            then=[
                Onward("imatinib", "If it grows on imatinib", to=OtherTree("progression_on_imatinib")),
                Onward("sunitinib", "If sunitinib has not been taken", to=OtherTree("second_line_sunitinib")),
                Onward("later", "Drugs after sunitinib, by ACS", to=OtherTree("later_lines")),
                Onward("about_trials", "About clinical trials", to=OtherTree("trials_and_other_methods")),
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
                Quote(
                    "usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
                    PDQ_2014,
                    at="P13",
                    strength="usually",
                ),
            ],
            since=[TIME_TO_PROGRESSION, TIMING_OF_SURGERY],
            notes=["The sentence on clinical trials is written for disease that does not respond."],
            then=[Event("review", "The next review", to=OtherTree("review_on_treatment"))],
        ),
        Action(
            "toxicity_while_responding",
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
                "The sentence on clinical trials is written for disease that does not respond.",
                "The sentence on toxicity can also be read so that persistent, excessive toxicity stands with stopping alone.",
            ],
            then=[
                Onward("imatinib", "Intolerance of imatinib", to=OtherTree("intolerance_of_imatinib")),
                Onward("sunitinib", "Intolerance of sunitinib", to=OtherTree("intolerance_of_sunitinib")),
                Event("review", "The next review", to=OtherTree("review_on_treatment")),
            ],
        ),
        LeftOpen(
            "growth_after_response",
            leaves_open="Whether growth after a first response counts as not responding",
            says=(
                "The primary treatment is medical therapy with a TKI; surgery may be added in select cases. "
                "Without a response to these measures the patient may be a candidate for a trial. "
                "For progression on imatinib and on sunitinib, PDQ names further courses."
            ),
            would_decide="A statement on what counts as not responding, which PDQ does not make.",
            because=[
                Quote("may be candidates for clinical trials", PDQ_2014, at="P02", strength="may"),
                Quote("tumors that do not respond to these measures", PDQ_2014, at="P02"),
                Quote("The primary treatment of patients", PDQ_2014, at="P01", strength="primary treatment"),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("in select cases, surgical therapy may be added", PDQ_2014, at="P01", strength="may"),
                Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                Quote("imatinib or sunitinib at a dose that can be tolerated", PDQ_2014, at="P16"),
            ],
            differs=[THIRD_LINE],
            since=[WHO_FOR_TRIALS, TOLERATED_DOSE, REGORAFENIB_DOSE],
            then=[
                Onward("review", "By the TKI that is taken", to=OtherTree("review_on_treatment")),
                Onward("later", "Later lines of treatment", to=OtherTree("later_lines")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
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
            since=[BASELINE_PET],
            then=[
                Event("review", "The response is to be judged", to=OtherTree("review_on_treatment")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
    ],
)
