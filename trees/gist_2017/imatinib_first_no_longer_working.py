"""Not removed after imatinib first, and imatinib no longer works or is not tolerated."""

from trees.core import (
    CURRENT,
    MEDICATION,
    NOT_STATED,
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
    Treatment,
    Tree,
)
from trees.drugs import IMATINIB, REGORAFENIB, SUNITINIB
from trees.gist_2017.since import RAISED_DOSE, REGORAFENIB_DOSE, RIPRETINIB, SECOND_LINE
from trees.sources.acs_2017 import ACS_2017

tree = Tree(
    "imatinib_first_no_longer_working",
    title="When imatinib first stops working",
    purpose="What the source names when imatinib before surgery no longer works or is not tolerated.",
    readers="Patients and their families",
    applies_to="Localized GIST, not removed, treated with imatinib first",
    because=[
        Quote("tumor doesn't shrink enough", ACS_2017, at="A68"),
        Quote("sometimes upping the dose can be helpful", ACS_2017, at="A69"),
    ],
    nodes=[
        Question(
            "last_drug_first",
            asks="Which drug has been reached?",
            means=NoCriterion(
                ["no longer working", "no longer helpful", "too severe"],
                explains="At a raised dose of imatinib, either kind of trouble leads to one place.",
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "starting",
                    "Imatinib, starting dose only",
                    to="trouble_at_starting_dose",
                    because=Quote("sometimes upping the dose can be helpful", ACS_2017, at="A69"),
                ),
                Answer(
                    "raised",
                    "Imatinib, raised dose",
                    to="sunitinib_after_imatinib_first",
                    because=Quote("this is no longer helpful", ACS_2017, at="A70"),
                ),
                Answer(
                    "sunitinib",
                    "Sunitinib, no longer working",
                    to="regorafenib_after_imatinib_first",
                    because=Quote("If sunitinib is no longer working, regorafenib (Stivarga)", ACS_2017, at="A71"),
                ),
                Answer(
                    "regorafenib",
                    "Regorafenib, no longer working",
                    to=OtherTree("later_lines"),
                    because=OUR_QUESTION,
                ),
                Answer(
                    "later_not_tolerated",
                    "Sunitinib or regorafenib works, not tolerated",
                    to="later_drug_not_tolerated",
                    because=OUR_QUESTION,
                ),
                Answer("unknown", "Not known", to="last_drug_not_known", because=OUR_QUESTION),
            ],
        ),
        Question(
            "trouble_at_starting_dose",
            asks="What is the trouble at the starting dose of imatinib?",
            means=NoCriterion(["no longer working", "too severe"]),
            lasts=CURRENT,
            answers=[
                Answer(
                    "not_working",
                    "No longer working, but tolerated",
                    to="raise_imatinib_first",
                    because=Quote("If it's no longer working", ACS_2017, at="A69"),
                ),
                Answer(
                    "too_severe",
                    "Working, side effects too severe",
                    to="sunitinib_after_imatinib_first",
                    because=Quote("side effects are too severe", ACS_2017, at="A70"),
                ),
                Answer("both", "Both", to="growth_and_side_effects_open", because=OUR_QUESTION),
                Answer("unknown", "Not known", to="trouble_not_known", because=OUR_QUESTION),
            ],
        ),
        Action(
            "raise_imatinib_first",
            kind=MEDICATION,
            says="Raising the dose of imatinib can sometimes help",
            because=[
                Quote("sometimes upping the dose can be helpful", ACS_2017, at="A69", strength="sometimes"),
                Quote("raising the dose of imatinib may help", ACS_2017, at="A170", strength="may"),
                Quote("higher doses can have more side effects", ACS_2017, at="A39", strength="can"),
                Quote("sunitinib (Sutent) may be tried instead", ACS_2017, at="A70", strength="may be tried"),
                Quote("this is no longer helpful", ACS_2017, at="A70"),
            ],
            drugs=[IMATINIB, SUNITINIB],
            since=[RAISED_DOSE, SECOND_LINE],
            notes=[
                "The source states no dose, before or after. Higher doses can have more side effects.",
                "Of advanced GISTs that have spread too far for surgery another page says that a raised dose may help for some time.",
                "When the raised dose no longer helps, or the side effects are too severe, sunitinib may be tried.",
            ],
            then=[
                Event(
                    "no_longer_helpful",
                    "It no longer helps, or is not tolerated",
                    to="sunitinib_after_imatinib_first",
                ),
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
        LeftOpen(
            "growth_and_side_effects_open",
            leaves_open="Whether a raised dose or sunitinib comes first when both are true at the starting dose",
            says=(
                "No longer working: raising the dose can sometimes help. Side effects too severe: sunitinib may be tried instead. "
                "Which sentence goes first is not said. Higher doses can have more side effects."
            ),
            would_decide="A sentence about both at once, which the source does not have.",
            because=[
                Quote("sometimes upping the dose can be helpful", ACS_2017, at="A69", strength="sometimes"),
                Quote("side effects are too severe", ACS_2017, at="A70"),
                Quote("sunitinib (Sutent) may be tried instead", ACS_2017, at="A70", strength="may be tried"),
                Quote("useful in treating GIST if imatinib is no longer working", ACS_2017, at="A42"),
                Quote("because of its side effects", ACS_2017, at="A42"),
                Quote("higher doses can have more side effects", ACS_2017, at="A39", strength="can"),
            ],
            since=[SECOND_LINE, RAISED_DOSE],
            notes=[
                "Elsewhere it is said that sunitinib can be useful in either case: when imatinib no longer works, or when a "
                "person cannot take it because of its side effects.",
            ],
            then=[
                Onward("sunitinib", "Sunitinib", to="sunitinib_after_imatinib_first"),
                Onward("raise", "Raising the dose", to="raise_imatinib_first"),
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "trouble_not_known",
            leaves_open="Whether a raised dose or sunitinib applies while the trouble is not known",
            says="No longer working: raising the dose can sometimes help. Side effects too severe: sunitinib may be tried instead.",
            would_decide="Whether imatinib no longer works, and whether its side effects are too severe.",
            because=[
                Quote("sometimes upping the dose can be helpful", ACS_2017, at="A69", strength="sometimes"),
                Quote("raising the dose of imatinib may help", ACS_2017, at="A170", strength="may"),
                Quote("side effects are too severe", ACS_2017, at="A70"),
                Quote("sunitinib (Sutent) may be tried instead", ACS_2017, at="A70", strength="may be tried"),
            ],
            since=[SECOND_LINE, RAISED_DOSE],
            notes=[
                "Of advanced GISTs that have spread too far for surgery another page says that a raised dose may help for some time.",
            ],
            then=[
                Event("settled", "The trouble is known", to="trouble_at_starting_dose"),
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
            ],
        ),
        Treatment(
            "sunitinib_after_imatinib_first",
            drug=SUNITINIB,
            dose=NOT_STATED,
            because=[
                Quote("sunitinib (Sutent) may be tried instead", ACS_2017, at="A70", strength="may be tried"),
                Quote("this is no longer helpful", ACS_2017, at="A70"),
                Quote("side effects are too severe", ACS_2017, at="A70"),
                Quote("useful in treating GIST if imatinib is no longer working", ACS_2017, at="A42"),
                Quote("because of its side effects", ACS_2017, at="A42"),
                Quote("helps some patients, usually by slowing the growth", ACS_2017, at="A178", strength="usually"),
                Quote("getting the drug may live longer", ACS_2017, at="A43", strength="may"),
            ],
            since=[SECOND_LINE],
            notes=[
                "It may be tried when a raised dose of imatinib is no longer helpful, or when the side effects are too severe. "
                "The sentence can also be read so that the side effects are those of the raised dose; another says that "
                "sunitinib can be useful when a person cannot take imatinib because of its side effects.",
                "It helps some patients, usually by slowing the growth, and patients on it may live longer.",
            ],
            then=[
                Event("not_working", "It no longer works", to="regorafenib_after_imatinib_first"),
                Event("not_tolerated", "It works, but is not tolerated", to="later_drug_not_tolerated"),
                Onward("side_effects", "Side effects of sunitinib", to=OtherTree("side_effects_of_sunitinib")),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
        Treatment(
            "regorafenib_after_imatinib_first",
            drug=REGORAFENIB,
            dose=NOT_STATED,
            because=[
                Quote("regorafenib (Stivarga) may help some patients", ACS_2017, at="A71", strength="may"),
                Quote("If sunitinib is no longer working, regorafenib (Stivarga)", ACS_2017, at="A71"),
                Quote("Regorafenib can be used to treat GIST", ACS_2017, at="A45", strength="can"),
                Quote("imatinib and sunitinib stop working", ACS_2017, at="A45"),
                Quote("Regorafenib can slow tumor growth", ACS_2017, at="A182", strength="can"),
                Quote("not clear if it helps people live longer", ACS_2017, at="A46", strength="not clear"),
            ],
            since=[REGORAFENIB_DOSE],
            notes=[
                "It may help some patients when sunitinib no longer works. Another page names it where imatinib and sunitinib stop "
                "working, and does not speak of imatinib that was not tolerated.",
                "It can slow the growth and even shrink some tumors; it is not clear whether it helps people live longer.",
            ],
            then=[
                Event("not_working", "It no longer works", to=OtherTree("later_lines")),
                Event("not_tolerated", "It works, but is not tolerated", to="later_drug_not_tolerated"),
                Onward("side_effects", "Side effects of regorafenib", to=OtherTree("side_effects_of_regorafenib")),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
        LeftOpen(
            "later_drug_not_tolerated",
            leaves_open="What follows when sunitinib or regorafenib works but is not tolerated",
            says="Regorafenib may help some patients when sunitinib no longer works. Of side effects the sentence says nothing.",
            would_decide="A sentence about side effects of these drugs that are too severe, which this part does not have.",
            because=[
                Quote("If sunitinib is no longer working, regorafenib (Stivarga)", ACS_2017, at="A71"),
                Quote("regorafenib (Stivarga) may help some patients", ACS_2017, at="A71", strength="may"),
            ],
            since=[REGORAFENIB_DOSE, RIPRETINIB],
            then=[
                Onward("sunitinib", "Side effects of sunitinib", to=OtherTree("side_effects_of_sunitinib")),
                Onward("regorafenib", "Side effects of regorafenib", to=OtherTree("side_effects_of_regorafenib")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
        LeftOpen(
            "last_drug_not_known",
            leaves_open="What comes next while it is not known what has been tried",
            says=(
                "Told one after the other: a raised dose of imatinib, which can sometimes help; then sunitinib, which may be "
                "tried; then regorafenib, which may help some patients."
            ),
            would_decide="Which drugs were taken, whether the dose was raised, and what the trouble was.",
            because=[
                Quote("sometimes upping the dose can be helpful", ACS_2017, at="A69", strength="sometimes"),
                Quote("raising the dose of imatinib may help", ACS_2017, at="A170", strength="may"),
                Quote("sunitinib (Sutent) may be tried instead", ACS_2017, at="A70", strength="may be tried"),
                Quote("regorafenib (Stivarga) may help some patients", ACS_2017, at="A71", strength="may"),
            ],
            since=[SECOND_LINE, RAISED_DOSE, REGORAFENIB_DOSE, RIPRETINIB],
            notes=[
                "Of advanced GISTs that have spread too far for surgery another page says that a raised dose may help for some time.",
            ],
            then=[
                Event("settled", "It is known what has been tried", to="last_drug_first"),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
    ],
)
