"""Clinical trials, and complementary or alternative methods."""

from trees.core import (
    CLINICAL_TRIAL,
    CURRENT,
    OUR_QUESTION,
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
from trees.gist_2017.since import WHO_FOR_TRIALS
from trees.sources.acs_2017 import ACS_2017

tree = Tree(
    "trials_and_other_methods",
    title="Trials and other methods",
    purpose="What the source says to those who consider a clinical trial, or a method outside standard treatment.",
    readers="Patients and their families",
    applies_to="Patients with GIST who consider a trial or another method",
    because=[
        Quote("clinical trials that might be right for you", ACS_2017, at="A109"),
        Quote("may hear about alternative or complementary methods", ACS_2017, at="A110"),
    ],
    nodes=[
        Checklist(
            "trial_or_method",
            asks="Which of these is the patient considering? Every true one counts.",
            means=(
                "Complementary: along with regular medical care. Alternative: instead of it. The source names vitamins, herbs, "
                "special diets, acupuncture and massage."
            ),
            lasts=CURRENT,
            items=[
                Item(
                    "trial",
                    "A clinical trial",
                    to="trial_considered",
                    because=Quote("clinical trials that might be right for you", ACS_2017, at="A109"),
                ),
                Item(
                    "other_method",
                    "A complementary or alternative method",
                    to="other_method_considered",
                    because=[
                        Quote("used along with your regular medical care", ACS_2017, at="A112"),
                        Quote("used instead of a doctor's medical treatment", ACS_2017, at="A113"),
                    ],
                ),
            ],
            none=Answer("none", "Neither", to="no_trial_or_method", because=OUR_QUESTION),
            unknown=Answer("unknown", "Not known", to="trial_or_method_not_known", because=OUR_QUESTION),
        ),
        Action(
            "trial_considered",
            kind=CLINICAL_TRIAL,
            says="Start by asking the doctor if the clinic or hospital conducts trials; they are not right for everyone",
            because=[
                Quote("start by asking your doctor if your clinic or hospital", ACS_2017, at="A109"),
                Quote("they're not right for everyone", ACS_2017, at="A108", strength="not right for everyone"),
                Quote("one way to get state-of-the-art cancer treatment", ACS_2017, at="A106"),
                Quote("best way for doctors to learn better methods", ACS_2017, at="A107", strength="best way"),
                Quote("they may be the only way to get access", ACS_2017, at="A05", strength="may"),
                Quote("may be a good option for some people", ACS_2017, at="A87", strength="may"),
                Quote("may want to consider taking part in clinical trials", ACS_2017, at="A96", strength="may"),
                Quote("Patients considering chemo may want to consider", ACS_2017, at="A49", strength="may"),
                Quote("other targeted drugs are now being studied", ACS_2017, at="A48"),
            ],
            since=[WHO_FOR_TRIALS],
            notes=[
                "Trials are one way to get state-of-the-art treatment; in some cases they may be the only way to newer ones. They are the best way for doctors to learn better methods.",
                "A trial may be a good option for some people whose GIST no longer responds to the targeted drugs. With a GIST "
                "that came back, or with chemotherapy in question, patients may want to consider one.",
                "Several other targeted drugs are being studied. The source names no trial, and not for whom they are not right.",
            ],
            then=[
                Onward("not_responding", "Metastatic or recurrent: no response", to=OtherTree("not_responding")),
                Onward("later", "Later lines of treatment", to=OtherTree("later_lines")),
                Onward("recurrence", "A GIST that came back", to=OtherTree("recurrence")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        Action(
            "other_method_considered",
            kind=TALK,
            says="Talk to the care team about any such method; many have not been proven to work, and some might be harmful",
            because=[
                Quote("Be sure to talk to your cancer care team", ACS_2017, at="A115", strength="Be sure"),
                Quote("many have not been proven to work", ACS_2017, at="A114", strength="have not been proven"),
                Quote("might be helpful in relieving symptoms", ACS_2017, at="A114", strength="might"),
                Quote("might even be harmful", ACS_2017, at="A06", strength="might"),
                Quote("They can help you learn", ACS_2017, at="A116", strength="can"),
                Quote("what is known (or not known) about the method", ACS_2017, at="A116"),
                Quote("used along with your regular medical care", ACS_2017, at="A112"),
                Quote("used instead of a doctor's medical treatment", ACS_2017, at="A113"),
            ],
            notes=[
                "Some might be helpful in relieving symptoms or in feeling better.",
                "The team can help to learn what is known, or not known, about a method.",
                "A complementary method goes along with regular care; an alternative one is used instead of it.",
                "The source does not say which methods help and which might harm.",
            ],
            then=[
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        Action(
            "no_trial_or_method",
            kind=TALK,
            says="The care team discusses the treatment options with the patient",
            because=Quote("care team will discuss your treatment options", ACS_2017, at="A97"),
            notes=["The source asks nobody to take part in a trial, or to use another method."],
            then=[Onward("deciding", "What to weigh", to=OtherTree("deciding"))],
        ),
        LeftOpen(
            "trial_or_method_not_known",
            leaves_open="What applies while it is not known what the patient is considering",
            says=(
                "For trials the start is to ask the doctor; they are not right for everyone. Any complementary or alternative "
                "method is to be talked over with the care team, since some might be harmful."
            ),
            would_decide="Whether a trial or another method is being considered.",
            because=[
                Quote("start by asking your doctor if your clinic or hospital", ACS_2017, at="A109"),
                Quote("they're not right for everyone", ACS_2017, at="A108", strength="not right for everyone"),
                Quote("Be sure to talk to your cancer care team", ACS_2017, at="A115", strength="Be sure"),
                Quote("might even be harmful", ACS_2017, at="A06", strength="might"),
            ],
        ),
    ],
)
