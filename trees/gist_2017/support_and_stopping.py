"""Supportive care for everyone; treatments that no longer help; wanting no treatment."""

from trees.core import (
    CURRENT,
    OUR_QUESTION,
    SUPPORTIVE_CARE,
    TALK,
    Action,
    Answer,
    Checklist,
    Item,
    LeftOpen,
    NoCriterion,
    Onward,
    OtherTree,
    Quote,
    Tree,
)
from trees.gist_2017.since import NO_STANDARD_LEFT
from trees.sources.acs_2017 import ACS_2017

tree = Tree(
    "support_and_stopping",
    title="Supportive care, stopping treatment",
    purpose="What help there is with or without treatment, and what the source says on stopping it or having none.",
    readers="Patients and their families",
    applies_to="Patients with GIST, treated or not",
    because=Quote("getting treatment, or not being treated at all", ACS_2017, at="A07"),
    nodes=[
        Checklist(
            "support_or_stopping",
            asks="Which of these are true of the patient? Every true one counts.",
            means=NoCriterion(
                ["no longer controlling the cancer"],
                explains="Supportive care is help with pain or other symptoms; it is not tied to treatment.",
            ),
            lasts=CURRENT,
            items=[
                Item(
                    "support",
                    "Pain, another symptom, or a wish for support",
                    to="programs_and_services",
                    because=[
                        Quote("supportive care to help with pain or other symptoms", ACS_2017, at="A07"),
                        Quote("programs and support services may be helpful", ACS_2017, at="A120"),
                    ],
                ),
                Item(
                    "not_controlled",
                    "Treatments no longer control the cancer",
                    to="weigh_going_on",
                    because=Quote("are no longer controlling the cancer", ACS_2017, at="A08"),
                ),
                Item(
                    "no_treatment",
                    "The patient wants no treatment",
                    to="no_treatment_wanted",
                    because=Quote("might not want to be treated at all", ACS_2017, at="A09"),
                ),
            ],
            none=Answer("none", "None of these", to="supportive_care_for_everyone", because=OUR_QUESTION),
            unknown=Answer("unknown", "Not known", to="support_not_known", because=OUR_QUESTION),
            always="supportive_care_for_everyone",
        ),
        Action(
            "supportive_care_for_everyone",
            kind=SUPPORTIVE_CARE,
            says="Treated or not, everyone can get supportive care to help with pain or other symptoms",
            because=[
                Quote("getting treatment, or not being treated at all", ACS_2017, at="A07"),
                Quote("can still get supportive care", ACS_2017, at="A07", strength="can"),
                Quote("supportive care to help with pain or other symptoms", ACS_2017, at="A07"),
                Quote("need support and information, no matter what stage", ACS_2017, at="A117", strength="need"),
                Quote("finding the resources you need will help you", ACS_2017, at="A118", strength="will help"),
                Quote("Whether or not you continue treatment", ACS_2017, at="A124"),
                Quote("can do to help maintain or improve", ACS_2017, at="A124", strength="can"),
                Quote(
                    "communicating with your cancer care team is important", ACS_2017, at="A119", strength="important"
                ),
                Quote("ways to maintain or improve your quality of life", ACS_2017, at="A119"),
            ],
            notes=[
                "It can be had while treatment is thought about, is given, or is not given at all.",
                "Knowing all options and finding resources will help with informed decisions.",
                "With or without further treatment there are things to do that help quality of life.",
                "People with cancer need support and information at any stage of the illness.",
                "Communicating with the care team is important, to understand the diagnosis, the treatment, and ways to "
                "maintain or improve quality of life.",
            ],
        ),
        Action(
            "programs_and_services",
            kind=SUPPORTIVE_CARE,
            says="Supportive care can help with symptoms; programs and support services may be helpful",
            because=[
                Quote("can still get supportive care", ACS_2017, at="A07", strength="can"),
                Quote("supportive care to help with pain or other symptoms", ACS_2017, at="A07"),
                Quote("programs and support services may be helpful", ACS_2017, at="A120", strength="may"),
                Quote("an important part of your care", ACS_2017, at="A120", strength="important"),
                Quote("might include nursing or social work services", ACS_2017, at="A121", strength="might"),
                Quote("nutritional advice, rehab, or spiritual help", ACS_2017, at="A121"),
                Quote("rides to treatment, lodging, and more", ACS_2017, at="A122"),
                Quote("Call our National Cancer Information Center at 1-800-227-2345", ACS_2017, at="A123"),
            ],
            notes=[
                "They might include financial aid, nursing or social work services, rehab, nutritional advice or spiritual help.",
                "The American Cancer Society has programs of its own, such as rides to treatment and lodging; the telephone "
                "number is the one it printed then.",
                "The source names no drug against pain or another symptom.",
            ],
            then=[Onward("radiation", "Radiation for a symptom", to=OtherTree("radiation_therapy"))],
        ),
        Action(
            "weigh_going_on",
            kind=TALK,
            says="For some people it could be time to weigh benefits and risks of going on with new treatments",
            because=[
                Quote("could be time to weigh the benefits and risks", ACS_2017, at="A08", strength="could"),
                Quote("continuing to try new treatments", ACS_2017, at="A08"),
                Quote("are no longer controlling the cancer", ACS_2017, at="A08"),
                Quote("Whether or not you continue treatment", ACS_2017, at="A124"),
                Quote("can do to help maintain or improve", ACS_2017, at="A124", strength="can"),
            ],
            since=[NO_STANDARD_LEFT],
            notes=[
                "The source says so of some people, and not whom.",
                "With or without further treatment there are things to do that help quality of life.",
            ],
            then=[
                Onward("later", "Later lines of treatment", to=OtherTree("later_lines")),
                Onward("trials", "Clinical trials", to=OtherTree("trials_and_other_methods")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
                Onward("not_responding", "Metastatic or recurrent: no response", to=OtherTree("not_responding")),
            ],
        ),
        Action(
            "no_treatment_wanted",
            kind=TALK,
            says="Talking to the doctors about it is important; supportive care can be had all the same",
            because=[
                Quote("might not want to be treated at all", ACS_2017, at="A09", strength="might not"),
                Quote("especially if the cancer is advanced", ACS_2017, at="A09"),
                Quote(
                    "many reasons you might decide not to get cancer treatment", ACS_2017, at="A125", strength="might"
                ),
                Quote("important to talk to your doctors", ACS_2017, at="A125", strength="important"),
                Quote("even if you choose not to treat the cancer", ACS_2017, at="A126"),
                Quote("you can still get supportive care", ACS_2017, at="A126", strength="can"),
                Quote("Whether or not you continue treatment", ACS_2017, at="A124"),
            ],
            notes=[
                "Some people might not want treatment at all, especially if the cancer is advanced; there are many reasons.",
                "The source does not say whether the talk comes before the decision: the words of its sentence are garbled.",
            ],
            then=[Onward("deciding", "What to weigh", to=OtherTree("deciding"))],
        ),
        LeftOpen(
            "support_not_known",
            leaves_open="Which help is meant while these facts are not known",
            says="Supportive care can be had by everyone, treated or not. Programs and support services may be helpful as well.",
            would_decide=(
                "Whether there are symptoms, whether support is wanted, whether treatment still controls the cancer, and whether "
                "treatment is wanted."
            ),
            because=[
                Quote("can still get supportive care", ACS_2017, at="A07", strength="can"),
                Quote("getting treatment, or not being treated at all", ACS_2017, at="A07"),
                Quote("programs and support services may be helpful", ACS_2017, at="A120", strength="may"),
            ],
        ),
    ],
)
