"""The terms that these trees use, each explained once; without a quote, the explanation is ours alone."""

from trees.core import Quote, Term
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

# The disease, and how far it has gone.
GIST = Term(
    "gist",
    name="GIST",
    also=["GISTs", "gastrointestinal stromal tumor", "gastrointestinal stromal tumors"],
    means="Gastrointestinal stromal tumor: the disease that these trees are about.",
    because=Quote("diagnosed with a gastrointestinal stromal tumor", ACS_2017, at="A97"),
)
METASTATIC = Term(
    "metastatic",
    name="Metastatic",
    also=["metastasis", "metastases", "metastasized"],
    means="Of a cancer: spread from where it started to other sites.",
    because=Quote("have spread (metastasized) depends on why", ACS_2017, at="A72"),
)
RECURRENCE = Term(
    "recurrence",
    name="Recurrence",
    also=["recurrences", "recurrent"],
    means="The return of a cancer after treatment.",
    because=Quote("a cancer comes back after treatment", ACS_2017, at="A211"),
)
LOCAL_RECURRENCE = Term(
    "local_recurrence",
    name="Local recurrence",
    also=["local recurrences"],
    means="The return of a cancer where it began, or close by.",
    because=Quote("in or near the place it started", ACS_2017, at="A88"),
)
DISTANT_RECURRENCE = Term(
    "distant_recurrence",
    name="Distant recurrence",
    also=["distant recurrences"],
    means="The return of a cancer away from where it began, for instance in the liver.",
    because=Quote("at other sites (like the lungs or liver)", ACS_2017, at="A212"),
)
PROGRESSION = Term(
    "progression",
    name="Progression",
    also=["disease progression", "tumor progression"],
    means="Worsening of the disease: it grows or spreads.",
)
STABLE_DISEASE = Term(
    "stable_disease",
    name="Stable disease",
    means="In the list of reasons for surgery: disease that does not grow, or shrinks, while a TKI is taken.",
    because=Quote("stable or shrinking on TKI therapy when gross", PDQ_2014, at="P24"),
)
LIMITED_PROGRESSION = Term(
    "limited_progression",
    name="Limited progression",
    also=["limited disease progression"],
    means="In the list of reasons for surgery: single deposits of the tumor grow after a first response to a TKI; the other sites stay as they are.",
    because=Quote("isolated tumor deposits that are progressing on TKI therapy", PDQ_2014, at="P25"),
)
GENERALIZED_PROGRESSION = Term(
    "generalized_progression",
    name="Generalized progression",
    means="Progression of the disease in general, not of single deposits alone. No source says where the line lies.",
)
MITOTIC_RATE = Term(
    "mitotic_rate",
    name="Mitotic rate",
    means="How fast the cells of the tumor divide.",
    because=Quote("dividing quickly (have a high mitotic rate)", ACS_2017, at="A60"),
)
CAPSULE = Term(
    "capsule",
    name="Capsule",
    means="The outer lining around a GIST.",
    because=Quote("outer lining that surrounds them (known as the", ACS_2017, at="A19"),
)
HEMORRHAGE = Term("hemorrhage", name="Hemorrhage", means="Bleeding.")
PERFORATION = Term("perforation", name="Perforation", means="A hole through the wall of an organ.")
OBSTRUCTION = Term("obstruction", name="Obstruction", means="A blockage, for instance of the bowel.")
ABSCESS = Term("abscess", name="Abscess", means="Pus that has collected in the tissue.")
ONCOLOGIC_EMERGENCY = Term(
    "oncologic_emergency",
    name="Oncologic emergency",
    also=["oncologic emergencies"],
    means="An emergency that comes with a cancer; PDQ counts hemorrhage, perforation, obstruction and abscess among them.",
    because=Quote("emergencies including hemorrhage, perforation, obstruction, or abscess", PDQ_2014, at="P26"),
)
THROMBOCYTOPENIA = Term(
    "thrombocytopenia",
    name="Thrombocytopenia",
    means="Too few platelets in the blood. Platelets help the blood to clot.",
)
HEMOGLOBIN = Term("hemoglobin", name="Hemoglobin", means="What carries oxygen in red blood cells.")

