"""Where to begin: by where the disease stands, and by the drug that is taken."""

from trees.core import (
    CURRENT,
    OUR_QUESTION,
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
from trees.gist_2017.differences import (
    FIRST_LINE_STRENGTH,
    LARGE_TUMOR_FIRST,
    RECURRENT_APART,
    REGORAFENIB_WHEN,
    SECOND_LINE_STRENGTH,
    THIRD_LINE,
)
from trees.gist_2017.since import D842V_FIRST, DIAGNOSTICS, LATER_LINES, RESECTABLE, SECOND_LINE, WILD_TYPE_FIRST
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

tree = Tree(
    "where_the_patient_stands",
    title="Where the patient stands",
    purpose="Which tree fits the patient.",
    readers="Health professionals; the ACS text is written for patients",
    applies_to="GIST at any stage",
    because=[
        Quote("depends mainly on the size of the tumor", ACS_2017, at="A53"),
        Quote("patients with metastatic or recurrent disease", PDQ_2014, at="P03"),
    ],
    nodes=[
        Question(
            "disease_state",
            asks="Where does the disease stand?",
            means=(
                "As found before the next step. “Spread” is to distant sites; “come back” is after treatment. "
                "Where a tumor came back at a distant site, “come back” is the true answer here. "
                "“Removed” holds too where some of a tumor that had not spread was left behind."
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "localized",
                    "Not spread to distant sites, not removed",
                    to="removal_considered",
                    because=Quote("gastrointestinal stromal tumors (GISTs) that haven't spread", ACS_2017, at="A10"),
                ),
                Answer(
                    "removed",
                    "Removed, not come back",
                    to=OtherTree("adjuvant_imatinib"),
                    because=OUR_QUESTION,
                ),
                Answer(
                    "spread",
                    "Spread to distant sites",
                    to="tki_taken",
                    because=Quote("have spread (metastasized) depends on why", ACS_2017, at="A72"),
                ),
                Answer(
                    "recurrent",
                    "Come back after treatment",
                    to=OtherTree("recurrence"),
                    because=Quote("options for recurrent GISTs depend on the location", ACS_2017, at="A89"),
                ),
                Answer("unknown", "Not known", to="state_not_known", because=OUR_QUESTION),
            ],
        ),
        Question(
            "removal_considered",
            asks="Can the tumor be removed?",
            means=NoCriterion(["small", "larger", "harder to remove"]),
            lasts=CURRENT,
            answers=[
                Answer(
                    "small",
                    "Yes: it is small, and not in a place that makes it harder to remove",
                    to=OtherTree("small_localized"),
                    because=Quote("main treatment for most small tumors", ACS_2017, at="A57"),
                ),
                Answer(
                    "hard",
                    "It is larger, or harder to remove completely",
                    to=OtherTree("imatinib_first"),
                    because=Quote("make them harder to remove (resect) completely", ACS_2017, at="A207"),
                ),
                Answer(
                    "no",
                    "No",
                    to=OtherTree("unresectable_or_spread"),
                    because=Quote("GISTs that cannot be removed with surgery", ACS_2017, at="A72"),
                ),
                Answer("unknown", "Not known", to="removal_not_known", because=OUR_QUESTION),
            ],
        ),
        Question(
            "tki_taken",
            asks="Which TKI is the patient taking?",
            means="A TKI is a tyrosine kinase inhibitor: a targeted drug.",
            lasts=CURRENT,
            answers=[
                Answer("imatinib", "Imatinib", to=OtherTree("review_on_treatment"), because=OUR_QUESTION),
                Answer("sunitinib", "Sunitinib", to=OtherTree("review_on_treatment"), because=OUR_QUESTION),
                Answer("regorafenib", "Regorafenib", to=OtherTree("later_lines"), because=OUR_QUESTION),
                Answer("other", "Another TKI", to=OtherTree("later_lines"), because=OUR_QUESTION),
                Answer("none", "None at present", to="tki_before", because=OUR_QUESTION),
                Answer("unknown", "Not known", to=OtherTree("review_on_treatment"), because=OUR_QUESTION),
            ],
        ),
        Question(
            "tki_before",
            asks="Has a TKI been given before?",
            means="Any targeted drug, whatever the reason for which it was stopped.",
            lasts=CURRENT,
            answers=[
                Answer("no", "No", to=OtherTree("unresectable_or_spread"), because=OUR_QUESTION),
                Answer("yes", "Yes, and it was stopped", to=OtherTree("later_lines"), because=OUR_QUESTION),
                Answer("unknown", "Not known", to="tki_before_not_known", because=OUR_QUESTION),
            ],
        ),
        LeftOpen(
            "state_not_known",
            leaves_open="Which treatment comes into question while it is not known where the disease stands",
            says=(
                "ACS says that treatment depends mainly on how large the tumor is, on its place, on how far it has spread and how "
                "quickly it grows. The parts that were read do not say how this is found out."
            ),
            would_decide="Whether the disease is localized, was removed, has spread or has come back.",
            because=[
                Quote("depends mainly on the size of the tumor", ACS_2017, at="A53", strength="mainly"),
                Quote("how far it has spread, and how quickly", ACS_2017, at="A53"),
            ],
            differs=[RECURRENT_APART],
            since=[DIAGNOSTICS],
            then=[
                Event("settled", "It is known where the disease stands", to="disease_state"),
                Onward("deciding", "What to weigh, whom to ask", to=OtherTree("deciding")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
                Onward("other", "Trials and other methods", to=OtherTree("trials_and_other_methods")),
            ],
        ),
        LeftOpen(
            "removal_not_known",
            leaves_open="Whether surgery or a drug comes first while it is not known if the tumor can be removed",
            says=(
                "ACS calls surgery usually the main treatment for a GIST that has not spread. For larger tumors, or in places "
                "that make them harder to remove completely, it says on the page about spread, surgery is not typically the first. "
                "It does not say by what test that is judged."
            ),
            would_decide="Whether the tumor can be removed completely, and at what cost.",
            because=[
                Quote("Surgery is usually main treatment for gastrointestinal", ACS_2017, at="A10", strength="usually"),
                Quote("make them harder to remove (resect) completely", ACS_2017, at="A207"),
                Quote("Because of this, surgery is not typically", ACS_2017, at="A63", strength="not typically"),
                Quote("depends mainly on the size of the tumor", ACS_2017, at="A53", strength="mainly"),
            ],
            differs=[LARGE_TUMOR_FIRST],
            since=[RESECTABLE],
            then=[
                Event("settled", "It is known whether it can be removed", to="removal_considered"),
                Onward("operation", "How a tumor is removed", to=OtherTree("operation")),
                Onward("deciding", "What to weigh, whom to ask", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "tki_before_not_known",
            leaves_open="Which line of treatment applies while it is not known if a TKI was given before",
            says=(
                "PDQ calls imatinib standard, and sunitinib the second-line standard after progression or intolerance. "
                "ACS calls imatinib typically the preferred first treatment, and names sunitinib where imatinib no longer works "
                "or cannot be taken because of its side effects. Regorafenib can be used where both stop working and, says another page, "
                "may help some patients where sunitinib is no longer working."
            ),
            would_decide="Which drugs were given before, and why they were stopped.",
            because=[
                Quote(
                    "imatinib is typically the preferred first treatment",
                    ACS_2017,
                    at="A74",
                    strength="typically the preferred",
                ),
                Quote("Regorafenib can be used to treat GIST", ACS_2017, at="A45", strength="can"),
                Quote("imatinib and sunitinib stop working", ACS_2017, at="A45"),
                Quote("sunitinib is no longer working, regorafenib may help", ACS_2017, at="A78", strength="may"),
                Quote("regorafenib may help some patients", ACS_2017, at="A78", strength="may"),
                Quote("if imatinib is no longer working", ACS_2017, at="A42"),
                Quote("because of its side effects", ACS_2017, at="A42"),
                Quote("Therapy with imatinib is standard", PDQ_2014, at="P03", strength="standard"),
                Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
            ],
            differs=[FIRST_LINE_STRENGTH, SECOND_LINE_STRENGTH, THIRD_LINE, REGORAFENIB_WHEN],
            since=[D842V_FIRST, WILD_TYPE_FIRST, SECOND_LINE, LATER_LINES],
            then=[
                Event("settled", "It is known what was given before", to="tki_before"),
                Onward("later", "Later lines of treatment", to=OtherTree("later_lines")),
                Onward("first_line", "First-line imatinib", to=OtherTree("first_line")),
            ],
        ),
    ],
)
