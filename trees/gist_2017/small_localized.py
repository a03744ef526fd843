"""A smaller tumor that has not spread: watch or operate."""

from trees.core import (
    CURRENT,
    NO_TREATMENT,
    NOT_STATED,
    OUR_QUESTION,
    SURGERY,
    WATCHING,
    Action,
    Answer,
    Band,
    Choice,
    Event,
    LeftOpen,
    Measure,
    NoCriterion,
    Onward,
    Option,
    OtherTree,
    Question,
    Quote,
    Tree,
)
from trees.gist_2017.differences import SPOKEN_OF_BY_ONE
from trees.gist_2017.since import TWO_CENTIMETERS, WATCHING_SMALL
from trees.sources.acs_2017 import ACS_2017

tree = Tree(
    "small_localized",
    title="Watch or operate",
    purpose="When watching a small tumor is named as an option, and when surgery is the main treatment.",
    readers="Patients and their families",
    applies_to="Localized GIST, smaller and resectable",
    because=[
        Quote("main treatment for most small tumors", ACS_2017, at="A57"),
        Quote("stromal tumors (GISTs) that haven't spread", ACS_2017, at="A10"),
    ],
    nodes=[
        Measure(
            "tumor_size",
            asks="How large is the tumor across?",
            means=(
                "Watching is written for less than 2 centimeters; exactly 2 centimeters falls outside it. "
                "The source prints no other size, and none at which a tumor stops being small."
            ),
            lasts=CURRENT,
            unit="cm",
            lowest=0.1,
            highest=60,
            step=0.1,
            bands=[
                Band(
                    "below_2",
                    "Less than 2 cm",
                    below=2,
                    to="tumor_symptoms",
                    because=Quote("less than 2 centimeters", ACS_2017, at="A55"),
                ),
                Band(
                    "from_2",
                    "2 cm or more",
                    at_least=2,
                    to="surgery_for_small_tumor",
                    because=Quote("less than 2 centimeters", ACS_2017, at="A55"),
                ),
            ],
            unknown=Answer("unknown", "Not known", to="small_size_not_known", because=OUR_QUESTION),
        ),
        Question(
            "tumor_symptoms",
            asks="Is the tumor causing any symptoms?",
            means="Any symptom that comes from the tumor. The source names none.",
            lasts=CURRENT,
            answers=[
                Answer(
                    "no",
                    "None",
                    to="watched_already",
                    because=Quote("not causing any symptoms", ACS_2017, at="A55"),
                ),
                Answer(
                    "yes",
                    "Yes",
                    to="surgery_for_small_tumor",
                    because=Quote("not causing any symptoms", ACS_2017, at="A55"),
                ),
                Answer("unknown", "Not known", to="small_symptoms_not_known", because=OUR_QUESTION),
            ],
        ),
        Question(
            "watched_already",
            asks="Is the tumor being watched already, and is it growing?",
            means=NoCriterion(["not growing"], explains="The watching is by endoscopy."),
            lasts=CURRENT,
            answers=[
                Answer("choosing", "No, choosing now", to="watch_or_operate", because=OUR_QUESTION),
                Answer(
                    "not_growing",
                    "Watched, not growing",
                    to="watched_not_growing",
                    because=Quote("If it is not growing", ACS_2017, at="A56"),
                ),
                Answer(
                    "growing",
                    "Watched, growing",
                    to="watched_growing",
                    because=Quote("If it is not growing", ACS_2017, at="A56"),
                ),
                Answer(
                    "growth_not_known",
                    "Watched, growth not known",
                    to="watched_growth_not_known",
                    because=OUR_QUESTION,
                ),
                Answer("unknown", "Not known", to="small_watching_not_known", because=OUR_QUESTION),
            ],
        ),
        Choice(
            "watch_or_operate",
            between="Watch the tumor, or have it removed?",
            options=[
                Option(
                    "watch",
                    "Watch it carefully, with endoscopy",
                    to="watch_small_tumor",
                    because=Quote("one option may be just to watch", ACS_2017, at="A55", strength="may"),
                ),
                Option(
                    "surgery",
                    "Surgery",
                    to="surgery_for_small_tumor",
                    because=Quote("main treatment for most small tumors", ACS_2017, at="A57", strength="main"),
                ),
            ],
            order=NOT_STATED,
        ),
        Action(
            "watch_small_tumor",
            kind=WATCHING,
            says="One option may be just to watch the tumor carefully, with endoscopy once or twice a year",
            because=[
                Quote("one option may be just to watch", ACS_2017, at="A55", strength="may"),
                Quote("endoscopy once or twice a year", ACS_2017, at="A55"),
                Quote("less than 2 centimeters", ACS_2017, at="A55"),
                Quote("not causing any symptoms", ACS_2017, at="A55"),
                Quote("Not all GISTs need to be treated", ACS_2017, at="A01", strength="Not all"),
                Quote("Most small GISTs will need", ACS_2017, at="A54", strength="Most"),
            ],
            differs=[SPOKEN_OF_BY_ONE],
            since=[WATCHING_SMALL],
            notes=[
                "Not every GIST calls for treatment right away. Most small tumors will need treatment.",
                "The option is for some tumors of less than 2 centimeters that cause no symptoms; which of them is not said.",
                "The source does not say how long the watching goes on.",
            ],
            then=[
                Event("endoscopy", "It has been looked at again", to="tumor_size"),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
        Action(
            "watched_not_growing",
            kind=NO_TREATMENT,
            says="Not growing: further treatment might not be needed",
            because=[
                Quote("you might not need further treatment", ACS_2017, at="A56", strength="might not"),
                Quote("less than 2 centimeters", ACS_2017, at="A55"),
                Quote("not causing any symptoms", ACS_2017, at="A55"),
                Quote("one option may be just to watch", ACS_2017, at="A55", strength="may"),
                Quote("endoscopy once or twice a year", ACS_2017, at="A55"),
                Quote("Not all GISTs need to be treated", ACS_2017, at="A01", strength="Not all"),
                Quote("Most small GISTs will need", ACS_2017, at="A54", strength="Most"),
            ],
            since=[WATCHING_SMALL],
            notes=[
                "Said of tumors of less than 2 centimeters without symptoms that are watched.",
                "The source does not say whether the watching goes on.",
                "Watching, with endoscopy once or twice a year, may be one option for such a tumor; not all GISTs call for treatment right away. Most small ones will need treatment.",
            ],
            then=[
                Event("endoscopy", "It has been looked at again", to="tumor_size"),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "watched_growing",
            leaves_open="What follows when a watched tumor grows",
            says=(
                "Only “not growing” is answered: further treatment might not be needed then. Most small tumors will need "
                "treatment, and surgery is the main one for most of them."
            ),
            would_decide="A sentence about a watched tumor that grows, which the source does not have.",
            because=[
                Quote("you might not need further treatment", ACS_2017, at="A56", strength="might not"),
                Quote("Most small GISTs will need", ACS_2017, at="A54", strength="Most"),
                Quote("main treatment for most small tumors", ACS_2017, at="A57", strength="main"),
                Quote("Surgery is usually main treatment", ACS_2017, at="A10", strength="usually"),
            ],
            since=[WATCHING_SMALL],
            notes=["How much growth counts is not said either."],
            then=[
                Onward("surgery", "How the tumor is removed", to=OtherTree("operation")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "watched_growth_not_known",
            leaves_open="Whether treatment is called for while it is not known if the watched tumor grows",
            says=(
                "Most small GISTs will need treatment. For some of less than 2 centimeters without symptoms, watching with "
                "endoscopy once or twice a year may be one option. Not growing: further treatment might not be needed."
            ),
            would_decide="Whether the tumor is growing.",
            because=[
                Quote("you might not need further treatment", ACS_2017, at="A56", strength="might not"),
                Quote("endoscopy once or twice a year", ACS_2017, at="A55"),
                Quote("less than 2 centimeters", ACS_2017, at="A55"),
                Quote("not causing any symptoms", ACS_2017, at="A55"),
                Quote("one option may be just to watch", ACS_2017, at="A55", strength="may"),
                Quote("Most small GISTs will need", ACS_2017, at="A54", strength="Most"),
                Quote("main treatment for most small tumors", ACS_2017, at="A57", strength="main"),
                Quote("Surgery is usually main treatment", ACS_2017, at="A10", strength="usually"),
                Quote("Not all GISTs need to be treated", ACS_2017, at="A01", strength="Not all"),
            ],
            since=[WATCHING_SMALL],
            notes=[
                "Surgery is the main treatment for most small tumors. Not every GIST calls for treatment right away.",
                "What follows when a watched tumor grows is not said, nor whether the watching goes on.",
            ],
            then=[
                Event("endoscopy", "It has been looked at again", to="tumor_size"),
                Onward("surgery", "How the tumor is removed", to=OtherTree("operation")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "small_watching_not_known",
            leaves_open="What applies while it is not known whether the tumor is being watched",
            says=(
                "Watching with endoscopy once or twice a year may be one option for some tumors of less than 2 centimeters without "
                "symptoms; surgery is the main treatment for most small tumors. Watched and not growing: further treatment might "
                "not be needed."
            ),
            would_decide="Whether the tumor has been watched, and whether it grew.",
            because=[
                Quote("one option may be just to watch", ACS_2017, at="A55", strength="may"),
                Quote("some very small tumors", ACS_2017, at="A55"),
                Quote("less than 2 centimeters", ACS_2017, at="A55"),
                Quote("not causing any symptoms", ACS_2017, at="A55"),
                Quote("endoscopy once or twice a year", ACS_2017, at="A55"),
                Quote("main treatment for most small tumors", ACS_2017, at="A57", strength="main"),
                Quote("Most small GISTs will need", ACS_2017, at="A54", strength="Most"),
                Quote("Surgery is usually main treatment", ACS_2017, at="A10", strength="usually"),
                Quote("you might not need further treatment", ACS_2017, at="A56", strength="might not"),
            ],
            since=[WATCHING_SMALL],
            notes=[
                "Most small tumors will need treatment. For a GIST that has not spread, surgery is usually the main one."
            ],
            then=[
                Event("settled", "It is known whether it was watched", to="tumor_size"),
                Onward("choice", "The choice between watching and surgery", to="watch_or_operate"),
            ],
        ),
        Action(
            "surgery_for_small_tumor",
            kind=SURGERY,
            says="Surgery is the main treatment for most small tumors",
            because=[
                Quote("main treatment for most small tumors", ACS_2017, at="A57", strength="main"),
                Quote("Most small GISTs will need", ACS_2017, at="A54", strength="Most"),
                Quote("Surgery is usually main treatment", ACS_2017, at="A10", strength="usually"),
                Quote("main types used are surgery and targeted therapy", ACS_2017, at="A02", strength="main"),
                Quote("less than 2 centimeters", ACS_2017, at="A55"),
                Quote("not causing any symptoms", ACS_2017, at="A55"),
                Quote("need for further treatment depends on the risk", ACS_2017, at="A58", strength="depends on"),
                Quote(
                    "very important that it is done by a surgeon experienced",
                    ACS_2017,
                    at="A18",
                    strength="very important",
                ),
            ],
            since=[TWO_CENTIMETERS, WATCHING_SMALL],
            notes=[
                "Watching is named only for less than 2 centimeters without symptoms: exactly 2 centimeters, or any symptom, "
                "falls outside that option.",
                "Most small tumors will need treatment. For a GIST that has not spread, surgery is usually the main one. "
                "Of GIST in general, targeted therapy is the other main type.",
                "At which size a tumor stops being small is not said.",
                "Whether more treatment follows depends on the risk of the tumor coming back.",
                "Whatever the operation, it is very important that the surgeon is experienced in treating GISTs.",
            ],
            then=[
                Onward("operation", "How the tumor is removed", to=OtherTree("operation")),
                Onward("larger", "If it is larger or harder to remove", to=OtherTree("imatinib_first")),
                Event("removed", "The tumor has been removed", to=OtherTree("adjuvant_imatinib")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "small_size_not_known",
            leaves_open="Whether watching is an option while the size is not known",
            says=(
                "Watching may be one option for some tumors of less than 2 centimeters that cause no symptoms. "
                "Surgery is the main treatment for most small tumors."
            ),
            would_decide="How large the tumor is across, and whether it causes symptoms.",
            because=[
                Quote("less than 2 centimeters", ACS_2017, at="A55"),
                Quote("not causing any symptoms", ACS_2017, at="A55"),
                Quote("one option may be just to watch", ACS_2017, at="A55", strength="may"),
                Quote("main treatment for most small tumors", ACS_2017, at="A57", strength="main"),
                Quote("Most small GISTs will need", ACS_2017, at="A54", strength="Most"),
                Quote("Surgery is usually main treatment", ACS_2017, at="A10", strength="usually"),
            ],
            since=[TWO_CENTIMETERS, WATCHING_SMALL],
            then=[
                Event("settled", "The size is known", to="tumor_size"),
                Onward("operation", "How the tumor is removed", to=OtherTree("operation")),
            ],
        ),
        LeftOpen(
            "small_symptoms_not_known",
            leaves_open="Whether watching is an option while it is not known if the tumor causes symptoms",
            says=(
                "Below 2 centimeters, watching with endoscopy once or twice a year may be one option for some tumors that cause no "
                "symptoms. Most small tumors will need treatment; for most small tumors surgery is the main one."
            ),
            would_decide="Whether the tumor causes symptoms.",
            because=[
                Quote("less than 2 centimeters", ACS_2017, at="A55"),
                Quote("not causing any symptoms", ACS_2017, at="A55"),
                Quote("one option may be just to watch", ACS_2017, at="A55", strength="may"),
                Quote("some very small tumors", ACS_2017, at="A55"),
                Quote("endoscopy once or twice a year", ACS_2017, at="A55"),
                Quote("main treatment for most small tumors", ACS_2017, at="A57", strength="main"),
                Quote("Most small GISTs will need", ACS_2017, at="A54", strength="Most"),
                Quote("Surgery is usually main treatment", ACS_2017, at="A10", strength="usually"),
            ],
            since=[WATCHING_SMALL],
            then=[
                Event("settled", "It is known whether it causes symptoms", to="tumor_size"),
                Onward("operation", "How the tumor is removed", to=OtherTree("operation")),
            ],
        ),
    ],
)
