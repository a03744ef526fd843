"""The engines of CQL: the official translator, two engines that run rules, and one that applies a plan to a patient."""

import json
import subprocess
from typing import Any

from helpers.browser import MODULES
from helpers.engine_patients import TOLD, Patient, Told
from helpers.present import absent
from helpers.shipped_walk import NODE

from trees.formats.fhir import cql, logic, names
from trees.formats.fhir.elm import Elm
from trees.formats.reading import Reading

SITE = "https://example.org/site/"
SCRIPTS = MODULES.parent / "interop"
OTHER_MODULES = SCRIPTS / "node_modules"
"""Where the packages are that only the slow tests need."""

Data = dict[str, Any]
NEEDED = ("@cqframework/cql", "cql-execution", "cql-exec-fhir")


def asked(script: str, given: object, *more: str, seconds: int = 120) -> Any:
    """Run one of the scripts, and return the data that it prints in its last line."""
    for package in NEEDED:
        if not (MODULES / package / "package.json").is_file():
            absent(f"{package} is absent: run `make test`, which gets it from npm")
    done = subprocess.run(
        [NODE, SCRIPTS / script, *more],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=seconds,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.rpartition("\n")[2])


def translated(texts: dict[str, str]) -> dict[str, Data]:
    """Return what the official translator says of each library of CQL, as 'said', and what it makes of it, as 'elm'."""
    made: dict[str, Data] = asked("cql_translate.mjs", texts)
    return made


MADE_BY_A_TRANSLATOR = {"annotation", "localId", "locator", "signature"}
EMPTY_OF_A_TRANSLATOR = {"let", "relationship", "include", "codeFilter", "dateFilter", "otherFilter"}


def bare(elm: Any) -> Any:
    """Return ELM without where in a text it comes from, and without the lists that are always there and empty."""
    if isinstance(elm, list):
        return [bare(each) for each in elm]
    if not isinstance(elm, dict):
        return elm
    left_out = MADE_BY_A_TRANSLATOR | {key for key in EMPTY_OF_A_TRANSLATOR if elm.get(key) == []}
    return {key: bare(value) for key, value in elm.items() if key not in left_out}


def parameters(patient: Patient) -> Data:
    """Return a patient as a library takes one by parameters."""
    return {"By_parameters": True, **{f"Answer_{column}": value for column, value in patient.items()}}


def told_by(
    jobs: list[tuple[Elm, list[Data]]], given: str = "parameters", seconds: int = 120
) -> list[list[list[Told]]]:
    """Return for each library and each of its patients what cql-execution tells; `given` may be 'bundles'."""
    put = [{"elm": elm, "expression": "Told", given: patients} for elm, patients in jobs]
    found = []
    for made in asked("cql_run.mjs", put, seconds=seconds):
        distinct = [compared(each) for each in made["distinct"]]
        found.append([distinct[index] for index in made["which"]])
    return found


def told_by_the_second(readings: list[tuple[Reading, list[Patient]]], seconds: int = 120) -> list[list[list[Told]]]:
    """Return for each tree and each of its patients what the engine of the official translator tells."""
    put = [
        {
            "name": names.name(reading),
            "text": cql.written(logic.library(reading)),
            "expression": "Told",
            "parameters": [parameters(each) for each in patients],
        }
        for reading, patients in readings
    ]
    return [[compared(told) for told in made] for made in asked("cql_second.mjs", put, seconds=seconds)]


def compared(told: list[Data]) -> list[Told]:
    """Return of what is told the fields that engines are held to."""
    return [{field: each[field] for field in TOLD} for each in told]


def applied(jobs: list[Data]) -> list[Data]:
    """Return the actions, and the other resources, that encender makes of each plan for its patient."""
    if not (OTHER_MODULES / "encender" / "package.json").is_file():
        absent(f"encender is absent from {OTHER_MODULES}: run `make interop`, which gets it from npm")
    made: list[Data] = asked("cql_apply.mjs", jobs, str(OTHER_MODULES), seconds=600)
    return made