# Finding out.
BIOPSY = Term("biopsy", name="Biopsy", also=["biopsies"], means="A sample of tissue, taken and examined.")
ENDOSCOPY = Term(
    "endoscopy",
    name="Endoscopy",
    also=["endoscope"],
    means="A look inside the body through a tube that carries a light and a camera.",
)
CT = Term(
    "ct",
    name="CT",
    also=["computed tomography"],
    means="Computed tomography: pictures of slices of the body, made with x-rays.",
    because=Quote("evaluated with computed tomography (CT), magnetic resonance imaging (MRI)", PDQ_2014, at="P05"),
)
MRI = Term(
    "mri",
    name="MRI",
    also=["magnetic resonance imaging"],
    means="Magnetic resonance imaging: pictures of the inside of the body, made with strong magnets and radio waves.",
    because=Quote("evaluated with computed tomography (CT), magnetic resonance imaging (MRI)", PDQ_2014, at="P05"),
)
FDG_PET = Term(
    "fdg_pet",
    name="FDG-PET",
    also=["18 FDG-PET"],
    means=(
        "Positron emission tomography with fluorodeoxyglucose, a sugar that is made radioactive: pictures of where the body "
        "takes up sugar."
    ),
    because=Quote("emission tomography (18 FDG-PET)", PDQ_2014, at="P05"),
)
GENOTYPE = Term("genotype", name="Genotype", means="Which form of a gene there is; here, in the cells of the tumor.")
KIT_EXON_9 = Term(
    "kit_exon_9",
    name="KIT exon 9",
    also=["exon 9 KIT", "KIT exon 9 mutation", "KIT exon 9 mutations"],
    means="A part of the gene KIT. A test shows whether it is changed (mutated) in the tumor.",
    because=Quote("tumors containing KIT exon 9 mutations", PDQ_2014, at="P04"),
)

# Drugs.
TARGETED_THERAPY = Term(
    "targeted_therapy",
    name="Targeted therapy",
    also=["targeted therapies", "targeted drug", "targeted drugs"],
    means="Treatment with drugs that act on what has changed in the genes of the tumor's cells.",
    because=Quote("drugs can target the gene changes", ACS_2017, at="A159"),
)
TKI = Term(
    "tki",
    name="TKI",
    also=["TKIs", "tyrosine kinase inhibitor", "tyrosine kinase inhibitors"],
    means="Tyrosine kinase inhibitor: the kind of drug that medical treatment of metastatic or recurrent GIST uses.",
    because=Quote("medical therapy with a tyrosine kinase inhibitor (TKI)", PDQ_2014, at="P01"),
)
FIRST_LINE = Term("first_line", name="First-line", also=["first line"], means="Of a treatment: the one given first.")
SECOND_LINE = Term(
    "second_line",
    name="Second-line",
    also=["second line"],
    means="Of a treatment: the one that comes next, here when the tumor grows on the first drug or that drug is not tolerated.",
    because=Quote("tumor progression or intolerance to imatinib", PDQ_2014, at="P11"),
)
STANDARD = Term(
    "standard",
    name="Standard",
    means="Of a treatment: the accepted one in a situation. Neither source explains the word.",
)
ADJUVANT = Term(
    "adjuvant",
    name="Adjuvant",
    also=["adjuvant therapy", "adjuvant treatment"],
    means="Of a treatment: given after the tumor has been completely removed.",
    because=[
        Quote("known as adjuvant therapy", ACS_2017, at="A166"),
        Quote("completely removed by surgery", ACS_2017, at="A35"),
    ],
)
NEOADJUVANT = Term(
    "neoadjuvant",
    name="Neoadjuvant",
    also=["neoadjuvant therapy", "neoadjuvant treatment"],
    means="Of a treatment: given before surgery, to try to shrink the tumor so that surgery is easier.",
    because=[
        Quote("known as neoadjuvant therapy", ACS_2017, at="A168"),
        Quote("and make surgery easier", ACS_2017, at="A167"),
    ],
)
SPLIT_DOSES = Term(
    "split_doses",
    name="Split doses",
    also=["split dose"],
    means="The amount of a day, taken in more than one portion.",
)
TOXICITY = Term("toxicity", name="Toxicity", means="Harm that a drug does to the body.")
CYP3A4 = Term(
    "cyp3a4",
    name="CYP3A4",
    also=["CYP450 3A4"],
    means="An enzyme of the body that breaks down many drugs. PDQ calls it CYP450 3A4.",
)
HAND_FOOT_SYNDROME = Term(
    "hand_foot_syndrome",
    name="Hand-foot syndrome",
    means="Redness, pain or blisters of the palms and the soles.",
    because=[
        Quote("redness, pain, or even blistering of the palms", ACS_2017, at="A47"),
        Quote("soles of the feet (called hand-foot syndrome)", ACS_2017, at="A47"),
    ],
)
CHEMOTHERAPY = Term(
    "chemotherapy",
    name="Chemotherapy",
    also=["chemo"],
    means=(
        "Treatment of cancer with drugs. Mostly the word is used for drugs that attack quickly growing cells anywhere in the "
        "body, and not for targeted drugs."
    ),
    because=[
        Quote("the use of drugs to treat cancer", ACS_2017, at="A183"),
        Quote("attacking quickly growing cells anywhere in the body", ACS_2017, at="A187"),
    ],
)

