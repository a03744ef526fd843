"""Surgery when the tumor cannot be removed or has spread: after shrinkage, or with few sites in the abdomen."""

from trees.core import (
    CURRENT,
    OUR_QUESTION,
    SURGERY,
    Action,
    AdviceAgainst,
    Answer,
    Band,
    Checklist,
    Event,
    Item,
    LeftOpen,
    Measure,
    NoCriterion,
    Onward,
    OtherTree,
    Question,
    Quote,
    Tree,
)
from trees.gist_2017.differences import EMERGENCIES, SURGERY_CANDIDATES
from trees.gist_2017.since import (
    HOW_LONG_BEFORE_SURGERY,
    RIPRETINIB_AND_SURGERY,
    SELECTION_BIAS,
    SUNITINIB_AND_SURGERY,
    TIMING_OF_SURGERY,
)
from trees.sources.acs_2017 import ACS_2017

tree = Tree(
    "surgery_for_few_sites",
    title="Surgery for few sites",
    purpose="When surgery comes into question although the tumor could not be removed at first, or has spread.",
    readers="Patients and their families",
    applies_to="GIST that could not be removed with surgery, or has spread",
    because=Quote("GISTs that cannot be removed with surgery", ACS_2017, at="A72"),
    nodes=[
        Question(
            "shrunk_enough",
            asks="Has the tumor shrunk enough on targeted therapy?",
            means=NoCriterion(
                ["shrinks enough"],
                explains="“No” is also the answer where no targeted therapy was taken yet.",
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="surgery_after_shrinkage",
                    because=Quote("with targeted therapy, surgery may then be", ACS_2017, at="A79"),
                ),
                Answer(
                    "no",
                    "No",
                    to="where_spread",
                    because=Quote("with targeted therapy, surgery may then be", ACS_2017, at="A79"),
                ),
                Answer("unknown", "Not known", to="shrinkage_not_known", because=OUR_QUESTION),
            ],
        ),
        Action(
            "surgery_after_shrinkage",
            kind=SURGERY,
            says="Surgery may then be an option for some patients",
            because=[
                Quote("with targeted therapy, surgery may then be", ACS_2017, at="A79", strength="may"),
                Quote("surgery may then be an option for some patients", ACS_2017, at="A79", strength="may"),
                Quote("might be followed by more targeted therapy", ACS_2017, at="A80", strength="might"),
                Quote("if it is still effective", ACS_2017, at="A80"),
                Quote(
                    "very important that it is done by a surgeon experienced",
                    ACS_2017,
                    at="A18",
                    strength="very important",
                ),
            ],
            differs=[SURGERY_CANDIDATES],
            since=[TIMING_OF_SURGERY, SELECTION_BIAS, SUNITINIB_AND_SURGERY, RIPRETINIB_AND_SURGERY],
            notes=[
                "It might be followed by more targeted therapy, if that is still effective.",
                "The source does not say for which patients.",
                "What it says of few sites in the abdomen stands apart from this, and may be true as well.",
                "Whatever the operation, it is very important that the surgeon is experienced in treating GISTs.",
            ],
            then=[
                Onward("few_sites", "If it has spread: how many sites", to="where_spread"),
                Onward("pdq", "PDQ on surgery in advanced disease", to=OtherTree("surgery_in_advanced_disease")),
                Onward("operation", "What holds for any operation", to=OtherTree("operation")),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "shrinkage_not_known",
            leaves_open="Whether surgery is an option on account of shrinkage while that is not known",
            says=(
                "After enough shrinkage with targeted therapy, surgery may be an option for some patients. "
                "What is said of few sites in the abdomen does not depend on shrinkage."
            ),
            would_decide="Whether the tumor has shrunk enough.",
            because=[
                Quote("with targeted therapy, surgery may then be", ACS_2017, at="A79", strength="may"),
                Quote("surgery may then be an option for some patients", ACS_2017, at="A79", strength="may"),
                Quote("only 1 or 2 sites in the abdomen", ACS_2017, at="A81"),
            ],
            differs=[SURGERY_CANDIDATES],
            since=[TIMING_OF_SURGERY],
            then=[
                Onward("few_sites", "If it has spread: how many sites", to="where_spread"),
                Event("settled", "It is known whether it shrank enough", to="shrunk_enough"),
                Onward("pdq", "PDQ on surgery in advanced disease", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        Question(
            "where_spread",
            asks="Where has the tumor spread?",
            means="Beside where it started. The source names the liver as an example of a site in the abdomen.",
            lasts=CURRENT,
            answers=[
                Answer(
                    "abdomen_only",
                    "Within the abdomen only",
                    to="abdominal_sites",
                    because=Quote("only 1 or 2 sites in the abdomen", ACS_2017, at="A81"),
                ),
                Answer("outside", "Outside the abdomen, alone or too", to="sites_outside", because=OUR_QUESTION),
                Answer("no_spread", "It has not spread", to="surgery_without_spread", because=OUR_QUESTION),
                Answer("unknown", "Not known", to="sites_not_known", because=OUR_QUESTION),
            ],
        ),
        Measure(
            "abdominal_sites",
            asks="To how many sites in the abdomen has it spread?",
            means=NoCriterion(
                ["sites in the abdomen"],
                explains="It names the liver as an example, and does not say how many tumors make one site. The main tumor is named beside the sites.",
            ),
            lasts=CURRENT,
            unit="sites",
            lowest=1,
            highest=100,
            step=1,
            bands=[
                Band(
                    "one_or_two",
                    "1 or 2 sites",
                    at_least=1,
                    at_most=2,
                    to="behavior_of_sites",
                    because=Quote("only 1 or 2 sites in the abdomen", ACS_2017, at="A81"),
                ),
                Band("more", "More than 2 sites", above=2, to="more_sites", because=OUR_QUESTION),
            ],
            unknown=Answer("unknown", "Not known", to="sites_not_known", because=OUR_QUESTION),
        ),
        Checklist(
            "behavior_of_sites",
            asks="Which of these are true of the tumors? Every true one counts.",
            means=NoCriterion(
                ["slow growing", "complications"], explains="It names bleeding as an example of complications."
            ),
            lasts=CURRENT,
            items=[
                Item(
                    "slow_growing",
                    "Slow growing",
                    to="removal_of_slow_sites",
                    because=Quote("that are slow growing", ACS_2017, at="A83"),
                ),
                Item(
                    "complications",
                    "Causing complications such as uncontrollable bleeding",
                    to="removal_for_complications",
                    because=Quote("complications such as uncontrollable bleeding", ACS_2017, at="A83"),
                ),
            ],
            none=Answer(
                "none",
                "Neither",
                to="removal_usually_not",
                because=Quote("Usually this should be considered only", ACS_2017, at="A83"),
            ),
            unknown=Answer("unknown", "Not known", to="behavior_of_sites_not_known", because=OUR_QUESTION),
        ),
        Action(
            "removal_of_slow_sites",
            kind=SURGERY,
            says="The surgeon may advise removing the main tumor, with an attempt to remove the others too",
            because=[
                Quote("only 1 or 2 sites in the abdomen", ACS_2017, at="A81"),
                Quote("the surgeon may advise removing the main tumor", ACS_2017, at="A81", strength="may"),
                Quote("trying to remove these other tumors", ACS_2017, at="A81"),
                Quote("Usually this should be considered only", ACS_2017, at="A83", strength="Usually"),
                Quote("that are slow growing", ACS_2017, at="A83"),
                Quote("complications such as uncontrollable bleeding", ACS_2017, at="A83"),
                Quote(
                    "very important that it is done by a surgeon experienced",
                    ACS_2017,
                    at="A18",
                    strength="very important",
                ),
                Quote("be sure to talk with your doctor about what", ACS_2017, at="A82", strength="be sure"),
                Quote("the goals of treatment are", ACS_2017, at="A82"),
                Quote("try to cure the cancer, to help you live longer", ACS_2017, at="A82"),
                Quote("prevent or reduce symptoms", ACS_2017, at="A82"),
                Quote("possible benefits and risks", ACS_2017, at="A82"),
                Quote("might also remove tumors that have spread", ACS_2017, at="A16", strength="might"),
                Quote(
                    "not typically the first treatment for these tumors", ACS_2017, at="A209", strength="not typically"
                ),
            ],
            differs=[SURGERY_CANDIDATES],
            since=[TIMING_OF_SURGERY, SELECTION_BIAS, SUNITINIB_AND_SURGERY, RIPRETINIB_AND_SURGERY],
            notes=[
                "Usually it should be considered only for tumors that grow slowly or cause complications.",
                "Surgery is not typically the first treatment of tumors that cannot be removed or have spread.",
                "Whatever the operation, it is very important that the surgeon is experienced in treating GISTs.",
                "To talk over with the doctor: the goals (to try to cure, to live longer, or to prevent or reduce symptoms), "
                "and the possible benefits and risks.",
                "The page on surgery says, with no number of sites, that tumors that have spread elsewhere in the abdomen "
                "might be removed too.",
            ],
            then=[
                Onward("liver", "If it is in the liver: other options", to=OtherTree("liver_metastases")),
                Onward("pdq", "PDQ on surgery in advanced disease", to=OtherTree("surgery_in_advanced_disease")),
                Onward("drugs", "What comes first: biopsy, imatinib", to=OtherTree("unresectable_or_spread")),
                Onward("operation", "What holds for any operation", to=OtherTree("operation")),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        Action(
            "removal_for_complications",
            kind=SURGERY,
            says="With complications, the surgeon may advise removing the main tumor, with an attempt to remove the others too",
            because=[
                Quote("only 1 or 2 sites in the abdomen", ACS_2017, at="A81"),
                Quote("the surgeon may advise removing the main tumor", ACS_2017, at="A81", strength="may"),
                Quote("trying to remove these other tumors", ACS_2017, at="A81"),
                Quote("Usually this should be considered only", ACS_2017, at="A83", strength="Usually"),
                Quote("complications such as uncontrollable bleeding", ACS_2017, at="A83"),
                Quote(
                    "very important that it is done by a surgeon experienced",
                    ACS_2017,
                    at="A18",
                    strength="very important",
                ),
                Quote("be sure to talk with your doctor about what", ACS_2017, at="A82", strength="be sure"),
                Quote("the goals of treatment are", ACS_2017, at="A82"),
                Quote("try to cure the cancer, to help you live longer", ACS_2017, at="A82"),
                Quote("prevent or reduce symptoms", ACS_2017, at="A82"),
                Quote("possible benefits and risks", ACS_2017, at="A82"),
                Quote(
                    "not typically the first treatment for these tumors", ACS_2017, at="A209", strength="not typically"
                ),
            ],
            differs=[SURGERY_CANDIDATES, EMERGENCIES],
            since=[SUNITINIB_AND_SURGERY, RIPRETINIB_AND_SURGERY],
            notes=[
                "Usually it should be considered only for tumors that grow slowly or cause complications.",
                "Surgery is not typically the first treatment of tumors that cannot be removed or have spread.",
                "Whatever the operation, it is very important that the surgeon is experienced in treating GISTs.",
                "To talk over with the doctor: the goals (to try to cure, to live longer, or to prevent or reduce symptoms), "
                "and the possible benefits and risks.",
            ],
            then=[
                Onward("pdq", "PDQ on emergencies, and on surgery", to=OtherTree("surgery_in_advanced_disease")),
                Onward("liver", "If it is in the liver: other options", to=OtherTree("liver_metastases")),
                Onward("drugs", "What comes first: biopsy, imatinib", to=OtherTree("unresectable_or_spread")),
                Onward("operation", "What holds for any operation", to=OtherTree("operation")),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        AdviceAgainst(
            "removal_usually_not",
            says="Removing the main tumor and the others: usually to be considered only for slow growth or complications",
            because=[
                Quote("be sure to talk with your doctor about what", ACS_2017, at="A82", strength="be sure"),
                Quote("the goals of treatment are", ACS_2017, at="A82"),
                Quote("Usually this should be considered only", ACS_2017, at="A83", strength="Usually"),
                Quote("that are slow growing", ACS_2017, at="A83"),
                Quote("complications such as uncontrollable bleeding", ACS_2017, at="A83"),
                Quote("only 1 or 2 sites in the abdomen", ACS_2017, at="A81"),
            ],
            differs=[SURGERY_CANDIDATES],
            since=[SELECTION_BIAS],
            notes=[
                "The source says “usually”, and names no exception.",
                "If a surgeon advises it all the same: be sure to talk about the goals of treatment, its benefits and its risks.",
            ],
            then=[
                Onward("liver", "If it is in the liver: other options", to=OtherTree("liver_metastases")),
                Onward("pdq", "PDQ on surgery in advanced disease", to=OtherTree("surgery_in_advanced_disease")),
                Event("review", "The tumor shrinks, or behaves otherwise", to="shrunk_enough"),
            ],
        ),
        LeftOpen(
            "behavior_of_sites_not_known",
            leaves_open="Whether removal comes into question while it is not known how the tumors behave",
            says=(
                "With only 1 or 2 sites in the abdomen the surgeon may advise removing the main tumor and trying to remove the "
                "others. Usually that should be considered only for tumors that grow slowly or cause complications."
            ),
            would_decide="Whether the tumors grow slowly, and whether they cause complications.",
            because=[
                Quote("only 1 or 2 sites in the abdomen", ACS_2017, at="A81"),
                Quote("the surgeon may advise removing the main tumor", ACS_2017, at="A81", strength="may"),
                Quote("Usually this should be considered only", ACS_2017, at="A83", strength="Usually"),
                Quote("that are slow growing", ACS_2017, at="A83"),
                Quote("complications such as uncontrollable bleeding", ACS_2017, at="A83"),
            ],
            differs=[SURGERY_CANDIDATES],
            since=[TIMING_OF_SURGERY, SELECTION_BIAS],
            then=[
                Event("settled", "It is known how the tumors behave", to="behavior_of_sites"),
                Onward("liver", "If it is in the liver: other options", to=OtherTree("liver_metastases")),
                Onward("pdq", "PDQ on surgery in advanced disease", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
        LeftOpen(
            "more_sites",
            leaves_open="Whether surgery comes into question with more than 2 sites in the abdomen, without enough shrinkage",
            says=(
                "The advice to remove the main tumor and the others is written for only 1 or 2 sites in the abdomen. The page on "
                "surgery says, with no number, that tumors that have spread elsewhere in the abdomen might be removed too."
            ),
            would_decide="A statement on more sites, which the source does not make.",
            because=[
                Quote("only 1 or 2 sites in the abdomen", ACS_2017, at="A81"),
                Quote("the surgeon may advise removing the main tumor", ACS_2017, at="A81", strength="may"),
                Quote("might also remove tumors that have spread", ACS_2017, at="A16", strength="might"),
            ],
            differs=[SURGERY_CANDIDATES, EMERGENCIES],
            since=[TIMING_OF_SURGERY, SELECTION_BIAS],
            then=[
                Onward("pdq", "PDQ on surgery, with no number of sites", to=OtherTree("surgery_in_advanced_disease")),
                Onward("drugs", "Targeted therapy", to=OtherTree("unresectable_or_spread")),
                Onward("liver", "If it is in the liver: other options", to=OtherTree("liver_metastases")),
            ],
        ),
        LeftOpen(
            "sites_outside",
            leaves_open="Whether surgery comes into question with sites outside the abdomen, without enough shrinkage",
            says="The advice to remove the main tumor and the others is written for only 1 or 2 sites in the abdomen.",
            would_decide="A statement on sites outside the abdomen, which the source does not make.",
            because=[
                Quote("only 1 or 2 sites in the abdomen", ACS_2017, at="A81"),
                Quote("the surgeon may advise removing the main tumor", ACS_2017, at="A81", strength="may"),
            ],
            differs=[SURGERY_CANDIDATES, EMERGENCIES],
            then=[
                Onward("pdq", "PDQ on surgery, with no number of sites", to=OtherTree("surgery_in_advanced_disease")),
                Onward("drugs", "Targeted therapy", to=OtherTree("unresectable_or_spread")),
                Onward("liver", "If it is in the liver too: other options", to=OtherTree("liver_metastases")),
            ],
        ),
        LeftOpen(
            "surgery_without_spread",
            leaves_open="Whether surgery comes into question for a tumor that has not spread and has not shrunk enough",
            says=(
                "For a tumor that cannot be removed, surgery may be an option for some patients after enough shrinkage with "
                "targeted therapy. The advice on sites is written for cancer that has spread."
            ),
            would_decide="Whether the tumor shrinks enough.",
            because=[
                Quote("with targeted therapy, surgery may then be", ACS_2017, at="A79", strength="may"),
                Quote("surgery may then be an option for some patients", ACS_2017, at="A79", strength="may"),
                Quote("only 1 or 2 sites in the abdomen", ACS_2017, at="A81"),
            ],
            since=[HOW_LONG_BEFORE_SURGERY],
            then=[
                Onward("drugs", "Not removable: targeted therapy", to=OtherTree("unresectable_or_spread")),
                Event("shrinks", "It shrinks", to="shrunk_enough"),
            ],
        ),
        LeftOpen(
            "sites_not_known",
            leaves_open="Whether removal comes into question while it is not known where, or to how many sites, it has spread",
            says=(
                "With only 1 or 2 sites in the abdomen the surgeon may advise removing the main tumor and trying to remove the "
                "others, usually for slow growth or complications."
            ),
            would_decide="Where the tumor has spread, and to how many sites.",
            because=[
                Quote("only 1 or 2 sites in the abdomen", ACS_2017, at="A81"),
                Quote("the surgeon may advise removing the main tumor", ACS_2017, at="A81", strength="may"),
                Quote("Usually this should be considered only", ACS_2017, at="A83", strength="Usually"),
                Quote("that are slow growing", ACS_2017, at="A83"),
                Quote("complications such as uncontrollable bleeding", ACS_2017, at="A83"),
            ],
            differs=[SURGERY_CANDIDATES, EMERGENCIES],
            since=[TIMING_OF_SURGERY, SELECTION_BIAS],
            then=[
                Event("settled", "It is known where it has spread", to="where_spread"),
                Onward("pdq", "PDQ on surgery in advanced disease", to=OtherTree("surgery_in_advanced_disease")),
            ],
        ),
    ],
)
