"""A GIST that came back after treatment: well-defined tumors, and how imatinib has done so far."""

from trees.core import (
    CURRENT,
    MEDICATION,
    NOT_STATED,
    OUR_QUESTION,
    SURGERY,
    TALK,
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
    Treatment,
    Tree,
)
from trees.drugs import DASATINIB, IMATINIB, NILOTINIB, PAZOPANIB, REGORAFENIB, SORAFENIB
from trees.gist_2017.differences import (
    FIRST_LINE_STRENGTH,
    PROOF_OF_SURGERY,
    RAISE_OR_SWITCH,
    RAISING_FOR_WHOM,
    RECURRENT_APART,
    REGORAFENIB_WHEN,
    STARTING_DOSE,
    THIRD_LINE,
)
from trees.gist_2017.since import (
    ABLATION_NOT_NAMED,
    AVAPRITINIB_LAST,
    D842V_FIRST,
    DASATINIB_NOT_NAMED,
    FEW_METASTASES,
    HEART_ON_IMATINIB,
    NO_STANDARD_LEFT,
    OTHER_TKIS,
    RAISE_FROM_400,
    REGORAFENIB_DOSE,
    RIPRETINIB,
    SECOND_LINE,
    SELECTION_BIAS,
    START_AT_400,
    WILD_TYPE_FIRST,
)
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

