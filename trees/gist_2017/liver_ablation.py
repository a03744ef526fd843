"""Ablation of tumors in the liver: their number and size, and what lies near them."""

from trees.core import (
    CURRENT,
    OUR_QUESTION,
    PROCEDURE,
    SIDE_EFFECTS,
    Action,
    AdviceAgainst,
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
from trees.gist_2017.differences import SPOKEN_OF_BY_ONE
from trees.gist_2017.since import ABLATION_NOT_NAMED, D842V_FIRST, WILD_TYPE_FIRST
from trees.sources.acs_2017 import ACS_2017

tree = Tree(
    "liver_ablation",
    title="Ablation in the liver",
    purpose="For which tumors in the liver ablation can be used, how it is done, and what may follow.",
    readers="Patients and their families",
    applies_to="GIST that has spread to the liver",
    because=Quote("no more than a few small tumors", ACS_2017, at="A22"),
    nodes=[
        Question(
            "liver_tumors",
            asks="Are there no more than a few small tumors in the liver?",
            means=NoCriterion(
                ["a few", "small"],
                explains="It gives neither a number nor a size. The sentence can be read so that the cancer has spread nowhere else.",
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes, a few small ones",
                    to="near_liver_structures",
                    because=Quote("no more than a few small tumors", ACS_2017, at="A22"),
                ),
                Answer("no", "No, many or large ones", to="ablation_many_or_large", because=OUR_QUESTION),
                Answer("unknown", "Not known", to="ablation_number_not_known", because=OUR_QUESTION),
            ],
        ),
        Question(
            "near_liver_structures",
            asks="Are they near major blood vessels, the diaphragm or major ducts in the liver?",
            means=NoCriterion(
                ["near important structures"],
                explains="The diaphragm is the thin breathing muscle above the liver. These are its examples; no distance is given.",
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="ablation_near_structures",
                    because=Quote("tumors near important structures like major blood vessels", ACS_2017, at="A23"),
                ),
                Answer(
                    "no",
                    "No",
                    to="ablation_can_be_used",
                    because=Quote("tumors near important structures like major blood vessels", ACS_2017, at="A23"),
                ),
                Answer("unknown", "Not known", to="ablation_place_not_known", because=OUR_QUESTION),
            ],
        ),
        Action(
            "ablation_can_be_used",
            kind=PROCEDURE,
            says="For no more than a few small tumors in the liver, ablation can sometimes be used to destroy them",
            because=[
                Quote("can sometimes be used to destroy GISTs", ACS_2017, at="A22", strength="can sometimes"),
                Quote("no more than a few small tumors", ACS_2017, at="A22"),
                Quote("other options to treat cancers that have spread", ACS_2017, at="A84", strength="other options"),
                Quote("destruction of tumors using extreme heat or cold", ACS_2017, at="A139"),
                Quote("often destroys some of the normal tissue around", ACS_2017, at="A23", strength="often"),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
                Quote(
                    "imatinib is typically the preferred first treatment",
                    ACS_2017,
                    at="A74",
                    strength="typically the preferred",
                ),
            ],
            differs=[SPOKEN_OF_BY_ONE],
            since=[ABLATION_NOT_NAMED, D842V_FIRST, WILD_TYPE_FIRST],
            notes=[
                "Once a biopsy is done, imatinib is typically the preferred first treatment of a GIST that cannot be removed or has spread.",
                "Ablation destroys tumors with extreme heat or cold, or with chemicals, and often some normal tissue around them.",
                "It is used much less often than surgery and targeted therapy.",
                "Said of GISTs that have spread as a few small tumors in the liver, and no more: whether it holds with spread "
                "elsewhere too is not said.",
            ],
            then=[
                Onward("kinds", "The kinds, and what to expect", to="how_ablation_is_done"),
                Onward("side_effects", "What may follow", to="after_ablation"),
                Onward("drugs", "Targeted therapy", to=OtherTree("unresectable_or_spread")),
                Onward("embolization", "Embolization", to=OtherTree("liver_embolization")),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        Action(
            "how_ablation_is_done",
            kind=PROCEDURE,
            says="Often through the skin, without surgery; usually with no stay in the hospital",
            because=[
                Quote("several types of ablation", ACS_2017, at="A140"),
                Quote("uses high-energy radio waves to heat the tumor", ACS_2017, at="A24"),
                Quote("concentrated alcohol is injected directly into the tumor", ACS_2017, at="A141"),
                Quote("microwaves transmitted through a probe placed in the tumor", ACS_2017, at="A142"),
                Quote("freezing it using a thin metal probe", ACS_2017, at="A143"),
                Quote("sometimes requires general anesthesia", ACS_2017, at="A144", strength="sometimes"),
                Quote("Usually, you don't need to stay", ACS_2017, at="A25", strength="Usually"),
                Quote("can often be done without surgery", ACS_2017, at="A145", strength="often"),
                Quote("guided into place with ultrasound or CT", ACS_2017, at="A146"),
                Quote("Sometimes, though, to be sure", ACS_2017, at="A147", strength="Sometimes"),
                Quote("it is done during surgery", ACS_2017, at="A147"),
            ],
            since=[ABLATION_NOT_NAMED],
            notes=[
                "Radiofrequency ablation heats the tumor with radio waves; microwave thermotherapy with microwaves, through a probe.",
                "Ethanol ablation puts concentrated alcohol into the tumor.",
                "Cryosurgery freezes the tumor with a thin metal probe; it sometimes requires general anesthesia, a deep sleep "
                "in which no pain is felt.",
                "A needle or probe goes through the skin into the tumor, guided by ultrasound or CT.",
                "Sometimes it is done during surgery, to be sure of the right place.",
            ],
            then=[
                Onward("side_effects", "What may follow", to="after_ablation"),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        Action(
            "after_ablation",
            kind=SIDE_EFFECTS,
            says="Possible after ablation: belly pain, infection in the liver, bleeding into the chest cavity or abdomen",
            because=[
                Quote("Possible side effects after ablation therapy include", ACS_2017, at="A26", strength="Possible"),
                Quote("infection in the liver, and bleeding into the chest", ACS_2017, at="A26"),
                Quote("complications are uncommon, but they can happen", ACS_2017, at="A148", strength="uncommon"),
            ],
            since=[ABLATION_NOT_NAMED],
            notes=["Serious complications can happen, though they are uncommon."],
            then=[Onward("support", "Supportive care", to=OtherTree("support_and_stopping"))],
        ),
        AdviceAgainst(
            "ablation_near_structures",
            says="Ablation might not be a good choice for tumors near important structures",
            because=[
                Quote("can sometimes be used to destroy GISTs", ACS_2017, at="A22", strength="can sometimes"),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
                Quote("it might not be a good choice", ACS_2017, at="A23", strength="might not"),
                Quote("tumors near important structures like major blood vessels", ACS_2017, at="A23"),
                Quote("often destroys some of the normal tissue around", ACS_2017, at="A23", strength="often"),
            ],
            since=[ABLATION_NOT_NAMED],
            notes=[
                "It can sometimes be used for no more than a few small tumors in the liver, and is used much less often than surgery and targeted therapy.",
                "The reason given: ablation often destroys some of the normal tissue around the tumor.",
            ],
            then=[
                Onward("kinds", "The kinds, and what to expect", to="how_ablation_is_done"),
                Onward("side_effects", "What may follow", to="after_ablation"),
                Onward("embolization", "Embolization", to=OtherTree("liver_embolization")),
                Onward("surgery", "Surgery for few sites", to=OtherTree("surgery_for_few_sites")),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "ablation_place_not_known",
            leaves_open="Whether ablation is a good choice while it is not known what lies near the tumors",
            says=(
                "It can sometimes be used for no more than a few small tumors in the liver. Near important structures such as "
                "major blood vessels, the diaphragm or major ducts it might not be a good choice."
            ),
            would_decide="What lies near the tumors.",
            because=[
                Quote("can sometimes be used to destroy GISTs", ACS_2017, at="A22", strength="can sometimes"),
                Quote("it might not be a good choice", ACS_2017, at="A23", strength="might not"),
                Quote("tumors near important structures like major blood vessels", ACS_2017, at="A23"),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
            ],
            since=[ABLATION_NOT_NAMED],
            notes=["It is used much less often than surgery and targeted therapy."],
            then=[
                Onward("kinds", "The kinds, and what to expect", to="how_ablation_is_done"),
                Onward("side_effects", "What may follow", to="after_ablation"),
                Event("settled", "It is known what lies near them", to="near_liver_structures"),
                Onward("embolization", "Embolization", to=OtherTree("liver_embolization")),
            ],
        ),
        LeftOpen(
            "ablation_many_or_large",
            leaves_open="Whether ablation can be used for many tumors in the liver, or for large ones",
            says="It can sometimes be used for a few small tumors in the liver, and no more than a few.",
            would_decide="A statement on many or large tumors, which the source does not make.",
            because=[
                Quote("can sometimes be used to destroy GISTs", ACS_2017, at="A22", strength="can sometimes"),
                Quote("no more than a few small tumors", ACS_2017, at="A22"),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
            ],
            since=[ABLATION_NOT_NAMED],
            notes=["It is used much less often than surgery and targeted therapy."],
            then=[
                Onward("embolization", "Embolization", to=OtherTree("liver_embolization")),
                Onward("drugs", "Targeted therapy", to=OtherTree("unresectable_or_spread")),
            ],
        ),
        LeftOpen(
            "ablation_number_not_known",
            leaves_open="Whether ablation can be used while the number and size of the tumors are not known",
            says="It can sometimes be used for a few small tumors in the liver, and no more than a few.",
            would_decide="How many tumors there are in the liver, and how large they are.",
            because=[
                Quote("can sometimes be used to destroy GISTs", ACS_2017, at="A22", strength="can sometimes"),
                Quote("no more than a few small tumors", ACS_2017, at="A22"),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
            ],
            since=[ABLATION_NOT_NAMED],
            notes=["It is used much less often than surgery and targeted therapy."],
            then=[
                Onward("kinds", "The kinds, and what to expect", to="how_ablation_is_done"),
                Onward("side_effects", "What may follow", to="after_ablation"),
                Event("settled", "Their number and size are known", to="liver_tumors"),
                Onward("embolization", "Embolization", to=OtherTree("liver_embolization")),
            ],
        ),
    ],
)
