"""From click to rule: of the form that LHC-Forms exports, an engine of CQL tells what our walker tells."""

from pathlib import Path
from typing import Any

import pytest
from helpers.cql_engines import SITE, told_by
from helpers.engine_patients import expected
from helpers.form_reader import as_filled_in, patient_of
from helpers.form_responses import Data, of_one_patient
from helpers.lhc_forms import EXPORT, playing

from trees.core.library import Library
from trees.formats.fhir import logic
from trees.formats.fhir.questionnaire import questionnaire
from trees.formats.reading import Reading

pytestmark = pytest.mark.interop

TREES = ("example/tarn_nodule", "example/after_velurin", "example/on_velurin")


@pytest.mark.parametrize("name", TREES)
def test_the_form_that_a_player_exports_is_told_what_the_walker_tells(
    library: Library, name: str, tmp_path: Path
) -> None:
    reading = Reading(library, name, SITE)
    form: Any = questionnaire(reading)
    patients = [patient_of(row) for row in reading.rows]
    bundles: list[Data] = []
    with playing(tmp_path) as player:
        for at, patient in enumerate(patients):
            player.open(form)
            player.give(as_filled_in(form, patient))
            bundles.append(of_one_patient(f"p{at}", player.page.evaluate(EXPORT)))

    (told,) = told_by([(logic.library(reading), bundles)], "bundles")

    assert told == [expected(library, name, each) for each in patients]
    assert any(each[0]["does"] == "show" for each in told)
