"""How a localized tumor is removed: by size, through a cut or by keyhole surgery."""

from trees.core import (
    CURRENT,
    NOT_STATED,
    OUR_QUESTION,
    SURGERY,
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
    Tree,
)
from trees.drugs import IMATINIB
from trees.gist_2017.differences import LARGE_TUMOR_FIRST
from trees.gist_2017.since import KEYHOLE, LYMPH_NODES, MARGINS, NO_BIOPSY, RESECTABLE
from trees.sources.acs_2017 import ACS_2017

tree = Tree(
    "operation",
    title="How the tumor is removed",
    purpose="Which operation the source describes for a smaller and for a larger tumor, and what counts in each.",
    readers="Patients and their families",
    applies_to="Localized GIST that is to be operated on",
    because=[
        Quote("Surgery is usually main treatment", ACS_2017, at="A10"),
        Quote("stromal tumors (GISTs) that haven't spread", ACS_2017, at="A10"),
    ],
    nodes=[
        Question(
            "size_for_operation",
            asks="Is the tumor small, or is it large or growing into other organs?",
            means=NoCriterion(
                ["small", "large"],
                explains=(
                    "A small tumor that grows into other organs goes with the large ones here: "
                    "the source says “or growing into other organs”."
                ),
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "small",
                    "Small",
                    to="keyhole_suited",
                    because=Quote("tumor is small, it often can be removed", ACS_2017, at="A12"),
                ),
                Answer(
                    "large",
                    "Large, or growing into other organs",
                    to="remove_or_imatinib_first",
                    because=Quote("growing into other organs", ACS_2017, at="A15"),
                ),
                Answer("unknown", "Not known", to="operation_size_not_known", because=OUR_QUESTION),
            ],
        ),
        Question(
            "keyhole_suited",
            asks="Is it one of the small tumors suited to keyhole surgery?",
            means=NoCriterion(["some small cancers"]),
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="keyhole_or_one_cut",
                    because=Quote("For some small cancers, “keyhole” (laparoscopic) surgery", ACS_2017, at="A14"),
                ),
                Answer(
                    "no",
                    "No",
                    to="operation_through_cut",
                    because=Quote("For some small cancers, “keyhole” (laparoscopic) surgery", ACS_2017, at="A14"),
                ),
                Answer("unknown", "Not known", to="operation_keyhole_not_known", because=OUR_QUESTION),
            ],
        ),
        Choice(
            "keyhole_or_one_cut",
            between="Keyhole surgery, or surgery through a longer cut?",
            options=[
                Option(
                    "keyhole",
                    "Keyhole surgery",
                    to="operation_keyhole",
                    because=Quote("(laparoscopic) surgery is an option", ACS_2017, at="A14", strength="is an option"),
                ),
                Option(
                    "cut",
                    "Through a longer cut",
                    to="operation_through_cut",
                    because=Quote("than from traditional surgery that requires a longer incision", ACS_2017, at="A136"),
                ),
            ],
            order=NOT_STATED,
        ),
        Action(
            "operation_keyhole",
            kind=SURGERY,
            says="Keyhole surgery is an option: several small cuts instead of a large one",
            because=[
                Quote("(laparoscopic) surgery is an option", ACS_2017, at="A14", strength="is an option"),
                Quote("For some small cancers, “keyhole” (laparoscopic) surgery", ACS_2017, at="A14"),
                Quote("making a large incision in the skin", ACS_2017, at="A133"),
                Quote("several small ones are used", ACS_2017, at="A133"),
                Quote("a thin lighted tube with a tiny video camera", ACS_2017, at="A134"),
                Quote("him or her see inside the belly", ACS_2017, at="A134"),
                Quote("thin surgical tools are then used", ACS_2017, at="A135"),
                Quote("patients usually recover more quickly", ACS_2017, at="A136", strength="usually"),
                Quote("removing nearby lymph nodes is usually not needed", ACS_2017, at="A13", strength="usually not"),
                Quote("almost never spread to the lymph nodes", ACS_2017, at="A13"),
                Quote("small area of normal tissue", ACS_2017, at="A12"),
                Quote("tumor is small, it often can be removed", ACS_2017, at="A12", strength="often can"),
                Quote("is to remove all of the cancer", ACS_2017, at="A131"),
                Quote("surgery needed depends on the location and size", ACS_2017, at="A11", strength="depends on"),
                Quote(
                    "very important that it is done by a surgeon experienced",
                    ACS_2017,
                    at="A18",
                    strength="very important",
                ),
                Quote("must be careful not to open the outer lining", ACS_2017, at="A19", strength="must"),
                Quote("might increase the risk of spreading the cancer", ACS_2017, at="A19", strength="might"),
                Quote("has to be careful to control any bleeding", ACS_2017, at="A20", strength="has to"),
                Quote("main treatment for most small tumors", ACS_2017, at="A57", strength="main"),
                Quote("Surgery is usually main treatment", ACS_2017, at="A10", strength="usually"),
            ],
            since=[KEYHOLE, MARGINS, LYMPH_NODES],
            notes=[
                "Through one of the cuts the surgeon puts a thin lighted tube with a tiny video camera, which lets him or her see "
                "inside the belly; long, thin tools go through the others to remove the tumor.",
                "Patients usually recover more quickly than from surgery with a longer cut.",
                "A small tumor often can be removed with a small area of normal tissue around it. Removing nearby lymph nodes is "
                "usually not needed: GISTs almost never spread there.",
                "The goal is to remove all of the cancer. Which operation depends on the location and size of the tumor.",
                "It is very important that the surgeon is experienced in treating GISTs. Surgeons must be careful not to open the "
                "capsule, the outer lining of the tumor: that might increase the risk of spreading the cancer. "
                "The surgeon has to be careful to control any bleeding.",
                "For a GIST that has not spread surgery is usually the main treatment, and for most small ones it is.",
            ],
            then=[
                Event("removed", "The tumor has been removed", to=OtherTree("adjuvant_imatinib")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
        Action(
            "operation_through_cut",
            kind=SURGERY,
            says="A small tumor often can be removed, with a small area of normal tissue, through a cut in the skin",
            because=[
                Quote("tumor is small, it often can be removed", ACS_2017, at="A12", strength="often can"),
                Quote("small area of normal tissue", ACS_2017, at="A12"),
                Quote("done through a cut (incision) in the skin", ACS_2017, at="A132"),
                Quote("removing nearby lymph nodes is usually not needed", ACS_2017, at="A13", strength="usually not"),
                Quote("almost never spread to the lymph nodes", ACS_2017, at="A13"),
                Quote("is to remove all of the cancer", ACS_2017, at="A131"),
                Quote("surgery needed depends on the location and size", ACS_2017, at="A11", strength="depends on"),
                Quote(
                    "very important that it is done by a surgeon experienced",
                    ACS_2017,
                    at="A18",
                    strength="very important",
                ),
                Quote("must be careful not to open the outer lining", ACS_2017, at="A19", strength="must"),
                Quote("might increase the risk of spreading the cancer", ACS_2017, at="A19", strength="might"),
                Quote("has to be careful to control any bleeding", ACS_2017, at="A20", strength="has to"),
                Quote("main treatment for most small tumors", ACS_2017, at="A57", strength="main"),
                Quote("Surgery is usually main treatment", ACS_2017, at="A10", strength="usually"),
            ],
            since=[KEYHOLE, MARGINS, LYMPH_NODES],
            notes=[
                "Removing nearby lymph nodes is usually not needed: GISTs almost never spread there.",
                "The goal is to remove all of the cancer. Which operation depends on the location and size of the tumor.",
                "It is very important that the surgeon is experienced in treating GISTs. Surgeons must be careful not to open the "
                "capsule, the outer lining of the tumor: that might increase the risk of spreading the cancer. "
                "The surgeon has to be careful to control any bleeding.",
                "For a GIST that has not spread surgery is usually the main treatment, and for most small ones it is.",
            ],
            then=[
                Event("removed", "The tumor has been removed", to=OtherTree("adjuvant_imatinib")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
        LeftOpen(
            "operation_keyhole_not_known",
            leaves_open="Whether keyhole surgery is an option for this small tumor",
            says=(
                "For some small tumors keyhole surgery, through several small cuts, is an option; for which is not said. "
                "A small tumor often can be removed, with a small area of normal tissue, through a cut in the skin. "
                "The operation depends on the location and size of the tumor."
            ),
            would_decide="Whether the surgeon holds the tumor suited to keyhole surgery.",
            because=[
                Quote("(laparoscopic) surgery is an option", ACS_2017, at="A14", strength="is an option"),
                Quote("several small ones are used", ACS_2017, at="A133"),
                Quote("tumor is small, it often can be removed", ACS_2017, at="A12", strength="often can"),
                Quote("small area of normal tissue", ACS_2017, at="A12"),
                Quote("done through a cut (incision) in the skin", ACS_2017, at="A132"),
                Quote("removing nearby lymph nodes is usually not needed", ACS_2017, at="A13", strength="usually not"),
                Quote("is to remove all of the cancer", ACS_2017, at="A131"),
                Quote("surgery needed depends on the location and size", ACS_2017, at="A11", strength="depends on"),
                Quote(
                    "very important that it is done by a surgeon experienced",
                    ACS_2017,
                    at="A18",
                    strength="very important",
                ),
                Quote("must be careful not to open the outer lining", ACS_2017, at="A19", strength="must"),
                Quote("might increase the risk of spreading the cancer", ACS_2017, at="A19", strength="might"),
                Quote("has to be careful to control any bleeding", ACS_2017, at="A20", strength="has to"),
                Quote("main treatment for most small tumors", ACS_2017, at="A57", strength="main"),
                Quote("Surgery is usually main treatment", ACS_2017, at="A10", strength="usually"),
            ],
            since=[KEYHOLE, MARGINS, LYMPH_NODES],
            notes=[
                "Either way the goal is to remove all of the cancer, and removing nearby lymph nodes is usually not needed.",
                "It is very important that the surgeon is experienced in treating GISTs. Surgeons must be careful not to open the "
                "capsule, the outer lining of the tumor: that might increase the risk of spreading the cancer. "
                "The surgeon has to be careful to control any bleeding.",
            ],
            then=[
                Event("settled", "It is known whether it is suited", to="keyhole_suited"),
                Onward("keyhole", "How keyhole surgery is done", to="operation_keyhole"),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        Choice(
            "remove_or_imatinib_first",
            between="Remove the tumor now, or take imatinib first?",
            options=[
                Option(
                    "remove",
                    "Remove it now",
                    to="operation_large_tumor",
                    because=Quote(
                        "the surgeon might still be able to remove it entirely", ACS_2017, at="A15", strength="might"
                    ),
                ),
                Option(
                    "imatinib",
                    "Imatinib first, to shrink it",
                    to=OtherTree("imatinib_first"),
                    because=[
                        Quote("Another option for tumors that are large", ACS_2017, at="A17", strength="option"),
                        Quote("the targeted drug imatinib (Gleevec) first", ACS_2017, at="A17"),
                    ],
                ),
            ],
            order=(
                "On the page about surgery, none. On the page about spread, surgery is not typically the first treatment "
                "of tumors that are larger or harder to remove."
            ),
            because=Quote("Because of this, surgery is not typically", ACS_2017, at="A63", strength="not typically"),
        ),
        Action(
            "operation_large_tumor",
            kind=SURGERY,
            says="The surgeon might still be able to remove it entirely; parts of organs might come out with it",
            because=[
                Quote("the surgeon might still be able to remove it entirely", ACS_2017, at="A15", strength="might"),
                Quote("growing into other organs", ACS_2017, at="A15"),
                Quote("section of the intestines) might need to be removed", ACS_2017, at="A137", strength="might"),
                Quote(
                    "might also remove tumors that have spread elsewhere in the abdomen",
                    ACS_2017,
                    at="A16",
                    strength="might",
                ),
                Quote("Another option for tumors that are large", ACS_2017, at="A17", strength="option"),
                Quote("the targeted drug imatinib (Gleevec) first", ACS_2017, at="A17"),
                Quote("Because of this, surgery is not typically", ACS_2017, at="A63", strength="not typically"),
                Quote("so a biopsy is needed", ACS_2017, at="A64", strength="is needed"),
                Quote("Before starting treatment, it's important to be sure", ACS_2017, at="A64", strength="important"),
                Quote("is to remove all of the cancer", ACS_2017, at="A131"),
                Quote("surgery needed depends on the location and size", ACS_2017, at="A11", strength="depends on"),
                Quote(
                    "very important that it is done by a surgeon experienced",
                    ACS_2017,
                    at="A18",
                    strength="very important",
                ),
                Quote("must be careful not to open the outer lining", ACS_2017, at="A19", strength="must"),
                Quote("might increase the risk of spreading the cancer", ACS_2017, at="A19", strength="might"),
                Quote("has to be careful to control any bleeding", ACS_2017, at="A20", strength="has to"),
                Quote("almost never spread to the lymph nodes", ACS_2017, at="A13"),
                Quote("removing nearby lymph nodes is usually not needed", ACS_2017, at="A13", strength="usually not"),
                Quote("Surgery is usually main treatment", ACS_2017, at="A10", strength="usually"),
                Quote("might be to have the patient", ACS_2017, at="A17", strength="might"),
            ],
            drugs=[IMATINIB],
            differs=[LARGE_TUMOR_FIRST],
            since=[RESECTABLE, NO_BIOPSY, MARGINS, LYMPH_NODES],
            notes=[
                "Parts of organs might need to be removed for that, such as a section of the intestines. "
                "Tumors that have spread elsewhere in the abdomen, such as to the liver, might be removed too.",
                "Imatinib first is named as another option; the page about spread says that surgery is not typically the first "
                "treatment of tumors that are larger or harder to remove.",
                "Of those tumors that page also says that a biopsy is needed before treatment starts, to be sure that it is a GIST.",
                "The goal is to remove all of the cancer. Which operation depends on the location and size of the tumor.",
                "GISTs almost never spread to the lymph nodes; that removing nearby ones is usually not needed stands in the part "
                "on small tumors.",
                "It is very important that the surgeon is experienced in treating GISTs. Surgeons must be careful not to open the "
                "capsule, the outer lining of the tumor: that might increase the risk of spreading the cancer. "
                "The surgeon has to be careful to control any bleeding.",
                "For a GIST that has not spread surgery is usually the main treatment.",
            ],
            then=[
                Event("removed", "The tumor has been removed", to=OtherTree("adjuvant_imatinib")),
                Onward("imatinib_first", "Imatinib before surgery", to=OtherTree("imatinib_first")),
                Onward("few_sites", "If it has spread to a few sites", to=OtherTree("surgery_for_few_sites")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "operation_size_not_known",
            leaves_open="Which operation is meant while it is not known how large the tumor is",
            says=(
                "The operation depends on the location and size of the tumor. A small one often can be removed with a small area "
                "of normal tissue. A large one, or one growing into other organs, might still be removed entirely; taking "
                "imatinib first might be another option there."
            ),
            would_decide="Whether the tumor is small, or large or growing into other organs.",
            because=[
                Quote("surgery needed depends on the location and size", ACS_2017, at="A11", strength="depends on"),
                Quote("tumor is small, it often can be removed", ACS_2017, at="A12", strength="often can"),
                Quote("small area of normal tissue", ACS_2017, at="A12"),
                Quote("the surgeon might still be able to remove it entirely", ACS_2017, at="A15", strength="might"),
                Quote("Another option for tumors that are large", ACS_2017, at="A17", strength="option"),
                Quote("the targeted drug imatinib (Gleevec) first", ACS_2017, at="A17"),
                Quote("might be to have the patient", ACS_2017, at="A17", strength="might"),
                Quote("is to remove all of the cancer", ACS_2017, at="A131"),
                Quote(
                    "very important that it is done by a surgeon experienced",
                    ACS_2017,
                    at="A18",
                    strength="very important",
                ),
                Quote("must be careful not to open the outer lining", ACS_2017, at="A19", strength="must"),
                Quote("might increase the risk of spreading the cancer", ACS_2017, at="A19", strength="might"),
                Quote("has to be careful to control any bleeding", ACS_2017, at="A20", strength="has to"),
            ],
            differs=[LARGE_TUMOR_FIRST],
            since=[RESECTABLE, KEYHOLE, MARGINS],
            notes=[
                "Whatever the size, the goal is to remove all of the cancer.",
                "It is very important that the surgeon is experienced in treating GISTs. Surgeons must be careful not to open the "
                "capsule, the outer lining of the tumor: that might increase the risk of spreading the cancer. "
                "The surgeon has to be careful to control any bleeding.",
            ],
            then=[
                Event("settled", "It is known how large it is", to="size_for_operation"),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
    ],
)
