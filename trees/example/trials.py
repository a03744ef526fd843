"""The invented trial, with every kind of figure."""

from trees.core import Arm, Finding, Group, HazardRatio, Level, LevelScale, Medians, Oddity, Percentages, Quote, Trial
from trees.sources.example_2020 import EXAMPLE_2020

INVENTED_LEVELS = LevelScale("invented_levels", name="invented levels X1 to X3")

HERON = Trial(
    "heron",
    name="HERON",
    design="Open trial",
    patients=120,
    of="adults with painful nodules",
    because=[Quote("HERON trial, 120 adults with painful nodules", EXAMPLE_2020, at="E12")],
    figures=[
        Percentages(
            "Nodules that shrank",
            groups=[Group("Velurin", 64), Group("Placebo", 20)],
            because=[Quote("in 64% with velurin and in 20% with placebo", EXAMPLE_2020, at="E12")],
        ),
        Finding(
            "The difference is unlikely to be chance",
            p="= .002",
            because=[Quote("20% with placebo (P = .002)", EXAMPLE_2020, at="E12")],
        ),
        Medians(
            "Median time to return",
            unit="weeks",
            confidence=95,
            arms=[Arm("Velurin", 30, low=21.5, high=44), Arm("Placebo", 11, low=8, high=15)],
            because=[
                Quote("30 weeks with velurin (95% CI, 21.5–44)", EXAMPLE_2020, at="E13"),
                Quote("11 weeks with placebo (95% CI, 8–15)", EXAMPLE_2020, at="E13"),
            ],
        ),
        HazardRatio(
            "Return of the nodule, velurin against placebo",
            0.40,
            low=0.25,
            high=0.64,
            because=[Quote("ratio was 0.40 (95% CI, 0.25–0.64)", EXAMPLE_2020, at="E13")],
        ),
    ],
    level=Level(["X2"], scale=INVENTED_LEVELS, because=Quote("Level of evidence: X2", EXAMPLE_2020, at="E13")),
    oddities=[
        Oddity(
            "The source says that the title of this open trial calls it double-blind.",
            because=Quote("call their open trial double-blind", EXAMPLE_2020, at="E14"),
        )
    ],
)
