"""What to weigh, whom to see, questions, a second opinion, and what the source itself is."""

from trees.core import (
    CURRENT,
    OUR_QUESTION,
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
from trees.gist_2017.since import NO_ROLE_OF_CHEMOTHERAPY, RADIATION_RARELY, WHO_WORKS_TOGETHER
from trees.sources.acs_2017 import ACS_2017

tree = Tree(
    "deciding",
    title="Deciding on treatment",
    purpose="What the source says to weigh, whom to see, and what to do with questions.",
    readers="Patients and their families",
    applies_to="Patients diagnosed with GIST, before a decision on treatment",
    because=Quote("diagnosed with a gastrointestinal stromal tumor", ACS_2017, at="A97"),
    nodes=[
        Checklist(
            "deciding_now",
            asks="Which of these are true of the patient? Every true one counts.",
            means=NoCriterion(["the decision that best fits your needs"]),
            lasts=CURRENT,
            items=[
                Item(
                    "hurry_or_questions",
                    "Feels hurried, or has questions",
                    to="time_and_questions",
                    because=[
                        Quote("may feel that you need to decide quickly", ACS_2017, at="A103"),
                        Quote("anything you're not sure about", ACS_2017, at="A104"),
                    ],
                ),
                Item(
                    "whom_to_see",
                    "Wants to know whom to see",
                    to="treatment_team",
                    because=Quote("might have different types of doctors", ACS_2017, at="A100"),
                ),
                Item(
                    "second_opinion",
                    "Wants a second opinion",
                    to="second_opinion_linked",
                    because=Quote("Seeking a Second Opinion", ACS_2017, at="A216"),
                ),
                Item(
                    "other_plan",
                    "The doctor suggests another plan",
                    to="doctors_other_plan",
                    because=Quote(
                        "may have reasons for suggesting a treatment plan different",
                        ACS_2017,
                        at="A129",
                    ),
                ),
            ],
            none=Answer("none", "None of these", to="what_to_weigh", because=OUR_QUESTION),
            unknown=Answer("unknown", "Not known", to="deciding_not_known", because=OUR_QUESTION),
            always="what_to_weigh",
        ),
        Action(
            "what_to_weigh",
            kind=TALK,
            says="To weigh: benefits and risks. To discuss: goals, side effects",
            because=[
                Quote(
                    "important to weigh the benefits of each treatment option",
                    ACS_2017,
                    at="A98",
                    strength="important",
                ),
                Quote("important to discuss all treatment options", ACS_2017, at="A102", strength="important"),
                Quote("goals and possible side effects", ACS_2017, at="A102"),
                Quote("decision that best fits your needs", ACS_2017, at="A102"),
                Quote("important things to consider", ACS_2017, at="A04", strength="important"),
                Quote("age and expected life span", ACS_2017, at="A04"),
                Quote("other serious health conditions you have", ACS_2017, at="A04"),
                Quote("location and stage of your tumor", ACS_2017, at="A04"),
                Quote("likelihood that treatment will cure your tumor", ACS_2017, at="A04"),
                Quote("feelings about the possible side effects", ACS_2017, at="A04"),
                Quote("Not all GISTs need to be treated", ACS_2017, at="A01", strength="Not all"),
                Quote("main types used are surgery and targeted therapy", ACS_2017, at="A02", strength="main"),
                Quote("are used much less often", ACS_2017, at="A03", strength="much less often"),
                Quote("Types of treatment for GIST include", ACS_2017, at="A99"),
                Quote("depends mainly on the size of the tumor", ACS_2017, at="A53", strength="mainly"),
                Quote("how far it has spread, and how quickly", ACS_2017, at="A53"),
            ],
            since=[NO_ROLE_OF_CHEMOTHERAPY, RADIATION_RARELY],
            notes=[
                "To consider: age and expected life span; other serious illness; where the tumor is and its stage; how likely "
                "treatment is to cure it or help otherwise; feelings about possible side effects.",
                "Not every GIST needs treatment right away. If treatment is needed, the main types are surgery and targeted therapy. Ablation, embolization, chemotherapy and radiation are used much less often.",
                "Treatment depends mainly on the tumor's size, its place, its spread, and how quickly it grows.",
                "It is important to weigh benefits against risks, and to discuss the goals and possible side effects of all "
                "options with the doctors.",
            ],
            then=[
                Onward("stand", "Where the patient stands", to=OtherTree("where_the_patient_stands")),
                Onward("trials", "Clinical trials and other methods", to=OtherTree("trials_and_other_methods")),
                Onward("support", "Supportive care, stopping treatment", to=OtherTree("support_and_stopping")),
            ],
        ),
        Action(
            "time_and_questions",
            kind=TALK,
            says="It is important to take time, and to ask questions",
            because=[
                Quote("may feel that you need to decide quickly", ACS_2017, at="A103", strength="may"),
                Quote("important to give yourself time to absorb", ACS_2017, at="A103", strength="important"),
                Quote("very important to ask questions", ACS_2017, at="A104", strength="very important"),
                Quote("anything you're not sure about", ACS_2017, at="A104"),
                Quote("Don't hesitate to ask him or her questions", ACS_2017, at="A130", strength="Don't hesitate"),
                Quote("Questions to Ask Your Doctor", ACS_2017, at="A216"),
                Quote(
                    "may have reasons for suggesting a treatment plan different", ACS_2017, at="A129", strength="may"
                ),
            ],
            notes=[
                "The doctor may have reasons for a plan that differs from the general options.",
                "The source says: do not hesitate to ask the doctor about the options. On which questions to ask it has a link only.",
                "It does not say how long a decision can wait.",
            ],
        ),
        Action(
            "treatment_team",
            kind=TALK,
            says="Types of doctors: the team might have several",
            because=[
                Quote("might have different types of doctors", ACS_2017, at="A100", strength="might"),
                Quote("surgical oncologist: a doctor who treats cancer with surgery", ACS_2017, at="A100"),
                Quote("medical oncologist: a doctor who treats cancer with medicines", ACS_2017, at="A100"),
                Quote("gastroenterologist: a doctor who specializes", ACS_2017, at="A100"),
                Quote("radiation oncologist: a doctor who treats cancer with radiation", ACS_2017, at="A100"),
                Quote("You might have many other specialists", ACS_2017, at="A101", strength="might"),
                Quote(
                    "very important that it is done by a surgeon experienced",
                    ACS_2017,
                    at="A18",
                    strength="very important",
                ),
                Quote("nutrition specialists, social workers, rehabilitation specialists", ACS_2017, at="A101"),
            ],
            since=[WHO_WORKS_TOGETHER],
            notes=[
                "A surgical oncologist treats with surgery, a medical oncologist with medicines, a radiation oncologist with "
                "radiation; a gastroenterologist specializes in the digestive system.",
                "Others might be physician assistants, nurses, nutrition specialists, social workers, rehabilitation "
                "specialists and psychologists.",
                "Where there is surgery, it is very important that the surgeon is experienced in treating GISTs.",
                "The source does not say whom to see first.",
            ],
            then=[Onward("operation", "The operation, and the surgeon", to=OtherTree("operation"))],
        ),
        LeftOpen(
            "second_opinion_linked",
            leaves_open="A second opinion: when, and how",
            says="The source links to pages on a second opinion and on questions to ask the doctor; it says no more of them.",
            would_decide="The pages behind the links, which were not read.",
            because=[
                Quote("Seeking a Second Opinion", ACS_2017, at="A216"),
                Quote("Questions to Ask Your Doctor", ACS_2017, at="A216"),
            ],
        ),
        Action(
            "doctors_other_plan",
            kind=TALK,
            says="There may be reasons for it; do not hesitate to ask",
            because=[
                Quote(
                    "may have reasons for suggesting a treatment plan different", ACS_2017, at="A129", strength="may"
                ),
                Quote("Don't hesitate to ask him or her questions", ACS_2017, at="A130", strength="Don't hesitate"),
                Quote("not intended as medical advice to replace the expertise", ACS_2017, at="A127"),
                Quote("not official policy of the American Cancer Society", ACS_2017, at="A127"),
                Quote("help you and your family make informed decisions", ACS_2017, at="A128"),
            ],
            notes=[
                "The source calls itself no official policy of the American Cancer Society, and no medical advice to replace "
                "the judgment of the care team.",
                "It is intended to help patients and families decide together with the doctor.",
            ],
        ),
        LeftOpen(
            "deciding_not_known",
            leaves_open="What else applies while it is not known what the patient asks",
            says="For everyone: weigh benefits against risks and side effects, discuss all options, and ask questions.",
            would_decide="Whether there are questions, who is being seen, and what the doctor suggests.",
            because=[
                Quote(
                    "important to weigh the benefits of each treatment option",
                    ACS_2017,
                    at="A98",
                    strength="important",
                ),
                Quote("important to discuss all treatment options", ACS_2017, at="A102", strength="important"),
                Quote("very important to ask questions", ACS_2017, at="A104", strength="very important"),
            ],
        ),
    ],
)
