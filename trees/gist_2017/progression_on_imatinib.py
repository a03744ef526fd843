"""A tumor that progresses on imatinib: by extent, present dose and KIT exon 9."""

from trees.core import (
    CURRENT,
    FIXED,
    NOT_STATED,
    OUR_QUESTION,
    Answer,
    Band,
    Choice,
    DailyDose,
    DoseInWords,
    Event,
    LeftOpen,
    Measure,
    NoCriterion,
    Onward,
    Option,
    OtherTree,
    Question,
    Quote,
    Treatment,
    Tree,
)
from trees.drugs import IMATINIB
from trees.gist_2017.differences import LIMITED_PROGRESSION, RAISE_OR_SWITCH, RAISING_FOR_WHOM, TIMES_A_DAY
from trees.gist_2017.since import (
    EXON_9_BENEFIT,
    RAISE_FROM_400,
    SECOND_LINE,
    SUNITINIB_BY_GENOTYPE,
    TOLERATED_DOSE,
)
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

tree = Tree(
    "progression_on_imatinib",
    title="Progression on imatinib",
    purpose="What PDQ names when the tumor progresses on imatinib, and what it leaves open.",
    readers="Health professionals; the ACS text is written for patients",
    applies_to="Metastatic or recurrent GIST that progresses on imatinib",
    because=[
        Quote("patients with metastatic or recurrent disease", PDQ_2014, at="P03"),
        Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
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
                    to="limited_progression",
                    because=Quote("isolated tumor deposits that are progressing on TKI therapy", PDQ_2014, at="P25"),
                ),
                Answer(
                    "generalized",
                    "Generalized",
                    to="imatinib_daily_dose",
                    because=Quote("surgery for patients with generalized progression", PDQ_2014, at="P23"),
                ),
                Answer(
                    "neither",
                    "Neither limited nor generalized, for example isolated growth with no first response",
                    to="imatinib_daily_dose",
                    because=OUR_QUESTION,
                ),
                Answer("unknown", "Not known", to="extent_not_known_on_imatinib", because=OUR_QUESTION),
            ],
        ),
        Choice(
            "limited_progression",
            between="In limited progression PDQ names several courses, and surgery can go with another. Which?",
            options=[
                Option(
                    "stay",
                    "Stay on imatinib at a tolerated dose",
                    to="imatinib_tolerated",
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
                Option(
                    "raise_or_switch",
                    "Sunitinib, the second-line standard, or a raised dose where PDQ permits it",
                    to="imatinib_daily_dose",
                    because=[
                        Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                        Quote(
                            "second-line standard therapy consists of sunitinib",
                            PDQ_2014,
                            at="P11",
                            strength="standard",
                        ),
                        Quote("imatinib dose may be increased to 800 mg daily", PDQ_2014, at="P09", strength="may"),
                    ],
                ),
            ],
            order=NOT_STATED,
        ),
        Treatment(
            "imatinib_tolerated",
            drug=IMATINIB,
            dose=DoseInWords("a dose that can be tolerated"),
            because=[
                Quote("suggested that patients with limited disease", PDQ_2014, at="P16", strength="suggested"),
                Quote("imatinib or sunitinib at a dose that can be tolerated", PDQ_2014, at="P16"),
            ],
            differs=[LIMITED_PROGRESSION],
            since=[TOLERATED_DOSE],
            notes=["A suggestion; PDQ cites no study for it and gives no figure."],
            then=[
                Event("progression", "The tumor progresses further", to="progression_extent"),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
                Event("toxicity", "Side effects trouble the patient", to=OtherTree("intolerance_of_imatinib")),
                Event("review", "The response is to be judged", to=OtherTree("review_on_treatment")),
            ],
        ),
        LeftOpen(
            "extent_not_known_on_imatinib",
            leaves_open="Sunitinib is the standard second line; which other courses apply while the extent of progression on imatinib is not known is open",
            says=(
                "Sunitinib is the standard second line. Raising imatinib is tied to dose and KIT exon 9. Neither is tied to an extent. "
                "If progression is limited, staying on imatinib at a tolerated dose has been suggested too, and it is a "
                "listed indication for surgery."
            ),
            would_decide="The extent of the progression, and whether there was a first response.",
            because=[
                Quote("imatinib dose may be increased to 800 mg daily", PDQ_2014, at="P09", strength="may"),
                Quote("progression of tumors without KIT exon 9 mutations", PDQ_2014, at="P09"),
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("suggested that patients with limited disease", PDQ_2014, at="P16", strength="suggested"),
                Quote("imatinib or sunitinib at a dose that can be tolerated", PDQ_2014, at="P16"),
                Quote("limited disease progression (i.e., isolated tumor deposits", PDQ_2014, at="P25"),
            ],
            differs=[RAISING_FOR_WHOM, LIMITED_PROGRESSION],
            since=[SECOND_LINE, RAISE_FROM_400, TOLERATED_DOSE],
            then=[
                Onward("any_extent", "Sunitinib, or a raised dose where PDQ permits it", to="imatinib_daily_dose"),
                Onward("surgery", "Surgery in advanced disease", to=OtherTree("surgery_in_advanced_disease")),
                Event("imaging", "The extent is judged", to="progression_extent"),
            ],
        ),
        Measure(
            "imatinib_daily_dose",
            asks="What is the present daily dose of imatinib?",
            means="The total for one day, at the time of the progression. The sentence on raising is written for 400 to 600 mg.",
            lasts=CURRENT,
            unit="mg",
            lowest=1,
            highest=2000,
            step=1,
            bands=[
                Band("below_400", "Less than 400 mg", below=400, to="other_dose", because=OUR_QUESTION),
                Band(
                    "from_400_to_600",
                    "400 mg to 600 mg",
                    at_least=400,
                    at_most=600,
                    to="kit_exon_9",
                    because=Quote("400 mg –600 mg daily", PDQ_2014, at="P09"),
                ),
                Band(
                    "above_600_below_800",
                    "More than 600 mg, less than 800 mg",
                    above=600,
                    below=800,
                    to="other_dose",
                    because=OUR_QUESTION,
                ),
                Band(
                    "at_800",
                    "800 mg",
                    at_least=800,
                    at_most=800,
                    to="reached_800",
                    because=[
                        Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                        Quote("increased to 800 mg daily (in split doses)", PDQ_2014, at="P09"),
                    ],
                ),
                Band("above_800", "More than 800 mg", above=800, to="dose_above_800", because=OUR_QUESTION),
            ],
            unknown=Answer("unknown", "Not known", to="dose_not_known", because=OUR_QUESTION),
        ),
        Question(
            "reached_800",
            asks="Was imatinib raised to 800 mg daily, or started at it?",
            means="ACS speaks of a raised dose and prints no dose; PDQ raises to 800 mg daily and no further.",
            lasts=CURRENT,
            answers=[
                Answer(
                    "raised",
                    "Raised to it",
                    to=OtherTree("second_line_sunitinib"),
                    because=[
                        Quote("increased to 800 mg daily (in split doses)", PDQ_2014, at="P09"),
                        Quote("tumor continues to grow", ACS_2017, at="A77"),
                    ],
                ),
                Answer(
                    "started",
                    "Started at it",
                    to="started_at_800_open",
                    because=Quote("may receive 800 mg daily", PDQ_2014, at="P04"),
                ),
                Answer("unknown", "Not known", to="started_at_800_open", because=OUR_QUESTION),
            ],
        ),
        LeftOpen(
            "started_at_800_open",
            leaves_open="Sunitinib is the standard second line; whether 800 mg daily of imatinib, if not raised before, may be raised is open",
            says=(
                "PDQ names no dose above 800 mg daily, and sunitinib as the standard second line. "
                "ACS says that a tumor that grows again may respond to a raised dose, and prints no dose and no limit."
            ),
            would_decide="Whether imatinib was raised before, and a statement on doses above 800 mg daily, which neither source makes.",
            because=[
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                Quote("imatinib dose may be increased to 800 mg daily", PDQ_2014, at="P09", strength="may"),
                Quote("may respond to increasing the dose of imatinib", ACS_2017, at="A76", strength="may"),
            ],
            differs=[RAISING_FOR_WHOM, RAISE_OR_SWITCH],
            since=[SECOND_LINE, RAISE_FROM_400],
            then=[
                Onward("sunitinib", "Second-line sunitinib", to=OtherTree("second_line_sunitinib")),
                Onward("trials", "If the disease does not respond", to=OtherTree("not_responding")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        Question(
            "kit_exon_9",
            asks="Does the tumor carry a KIT exon 9 mutation?",
            means="A mutation in exon 9 of the KIT gene, found in the tumor. PDQ does not say when to test.",
            lasts=FIXED,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="exon_9_raise_open",
                    because=Quote("progression of tumors without KIT exon 9 mutations", PDQ_2014, at="P09"),
                ),
                Answer(
                    "no",
                    "No",
                    to="raise_or_switch",
                    because=Quote("progression of tumors without KIT exon 9 mutations", PDQ_2014, at="P09"),
                ),
                Answer("unknown", "Not tested or not known", to="genotype_not_known", because=OUR_QUESTION),
            ],
        ),
        Choice(
            "raise_or_switch",
            between="Raise imatinib to 800 mg daily, or switch directly to sunitinib?",
            options=[
                Option(
                    "raise",
                    "Raise imatinib",
                    to="imatinib_raised_to_800",
                    because=Quote("imatinib dose may be increased to 800 mg daily", PDQ_2014, at="P09", strength="may"),
                ),
                Option(
                    "switch",
                    "Switch directly from low-dose imatinib to sunitinib",
                    to=OtherTree("second_line_sunitinib"),
                    because=Quote(
                        "may be switched directly to sunitinib from low-dose imatinib",
                        PDQ_2014,
                        at="P10",
                        strength="may",
                    ),
                ),
            ],
            order=(
                "PDQ names the raise first, and the switch as an alternative. It gives no rule between them, and says nothing of a "
                "patient whose imatinib was at 800 mg daily before and was reduced."
            ),
        ),
        Treatment(
            "imatinib_raised_to_800",
            drug=IMATINIB,
            dose=DailyDose(mg=800, split=True),
            because=[
                Quote("imatinib dose may be increased to 800 mg daily", PDQ_2014, at="P09", strength="may"),
                Quote("increased to 800 mg daily (in split doses)", PDQ_2014, at="P09"),
                Quote("progression of tumors without KIT exon 9 mutations", PDQ_2014, at="P09"),
                Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("raising the dose of imatinib may help stop the growth", ACS_2017, at="A170", strength="may"),
                Quote("higher doses can have more side effects", ACS_2017, at="A39", strength="can"),
            ],
            differs=[RAISING_FOR_WHOM, RAISE_OR_SWITCH, TIMES_A_DAY],
            since=[RAISE_FROM_400, SECOND_LINE],
            notes=[
                "For tumors without a KIT exon 9 mutation. "
                "The sentence states no duration, and not into how many portions the dose is split.",
                "It does not say whether the dose may be raised when imatinib is not tolerated; for intolerance it names sunitinib.",
                "Nor does it speak of raising again after 800 mg daily was taken and reduced. After progression on a dose raised "
                "to 800 mg daily it names no further raise, but sunitinib.",
                "ACS adds that a raised dose may help for some time, and that higher doses can have more side effects.",
            ],
            then=[
                Event("review", "The response is to be judged", to=OtherTree("review_on_treatment")),
                Event("progression", "The tumor progresses again", to="progression_extent"),
                Event("toxicity", "Side effects trouble the patient", to=OtherTree("intolerance_of_imatinib")),
                Onward("safety", "What to watch on a TKI", to=OtherTree("tki_safety")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        LeftOpen(
            "exon_9_raise_open",
            leaves_open="Sunitinib is the standard second line; whether imatinib may be raised with a KIT exon 9 mutation, from 400 mg to 600 mg daily, is open",
            says=(
                "Sunitinib is the standard second line. The sentence on raising to 800 mg daily is written for tumors "
                "without a KIT exon 9 mutation; with the mutation, PDQ says that the patient may receive 800 mg daily "
                "at the start."
            ),
            would_decide="A statement on raising the dose with a KIT exon 9 mutation, which PDQ does not make.",
            because=[
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("progression of tumors without KIT exon 9 mutations", PDQ_2014, at="P09"),
                Quote("imatinib dose may be increased to 800 mg daily", PDQ_2014, at="P09", strength="may"),
                Quote("400 mg –600 mg daily", PDQ_2014, at="P09"),
                Quote("may receive 800 mg daily", PDQ_2014, at="P04", strength="may"),
            ],
            differs=[RAISING_FOR_WHOM],
            since=[SECOND_LINE, RAISE_FROM_400, EXON_9_BENEFIT, SUNITINIB_BY_GENOTYPE],
            then=[
                Onward("sunitinib", "Second-line sunitinib", to=OtherTree("second_line_sunitinib")),
                Onward("trials", "If the disease does not respond", to=OtherTree("not_responding")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        LeftOpen(
            "genotype_not_known",
            leaves_open="Sunitinib is the standard second line; whether imatinib may be raised while KIT exon 9 is not known is open",
            says=(
                "The sentence on sunitinib as second-line standard therapy is not tied to a genotype. "
                "Raising to 800 mg daily is named only for tumors without a KIT exon 9 mutation."
            ),
            would_decide="The KIT exon 9 status of the tumor.",
            because=[
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("progression of tumors without KIT exon 9 mutations", PDQ_2014, at="P09"),
                Quote("imatinib dose may be increased to 800 mg daily", PDQ_2014, at="P09", strength="may"),
            ],
            differs=[RAISING_FOR_WHOM],
            since=[SECOND_LINE, RAISE_FROM_400],
            then=[
                Onward("sunitinib", "Second-line sunitinib", to=OtherTree("second_line_sunitinib")),
                Onward("trials", "If the disease does not respond", to=OtherTree("not_responding")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        LeftOpen(
            "other_dose",
            leaves_open="Sunitinib is the standard second line; whether imatinib may be raised from less than 400 mg daily, or from more than 600 mg and less than 800 mg, is open",
            says=(
                "Sunitinib is the standard second line. The sentence on raising is written for 400 mg to 600 mg daily, "
                "and for tumors without a KIT exon 9 mutation."
            ),
            would_decide="A statement on raising from such a dose, which PDQ does not make.",
            because=[
                Quote("progression of tumors without KIT exon 9 mutations", PDQ_2014, at="P09"),
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("400 mg –600 mg daily", PDQ_2014, at="P09"),
                Quote("imatinib dose may be increased to 800 mg daily", PDQ_2014, at="P09", strength="may"),
            ],
            differs=[RAISING_FOR_WHOM],
            since=[SECOND_LINE, RAISE_FROM_400],
            then=[
                Onward("sunitinib", "Second-line sunitinib", to=OtherTree("second_line_sunitinib")),
                Onward("trials", "If the disease does not respond", to=OtherTree("not_responding")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        LeftOpen(
            "dose_above_800",
            leaves_open="Sunitinib is the standard second line; whether a dose of imatinib above 800 mg daily is changed is open",
            says=(
                "Sunitinib is the standard second line. "
                "The part of PDQ that was read names no daily dose of imatinib above 800 mg."
            ),
            would_decide="A statement on doses above 800 mg daily, which PDQ does not make.",
            because=[
                Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("imatinib dose may be increased to 800 mg daily", PDQ_2014, at="P09", strength="may"),
            ],
            differs=[RAISING_FOR_WHOM],
            since=[SECOND_LINE, RAISE_FROM_400],
            then=[
                Onward("sunitinib", "Second-line sunitinib", to=OtherTree("second_line_sunitinib")),
                Onward("trials", "If the disease does not respond", to=OtherTree("not_responding")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        LeftOpen(
            "dose_not_known",
            leaves_open="Sunitinib is the standard second line; whether imatinib may still be raised while its dose is not known is open",
            says=(
                "Sunitinib is the standard second line. The sentence on raising is written for 400 mg to 600 mg daily, "
                "and for tumors without a KIT exon 9 mutation."
            ),
            would_decide="The present daily dose of imatinib, and the KIT exon 9 status of the tumor.",
            because=[
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("progression of tumors without KIT exon 9 mutations", PDQ_2014, at="P09"),
                Quote("400 mg –600 mg daily", PDQ_2014, at="P09"),
                Quote("imatinib dose may be increased to 800 mg daily", PDQ_2014, at="P09", strength="may"),
            ],
            differs=[RAISING_FOR_WHOM],
            since=[SECOND_LINE, RAISE_FROM_400],
            then=[
                Onward("sunitinib", "Second-line sunitinib", to=OtherTree("second_line_sunitinib")),
                Onward("trials", "If the disease does not respond", to=OtherTree("not_responding")),
                Onward("surgery", "Whether surgery may be added", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
    ],
)
