"""Embolization of tumors in the liver: the state of the liver, and the size of the branch that is blocked."""

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
from trees.gist_2017.since import D842V_FIRST, EMBOLIZATION_NOT_NAMED, WILD_TYPE_FIRST
from trees.sources.acs_2017 import ACS_2017

tree = Tree(
    "liver_embolization",
    title="Embolization in the liver",
    purpose="For whom embolization may not be a good option, how it is done, and what may follow.",
    readers="Patients and their families",
    applies_to="GIST that has spread to the liver",
    because=Quote("GISTs that have spread to the liver", ACS_2017, at="A29"),
    nodes=[
        Question(
            "liver_damaged",
            asks="Has the liver already been damaged, as by hepatitis or cirrhosis?",
            means=NoCriterion(["damaged"], explains="Hepatitis and cirrhosis are its examples."),
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="embolization_liver_damaged",
                    because=Quote("whose liver has already been damaged by diseases", ACS_2017, at="A28"),
                ),
                Answer(
                    "no",
                    "No",
                    to="large_branch",
                    because=Quote("whose liver has already been damaged by diseases", ACS_2017, at="A28"),
                ),
                Answer("unknown", "Not known", to="embolization_liver_not_known", because=OUR_QUESTION),
            ],
        ),
        Question(
            "large_branch",
            asks="Would a large branch of the hepatic artery be embolized?",
            means=NoCriterion(
                ["a large branch"],
                explains="The hepatic artery is the one that usually feeds cancer cells in the liver.",
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="embolization_higher_risk",
                    because=Quote("large branch of the hepatic artery is embolized", ACS_2017, at="A30"),
                ),
                Answer(
                    "no",
                    "No",
                    to="embolization_might_be_used",
                    because=Quote("large branch of the hepatic artery is embolized", ACS_2017, at="A30"),
                ),
                Answer("unknown", "Not known", to="embolization_branch_not_known", because=OUR_QUESTION),
            ],
        ),
        Action(
            "embolization_might_be_used",
            kind=PROCEDURE,
            says="Embolization of the tumors in the liver might be used",
            because=[
                Quote("ablation and embolization might be used", ACS_2017, at="A21", strength="might"),
                Quote("other options to treat cancers that have spread", ACS_2017, at="A84", strength="other options"),
                Quote("try to block or reduce the blood flow", ACS_2017, at="A27"),
                Quote("a risk that liver function will get worse", ACS_2017, at="A157", strength="a risk"),
                Quote("large branch of the hepatic artery is embolized", ACS_2017, at="A30"),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
                Quote(
                    "imatinib is typically the preferred first treatment",
                    ACS_2017,
                    at="A74",
                    strength="typically the preferred",
                ),
            ],
            differs=[SPOKEN_OF_BY_ONE],
            since=[EMBOLIZATION_NOT_NAMED, D842V_FIRST, WILD_TYPE_FIRST],
            notes=[
                "Imatinib is typically the preferred first treatment of a GIST that cannot be removed or has spread.",
                "It is to block or reduce the flow of blood to the cancer cells.",
                "There is a risk that liver function will get worse; it is higher with a large branch of the hepatic artery.",
                "It is used much less often than surgery and targeted therapy.",
            ],
            then=[
                Onward("how", "How it is done", to="how_embolization_is_done"),
                Onward("complications", "What may follow", to="after_embolization"),
                Onward("drugs", "Targeted therapy", to=OtherTree("unresectable_or_spread")),
                Onward("ablation", "Ablation", to=OtherTree("liver_ablation")),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        Action(
            "embolization_higher_risk",
            kind=PROCEDURE,
            says="Embolization might be used, with a higher risk that liver function gets worse",
            because=[
                Quote("ablation and embolization might be used", ACS_2017, at="A21", strength="might"),
                Quote("other options to treat cancers that have spread", ACS_2017, at="A84", strength="other options"),
                Quote("try to block or reduce the blood flow", ACS_2017, at="A27"),
                Quote("a risk that liver function will get worse", ACS_2017, at="A157", strength="a risk"),
                Quote("large branch of the hepatic artery is embolized", ACS_2017, at="A30"),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
                Quote(
                    "imatinib is typically the preferred first treatment",
                    ACS_2017,
                    at="A74",
                    strength="typically the preferred",
                ),
            ],
            since=[EMBOLIZATION_NOT_NAMED, D842V_FIRST, WILD_TYPE_FIRST],
            notes=[
                "Imatinib is typically the preferred first treatment of a GIST that cannot be removed or has spread.",
                "With a large branch of the hepatic artery the risk is higher. How much higher is not said, nor that "
                "embolization is ruled out then.",
                "It is used much less often than surgery and targeted therapy.",
            ],
            then=[
                Onward("how", "How it is done", to="how_embolization_is_done"),
                Onward("complications", "What may follow", to="after_embolization"),
                Onward("drugs", "Targeted therapy", to=OtherTree("unresectable_or_spread")),
                Onward("ablation", "Ablation", to=OtherTree("liver_ablation")),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "embolization_branch_not_known",
            leaves_open="How high the risk to liver function is while it is not known which branch would be blocked",
            says=(
                "Embolization might be used for spread to the liver. There is a risk that liver function will get worse, which "
                "is higher where the branch that is blocked is a large one."
            ),
            would_decide="Which branch of the hepatic artery would be embolized.",
            because=[
                Quote("try to block or reduce the blood flow", ACS_2017, at="A27"),
                Quote("ablation and embolization might be used", ACS_2017, at="A21", strength="might"),
                Quote("a risk that liver function will get worse", ACS_2017, at="A157", strength="a risk"),
                Quote("large branch of the hepatic artery is embolized", ACS_2017, at="A30"),
            ],
            since=[EMBOLIZATION_NOT_NAMED],
            then=[
                Event("settled", "It is known which branch", to="large_branch"),
                Onward("how", "How it is done", to="how_embolization_is_done"),
                Onward("complications", "What may follow", to="after_embolization"),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        AdviceAgainst(
            "embolization_liver_damaged",
            says="With a liver already damaged, embolization may not be a good option for some patients",
            because=[
                Quote("try to block or reduce the blood flow", ACS_2017, at="A27"),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
                Quote("may not be a good option for some patients", ACS_2017, at="A28", strength="may not"),
                Quote("whose liver has already been damaged by diseases", ACS_2017, at="A28"),
                Quote("reduce some of the blood supply", ACS_2017, at="A28"),
                Quote("a risk that liver function will get worse", ACS_2017, at="A157", strength="a risk"),
                Quote("large branch of the hepatic artery is embolized", ACS_2017, at="A30"),
            ],
            since=[EMBOLIZATION_NOT_NAMED],
            notes=[
                "The source says “some patients”, and not for which.",
                "The reason given: embolization reduces some of the blood supply to the normal liver tissue.",
                "There is a risk that liver function will get worse; it is higher with a large branch of the hepatic artery.",
            ],
            then=[
                Onward("how", "How it is done", to="how_embolization_is_done"),
                Onward("complications", "What may follow", to="after_embolization"),
                Onward("ablation", "Ablation", to=OtherTree("liver_ablation")),
                Onward("surgery", "Surgery for few sites", to=OtherTree("surgery_for_few_sites")),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "embolization_liver_not_known",
            leaves_open="Whether embolization is a good option while it is not known if the liver has been damaged",
            says=(
                "Embolization might be used for spread to the liver. For some patients with a liver damaged before, "
                "as by hepatitis or cirrhosis, it may not be a good option."
            ),
            would_decide="Whether the liver has been damaged before.",
            because=[
                Quote("main type of embolization", ACS_2017, at="A29"),
                Quote("try to block or reduce the blood flow", ACS_2017, at="A27"),
                Quote("ablation and embolization might be used", ACS_2017, at="A21", strength="might"),
                Quote("may not be a good option for some patients", ACS_2017, at="A28", strength="may not"),
                Quote("whose liver has already been damaged by diseases", ACS_2017, at="A28"),
            ],
            since=[EMBOLIZATION_NOT_NAMED],
            then=[
                Onward("how", "How it is done", to="how_embolization_is_done"),
                Onward("complications", "What may follow", to="after_embolization"),
                Event("settled", "It is known whether the liver is damaged", to="liver_damaged"),
                Onward("ablation", "Ablation", to=OtherTree("liver_ablation")),
            ],
        ),
        Action(
            "how_embolization_is_done",
            kind=PROCEDURE,
            says="Particles are put into the artery through a catheter from the inner thigh; typically with no stay in the hospital",
            because=[
                Quote("main type of embolization", ACS_2017, at="A29"),
                Quote("catheter (a thin, flexible tube) is put into an artery", ACS_2017, at="A152"),
                Quote("a small cut in the inner thigh", ACS_2017, at="A152"),
                Quote("dye is usually injected into the bloodstream", ACS_2017, at="A153", strength="usually"),
                Quote("small particles are injected into the artery", ACS_2017, at="A154"),
                Quote("Typically, you won't have to stay", ACS_2017, at="A155", strength="Typically"),
                Quote("usually fed by branches of the hepatic artery", ACS_2017, at="A150", strength="usually"),
                Quote("fed by branches of the portal vein", ACS_2017, at="A150"),
                Quote("leaves most of the healthy liver cells unharmed", ACS_2017, at="A151", strength="most"),
            ],
            since=[EMBOLIZATION_NOT_NAMED],
            notes=[
                "The main type is arterial embolization: a thin tube goes through a small cut in the inner thigh into an artery, "
                "and up into the hepatic artery.",
                "A dye is usually injected, so that the path of the tube can be seen on a special type of x-ray.",
                "Small particles then plug the artery up.",
                "Cancer cells in the liver are usually fed by the hepatic artery, most normal liver cells by the portal vein; so most "
                "healthy liver cells are left unharmed.",
            ],
            then=[
                Onward("complications", "What may follow", to="after_embolization"),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        Action(
            "after_embolization",
            kind=SIDE_EFFECTS,
            says=(
                "Possible after embolization: belly pain, fever, nausea, infection in the liver, gallbladder inflammation, "
                "blood clots in the main blood vessels of the liver"
            ),
            because=[
                Quote(
                    "Possible complications after embolization include abdominal",
                    ACS_2017,
                    at="A156",
                    strength="Possible",
                ),
                Quote("infection in the liver, gallbladder inflammation, and blood clots", ACS_2017, at="A156"),
                Quote("a risk that liver function will get worse", ACS_2017, at="A157", strength="a risk"),
                Quote("large branch of the hepatic artery is embolized", ACS_2017, at="A30"),
                Quote(
                    "complications are not common, but they are possible", ACS_2017, at="A158", strength="not common"
                ),
            ],
            since=[EMBOLIZATION_NOT_NAMED],
            notes=[
                "Healthy liver tissue can be affected, so that there is a risk of worse liver function; with a large branch of the "
                "hepatic artery it is higher.",
                "Serious complications are possible, though not common.",
            ],
            then=[Onward("support", "Supportive care", to=OtherTree("support_and_stopping"))],
        ),
    ],
)