tree = Tree(
    "recurrence",
    title="Come back after treatment",
    purpose="What is named for a GIST that came back: removing or destroying it, and drugs.",
    readers="Patients and their families",
    applies_to="GIST that came back after treatment, near where it started or elsewhere",
    because=[
        Quote("a cancer comes back after treatment", ACS_2017, at="A211"),
        Quote("in or near the place it started", ACS_2017, at="A88"),
        Quote("at other sites (like the lungs or liver)", ACS_2017, at="A212"),
    ],
    nodes=[
        Question(
            "well_defined",
            asks="Has it come back as one or more well-defined tumors?",
            means=NoCriterion(
                ["well-defined"],
                explains=(
                    "It says that the options depend on the location and extent of the recurrence, local or distant, "
                    "and sets up no rule by them."
                ),
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="recurrence_courses",
                    because=Quote("comes back as one or more well-defined tumors", ACS_2017, at="A93"),
                ),
                Answer(
                    "no",
                    "No",
                    to="imatinib_so_far",
                    because=Quote("comes back as one or more well-defined tumors", ACS_2017, at="A93"),
                ),
                Answer("unknown", "Not known", to="well_defined_not_known", because=OUR_QUESTION),
            ],
        ),
        Choice(
            "recurrence_courses",
            between="Removing or destroying the tumor, or drugs? ACS does not say that one excludes the other. Which to look at?",
            options=[
                Option(
                    "remove",
                    "Remove or destroy the tumor",
                    to="remove_or_destroy",
                    because=Quote("removing or destroying the tumor may be", ACS_2017, at="A93", strength="may be"),
                ),
                Option(
                    "drugs",
                    "Imatinib, or what follows it",
                    to="imatinib_so_far",
                    because=Quote(
                        "imatinib is probably the best way", ACS_2017, at="A90", strength="probably the best"
                    ),
                ),
            ],
            order=(
                "ACS calls imatinib probably the best way to shrink any tumors in most recurrences, and names removing or "
                "destroying after it, as an option for well-defined ones. It gives no rule between them."
            ),
        ),
        Action(
            "remove_or_destroy",
            kind=SURGERY,
            says="Removing or destroying the tumor may be an option",
            because=[
                Quote("removing or destroying the tumor may be", ACS_2017, at="A93", strength="may be"),
                Quote("comes back as one or more well-defined tumors", ACS_2017, at="A93"),
                Quote("Doctors are still not certain if removing GISTs", ACS_2017, at="A94", strength="not certain"),
                Quote("treatment helps people live", ACS_2017, at="A94"),
                Quote("should discuss the risks and benefits", ACS_2017, at="A213", strength="should"),
                Quote("depend on the location and extent", ACS_2017, at="A89"),
                Quote("may want to consider taking part in clinical trials", ACS_2017, at="A96", strength="may"),
                Quote(
                    "very important that it is done by a surgeon experienced",
                    ACS_2017,
                    at="A18",
                    strength="very important",
                ),
            ],
            differs=[RECURRENT_APART, PROOF_OF_SURGERY],
            since=[FEW_METASTASES, SELECTION_BIAS, ABLATION_NOT_NAMED],
            notes=[
                "It is named for one or more well-defined tumors. The options depend on the location and extent of the recurrence.",
                "Whether people live longer when a GIST that came back is removed is still not certain.",
                "The risks and benefits are to be discussed with the doctor and the family.",
                "These cancers are often hard to treat, and patients may want to consider clinical trials as well.",
                "Where it is removed by surgery, it is very important that the surgeon is experienced in treating GISTs.",
            ],
            then=[
                Onward("drugs", "Drugs, which it does not exclude", to="imatinib_so_far"),
                Onward("liver", "To destroy a tumor in the liver", to=OtherTree("liver_metastases")),
                Onward("ablation", "Ablation in the liver", to=OtherTree("liver_ablation")),
                Onward("embolization", "Embolization in the liver", to=OtherTree("liver_embolization")),
                Onward("pdq", "PDQ on surgery in recurrent disease", to=OtherTree("surgery_in_advanced_disease")),
                Onward("operation", "What holds for any operation", to=OtherTree("operation")),
                Onward("trials", "Clinical trials", to=OtherTree("trials_and_other_methods")),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "well_defined_not_known",
            leaves_open="Whether removing or destroying is an option while it is not known if the tumors are well-defined",
            says=(
                "If it came back as one or more well-defined tumors, removing or destroying them may be an option. For most "
                "recurrences imatinib is probably the best way to shrink any tumors; that is not tied to well-defined ones."
            ),
            would_decide="Whether the tumors are well-defined, where they are, and how far they extend.",
            because=[
                Quote("removing or destroying the tumor may be", ACS_2017, at="A93", strength="may be"),
                Quote("comes back as one or more well-defined tumors", ACS_2017, at="A93"),
                Quote("imatinib is probably the best way", ACS_2017, at="A90", strength="probably the best"),
                Quote("depend on the location and extent", ACS_2017, at="A89"),
            ],
            differs=[RECURRENT_APART, FIRST_LINE_STRENGTH],
            since=[FEW_METASTASES, D842V_FIRST, WILD_TYPE_FIRST],
            then=[
                Onward("drugs", "Drugs, whatever the shape", to="imatinib_so_far"),
                Event("settled", "It is known whether they are well-defined", to="well_defined"),
            ],
        ),
        Question(
            "imatinib_so_far",
            asks="How has imatinib done since the tumor came back?",
            means=NoCriterion(
                ["doesn't work", "still effective", "can tolerate", "no longer helpful"],
                explains=(
                    "Where imatinib neither works nor is tolerated, “not tolerated” is the true answer here; once a later drug was "
                    "taken, the answer on it. ACS does not say whether a return while imatinib was taken counts as not working."
                ),
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "effective",
                    "Not tried yet, or working and tolerated",
                    to="recurrence_imatinib",
                    because=Quote("as long as it is still effective", ACS_2017, at="A90"),
                ),
                Answer(
                    "starting_dose_fails",
                    "The starting dose does not work",
                    to="recurrence_raise_or_other",
                    because=Quote("starting dose of imatinib doesn't work", ACS_2017, at="A91"),
                ),
                Answer(
                    "raised_dose_fails", "A raised dose does not work", to="recurrence_other_drug", because=OUR_QUESTION
                ),
                Answer(
                    "not_tolerated",
                    "Not tolerated",
                    to="recurrence_not_tolerated",
                    because=Quote("patient can tolerate taking it", ACS_2017, at="A90"),
                ),
                Answer(
                    "later_drug",
                    "A later drug is or was taken",
                    to="recurrence_later",
                    because=Quote("other targeted drugs, such as sunitinib or regorafenib", ACS_2017, at="A92"),
                ),
                Answer("unknown", "Not known", to="recurrence_drug_not_known", because=OUR_QUESTION),
            ],
        ),
        Treatment(
            "recurrence_imatinib",
            drug=IMATINIB,
            dose=NOT_STATED,
            duration="as long as it is still effective",
            because=[
                Quote("imatinib is probably the best way", ACS_2017, at="A90", strength="probably the best"),
                Quote("as long as it is still effective", ACS_2017, at="A90"),
                Quote("patient can tolerate taking it", ACS_2017, at="A90"),
                Quote("depend on the location and extent", ACS_2017, at="A89"),
                Quote("may want to consider taking part in clinical trials", ACS_2017, at="A96", strength="may"),
                Quote("patients with metastatic or recurrent disease", PDQ_2014, at="P03"),
            ],
            differs=[RECURRENT_APART, STARTING_DOSE, FIRST_LINE_STRENGTH],
            since=[START_AT_400, D842V_FIRST, WILD_TYPE_FIRST, HEART_ON_IMATINIB],
            notes=[
                "For most recurrences it is probably the best way to shrink tumors, while it is still effective and "
                "can be tolerated. ACS does not say for which recurrences it is not.",
                "ACS gives no dose; PDQ gives one for metastatic or recurrent disease.",
                "Whether it is still effective in a tumor that came back while it was taken is not said.",
                "These cancers are often hard to treat, and patients may want to consider clinical trials as well.",
                "The options depend on the location and extent of the recurrence.",
            ],
            then=[
                Onward("dose", "PDQ on the dose", to=OtherTree("first_line")),
                Onward("safety", "PDQ on what to watch on a TKI", to=OtherTree("tki_safety")),
                Event("change", "It does not work, or is not tolerated", to="imatinib_so_far"),
                Onward("remove", "If well-defined: removing or destroying", to="remove_or_destroy"),
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("trials", "Clinical trials", to=OtherTree("trials_and_other_methods")),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        Choice(
            "recurrence_raise_or_other",
            between="A raised dose of imatinib, or another targeted drug?",
            options=[
                Option(
                    "raise",
                    "Raise imatinib",
                    to="recurrence_raise",
                    because=[
                        Quote("starting dose of imatinib doesn't work", ACS_2017, at="A91"),
                        Quote("the dose can be increased", ACS_2017, at="A91", strength="can"),
                    ],
                ),
                Option(
                    "other",
                    "Another targeted drug",
                    to="recurrence_other_drug",
                    because=Quote("other targeted drugs, such as sunitinib or regorafenib", ACS_2017, at="A92"),
                ),
            ],
            order="ACS names the raised dose first, and other drugs as another option. It gives no rule between them.",
        ),
        Action(
            "recurrence_raise",
            kind=MEDICATION,
            says="The dose of imatinib can be increased",
            drugs=[IMATINIB],
            because=[
                Quote("the dose can be increased", ACS_2017, at="A91", strength="can"),
                Quote("starting dose of imatinib doesn't work", ACS_2017, at="A91"),
                Quote("higher doses can have more side effects", ACS_2017, at="A39", strength="can"),
                Quote("may want to consider taking part in clinical trials", ACS_2017, at="A96", strength="may"),
                Quote("progression of tumors without KIT exon 9 mutations", PDQ_2014, at="P09"),
                Quote("400 mg –600 mg daily", PDQ_2014, at="P09"),
                Quote("imatinib dose may be increased to 800 mg daily", PDQ_2014, at="P09", strength="may"),
            ],
            differs=[RECURRENT_APART, RAISING_FOR_WHOM, RAISE_OR_SWITCH],
            since=[RAISE_FROM_400, SECOND_LINE],
            notes=[
                "ACS gives no dose and names no genotype.",
                "PDQ, which covers recurrent disease, says that the dose may be raised to 800 mg daily for tumors without a KIT exon 9 "
                "mutation that progress on 400 mg to 600 mg daily.",
                "Higher doses can have more side effects.",
                "These cancers are often hard to treat, and patients may want to consider clinical trials as well.",
            ],
            then=[
                Onward("pdq", "PDQ on dose and genotype", to=OtherTree("progression_on_imatinib")),
                Event("change", "The raise does not work, or is not tolerated", to="imatinib_so_far"),
                Onward("remove", "If well-defined: removing or destroying", to="remove_or_destroy"),
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("trials", "Clinical trials", to=OtherTree("trials_and_other_methods")),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
            ],
        ),
        Choice(
            "recurrence_other_drug",
            between="Sunitinib, regorafenib, or PDQ's courses by the extent of the growth?",
            options=[
                Option(
                    "sunitinib",
                    "Sunitinib",
                    to=OtherTree("second_line_sunitinib"),
                    because=[
                        Quote("Another option is to try", ACS_2017, at="A92", strength="Another option"),
                        Quote("other targeted drugs, such as sunitinib or regorafenib", ACS_2017, at="A92"),
                        Quote(
                            "second-line standard therapy consists of sunitinib",
                            PDQ_2014,
                            at="P11",
                            strength="standard",
                        ),
                    ],
                ),
                Option(
                    "regorafenib",
                    "Regorafenib",
                    to="recurrence_regorafenib",
                    because=Quote("other targeted drugs, such as sunitinib or regorafenib", ACS_2017, at="A92"),
                ),
                Option(
                    "by_extent",
                    "By the extent of the growth",
                    to=OtherTree("progression_on_imatinib"),
                    because=[
                        Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                        Quote("suggested that patients with limited disease", PDQ_2014, at="P16", strength="suggested"),
                    ],
                ),
            ],
            order=(
                "ACS names sunitinib and regorafenib side by side. PDQ calls sunitinib the second-line standard, and has a "
                "suggestion of its own for limited disease."
            ),
        ),
        Choice(
            "recurrence_not_tolerated",
            between="Change how imatinib is given, or another targeted drug?",
            options=[
                Option(
                    "change",
                    "Reduce, interrupt or stop imatinib",
                    to=OtherTree("intolerance_of_imatinib"),
                    because=[
                        Quote(
                            "may require dose reductions, interruptions, or cessation",
                            PDQ_2014,
                            at="P18",
                            strength="may require",
                        ),
                        Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                    ],
                ),
                Option(
                    "sunitinib",
                    "Sunitinib",
                    to=OtherTree("second_line_sunitinib"),
                    because=[
                        Quote("Another option is to try", ACS_2017, at="A92", strength="Another option"),
                        Quote("other targeted drugs, such as sunitinib or regorafenib", ACS_2017, at="A92"),
                        Quote(
                            "second-line standard therapy consists of sunitinib",
                            PDQ_2014,
                            at="P11",
                            strength="standard",
                        ),
                        Quote("because of its side effects", ACS_2017, at="A42"),
                    ],
                ),
                Option(
                    "regorafenib",
                    "Regorafenib",
                    to="recurrence_regorafenib",
                    because=Quote("other targeted drugs, such as sunitinib or regorafenib", ACS_2017, at="A92"),
                ),
            ],
            order=NOT_STATED,
        ),
        Treatment(
            "recurrence_regorafenib",
            drug=REGORAFENIB,
            dose=NOT_STATED,
            because=[
                Quote("other targeted drugs, such as sunitinib or regorafenib", ACS_2017, at="A92"),
                Quote("Another option is to try", ACS_2017, at="A92", strength="Another option"),
                Quote("imatinib and sunitinib stop working", ACS_2017, at="A45"),
                Quote("can slow tumor growth and even shrink", ACS_2017, at="A182", strength="can"),
                Quote("not clear if it helps people live longer", ACS_2017, at="A46", strength="not clear"),
                Quote("may want to consider taking part in clinical trials", ACS_2017, at="A96", strength="may"),
            ],
            differs=[RECURRENT_APART, THIRD_LINE, REGORAFENIB_WHEN],
            since=[REGORAFENIB_DOSE],
            notes=[
                "Another option for tumors that came back, beside sunitinib. Elsewhere ACS names regorafenib where imatinib and "
                "sunitinib stop working.",
                "It can slow the growth and even shrink some tumors; whether people live longer with it is not clear.",
                "These cancers are often hard to treat, and patients may want to consider clinical trials as well.",
            ],
            then=[
                Event("change", "It is no longer helpful, or not tolerated", to="recurrence_later"),
                Onward("remove", "If well-defined: removing or destroying", to="remove_or_destroy"),
                Onward("side_effects", "Side effects of regorafenib", to=OtherTree("side_effects_of_regorafenib")),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
                Onward("trials", "Clinical trials", to=OtherTree("trials_and_other_methods")),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        Question(
            "recurrence_later",
            asks="Are imatinib, sunitinib and regorafenib no longer helpful?",
            means=NoCriterion(
                ["no longer helpful"], explains="It does not say whether a drug that is not tolerated counts."
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "all",
                    "Yes, none of the three",
                    to="recurrence_after_three",
                    because=Quote("drugs mentioned above are no longer helpful", ACS_2017, at="A95"),
                ),
                Answer(
                    "some",
                    "No: one still helps, was not tolerated, or was not tried",
                    to=OtherTree("later_lines"),
                    because=Quote("other targeted drugs, such as sunitinib or regorafenib", ACS_2017, at="A92"),
                ),
                Answer("unknown", "Not known", to="recurrence_drug_not_known", because=OUR_QUESTION),
            ],
        ),
        Action(
            "recurrence_after_three",
            kind=TALK,
            says=(
                "Some doctors may recommend other targeted drugs, though how helpful they are is not yet clear; the patient may "
                "want to consider clinical trials as well"
            ),
            drugs=[SORAFENIB, DASATINIB, NILOTINIB, PAZOPANIB],
            because=[
                Quote("drugs mentioned above are no longer helpful", ACS_2017, at="A95"),
                Quote("no longer helpful, some doctors may recommend trying other", ACS_2017, at="A95", strength="may"),
                Quote(
                    "sorafenib (Nexavar), dasatinib (Sprycel), nilotinib (Tasigna), or pazopanib", ACS_2017, at="A95"
                ),
                Quote("not yet clear how helpful", ACS_2017, at="A95", strength="not yet clear"),
                Quote("may want to consider taking part in clinical trials", ACS_2017, at="A96", strength="may"),
                Quote("may be candidates for clinical trials", PDQ_2014, at="P02", strength="may"),
            ],
            differs=[RECURRENT_APART, THIRD_LINE],
            since=[RIPRETINIB, NO_STANDARD_LEFT, AVAPRITINIB_LAST, OTHER_TKIS, DASATINIB_NOT_NAMED],
            notes=[
                "Other targeted drugs “such as” sorafenib, dasatinib, nilotinib or pazopanib: examples, with no order and no dose. It is "
                "not yet clear how helpful they are.",
                "Trials of newer treatments: ACS says that the patient may want to consider them; in PDQ, patients whose disease "
                "does not respond may be candidates.",
            ],
            then=[
                Onward("trials", "Clinical trials", to=OtherTree("trials_and_other_methods")),
                Onward("remove", "If well-defined: removing or destroying", to="remove_or_destroy"),
                Onward("not_responding", "PDQ on disease that does not respond", to=OtherTree("not_responding")),
                Onward("chemotherapy", "Chemotherapy", to=OtherTree("chemotherapy")),
                Onward("support", "Supportive care, stopping treatment", to=OtherTree("support_and_stopping")),
            ],
        ),
        LeftOpen(
            "recurrence_drug_not_known",
            leaves_open="Which drug comes into question while it is not known how the drugs have done",
            says=(
                "For most recurrences imatinib is probably the best way to shrink tumors, as long as it is still effective and tolerated. If the "
                "starting dose does not work it can be increased; another option is another drug, such as sunitinib or "
                "regorafenib. If these are no longer helpful, some doctors may recommend others."
            ),
            would_decide="Which drugs were taken, at which dose of imatinib, and whether each worked and was tolerated.",
            because=[
                Quote("Another option is to try", ACS_2017, at="A92", strength="Another option"),
                Quote("imatinib is probably the best way", ACS_2017, at="A90", strength="probably the best"),
                Quote("the dose can be increased", ACS_2017, at="A91", strength="can"),
                Quote("other targeted drugs, such as sunitinib or regorafenib", ACS_2017, at="A92"),
                Quote("no longer helpful, some doctors may recommend trying other", ACS_2017, at="A95", strength="may"),
            ],
            differs=[RECURRENT_APART, FIRST_LINE_STRENGTH],
            since=[D842V_FIRST, WILD_TYPE_FIRST, SECOND_LINE, REGORAFENIB_DOSE, RIPRETINIB, OTHER_TKIS],
            then=[
                Event("settled", "It is known how the drugs have done", to="imatinib_so_far"),
                Onward("remove", "If well-defined: removing or destroying", to="remove_or_destroy"),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
    ],
)
