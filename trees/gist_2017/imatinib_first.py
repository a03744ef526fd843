"""A larger or awkward tumor that has not spread: imatinib before surgery."""

from trees.core import (
    BIOPSY,
    CURRENT,
    NOT_STATED,
    OUR_QUESTION,
    SURGERY,
    Action,
    Answer,
    Event,
    LeftOpen,
    NoCriterion,
    Onward,
    OtherTree,
    Question,
    Quote,
    Treatment,
    Tree,
)
from trees.drugs import IMATINIB
from trees.gist_2017.differences import BLEEDING, LARGE_TUMOR_FIRST, SPOKEN_OF_BY_ONE
from trees.gist_2017.since import (
    BASELINE_PET,
    DOSE_BEFORE_SURGERY,
    HEART_ON_IMATINIB,
    HOW_BIOPSY_IS_DONE,
    HOW_LONG_BEFORE_SURGERY,
    NO_BIOPSY,
    NOT_BEFORE_SURGERY,
    PROFILE_FIRST,
    RESECTABLE,
    SECOND_LINE,
    THREE_YEARS_IN_ALL,
)
from trees.sources.acs_2017 import ACS_2017

tree = Tree(
    "imatinib_first",
    title="Imatinib before surgery",
    purpose="What the source names for a tumor that is larger or harder to remove: a biopsy, imatinib, then perhaps surgery.",
    readers="Patients and their families",
    applies_to="Localized GIST, larger or harder to remove (marginally resectable)",
    because=[
        Quote("might require more extensive surgery", ACS_2017, at="A207"),
        Quote("larger tumors that may be hard to remove", ACS_2017, at="A167"),
    ],
    nodes=[
        Question(
            "extensive_removal",
            asks="Would removing it now be extensive, and could that cause health problems later?",
            means=NoCriterion(
                ["larger", "harder to remove", "more extensive"],
                explains="It is said of larger tumors, and of places from which complete removal is harder.",
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="biopsy_result",
                    because=[
                        Quote("might require more extensive surgery", ACS_2017, at="A207"),
                        Quote("could cause health problems later on", ACS_2017, at="A207"),
                    ],
                ),
                Answer(
                    "no",
                    "No",
                    to="not_extensive",
                    because=Quote("could cause health problems later on", ACS_2017, at="A207"),
                ),
                Answer("unknown", "Not known", to="extensive_not_known", because=OUR_QUESTION),
            ],
        ),
        LeftOpen(
            "not_extensive",
            leaves_open=(
                "Surgery is usually the main treatment of a GIST that has not spread; whether it comes first for a larger one "
                "whose removal is not extensive is open"
            ),
            says=(
                "For a GIST that has not spread, surgery is usually the main treatment. That it is not typically the first for a "
                "larger one has a reason: extensive surgery, which could cause health problems later. For tumors that are large "
                "or have grown into nearby areas, imatinib first might be another option."
            ),
            would_decide="A sentence about larger tumors whose removal is not extensive, which the source does not have.",
            because=[
                Quote("Surgery is usually main treatment", ACS_2017, at="A10", strength="usually"),
                Quote("Because of this, surgery is not typically", ACS_2017, at="A63", strength="not typically"),
                Quote("could cause health problems later on", ACS_2017, at="A207", strength="could"),
                Quote("Another option for tumors that are large", ACS_2017, at="A17", strength="option"),
                Quote("the targeted drug imatinib (Gleevec) first", ACS_2017, at="A17"),
                Quote("might be to have the patient", ACS_2017, at="A17", strength="might"),
                Quote("so a biopsy is needed", ACS_2017, at="A64", strength="is needed"),
                Quote("Before starting treatment, it's important to be sure", ACS_2017, at="A64", strength="important"),
            ],
            differs=[LARGE_TUMOR_FIRST],
            since=[RESECTABLE, NO_BIOPSY, NOT_BEFORE_SURGERY],
            notes=[
                "The same part says that a biopsy is needed before treatment starts, to be sure that it is a GIST.",
            ],
            then=[
                Onward("operation", "How the tumor is removed", to=OtherTree("operation")),
                Onward("imatinib_first", "Imatinib first", to="biopsy_result"),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "extensive_not_known",
            leaves_open="What comes first while it is not known how extensive the removal would be",
            says=(
                "Of tumors that are larger, or in places from which complete removal is harder, one page says that they might require "
                "more extensive surgery, which could cause health problems later; for that reason surgery is not typically the first "
                "treatment, and once a biopsy is done, imatinib is usually started to try to shrink the tumor. Another page says "
                "that surgery is usually the main treatment of a GIST that has not spread, and that another option for a tumor that "
                "is large or has grown into nearby areas might be imatinib before the operation."
            ),
            would_decide="How extensive the removal would be, and whether it could cause health problems later.",
            because=[
                Quote("might require more extensive surgery", ACS_2017, at="A207", strength="might"),
                Quote("could cause health problems later on", ACS_2017, at="A207", strength="could"),
                Quote("Because of this, surgery is not typically", ACS_2017, at="A63", strength="not typically"),
                Quote("imatinib is usually started to try to shrink", ACS_2017, at="A208", strength="usually"),
                Quote("Surgery is usually main treatment", ACS_2017, at="A10", strength="usually"),
                Quote("Another option for tumors that are large", ACS_2017, at="A17", strength="option"),
                Quote("the targeted drug imatinib (Gleevec) first", ACS_2017, at="A17"),
                Quote("might be to have the patient", ACS_2017, at="A17", strength="might"),
                Quote("so a biopsy is needed", ACS_2017, at="A64", strength="is needed"),
                Quote("Before starting treatment, it's important to be sure", ACS_2017, at="A64", strength="important"),
            ],
            differs=[LARGE_TUMOR_FIRST],
            since=[RESECTABLE, NO_BIOPSY, NOT_BEFORE_SURGERY],
            notes=[
                "Of tumors that are larger or harder to remove the source says that a biopsy is needed before treatment starts, "
                "to be sure that it is a GIST.",
            ],
            then=[
                Event("settled", "It is known how extensive it would be", to="extensive_removal"),
                Onward("operation", "How the tumor is removed", to=OtherTree("operation")),
                Onward("imatinib_first", "Imatinib first", to="biopsy_result"),
                Onward("unresectable", "If it cannot be removed", to=OtherTree("unresectable_or_spread")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        Question(
            "biopsy_result",
            asks="Has a biopsy confirmed that it is a GIST?",
            means="A biopsy is a sample of the tumor, examined.",
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="imatinib_started",
                    because=Quote("Once a biopsy is done, treatment", ACS_2017, at="A208"),
                ),
                Answer(
                    "no",
                    "No biopsy yet",
                    to="biopsy_before_imatinib",
                    because=Quote("so a biopsy is needed", ACS_2017, at="A64"),
                ),
                Answer("other", "It showed something else", to="biopsy_other_localized", because=OUR_QUESTION),
                Answer("unknown", "Not known", to="biopsy_not_known_localized", because=OUR_QUESTION),
            ],
        ),
        Action(
            "biopsy_before_imatinib",
            kind=BIOPSY,
            says="Before treatment starts, a biopsy is needed to be sure that it is a GIST",
            because=[
                Quote("so a biopsy is needed", ACS_2017, at="A64", strength="is needed"),
                Quote("Before starting treatment, it's important to be sure", ACS_2017, at="A64", strength="important"),
                Quote("imatinib is usually started to try to shrink", ACS_2017, at="A208", strength="usually"),
                Quote("Because of this, surgery is not typically", ACS_2017, at="A63", strength="not typically"),
            ],
            since=[HOW_BIOPSY_IS_DONE, PROFILE_FIRST, NOT_BEFORE_SURGERY],
            notes=[
                "Once it is done, imatinib is usually started. The source does not say how the sample is taken.",
                "Surgery is not typically the first treatment of such tumors.",
            ],
            then=[
                Event("biopsied", "The biopsy has been done", to="biopsy_result"),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "biopsy_other_localized",
            leaves_open="What follows when the biopsy shows something other than a GIST",
            says="Being sure that it is a GIST is important before treatment starts. The pages speak of GIST alone.",
            would_decide="A source about what the biopsy showed.",
            because=Quote(
                "Before starting treatment, it's important to be sure", ACS_2017, at="A64", strength="important"
            ),
            then=[
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
        LeftOpen(
            "biopsy_not_known_localized",
            leaves_open="Whether imatinib can start while the result of a biopsy is not known",
            says="Being sure that it is a GIST is important before treatment starts, so a biopsy is needed.",
            would_decide="Whether a biopsy was done, and what it showed.",
            because=[
                Quote("Before starting treatment, it's important to be sure", ACS_2017, at="A64", strength="important"),
                Quote("so a biopsy is needed", ACS_2017, at="A64", strength="is needed"),
                Quote("imatinib is usually started to try to shrink", ACS_2017, at="A208", strength="usually"),
                Quote("Because of this, surgery is not typically", ACS_2017, at="A63", strength="not typically"),
            ],
            since=[HOW_BIOPSY_IS_DONE, PROFILE_FIRST, NOT_BEFORE_SURGERY],
            then=[Event("settled", "The result is known", to="biopsy_result")],
        ),
        Question(
            "imatinib_started",
            asks="Has imatinib been started?",
            means="As the first treatment of this tumor, before surgery.",
            lasts=CURRENT,
            answers=[
                Answer(
                    "no",
                    "No",
                    to="imatinib_first_start",
                    because=Quote("imatinib is usually started to try to shrink", ACS_2017, at="A208"),
                ),
                Answer(
                    "yes",
                    "Yes",
                    to="safe_to_remove",
                    because=Quote("imatinib is usually started to try to shrink", ACS_2017, at="A208"),
                ),
                Answer("unknown", "Not known", to="imatinib_stage_not_known", because=OUR_QUESTION),
            ],
        ),
        Treatment(
            "imatinib_first_start",
            drug=IMATINIB,
            dose=NOT_STATED,
            duration="at least until the tumor stops shrinking",
            because=[
                Quote("imatinib is usually started to try to shrink", ACS_2017, at="A208", strength="usually"),
                Quote("continued at least until the tumor stops shrinking", ACS_2017, at="A65"),
                Quote("larger tumors that may be hard to remove", ACS_2017, at="A167", strength="may"),
                Quote("imatinib may be used first", ACS_2017, at="A167", strength="may"),
                Quote("and make surgery easier", ACS_2017, at="A167"),
                Quote("can often shrink the tumor", ACS_2017, at="A138", strength="can often"),
                Quote("used to treat most patients with GISTs", ACS_2017, at="A33"),
                Quote("most tumors shrink by at least half", ACS_2017, at="A34", strength="most"),
                Quote("small number of tumors are not helped", ACS_2017, at="A164"),
                Quote("Because of this, surgery is not typically", ACS_2017, at="A63", strength="not typically"),
                Quote("could cause health problems later on", ACS_2017, at="A207", strength="could"),
                Quote("shrink quickly, it could lead to internal bleeding", ACS_2017, at="A41", strength="could"),
                Quote("doctors watch patients carefully when they first start", ACS_2017, at="A176"),
            ],
            differs=[LARGE_TUMOR_FIRST, BLEEDING, SPOKEN_OF_BY_ONE],
            since=[
                NOT_BEFORE_SURGERY,
                DOSE_BEFORE_SURGERY,
                PROFILE_FIRST,
                HOW_LONG_BEFORE_SURGERY,
                HEART_ON_IMATINIB,
                BASELINE_PET,
            ],
            notes=[
                "It is to try to shrink the tumor and make surgery easier; it can often do so. “Usually”, says one page; “may be "
                "used first”, says another.",
                "It is used to treat most patients with GISTs at some point. Overall, most tumors shrink by at least half on it; a "
                "small number are not helped.",
                "Surgery is not typically first, since an extensive operation could cause health problems later.",
                "A large tumor that shrinks quickly could bleed inside the body: doctors watch patients carefully when they first "
                "start.",
            ],
            then=[
                Event("review", "The tumor has been looked at again", to="safe_to_remove"),
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        Question(
            "safe_to_remove",
            asks="Has the tumor shrunk enough, and can it be removed safely?",
            means=NoCriterion(["shrinks enough", "safely"], explains="The doctor judges it."),
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="surgery_after_imatinib",
                    because=[
                        Quote("the tumor shrinks enough, surgery might be done", ACS_2017, at="A66"),
                        Quote("can remove it safely", ACS_2017, at="A66"),
                    ],
                ),
                Answer(
                    "no",
                    "No",
                    to="response_to_imatinib_first",
                    because=Quote("tumor doesn't shrink enough", ACS_2017, at="A68"),
                ),
                Answer("unknown", "Not known", to="safe_removal_not_known", because=OUR_QUESTION),
            ],
        ),
        Action(
            "surgery_after_imatinib",
            kind=SURGERY,
            says="Surgery might be done, and imatinib will likely be continued after it",
            because=[
                Quote("the tumor shrinks enough, surgery might be done", ACS_2017, at="A66", strength="might"),
                Quote("can remove it safely", ACS_2017, at="A66"),
                Quote("Imatinib will likely be continued after surgery", ACS_2017, at="A67", strength="likely"),
                Quote("help lower the chance", ACS_2017, at="A67"),
                Quote("Imatinib is often given again after surgery", ACS_2017, at="A37", strength="often"),
                Quote("make it easier to remove with surgery", ACS_2017, at="A138"),
                Quote("continued at least until the tumor stops shrinking", ACS_2017, at="A65"),
                Quote(
                    "very important that it is done by a surgeon experienced",
                    ACS_2017,
                    at="A18",
                    strength="very important",
                ),
            ],
            drugs=[IMATINIB],
            since=[HOW_LONG_BEFORE_SURGERY, THREE_YEARS_IN_ALL],
            notes=[
                "After surgery imatinib is to help lower the chance that the cancer comes back. “Likely continued”, says one page; "
                "“often given again”, says another. Neither gives a duration.",
                "Imatinib is continued at least until the tumor stops shrinking. Whether surgery waits for that is not said.",
                "Whatever the operation, it is very important that the surgeon is experienced in treating GISTs.",
            ],
            then=[
                Onward("operation", "How the tumor is removed", to=OtherTree("operation")),
                Event("removed", "The tumor has been removed", to=OtherTree("adjuvant_imatinib")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
        Question(
            "response_to_imatinib_first",
            asks="What does imatinib do?",
            means=NoCriterion(
                ["stops shrinking", "no longer working", "too severe"],
                explains=(
                    "It says neither how nor how often this is judged. “Doesn't shrink enough” can be read so that it holds for a "
                    "tumor that never shrank. Where side effects are too severe, that is the true answer, whatever the tumor does."
                ),
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "shrinking",
                    "The tumor is still shrinking",
                    to="imatinib_first_continue",
                    because=Quote("continued at least until the tumor stops shrinking", ACS_2017, at="A65"),
                ),
                Answer(
                    "helping",
                    "Not shrinking, or no longer; imatinib seems to help",
                    to="imatinib_while_it_helps",
                    because=Quote("for as long as it seems to help", ACS_2017, at="A68"),
                ),
                Answer(
                    "not_working",
                    "It is no longer working",
                    to=OtherTree("imatinib_first_no_longer_working"),
                    because=Quote("If it's no longer working", ACS_2017, at="A69"),
                ),
                Answer(
                    "too_severe",
                    "Its side effects are too severe",
                    to=OtherTree("imatinib_first_no_longer_working"),
                    because=Quote("side effects are too severe", ACS_2017, at="A70"),
                ),
                Answer("unknown", "Not known", to="imatinib_response_not_known", because=OUR_QUESTION),
            ],
        ),
        Treatment(
            "imatinib_first_continue",
            drug=IMATINIB,
            dose=NOT_STATED,
            duration="at least until the tumor stops shrinking",
            because=[
                Quote("continued at least until the tumor stops shrinking", ACS_2017, at="A65"),
                Quote("imatinib is usually started to try to shrink", ACS_2017, at="A208", strength="usually"),
                Quote("the tumor shrinks enough, surgery might be done", ACS_2017, at="A66", strength="might"),
                Quote("can remove it safely", ACS_2017, at="A66"),
                Quote("shrink quickly, it could lead to internal bleeding", ACS_2017, at="A41", strength="could"),
                Quote("doctors watch patients carefully when they first start", ACS_2017, at="A176"),
            ],
            differs=[BLEEDING],
            since=[DOSE_BEFORE_SURGERY, HOW_LONG_BEFORE_SURGERY],
            notes=[
                "Once the tumor has shrunk enough, surgery might be done, if removal is safe in the doctor’s view. That "
                "sentence does not wait for the shrinking to stop; “at least until the tumor stops shrinking” does. Which holds "
                "for a tumor that could be removed while it still shrinks is not said.",
                "A large tumor that shrinks quickly could bleed inside the body: doctors watch patients carefully when they first "
                "start.",
            ],
            then=[
                Event("review", "The tumor has been looked at again", to="safe_to_remove"),
                Onward("surgery", "If it has shrunk enough already", to="safe_to_remove"),
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
            ],
        ),
        Treatment(
            "imatinib_while_it_helps",
            drug=IMATINIB,
            dose=NOT_STATED,
            duration="as long as it seems to help",
            because=[
                Quote(
                    "imatinib is often continued for as long as it seems to help", ACS_2017, at="A68", strength="often"
                ),
                Quote("tumor doesn't shrink enough", ACS_2017, at="A68"),
            ],
            since=[DOSE_BEFORE_SURGERY, HOW_LONG_BEFORE_SURGERY],
            notes=[
                "Often continued: said of a tumor that does not shrink enough to make surgery possible. Of one that has shrunk "
                "enough and still cannot be removed safely nothing separate is said.",
            ],
            then=[
                Event("review", "The tumor has been looked at again", to="safe_to_remove"),
                Event(
                    "no_longer_working",
                    "It no longer works, or is not tolerated",
                    to=OtherTree("imatinib_first_no_longer_working"),
                ),
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
        LeftOpen(
            "safe_removal_not_known",
            leaves_open="What follows while it is not known if the tumor has shrunk enough and can be removed safely",
            says=(
                "Shrunk enough, and safe to remove in the doctor's view: surgery might be done. "
                "Imatinib is continued at least until the tumor stops shrinking; not shrunk enough, it is often continued for as "
                "long as it seems to help."
            ),
            would_decide="Whether the tumor has shrunk enough, and whether the doctor thinks it can be removed safely.",
            because=[
                Quote("the tumor shrinks enough, surgery might be done", ACS_2017, at="A66", strength="might"),
                Quote("can remove it safely", ACS_2017, at="A66"),
                Quote("continued at least until the tumor stops shrinking", ACS_2017, at="A65"),
                Quote(
                    "imatinib is often continued for as long as it seems to help", ACS_2017, at="A68", strength="often"
                ),
            ],
            since=[HOW_LONG_BEFORE_SURGERY],
            notes=[
                "What is said of imatinib that no longer works is said of a tumor that did not shrink enough for surgery."
            ],
            then=[
                Event("settled", "It is known whether it is safe", to="safe_to_remove"),
                Onward("not_enough", "If it cannot be removed: what imatinib does", to="response_to_imatinib_first"),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "imatinib_response_not_known",
            leaves_open="Whether imatinib goes on while it is not known what it does",
            says=(
                "It is continued at least until the tumor stops shrinking, and often for as long as it seems to help. "
                "No longer working: raising the dose can sometimes help. Side effects too severe: sunitinib may be tried."
            ),
            would_decide="Whether the tumor shrinks, whether imatinib still works, and how it is tolerated.",
            because=[
                Quote("continued at least until the tumor stops shrinking", ACS_2017, at="A65"),
                Quote(
                    "imatinib is often continued for as long as it seems to help", ACS_2017, at="A68", strength="often"
                ),
                Quote("sometimes upping the dose can be helpful", ACS_2017, at="A69", strength="sometimes"),
                Quote("side effects are too severe", ACS_2017, at="A70"),
                Quote("sunitinib (Sutent) may be tried instead", ACS_2017, at="A70", strength="may be tried"),
            ],
            since=[HOW_LONG_BEFORE_SURGERY, SECOND_LINE],
            then=[
                Event("review", "The tumor has been looked at again", to="safe_to_remove"),
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
            ],
        ),
        LeftOpen(
            "imatinib_stage_not_known",
            leaves_open="What comes next while it is not known where treatment with imatinib stands",
            says=(
                "Imatinib is usually started after the biopsy and continued at least until the tumor stops shrinking. Shrunk "
                "enough, and safe to remove in the doctor's view: surgery might be done. If not, it is often continued for as long as it seems to help."
            ),
            would_decide="Whether imatinib was started, whether the tumor shrinks, and how it is tolerated.",
            because=[
                Quote("imatinib may be used first", ACS_2017, at="A167", strength="may"),
                Quote("Because of this, surgery is not typically", ACS_2017, at="A63", strength="not typically"),
                Quote("imatinib is usually started to try to shrink", ACS_2017, at="A208", strength="usually"),
                Quote("continued at least until the tumor stops shrinking", ACS_2017, at="A65"),
                Quote("the tumor shrinks enough, surgery might be done", ACS_2017, at="A66", strength="might"),
                Quote("can remove it safely", ACS_2017, at="A66"),
                Quote(
                    "imatinib is often continued for as long as it seems to help", ACS_2017, at="A68", strength="often"
                ),
            ],
            differs=[LARGE_TUMOR_FIRST],
            since=[NOT_BEFORE_SURGERY, HOW_LONG_BEFORE_SURGERY],
            notes=["For such tumors surgery is not typically the first treatment; imatinib may be used first."],
            then=[Event("settled", "It is known where treatment stands", to="imatinib_started")],
        ),
    ],
)
