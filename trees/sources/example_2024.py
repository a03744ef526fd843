"""An invented guideline that is newer than the invented trees. Its text stands in `trees/example/newer.txt`."""

from trees.core import ACTION, SAFETY, Register, Source, Statement

EXAMPLE_2024 = Source(
    "example_2024",
    short="Invented 2024",
    title="Invented guideline on Tarn nodules, second edition",
    publisher="Nobody: the text was made up",
    date="2024-03-31",
    readers="Those who test this site or learn to write a tree",
    address="https://example.org/tarn-nodules-2",
    rights="Made up for this project; CC BY 4.0 like the rest of its content.",
)

register = Register(
    EXAMPLE_2024,
    whole=False,
    statements=[
        Statement(
            "F01",
            kind=ACTION,
            at="paragraph 2, sentence 1",
            gist="Pain calls for velurin at 75 mg a day, and for more later.",
            line=5,
            begins="Painful nodules",
            ends="needed and tolerated",
            strengths=["should"],
        ),
        Statement(
            "F02",
            kind=SAFETY,
            at="paragraph 3",
            gist="Osmatil may raise the blood pressure, which is measured monthly.",
            line=7,
            begins="Patients on osmatil",
            ends="year of treatment",
            strengths=["may"],
        ),
    ],
)
