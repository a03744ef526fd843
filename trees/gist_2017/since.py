"""What has changed since: what PDQ of 2024-12-13, newer than both sources, says of the same matters now."""

from trees.core import ADDS, DOES_NOT_SAY, SAYS_OTHERWISE, NotFound, Quote, Since
from trees.sources.pdq_2024 import PDQ_2024

START_AT_400 = Since(
    "start_at_400",
    PDQ_2024,
    change=SAYS_OTHERWISE,
    topic="The starting dose of imatinib without a KIT exon 9 variant",
    says="In metastatic or recurrent disease imatinib starts at 400 mg daily; no range is given any more. With a KIT exon 9 variant it is as before: the patient may receive 800 mg daily.",
    because=[
        Quote("The initial dose is 400 mg daily", PDQ_2024, at="N051"),
        Quote("KIT exon 9 variants, who may receive 800 mg daily", PDQ_2024, at="N051", strength="may"),
    ],
)
D842V_FIRST = Since(
    "d842v_first",
    PDQ_2024,
    change=SAYS_OTHERWISE,
    topic="A tumor with a PDGFRA D842V variant",
    says="It is resistant to imatinib: avapritinib is the first line, at 300 mg daily. Without symptoms, or when the tumor is indolent, a period of observation is reasonable. Avapritinib is teratogenic: contraception is warranted on it and up to 6 weeks after the final dose. Cognitive effects must be closely monitored.",
    because=[
        Quote("should initially be given avapritinib", PDQ_2024, at="N061", strength="should"),
        Quote("avapritinib is used as first-line therapy", PDQ_2024, at="N052"),
        Quote("high clinical benefit and imatinib resistance", PDQ_2024, at="N052"),
        Quote("avapritinib is given at 300 mg daily", PDQ_2024, at="N063"),
        Quote("patients whose GISTs are asymptomatic or indolent", PDQ_2024, at="N062"),
        Quote("a period of observation is reasonable", PDQ_2024, at="N062", strength="reasonable"),
        Quote("effective contraception during and up to 6 weeks after the final dose", PDQ_2024, at="N064"),
        Quote("Cognitive effects must be closely monitored", PDQ_2024, at="N065", strength="must"),
    ],
)
WILD_TYPE_FIRST = Since(
    "wild_type_first",
    PDQ_2024,
    change=SAYS_OTHERWISE,
    topic="A tumor without a KIT or PDGFRA variant (wild type: SDH-deficient or NF1-related)",
    says="Imatinib is not typically given: such tumors are often resistant, and do not benefit from it as the initial treatment. Sunitinib and regorafenib may bring a modest response. Patients should be encouraged to enroll in a clinical trial, if available. Elsewhere the same text calls D842V the only exception to imatinib first.",
    because=[
        Quote("only exception is for patients with GISTs", PDQ_2024, at="N119"),
        Quote("Imatinib is not typically given to patients", PDQ_2024, at="N023", strength="not typically"),
        Quote("because of high rates of resistance", PDQ_2024, at="N023"),
        Quote("do not benefit from initial TKI treatment with imatinib", PDQ_2024, at="N093"),
        Quote("may have modest response to sunitinib and regorafenib", PDQ_2024, at="N094", strength="may"),
        Quote(
            "should be encouraged to enroll in a clinical trial, if available",
            PDQ_2024,
            at="N095",
            strength="should be encouraged",
        ),
    ],
)
START_BEFORE_THE_PROFILE = Since(
    "start_before_the_profile",
    PDQ_2024,
    change=ADDS,
    topic="Imatinib while the molecular profile is awaited",
    says="Most patients can start imatinib while the profile is awaited. It may then call for another dose with a KIT exon 9 variant, for avapritinib with PDGFRA D842V, or speak for resistance in wild type.",
    because=[
        Quote("Most patients can initiate imatinib empirically while awaiting", PDQ_2024, at="N053", strength="can"),
        Quote("may necessitate an imatinib dosing change (i.e., KIT exon 9)", PDQ_2024, at="N054", strength="may"),
        Quote("a change to avapritinib (i.e., PDGFRA D842V variant)", PDQ_2024, at="N054"),
        Quote("or indicate likelihood for TKI resistance", PDQ_2024, at="N054"),
    ],
)
TIME_TO_PROGRESSION = Since(
    "time_to_progression",
    PDQ_2024,
    change=ADDS,
    topic="How long imatinib holds the disease",
    says="The median time to progression is given as 24 to 40 months, and the median survival as approaching 45 to 60 months.",
    because=[
        Quote("median time to progression of 24 to 40 months", PDQ_2024, at="N105"),
        Quote("median survival approaching 45 to 60 months", PDQ_2024, at="N105"),
    ],
)
EXON_9_BENEFIT = Since(
    "exon_9_benefit",
    PDQ_2024,
    change=ADDS,
    topic="The higher dose with a KIT exon 9 variant",
    says="Meta-analyses of two trials showed a significant benefit of higher-dose imatinib in patients with a KIT exon 9 variant.",
    because=[
        Quote("patients with KIT exon 9 variants have significant benefit", PDQ_2024, at="N056"),
        Quote("significant benefit with higher-dose imatinib", PDQ_2024, at="N056"),
    ],
)
HEART_ON_IMATINIB = Since(
    "heart_on_imatinib",
    PDQ_2024,
    change=ADDS,
    topic="The heart on imatinib",
    says="Heart failure is rarely reported, mostly where heart disease was there before; two trials in advanced GIST noted no excess. It is best to tell patients of this risk before imatinib starts, and to watch for signs.",
    because=[
        Quote("rare reports of heart failure related to imatinib use", PDQ_2024, at="N059"),
        Quote("with preexisting heart disease", PDQ_2024, at="N059"),
        Quote("No excess cardiac toxicity was noted in either of", PDQ_2024, at="N120"),
        Quote("it is best to inform patients of this risk", PDQ_2024, at="N060", strength="best"),
        Quote("monitor clinically for signs of heart failure", PDQ_2024, at="N060"),
    ],
)
BASELINE_PET = Since(
    "baseline_pet",
    PDQ_2024,
    change=ADDS,
    topic="PET before a TKI",
    says="Where the response will be followed by FDG-PET, a baseline PET should be done before the TKI.",
    because=[
        Quote("A baseline PET should be performed before", PDQ_2024, at="N005", strength="should"),
        Quote("patients who will be monitored for response with 18F-FDG", PDQ_2024, at="N005"),
    ],
)
RAISE_FROM_400 = Since(
    "raise_from_400",
    PDQ_2024,
    change=SAYS_OTHERWISE,
    topic="Raising imatinib to 800 mg daily",
    says="In metastatic or recurrent disease the raise to 800 mg daily, in split doses, is named for progression on 400 mg daily without a KIT exon 9 variant; a range up from there is no longer given. In a trial about one third of those who crossed over had an objective response or stable disease.",
    because=[
        Quote("lower dose imatinib (i.e., 400 mg daily)", PDQ_2024, at="N057"),
        Quote("may be increased to 800 mg daily (in split doses)", PDQ_2024, at="N057", strength="may"),
        Quote("patients without KIT exon 9 variants", PDQ_2024, at="N057"),
        Quote("approximately one-third were able to achieve an objective response", PDQ_2024, at="N055"),
        Quote("progressed at 400 mg daily and crossed over to 800 mg", PDQ_2024, at="N055"),
    ],
)
RAISED_DOSE = Since(
    "raised_dose",
    PDQ_2024,
    change=ADDS,
    topic="The dose to which imatinib is raised",
    says="In metastatic or recurrent disease it may be raised from 400 mg to 800 mg daily, in split doses, when a tumor without a KIT exon 9 variant progresses.",
    because=[
        Quote("lower dose imatinib (i.e., 400 mg daily)", PDQ_2024, at="N057"),
        Quote("may be increased to 800 mg daily (in split doses)", PDQ_2024, at="N057", strength="may"),
        Quote("patients without KIT exon 9 variants", PDQ_2024, at="N057"),
    ],
)
SECOND_LINE = Since(
    "second_line",
    PDQ_2024,
    change=SAYS_OTHERWISE,
    topic="The second line after imatinib",
    says="In metastatic or recurrent disease that progresses on imatinib, or in intolerance of it, either raising imatinib to 800 mg per day or sunitinib is supported; neither is called the standard. The raise is the one “described above”: for progression on 400 mg daily without a KIT exon 9 variant. How it fits intolerance is not explained.",
    because=[
        Quote(
            "(or intolerance to imatinib), data support second-line therapy",
            PDQ_2024,
            at="N067",
            strength="data support",
        ),
        Quote("imatinib dose escalation to 800 mg per day (as described above)", PDQ_2024, at="N067"),
        Quote("(as described above) or sunitinib", PDQ_2024, at="N067"),
        Quote("lower dose imatinib (i.e., 400 mg daily)", PDQ_2024, at="N057"),
        Quote("patients without KIT exon 9 variants", PDQ_2024, at="N057"),
    ],
)
FORMS_OF_SUNITINIB = Since(
    "forms_of_sunitinib",
    PDQ_2024,
    change=SAYS_OTHERWISE,
    topic="The two ways to take sunitinib",
    says="They stand side by side: 50 mg daily for 4 weeks, then 2 weeks off, or 37.5 mg daily. Neither is called the standard or the alternative.",
    because=[
        Quote("50 mg daily in a 4-weeks-on/2-weeks-off regimen", PDQ_2024, at="N068"),
        Quote("or a daily dose of 37.5 mg", PDQ_2024, at="N068"),
    ],
)
SUNITINIB_BY_GENOTYPE = Since(
    "sunitinib_by_genotype",
    PDQ_2024,
    change=ADDS,
    topic="Sunitinib and the molecular profile",
    says="The profile influences the response too: in one study the benefit was highest with a KIT exon 9 variant.",
    because=[
        Quote("also influenced by the molecular profile", PDQ_2024, at="N069"),
        Quote("were seen in patients with KIT exon 9 variants", PDQ_2024, at="N070"),
    ],
)
TOLERATED_DOSE = Since(
    "tolerated_dose",
    PDQ_2024,
    change=DOES_NOT_SAY,
    topic="Staying on the drug at a tolerated dose in limited progression",
    says="The suggestion to stay on imatinib or sunitinib at a tolerated dose no longer stands in the text. That staying on it is wrong is not said either.",
    because=NotFound(["at a dose that can be tolerated"]),
)
REGORAFENIB_DOSE = Since(
    "regorafenib_dose",
    PDQ_2024,
    change=ADDS,
    topic="Regorafenib after imatinib and sunitinib",
    says="It is approved in the US for GIST that is refractory to first-line therapy. A trial gave 160 mg daily, 3 weeks on, 1 week off, in advanced GIST that did not respond to imatinib and sunitinib. Median PFS was longer than with placebo, 4.8 months, with placebo 0.9 months; overall survival did not differ, and most on placebo crossed over.",
    because=[
        Quote("for the treatment of GISTs that are refractory to first-line", PDQ_2024, at="N108"),
        Quote("160 mg daily of regorafenib (3-weeks-on/1-week-off regimen)", PDQ_2024, at="N077"),
        Quote("did not respond to previous imatinib and sunitinib therapy", PDQ_2024, at="N076"),
        Quote("received regorafenib (4.8 months) compared with patients", PDQ_2024, at="N078"),
        Quote("patients who received placebo (0.9 months)", PDQ_2024, at="N078"),
        Quote("The OS did not differ between arms", PDQ_2024, at="N079"),
        Quote("did cross over to receive regorafenib", PDQ_2024, at="N080"),
    ],
)
RIPRETINIB = Since(
    "ripretinib",
    PDQ_2024,
    change=ADDS,
    topic="Ripretinib after three or more TKIs",
    says="Ripretinib is indicated in advanced GIST after progression on three or more TKIs, imatinib among them, or intolerance of these. A trial after imatinib, sunitinib and regorafenib gave 150 mg daily: median PFS 6.3 months, with placebo 1.0 month; median overall survival 15.1 months, with placebo 6.6 months. A heart scan should come first, blood pressure, heart and skin are watched, contraception is warranted, and it should not be given from 1 week before surgery to 2 weeks after.",
    because=[
        Quote("Ripretinib is indicated for patients with advanced GISTs", PDQ_2024, at="N082", strength="indicated"),
        Quote("(or are intolerant to) three or more TKIs", PDQ_2024, at="N082"),
        Quote("either ripretinib 150 mg daily (n = 85) or placebo", PDQ_2024, at="N087"),
        Quote("had not responded to previous imatinib, sunitinib, and regorafenib", PDQ_2024, at="N121"),
        Quote("received ripretinib (6.3 months) than patients", PDQ_2024, at="N088"),
        Quote("received placebo (1.0 month)", PDQ_2024, at="N088"),
        Quote("OS was longer for patients who received ripretinib (15.1 months)", PDQ_2024, at="N106"),
        Quote("with patients who received placebo (6.6 months)", PDQ_2024, at="N106"),
        Quote("multigated acquisition (MUGA) scan should be obtained", PDQ_2024, at="N083", strength="should"),
        Quote("clinical signs of heart failure should be serially monitored", PDQ_2024, at="N083", strength="should"),
        Quote("Dermatologic exams are warranted", PDQ_2024, at="N084", strength="warranted"),
        Quote("warrants concomitant effective contraception", PDQ_2024, at="N085"),
        Quote("(1 week before or 2 weeks after surgery)", PDQ_2024, at="N086"),
    ],
)
LATER_LINES = Since(
    "later_lines",
    PDQ_2024,
    change=ADDS,
    topic="Drugs for later lines",
    says="Sunitinib, regorafenib and ripretinib are named as approved for the lines after the first.",
    because=[
        Quote("approved for subsequent lines of therapy", PDQ_2024, at="N021"),
        Quote("GISTs include sunitinib, regorafenib, and ripretinib", PDQ_2024, at="N021"),
    ],
)
AVAPRITINIB_LAST = Since(
    "avapritinib_last",
    PDQ_2024,
    change=ADDS,
    topic="Avapritinib without a PDGFRA D842V variant",
    says="It should not be used until imatinib and at least two more, sunitinib and regorafenib, were tried.",
    because=[
        Quote("avapritinib should not be used until imatinib", PDQ_2024, at="N066", strength="should not"),
        Quote("at least two additional agents (sunitinib and regorafenib) are tried", PDQ_2024, at="N066"),
    ],
)
OTHER_TKIS = Since(
    "other_tkis",
    PDQ_2024,
    change=ADDS,
    topic="Other drugs after these",
    says="Nilotinib, sorafenib and pazopanib are named as occasionally given. After imatinib and sunitinib, nilotinib brought some PFS benefit by local assessment and none by central; a post-hoc analysis revealed a modest but significant difference of 4 months in median survival; sorafenib offered potential benefit; pazopanib a modest PFS benefit, with a high rate of toxicity.",
    because=[
        Quote(
            "occasionally given include nilotinib, sorafenib, and pazopanib",
            PDQ_2024,
            at="N022",
            strength="occasionally",
        ),
        Quote("some PFS benefit based on local assessment", PDQ_2024, at="N089"),
        Quote("no PFS benefit based on central assessment", PDQ_2024, at="N089"),
        Quote("Post-hoc analysis did reveal a modest but significant", PDQ_2024, at="N107"),
        Quote("median OS difference of 4 months", PDQ_2024, at="N107"),
        Quote("study of nilotinib versus", PDQ_2024, at="N089"),
        Quote("in imatinib- and sunitinib-resistant GISTs", PDQ_2024, at="N089"),
        Quote("showed that sorafenib offered potential benefit", PDQ_2024, at="N090"),
        Quote("showed modest PFS benefit when compared", PDQ_2024, at="N091"),
        Quote("pazopanib had a high rate of toxicity", PDQ_2024, at="N092"),
    ],
)
DASATINIB_NOT_NAMED = Since(
    "dasatinib_not_named",
    PDQ_2024,
    change=DOES_NOT_SAY,
    topic="Dasatinib",
    says="Dasatinib is not named.",
    because=NotFound(["dasatinib"]),
)
NO_STANDARD_LEFT = Since(
    "no_standard_left",
    PDQ_2024,
    change=ADDS,
    topic="When imatinib, sunitinib and regorafenib no longer work",
    says="There is no standard therapy then, and patients should consider investigational therapy; those eligible are encouraged to take part in trials. Elsewhere the same text calls ripretinib indicated after three or more TKIs.",
    because=[
        Quote("resistance to imatinib, sunitinib, and regorafenib is nearly universal", PDQ_2024, at="N102"),
        Quote("There is no standard therapy when this occurs", PDQ_2024, at="N103", strength="no standard therapy"),
        Quote("patients should consider investigational therapy", PDQ_2024, at="N103", strength="should consider"),
        Quote("patients are encouraged to participate in clinical trials", PDQ_2024, at="N104", strength="encouraged"),
        Quote("Ripretinib is indicated for patients with advanced GISTs", PDQ_2024, at="N082", strength="indicated"),
    ],
)
WHO_FOR_TRIALS = Since(
    "who_for_trials",
    PDQ_2024,
    change=ADDS,
    topic="Who may benefit from a clinical trial",
    says="Patients with generalized progression on standard therapies, or with certain subtypes (SDH-deficient or NF1-related), may benefit from a trial, and should be referred to specialized multidisciplinary centers.",
    because=[
        Quote("have generalized disease progression while receiving standard therapies", PDQ_2024, at="N100"),
        Quote("or with certain molecular subtypes", PDQ_2024, at="N100"),
        Quote("may benefit from enrolling in clinical trials", PDQ_2024, at="N100", strength="may"),
        Quote("should be referred to specialized multidisciplinary research", PDQ_2024, at="N101", strength="should"),
    ],
)
HEMOGLOBIN = Since(
    "hemoglobin",
    PDQ_2024,
    change=DOES_NOT_SAY,
    topic="Watching hemoglobin with a large tumor on imatinib",
    says="The older sentence of PDQ on tumor bleeding and on hemoglobin in the first weeks of imatinib no longer stands there. That the watch is not needed is not said either.",
    because=NotFound(["hemoglobin", "thrombocytopenia"]),
)
SIDE_EFFECTS_IMATINIB = Since(
    "side_effects_imatinib",
    PDQ_2024,
    change=ADDS,
    topic="Side effects of imatinib",
    says="The most common ones may all improve in the course of long treatment. Named besides: nausea, which food may lessen, fatigue, muscle cramps, abdominal pain, mild anemia and low phosphate.",
    because=[
        Quote("all of which may improve with prolonged treatment", PDQ_2024, at="N058"),
        Quote("Nausea (may be diminished if taken with food)", PDQ_2024, at="N058"),
        Quote(
            "Fatigue. Muscle cramps. Abdominal pain. Rash. Mild (macrocytic) anemia. Hypophosphatemia",
            PDQ_2024,
            at="N058",
        ),
    ],
)
SIDE_EFFECTS_SUNITINIB = Since(
    "side_effects_sunitinib",
    PDQ_2024,
    change=ADDS,
    topic="Side effects of sunitinib",
    says="Named as common besides: nausea and vomiting, anemia, a low number of certain white blood cells (neutropenia), abdominal pain, loss of appetite, protein in the urine, an underactive thyroid; less often, bleeding, fever and hand-foot syndrome. Thyroid function monitoring is generally recommended.",
    because=[
        Quote(
            "Nausea and vomiting. Anemia. Neutropenia. Diarrhea. Abdominal pain. Mucositis. Anorexia",
            PDQ_2024,
            at="N071",
        ),
        Quote("Skin or hair discoloration. Proteinuria", PDQ_2024, at="N071"),
        Quote("toxicities include bleeding, fever, and hand-foot syndrome", PDQ_2024, at="N109"),
        Quote(
            "thyroid function monitoring is generally recommended",
            PDQ_2024,
            at="N072",
            strength="generally recommended",
        ),
    ],
)
HEART_ON_SUNITINIB = Since(
    "heart_on_sunitinib",
    PDQ_2024,
    change=ADDS,
    topic="The heart on sunitinib",
    says="Sunitinib may be cardiotoxic. In a retrospective study of metastatic GIST resistant to imatinib, 8% of those given repeated cycles of sunitinib had congestive heart failure; 47% of patients developed high blood pressure.",
    because=[
        Quote("with sunitinib may be cardiotoxic", PDQ_2024, at="N074", strength="may"),
        Quote("patients with imatinib-resistant metastatic GISTs", PDQ_2024, at="N075"),
        Quote("8% of patients who received repeated cycles of sunitinib", PDQ_2024, at="N075"),
        Quote(
            "experienced congestive heart failure, while 47% of patients developed hypertension", PDQ_2024, at="N075"
        ),
    ],
)
SUNITINIB_AND_SURGERY = Since(
    "sunitinib_and_surgery",
    PDQ_2024,
    change=ADDS,
    topic="Sunitinib before an operation",
    says="Wounds may heal late: this may require holding sunitinib for 3 to 4 days before surgery. How that meets an emergency is not said.",
    because=[
        Quote("Potential for delayed wound healing", PDQ_2024, at="N073"),
        Quote("may require holding 3–4 days prior to surgery", PDQ_2024, at="N073", strength="may require"),
    ],
)
RIPRETINIB_AND_SURGERY = Since(
    "ripretinib_and_surgery",
    PDQ_2024,
    change=ADDS,
    topic="Ripretinib around an operation",
    says="It should not be given from 1 week before surgery to 2 weeks after. How that meets an emergency is not said.",
    because=[
        Quote("should also not be given perioperatively", PDQ_2024, at="N086", strength="should"),
        Quote("(1 week before or 2 weeks after surgery)", PDQ_2024, at="N086"),
    ],
)
COGNITION_ON_AVAPRITINIB = Since(
    "cognition_on_avapritinib",
    PDQ_2024,
    change=ADDS,
    topic="Cognitive effects of avapritinib",
    says="They must be closely monitored, and treatment is changed promptly: reduced, modified or stopped.",
    because=[
        Quote("Cognitive effects must be closely monitored", PDQ_2024, at="N065", strength="must"),
        Quote("(reductions, modifications, discontinuation) made promptly", PDQ_2024, at="N065"),
    ],
)
FIGURES_REGORAFENIB = Since(
    "figures_regorafenib",
    PDQ_2024,
    change=ADDS,
    topic="How often side effects of regorafenib are severe",
    says="In a trial the most common ones of grade 3 or more were high blood pressure (23.5%), hand-foot syndrome (19.7%) and diarrhea (5.3%).",
    because=[
        Quote("most common grade 3", PDQ_2024, at="N081"),
        Quote("hypertension (23.5%), hand-foot syndrome (19.7%), and diarrhea (5.3%)", PDQ_2024, at="N081"),
    ],
)
TIMING_OF_SURGERY = Since(
    "timing_of_surgery",
    PDQ_2024,
    change=ADDS,
    topic="When to operate on a TKI",
    says="Where metastatic or recurrent disease is operated on while imatinib or sunitinib is taken, it is suggested to do so before 2 years. To consider surgery after 6 to 12 months of stable disease on a TKI is what most experts would recommend. The drug may go on after it.",
    because=[
        Quote("it is suggested that surgery", PDQ_2024, at="N097", strength="suggested"),
        Quote("imatinib/sunitinib be performed before 2 years", PDQ_2024, at="N097"),
        Quote(
            "Most experts would recommend considering surgery after 6 to 12 months",
            PDQ_2024,
            at="N098",
            strength="Most experts would recommend",
        ),
        Quote("therapy may be continued after surgery", PDQ_2024, at="N099", strength="may"),
    ],
)
SELECTION_BIAS = Since(
    "selection_bias",
    PDQ_2024,
    change=ADDS,
    topic="What the results of surgery prove",
    says="The favorable outcomes in case series may come mainly from selection bias rather than from a true benefit of surgery.",
    because=[
        Quote("favorable outcomes that have been noted in case series", PDQ_2024, at="N096"),
        Quote("may be principally the result of selection bias", PDQ_2024, at="N096", strength="may"),
    ],
)
FEW_METASTASES = Since(
    "few_metastases",
    PDQ_2024,
    change=ADDS,
    topic="A few isolated tumors that came back",
    says="Of a few tumors that came back, such as isolated implants in the abdomen or a solitary one in the liver: removal may be used along with a TKI, and should only be considered after multidisciplinary consultation.",
    because=[
        Quote("isolated intra-abdominal implants or solitary liver lesions", PDQ_2024, at="N018"),
        Quote(
            "surgical resection may be used in conjunction with tyrosine kinase", PDQ_2024, at="N018", strength="may"
        ),
        Quote(
            "should only be considered after multidisciplinary consultation",
            PDQ_2024,
            at="N019",
            strength="should only be considered",
        ),
    ],
)
ABLATION_NOT_NAMED = Since(
    "ablation_not_named",
    PDQ_2024,
    change=DOES_NOT_SAY,
    topic="Ablation",
    says="Ablation is not named. That it is of no use is not said either.",
    because=NotFound(["ablation"]),
)
EMBOLIZATION_NOT_NAMED = Since(
    "embolization_not_named",
    PDQ_2024,
    change=DOES_NOT_SAY,
    topic="Embolization",
    says="Embolization is not named. That it is of no use is not said either.",
    because=NotFound(["embolization"]),
)
WATCHING_SMALL = Since(
    "watching_small",
    PDQ_2024,
    change=ADDS,
    topic="Watching a small tumor",
    says="Endoscopic surveillance is an option at 2 cm or less with a mitotic index of 5 or less per 50 high-power fields. What to do with a GIST below 2 cm that was found by chance is controversial; at 2 cm or more they are typically removed.",
    because=[
        Quote("Endoscopic surveillance is an option", PDQ_2024, at="N010", strength="option"),
        Quote("tumors measuring 2 cm or smaller", PDQ_2024, at="N010"),
        Quote("index of 5 or less per 50 high-power", PDQ_2024, at="N010"),
        Quote("incidentally encountered GISTs measuring smaller than 2 cm remains controversial", PDQ_2024, at="N027"),
        Quote("All GISTs measuring 2 cm or larger are typically", PDQ_2024, at="N026", strength="typically"),
    ],
)
TWO_CENTIMETERS = Since(
    "two_centimeters",
    PDQ_2024,
    change=SAYS_OTHERWISE,
    topic="A tumor of exactly 2 cm",
    says="It falls in both: endoscopic surveillance is an option at 2 cm or less, and at 2 cm or more tumors are typically removed.",
    because=[
        Quote("Endoscopic surveillance is an option", PDQ_2024, at="N010", strength="option"),
        Quote("tumors measuring 2 cm or smaller", PDQ_2024, at="N010"),
        Quote("All GISTs measuring 2 cm or larger are typically", PDQ_2024, at="N026", strength="typically"),
    ],
)
RESECTABLE = Since(
    "resectable",
    PDQ_2024,
    change=ADDS,
    topic="Whether surgery comes first",
    says="Surgery is the primary treatment of primary GISTs with no evidence of metastasis and, if the risks are acceptable, of tumors that are technically resectable, such as those that do not call for removing a major organ. Imatinib first can be given for large or hard-to-reach tumors considered marginally resectable.",
    because=[
        Quote(
            "Surgical resection is the primary treatment modality",
            PDQ_2024,
            at="N008",
            strength="primary treatment modality",
        ),
        Quote("primary GISTs who do not have evidence of metastasis", PDQ_2024, at="N123"),
        Quote("GISTs that do not require a formal gastrectomy, pancreatectomy, or other", PDQ_2024, at="N009"),
        Quote("if the risks of morbidity are acceptable", PDQ_2024, at="N009"),
        Quote("therapy can be given", PDQ_2024, at="N017", strength="can"),
        Quote("large tumors or difficult-to-access GISTs", PDQ_2024, at="N017"),
        Quote("are considered marginally resectable", PDQ_2024, at="N017"),
    ],
)
MARGINS = Since(
    "margins",
    PDQ_2024,
    change=ADDS,
    topic="The goal of the operation",
    says="All that is seen is removed, with the pseudocapsule intact and clear margins under the microscope. A wide excision is not necessary.",
    because=[
        Quote("complete gross resection with an intact pseudocapsule", PDQ_2024, at="N011"),
        Quote("intact pseudocapsule and negative microscopic margins", PDQ_2024, at="N011"),
        Quote("wide excision is not necessary", PDQ_2024, at="N012"),
    ],
)
LYMPH_NODES = Since(
    "lymph_nodes",
    PDQ_2024,
    change=ADDS,
    topic="Lymph nodes",
    says="Removing them is typically unnecessary. It should be considered in SDH-deficient GIST with enlarged nodes; an extensive removal is not indicated unless nodes are clinically involved.",
    because=[
        Quote("Lymphadenectomy is typically unnecessary, given", PDQ_2024, at="N013", strength="typically"),
        Quote("lymphadenectomy should be considered in patients", PDQ_2024, at="N014", strength="should be considered"),
        Quote("pathologically enlarged lymph nodes", PDQ_2024, at="N014"),
        Quote(
            "not indicated unless there is clinically apparent nodal involvement",
            PDQ_2024,
            at="N031",
            strength="not indicated",
        ),
    ],
)
KEYHOLE = Since(
    "keyhole",
    PDQ_2024,
    change=ADDS,
    topic="Keyhole surgery",
    says="It is done more and more in place of open surgery, where the anatomy allows. Reports show fewer recurrences, shorter stays and lower morbidity. A gastric GIST may be removed by laparoscopic wedge resection where feasible.",
    because=[
        Quote("laparoscopic surgery is increasingly performed instead of laparotomy", PDQ_2024, at="N015"),
        Quote("lower rates of recurrence, shorter hospital stays", PDQ_2024, at="N016"),
        Quote("gastric GISTs may be removed by laparoscopic wedge resection", PDQ_2024, at="N030", strength="may"),
    ],
)
HOW_BIOPSY_IS_DONE = Since(
    "how_biopsy_is_done",
    PDQ_2024,
    change=ADDS,
    topic="How a biopsy is taken",
    says="A biopsy guided by endoscopic ultrasound is preferred to one through the skin, because the tumor may bleed or spread in the abdomen.",
    because=[
        Quote("biopsy is preferred to percutaneous biopsy", PDQ_2024, at="N001", strength="preferred"),
        Quote("tumor hemorrhage and peritoneal dissemination", PDQ_2024, at="N001"),
    ],
)
NO_BIOPSY = Since(
    "no_biopsy",
    PDQ_2024,
    change=SAYS_OTHERWISE,
    topic="Whether a biopsy comes before surgery",
    says="For localized, resectable GIST with classic imaging findings some surgeons go straight to surgery without a biopsy.",
    because=[
        Quote("localized resectable GISTs with classic imaging findings", PDQ_2024, at="N002"),
        Quote("some surgeons proceed directly to surgery without biopsy", PDQ_2024, at="N002"),
    ],
)
PROFILE_FIRST = Since(
    "profile_first",
    PDQ_2024,
    change=ADDS,
    topic="What to know before imatinib ahead of surgery",
    says="A biopsy and, potentially, molecular profiling should be considered before a TKI is given ahead of surgery.",
    because=[
        Quote("If a preoperative TKI is planned", PDQ_2024, at="N042"),
        Quote(
            "potentially, molecular profiling should be considered",
            PDQ_2024,
            at="N042",
            strength="should be considered",
        ),
    ],
)
DOSE_BEFORE_SURGERY = Since(
    "dose_before_surgery",
    PDQ_2024,
    change=ADDS,
    topic="The dose of imatinib before surgery",
    says="It starts at 400 mg per day in most patients. With a KIT exon 9 variant, 800 mg per day may be offered, by data in advanced disease.",
    because=[
        Quote("from the advanced setting", PDQ_2024, at="N047"),
        Quote("neoadjuvant imatinib is initiated at 400 mg per day", PDQ_2024, at="N046"),
        Quote("may be offered a higher dose (800 mg per day)", PDQ_2024, at="N047", strength="may"),
        Quote("exon 9–variant GISTs may be offered", PDQ_2024, at="N047", strength="may"),
    ],
)
NOT_BEFORE_SURGERY = Since(
    "not_before_surgery",
    PDQ_2024,
    change=SAYS_OTHERWISE,
    topic="For whom imatinib before surgery is not used",
    says="It is not used with a PDGFRA D842V variant; avapritinib has not been tested there. Wild-type tumors (SDH-deficient or NF1-related) would not benefit and should go directly to surgery, if feasible.",
    because=[
        Quote("Neoadjuvant imatinib is not used for patients with GISTs", PDQ_2024, at="N043"),
        Quote("patients with GISTs harboring a PDGFRA D842V", PDQ_2024, at="N043"),
        Quote("avapritinib has not been tested or validated", PDQ_2024, at="N044"),
        Quote("would not benefit from neoadjuvant therapy", PDQ_2024, at="N045"),
        Quote("should proceed directly to surgery, if feasible", PDQ_2024, at="N045", strength="should"),
    ],
)
HOW_LONG_BEFORE_SURGERY = Since(
    "how_long_before_surgery",
    PDQ_2024,
    change=ADDS,
    topic="How long imatinib goes on before surgery",
    says="Until surgery is feasible, which can take as long as 6 to 12 months. The optimal duration is unknown and should be individualized. Imaging by CT or PET-CT follows at close intervals.",
    because=[
        Quote("until surgical therapy is feasible, which can take as long", PDQ_2024, at="N041"),
        Quote("as long as 6 to 12 months", PDQ_2024, at="N041"),
        Quote(
            "duration of neoadjuvant treatment is unknown and should be individualized",
            PDQ_2024,
            at="N049",
            strength="should be individualized",
        ),
        Quote("emission tomography (PET)-CT, is performed at close intervals", PDQ_2024, at="N048"),
    ],
)
THREE_YEARS_IN_ALL = Since(
    "three_years_in_all",
    PDQ_2024,
    change=ADDS,
    topic="Imatinib after surgery that came after imatinib",
    says="After a TKI before surgery the risk can no longer be graded. Therefore imatinib should go on after surgery, for at least 3 total years.",
    because=[
        Quote("precludes the ability to risk stratify", PDQ_2024, at="N118"),
        Quote("patients should continue imatinib after surgery", PDQ_2024, at="N050", strength="should"),
        Quote("for at least 3 total years", PDQ_2024, at="N050"),
    ],
)
THREE_AGAINST_ONE = Since(
    "three_against_one",
    PDQ_2024,
    change=ADDS,
    topic="Three years of imatinib after surgery against one, and longer treatment",
    says="That at least 3 years is generally used in practice goes by a trial in high-risk tumors: after a median follow-up of 54 months, survival without recurrence was 65.6% with 3 years and 47.9% with 1 year; survival at 5 years was 92% and 81.7%; events of grade 3 or 4 came in 32.8% and 20.1%. The recommended length remains unknown. Patients at higher risk have been given it with no planned end, without direct evidence from trials; there is some phase II evidence, not fully conclusive, for 5 years or more.",
    because=[
        Quote("at least 3 years of therapy is generally used", PDQ_2024, at="N034", strength="generally"),
        Quote("SSG XVIII study results", PDQ_2024, at="N034"),
        Quote("fully resected, high-risk GISTs", PDQ_2024, at="N114"),
        Quote("RFS rate was 65.6% in the 3-year arm and 47.9%", PDQ_2024, at="N115"),
        Quote("median follow-up of 54 months", PDQ_2024, at="N115"),
        Quote("OS rate was 92% in the 3-year arm and 81.7%", PDQ_2024, at="N116"),
        Quote("grade 3 or 4 events occurred in 32.8% of patients", PDQ_2024, at="N117"),
        Quote("and 20.1% of patients in the 1-year arm", PDQ_2024, at="N117"),
        Quote("recommended length of adjuvant treatment remains unknown", PDQ_2024, at="N033"),
        Quote("higher-risk patients being given imatinib indefinitely", PDQ_2024, at="N035"),
        Quote("there is no direct trial evidence", PDQ_2024, at="N035"),
        Quote("Although not fully conclusive", PDQ_2024, at="N040"),
        Quote("some phase II evidence", PDQ_2024, at="N040"),
        Quote("for 5 years or more", PDQ_2024, at="N040"),
    ],
)
LENGTH_OF_ADJUVANT = Since(
    "length_of_adjuvant",
    PDQ_2024,
    change=SAYS_OTHERWISE,
    topic="How long imatinib goes on after surgery",
    says="The recommended length remains unknown; at least 3 years is generally used in practice.",
    because=[
        Quote("recommended length of adjuvant treatment remains unknown", PDQ_2024, at="N033"),
        Quote("at least 3 years of therapy is generally used", PDQ_2024, at="N034", strength="generally"),
    ],
)
FOR_WHOM_ADJUVANT = Since(
    "for_whom_adjuvant",
    PDQ_2024,
    change=ADDS,
    topic="For whom imatinib follows surgery",
    says="Treatment with a TKI is called indicated after surgery at a high risk of coming back. One trial of imatinib after surgery took in patients at an intermediate or high risk. That it is wrong at an intermediate risk is not said.",
    because=[
        Quote(
            "indicated as adjuvant therapy for patients with GISTs at high risk",
            PDQ_2024,
            at="N112",
            strength="indicated",
        ),
        Quote("at intermediate or high risk of recurrence", PDQ_2024, at="N113"),
    ],
)
RISK_AND_RUPTURE = Since(
    "risk_and_rupture",
    PDQ_2024,
    change=ADDS,
    topic="What makes the risk of coming back high",
    says="Trials support imatinib after complete removal at a high risk, which goes by size, location, mitotic index (mitoses per 50 high-power fields) and rupture of the tumor. Rupture markedly worsens survival without recurrence. Two tables, one for tumors of the stomach and one for others, have the rate of metastasis and the risk of progressive disease by size and mitotic index; they are not repeated here.",
    because=[
        Quote("Risk Assessment of Gastric GISTs by Tumor", PDQ_2024, at="N111"),
        Quote("Risk Assessment of Nongastric GISTs by Tumor", PDQ_2024, at="N122"),
        Quote("support the use of postoperative adjuvant imatinib", PDQ_2024, at="N032"),
        Quote("who have a high risk of recurrence", PDQ_2024, at="N032"),
        Quote("based on tumor size, tumor location, mitotic index", PDQ_2024, at="N032"),
        Quote("mitotic index, and presence of tumor rupture", PDQ_2024, at="N032"),
        Quote("mitotic index (mitoses per 50 high-power fields), tumor size", PDQ_2024, at="N003"),
        Quote("tumor rupture markedly worsens recurrence-free survival", PDQ_2024, at="N004"),
    ],
)
ADJUVANT_GENOTYPE = Since(
    "adjuvant_genotype",
    PDQ_2024,
    change=SAYS_OTHERWISE,
    topic="Genotype and dose of imatinib after surgery",
    says="Genotyping is recommended. Most patients start at 400 mg per day; with a KIT exon 9 variant 800 mg per day may be of benefit, by data in metastatic disease. Wild-type and PDGFRA D842V tumors are unlikely to benefit from adjuvant imatinib.",
    because=[
        Quote(
            "Molecular genotyping of patients with GISTs is recommended", PDQ_2024, at="N037", strength="recommended"
        ),
        Quote("initiate imatinib therapy at a dosage of 400 mg", PDQ_2024, at="N036"),
        Quote("dosage of 400 mg per day", PDQ_2024, at="N036"),
        Quote("KIT exon 9 variant may benefit from higher-dose imatinib", PDQ_2024, at="N038", strength="may"),
        Quote("higher-dose imatinib (800 mg per day)", PDQ_2024, at="N038"),
        Quote("in the metastatic setting", PDQ_2024, at="N038"),
        Quote("unlikely to benefit from adjuvant imatinib therapy", PDQ_2024, at="N039", strength="unlikely"),
        Quote("PDGFRA D842V-variant GISTs are unlikely", PDQ_2024, at="N039", strength="unlikely"),
    ],
)
POSITIVE_MARGINS = Since(
    "positive_margins",
    PDQ_2024,
    change=ADDS,
    topic="Tumor at the margin, seen under the microscope only",
    says="When all that was seen has been removed and a margin is positive under the microscope, there is no evidence for another operation. Watchful waiting and adjuvant imatinib may be appropriate.",
    because=[
        Quote("There is no evidence for re-excision in patients", PDQ_2024, at="N028"),
        Quote("all macroscopic disease but microscopically positive margins", PDQ_2024, at="N028"),
        Quote("Watchful waiting and adjuvant imatinib therapy may be appropriate", PDQ_2024, at="N029", strength="may"),
    ],
)
IMAGING_AFTER_SURGERY = Since(
    "imaging_after_surgery",
    PDQ_2024,
    change=ADDS,
    topic="Imaging after surgery of localized disease",
    says="Abdomen and pelvis may be imaged every 3 to 6 months; very low-risk tumors may not need it this often.",
    because=[
        Quote("may be performed every 3 to 6 months", PDQ_2024, at="N006", strength="may"),
        Quote("very low-risk lesions may not need", PDQ_2024, at="N006", strength="may"),
    ],
)
NO_ROLE_OF_CHEMOTHERAPY = Since(
    "no_role_of_chemotherapy",
    PDQ_2024,
    change=SAYS_OTHERWISE,
    topic="Chemotherapy",
    says="Standard chemotherapy has no role in the primary therapy: on this there is universal agreement.",
    because=[
        Quote("universal agreement that standard chemotherapy has no role", PDQ_2024, at="N020", strength="no role"),
        Quote("no role in the primary therapy", PDQ_2024, at="N020", strength="no role"),
    ],
)
RADIATION_RARELY = Since(
    "radiation_rarely",
    PDQ_2024,
    change=SAYS_OTHERWISE,
    topic="Radiation",
    says="It rarely has a role. It may occasionally be used for painful metastases, or for tumors that bleed and cannot be removed.",
    because=[
        Quote("Radiation therapy rarely has a role", PDQ_2024, at="N024", strength="rarely"),
        Quote("may occasionally be used for palliation", PDQ_2024, at="N025", strength="may occasionally"),
        Quote("with unresectable bleeding tumors", PDQ_2024, at="N025"),
    ],
)
DIAGNOSTICS = Since(
    "diagnostics",
    PDQ_2024,
    change=ADDS,
    topic="What is done to make the diagnosis",
    says="To make the diagnosis, standard ways may include CT, MRI, PET and endoscopy. That they tell how far it has spread is not said there.",
    because=[
        Quote(
            "Standard diagnostic interventions may include: Computed tomography", PDQ_2024, at="N110", strength="may"
        ),
        Quote("(MRI). Positron emission tomography (PET)", PDQ_2024, at="N110"),
    ],
)
WHO_WORKS_TOGETHER = Since(
    "who_works_together",
    PDQ_2024,
    change=ADDS,
    topic="Who works together",
    says="Pathologists, medical oncologists, surgeons and imaging experts work closely together.",
    because=Quote(
        "close collaboration between pathologists, medical oncologists, surgeons, and imaging experts",
        PDQ_2024,
        at="N007",
    ),
)