# Surgery and procedures.
RESECTABLE = Term(
    "resectable",
    name="Resectable",
    also=["resect", "resected", "resection"],
    means="Removable: to resect is to remove by surgery.",
    because=Quote("make them harder to remove (resect) completely", ACS_2017, at="A207"),
)
MARGINALLY_RESECTABLE = Term(
    "marginally_resectable",
    name="Marginally resectable",
    means="Of a tumor: larger, or in a place that makes it harder to remove all of it.",
    because=Quote("make them harder to remove (resect) completely", ACS_2017, at="A207"),
)
UNRESECTABLE = Term(
    "unresectable",
    name="Unresectable",
    means="Of a tumor: not removable by surgery. ACS heads a section on tumors that are not removable or have spread with this word.",
    because=Quote("GISTs that cannot be removed with surgery", ACS_2017, at="A72"),
)
GROSS_RESECTION = Term(
    "gross_resection",
    name="Gross resection",
    also=["grossly resected", "grossly resectable"],
    means="Removal of all of the tumor that the eye can see.",
)
DEBULKING = Term("debulking", name="Debulking", means="Removal of as much of a tumor as can be removed.")
LAPAROSCOPIC = Term(
    "laparoscopic_surgery",
    name="Laparoscopic (keyhole) surgery",
    also=["laparoscopic surgery", "keyhole surgery", "laparoscopic", "keyhole"],
    means="Surgery through several small cuts in place of a large one.",
    because=[
        Quote("making a large incision in the skin", ACS_2017, at="A133"),
        Quote("several small ones are used", ACS_2017, at="A133"),
    ],
)
ABLATION = Term(
    "ablation",
    name="Ablation",
    means="Destroying a tumor by heat, by cold or with chemicals.",
    because=Quote("the destruction of tumors using extreme heat or cold", ACS_2017, at="A139"),
)
RFA = Term(
    "rfa",
    name="RFA",
    also=["radiofrequency ablation"],
    means="Radiofrequency ablation: radio waves of high energy heat the tumor.",
    because=Quote("uses high-energy radio waves to heat the tumor", ACS_2017, at="A24"),
)
ETHANOL_ABLATION = Term(
    "ethanol_ablation",
    name="Ethanol ablation",
    also=["ethanol (alcohol) ablation", "alcohol ablation"],
    means="Strong alcohol is injected into the tumor to kill its cells.",
    because=Quote("alcohol is injected directly into the tumor", ACS_2017, at="A141"),
)
MICROWAVE_THERMOTHERAPY = Term(
    "microwave_thermotherapy",
    name="Microwave thermotherapy",
    also=["microwave ablation", "microwaves"],
    means="Microwaves from a probe in the tumor heat it.",
    because=Quote("microwaves transmitted through a probe placed in the tumor", ACS_2017, at="A142"),
)
CRYOSURGERY = Term(
    "cryosurgery",
    name="Cryosurgery",
    also=["cryotherapy"],
    means="A tumor is destroyed by cold, with a thin probe.",
    because=Quote("freezing it using a thin metal probe", ACS_2017, at="A143"),
)
EMBOLIZATION = Term(
    "embolization",
    name="Embolization",
    means="A procedure that tries to cut off the blood from a tumor in the liver, in whole or in part.",
    because=Quote("block or reduce the blood flow to cancer cells", ACS_2017, at="A27"),
)
TAE = Term(
    "tae",
    name="TAE",
    also=["arterial embolization", "trans-arterial embolization"],
    means="Trans-arterial embolization: small particles are injected into an artery that feeds the tumor, to plug it up.",
    because=[
        Quote("also known as trans-arterial embolization or TAE", ACS_2017, at="A29"),
        Quote("injected into the artery to plug it up", ACS_2017, at="A154"),
    ],
)
RADIATION_THERAPY = Term(
    "radiation_therapy",
    name="Radiation therapy",
    also=["radiation", "radiotherapy"],
    means="Treatment that kills cancer cells with x-rays or particles of high energy.",
    because=Quote("the use of high-energy x-rays (or particles)", ACS_2017, at="A196"),
)

