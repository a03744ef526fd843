"""The trials that PDQ of 2014 prints, with its figures and its levels of evidence."""

from trees.core import Arm, Finding, Group, HazardRatio, Level, LevelScale, Medians, Oddity, Percentages, Quote, Trial
from trees.sources.pdq_2014 import PDQ_2014

PDQ_LEVELS = LevelScale("pdq_levels_2014", name="levels of evidence as PDQ printed them in 2014")

CLB_80004 = Trial(
    "clb_80004",
    name="CLB-80004",
    design="Phase III randomized trial",
    patients=746,
    of="patients with advanced incurable GIST, on 800 mg or 400 mg of imatinib daily as primary systemic therapy",
    because=[
        Quote("randomized trial involving 746 patients with advanced incurable GIST", PDQ_2014, at="P07"),
        Quote("higher dose treatment with 800 mg imatinib daily", PDQ_2014, at="P07"),
    ],
    figures=[
        Finding(
            "800 mg daily showed no advantage over lower-dose treatment with 400 mg daily",
            because=[
                Quote("higher dose treatment with 800 mg imatinib daily", PDQ_2014, at="P07"),
                Quote("did not show any advantage over lower-dose", PDQ_2014, at="P07", strength="did not show any"),
                Quote("lower-dose treatment with 400 mg imatinib daily", PDQ_2014, at="P07"),
            ],
        ),
        Finding(
            "No statistically significant difference in objective response rate, PFS or overall survival; no figures are printed",
            because=[Quote("no statistically significant differences in objective response rates", PDQ_2014, at="P07")],
        ),
    ],
    level=Level(
        ["1iiA", "1iiDiii", "1iiDiv"],
        scale=PDQ_LEVELS,
        because=Quote("Levels of evidence: 1iiA; 1iiDiii; and 1iiDiv", PDQ_2014, at="P07"),
    ),
    notes=["The source reports no dose between the two."],
)

EORTC_62005 = Trial(
    "eortc_62005",
    name="EORTC-62005",
    design="Randomized trial examining dose selection (the source prints “phase II”)",
    patients=946,
    of="patients with advanced GIST; samples of 377 of them, taken before treatment, were analyzed for KIT gene mutations",
    because=[
        Quote("examining dose selection in 946 patients with advanced GIST", PDQ_2014, at="P08"),
        Quote("377 patients were analyzed for KIT gene mutations", PDQ_2014, at="P08"),
    ],
    figures=[
        Finding(
            "With a KIT exon 9 mutation, PFS was superior on 800 mg daily against 400 mg daily",
            p="= .0013",
            because=[
                Quote("expressed an exon 9 KIT mutation", PDQ_2014, at="P08"),
                Quote("daily dose of 800 mg of imatinib (vs. 400 mg)", PDQ_2014, at="P08"),
                Quote("significantly superior PFS (P = .0013)", PDQ_2014, at="P08"),
            ],
        ),
        Finding(
            "With a KIT exon 9 mutation, relative risk reduced by 61% with 800 mg daily; of what, the source does not say",
            because=[
                Quote("expressed an exon 9 KIT mutation", PDQ_2014, at="P08"),
                Quote("relative risk of 61%", PDQ_2014, at="P08"),
                Quote("daily dose of 800 mg of imatinib (vs. 400 mg)", PDQ_2014, at="P08"),
            ],
        ),
    ],
    level=Level(["1iiDiii"], scale=PDQ_LEVELS, because=Quote("Level of evidence: 1iiDiii", PDQ_2014, at="P08")),
    notes=["The source does not print how many of the analyzed tumors had the mutation."],
    oddities=[
        Oddity(
            "The source calls this randomized trial of 946 patients a phase II trial. Shown as printed, not mended.",
            because=Quote("phase II randomized trial examining dose selection in 946 patients", PDQ_2014, at="P08"),
        ),
        Oddity(
            "The source prints the registry number NCT00685828I, with a letter at its end. Shown as printed, not mended.",
            because=Quote("GIST (EORTC-62005 [NCT00685828I]), pretreatment samples", PDQ_2014, at="P08"),
        ),
    ],
)

