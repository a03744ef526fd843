"""Chemotherapy: whether it is used in GIST, and its side effects where it is given."""

from trees.core import (
    CLINICAL_TRIAL,
    CURRENT,
    OUR_QUESTION,
    SIDE_EFFECTS,
    TALK,
    Action,
    Answer,
    Checklist,
    Item,
    LeftOpen,
    Onward,
    OtherTree,
    Quote,
    Tree,
)
from trees.gist_2017.differences import SPOKEN_OF_BY_ONE
from trees.gist_2017.since import NO_ROLE_OF_CHEMOTHERAPY
from trees.sources.acs_2017 import ACS_2017

tree = Tree(
    "chemotherapy",
    title="Chemotherapy",
    purpose="What the source says of chemotherapy for GIST, and of its side effects.",
    readers="Patients and their families",
    applies_to="Patients with GIST for whom chemotherapy is in question",
    because=Quote("GISTs rarely shrank in response to these drugs", ACS_2017, at="A189"),
    nodes=[
        Checklist(
            "chemotherapy_in_question",
            asks="Which of these are true of chemotherapy in this patient? Every true one counts.",
            means=(
                "Chemotherapy here is the standard drugs against quickly growing cells. The source says that any drug against "
                "cancer can be called so, the targeted drugs too, but that the word is usually kept for these."
            ),
            lasts=CURRENT,
            items=[
                Item(
                    "considered",
                    "It is being considered",
                    to="chemotherapy_considered",
                    because=Quote("Patients considering chemo may want to consider", ACS_2017, at="A49"),
                ),
                Item(
                    "given",
                    "It is given, or its side effects are asked about",
                    to="chemotherapy_given",
                    because=Quote("the specific drugs you will get", ACS_2017, at="A194"),
                ),
            ],
            none=Answer("none", "Neither", to="chemotherapy_rarely_used", because=OUR_QUESTION),
            unknown=Answer("unknown", "Not known", to="chemotherapy_not_known", because=OUR_QUESTION),
        ),
        Action(
            "chemotherapy_considered",
            kind=CLINICAL_TRIAL,
            says="Chemotherapy is rarely used today and usually not very effective; a clinical trial may be worth considering",
            because=[
                Quote("traditional chemo is rarely used today", ACS_2017, at="A189", strength="rarely"),
                Quote("GISTs rarely shrank in response to these drugs", ACS_2017, at="A189", strength="rarely"),
                Quote(
                    "drugs are usually not very effective", ACS_2017, at="A86", strength="usually not very effective"
                ),
                Quote("standard chemo drugs are usually not helpful", ACS_2017, at="A31", strength="usually not"),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
                Quote("Patients considering chemo may want to consider", ACS_2017, at="A49", strength="may"),
                Quote("potentially useful for cancers that have spread", ACS_2017, at="A185", strength="potentially"),
                Quote("Often, these drugs are injected into a vein", ACS_2017, at="A184", strength="Often"),
                Quote("main types used are surgery and targeted therapy", ACS_2017, at="A02", strength="main"),
                Quote("Targeted drugs are very helpful in treating", ACS_2017, at="A31", strength="very helpful"),
            ],
            differs=[SPOKEN_OF_BY_ONE],
            since=[NO_ROLE_OF_CHEMOTHERAPY],
            notes=[
                "The source does not advise against it: it says that patients considering it may want to consider a trial.",
                "These drugs are often injected into a vein or given by mouth. Targeted drugs are very helpful in GIST.",
                "In cancer at large it calls chemotherapy potentially useful where the cancer has spread; GISTs rarely shrank.",
            ],
            then=[
                Onward("trials", "Clinical trials", to=OtherTree("trials_and_other_methods")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
                Onward("later", "Later lines of treatment", to=OtherTree("later_lines")),
            ],
        ),
        Action(
            "chemotherapy_given",
            kind=SIDE_EFFECTS,
            says="Ask which side effects to expect, and tell the doctor or nurse of any: there are often ways to help",
            because=[
                Quote("drugs can cause side effects", ACS_2017, at="A190", strength="can"),
                Quote("depend on the specific drugs used, their doses", ACS_2017, at="A191"),
                Quote("Common side effects of chemo include", ACS_2017, at="A192", strength="Common"),
                Quote("increased chance of infection", ACS_2017, at="A192"),
                Quote("Problems with bleeding or bruising", ACS_2017, at="A192"),
                Quote("Fatigue or shortness of breath", ACS_2017, at="A192"),
                Quote("some chemo drugs can cause other side effects", ACS_2017, at="A193", strength="can"),
                Quote("Ask your health care team about what side effects", ACS_2017, at="A194"),
                Quote("be sure to tell your doctor or nurse", ACS_2017, at="A195", strength="be sure"),
                Quote("there are often ways to help with them", ACS_2017, at="A195", strength="often"),
                Quote("can be given to help prevent or reduce nausea", ACS_2017, at="A50", strength="can"),
                Quote("standard chemo drugs are usually not helpful", ACS_2017, at="A31", strength="usually not"),
                Quote("traditional chemo is rarely used today", ACS_2017, at="A189", strength="rarely"),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
                Quote("Often, these drugs are injected into a vein", ACS_2017, at="A184", strength="Often"),
            ],
            since=[NO_ROLE_OF_CHEMOTHERAPY],
            notes=[
                "In GIST it is rarely used today, much less often than surgery and targeted therapy, and standard drugs are usually not helpful.",
                "These drugs are often injected into a vein or given by mouth.",
                "Side effects depend on the drugs, their doses, and how long treatment lasts.",
                "Common: nausea and vomiting, loss of appetite, mouth sores, diarrhea, hair loss.",
                "Common too: an increased chance of infection, bleeding or bruising, fatigue or shortness of breath, "
                "from a shortage of white blood cells, of platelets, or of red blood cells.",
                "Some of the drugs can cause others. Drugs can be given to help prevent or reduce nausea and vomiting.",
            ],
            then=[Onward("support", "Supportive care", to=OtherTree("support_and_stopping"))],
        ),
        Action(
            "chemotherapy_rarely_used",
            kind=TALK,
            says="Surgery and targeted therapy are the main treatments; chemotherapy is used much less often",
            because=[
                Quote("main types used are surgery and targeted therapy", ACS_2017, at="A02", strength="main"),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
                Quote("standard chemo drugs are usually not helpful", ACS_2017, at="A31", strength="usually not"),
                Quote("Targeted drugs are very helpful in treating", ACS_2017, at="A31", strength="very helpful"),
                Quote("GISTs rarely shrank in response to these drugs", ACS_2017, at="A189", strength="rarely"),
                Quote("traditional chemo is rarely used today", ACS_2017, at="A189", strength="rarely"),
                Quote("can be considered chemo", ACS_2017, at="A186", strength="can be considered"),
                Quote("usually used to describe certain drugs", ACS_2017, at="A187", strength="usually"),
            ],
            differs=[SPOKEN_OF_BY_ONE],
            since=[NO_ROLE_OF_CHEMOTHERAPY],
            notes=[
                "Standard chemotherapy drugs are usually not helpful in treating GIST; targeted drugs are very helpful.",
                "GISTs rarely shrank on such drugs, so that they are rarely used today.",
                "Any drug against cancer can be called chemotherapy, targeted drugs too; the word is usually kept for certain others.",
            ],
            then=[Onward("deciding", "What to weigh", to=OtherTree("deciding"))],
        ),
        LeftOpen(
            "chemotherapy_not_known",
            leaves_open="What applies while it is not known whether chemotherapy is considered or given",
            says=(
                "Chemotherapy is rarely used in GIST today. For those considering it a clinical trial may come into question; "
                "where it is given, side effects are told to the doctor or nurse."
            ),
            would_decide="Whether chemotherapy is being considered or given.",
            because=[
                Quote("traditional chemo is rarely used today", ACS_2017, at="A189", strength="rarely"),
                Quote("standard chemo drugs are usually not helpful", ACS_2017, at="A31", strength="usually not"),
                Quote("Targeted drugs are very helpful in treating", ACS_2017, at="A31", strength="very helpful"),
                Quote(
                    "drugs are usually not very effective", ACS_2017, at="A86", strength="usually not very effective"
                ),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
                Quote("Patients considering chemo may want to consider", ACS_2017, at="A49", strength="may"),
                Quote("be sure to tell your doctor or nurse", ACS_2017, at="A195", strength="be sure"),
                Quote("can be considered chemo", ACS_2017, at="A186", strength="can be considered"),
                Quote("usually used to describe certain drugs", ACS_2017, at="A187", strength="usually"),
            ],
            since=[NO_ROLE_OF_CHEMOTHERAPY],
            notes=[
                "Standard chemotherapy drugs are usually not helpful in treating GIST; targeted drugs are very helpful.",
                "For tumors that cannot be removed or have spread the standard drugs are called usually not very effective.",
                "Chemotherapy is used much less often than surgery and targeted therapy.",
                "Any drug against cancer can be called chemotherapy, targeted drugs too; the word is usually kept for certain others.",
            ],
        ),
    ],
)
