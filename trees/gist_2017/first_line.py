"""Metastatic or recurrent GIST: the first dose of imatinib, by KIT exon 9."""

from trees.core import (
    FIXED,
    OUR_QUESTION,
    Answer,
    DailyDose,
    Event,
    LeftOpen,
    Onward,
    OtherTree,
    Question,
    Quote,
    Treatment,
    Tree,
)
from trees.drugs import IMATINIB
from trees.gist_2017.differences import BIOPSY_FIRST, FIRST_LINE_STRENGTH, HOW_LONG, STARTING_DOSE
from trees.gist_2017.since import (
    BASELINE_PET,
    D842V_FIRST,
    EXON_9_BENEFIT,
    HEART_ON_IMATINIB,
    START_AT_400,
    START_BEFORE_THE_PROFILE,
    TIME_TO_PROGRESSION,
    WILD_TYPE_FIRST,
)
from trees.gist_2017.trials import CLB_80004, EORTC_62005
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

tree = Tree(
    "first_line",
    title="First-line imatinib",
    purpose="Which drug, at which starting dose, PDQ names first.",
    readers="Health professionals; the ACS text is written for patients",
    applies_to="Metastatic or recurrent GIST",
    because=Quote("patients with metastatic or recurrent disease", PDQ_2014, at="P03"),
    nodes=[
        Question(
            "kit_exon_9",
            asks="Does the tumor carry a KIT exon 9 mutation?",
            means="A mutation in exon 9 of the KIT gene, found in the tumor. PDQ does not say when to test.",
            lasts=FIXED,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="imatinib_800",
                    because=Quote("tumors containing KIT exon 9 mutations", PDQ_2014, at="P04"),
                ),
                Answer(
                    "no",
                    "No",
                    to="imatinib_400_600",
                    because=Quote("tumors containing KIT exon 9 mutations", PDQ_2014, at="P04"),
                ),
                Answer("unknown", "Not tested or not known", to="imatinib_400_600_untested", because=OUR_QUESTION),
            ],
        ),
        Treatment(
            "imatinib_800",
            drug=IMATINIB,
            dose=DailyDose(mg=800),
            duration="usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
            because=[
                Quote("evaluated with computed tomography (CT), magnetic resonance imaging (MRI)", PDQ_2014, at="P05"),
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
                Quote("The primary treatment of patients", PDQ_2014, at="P01", strength="primary treatment"),
                Quote(
                    "not typically the first treatment for these tumors", ACS_2017, at="A209", strength="not typically"
                ),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("Therapy with imatinib is standard", PDQ_2014, at="P03", strength="standard"),
                Quote("may receive 800 mg daily", PDQ_2014, at="P04", strength="may"),
                Quote("tumors containing KIT exon 9 mutations", PDQ_2014, at="P04"),
                Quote(
                    "usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
                    PDQ_2014,
                    at="P06",
                    strength="usually",
                ),
                Quote(
                    "imatinib is typically the preferred first treatment",
                    ACS_2017,
                    at="A74",
                    strength="typically the preferred",
                ),
                Quote("Imatinib is usually the treatment of choice", ACS_2017, at="A38", strength="usually"),
                Quote("spread too far to be removed by surgery", ACS_2017, at="A38"),
                Quote("as long as the tumor doesn't grow", ACS_2017, at="A75"),
                Quote("most tumors shrink by at least half", ACS_2017, at="A34", strength="most"),
                Quote("doesn't seem to cure these tumors", ACS_2017, at="A169"),
                Quote("can often shrink or slow", ACS_2017, at="A169"),
                Quote("helping patients live longer and feel better", ACS_2017, at="A169"),
                Quote("tumors are not helped by this treatment", ACS_2017, at="A164"),
            ],
            evidence=[CLB_80004, EORTC_62005],
            differs=[STARTING_DOSE, FIRST_LINE_STRENGTH, HOW_LONG, BIOPSY_FIRST],
            since=[START_AT_400, EXON_9_BENEFIT, HEART_ON_IMATINIB, BASELINE_PET, TIME_TO_PROGRESSION],
            notes=[
                "“Standard” is said of imatinib; of the dose PDQ says “may”.",
                "PDQ words this as an exception that permits the dose. "
                "It does not say that a lower start is wrong, nor whether the dose is split.",
                "It usually goes on while there is no progression and no unacceptable toxicity.",
                "For advanced GISTs that have spread too far for surgery, ACS calls imatinib usually the treatment of choice; it "
                "doesn’t seem to cure them, but can often shrink them or slow their growth for several years, helping patients live "
                "longer and feel better. Overall, most tumors shrink by at least half on it; a small number are not helped.",
                "ACS adds that surgery is not typically the first treatment of tumors that cannot be removed or have spread.",
                "The response is evaluated with CT, MRI or FDG-PET; all patients on a TKI are closely monitored.",
            ],
            then=[
                Event("review", "The response is to be judged", to=OtherTree("review_on_treatment")),
                Event("progression", "The tumor progresses", to=OtherTree("progression_on_imatinib")),
                Event("toxicity", "Side effects trouble the patient", to=OtherTree("intolerance_of_imatinib")),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
                Onward("taking", "How it is taken", to=OtherTree("taking_the_pills")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        Treatment(
            "imatinib_400_600",
            drug=IMATINIB,
            dose=DailyDose(mg=(400, 600)),
            duration="usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
            because=[
                Quote("evaluated with computed tomography (CT), magnetic resonance imaging (MRI)", PDQ_2014, at="P05"),
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
                Quote("The primary treatment of patients", PDQ_2014, at="P01", strength="primary treatment"),
                Quote(
                    "not typically the first treatment for these tumors", ACS_2017, at="A209", strength="not typically"
                ),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("Therapy with imatinib is standard", PDQ_2014, at="P03", strength="standard"),
                Quote("may range from 400 mg to 600 mg daily", PDQ_2014, at="P04", strength="may"),
                Quote("tumors containing KIT exon 9 mutations", PDQ_2014, at="P04"),
                Quote(
                    "usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
                    PDQ_2014,
                    at="P06",
                    strength="usually",
                ),
                Quote(
                    "imatinib is typically the preferred first treatment",
                    ACS_2017,
                    at="A74",
                    strength="typically the preferred",
                ),
                Quote("Imatinib is usually the treatment of choice", ACS_2017, at="A38", strength="usually"),
                Quote("spread too far to be removed by surgery", ACS_2017, at="A38"),
                Quote("as long as the tumor doesn't grow", ACS_2017, at="A75"),
                Quote("most tumors shrink by at least half", ACS_2017, at="A34", strength="most"),
                Quote("doesn't seem to cure these tumors", ACS_2017, at="A169"),
                Quote("can often shrink or slow", ACS_2017, at="A169"),
                Quote("helping patients live longer and feel better", ACS_2017, at="A169"),
                Quote("tumors are not helped by this treatment", ACS_2017, at="A164"),
            ],
            evidence=[CLB_80004],
            differs=[STARTING_DOSE, FIRST_LINE_STRENGTH, HOW_LONG, BIOPSY_FIRST],
            since=[START_AT_400, D842V_FIRST, WILD_TYPE_FIRST, HEART_ON_IMATINIB, BASELINE_PET, TIME_TO_PROGRESSION],
            notes=[
                "“Standard” is said of imatinib; of the dose PDQ says “may”.",
                "PDQ gives no rule for choosing a dose within the range; of the trial shown it reports no dose between the lower and the higher.",
                "It usually goes on while there is no progression and no unacceptable toxicity.",
                "For advanced GISTs that have spread too far for surgery, ACS calls imatinib usually the treatment of choice; it "
                "doesn’t seem to cure them, but can often shrink them or slow their growth for several years, helping patients live "
                "longer and feel better. Overall, most tumors shrink by at least half on it; a small number are not helped.",
                "ACS adds that surgery is not typically the first treatment of tumors that cannot be removed or have spread.",
                "The response is evaluated with CT, MRI or FDG-PET; all patients on a TKI are closely monitored.",
            ],
            then=[
                Event("review", "The response is to be judged", to=OtherTree("review_on_treatment")),
                Event("progression", "The tumor progresses", to=OtherTree("progression_on_imatinib")),
                Event("toxicity", "Side effects trouble the patient", to=OtherTree("intolerance_of_imatinib")),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
                Onward("taking", "How it is taken", to=OtherTree("taking_the_pills")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        LeftOpen(
            "imatinib_400_600_untested",
            leaves_open="Imatinib is the standard; which starting dose applies while KIT exon 9 is not tested or not known is open",
            says=(
                "Imatinib is the standard. The starting dose may range from 400 mg to 600 mg daily; tumors with a KIT exon 9 "
                "mutation are the exception, for which the patient may receive 800 mg daily. "
                "PDQ says neither to test first, nor which dose to use untested."
            ),
            would_decide="The KIT exon 9 genotype of the tumor.",
            because=[
                Quote("evaluated with computed tomography (CT), magnetic resonance imaging (MRI)", PDQ_2014, at="P05"),
                Quote("All patients on TKI therapy are closely monitored", PDQ_2014, at="P18"),
                Quote("The primary treatment of patients", PDQ_2014, at="P01", strength="primary treatment"),
                Quote(
                    "not typically the first treatment for these tumors", ACS_2017, at="A209", strength="not typically"
                ),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("Therapy with imatinib is standard", PDQ_2014, at="P03", strength="standard"),
                Quote("may range from 400 mg to 600 mg daily", PDQ_2014, at="P04", strength="may"),
                Quote("tumors containing KIT exon 9 mutations", PDQ_2014, at="P04"),
                Quote("may receive 800 mg daily", PDQ_2014, at="P04", strength="may"),
                Quote(
                    "usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
                    PDQ_2014,
                    at="P06",
                    strength="usually",
                ),
                Quote(
                    "imatinib is typically the preferred first treatment",
                    ACS_2017,
                    at="A74",
                    strength="typically the preferred",
                ),
                Quote("Imatinib is usually the treatment of choice", ACS_2017, at="A38", strength="usually"),
                Quote("spread too far to be removed by surgery", ACS_2017, at="A38"),
                Quote("as long as the tumor doesn't grow", ACS_2017, at="A75"),
                Quote("most tumors shrink by at least half", ACS_2017, at="A34", strength="most"),
                Quote("doesn't seem to cure these tumors", ACS_2017, at="A169"),
                Quote("can often shrink or slow", ACS_2017, at="A169"),
                Quote("helping patients live longer and feel better", ACS_2017, at="A169"),
                Quote("tumors are not helped by this treatment", ACS_2017, at="A164"),
            ],
            evidence=[CLB_80004, EORTC_62005],
            differs=[STARTING_DOSE, FIRST_LINE_STRENGTH, HOW_LONG, BIOPSY_FIRST],
            since=[
                START_AT_400,
                D842V_FIRST,
                WILD_TYPE_FIRST,
                START_BEFORE_THE_PROFILE,
                HEART_ON_IMATINIB,
                BASELINE_PET,
                TIME_TO_PROGRESSION,
            ],
            notes=[
                "“Standard” is said of imatinib; of the dose PDQ says “may”.",
                "Treatment is usually continued indefinitely, while there is no progression and no unacceptable toxicity.",
                "For advanced GISTs that have spread too far for surgery, ACS calls imatinib usually the treatment of choice; it "
                "doesn’t seem to cure them, but can often shrink them or slow their growth for several years, helping patients live "
                "longer and feel better. Overall, most tumors shrink by at least half on it; a small number are not helped.",
                "ACS adds that surgery is not typically the first treatment of tumors that cannot be removed or have spread.",
                "The response is evaluated with CT, MRI or FDG-PET; all patients on a TKI are closely monitored.",
            ],
            then=[
                Event("review", "The response is to be judged", to=OtherTree("review_on_treatment")),
                Event("progression", "The tumor progresses", to=OtherTree("progression_on_imatinib")),
                Event("toxicity", "Side effects trouble the patient", to=OtherTree("intolerance_of_imatinib")),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
                Onward("taking", "How it is taken", to=OtherTree("taking_the_pills")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
    ],
)
