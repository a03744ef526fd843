"""Radiation: what it is used for in GIST, how it is given, and its side effects."""

from trees.core import (
    CURRENT,
    OUR_QUESTION,
    RADIATION,
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
from trees.gist_2017.since import RADIATION_RARELY
from trees.sources.acs_2017 import ACS_2017

tree = Tree(
    "radiation_therapy",
    title="Radiation",
    purpose="What the source says of radiation for GIST: for what, how it is given, and its side effects.",
    readers="Patients and their families",
    applies_to="Patients with GIST for whom radiation is in question",
    because=Quote("Radiation is not very helpful in treating", ACS_2017, at="A197"),
    nodes=[
        Checklist(
            "radiation_in_question",
            asks="Which of these are true of radiation in this patient? Every true one counts.",
            means="Radiation therapy uses high-energy x-rays, or particles, against cancer cells.",
            lasts=CURRENT,
            items=[
                Item(
                    "symptom",
                    "To relieve a symptom, such as bone pain",
                    to="radiation_for_symptom",
                    because=Quote("it can be used to relieve symptoms like bone pain", ACS_2017, at="A51"),
                ),
                Item(
                    "treat",
                    "To treat the GIST, as to shrink it",
                    to="radiation_to_treat",
                    because=Quote("Radiation is not very helpful in treating", ACS_2017, at="A197"),
                ),
                Item(
                    "given",
                    "It is to be given",
                    to="radiation_given",
                    because=Quote("the radiation team will take careful measurements", ACS_2017, at="A198"),
                ),
                Item(
                    "side_effects",
                    "Side effects are expected, or are there",
                    to="radiation_side_effects",
                    because=Quote("Talk with your doctor about the possible side effects", ACS_2017, at="A206"),
                ),
            ],
            none=Answer("none", "None of these", to="radiation_not_often", because=OUR_QUESTION),
            unknown=Answer("unknown", "Not known", to="radiation_not_known", because=OUR_QUESTION),
        ),
        Action(
            "radiation_for_symptom",
            kind=RADIATION,
            says="Radiation can sometimes be used to relieve a symptom such as bone pain",
            because=[
                Quote(
                    "sometimes it can be used to relieve symptoms like bone pain",
                    ACS_2017,
                    at="A51",
                    strength="sometimes it can",
                ),
                Quote("Radiation is not very helpful in treating", ACS_2017, at="A197", strength="not very helpful"),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
            ],
            differs=[SPOKEN_OF_BY_ONE],
            since=[RADIATION_RARELY],
            notes=[
                "The source does not say when; bone pain is its one example.",
                "In treating GIST radiation is not very helpful; it is used much less often than surgery and targeted therapy.",
            ],
            then=[
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
                Onward("deciding", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        Action(
            "radiation_to_treat",
            kind=RADIATION,
            says="Radiation is not very helpful in treating GIST, so it is not used often",
            because=[
                Quote("Radiation is not very helpful in treating", ACS_2017, at="A197", strength="not very helpful"),
                Quote("it is not used often", ACS_2017, at="A197", strength="not used often"),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
            ],
            differs=[SPOKEN_OF_BY_ONE],
            since=[RADIATION_RARELY],
            notes=[
                "The source does not advise against it.",
                "It says the same of all treatments but surgery and targeted therapy: they are used much less often.",
            ],
            then=[Onward("deciding", "What to weigh", to=OtherTree("deciding"))],
        ),
        Action(
            "radiation_given",
            kind=RADIATION,
            says="It is planned with careful measurements; the treatment itself is painless and lasts a few minutes",
            because=[
                Quote("the radiation team will take careful measurements", ACS_2017, at="A198"),
                Quote("correct angles for aiming the radiation beams", ACS_2017, at="A198"),
                Quote("proper dose of radiation", ACS_2017, at="A198"),
                Quote("usually includes getting imaging tests", ACS_2017, at="A199", strength="usually"),
                Quote("much like getting an x-ray", ACS_2017, at="A200"),
                Quote("treatment itself is painless", ACS_2017, at="A201"),
                Quote("It lasts only a few minutes", ACS_2017, at="A202"),
                Quote("place for treatment – usually takes longer", ACS_2017, at="A202", strength="usually"),
                Quote("might get radiation treatment for several days in a row", ACS_2017, at="A203", strength="might"),
            ],
            notes=[
                "Measured before the start: the angles of the beams and the dose. This session, called simulation, usually "
                "includes imaging tests such as CT or MRI scans.",
                "It is much like an x-ray, but much stronger. Setting up usually takes longer than the treatment.",
                "There might be treatment for several days in a row. The source prints no dose and no number of days.",
            ],
        ),
        Action(
            "radiation_side_effects",
            kind=SIDE_EFFECTS,
            says="Talk with the doctor about side effects and ways to relieve them; most go away a short while after treatment ends",
            because=[
                Quote("where the radiation is aimed, side effects may include", ACS_2017, at="A204", strength="may"),
                Quote("Skin changes in areas getting radiation", ACS_2017, at="A204"),
                Quote("redness to blistering and peeling", ACS_2017, at="A204"),
                Quote("Most side effects go away a short while", ACS_2017, at="A205", strength="Most"),
                Quote("fatigue and skin changes may last", ACS_2017, at="A205", strength="may"),
                Quote("Talk with your doctor about the possible side effects", ACS_2017, at="A206"),
            ],
            notes=[
                "They depend on where the radiation is aimed, and may include: skin changes in the areas treated, from redness to blistering and peeling; nausea and vomiting; "
                "diarrhea; fatigue; low blood counts.",
                "Fatigue and skin changes may last longer.",
            ],
            then=[Onward("support", "Supportive care", to=OtherTree("support_and_stopping"))],
        ),
        Action(
            "radiation_not_often",
            kind=TALK,
            says="Radiation is used much less often in GIST than surgery and targeted therapy",
            because=[
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
                Quote("main types used are surgery and targeted therapy", ACS_2017, at="A02", strength="main"),
                Quote("Radiation is not very helpful in treating", ACS_2017, at="A197", strength="not very helpful"),
                Quote("it is not used often", ACS_2017, at="A197", strength="not used often"),
            ],
            differs=[SPOKEN_OF_BY_ONE],
            since=[RADIATION_RARELY],
            notes=["In treating GIST it is not very helpful, so it is not used often."],
            then=[Onward("deciding", "What to weigh", to=OtherTree("deciding"))],
        ),
        LeftOpen(
            "radiation_not_known",
            leaves_open="What applies while it is not known what radiation is for",
            says="Radiation is not very helpful in treating GIST; sometimes it can be used to relieve symptoms such as bone pain.",
            would_decide="Whether it is meant to relieve a symptom or to treat the GIST, and whether it is to be given.",
            because=[
                Quote("Radiation is not very helpful in treating", ACS_2017, at="A197", strength="not very helpful"),
                Quote("it can be used to relieve symptoms like bone pain", ACS_2017, at="A51", strength="can"),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
            ],
            since=[RADIATION_RARELY],
            notes=["It is used much less often than surgery and targeted therapy."],
        ),
    ],
)
