"""Surgery in metastatic or recurrent GIST, by emergency and by behavior on a TKI."""

from trees.core import (
    CURRENT,
    OUR_QUESTION,
    SURGERY,
    Action,
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
from trees.gist_2017.differences import EMERGENCIES, PROOF_OF_SURGERY, SURGERY_CANDIDATES
from trees.gist_2017.since import RIPRETINIB_AND_SURGERY, SELECTION_BIAS, SUNITINIB_AND_SURGERY, TIMING_OF_SURGERY
from trees.gist_2017.trials import SURGERY_ON_TKI
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

tree = Tree(
    "surgery_in_advanced_disease",
    title="Surgery in metastatic or recurrent disease",
    purpose="What PDQ lists as an indication for surgery, and what it does not.",
    readers="Health professionals; the ACS text is written for patients",
    applies_to="Metastatic or recurrent GIST",
    because=Quote("surgery in the management of metastatic or recurrent GIST", PDQ_2014, at="P27"),
    nodes=[
        Question(
            "surgical_emergency",
            asks="Is there an oncologic emergency, such as hemorrhage, perforation, obstruction or abscess?",
            means="PDQ says “including” before these four, so that its list is not closed. It asks for no TKI before.",
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="emergency_surgery",
                    because=Quote("oncologic emergencies including hemorrhage, perforation", PDQ_2014, at="P26"),
                ),
                Answer(
                    "no",
                    "No",
                    to="behavior_on_tki",
                    because=Quote("oncologic emergencies including hemorrhage, perforation", PDQ_2014, at="P26"),
                ),
                Answer("unknown", "Not known yet", to="emergency_not_known", because=OUR_QUESTION),
            ],
        ),
        Action(
            "emergency_surgery",
            kind=SURGERY,
            says="A listed indication for surgery: oncologic emergency",
            because=[
                Quote("oncologic emergencies including hemorrhage, perforation", PDQ_2014, at="P26"),
                Quote(
                    "indications for surgery in the management of metastatic",
                    PDQ_2014,
                    at="P27",
                    strength="indications",
                ),
                Quote(
                    "concluded that surgery for patients with generalized progression",
                    PDQ_2014,
                    at="P23",
                    strength="concluded",
                ),
                Quote("limited to a palliative role", PDQ_2014, at="P23"),
                Quote(
                    "very important that it is done by a surgeon experienced",
                    ACS_2017,
                    at="A18",
                    strength="very important",
                ),
            ],
            differs=[EMERGENCIES],
            since=[SUNITINIB_AND_SURGERY, RIPRETINIB_AND_SURGERY],
            notes=[
                "The indication is not tied to behavior on a TKI, nor to a TKI before.",
                "Whatever the operation, ACS calls it very important that the surgeon is experienced in treating GISTs.",
                "If progression is generalized as well: the authors of one study concluded that surgery there has a "
                "palliative role only. PDQ does not say how the two statements meet.",
            ],
            then=[
                Event("settled", "The emergency is over", to="behavior_on_tki"),
                Onward("first_line", "If no TKI has been given: first-line imatinib", to=OtherTree("first_line")),
            ],
        ),
        LeftOpen(
            "emergency_not_known",
            leaves_open="Whether surgery is indicated while it is not known if there is an emergency",
            says="An oncologic emergency is listed as an indication for surgery. The other indications go by behavior on a TKI.",
            would_decide="Whether there is an oncologic emergency.",
            because=[
                Quote("oncologic emergencies including hemorrhage, perforation", PDQ_2014, at="P26"),
                Quote(
                    "indications for surgery in the management of metastatic",
                    PDQ_2014,
                    at="P27",
                    strength="indications",
                ),
            ],
            then=[Event("settled", "It is known whether there is an emergency", to="surgical_emergency")],
        ),
        Question(
            "behavior_on_tki",
            asks="How does the disease behave on a TKI?",
            means="PDQ calls disease stable when it is stable or shrinking on TKI therapy.",
            lasts=CURRENT,
            answers=[
                Answer(
                    "stable",
                    "Stable or shrinking",
                    to="gross_resection",
                    because=Quote("stable or shrinking on TKI therapy when gross", PDQ_2014, at="P24"),
                ),
                Answer(
                    "progressing",
                    "Progressing",
                    to=OtherTree("surgery_in_progression"),
                    because=Quote("isolated tumor deposits that are progressing on TKI therapy", PDQ_2014, at="P25"),
                ),
                Answer("no_tki", "No TKI has been given yet", to="surgery_before_tki_open", because=OUR_QUESTION),
                Answer(
                    "stopped", "A TKI was given and is stopped", to="tki_stopped_surgery_open", because=OUR_QUESTION
                ),
                Answer("unknown", "Not known", to="behavior_not_known", because=OUR_QUESTION),
            ],
        ),
        Question(
            "gross_resection",
            asks="Is gross resection possible?",
            means=NoCriterion(["gross resection is possible"]),
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="surgery_for_stable_disease",
                    because=Quote("on TKI therapy when gross resection is possible", PDQ_2014, at="P24"),
                ),
                Answer(
                    "no",
                    "No",
                    to="not_resectable",
                    because=Quote("on TKI therapy when gross resection is possible", PDQ_2014, at="P24"),
                ),
                Answer("unknown", "Not known", to="resection_not_known", because=OUR_QUESTION),
            ],
        ),
        Action(
            "surgery_for_stable_disease",
            kind=SURGERY,
            says="A listed indication for surgery: stable or shrinking on a TKI, gross resection possible",
            because=[
                Quote("stable or shrinking on TKI therapy when gross", PDQ_2014, at="P24"),
                Quote(
                    "indications for surgery in the management of metastatic",
                    PDQ_2014,
                    at="P27",
                    strength="indications",
                ),
                Quote("The primary treatment of patients", PDQ_2014, at="P01", strength="primary treatment"),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("in select cases, surgical therapy may be added", PDQ_2014, at="P01", strength="may"),
                Quote(
                    "Surgery may be added to medical therapy for selected patients", PDQ_2014, at="P20", strength="may"
                ),
                Quote("effort to delay or prevent recurrence", PDQ_2014, at="P20"),
                Quote(
                    "yet to be proven in a randomized clinical trial", PDQ_2014, at="P20", strength="yet to be proven"
                ),
                Quote(
                    "very important that it is done by a surgeon experienced",
                    ACS_2017,
                    at="A18",
                    strength="very important",
                ),
            ],
            evidence=[SURGERY_ON_TKI],
            differs=[SURGERY_CANDIDATES, PROOF_OF_SURGERY],
            since=[TIMING_OF_SURGERY, SELECTION_BIAS, SUNITINIB_AND_SURGERY, RIPRETINIB_AND_SURGERY],
            notes=[
                "Medical therapy with a TKI is the primary treatment; surgery may be added in selected patients. PDQ gives no rule of selection.",
                "Its aim is to delay or prevent recurrence.",
                "No randomized trial has proven the benefit in metastatic GIST.",
                "Whatever the operation, ACS calls it very important that the surgeon is experienced in treating GISTs.",
            ],
            then=[
                Event("review", "The next review", to=OtherTree("review_on_treatment")),
                Onward("few_sites", "Surgery by the number of sites, by ACS", to=OtherTree("surgery_for_few_sites")),
                Onward("liver", "If it is in the liver: other options, by ACS", to=OtherTree("liver_metastases")),
            ],
        ),
        LeftOpen(
            "not_resectable",
            leaves_open="Whether surgery has a role in stable disease that cannot be grossly resected",
            says=(
                "The primary treatment is medical therapy with a TKI; surgery may be added in select cases. "
                "Such disease is not among the listed indications, and not ruled out. The study shown reports prolonged survival after "
                "debulking in stable disease. The TKI is usually continued while there is no progression and no unacceptable "
                "toxicity."
            ),
            would_decide="A statement on such disease, which PDQ does not make.",
            because=[
                Quote("The primary treatment of patients", PDQ_2014, at="P01", strength="primary treatment"),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("in select cases, surgical therapy may be added", PDQ_2014, at="P01", strength="may"),
                Quote("on TKI therapy when gross resection is possible", PDQ_2014, at="P24"),
                Quote(
                    "indications for surgery in the management of metastatic",
                    PDQ_2014,
                    at="P27",
                    strength="indications",
                ),
                Quote("Treatment is usually continued indefinitely", PDQ_2014, at="P06", strength="usually"),
            ],
            evidence=[SURGERY_ON_TKI],
            differs=[SURGERY_CANDIDATES],
            since=[SELECTION_BIAS],
            then=[
                Event("review", "The next review", to=OtherTree("review_on_treatment")),
                Onward("few_sites", "Surgery by the number of sites, by ACS", to=OtherTree("surgery_for_few_sites")),
                Onward("liver", "If it is in the liver: other options, by ACS", to=OtherTree("liver_metastases")),
            ],
        ),
        LeftOpen(
            "resection_not_known",
            leaves_open="Whether surgery is indicated while it is not known if gross resection is possible",
            says=(
                "The primary treatment is medical therapy with a TKI; surgery may be added in select cases. "
                "Stable or shrinking disease is an indication when gross resection is possible."
            ),
            would_decide="Whether gross resection is possible.",
            because=[
                Quote("The primary treatment of patients", PDQ_2014, at="P01", strength="primary treatment"),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("in select cases, surgical therapy may be added", PDQ_2014, at="P01", strength="may"),
                Quote("stable or shrinking on TKI therapy when gross", PDQ_2014, at="P24"),
                Quote(
                    "indications for surgery in the management of metastatic",
                    PDQ_2014,
                    at="P27",
                    strength="indications",
                ),
            ],
            since=[TIMING_OF_SURGERY, SELECTION_BIAS],
            then=[Event("settled", "It is known whether gross resection is possible", to="gross_resection")],
        ),
        LeftOpen(
            "surgery_before_tki_open",
            leaves_open="Whether surgery has a role before any TKI, without an emergency",
            says=(
                "The primary treatment is medical therapy with a TKI; surgery may be added in select cases. "
                "The listed indications, emergencies apart, go by behavior on a TKI. "
                "ACS says that surgery is not typically the first treatment of tumors that cannot be removed or have spread; with "
                "spread to only 1 or 2 sites in the abdomen the surgeon may advise it, usually only for tumors that are slow growing or "
                "cause complications."
            ),
            would_decide="How the disease behaves on a TKI.",
            because=[
                Quote(
                    "not typically the first treatment for these tumors", ACS_2017, at="A209", strength="not typically"
                ),
                Quote("the surgeon may advise removing the main tumor", ACS_2017, at="A81", strength="may"),
                Quote("only 1 or 2 sites in the abdomen", ACS_2017, at="A81"),
                Quote("Usually this should be considered only", ACS_2017, at="A83", strength="Usually"),
                Quote("that are slow growing", ACS_2017, at="A83"),
                Quote("complications such as uncontrollable bleeding", ACS_2017, at="A83"),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("in select cases, surgical therapy may be added", PDQ_2014, at="P01", strength="may"),
                Quote("stable or shrinking on TKI therapy when gross", PDQ_2014, at="P24"),
            ],
            differs=[SURGERY_CANDIDATES],
            since=[TIMING_OF_SURGERY],
            then=[
                Onward("first_line", "First-line imatinib", to=OtherTree("first_line")),
                Onward("few_sites", "Surgery by the number of sites, by ACS", to=OtherTree("surgery_for_few_sites")),
                Onward("liver", "If it is in the liver: other options, by ACS", to=OtherTree("liver_metastases")),
                Onward("recurrence", "If it came back: ACS on removing it", to=OtherTree("recurrence")),
            ],
        ),
        LeftOpen(
            "tki_stopped_surgery_open",
            leaves_open="Whether surgery has a role after a TKI was stopped, without an emergency",
            says=(
                "The primary treatment is medical therapy with a TKI; surgery may be added in select cases. "
                "In metastatic GIST its benefit has yet to be proven in a randomized trial. "
                "The listed indications, emergencies apart, go by behavior on a TKI."
            ),
            would_decide="A statement on disease off a TKI, which PDQ does not make.",
            because=[
                Quote("The primary treatment of patients", PDQ_2014, at="P01", strength="primary treatment"),
                Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
                Quote("in select cases, surgical therapy may be added", PDQ_2014, at="P01", strength="may"),
                Quote(
                    "Surgery may be added to medical therapy for selected patients", PDQ_2014, at="P20", strength="may"
                ),
                Quote(
                    "yet to be proven in a randomized clinical trial", PDQ_2014, at="P20", strength="yet to be proven"
                ),
                Quote("stable or shrinking on TKI therapy when gross", PDQ_2014, at="P24"),
                Quote("isolated tumor deposits that are progressing on TKI therapy", PDQ_2014, at="P25"),
                Quote(
                    "indications for surgery in the management of metastatic",
                    PDQ_2014,
                    at="P27",
                    strength="indications",
                ),
            ],
            differs=[SURGERY_CANDIDATES, PROOF_OF_SURGERY],
            since=[SELECTION_BIAS],
            then=[
                Onward("few_sites", "Surgery by the number of sites, by ACS", to=OtherTree("surgery_for_few_sites")),
                Onward("liver", "If it is in the liver: other options, by ACS", to=OtherTree("liver_metastases")),
                Onward("recurrence", "If it came back: ACS on what follows", to=OtherTree("recurrence")),
                Onward("later", "Later lines of treatment", to=OtherTree("later_lines")),
            ],
        ),
        LeftOpen(
            "behavior_not_known",
            leaves_open="Whether surgery is indicated while the behavior on the TKI is not known",
            says="The listed indications, emergencies apart, go by behavior on a TKI. Response is judged by imaging.",
            would_decide="How the disease behaves on the TKI.",
            because=[
                Quote("stable or shrinking on TKI therapy when gross", PDQ_2014, at="P24"),
                Quote("isolated tumor deposits that are progressing on TKI therapy", PDQ_2014, at="P25"),
                Quote("evaluated with computed tomography (CT), magnetic resonance imaging (MRI)", PDQ_2014, at="P05"),
            ],
            since=[TIMING_OF_SURGERY],
            then=[Event("review", "The response is to be judged", to=OtherTree("review_on_treatment"))],
        ),
    ],
)
