"""Spread to the liver: ablation, embolization or removal."""

from trees.core import (
    CURRENT,
    NOT_STATED,
    OUR_QUESTION,
    Answer,
    Choice,
    Event,
    LeftOpen,
    Onward,
    Option,
    OtherTree,
    Question,
    Quote,
    Tree,
)
from trees.gist_2017.since import ABLATION_NOT_NAMED, EMBOLIZATION_NOT_NAMED
from trees.sources.acs_2017 import ACS_2017

tree = Tree(
    "liver_metastases",
    title="Spread to the liver",
    purpose="Which other options are named when the tumor has spread to the liver.",
    readers="Patients and their families",
    applies_to="GIST that has spread to the liver",
    because=Quote("other options to treat cancers that have spread", ACS_2017, at="A84"),
    nodes=[
        Question(
            "liver_spread",
            asks="Has the tumor spread to the liver?",
            means=(
                "A tumor that came back in the liver counts: the source names the liver as a site of distant recurrence. What "
                "follows are other options, used much less often than surgery and targeted therapy."
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="liver_course",
                    because=Quote("ablation and embolization might be used", ACS_2017, at="A21"),
                ),
                Answer("no", "No", to="liver_not_involved", because=OUR_QUESTION),
                Answer("unknown", "Not known", to="liver_spread_not_known", because=OUR_QUESTION),
            ],
        ),
        Choice(
            "liver_course",
            between="Ablation, embolization or removal? The source gives no rule between them, and says of none that it excludes another.",
            options=[
                Option(
                    "ablation",
                    "Ablation: destroying the tumors",
                    to=OtherTree("liver_ablation"),
                    because=[
                        Quote("ablation and embolization might be used", ACS_2017, at="A21", strength="might"),
                        Quote(
                            "other options to treat cancers that have spread",
                            ACS_2017,
                            at="A84",
                            strength="other options",
                        ),
                        Quote("destruction of tumors using extreme heat or cold", ACS_2017, at="A139"),
                    ],
                ),
                Option(
                    "embolization",
                    "Embolization: trying to block their blood flow",
                    to=OtherTree("liver_embolization"),
                    because=[
                        Quote("ablation and embolization might be used", ACS_2017, at="A21", strength="might"),
                        Quote(
                            "other options to treat cancers that have spread",
                            ACS_2017,
                            at="A84",
                            strength="other options",
                        ),
                        Quote("try to block or reduce the blood flow", ACS_2017, at="A27"),
                    ],
                ),
                Option(
                    "removal",
                    "Removing them by surgery",
                    to=OtherTree("surgery_for_few_sites"),
                    because=[
                        Quote("only 1 or 2 sites in the abdomen", ACS_2017, at="A81"),
                        Quote("the surgeon may advise removing the main tumor", ACS_2017, at="A81", strength="may"),
                        Quote("trying to remove these other tumors", ACS_2017, at="A81"),
                    ],
                ),
            ],
            order=NOT_STATED,
        ),
        LeftOpen(
            "liver_not_involved",
            leaves_open="Whether ablation or embolization has a use where the liver is not involved",
            says="Both are described for spread to the liver. They are used much less often than surgery and targeted therapy.",
            would_decide="A statement on other places, which the source does not make.",
            because=[
                Quote("ablation and embolization might be used", ACS_2017, at="A21", strength="might"),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
                Quote("the main types used are surgery and targeted therapy", ACS_2017, at="A02", strength="main"),
            ],
            since=[ABLATION_NOT_NAMED, EMBOLIZATION_NOT_NAMED],
            then=[
                Onward("surgery", "Surgery for few sites", to=OtherTree("surgery_for_few_sites")),
                Onward("drugs", "Targeted therapy", to=OtherTree("unresectable_or_spread")),
                Event("spread", "It spreads to the liver", to="liver_spread"),
            ],
        ),
        LeftOpen(
            "liver_spread_not_known",
            leaves_open="Whether ablation or embolization comes into question while it is not known if the liver is involved",
            says="For spread to the liver, ablation and embolization are among the treatments that might be used.",
            would_decide="Whether the tumor has spread to the liver.",
            because=[
                Quote("ablation and embolization might be used", ACS_2017, at="A21", strength="might"),
                Quote("other options to treat cancers that have spread", ACS_2017, at="A84", strength="other options"),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
            ],
            since=[ABLATION_NOT_NAMED, EMBOLIZATION_NOT_NAMED],
            notes=["Both are used much less often than surgery and targeted therapy."],
            then=[
                Event("settled", "It is known whether the liver is involved", to="liver_spread"),
                Onward("surgery", "Surgery for few sites", to=OtherTree("surgery_for_few_sites")),
            ],
        ),
    ],
)
