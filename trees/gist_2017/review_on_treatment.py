"""On imatinib or sunitinib: judging the response, and going on."""

from trees.core import (
    CURRENT,
    IMAGING,
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
    "review_on_treatment",
    title="Review on treatment",
    purpose="How the source says the response is judged, and how long treatment usually goes on.",
    readers="Health professionals",
    applies_to="Metastatic or recurrent GIST, on a TKI",
    because=[
        Quote("patients with metastatic or recurrent disease", PDQ_2014, at="P03"),
        Quote("therapy with sunitinib is evaluated", PDQ_2014, at="P13"),
    ],
    nodes=[
        Question(
            "tki_taken",
            asks="Which TKI is the patient taking?",
            means="A TKI is a tyrosine kinase inhibitor. The source speaks of two by name.",
            lasts=CURRENT,
            answers=[
                Answer("imatinib", "Imatinib", to="review_of_imatinib", because=OUR_QUESTION),
                Answer("sunitinib", "Sunitinib", to="review_of_sunitinib", because=OUR_QUESTION),
                Answer("unknown", "Another TKI, none at present, or not known", to="other_tki", because=OUR_QUESTION),
            ],
        ),
        Question(
            "review_of_imatinib",
            asks="What does the review on imatinib show?",
            means=NoCriterion(
                ["progression", "unacceptable toxicity"],
                explains="Progression comes first here: with progression and toxicity both, the first answer is the true one.",
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "progression",
                    "Progression, with or without toxicity",
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
            means=NoCriterion(
                ["progression", "unacceptable toxicity"],
                explains="Progression comes first here: with progression and toxicity both, the first answer is the true one.",
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "progression",
                    "Progression, with or without toxicity",
                    to=OtherTree("progression_on_sunitinib"),
                    because=Quote("absence of disease progression or unacceptable toxicity", PDQ_2014, at="P13"),
                ),
                Answer(
                    "toxicity",
                    "No progression, but toxicity that may be unacceptable",
                    to=OtherTree("intolerance_of_sunitinib"),
                    because=Quote("absence of disease progression or unacceptable toxicity", PDQ_2014, at="P13"),
                ),
                Answer(
                    "neither",
                    "No progression, and toxicity is acceptable",
                    to="continue_sunitinib",
                    because=Quote("absence of disease progression or unacceptable toxicity", PDQ_2014, at="P13"),
                ),
                Answer("unknown", "Not judged yet, or not known", to="image_on_sunitinib", because=OUR_QUESTION),
            ],
        ),
        Action(
            "continue_imatinib",
            kind=MEDICATION,
            says="Imatinib is usually continued, with no planned end",
            because=[
                Quote("Therapy with imatinib is standard", PDQ_2014, at="P03"),
                Quote("Treatment is usually continued indefinitely", PDQ_2014, at="P06", strength="usually"),
                Quote("absence of disease progression or unacceptable toxicity", PDQ_2014, at="P06"),
            ],
            notes=["The source states no interval between reviews."],
            then=[
                Event("review", "The next review", to="tki_taken"),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        Action(
            "image_on_imatinib",
            kind=IMAGING,
            says="Response to imatinib is judged with CT, MRI or FDG-PET",
            because=[
                Quote("Therapy with imatinib is standard", PDQ_2014, at="P03"),
                Quote("evaluated with computed tomography (CT), magnetic resonance imaging (MRI)", PDQ_2014, at="P05"),
                Quote("emission tomography (18 FDG-PET)", PDQ_2014, at="P05"),
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
            ],
            notes=["Any of the three. The source states no interval, and no criterion for response or growth."],
            then=[
                Event("result", "The result is there", to="tki_taken"),
                Onward("toxicity", "If side effects trouble the patient", to=OtherTree("intolerance_of_imatinib")),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
            ],
        ),
        Action(
            "continue_sunitinib",
            kind=MEDICATION,
            says="Sunitinib is usually continued, with no planned end",
            because=[
                Quote("therapy with sunitinib is evaluated", PDQ_2014, at="P13"),
                Quote("treatment is usually continued indefinitely", PDQ_2014, at="P13", strength="usually"),
                Quote("absence of disease progression or unacceptable toxicity", PDQ_2014, at="P13"),
            ],
            notes=["The source states no interval between reviews."],
            then=[
                Event("review", "The next review", to="tki_taken"),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        Action(
            "image_on_sunitinib",
            kind=IMAGING,
            says="Response to sunitinib is judged with CT, MRI or FDG-PET",
            because=[
                Quote("therapy with sunitinib is evaluated", PDQ_2014, at="P13"),
                Quote("sunitinib is evaluated with CT, MRI, or 18 FDG-PET", PDQ_2014, at="P13"),
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
            ],
            notes=["Any of the three. The source states no interval, and no criterion for response or growth."],
            then=[
                Event("result", "The result is there", to="tki_taken"),
                Onward("toxicity", "If side effects trouble the patient", to=OtherTree("intolerance_of_sunitinib")),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
            ],
        ),
        LeftOpen(
            "other_tki",
            leaves_open="What follows with a TKI other than imatinib or sunitinib, or when none is taken at present",
            says="Every patient on a TKI is closely monitored for response and side effects.",
            would_decide="Which TKI the patient takes. The source speaks of imatinib and sunitinib.",
            because=[
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
                Quote("Therapy with imatinib is standard", PDQ_2014, at="P03"),
                Quote("therapy with sunitinib is evaluated", PDQ_2014, at="P13"),
            ],
            then=[
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
    ],
)
