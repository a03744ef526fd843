"""A tumor that cannot be removed or has spread: biopsy, then imatinib, and what follows where it has not spread."""

from trees.core import (
    BIOPSY,
    CURRENT,
    MEDICATION,
    NOT_STATED,
    OUR_QUESTION,
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
    Treatment,
    Tree,
)
from trees.drugs import IMATINIB, SUNITINIB
from trees.gist_2017.differences import (
    BIOPSY_FIRST,
    FIRST_LINE_STRENGTH,
    HOW_LONG,
    INTOLERANCE,
    RAISE_OR_SWITCH,
    RAISING_FOR_WHOM,
    SECOND_LINE_STRENGTH,
    STARTING_DOSE,
    SUNITINIB_BENEFIT,
)
from trees.gist_2017.since import (
    D842V_FIRST,
    DOSE_BEFORE_SURGERY,
    HOW_BIOPSY_IS_DONE,
    HOW_LONG_BEFORE_SURGERY,
    NOT_BEFORE_SURGERY,
    RAISE_FROM_400,
    REGORAFENIB_DOSE,
    SECOND_LINE,
    START_AT_400,
    WILD_TYPE_FIRST,
)
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

tree = Tree(
    "unresectable_or_spread",
    title="Not removable, or spread",
    purpose="What comes first when the tumor cannot be removed or has spread, and what follows where it has not spread.",
    readers="Patients and their families",
    applies_to="GIST that cannot be removed with surgery, or has spread",
    because=Quote("GISTs that cannot be removed with surgery", ACS_2017, at="A72"),
    nodes=[
        Question(
            "biopsy_result",
            asks="Has a biopsy confirmed that it is a GIST?",
            means="A biopsy is a sample of the tumor, examined.",
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="disease_state",
                    because=Quote("Once a biopsy is done, the targeted", ACS_2017, at="A74"),
                ),
                Answer(
                    "no",
                    "No biopsy yet",
                    to="unresectable_biopsy",
                    because=Quote("before starting treatment, it's important to confirm", ACS_2017, at="A73"),
                ),
                Answer("other", "It showed something else", to="unresectable_not_a_gist", because=OUR_QUESTION),
                Answer("unknown", "Not known", to="unresectable_biopsy_not_known", because=OUR_QUESTION),
            ],
        ),
        Action(
            "unresectable_biopsy",
            kind=BIOPSY,
            says="Before treatment starts, it is important to confirm with a biopsy that the tumor is a GIST",
            because=[
                Quote("important to confirm that the tumor is in fact", ACS_2017, at="A73", strength="important"),
                Quote("before starting treatment, it's important to confirm", ACS_2017, at="A73", strength="important"),
                Quote(
                    "not typically the first treatment for these tumors", ACS_2017, at="A209", strength="not typically"
                ),
            ],
            differs=[BIOPSY_FIRST],
            since=[HOW_BIOPSY_IS_DONE],
            notes=[
                "For a tumor that cannot be removed or has spread, surgery is not typically the first treatment.",
                "Where ACS speaks of a tumor that came back, it says nothing about a biopsy.",
            ],
            then=[
                Event("done", "The biopsy is done", to="biopsy_result"),
                Onward("came_back", "If it came back after treatment", to=OtherTree("recurrence")),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "unresectable_not_a_gist",
            leaves_open="What follows when the biopsy shows something else than a GIST",
            says="The biopsy is to confirm that the tumor is in fact a GIST; ACS writes here about GISTs only.",
            would_decide="What the tumor is. Neither text speaks of other tumors.",
            because=Quote("important to confirm that the tumor is in fact", ACS_2017, at="A73", strength="important"),
        ),
        LeftOpen(
            "unresectable_biopsy_not_known",
            leaves_open="What comes first while it is not known whether a biopsy has confirmed a GIST",
            says=(
                "Before treatment starts, it is important to confirm by a biopsy that the tumor is in fact a GIST. "
                "Once that is done, imatinib is typically preferred."
            ),
            would_decide="Whether a biopsy was done, and what it showed.",
            because=[
                Quote(
                    "not typically the first treatment for these tumors", ACS_2017, at="A209", strength="not typically"
                ),
                Quote("important to confirm that the tumor is in fact", ACS_2017, at="A73", strength="important"),
                Quote(
                    "imatinib is typically the preferred first treatment",
                    ACS_2017,
                    at="A74",
                    strength="typically the preferred",
                ),
            ],
            differs=[BIOPSY_FIRST],
            since=[HOW_BIOPSY_IS_DONE, D842V_FIRST, WILD_TYPE_FIRST],
            then=[Event("settled", "The result of the biopsy is known", to="biopsy_result")],
        ),
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
                    to="treatment_so_far",
                    because=Quote("GISTs that cannot be removed with surgery", ACS_2017, at="A72"),
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
                    because=Quote("how extensive the spread is", ACS_2017, at="A72"),
                ),
                Answer(
                    "recurrent",
                    "Come back after treatment",
                    to=OtherTree("recurrence"),
                    because=Quote("a cancer comes back after treatment", ACS_2017, at="A211"),
                ),
                Answer("unknown", "Not known", to="unresectable_state_not_known", because=OUR_QUESTION),
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
                Answer(
                    "no",
                    "No",
                    to=OtherTree("first_line"),
                    because=Quote("patients with metastatic or recurrent disease", PDQ_2014, at="P03"),
                ),
                Answer("yes", "Yes, and it was stopped", to=OtherTree("later_lines"), because=OUR_QUESTION),
                Answer("unknown", "Not known", to="earlier_tki_not_known", because=OUR_QUESTION),
            ],
        ),
        LeftOpen(
            "earlier_tki_not_known",
            leaves_open="Which line of treatment applies to disease that has spread, while it is not known if a TKI was given before",
            says=(
                "PDQ calls imatinib standard, and sunitinib the second-line standard after progression or intolerance. "
                "ACS calls imatinib typically the preferred first treatment, and names sunitinib where imatinib no longer works "
                "or cannot be taken because of its side effects."
            ),
            would_decide="Which drugs were given before, and why they were stopped.",
            because=[
                Quote(
                    "imatinib is typically the preferred first treatment",
                    ACS_2017,
                    at="A74",
                    strength="typically the preferred",
                ),
                Quote("if imatinib is no longer working", ACS_2017, at="A42"),
                Quote("because of its side effects", ACS_2017, at="A42"),
                Quote("Therapy with imatinib is standard", PDQ_2014, at="P03", strength="standard"),
                Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
            ],
            differs=[FIRST_LINE_STRENGTH, SECOND_LINE_STRENGTH],
            since=[D842V_FIRST, WILD_TYPE_FIRST, SECOND_LINE],
            then=[
                Event("settled", "It is known what was given before", to="tki_before"),
                Onward("later", "Later lines of treatment", to=OtherTree("later_lines")),
                Onward("first_line", "First-line imatinib", to=OtherTree("first_line")),
            ],
        ),
        LeftOpen(
            "unresectable_state_not_known",
            leaves_open="Which dose, and which other options, while it is not known whether the tumor has spread",
            says=(
                "Imatinib is typically the preferred first treatment in either case, and ACS gives no dose. The dose that "
                "PDQ gives is for metastatic or recurrent disease. The options depend on why the tumor cannot be removed and, "
                "if it has spread, how far."
            ),
            would_decide="Whether the tumor has spread, and how extensive the spread is.",
            because=[
                Quote("may respond to increasing the dose of imatinib", ACS_2017, at="A76", strength="may"),
                Quote("a switch to sunitinib may be helpful", ACS_2017, at="A77", strength="may"),
                Quote("drug can be useful in treating GIST", ACS_2017, at="A42", strength="can be useful"),
                Quote("regorafenib may help some patients", ACS_2017, at="A78", strength="may"),
                Quote(
                    "imatinib is typically the preferred first treatment",
                    ACS_2017,
                    at="A74",
                    strength="typically the preferred",
                ),
                Quote("depends on why they are unresectable", ACS_2017, at="A72"),
                Quote("how extensive the spread is", ACS_2017, at="A72"),
                Quote("patients with metastatic or recurrent disease", PDQ_2014, at="P03"),
            ],
            differs=[STARTING_DOSE, FIRST_LINE_STRENGTH],
            since=[START_AT_400, D842V_FIRST, WILD_TYPE_FIRST, SECOND_LINE, REGORAFENIB_DOSE],
            notes=[
                "Of what follows ACS speaks alike in both: a tumor that grows again may respond to a raised dose of imatinib; if it "
                "continues to grow, or side effects are too severe, a switch to sunitinib may be helpful; if sunitinib no longer "
                "works, regorafenib may help some."
            ],
            then=[
                Event("settled", "It is known where the disease stands", to="disease_state"),
                Onward("so_far", "By how treatment has gone", to="treatment_so_far"),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
        Question(
            "treatment_so_far",
            asks="How has treatment with imatinib gone so far?",
            means=NoCriterion(
                ["continues to grow", "too severe", "no longer working"],
                explains=(
                    "With severe side effects that answer is the true one, whether or not the tumor grows; "
                    "once a later drug was taken, the answer on it."
                ),
            ),
            lasts=CURRENT,
            answers=[
                Answer(
                    "not_started",
                    "Not started",
                    to="unresectable_imatinib",
                    because=Quote("the preferred first treatment", ACS_2017, at="A74"),
                ),
                Answer(
                    "imatinib_works",
                    "Not growing, tolerated",
                    to="unresectable_go_on",
                    because=Quote("as long as the tumor doesn't grow", ACS_2017, at="A75"),
                ),
                Answer(
                    "starting_dose_grows",
                    "Growing on the starting dose, tolerated",
                    to="unresectable_raise_or_sunitinib",
                    because=Quote("If the tumor starts to grow again", ACS_2017, at="A76"),
                ),
                Answer(
                    "raised_dose_grows",
                    "Growing on a raised dose, tolerated",
                    to="unresectable_sunitinib",
                    because=Quote("tumor continues to grow", ACS_2017, at="A77"),
                ),
                Answer(
                    "not_tolerated",
                    "Side effects too severe, growing or not",
                    to="unresectable_sunitinib",
                    because=Quote("imatinib are too severe", ACS_2017, at="A77"),
                ),
                Answer(
                    "sunitinib_or_later",
                    "A later drug is or was taken",
                    to=OtherTree("later_lines"),
                    because=Quote("sunitinib is no longer working, regorafenib may help", ACS_2017, at="A78"),
                ),
                Answer("unknown", "Not known", to="unresectable_treatment_not_known", because=OUR_QUESTION),
            ],
        ),
        Treatment(
            "unresectable_imatinib",
            drug=IMATINIB,
            dose=NOT_STATED,
            duration="as long as the tumor doesn't grow",
            because=[
                Quote(
                    "imatinib is typically the preferred first treatment",
                    ACS_2017,
                    at="A74",
                    strength="typically the preferred",
                ),
                Quote("as long as the tumor doesn't grow", ACS_2017, at="A75"),
                Quote("patient can tolerate the side effects", ACS_2017, at="A75"),
                Quote(
                    "not typically the first treatment for these tumors", ACS_2017, at="A209", strength="not typically"
                ),
                Quote("depends on why they are unresectable", ACS_2017, at="A72"),
                Quote("shrink by at least half when treated with imatinib", ACS_2017, at="A34"),
                Quote("tumors are not helped by this treatment", ACS_2017, at="A164"),
            ],
            differs=[STARTING_DOSE, FIRST_LINE_STRENGTH, HOW_LONG],
            since=[
                START_AT_400,
                D842V_FIRST,
                WILD_TYPE_FIRST,
                DOSE_BEFORE_SURGERY,
                NOT_BEFORE_SURGERY,
                HOW_LONG_BEFORE_SURGERY,
            ],
            notes=[
                "ACS gives no dose. The dose that PDQ gives is for metastatic or recurrent disease.",
                "It goes on as long as the side effects can be tolerated, too.",
                "Surgery is not typically the first treatment. The options depend on why the tumor cannot be removed.",
                "Most tumors shrink by at least half on imatinib; a small number are not helped.",
            ],
            then=[
                Event("change", "It grows, or side effects are too severe", to="treatment_so_far"),
                Event("shrinks", "It shrinks", to=OtherTree("surgery_for_few_sites")),
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        Action(
            "unresectable_go_on",
            kind=MEDICATION,
            says="Imatinib is continued as long as the tumor does not grow, and it is tolerated",
            drugs=[IMATINIB],
            because=[
                Quote(
                    "imatinib is typically the preferred first treatment",
                    ACS_2017,
                    at="A74",
                    strength="typically the preferred",
                ),
                Quote("as long as the tumor doesn't grow", ACS_2017, at="A75"),
                Quote("patient can tolerate the side effects", ACS_2017, at="A75"),
                Quote("surgery may then be an option for some patients", ACS_2017, at="A79", strength="may"),
            ],
            differs=[HOW_LONG],
            since=[HOW_LONG_BEFORE_SURGERY],
            notes=["If the tumor shrinks enough, surgery may then be an option for some patients."],
            then=[
                Onward("surgery", "If it shrank enough: surgery", to=OtherTree("surgery_for_few_sites")),
                Event("change", "It grows, or side effects are too severe", to="treatment_so_far"),
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
            ],
        ),
        Choice(
            "unresectable_raise_or_sunitinib",
            between="A raised dose of imatinib, or a switch to sunitinib?",
            options=[
                Option(
                    "raise",
                    "Raise imatinib",
                    to="unresectable_raise",
                    because=Quote("may respond to increasing the dose of imatinib", ACS_2017, at="A76", strength="may"),
                ),
                Option(
                    "switch",
                    "Switch to sunitinib",
                    to="unresectable_sunitinib",
                    because=[
                        Quote("tumor continues to grow", ACS_2017, at="A77"),
                        Quote("a switch to sunitinib may be helpful", ACS_2017, at="A77", strength="may"),
                        Quote("useful in treating GIST if imatinib is no longer working", ACS_2017, at="A42"),
                    ],
                ),
            ],
            order=(
                "ACS tells of the raised dose first, for a tumor that starts to grow again, and then of sunitinib if it "
                "continues to grow. It does not say whether sunitinib waits for a raised dose."
            ),
        ),
        Action(
            "unresectable_raise",
            kind=MEDICATION,
            says="The tumor may respond to a raised dose of imatinib",
            drugs=[IMATINIB],
            because=[
                Quote("may respond to increasing the dose of imatinib", ACS_2017, at="A76", strength="may"),
                Quote("If the tumor starts to grow again", ACS_2017, at="A76"),
                Quote("may help stop the growth for some time", ACS_2017, at="A170", strength="may"),
                Quote("higher doses can have more side effects", ACS_2017, at="A39", strength="can"),
            ],
            differs=[RAISING_FOR_WHOM, RAISE_OR_SWITCH],
            since=[RAISE_FROM_400, SECOND_LINE],
            notes=[
                "ACS gives no dose, and names no genotype.",
                "Of advanced tumors that have spread too far for surgery it says that the raise may help stop the growth for some time.",
                "Higher doses can have more side effects.",
            ],
            then=[
                Event("change", "It grows, or side effects are too severe", to="treatment_so_far"),
                Onward("side_effects", "Side effects of imatinib", to=OtherTree("side_effects_of_imatinib")),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        Treatment(
            "unresectable_sunitinib",
            drug=SUNITINIB,
            dose=NOT_STATED,
            because=[
                Quote("drug can be useful in treating GIST", ACS_2017, at="A42", strength="can be useful"),
                Quote("a switch to sunitinib may be helpful", ACS_2017, at="A77", strength="may"),
                Quote("tumor continues to grow", ACS_2017, at="A77"),
                Quote("imatinib are too severe", ACS_2017, at="A77"),
                Quote("useful in treating GIST if imatinib is no longer working", ACS_2017, at="A42"),
                Quote("because of its side effects", ACS_2017, at="A42"),
                Quote("helps some patients, usually by slowing the growth", ACS_2017, at="A178", strength="usually"),
                Quote("patients getting the drug may live longer", ACS_2017, at="A43", strength="may"),
            ],
            differs=[RAISE_OR_SWITCH, INTOLERANCE, SECOND_LINE_STRENGTH, SUNITINIB_BENEFIT],
            since=[SECOND_LINE, RAISE_FROM_400],
            notes=[
                "ACS gives no dose. The doses that PDQ gives are for metastatic or recurrent disease.",
                "Sunitinib helps some patients, usually by slowing the growth, and patients who get it may live longer.",
                "Whether the dose may be raised in a tumor that grows while side effects are too severe is not said.",
            ],
            then=[
                Event("change", "It no longer works, or is not tolerated", to=OtherTree("later_lines")),
                Event("shrinks", "It shrinks", to=OtherTree("surgery_for_few_sites")),
                Onward("side_effects", "Side effects of sunitinib", to=OtherTree("side_effects_of_sunitinib")),
                Onward("pills", "Taking the pills", to=OtherTree("taking_the_pills")),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
            ],
        ),
        LeftOpen(
            "unresectable_treatment_not_known",
            leaves_open="Which drug is next while it is not known how it went so far",
            says=(
                "Imatinib is typically preferred first. If the tumor grows again, a raised dose may help; if it continues to "
                "grow, or side effects are too severe, sunitinib may; if sunitinib no longer works, regorafenib may help some."
            ),
            would_decide="Which drug was taken, at which dose, and whether the tumor grew or the drug was not tolerated.",
            because=[
                Quote("as long as the tumor doesn't grow", ACS_2017, at="A75"),
                Quote(
                    "imatinib is typically the preferred first treatment",
                    ACS_2017,
                    at="A74",
                    strength="typically the preferred",
                ),
                Quote("may respond to increasing the dose of imatinib", ACS_2017, at="A76", strength="may"),
                Quote("a switch to sunitinib may be helpful", ACS_2017, at="A77", strength="may"),
                Quote("regorafenib may help some patients", ACS_2017, at="A78", strength="may"),
            ],
            differs=[RAISE_OR_SWITCH],
            since=[D842V_FIRST, WILD_TYPE_FIRST, SECOND_LINE, RAISE_FROM_400, REGORAFENIB_DOSE],
            then=[
                Event("settled", "It is known how treatment went", to="treatment_so_far"),
                Onward("weigh", "What to weigh", to=OtherTree("deciding")),
                Onward("support", "Supportive care", to=OtherTree("support_and_stopping")),
            ],
        ),
    ],
)
