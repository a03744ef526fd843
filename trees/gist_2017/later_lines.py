"""After imatinib: which targeted drugs have stopped working or were not tolerated, and what is named then."""

from trees.core import (
    CURRENT,
    NOT_STATED,
    OUR_QUESTION,
    TALK,
    Action,
    Answer,
    Event,
    LeftOpen,
    NoCriterion,
    Onward,
    OtherTree,
    Question,
    Quote,
    Treatment,
    Tree,
)
from trees.drugs import DASATINIB, NILOTINIB, PAZOPANIB, REGORAFENIB, SORAFENIB
from trees.gist_2017.differences import (
    HOW_LONG,
    INTOLERANCE,
    RAISE_OR_SWITCH,
    RAISING_FOR_WHOM,
    REGORAFENIB_WHEN,
    SECOND_LINE_STRENGTH,
    THIRD_LINE,
)
from trees.gist_2017.since import (
    AVAPRITINIB_LAST,
    DASATINIB_NOT_NAMED,
    NO_STANDARD_LEFT,
    OTHER_TKIS,
    RAISE_FROM_400,
    REGORAFENIB_DOSE,
    RIPRETINIB,
    SECOND_LINE,
    TIME_TO_PROGRESSION,
)
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

tree = Tree(
    "later_lines",
    title="When targeted drugs stop working",
    purpose="What is named once imatinib, sunitinib or regorafenib has stopped working or was not tolerated.",
    readers="Patients and their families",
    applies_to="GIST for which a targeted drug has stopped working or was not tolerated",
    because=[
        Quote("imatinib and sunitinib stop working", ACS_2017, at="A45"),
        Quote("no longer responding to the targeted drugs", ACS_2017, at="A210"),
    ],
    nodes=[
        Question(
            "last_drug_failed",
            asks="Which targeted drug was the last to stop working, or not to be tolerated?",
            means=NoCriterion(
                ["stop working", "no longer working", "no longer responding"],
                explains="It does not say how that is judged.",
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "imatinib",
                    "Imatinib, and no later drug was started",
                    to="how_imatinib_failed",
                    because=OUR_QUESTION,
                ),
                Answer(
                    "sunitinib",
                    "Sunitinib",
                    to="how_sunitinib_failed",
                    because=Quote("imatinib and sunitinib stop working", ACS_2017, at="A45"),
                ),
                Answer(
                    "regorafenib",
                    "Regorafenib, or a drug after it",
                    to="how_regorafenib_failed",
                    because=Quote("no longer responding to the targeted drugs", ACS_2017, at="A210"),
                ),
                Answer(
                    "none",
                    "None of them; or imatinib alone, and the drug after it works",
                    to="later_none_failed",
                    because=OUR_QUESTION,
                ),
                Answer("unknown", "Not known", to="later_not_known", because=OUR_QUESTION),
            ],
        ),
        Question(
            "how_imatinib_failed",
            asks="Has imatinib stopped working, or was it not tolerated?",
            means=(
                "With both, “stopped working” is the true answer here. What PDQ says next is for metastatic or recurrent disease; for "
                "a tumor that cannot be removed and has not spread, the tree “Not removable, or spread” goes on with ACS."
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "stopped_working",
                    "Stopped working",
                    to=OtherTree("progression_on_imatinib"),
                    because=[
                        Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                        Quote("useful in treating GIST if imatinib is no longer working", ACS_2017, at="A42"),
                    ],
                ),
                Answer(
                    "not_tolerated",
                    "Not tolerated",
                    to=OtherTree("intolerance_of_imatinib"),
                    because=[
                        Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                        Quote("because of its side effects", ACS_2017, at="A42"),
                    ],
                ),
                Answer("unknown", "Not known", to="imatinib_failure_not_known", because=OUR_QUESTION),
            ],
        ),
        LeftOpen(
            "imatinib_failure_not_known",
            leaves_open=(
                "Sunitinib is named either way; whether raising imatinib comes into question while it is not known if it "
                "stopped working or was not tolerated is open"
            ),
            says=(
                "ACS says that sunitinib can be useful, and a switch to it may be helpful, whether imatinib stops working or is not "
                "tolerated. PDQ calls it the standard second line in metastatic or recurrent disease. A raised dose of imatinib is "
                "named for a tumor that grows: by ACS for any, by PDQ for tumors without a KIT exon 9 mutation."
            ),
            would_decide="Whether imatinib stopped working or was not tolerated, and at which dose.",
            because=[
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                Quote("drug can be useful in treating GIST", ACS_2017, at="A42", strength="can be useful"),
                Quote("if imatinib is no longer working", ACS_2017, at="A42"),
                Quote("because of its side effects", ACS_2017, at="A42"),
                Quote("a switch to sunitinib may be helpful", ACS_2017, at="A77", strength="may"),
                Quote("may respond to increasing the dose of imatinib", ACS_2017, at="A76", strength="may"),
                Quote("imatinib dose may be increased to 800 mg daily", PDQ_2014, at="P09", strength="may"),
                Quote("progression of tumors without KIT exon 9 mutations", PDQ_2014, at="P09"),
            ],
            differs=[RAISING_FOR_WHOM, RAISE_OR_SWITCH, INTOLERANCE, SECOND_LINE_STRENGTH],
            since=[SECOND_LINE, RAISE_FROM_400],
            then=[
                Event("settled", "It is known why imatinib was given up", to="how_imatinib_failed"),
                Onward(
                    "sunitinib", "Metastatic or recurrent: second-line sunitinib", to=OtherTree("second_line_sunitinib")
                ),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
        Question(
            "how_sunitinib_failed",
            asks="What became of imatinib and sunitinib?",
            means="For a drug that both stopped working and was not tolerated, “stopped working” is the true answer here.",
            lasts=CURRENT,
            answers=[
                Answer(
                    "both_stopped_working",
                    "Both stopped working",
                    to="later_regorafenib",
                    because=Quote("imatinib and sunitinib stop working", ACS_2017, at="A45"),
                ),
                Answer(
                    "imatinib_not_tolerated",
                    "Sunitinib stopped working; imatinib was not tolerated, or never worked",
                    to="later_regorafenib_after_intolerance",
                    because=Quote("sunitinib is no longer working, regorafenib may help", ACS_2017, at="A78"),
                ),
                Answer(
                    "sunitinib_not_tolerated",
                    "Sunitinib not tolerated",
                    to="later_sunitinib_not_tolerated",
                    because=OUR_QUESTION,
                ),
                Answer(
                    "never_worked",
                    "Sunitinib never worked, whatever became of imatinib",
                    to="later_never_worked",
                    because=OUR_QUESTION,
                ),
                Answer("unknown", "Not known", to="later_not_known", because=OUR_QUESTION),
            ],
        ),
        Question(
            "how_regorafenib_failed",
            asks="Have imatinib, sunitinib and regorafenib all stopped working?",
            means="A drug that was not tolerated, not taken, or never worked has not stopped working.",
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes, all three",
                    to="later_after_three",
                    because=Quote("no longer responding to the targeted drugs", ACS_2017, at="A210"),
                ),
                Answer(
                    "no",
                    "No: one was not tolerated, was not taken, or never worked",
                    to="later_not_all_three",
                    because=OUR_QUESTION,
                ),
                Answer("unknown", "Not known", to="later_not_known", because=OUR_QUESTION),
            ],
        ),
        Treatment(
            "later_regorafenib",
            drug=REGORAFENIB,
            dose=NOT_STATED,
            because=[
                Quote("Another option is to try", ACS_2017, at="A92", strength="Another option"),
                Quote("Regorafenib can be used to treat GIST", ACS_2017, at="A45", strength="can"),
                Quote("imatinib and sunitinib stop working", ACS_2017, at="A45"),
                Quote("regorafenib may help some patients", ACS_2017, at="A78", strength="may"),
                Quote("regorafenib (Stivarga) may help some patients", ACS_2017, at="A71", strength="may"),
                Quote("Regorafenib can slow tumor growth", ACS_2017, at="A182", strength="can"),
                Quote("not clear if it helps people live longer", ACS_2017, at="A46", strength="not clear"),
                Quote("may be candidates for clinical trials", PDQ_2014, at="P02", strength="may"),
            ],
            differs=[THIRD_LINE, REGORAFENIB_WHEN],
            since=[REGORAFENIB_DOSE],
            notes=[
                "Regorafenib may help some patients: ACS says so of tumors that cannot be removed or have spread, and of "
                "localized larger ones.",
                "It can slow the growth and even shrink some tumors; whether people live longer with it is not clear.",
                "The part of PDQ that was read names no third drug: patients whose metastatic or recurrent disease does not respond may be candidates "
                "for clinical trials.",
                "For a GIST that came back, ACS calls sunitinib or regorafenib another option beside imatinib.",
            ],
            then=[
                Event("change", "Regorafenib stops working, or is not tolerated", to="last_drug_failed"),
                Onward("side_effects", "Side effects of regorafenib", to=OtherTree("side_effects_of_regorafenib")),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
                Onward("safety", "PDQ on what to watch on a TKI", to=OtherTree("tki_safety")),
                Onward("not_responding", "PDQ on disease that does not respond", to=OtherTree("not_responding")),
                Onward("surgery", "PDQ on surgery in progression", to=OtherTree("surgery_in_progression")),
            ],
        ),
        Treatment(
            "later_regorafenib_after_intolerance",
            drug=REGORAFENIB,
            dose=NOT_STATED,
            because=[
                Quote("regorafenib may help some patients", ACS_2017, at="A78", strength="may"),
                Quote("sunitinib is no longer working, regorafenib may help", ACS_2017, at="A78", strength="may"),
                Quote("imatinib and sunitinib stop working", ACS_2017, at="A45"),
                Quote("Regorafenib can slow tumor growth", ACS_2017, at="A182", strength="can"),
                Quote("not clear if it helps people live longer", ACS_2017, at="A46", strength="not clear"),
                Quote("may be candidates for clinical trials", PDQ_2014, at="P02", strength="may"),
            ],
            differs=[THIRD_LINE, REGORAFENIB_WHEN],
            since=[REGORAFENIB_DOSE],
            notes=[
                "The page on spread asks only that sunitinib no longer works; that on targeted therapy speaks of imatinib and "
                "sunitinib that both stop working, and not of imatinib that was not tolerated, or did not work from the start.",
                "It can slow the growth and even shrink some tumors; whether people live longer with it is not clear.",
                "The part of PDQ that was read names no third drug: patients whose metastatic or recurrent disease does not respond may be candidates "
                "for clinical trials.",
            ],
            then=[
                Event("change", "Regorafenib stops working, or is not tolerated", to="last_drug_failed"),
                Onward("side_effects", "Side effects of regorafenib", to=OtherTree("side_effects_of_regorafenib")),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
                Onward("safety", "PDQ on what to watch on a TKI", to=OtherTree("tki_safety")),
                Onward("not_responding", "PDQ on disease that does not respond", to=OtherTree("not_responding")),
                Onward("surgery", "PDQ on surgery in progression", to=OtherTree("surgery_in_progression")),
            ],
        ),
        LeftOpen(
            "later_sunitinib_not_tolerated",
            leaves_open="Which drug follows sunitinib when it is not tolerated",
            says=(
                "Regorafenib is named where sunitinib is no longer working, or where imatinib and sunitinib stop working; for a GIST "
                "that came back, as another option with no such condition. Of sunitinib that is not tolerated neither text says which drug comes next; PDQ says that a smaller dose, an interruption or stopping "
                "may be called for. A clinical trial may be a good option for some people."
            ),
            would_decide="A statement on the drug after sunitinib that is not tolerated, which neither text makes.",
            because=[
                Quote("sunitinib is no longer working, regorafenib may help", ACS_2017, at="A78", strength="may"),
                Quote("regorafenib may help some patients", ACS_2017, at="A78", strength="may"),
                Quote("imatinib and sunitinib stop working", ACS_2017, at="A45"),
                Quote("Another option is to try", ACS_2017, at="A92", strength="Another option"),
                Quote("other targeted drugs, such as sunitinib or regorafenib", ACS_2017, at="A92"),
                Quote(
                    "may require dose reductions, interruptions, or cessation",
                    PDQ_2014,
                    at="P18",
                    strength="may require",
                ),
                Quote("may be a good option for some people", ACS_2017, at="A87", strength="may"),
            ],
            differs=[THIRD_LINE, REGORAFENIB_WHEN],
            since=[REGORAFENIB_DOSE, RIPRETINIB],
            then=[
                Onward("pdq", "PDQ on intolerance of sunitinib", to=OtherTree("intolerance_of_sunitinib")),
                Onward("trials", "Clinical trials", to=OtherTree("trials_and_other_methods")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
        LeftOpen(
            "later_never_worked",
            leaves_open="Whether regorafenib comes into question where sunitinib did not work from the start",
            says=(
                "Regorafenib is named where sunitinib is no longer working, or where imatinib and sunitinib stop working; whether a "
                "drug that did not work from the start counts is not said. For a GIST that came back ACS calls sunitinib or regorafenib "
                "another option. In PDQ, patients whose metastatic or recurrent disease does not respond may be candidates for "
                "clinical trials; ACS says that one may be a good option for some people."
            ),
            would_decide="A statement on tumors with no response from the start, which neither text makes.",
            because=[
                Quote("sunitinib is no longer working, regorafenib may help", ACS_2017, at="A78", strength="may"),
                Quote("regorafenib may help some patients", ACS_2017, at="A78", strength="may"),
                Quote("imatinib and sunitinib stop working", ACS_2017, at="A45"),
                Quote("Another option is to try", ACS_2017, at="A92", strength="Another option"),
                Quote("other targeted drugs, such as sunitinib or regorafenib", ACS_2017, at="A92"),
                Quote("may be candidates for clinical trials", PDQ_2014, at="P02", strength="may"),
                Quote("tumors that do not respond to these measures", PDQ_2014, at="P02"),
                Quote("may be a good option for some people", ACS_2017, at="A87", strength="may"),
            ],
            differs=[THIRD_LINE, REGORAFENIB_WHEN],
            since=[REGORAFENIB_DOSE],
            then=[
                Onward("not_responding", "PDQ on disease that does not respond", to=OtherTree("not_responding")),
                Onward("regorafenib", "What is named when both stop working", to="later_regorafenib"),
                Onward("trials", "Clinical trials", to=OtherTree("trials_and_other_methods")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
        Action(
            "later_after_three",
            kind=TALK,
            says=(
                "Some doctors may recommend other targeted drugs, though how helpful they are is not yet clear; for some people a "
                "clinical trial may be a good option"
            ),
            drugs=[SORAFENIB, DASATINIB, NILOTINIB, PAZOPANIB],
            because=[
                Quote("may recommend trying other targeted drugs", ACS_2017, at="A85", strength="may"),
                Quote(
                    "sorafenib (Nexavar), dasatinib (Sprycel), nilotinib (Tasigna), or pazopanib", ACS_2017, at="A85"
                ),
                Quote("not yet clear how helpful", ACS_2017, at="A85", strength="not yet clear"),
                Quote("may be a good option for some people", ACS_2017, at="A87", strength="may"),
                Quote("can be hard to treat", ACS_2017, at="A210"),
                Quote(
                    "drugs are usually not very effective", ACS_2017, at="A86", strength="usually not very effective"
                ),
                Quote("other targeted drugs are now being studied", ACS_2017, at="A48"),
                Quote("may be candidates for clinical trials", PDQ_2014, at="P02", strength="may"),
            ],
            differs=[THIRD_LINE],
            since=[RIPRETINIB, NO_STANDARD_LEFT, AVAPRITINIB_LAST, OTHER_TKIS, DASATINIB_NOT_NAMED],
            notes=[
                "Other targeted drugs “such as” sorafenib, dasatinib, nilotinib or pazopanib: examples, with no order and no dose. "
                "It is not yet clear how helpful they are.",
                "ACS writes this of tumors that cannot be removed or have spread, and again of tumors that came back.",
                "The trial is of a newer treatment, and other targeted drugs are now being studied. In PDQ, patients whose "
                "metastatic or recurrent disease does not respond may be candidates for trials.",
                "Of standard chemotherapy ACS says that it is usually not very effective.",
                "A cancer that no longer responds to these drugs can be hard to treat.",
            ],
            then=[
                Onward("trials", "Clinical trials", to=OtherTree("trials_and_other_methods")),
                Onward("chemotherapy", "Chemotherapy", to=OtherTree("chemotherapy")),
                Onward("support", "Supportive care, stopping treatment", to=OtherTree("support_and_stopping")),
                Onward("not_responding", "PDQ on disease that does not respond", to=OtherTree("not_responding")),
                Onward("surgery", "PDQ on surgery in progression", to=OtherTree("surgery_in_progression")),
            ],
        ),
        LeftOpen(
            "later_not_all_three",
            leaves_open="What follows when one of the three drugs was not tolerated, was not taken or did not work from the start",
            says=(
                "Other targeted drugs are named for a cancer that no longer responds to the drugs before them; how helpful "
                "they are is not yet clear. Whether that holds too where one of the three was not tolerated, not taken or did not work from the start is not said. "
                "Where sunitinib was not taken: in metastatic or recurrent disease PDQ calls it the standard second line after "
                "imatinib. A clinical trial, says ACS, may be a good option for some people."
            ),
            would_decide="Which of the three it was; and a statement on the drugs after these three in that case, which neither text makes.",
            because=[
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                Quote("no longer responding to the targeted drugs", ACS_2017, at="A210"),
                Quote("may recommend trying other targeted drugs", ACS_2017, at="A85", strength="may"),
                Quote("not yet clear how helpful", ACS_2017, at="A85", strength="not yet clear"),
                Quote("imatinib and sunitinib stop working", ACS_2017, at="A45"),
                Quote("may be a good option for some people", ACS_2017, at="A87", strength="may"),
            ],
            differs=[THIRD_LINE],
            since=[RIPRETINIB, SECOND_LINE, OTHER_TKIS],
            then=[
                Onward("three", "What is named when all three have stopped working", to="later_after_three"),
                Onward(
                    "sunitinib",
                    "Metastatic or recurrent, sunitinib not taken: sunitinib",
                    to=OtherTree("second_line_sunitinib"),
                ),
                Onward("trials", "Clinical trials", to=OtherTree("trials_and_other_methods")),
                Onward("support", "Supportive care, stopping treatment", to=OtherTree("support_and_stopping")),
            ],
        ),
        LeftOpen(
            "later_none_failed",
            leaves_open="Which drug follows while the drug taken has not failed, and how long one that works goes on",
            says=(
                "Sunitinib, regorafenib and the drugs after them are named where an earlier drug no longer works; sunitinib also "
                "where imatinib cannot be taken because of its side effects. Other targeted drugs are being studied. "
                "Imatinib, says ACS, is continued as long as the tumor doesn’t grow and its side effects can be tolerated; it gives "
                "no duration for sunitinib or regorafenib. PDQ says of imatinib and of sunitinib in metastatic or recurrent disease "
                "that they are usually continued indefinitely."
            ),
            would_decide="Whether the drug still works, and is tolerated.",
            because=[
                Quote("as long as the tumor doesn't grow", ACS_2017, at="A75"),
                Quote("Treatment is usually continued indefinitely", PDQ_2014, at="P06", strength="usually"),
                Quote("other targeted drugs are now being studied", ACS_2017, at="A48"),
                Quote("if imatinib is no longer working", ACS_2017, at="A42"),
                Quote("because of its side effects", ACS_2017, at="A42"),
                Quote("sunitinib is no longer working, regorafenib may help", ACS_2017, at="A78", strength="may"),
                Quote("regorafenib may help some patients", ACS_2017, at="A78", strength="may"),
                Quote(
                    "usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
                    PDQ_2014,
                    at="P13",
                    strength="usually",
                ),
            ],
            differs=[HOW_LONG],
            since=[TIME_TO_PROGRESSION],
            then=[
                Onward("first", "What comes first", to=OtherTree("unresectable_or_spread")),
                Onward("review", "PDQ on the review of treatment", to=OtherTree("review_on_treatment")),
                Event("change", "A drug stops working, or is not tolerated", to="last_drug_failed"),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
            ],
        ),
        LeftOpen(
            "later_not_known",
            leaves_open="Which drug follows while it is not known which have failed",
            says=(
                "After imatinib that stops working or is not tolerated, sunitinib can be useful. Where both stop working, "
                "regorafenib can be used. After that some doctors may recommend others; how helpful they are is not yet clear. "
                "Several more are being studied."
            ),
            would_decide="Which targeted drugs were taken, and whether each stopped working or was not tolerated.",
            because=[
                Quote("useful in treating GIST if imatinib is no longer working", ACS_2017, at="A42"),
                Quote("because of its side effects", ACS_2017, at="A42"),
                Quote("Regorafenib can be used to treat GIST", ACS_2017, at="A45", strength="can"),
                Quote("imatinib and sunitinib stop working", ACS_2017, at="A45"),
                Quote("may recommend trying other targeted drugs", ACS_2017, at="A85", strength="may"),
                Quote("not yet clear how helpful", ACS_2017, at="A85", strength="not yet clear"),
                Quote("other targeted drugs are now being studied", ACS_2017, at="A48"),
            ],
            differs=[THIRD_LINE],
            since=[SECOND_LINE, REGORAFENIB_DOSE, RIPRETINIB, OTHER_TKIS],
            then=[
                Event("settled", "It is known which drugs have failed", to="last_drug_failed"),
                Onward("not_responding", "PDQ on how the disease responds", to=OtherTree("not_responding")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
    ],
)