SUNITINIB_PLACEBO = Trial(
    "sunitinib_placebo",
    name="Sunitinib against placebo",
    design="Randomized controlled trial",
    patients=312,
    of="patients with imatinib-resistant GIST",
    because=[Quote("trial involving 312 patients with imatinib-resistant GIST", PDQ_2014, at="P14")],
    figures=[
        Medians(
            "Median time to tumor progression, by radiologic assessment",
            unit="weeks",
            confidence=95,
            arms=[Arm("Sunitinib", 27.3, low=16.0, high=32.1), Arm("Placebo", 6.4, low=4.4, high=10.0)],
            because=[
                Quote("sunitinib (27.3 weeks, 95% CI 16.0–32.1)", PDQ_2014, at="P14"),
                Quote("placebo treatment (6.4 weeks, 95% confidence interval (CI), 4.4–10.0", PDQ_2014, at="P14"),
                Quote("on the basis of radiologic assessment", PDQ_2014, at="P14"),
            ],
        ),
        HazardRatio(
            "Tumor progression, sunitinib against placebo",
            0.33,
            low=0.23,
            high=0.47,
            p="< .0001",
            because=[Quote("HR) = 0.33; 95% CI, 0.23–0.47; P < .0001", PDQ_2014, at="P14")],
        ),
        HazardRatio(
            "Death, sunitinib against placebo",
            0.49,
            low=0.29,
            high=0.83,
            because=[Quote("HR for death = 0.49; 95% CI, 0.29–0.83", PDQ_2014, at="P15")],
        ),
    ],
    level=Level(["1iA"], scale=PDQ_LEVELS, because=Quote("Level of evidence: 1iA", PDQ_2014, at="P15")),
    notes=[
        "The source does not name this trial, and does not say here which dose of sunitinib it used.",
        "It prints the level after the sentence on overall survival.",
    ],
)

SURGERY_ON_TKI = Trial(
    "surgery_on_tki",
    name="Surgery while on a kinase inhibitor",
    design="Retrospective study of consecutive patients",
    patients=69,
    of="patients who had surgery for unresectable primary or metastatic GIST while receiving kinase inhibitors",
    because=[
        Quote("retrospective study involving 69 consecutive patients", PDQ_2014, at="P21"),
        Quote("unresectable primary or metastatic GIST", PDQ_2014, at="P21"),
    ],
    figures=[
        Finding(
            "Prolonged survival after debulking with stable disease or limited progression",
            because=[Quote("prolonged survival after debulking procedures", PDQ_2014, at="P21")],
        ),
        Percentages(
            "No evidence of disease after surgery",
            groups=[Group("Stable disease", 78), Group("Limited progression", 25), Group("Generalized progression", 7)],
            because=[Quote("no evidence of disease was found in 78%, 25%, and 7%", PDQ_2014, at="P22")],
        ),
        Percentages(
            "PFS at 12 months",
            groups=[Group("Stable disease", 80), Group("Limited progression", 33), Group("Generalized progression", 0)],
            because=[Quote("the 12-month PFS was 80%, 33%, and 0%", PDQ_2014, at="P22")],
        ),
        Percentages(
            "Overall survival at 12 months",
            groups=[Group("Stable disease", 95), Group("Limited progression", 86), Group("Generalized progression", 0)],
            because=[Quote("the 12-month OS was 95%, 86%, and 0%", PDQ_2014, at="P22")],
        ),
    ],
    level=Level(
        ["3iiDii", "3iiA"], scale=PDQ_LEVELS, because=Quote("Levels of evidence: 3iiDii and 3iiA", PDQ_2014, at="P22")
    ),
    notes=[
        "The source does not name this study. Its authors conclude on generalized progression; see the trees.",
        "The patients had unresectable primary or metastatic GIST; the section that reports them is on metastatic or recurrent GIST.",
        "How many patients were in each of the three groups is not printed.",
        "Against what survival was prolonged, the source does not say.",
    ],
)
