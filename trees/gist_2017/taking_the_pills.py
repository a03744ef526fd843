"""How the targeted drugs are taken, by drug; the two sources part on how often."""

from trees.core import (
    CURRENT,
    HOW_TAKEN,
    OUR_QUESTION,
    Action,
    Answer,
    LeftOpen,
    Onward,
    OtherTree,
    Question,
    Quote,
    Tree,
)
from trees.drugs import IMATINIB, REGORAFENIB, SUNITINIB
from trees.gist_2017.differences import RAISING_FOR_WHOM, STARTING_DOSE, TIMES_A_DAY
from trees.gist_2017.since import (
    DASATINIB_NOT_NAMED,
    FORMS_OF_SUNITINIB,
    RAISE_FROM_400,
    REGORAFENIB_DOSE,
    RIPRETINIB,
    START_AT_400,
)
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

tree = Tree(
    "taking_the_pills",
    title="Taking the pills",
    purpose="How the targeted drugs are taken, as each source states it.",
    readers="Patients and their families",
    applies_to="Patients with GIST who take a targeted drug",
    because=Quote("these targeted drugs are pills, taken once a day", ACS_2017, at="A32"),
    nodes=[
        Question(
            "pills_taken",
            asks="Which targeted drug does the patient take?",
            means=(
                "For imatinib it matters whether the dose was raised. ACS says how often its “targeted drugs” are taken on a "
                "page that describes imatinib, sunitinib and regorafenib."
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "imatinib",
                    "Imatinib, dose not raised",
                    to="imatinib_once_a_day",
                    because=Quote("these targeted drugs are pills, taken once a day", ACS_2017, at="A32"),
                ),
                Answer(
                    "imatinib_raised",
                    "Imatinib, raised, as to 800 mg daily",
                    to="imatinib_raised_how_often",
                    because=Quote("imatinib dose may be increased to 800 mg daily", PDQ_2014, at="P09"),
                ),
                Answer(
                    "sunitinib",
                    "Sunitinib",
                    to="sunitinib_how_often",
                    because=Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11"),
                ),
                Answer(
                    "regorafenib",
                    "Regorafenib",
                    to="regorafenib_once_a_day",
                    because=Quote("Regorafenib can be used to treat GIST", ACS_2017, at="A45"),
                ),
                Answer(
                    "other",
                    "Another, such as sorafenib, dasatinib, nilotinib, pazopanib",
                    to="other_drugs_how_often",
                    because=Quote(
                        "sorafenib (Nexavar), dasatinib (Sprycel), nilotinib (Tasigna), or pazopanib",
                        ACS_2017,
                        at="A85",
                    ),
                ),
                Answer("unknown", "Not known", to="pills_not_known", because=OUR_QUESTION),
            ],
        ),
        Action(
            "imatinib_once_a_day",
            kind=HOW_TAKEN,
            says="Imatinib: a pill taken once a day; with food it upsets the stomach less",
            drugs=[IMATINIB],
            because=[
                Quote("these targeted drugs are pills, taken once a day", ACS_2017, at="A32"),
                Quote("upset is lessened if the drug is taken with food", ACS_2017, at="A40"),
                Quote("used to treat most patients with GISTs", ACS_2017, at="A33"),
                Quote("imatinib dose may be increased to 800 mg daily", PDQ_2014, at="P09", strength="may"),
                Quote("increased to 800 mg daily (in split doses)", PDQ_2014, at="P09"),
                Quote("may receive 800 mg daily", PDQ_2014, at="P04", strength="may"),
                Quote("tumors containing KIT exon 9 mutations", PDQ_2014, at="P04"),
            ],
            differs=[STARTING_DOSE, TIMES_A_DAY],
            since=[START_AT_400],
            notes=[
                "This is what ACS says; it prints no dose and no time of day. Most patients take it at some point.",
                "PDQ speaks of split doses where imatinib is raised to 800 mg daily.",
                "With a KIT exon 9 mutation the patient may receive 800 mg daily from the start: how that is taken, PDQ does not say.",
            ],
            then=[
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("safety", "Metastatic or recurrent: what to watch", to=OtherTree("tki_safety")),
            ],
        ),
        Action(
            "imatinib_raised_how_often",
            kind=HOW_TAKEN,
            says="Imatinib, raised: ACS says once a day; PDQ, where raised to 800 mg daily, says split doses",
            drugs=[IMATINIB],
            because=[
                Quote("these targeted drugs are pills, taken once a day", ACS_2017, at="A32"),
                Quote("imatinib dose may be increased to 800 mg daily", PDQ_2014, at="P09", strength="may"),
                Quote("increased to 800 mg daily (in split doses)", PDQ_2014, at="P09"),
                Quote("progression of tumors without KIT exon 9 mutations", PDQ_2014, at="P09"),
                Quote("upset is lessened if the drug is taken with food", ACS_2017, at="A40"),
                Quote("higher doses can have more side effects", ACS_2017, at="A39", strength="can"),
            ],
            differs=[TIMES_A_DAY, RAISING_FOR_WHOM],
            since=[RAISE_FROM_400],
            notes=[
                "The two contradict each other. ACS says it of all the targeted drugs of its page and prints no dose; PDQ does not "
                "say into how many portions.",
                "PDQ writes this of metastatic or recurrent tumors without KIT exon 9 mutations that progress.",
                "It says nothing of another raised dose.",
                "Taken with food it upsets the stomach less; higher doses can have more side effects.",
            ],
            then=[
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("safety", "Metastatic or recurrent: what to watch", to=OtherTree("tki_safety")),
            ],
        ),
        Action(
            "sunitinib_how_often",
            kind=HOW_TAKEN,
            says="Sunitinib: ACS says once a day; PDQ says 4 weeks on and 2 weeks off, or a lower daily dose",
            drugs=[SUNITINIB],
            because=[
                Quote("these targeted drugs are pills, taken once a day", ACS_2017, at="A32"),
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("50 mg daily in a 4-weeks-on/2-weeks-off regimen", PDQ_2014, at="P11"),
                Quote("daily dose of 37.5 mg may be used", PDQ_2014, at="P12", strength="may"),
            ],
            differs=[TIMES_A_DAY],
            since=[FORMS_OF_SUNITINIB],
            notes=[
                "In PDQ the standard is 50 mg daily for 4 weeks, then 2 weeks off; 37.5 mg daily may be used instead.",
                "PDQ does not say whether the lower dose has weeks off. ACS mentions no weeks off, and prints no dose.",
                "PDQ says it of metastatic or recurrent disease.",
            ],
            then=[
                Onward("side_effects", "Side effects of sunitinib", to=OtherTree("side_effects_of_sunitinib")),
                Onward("doses", "Metastatic or recurrent: the doses", to=OtherTree("second_line_sunitinib")),
            ],
        ),
        Action(
            "regorafenib_once_a_day",
            kind=HOW_TAKEN,
            says="Regorafenib: a pill taken once a day",
            drugs=[REGORAFENIB],
            because=[
                Quote("these targeted drugs are pills, taken once a day", ACS_2017, at="A32"),
                Quote("Regorafenib can be used to treat GIST", ACS_2017, at="A45", strength="can"),
            ],
            since=[REGORAFENIB_DOSE],
            notes=["This is what ACS says; it prints no dose, and mentions no weeks off and no food."],
            then=[Onward("side_effects", "Side effects of regorafenib", to=OtherTree("side_effects_of_regorafenib"))],
        ),
        LeftOpen(
            "other_drugs_how_often",
            leaves_open="How sorafenib, dasatinib, nilotinib, pazopanib or any other targeted drug is taken",
            says=(
                "ACS says that “these” targeted drugs are pills taken once a day, on a page that describes three of them. "
                "The four others stand on another page."
            ),
            would_decide="A statement on the drug itself, which neither source makes.",
            because=[
                Quote("these targeted drugs are pills, taken once a day", ACS_2017, at="A32"),
                Quote(
                    "sorafenib (Nexavar), dasatinib (Sprycel), nilotinib (Tasigna), or pazopanib",
                    ACS_2017,
                    at="A85",
                ),
            ],
            since=[RIPRETINIB, DASATINIB_NOT_NAMED],
            then=[Onward("later", "Later lines of treatment", to=OtherTree("later_lines"))],
        ),
        LeftOpen(
            "pills_not_known",
            leaves_open="How the pills are taken while it is not known which drug it is",
            says=(
                "ACS says that “these” targeted drugs, on a page that describes three of them, are pills taken once a day. PDQ says otherwise of imatinib when it is "
                "raised to 800 mg daily, and of sunitinib in its standard form."
            ),
            would_decide="Which drug the patient takes, and whether the dose was raised.",
            because=[
                Quote("these targeted drugs are pills, taken once a day", ACS_2017, at="A32"),
                Quote("imatinib dose may be increased to 800 mg daily", PDQ_2014, at="P09", strength="may"),
                Quote("increased to 800 mg daily (in split doses)", PDQ_2014, at="P09"),
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("50 mg daily in a 4-weeks-on/2-weeks-off regimen", PDQ_2014, at="P11"),
            ],
            differs=[TIMES_A_DAY],
            since=[FORMS_OF_SUNITINIB, REGORAFENIB_DOSE],
        ),
    ],
)
