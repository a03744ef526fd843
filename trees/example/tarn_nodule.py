"""An invented tree: from a nodule to watching it, or to a first drug."""

from trees.core import (
    BIOPSY,
    CURRENT,
    FIXED,
    OUR_QUESTION,
    WATCHING,
    Action,
    Answer,
    Band,
    DailyDose,
    Event,
    LeftOpen,
    Measure,
    NoCriterion,
    Onward,
    OtherTree,
    Question,
    Quote,
    Treatment,
    Tree,
)
from trees.example.differences import DOSE_FOR_THE_VARIANT
from trees.example.drugs import VELURIN
from trees.example.since import DOSE_FOR_PAIN
from trees.example.trials import HERON
from trees.sources.example_2020 import EXAMPLE_2020

tree = Tree(
    "tarn_nodule",
    title="A new Tarn nodule",
    purpose="Whether a nodule is watched or treated.",
    readers="Testers and authors",
    applies_to="Patients with Tarn nodules",
    because=Quote("Tarn nodules smaller than 2 cm", EXAMPLE_2020, at="E03"),
    nodes=[
        Question(
            "pain",
            asks="Does the nodule hurt?",
            means=NoCriterion(["painful"]),
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes", "Yes", to="biopsy_done", because=Quote("Painful nodules of any size", EXAMPLE_2020, at="E04")
                ),
                Answer(
                    "no",
                    "No",
                    to="nodule_size",
                    because=Quote("2 cm without pain may be watched", EXAMPLE_2020, at="E03"),
                ),
                Answer("unknown", "Not known", to="pain_not_known", because=OUR_QUESTION),
            ],
        ),
        Measure(
            "nodule_size",
            asks="How large is the nodule?",
            means="The largest diameter.",
            lasts=CURRENT,
            unit="cm",
            lowest=0.1,
            highest=50,
            step=0.1,
            bands=[
                Band(
                    "below_2",
                    "Less than 2 cm",
                    below=2,
                    to="watch",
                    because=Quote("nodules smaller than 2 cm without pain", EXAMPLE_2020, at="E03"),
                ),
                Band("from_2_to_5", "2 cm to 5 cm", at_least=2, at_most=5, to="middle_size", because=OUR_QUESTION),
                Band(
                    "above_5",
                    "More than 5 cm",
                    above=5,
                    to="biopsy_done",
                    because=Quote("nodules larger than 5 cm", EXAMPLE_2020, at="E04"),
                ),
            ],
            unknown=Answer("unknown", "Not measured", to="size_not_known", because=OUR_QUESTION),
        ),
        Question(
            "biopsy_done",
            asks="Has a biopsy been taken?",
            means="Tissue of the nodule has been looked at.",
            lasts=CURRENT,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="quill_variant",
                    because=Quote("a biopsy of the nodule is advised", EXAMPLE_2020, at="E05"),
                ),
                Answer(
                    "no",
                    "No",
                    to="biopsy_first",
                    because=Quote("Before any drug is started, a biopsy", EXAMPLE_2020, at="E05"),
                ),
                Answer("unknown", "Not known", to="biopsy_first", because=OUR_QUESTION),
            ],
        ),
        Question(
            "quill_variant",
            asks="Is it the quill variant?",
            means="The source does not say how the variant is found.",
            lasts=FIXED,
            answers=[
                Answer(
                    "yes",
                    "Yes",
                    to="velurin_400",
                    because=Quote("patients with the quill variant", EXAMPLE_2020, at="E06"),
                ),
                Answer(
                    "no",
                    "No",
                    to="velurin_100",
                    because=Quote("patients with the quill variant", EXAMPLE_2020, at="E06"),
                ),
                Answer("unknown", "Not tested", to="velurin_100", because=OUR_QUESTION),
            ],
        ),
        Action(
            "watch",
            kind=WATCHING,
            says="The nodule may be watched with ultrasound every 6 months",
            because=[
                Quote("2 cm without pain may be watched", EXAMPLE_2020, at="E03", strength="may"),
                Quote("watched with an ultrasound scan every 6 months", EXAMPLE_2020, at="E03"),
            ],
            then=[Event("pain", "It begins to hurt, or grows", to="pain")],
        ),
        LeftOpen(
            "middle_size",
            leaves_open="What to do with a painless nodule of 2 cm to 5 cm",
            says="Below 2 cm it may be watched; above 5 cm it is treated.",
            would_decide="A statement on this size, which the source does not make.",
            because=[
                Quote("Tarn nodules smaller than 2 cm", EXAMPLE_2020, at="E03"),
                Quote("nodules larger than 5 cm", EXAMPLE_2020, at="E04"),
            ],
        ),
        LeftOpen(
            "size_not_known",
            leaves_open="What to do with a painless nodule that has not been measured",
            says="The source goes by size.",
            would_decide="The largest diameter.",
            because=Quote("Tarn nodules smaller than 2 cm", EXAMPLE_2020, at="E03"),
        ),
        LeftOpen(
            "pain_not_known",
            leaves_open="Whether to watch or to treat while it is not known if it hurts",
            says="The source goes by pain and size.",
            would_decide="Whether the nodule hurts.",
            because=Quote("Painful nodules of any size", EXAMPLE_2020, at="E04"),
        ),
        Action(
            "biopsy_first",
            kind=BIOPSY,
            says="A biopsy is advised before any drug",
            because=Quote("Before any drug is started, a biopsy", EXAMPLE_2020, at="E05"),
            then=[Event("result", "The result is there", to="biopsy_done")],
        ),
        Treatment(
            "velurin_100",
            drug=VELURIN,
            dose=DailyDose(mg=100),
            because=Quote("treated with velurin at 100 mg daily", EXAMPLE_2020, at="E04"),
            evidence=[HERON],
            since=[DOSE_FOR_PAIN],
            then=[
                Event("failure", "It does not help", to=OtherTree("after_velurin")),
                Onward("safety", "What to watch on velurin", to=OtherTree("on_velurin")),
            ],
        ),
        Treatment(
            "velurin_400",
            drug=VELURIN,
            dose=DailyDose(mg=400, split=True, printed="200 mg twice daily"),
            duration="at least 12 weeks",
            because=[
                Quote("velurin may be started at 200 mg twice daily", EXAMPLE_2020, at="E06", strength="may"),
                Quote("continued for at least 12 weeks", EXAMPLE_2020, at="E06"),
            ],
            differs=[DOSE_FOR_THE_VARIANT],
            then=[
                Event("failure", "It does not help", to=OtherTree("after_velurin")),
                Onward("safety", "What to watch on velurin", to=OtherTree("on_velurin")),
            ],
        ),
    ],
)
