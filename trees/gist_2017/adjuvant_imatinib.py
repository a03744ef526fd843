"""After the tumor was removed: imatinib or not, by the risk of coming back."""

from trees.core import (
    CURRENT,
    MEDICATION,
    NO_TREATMENT,
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
    Treatment,
    Tree,
)
from trees.drugs import IMATINIB
from trees.gist_2017.differences import ADJUVANT_RISK
from trees.gist_2017.since import (
    ADJUVANT_GENOTYPE,
    FOR_WHOM_ADJUVANT,
    HEART_ON_IMATINIB,
    IMAGING_AFTER_SURGERY,
    LENGTH_OF_ADJUVANT,
    POSITIVE_MARGINS,
    RISK_AND_RUPTURE,
    THREE_AGAINST_ONE,
    THREE_YEARS_IN_ALL,
)
from trees.sources.acs_2017 import ACS_2017

tree = Tree(
    "adjuvant_imatinib",
    title="Imatinib after surgery",
    purpose="Whether imatinib follows the operation, and for how long at least, by the risk of the tumor coming back.",
    readers="Patients and their families",
    applies_to="GIST that has been operated on and has not come back",
    because=[
        Quote("need for further treatment depends on the risk", ACS_2017, at="A58"),
        Quote("completely removed by surgery", ACS_2017, at="A35"),
    ],
    nodes=[
        Question(
            "imatinib_before_operation",
            asks="Was imatinib given before the operation?",
            means="To shrink the tumor first.",
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="imatinib_continued",
                    because=Quote("Imatinib is often given again after surgery", ACS_2017, at="A37"),
                ),
                Answer("no", "No", to="completely_removed", because=OUR_QUESTION),
                Answer("unknown", "Not known", to="given_before_not_known", because=OUR_QUESTION),
            ],
        ),
        Action(
            "imatinib_continued",
            kind=MEDICATION,
            says="Imatinib will likely be continued; it is often given again after surgery",
            drugs=[IMATINIB],
            because=[
                Quote("followed by more targeted therapy if it is still effective", ACS_2017, at="A80"),
                Quote("This might be followed", ACS_2017, at="A80", strength="might"),
                Quote("Imatinib will likely be continued after surgery", ACS_2017, at="A67", strength="likely"),
                Quote("help lower the chance", ACS_2017, at="A67"),
                Quote("Imatinib is often given again after surgery", ACS_2017, at="A37", strength="often"),
                Quote("need for further treatment depends on the risk", ACS_2017, at="A58", strength="depends on"),
                Quote(
                    "typically recommend taking imatinib for at least a year", ACS_2017, at="A35", strength="typically"
                ),
                Quote("the risk of the cancer coming back is low", ACS_2017, at="A35"),
                Quote(
                    "Many doctors now recommend at least 3 years of imatinib after",
                    ACS_2017,
                    at="A36",
                    strength="Many doctors",
                ),
                Quote("higher risk of their tumors returning", ACS_2017, at="A36"),
            ],
            since=[THREE_YEARS_IN_ALL, IMAGING_AFTER_SURGERY],
            notes=[
                "Likely continued, says one page; often given again, says another. It is to help lower the chance that the cancer "
                "comes back.",
                "Neither page gives a duration here, or ties it to the risk.",
                "Other sentences state durations by the risk of coming back. Whether they hold after imatinib first is not said.",
                "After complete removal one page typically recommends at least a year, unless the risk of coming back is low; at a higher risk many doctors now recommend at least 3 years. Whether this holds after imatinib first is not said.",
                "After the removal of a tumor that could not be removed at first, one page says that more targeted therapy might follow, if it is still effective.",
            ],
            then=[
                Onward("by_risk", "The durations by risk", to="risk_of_return"),
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
                Event("recurrence", "The tumor comes back", to=OtherTree("recurrence")),
            ],
        ),
        LeftOpen(
            "given_before_not_known",
            leaves_open="Which sentences apply while it is not known if imatinib was given before",
            says=(
                "Given before: imatinib will likely be continued, or is often given again, with no duration stated. "
                "In the part on smaller tumors, the need for further treatment depends on the risk of coming back."
            ),
            would_decide="Whether imatinib was given before the operation.",
            because=[
                Quote("Imatinib will likely be continued after surgery", ACS_2017, at="A67", strength="likely"),
                Quote("Imatinib is often given again after surgery", ACS_2017, at="A37", strength="often"),
                Quote("need for further treatment depends on the risk", ACS_2017, at="A58", strength="depends on"),
                Quote(
                    "typically recommend taking imatinib for at least a year", ACS_2017, at="A35", strength="typically"
                ),
            ],
            since=[THREE_YEARS_IN_ALL, LENGTH_OF_ADJUVANT, THREE_AGAINST_ONE, RISK_AND_RUPTURE],
            notes=[
                "After complete removal one page typically recommends imatinib for at least a year, unless the risk is low."
            ],
            then=[
                Event("settled", "It is known whether it was given", to="imatinib_before_operation"),
                Onward("by_risk", "The durations by risk", to="risk_of_return"),
            ],
        ),
        Question(
            "completely_removed",
            asks="Was the tumor completely removed?",
            means=(
                "The page about targeted therapy speaks of a GIST that has been “completely removed”. "
                "The page about spread does not repeat this."
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="risk_of_return",
                    because=Quote("completely removed by surgery", ACS_2017, at="A35"),
                ),
                Answer("no", "No", to="not_completely_removed", because=OUR_QUESTION),
                Answer("unknown", "Uncertain or not known", to="complete_removal_not_known", because=OUR_QUESTION),
            ],
        ),
        LeftOpen(
            "not_completely_removed",
            leaves_open="What follows when the tumor was not completely removed",
            says=(
                "The advice on imatinib after surgery is written, on one page, for a tumor that has been completely removed. "
                "The other page goes by the risk of coming back and does not speak of what is left. After imatinib first, imatinib will likely be continued after surgery."
            ),
            would_decide="A sentence about a tumor that was not completely removed, which the source does not have.",
            because=[
                Quote(
                    "typically recommend taking imatinib for at least a year", ACS_2017, at="A35", strength="typically"
                ),
                Quote("need for further treatment depends on the risk", ACS_2017, at="A58", strength="depends on"),
                Quote("Imatinib will likely be continued after surgery", ACS_2017, at="A67", strength="likely"),
                Quote("Imatinib is often given again after surgery", ACS_2017, at="A37", strength="often"),
            ],
            since=[POSITIVE_MARGINS],
            then=[
                Onward("unresectable", "If it cannot be removed", to=OtherTree("unresectable_or_spread")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "complete_removal_not_known",
            leaves_open="Whether the advice on imatinib after surgery applies while complete removal is uncertain",
            says=(
                "One page speaks of a tumor that has been completely removed: doctors typically recommend imatinib for at least "
                "a year, unless the risk of coming back is low. The other goes by that risk alone: at least a year is typically recommended at an intermediate or high one."
            ),
            would_decide="Whether the tumor was completely removed, and the doctor’s estimate of the risk.",
            because=[
                Quote(
                    "typically recommend taking imatinib for at least a year", ACS_2017, at="A35", strength="typically"
                ),
                Quote("the risk of the cancer coming back is low", ACS_2017, at="A35"),
                Quote("need for further treatment depends on the risk", ACS_2017, at="A58", strength="depends on"),
                Quote(
                    "typically recommended for at least a year after surgery",
                    ACS_2017,
                    at="A61",
                    strength="typically recommended",
                ),
                Quote("has an intermediate or high risk of coming back", ACS_2017, at="A61"),
                Quote("higher if the tumor is larger", ACS_2017, at="A60"),
            ],
            differs=[ADJUVANT_RISK],
            since=[POSITIVE_MARGINS, LENGTH_OF_ADJUVANT, THREE_AGAINST_ONE, FOR_WHOM_ADJUVANT, RISK_AND_RUPTURE],
            then=[
                Event("settled", "It is known whether it was removed", to="completely_removed"),
                Onward("by_risk", "What is said by the risk", to="risk_of_return"),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        Question(
            "risk_of_return",
            asks="What does the doctor think is the risk of coming back?",
            means=NoCriterion(
                ["low", "intermediate", "high", "higher", "highly likely"],
                explains=(
                    "The risk is higher when the tumor is larger, did not start in the stomach, or has cells that divide quickly "
                    "(a high mitotic rate); there are no cut-offs. The shorter duration is "
                    "named for an intermediate or high risk, the longer for a higher one, or for a tumor highly likely to come back. Where both fit, "
                    "“highly likely” is the true answer here."
                ),
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "low",
                    "Low",
                    to="adjuvant_low_risk",
                    because=Quote("the risk of the cancer coming back is low", ACS_2017, at="A35"),
                ),
                Answer(
                    "intermediate",
                    "Intermediate",
                    to="adjuvant_one_year",
                    because=Quote("has an intermediate or high risk of coming back", ACS_2017, at="A61"),
                ),
                Answer(
                    "high",
                    "High",
                    to="one_year_or_three",
                    because=Quote("has an intermediate or high risk of coming back", ACS_2017, at="A61"),
                ),
                Answer(
                    "highly_likely",
                    "Highly likely to come back",
                    to="adjuvant_three_years",
                    because=Quote("highly likely to come back", ACS_2017, at="A62"),
                ),
                Answer("unknown", "Not estimated or not known", to="adjuvant_risk_not_known", because=OUR_QUESTION),
            ],
        ),
        Choice(
            "one_year_or_three",
            between="At a high risk: at least a year, or at least 3 years?",
            options=[
                Option(
                    "one_year",
                    "At least a year",
                    to="adjuvant_one_year",
                    because=Quote(
                        "typically recommended for at least a year after surgery",
                        ACS_2017,
                        at="A61",
                        strength="typically recommended",
                    ),
                ),
                Option(
                    "three_years",
                    "At least 3 years",
                    to="adjuvant_three_years",
                    because=[
                        Quote(
                            "Many doctors now recommend at least 3 years of imatinib after",
                            ACS_2017,
                            at="A36",
                            strength="Many doctors",
                        ),
                        Quote("higher risk of their tumors returning", ACS_2017, at="A36"),
                    ],
                ),
            ],
            order=NOT_STATED,
        ),
        Action(
            "adjuvant_low_risk",
            kind=NO_TREATMENT,
            says="Often no further treatment is needed",
            because=[
                Quote("often no further treatment is needed", ACS_2017, at="A59", strength="often"),
                Quote("small and are not growing quickly", ACS_2017, at="A59"),
                Quote("typically have a low risk", ACS_2017, at="A59", strength="typically"),
                Quote("the risk of the cancer coming back is low", ACS_2017, at="A35"),
                Quote(
                    "typically recommend taking imatinib for at least a year", ACS_2017, at="A35", strength="typically"
                ),
                Quote("need for further treatment depends on the risk", ACS_2017, at="A58", strength="depends on"),
                Quote("higher if the tumor is larger", ACS_2017, at="A60"),
                Quote("did not start in the stomach", ACS_2017, at="A60"),
                Quote("cancer cells are dividing quickly", ACS_2017, at="A60"),
            ],
            differs=[ADJUVANT_RISK],
            since=[THREE_YEARS_IN_ALL, RISK_AND_RUPTURE, IMAGING_AFTER_SURGERY],
            notes=[
                "Said of tumors that are small and not growing quickly, which typically have a low risk.",
                "The page about targeted therapy leaves a low risk out of its advice to take imatinib for at least a year.",
                "The risk is higher when the tumor is larger, did not start in the stomach, or has cells that divide quickly.",
                "Whether this holds where imatinib was given before the operation is not said.",
            ],
            then=[
                Event("recurrence", "The tumor comes back", to=OtherTree("recurrence")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
        Treatment(
            "adjuvant_one_year",
            drug=IMATINIB,
            dose=NOT_STATED,
            duration="at least a year",
            because=[
                Quote("adjuvant treatment with the targeted drug imatinib", ACS_2017, at="A61"),
                Quote(
                    "typically recommended for at least a year after surgery",
                    ACS_2017,
                    at="A61",
                    strength="typically recommended",
                ),
                Quote("has an intermediate or high risk of coming back", ACS_2017, at="A61"),
                Quote(
                    "typically recommend taking imatinib for at least a year", ACS_2017, at="A35", strength="typically"
                ),
                Quote("higher if the tumor is larger", ACS_2017, at="A60"),
                Quote("did not start in the stomach", ACS_2017, at="A60"),
                Quote("cancer cells are dividing quickly", ACS_2017, at="A60"),
                Quote(
                    "Many doctors now recommend at least 3 years of imatinib after",
                    ACS_2017,
                    at="A36",
                    strength="Many doctors",
                ),
                Quote("higher risk of their tumors returning", ACS_2017, at="A36"),
            ],
            differs=[ADJUVANT_RISK],
            since=[
                THREE_YEARS_IN_ALL,
                LENGTH_OF_ADJUVANT,
                THREE_AGAINST_ONE,
                FOR_WHOM_ADJUVANT,
                RISK_AND_RUPTURE,
                ADJUVANT_GENOTYPE,
                IMAGING_AFTER_SURGERY,
                HEART_ON_IMATINIB,
            ],
            notes=[
                "“At least”: no longest time is given, and no time to start.",
                "At a “higher risk” many doctors now recommend at least 3 years; whether an intermediate risk counts as higher is "
                "not said.",
                "The risk is higher when the tumor is larger, did not start in the stomach, or has cells that divide quickly.",
                "Whether this holds where imatinib was given before the operation is not said.",
            ],
            then=[
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
                Event("recurrence", "The tumor comes back", to=OtherTree("recurrence")),
            ],
        ),
        Treatment(
            "adjuvant_three_years",
            drug=IMATINIB,
            dose=NOT_STATED,
            duration="at least 3 years",
            because=[
                Quote("adjuvant treatment with the targeted drug imatinib", ACS_2017, at="A61"),
                Quote(
                    "come back, many doctors now recommend at least 3 years",
                    ACS_2017,
                    at="A62",
                    strength="many doctors",
                ),
                Quote("highly likely to come back", ACS_2017, at="A62"),
                Quote(
                    "Many doctors now recommend at least 3 years of imatinib after",
                    ACS_2017,
                    at="A36",
                    strength="Many doctors",
                ),
                Quote("higher risk of their tumors returning", ACS_2017, at="A36"),
                Quote("tumor's size, location, and growth rate", ACS_2017, at="A36"),
                Quote(
                    "typically recommended for at least a year after surgery",
                    ACS_2017,
                    at="A61",
                    strength="typically recommended",
                ),
                Quote("has an intermediate or high risk of coming back", ACS_2017, at="A61"),
                Quote("higher if the tumor is larger", ACS_2017, at="A60"),
                Quote("did not start in the stomach", ACS_2017, at="A60"),
                Quote("cancer cells are dividing quickly", ACS_2017, at="A60"),
            ],
            differs=[ADJUVANT_RISK],
            since=[
                THREE_YEARS_IN_ALL,
                THREE_AGAINST_ONE,
                RISK_AND_RUPTURE,
                ADJUVANT_GENOTYPE,
                IMAGING_AFTER_SURGERY,
                HEART_ON_IMATINIB,
            ],
            notes=[
                "Many doctors now recommend this; the other page says the same of a higher risk, going by size, location and "
                "growth rate.",
                "At an intermediate or high risk, at least a year is typically recommended. A tumor may be both at high risk and "
                "highly likely to come back; the source sets no line between the two.",
                "“At least”: no longest time is given, and no time to start.",
                "The risk is higher when the tumor is larger, did not start in the stomach, or has cells that divide quickly.",
                "Whether this holds where imatinib was given before the operation is not said.",
            ],
            then=[
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
                Event("recurrence", "The tumor comes back", to=OtherTree("recurrence")),
            ],
        ),
        LeftOpen(
            "adjuvant_risk_not_known",
            leaves_open="Whether imatinib follows, and for how long, while the risk is not estimated",
            says=(
                "The page about targeted therapy: typically imatinib for at least a year, unless the risk is low. "
                "The page about spread goes by the doctor's view of the risk: often nothing further when small and not growing "
                "quickly; typically at least a year when intermediate or high; at least 3 years, many doctors say, when highly likely to "
                "come back."
            ),
            would_decide=(
                "The doctor's estimate, from whether the tumor is larger, whether it started in the stomach, and how quickly its "
                "cells divide. The source gives no cut-offs."
            ),
            because=[
                Quote(
                    "typically recommend taking imatinib for at least a year", ACS_2017, at="A35", strength="typically"
                ),
                Quote("the risk of the cancer coming back is low", ACS_2017, at="A35"),
                Quote("need for further treatment depends on the risk", ACS_2017, at="A58", strength="depends on"),
                Quote("often no further treatment is needed", ACS_2017, at="A59", strength="often"),
                Quote("small and are not growing quickly", ACS_2017, at="A59"),
                Quote("has an intermediate or high risk of coming back", ACS_2017, at="A61"),
                Quote(
                    "typically recommended for at least a year after surgery",
                    ACS_2017,
                    at="A61",
                    strength="typically recommended",
                ),
                Quote(
                    "come back, many doctors now recommend at least 3 years",
                    ACS_2017,
                    at="A62",
                    strength="many doctors",
                ),
                Quote("highly likely to come back", ACS_2017, at="A62"),
                Quote("higher if the tumor is larger", ACS_2017, at="A60"),
                Quote("did not start in the stomach", ACS_2017, at="A60"),
                Quote("cancer cells are dividing quickly", ACS_2017, at="A60"),
            ],
            differs=[ADJUVANT_RISK],
            since=[
                THREE_YEARS_IN_ALL,
                LENGTH_OF_ADJUVANT,
                THREE_AGAINST_ONE,
                FOR_WHOM_ADJUVANT,
                RISK_AND_RUPTURE,
                ADJUVANT_GENOTYPE,
            ],
            notes=["Whether any of this holds where imatinib was given before the operation is not said."],
            then=[
                Event("settled", "The risk has been estimated", to="risk_of_return"),
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
    ],
)
