"""Second-line sunitinib: the two schedules."""

from trees.core import Choice, DailyDose, Event, Onward, Option, OtherTree, Quote, Treatment, Tree
from trees.drugs import SUNITINIB
from trees.gist_2017.differences import (
    INTOLERANCE,
    RAISE_OR_SWITCH,
    SECOND_LINE_STRENGTH,
    SUNITINIB_BENEFIT,
    TIMES_A_DAY,
)
from trees.gist_2017.since import (
    FORMS_OF_SUNITINIB,
    HEART_ON_SUNITINIB,
    RAISE_FROM_400,
    SECOND_LINE,
    SUNITINIB_BY_GENOTYPE,
)
from trees.gist_2017.trials import SUNITINIB_PLACEBO
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

tree = Tree(
    "second_line_sunitinib",
    title="Second-line sunitinib",
    purpose="Which schedules of sunitinib PDQ names.",
    readers="Health professionals; the ACS text is written for patients",
    applies_to="Metastatic or recurrent GIST, after progression on imatinib or intolerance of it",
    because=[
        Quote("patients with metastatic or recurrent disease", PDQ_2014, at="P03"),
        Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
    ],
    nodes=[
        Choice(
            "sunitinib_schedule",
            between="Sunitinib 50 mg daily, 4 weeks on and 2 weeks off, or 37.5 mg daily?",
            options=[
                Option(
                    "cycle",
                    "50 mg daily, 4 weeks on and 2 weeks off: the standard",
                    to="sunitinib_50",
                    because=[
                        Quote(
                            "second-line standard therapy consists of sunitinib",
                            PDQ_2014,
                            at="P11",
                            strength="standard",
                        ),
                        Quote("50 mg daily in a 4-weeks-on/2-weeks-off regimen", PDQ_2014, at="P11"),
                    ],
                ),
                Option(
                    "daily",
                    "37.5 mg daily: the alternative",
                    to="sunitinib_37_5",
                    because=Quote("daily dose of 37.5 mg may be used", PDQ_2014, at="P12", strength="may"),
                ),
            ],
            order="PDQ calls the first standard, and the second an alternative. It gives no rule between them.",
        ),
        Treatment(
            "sunitinib_50",
            drug=SUNITINIB,
            dose=DailyDose(mg=50, weeks_on=4, weeks_off=2),
            duration="usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
            because=[
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
                Quote("sunitinib is evaluated with CT, MRI, or 18 FDG-PET", PDQ_2014, at="P13"),
                Quote("drug can be useful in treating GIST", ACS_2017, at="A42", strength="can be useful"),
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("50 mg daily in a 4-weeks-on/2-weeks-off regimen", PDQ_2014, at="P11"),
                Quote(
                    "usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
                    PDQ_2014,
                    at="P13",
                    strength="usually",
                ),
                Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                Quote("a switch to sunitinib may be helpful", ACS_2017, at="A77", strength="may"),
                Quote("imatinib are too severe", ACS_2017, at="A77"),
                Quote("if imatinib is no longer working", ACS_2017, at="A42"),
                Quote("helps some patients, usually by slowing the growth", ACS_2017, at="A178", strength="usually"),
                Quote("patients getting the drug may live longer", ACS_2017, at="A43", strength="may"),
            ],
            evidence=[SUNITINIB_PLACEBO],
            differs=[SECOND_LINE_STRENGTH, SUNITINIB_BENEFIT, TIMES_A_DAY, RAISE_OR_SWITCH, INTOLERANCE],
            since=[SECOND_LINE, RAISE_FROM_400, FORMS_OF_SUNITINIB, SUNITINIB_BY_GENOTYPE, HEART_ON_SUNITINIB],
            notes=[
                "It usually goes on while there is no progression and no unacceptable toxicity.",
                "The trial was in imatinib-resistant disease; PDQ does not say here which dose it used.",
                "The response is evaluated with CT, MRI or FDG-PET; all patients on a TKI are closely monitored.",
            ],
            then=[
                Event("review", "The response is to be judged", to=OtherTree("review_on_treatment")),
                Event("progression", "The tumor progresses", to=OtherTree("progression_on_sunitinib")),
                Event("toxicity", "Side effects trouble the patient", to=OtherTree("intolerance_of_sunitinib")),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
                Onward("side_effects", "Side effects of sunitinib", to=OtherTree("side_effects_of_sunitinib")),
                Onward("taking", "How it is taken", to=OtherTree("taking_the_pills")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        Treatment(
            "sunitinib_37_5",
            drug=SUNITINIB,
            dose=DailyDose(mg=37.5),
            duration="usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
            because=[
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
                Quote("sunitinib is evaluated with CT, MRI, or 18 FDG-PET", PDQ_2014, at="P13"),
                Quote("drug can be useful in treating GIST", ACS_2017, at="A42", strength="can be useful"),
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("daily dose of 37.5 mg may be used", PDQ_2014, at="P12", strength="may"),
                Quote(
                    "usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
                    PDQ_2014,
                    at="P13",
                    strength="usually",
                ),
                Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                Quote("a switch to sunitinib may be helpful", ACS_2017, at="A77", strength="may"),
                Quote("imatinib are too severe", ACS_2017, at="A77"),
                Quote("if imatinib is no longer working", ACS_2017, at="A42"),
                Quote("helps some patients, usually by slowing the growth", ACS_2017, at="A178", strength="usually"),
                Quote("patients getting the drug may live longer", ACS_2017, at="A43", strength="may"),
            ],
            evidence=[SUNITINIB_PLACEBO],
            differs=[SECOND_LINE_STRENGTH, SUNITINIB_BENEFIT, TIMES_A_DAY, RAISE_OR_SWITCH, INTOLERANCE],
            since=[SECOND_LINE, RAISE_FROM_400, FORMS_OF_SUNITINIB, SUNITINIB_BY_GENOTYPE, HEART_ON_SUNITINIB],
            notes=[
                "“Standard” is said of sunitinib in the other schedule; of 37.5 mg daily PDQ says “may be used”.",
                "PDQ says daily; it does not say whether there are weeks off.",
                "The trial was in imatinib-resistant disease; PDQ does not say here which dose it used.",
                "It usually goes on while there is no progression and no unacceptable toxicity.",
                "The response is evaluated with CT, MRI or FDG-PET; all patients on a TKI are closely monitored.",
            ],
            then=[
                Event("review", "The response is to be judged", to=OtherTree("review_on_treatment")),
                Event("progression", "The tumor progresses", to=OtherTree("progression_on_sunitinib")),
                Event("toxicity", "Side effects trouble the patient", to=OtherTree("intolerance_of_sunitinib")),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
                Onward("side_effects", "Side effects of sunitinib", to=OtherTree("side_effects_of_sunitinib")),
                Onward("taking", "How it is taken", to=OtherTree("taking_the_pills")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
    ],
)
