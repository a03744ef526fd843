"""The files that other people's engines execute, as the site offers them: what they carry, and when there are none."""

import json
from dataclasses import replace
from functools import cache
from html import unescape

import pytest
from conftest import ROOT
from helpers.materials import NAMES, ODD_NAMES, WHERE, material

from macros.attribution import Attribution
from macros.downloads import formats
from macros.downloads.forms import FORMS, TO_RUN, TO_SHOW, offered
from macros.finishing import downloads
from macros.use_this import TOO_LARGE, use_this
from macros.uses import Uses
from trees.formats.forms import FORMATS
from trees.formats.reading import Reading

SUFFIXES = [".dmn", ".sql", ".told.sql", ".nested.sql", ".fhir.json", ".pmml"]
EXAMPLE = "example/tarn_nodule"


@cache
def made(name: str, suffix: str) -> bytes:
    """Return a file of a tree as the site offers it; it is made once."""
    (form,) = [form for form in TO_RUN if form.suffix == suffix]
    return form.make(material(name))


def words(made: bytes) -> str:
    """Return the text of a file, with what its form has escaped as it reads."""
    text = "\n".join(strings(json.loads(made))) if made.startswith(b"{") else made.decode("utf-8")
    return " ".join(unescape(text).replace("''", "'").replace("\n-- ", " ").split())


def strings(data: object) -> list[str]:
    """Return every text within some data."""
    if isinstance(data, str):
        return [data]
    within = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [text for each in within for text in strings(each)]


def test_every_format_is_offered_behind_the_forms_that_are_looked_at() -> None:
    assert [form.suffix for form in TO_RUN] == SUFFIXES
    assert (*TO_SHOW, *TO_RUN) == FORMS
    assert [file.suffix for files in FORMATS.values() for file in files] == SUFFIXES


@pytest.mark.parametrize("name", [*NAMES, *ODD_NAMES])
def test_what_is_offered_is_what_the_command_writes_for_the_address_of_the_site(name: str) -> None:
    of = material(name)
    for form, file in zip(TO_RUN, formats.FILES, strict=True):
        assert made(name, form.suffix) == file.make(Reading(of.library, name, WHERE.address))


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", [*NAMES, *ODD_NAMES])
def test_every_file_carries_its_use_its_dates_its_hash_its_review_state_and_every_note(name: str, suffix: str) -> None:
    of = material(name)
    text = words(made(name, suffix))
    known = of.attribution
    carried = (known.title, known.version, known.sha256, known.dated, known.newer, known.review, known.use)
    for says in (*carried, of.tree.readers, of.tree.applies_to, known.address, *known.noted(), *known.warnings()):
        assert " ".join(says.split()) in text, says


def test_a_tree_of_too_many_rows_has_none_and_its_page_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "MOST_ROWS", 20)
    of = material(EXAMPLE)
    said = str(use_this(of.links, of.uses, Attribution(of.library, EXAMPLE, WHERE)))

    assert offered(of.library, EXAMPLE) == TO_SHOW
    assert offered(of.library, "example/on_velurin") == FORMS
    assert TOO_LARGE in said
    assert ".dmn" not in said


def test_the_files_of_a_tree_of_too_many_rows_are_not_written(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "MOST_ROWS", 20)
    library = material(EXAMPLE).library
    few = replace(library, collections={"example": library.collections["example"]})
    downloads.write(tmp_path, Uses(few), WHERE, ROOT / "docs")
    written = {path.name for path in (tmp_path / "downloads/example").iterdir()}

    assert not {name for name in written if name.startswith("tarn_nodule") and name.endswith(tuple(SUFFIXES))}
    assert {f"on_velurin{suffix}" for suffix in SUFFIXES} <= written
