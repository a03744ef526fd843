"""`python -m trees walk` on a terminal: it asks, refuses, asks again, and ends when it is told to."""

import sys
from pathlib import Path

import pytest
from helpers.commands import Terminal, copy_of_the_invented, replace

needs_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="there is no pty on Windows")


@needs_a_terminal
def test_on_a_terminal_walk_asks_refuses_a_wrong_answer_and_goes_on_to_the_outcome() -> None:
    terminal = Terminal("walk", "example/tarn_nodule")
    assert "Does the nodule hurt?" in terminal.until("\npain=")
    terminal.types("perhaps")
    refused = terminal.until("\npain=")
    assert "'pain' has no answer 'perhaps'. Offered: 'yes', 'no', 'unknown'." in refused
    assert "\n  pain=yes  Yes\n  pain=no  No\n  pain=unknown  Not known\n" in refused
    # What stands above is not printed again.
    assert "Does the nodule hurt?" not in refused
    terminal.types("pain=no")
    assert "How large is the nodule?" in terminal.until("\nnodule_size=")
    terminal.types("51")
    assert "51 makes no sense for 'nodule_size'." in terminal.until("\nnodule_size=")
    terminal.types("1.9")
    code, shown = terminal.ends()

    assert code == 0
    assert "Action: watching: The nodule may be watched with ultrasound every 6 months" in shown
    assert "Traceback" not in terminal.seen


def asks(question: str, yes: str, of: str = "two") -> str:
    """The text of a question: 'yes' leads on, everything else to what is left open."""
    return f'''        Question(
            "{question}", asks="{question}?", means="m", lasts=CURRENT,
            answers=[
                Answer("yes", "Yes", to={yes}, because=OUR_QUESTION),
                Answer("no", "No", to="left_{of}_{question}", because=OUR_QUESTION),
                Answer("unknown", "Not known", to="left_{of}_{question}", because=OUR_QUESTION),
            ],
        ),
        LeftOpen("left_{of}_{question}", leaves_open="After {question}", says="s", would_decide="w", because=QUOTE),
'''


def tree(name: str, *nodes: str) -> str:
    return f'''from trees.core import CURRENT, OUR_QUESTION, Answer, LeftOpen, OtherTree, Question, Quote, Tree
from trees.sources.example_2020 import EXAMPLE_2020

QUOTE = Quote("Painful nodules of any size", EXAMPLE_2020, at="E04")
tree = Tree("{name}", title="{name}", purpose="p", readers="r", applies_to="a", because=QUOTE, nodes=[
{"".join(nodes)}])
'''


@needs_a_terminal
def test_on_a_terminal_what_is_known_is_not_asked_again_in_the_next_tree(tmp_path: Path) -> None:
    copy = copy_of_the_invented(tmp_path)
    (copy / "example" / "one.py").write_text(tree("one", asks("p", 'OtherTree("two")', of="one")), encoding="utf-8")
    in_two = (asks("q", '"p"'), asks("p", '"r"'), asks("r", '"s"'), asks("s", '"left_two_p"'))
    (copy / "example" / "two.py").write_text(tree("two", *in_two), encoding="utf-8")
    replace(copy / "example" / "collection.py", "order=[", 'order=["one", "two", ')
    terminal = Terminal("--folder", copy, "walk", "example/one")
    for question in ("p", "q", "r", "s"):
        terminal.until(f"\n{question}=")
        terminal.types("yes")
    code, shown = terminal.ends()

    assert code == 0
    assert "Left open: After p" in shown
    assert terminal.seen.count("Question: p?") == 1


@needs_a_terminal
@pytest.mark.parametrize("key", [b"\n", b"\x04"], ids=["an empty line", "the end of the input"])
def test_on_a_terminal_walk_stops_at_an_empty_line_and_at_the_end_of_the_input(key: bytes) -> None:
    terminal = Terminal("walk", "example/tarn_nodule")
    terminal.until("\npain=")
    terminal.presses(key)
    ended, shown = terminal.ends()

    assert ended == 0
    assert "Traceback" not in shown


@needs_a_terminal
def test_on_a_terminal_walk_stops_when_it_is_interrupted() -> None:
    terminal = Terminal("walk", "example/tarn_nodule")
    terminal.until("\npain=")
    terminal.interrupts()
    ended, shown = terminal.ends()

    assert ended == 130
    assert "Traceback" not in shown
