"""The text forms together: each is offered once, written for every tree, and the same bytes wherever it is made."""

import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT
from helpers.materials import NAMES, ODD_NAMES, REAL, WHERE, material

from macros.downloads.forms import FORMS, address
from macros.finishing import downloads
from macros.uses import Uses
from trees.core.nodes import OUTCOMES

TEXT = {".md", ".csv", ".json", ".gv", ".mmd"}
MADE = {form.suffix: form.make for form in FORMS if form.suffix in TEXT}
MAKE_ANEW = """
import hashlib, json
from helpers.materials import NAMES, material
from macros.downloads.forms import FORMS

made = {f"{name}{form.suffix}": hashlib.sha256(form.make(material(name))).hexdigest()
        for name in NAMES if name.startswith("example/")
        for form in FORMS if form.suffix in SUFFIXES}
print(json.dumps(made))
"""


def test_every_text_form_is_offered_once_and_says_what_it_is_good_for() -> None:
    assert set(MADE) == TEXT
    assert len({form.suffix for form in FORMS}) == len(FORMS)
    for form in FORMS:
        assert form.says.endswith(".")
        assert len(form.says) < 90


def test_every_file_stands_where_its_address_says(tmp_path: Path) -> None:
    example = [name for name in NAMES if name.startswith("example/")]
    few = replace(REAL, collections={"example": REAL.collections["example"]})
    downloads.write(tmp_path, Uses(few), WHERE, ROOT / "docs")
    for name in example:
        for suffix, make in MADE.items():
            assert (tmp_path / address(name, suffix)).read_bytes() == make(material(name))


def test_another_process_with_another_seed_and_another_day_makes_the_same_bytes() -> None:
    env = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONUTF8": "0"}
    env["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    code = MAKE_ANEW.replace("SUFFIXES", repr(sorted(TEXT)))
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, cwd="/", check=False)
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout)
    assert made == {
        f"{name}{suffix}": hashlib.sha256(make(material(name))).hexdigest()
        for name in NAMES
        if name.startswith("example/")
        for suffix, make in MADE.items()
    }


def shown(made: bytes) -> str:
    """Return the text of a file without the marks of its form."""
    text = re.sub(r"#(\d+);", lambda mark: chr(int(mark[1])), made.decode("utf-8"))
    text = text.replace("<br/>", " ").replace("\\l", " ").replace('""', '"').replace('\\"', '"')
    return " ".join(re.sub(r"\\([_*`\[\]<>#])", r"\1", text).replace("`", "").split())


@pytest.mark.parametrize("suffix", sorted(TEXT))
@pytest.mark.parametrize("name", [*NAMES, *ODD_NAMES])
def test_every_file_carries_its_attribution_and_every_note_of_its_tree(name: str, suffix: str) -> None:
    of = material(name)
    text = shown(MADE[suffix](of))
    known = of.attribution
    for says in (known.address, known.version, known.sha256, known.day, known.review, known.author, *known.warnings()):
        assert says in text
    assert "CC BY 4.0" in text
    for each in (*known.sources, *known.collection.newer):
        assert each.date in text
    for node in of.tree.nodes:
        if isinstance(node, OUTCOMES):
            assert [note.id for note in node.since if " ".join(note.says.split()) not in text] == []


@pytest.mark.parametrize("suffix", sorted(TEXT))
def test_no_file_names_the_machine_it_was_made_on(suffix: str) -> None:
    for name in ("example/tarn_nodule", *ODD_NAMES):
        text = MADE[suffix](material(name)).decode("utf-8")
        assert str(ROOT) not in text
        assert not re.search(r"/(?:home|root|tmp)/", text)
