"""Where the two sources differ, and where one differs from itself: side by side, never merged."""

from trees.core import NOT_STATED, Difference, Quote, Side
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

STARTING_DOSE = Difference(
    "starting_dose",
    topic="The starting dose of imatinib",
    sides=[
        Side(
            PDQ_2014,
            says="It may range from 400 mg to 600 mg daily, except with a KIT exon 9 mutation: then the patient may receive 800 mg daily.",
            because=[
                Quote("may range from 400 mg to 600 mg daily", PDQ_2014, at="P04", strength="may"),
                Quote("may receive 800 mg daily", PDQ_2014, at="P04", strength="may"),
                Quote("tumors containing KIT exon 9 mutations", PDQ_2014, at="P04"),
            ],
        ),
        Side(ACS_2017, says="No dose, and no mutation that would decide on one.", because=NOT_STATED),
    ],
    follows="A dose and the question on KIT exon 9 rest on PDQ alone.",
)
RAISING_FOR_WHOM = Difference(
    "raising_for_whom",
    topic="For whom the dose of imatinib may be raised",
    sides=[
        Side(
            PDQ_2014,
            says="In metastatic or recurrent disease, for tumors without a KIT exon 9 mutation that progress on 400 mg to 600 mg daily: to 800 mg daily, in split doses.",
            because=[
                Quote("progression of tumors without KIT exon 9 mutations", PDQ_2014, at="P09"),
                Quote("400 mg –600 mg daily", PDQ_2014, at="P09"),
                Quote("increased to 800 mg daily (in split doses)", PDQ_2014, at="P09"),
            ],
        ),
        Side(
            ACS_2017,
            says=(
                "For a tumor that starts to grow again, with no dose and no genotype named. Of advanced GISTs that have spread too far "
                "for surgery: it may help for some time, but higher doses can have more side effects."
            ),
            because=[
                Quote("may respond to increasing the dose of imatinib", ACS_2017, at="A76", strength="may"),
                Quote("If the tumor starts to grow again", ACS_2017, at="A76"),
                Quote("may help stop the growth for some time", ACS_2017, at="A170", strength="may"),
                Quote("spread too far to be removed by surgery", ACS_2017, at="A38"),
                Quote("higher doses can have more side effects", ACS_2017, at="A39", strength="can"),
            ],
        ),
    ],
    follows="With a KIT exon 9 mutation, an unknown genotype or another dose the two sources part; both are shown.",
)
RAISE_OR_SWITCH = Difference(
    "raise_or_switch_first",
    topic="Raising imatinib, or going to sunitinib",
    sides=[
        Side(
            PDQ_2014,
            says=(
                "In metastatic or recurrent disease, for progression on 400 mg to 600 mg daily without a KIT exon 9 mutation, two "
                "alternatives: a raised dose, or a direct switch from low-dose imatinib to sunitinib. For progression on imatinib at "
                "large, sunitinib as second-line standard."
            ),
            because=[
                Quote("progression of tumors without KIT exon 9 mutations", PDQ_2014, at="P09"),
                Quote("400 mg –600 mg daily", PDQ_2014, at="P09"),
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
                Quote("imatinib dose may be increased to 800 mg daily", PDQ_2014, at="P09", strength="may"),
                Quote(
                    "may be switched directly to sunitinib from low-dose imatinib", PDQ_2014, at="P10", strength="may"
                ),
            ],
        ),
        Side(
            ACS_2017,
            says=(
                "Told one after the other: a raised dose first, sunitinib if the tumor goes on growing. For a tumor that came back, "
                "other targeted drugs such as sunitinib are another option beside the raise."
            ),
            because=[
                Quote("may respond to increasing the dose of imatinib", ACS_2017, at="A76", strength="may"),
                Quote("a switch to sunitinib may be helpful", ACS_2017, at="A77", strength="may"),
                Quote("tumor continues to grow", ACS_2017, at="A77"),
                Quote("Another option is to try", ACS_2017, at="A92", strength="Another option"),
            ],
        ),
    ],
    follows="Neither text gives a rule, so no order is laid on the choice.",
)
INTOLERANCE = Difference(
    "intolerance_of_imatinib_differs",
    topic="Side effects of imatinib that are not tolerated",
    sides=[
        Side(
            PDQ_2014,
            says=(
                "Reducing, interrupting or stopping may be called for in persistent, excessive toxicity; in intolerance sunitinib is "
                "the standard second line."
            ),
            because=[
                Quote("cases of persistent, excessive toxicity", PDQ_2014, at="P18"),
                Quote(
                    "may require dose reductions, interruptions, or cessation",
                    PDQ_2014,
                    at="P18",
                    strength="may require",
                ),
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
            ],
        ),
        Side(
            ACS_2017,
            says="A switch to sunitinib may help; a reduced dose or a pause is not mentioned.",
            because=[
                Quote("imatinib are too severe", ACS_2017, at="A77"),
                Quote("a switch to sunitinib may be helpful", ACS_2017, at="A77", strength="may"),
            ],
        ),
    ],
    follows="Both courses are offered, in no order.",
)
THIRD_LINE = Difference(
    "third_line",
    topic="After imatinib and sunitinib",
    sides=[
        Side(
            PDQ_2014,
            says=(
                "The part that was read names no third drug. Where the disease does not respond, the patient may be a candidate for a "
                "clinical trial."
            ),
            because=[
                Quote("tumors that do not respond to these measures", PDQ_2014, at="P02"),
                Quote("may be candidates for clinical trials", PDQ_2014, at="P02", strength="may"),
            ],
        ),
        Side(
            ACS_2017,
            says=(
                "Regorafenib, which may help some; after it some doctors may recommend other drugs, of which four are named as "
                "examples and it is not yet clear how helpful they are. A clinical trial may be a good option for some."
            ),
            because=[
                Quote("Regorafenib can be used to treat GIST", ACS_2017, at="A45", strength="can"),
                Quote("regorafenib may help some patients", ACS_2017, at="A78", strength="may"),
                Quote("may recommend trying other targeted drugs", ACS_2017, at="A85", strength="may"),
                Quote("not yet clear how helpful", ACS_2017, at="A85", strength="not yet clear"),
                Quote("may be a good option for some people", ACS_2017, at="A87", strength="may"),
            ],
        ),
    ],
    follows="Every drug after sunitinib rests on ACS alone.",
)
REGORAFENIB_WHEN = Difference(
    "regorafenib_when",
    topic="When regorafenib is named",
    sides=[
        Side(
            ACS_2017,
            says="On the page about targeted therapy: if imatinib and sunitinib stop working.",
            because=Quote("imatinib and sunitinib stop working", ACS_2017, at="A45"),
        ),
        Side(
            ACS_2017,
            says=(
                "On the page about spread: if sunitinib is no longer working; and for tumors that came back, as another option beside "
                "sunitinib."
            ),
            because=[
                Quote("sunitinib is no longer working, regorafenib may help", ACS_2017, at="A78", strength="may"),
                Quote("Another option is to try", ACS_2017, at="A92", strength="Another option"),
                Quote("other targeted drugs, such as sunitinib or regorafenib", ACS_2017, at="A92"),
            ],
        ),
        Side(PDQ_2014, says="Nothing about regorafenib, in the part that was read.", because=NOT_STATED),
    ],
    follows="Each condition is kept where it stands; where only one of them is met, that is said.",
)
SURGERY_CANDIDATES = Difference(
    "surgery_candidates",
    topic="Who comes into question for surgery in advanced disease",
    sides=[
        Side(
            PDQ_2014,
            says=(
                "By behavior on a TKI: stable or shrinking when gross resection is possible, or limited progression; or an oncologic "
                "emergency. No number of sites."
            ),
            because=[
                Quote("oncologic emergencies including hemorrhage, perforation", PDQ_2014, at="P26"),
                Quote("stable or shrinking on TKI therapy when gross", PDQ_2014, at="P24"),
                Quote("isolated tumor deposits that are progressing on TKI therapy", PDQ_2014, at="P25"),
            ],
        ),
        Side(
            ACS_2017,
            says=(
                "After enough shrinkage it may be an option for some. With only 1 or 2 sites in the abdomen the surgeon may advise it; "
                "usually it should be considered only for tumors that are slow growing or cause complications. Where "
                "well-defined tumors came back, removing them may be an option."
            ),
            because=[
                Quote("the surgeon may advise removing the main tumor", ACS_2017, at="A81", strength="may"),
                Quote("Usually this should be considered only", ACS_2017, at="A83", strength="Usually"),
                Quote("removing or destroying the tumor may be", ACS_2017, at="A93", strength="may be"),
                Quote("comes back as one or more well-defined tumors", ACS_2017, at="A93"),
                Quote("only 1 or 2 sites in the abdomen", ACS_2017, at="A81"),
                Quote("that are slow growing", ACS_2017, at="A83"),
                Quote("complications such as uncontrollable bleeding", ACS_2017, at="A83"),
                Quote("surgery may then be an option for some patients", ACS_2017, at="A79", strength="may"),
            ],
        ),
    ],
    follows="Each text has its own tree; a patient may fit one and not the other.",
)
GENERALIZED = Difference(
    "generalized_progression_differs",
    topic="Surgery in generalized progression",
    sides=[
        Side(
            PDQ_2014,
            says="The authors of one study concluded that its role is palliative only.",
            because=Quote("limited to a palliative role", PDQ_2014, at="P23"),
        ),
        Side(ACS_2017, says="Nothing about generalized progression.", because=NOT_STATED),
    ],
    follows="The answer rests on PDQ alone.",
)
EMERGENCIES = Difference(
    "emergencies",
    topic="Emergencies as a reason for surgery",
    sides=[
        Side(
            PDQ_2014,
            says="Oncologic emergencies, hemorrhage, perforation, obstruction and abscess among them, with no further condition.",
            because=Quote("oncologic emergencies including hemorrhage, perforation", PDQ_2014, at="P26"),
        ),
        Side(
            ACS_2017,
            says="Complications such as bleeding that cannot be controlled, named for spread to 1 or 2 sites in the abdomen.",
            because=[
                Quote("complications such as uncontrollable bleeding", ACS_2017, at="A83"),
                Quote("only 1 or 2 sites in the abdomen", ACS_2017, at="A81"),
            ],
        ),
    ],
    follows="The two lists are not put together.",
)
PROOF_OF_SURGERY = Difference(
    "proof_of_surgery",
    topic="Whether surgery is known to help",
    sides=[
        Side(
            PDQ_2014,
            says="In metastatic disease no randomized trial has proven it.",
            because=Quote(
                "yet to be proven in a randomized clinical trial", PDQ_2014, at="P20", strength="yet to be proven"
            ),
        ),
        Side(
            ACS_2017,
            says="For tumors that came back, doctors are not certain that removal lengthens life.",
            because=Quote(
                "Doctors are still not certain if removing GISTs", ACS_2017, at="A94", strength="not certain"
            ),
        ),
    ],
    follows="Each doubt stands with the patients it is voiced for.",
)
HOW_LONG = Difference(
    "how_long",
    topic="How long imatinib goes on in advanced disease",
    sides=[
        Side(
            PDQ_2014,
            says="In metastatic or recurrent disease: usually continued indefinitely, while there is no progression and no unacceptable toxicity.",
            because=[
                Quote("Treatment is usually continued indefinitely", PDQ_2014, at="P06", strength="usually"),
                Quote("absence of disease progression or unacceptable toxicity", PDQ_2014, at="P06"),
            ],
        ),
        Side(
            ACS_2017,
            says="As long as the tumor does not grow and the side effects can be tolerated.",
            because=[
                Quote("as long as the tumor doesn't grow", ACS_2017, at="A75"),
                Quote("patient can tolerate the side effects", ACS_2017, at="A75"),
            ],
        ),
    ],
    follows="Whether the two come to the same is not said; each wording is kept.",
)
IMAGING_OF_RESPONSE = Difference(
    "imaging_of_response",
    topic="How a response is judged",
    sides=[
        Side(
            PDQ_2014,
            says="By CT, MRI or FDG-PET, with no interval.",
            because=[
                Quote("evaluated with computed tomography (CT), magnetic resonance imaging (MRI)", PDQ_2014, at="P05"),
                Quote("emission tomography (18 FDG-PET)", PDQ_2014, at="P05"),
            ],
        ),
        Side(ACS_2017, says="Nothing about how the response to a drug is judged.", because=NOT_STATED),
    ],
    follows="Imaging on treatment rests on PDQ alone.",
)
TIMES_A_DAY = Difference(
    "times_a_day",
    topic="How often the pills are taken",
    sides=[
        Side(
            PDQ_2014,
            says="Imatinib 800 mg daily in split doses, when raised; sunitinib 50 mg daily for 4 weeks, then 2 weeks off.",
            because=[
                Quote("increased to 800 mg daily (in split doses)", PDQ_2014, at="P09"),
                Quote("50 mg daily in a 4-weeks-on/2-weeks-off regimen", PDQ_2014, at="P11"),
            ],
        ),
        Side(
            ACS_2017,
            says="On the page that describes imatinib, sunitinib and regorafenib: all of these are pills, taken once a day.",
            because=Quote("these targeted drugs are pills, taken once a day", ACS_2017, at="A32"),
        ),
    ],
    follows="For imatinib in split doses the texts contradict each other, and weeks off are in PDQ alone; both are shown.",
)
BLEEDING = Difference(
    "bleeding",
    topic="Bleeding of a large tumor on imatinib",
    sides=[
        Side(
            PDQ_2014,
            says=(
                "With large bulky tumors there may be a 5% risk of tumor hemorrhage “unassociated with thrombocytopenia”; with large, "
                "high-risk ones hemoglobin is watched very closely in the first 4 to 8 weeks."
            ),
            because=[
                Quote("large bulky tumors who are receiving imatinib", PDQ_2014, at="P17"),
                Quote("patients with large, high-risk tumors", PDQ_2014, at="P17"),
                Quote("first 4 to 8 weeks of imatinib", PDQ_2014, at="P17"),
                Quote("monitored very closely for evidence of a decline in hemoglobin", PDQ_2014, at="P17"),
                Quote("5% risk of tumor hemorrhage unassociated with thrombocytopenia", PDQ_2014, at="P17"),
            ],
        ),
        Side(
            ACS_2017,
            says="Quick shrinkage of a large GIST could lead to internal bleeding; patients are watched carefully when they first start.",
            because=[
                Quote("shrink quickly, it could lead to internal bleeding", ACS_2017, at="A41", strength="could"),
                Quote("doctors watch patients carefully when they first start", ACS_2017, at="A176"),
            ],
        ),
    ],
    follows="Weeks, hemoglobin and the figure rest on PDQ; the reason given rests on ACS.",
)
BIOPSY_FIRST = Difference(
    "biopsy_first",
    topic="A biopsy before the first drug",
    sides=[
        Side(PDQ_2014, says="Nothing about a biopsy, in the part that was read.", because=NOT_STATED),
        Side(
            ACS_2017,
            says=(
                "For tumors that cannot be removed or have spread, confirming that it is a GIST by a biopsy is important before "
                "treatment starts; for larger ones, or ones harder to remove, a biopsy is needed. Nothing about one for tumors that came "
                "back."
            ),
            because=[
                Quote("important to confirm that the tumor is in fact", ACS_2017, at="A73", strength="important"),
                Quote("GISTs that cannot be removed with surgery", ACS_2017, at="A72"),
                Quote("so a biopsy is needed", ACS_2017, at="A64", strength="is needed"),
            ],
        ),
    ],
    follows="The question on the biopsy rests on ACS alone.",
)
FIRST_LINE_STRENGTH = Difference(
    "first_line_strength",
    topic="How firmly imatinib is named first",
    sides=[
        Side(
            PDQ_2014,
            says="“Standard”, for metastatic or recurrent disease.",
            because=Quote("Therapy with imatinib is standard", PDQ_2014, at="P03", strength="standard"),
        ),
        Side(
            ACS_2017,
            says=(
                "“Typically the preferred” first treatment where it cannot be removed or has spread; “usually the treatment of choice” "
                "where it has spread too far for surgery; “probably the best way” to shrink tumors for most recurrences."
            ),
            because=[
                Quote("Imatinib is usually the treatment of choice", ACS_2017, at="A38", strength="usually"),
                Quote("spread too far to be removed by surgery", ACS_2017, at="A38"),
                Quote(
                    "imatinib is typically the preferred first treatment",
                    ACS_2017,
                    at="A74",
                    strength="typically the preferred",
                ),
                Quote(
                    "is probably the best way to shrink any tumors", ACS_2017, at="A90", strength="probably the best"
                ),
            ],
        ),
    ],
    follows="Each word of strength is kept with its source.",
)
SECOND_LINE_STRENGTH = Difference(
    "second_line_strength",
    topic="How firmly sunitinib is named second",
    sides=[
        Side(
            PDQ_2014,
            says="The second-line “standard”, in progression on imatinib or intolerance of it.",
            because=[
                Quote("second-line standard therapy consists of sunitinib", PDQ_2014, at="P11", strength="standard"),
                Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
            ],
        ),
        Side(
            ACS_2017,
            says=(
                "It “can be useful”, and a switch to it “may be helpful”, where imatinib no longer works or its side effects are too "
                "severe; for tumors that came back it is “another option”."
            ),
            because=[
                Quote("drug can be useful in treating GIST", ACS_2017, at="A42", strength="can be useful"),
                Quote("a switch to sunitinib may be helpful", ACS_2017, at="A77", strength="may"),
                Quote("Another option is to try", ACS_2017, at="A92", strength="Another option"),
            ],
        ),
    ],
    follows="Each word of strength is kept with its source.",
)
LIMITED_PROGRESSION = Difference(
    "limited_progression_differs",
    topic="Staying on the drug in limited progression",
    sides=[
        Side(
            PDQ_2014,
            says="It has been suggested to continue on imatinib or sunitinib, at a dose that can be tolerated.",
            because=[
                Quote("suggested that patients with limited disease", PDQ_2014, at="P16", strength="suggested"),
                Quote("imatinib or sunitinib at a dose that can be tolerated", PDQ_2014, at="P16"),
            ],
        ),
        Side(
            ACS_2017,
            says="Growth is not told apart by its extent, and nothing is said of staying on a drug at a tolerated dose while the tumor grows.",
            because=NOT_STATED,
        ),
    ],
    follows="The suggestion rests on PDQ alone.",
)
RECURRENT_APART = Difference(
    "recurrent_apart",
    topic="Disease that came back, beside disease that has spread",
    sides=[
        Side(
            PDQ_2014,
            says="Metastatic and recurrent disease are treated in one section.",
            because=Quote("patients with metastatic or recurrent disease", PDQ_2014, at="P03"),
        ),
        Side(
            ACS_2017,
            says="Recurrent tumors have a section of their own, in which removing or destroying well-defined tumors may be an option.",
            because=[
                Quote("options for recurrent GISTs depend on the location", ACS_2017, at="A89"),
                Quote("comes back as one or more well-defined tumors", ACS_2017, at="A93"),
            ],
        ),
    ],
    follows="Recurrence has its own tree, which hands questions on drugs to the trees that follow PDQ too.",
)
SUNITINIB_BENEFIT = Difference(
    "sunitinib_benefit",
    topic="What sunitinib is known to do",
    sides=[
        Side(
            PDQ_2014,
            says="In a trial against placebo in imatinib-resistant GIST: longer time to progression, and better overall survival, with figures.",
            because=[
                Quote("trial involving 312 patients with imatinib-resistant GIST", PDQ_2014, at="P14"),
                Quote("sunitinib (27.3 weeks, 95% CI 16.0–32.1)", PDQ_2014, at="P14"),
                Quote("HR for death = 0.49; 95% CI, 0.29–0.83", PDQ_2014, at="P15"),
            ],
        ),
        Side(
            ACS_2017,
            says="It helps some patients, usually by slowing growth, and patients on it may live longer.",
            because=[
                Quote("helps some patients, usually by slowing the growth", ACS_2017, at="A178", strength="usually"),
                Quote("patients getting the drug may live longer", ACS_2017, at="A43", strength="may"),
            ],
        ),
    ],
    follows="Figures come from PDQ alone.",
)
INTERACTIONS = Difference(
    "interactions",
    topic="Drugs that affect CYP3A4",
    sides=[
        Side(
            PDQ_2014,
            says="A change of the TKI's dose, or substitution of the other drug, may be necessary.",
            because=Quote("may be necessary for patients", PDQ_2014, at="P19", strength="may be necessary"),
        ),
        Side(ACS_2017, says="Nothing about interactions.", because=NOT_STATED),
    ],
    follows="The caution rests on PDQ alone.",
)
ADJUVANT_RISK = Difference(
    "adjuvant_risk",
    topic="Imatinib after surgery, by the risk of return",
    sides=[
        Side(
            ACS_2017,
            says="On the page about spread, in the part on smaller tumors: typically at least a year at an intermediate or high risk; at least 3 years, many doctors now say, where return is highly likely.",
            because=[
                Quote("has an intermediate or high risk of coming back", ACS_2017, at="A61"),
                Quote(
                    "typically recommended for at least a year after surgery",
                    ACS_2017,
                    at="A61",
                    strength="typically recommended",
                ),
                Quote(
                    "come back, many doctors now recommend at least 3 years",
                    ACS_2017,
                    at="A62",
                    strength="many doctors",
                ),
            ],
        ),
        Side(
            ACS_2017,
            says="On the page about targeted therapy: typically at least a year unless the risk is low; at least 3 years, many doctors now say, at a higher risk.",
            because=[
                Quote(
                    "typically recommend taking imatinib for at least a year", ACS_2017, at="A35", strength="typically"
                ),
                Quote("the risk of the cancer coming back is low", ACS_2017, at="A35"),
                Quote(
                    "Many doctors now recommend at least 3 years of imatinib after",
                    ACS_2017,
                    at="A36",
                    strength="Many doctors",
                ),
            ],
        ),
        Side(
            PDQ_2014,
            says="Nothing about treatment after complete removal, in the part that was read.",
            because=NOT_STATED,
        ),
    ],
    follows="A high risk stands in both durations, and an unknown risk in one page only; both pages are shown.",
)
LARGE_TUMOR_FIRST = Difference(
    "large_tumor_first",
    topic="What comes first for a large localized tumor",
    sides=[
        Side(
            ACS_2017,
            says="On the page about surgery: the surgeon might still remove it entirely; imatinib first might be another option.",
            because=[
                Quote("the surgeon might still be able to remove it entirely", ACS_2017, at="A15", strength="might"),
                Quote("Another option for tumors that are large", ACS_2017, at="A17", strength="option"),
                Quote("might be to have the patient", ACS_2017, at="A17", strength="might"),
            ],
        ),
        Side(
            ACS_2017,
            says="On the page about spread: surgery is not typically the first treatment.",
            because=Quote("Because of this, surgery is not typically", ACS_2017, at="A63", strength="not typically"),
        ),
        Side(
            PDQ_2014,
            says="Nothing about what comes first for a localized tumor, in the part that was read.",
            because=NOT_STATED,
        ),
    ],
    follows="Both are shown where a large tumor is met.",
)
SPOKEN_OF_BY_ONE = Difference(
    "spoken_of_by_one",
    topic="What only one of the two speaks of",
    sides=[
        Side(
            ACS_2017,
            says=(
                "Watching a small tumor, imatinib before or after the removal of a localized one, procedures on tumors in the "
                "liver, chemotherapy and radiation: each is described."
            ),
            because=[
                Quote("one option may be just to watch", ACS_2017, at="A55", strength="may"),
                Quote("can often shrink the tumor, which can", ACS_2017, at="A138", strength="can often"),
                Quote("has an intermediate or high risk of coming back", ACS_2017, at="A61"),
                Quote("can sometimes be used to destroy GISTs", ACS_2017, at="A22", strength="can sometimes"),
                Quote("traditional chemo is rarely used today", ACS_2017, at="A189", strength="rarely"),
                Quote("Radiation is not very helpful in treating", ACS_2017, at="A197", strength="not very helpful"),
            ],
        ),
        Side(
            PDQ_2014,
            says=(
                "It reports one study of surgery on a TKI in which there were unresectable primary tumors too; apart from that, "
                "nothing about any of these, in the part that was read."
            ),
            because=Quote("unresectable primary or metastatic GIST", PDQ_2014, at="P21"),
        ),
    ],
    follows="The trees on these matters rest on ACS alone. Other parts of the PDQ summary were not read.",
)