# Care.
PALLIATIVE = Term("palliative", name="Palliative", means="Meant to ease symptoms, not to cure.")
SUPPORTIVE_CARE = Term(
    "supportive_care",
    name="Supportive care",
    means="Care that helps with pain and other symptoms, whether or not the cancer is treated.",
    because=Quote("help with pain or other symptoms", ACS_2017, at="A07"),
)
COMPLEMENTARY_METHOD = Term(
    "complementary_method",
    name="Complementary method",
    also=["complementary methods", "complementary"],
    means="Something that is used beside regular medical care.",
    because=Quote("used along with your regular medical care", ACS_2017, at="A112"),
)
ALTERNATIVE_METHOD = Term(
    "alternative_method",
    name="Alternative method",
    also=["alternative methods", "alternative treatment", "alternative treatments"],
    means="Something that is used in place of medical treatment.",
    because=Quote("used instead of a doctor's medical treatment", ACS_2017, at="A113"),
)
CLINICAL_TRIAL = Term(
    "clinical_trial",
    name="Clinical trial",
    also=["clinical trials"],
    means="A controlled study of a new treatment or procedure in patients.",
    because=Quote("carefully controlled research studies", ACS_2017, at="A105"),
)

# Evidence.
RANDOMIZED = Term(
    "randomized", name="Randomized", means="Of a trial: chance decides which patient gets which treatment."
)
PLACEBO = Term("placebo", name="Placebo", means="What looks like the drug and has nothing in it that acts.")
RETROSPECTIVE = Term(
    "retrospective", name="Retrospective", means="Of a study: it looks back on what has already been recorded."
)
PFS = Term(
    "pfs",
    name="PFS",
    also=["progression-free survival"],
    means="Progression-free survival: how long patients live without the disease getting worse.",
)
OS = Term("os", name="OS", also=["overall survival"], means="Overall survival: how long patients live.")
TIME_TO_PROGRESSION = Term(
    "time_to_progression",
    name="Time to progression",
    also=["time to tumor progression"],
    means="How long it takes until the disease gets worse.",
)
HAZARD_RATIO = Term(
    "hazard_ratio",
    name="Hazard ratio",
    also=["hazard ratios"],
    means=(
        "Compares how fast something happens in two groups. At one, they do not differ; below one, it happens more slowly in "
        "the group named first."
    ),
)
CONFIDENCE_INTERVAL = Term(
    "confidence_interval",
    name="Confidence interval",
    also=["confidence intervals", "CI"],
    means="A range around a figure that says how exact it is: the narrower, the more exact.",
)
P_VALUE = Term(
    "p_value",
    name="P value",
    also=["P values"],
    means="How likely a difference as large as the one seen, or larger, would be if there were none.",
)
MEDIAN = Term("median", name="Median", means="The middle value: half of all values lie below it, and half above.")
LEVEL_OF_EVIDENCE = Term(
    "level_of_evidence",
    name="Level of evidence",
    also=["levels of evidence"],
    means="A grade, on a scale with a name, for how strong the evidence from a study is.",
)
