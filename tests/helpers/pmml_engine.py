"""PMML4S, an engine of others for PMML, run in one Java beside the tests: what a file says of many patients at once."""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from helpers.engine_patients import TOLD, Patient, Told, expected
from helpers.java import OLDEST, said_by, version_of
from helpers.present import absent
from py4j.java_gateway import GatewayParameters, JavaGateway, launch_gateway
from pypmml import Model, PMMLContext
from pypmml.jvm import Py4jGateway

from trees.core.library import Library
from trees.formats.pmml import pmml
from trees.formats.reading import Reading

ADDRESS = "https://example.org/trees/"
AT_ONCE, MEMORY = 1_000, "-Xmx600m"
"""Patients of whom the engine is asked at once, and what Java takes for it."""
Row = dict[str, str | None]
"""What a model says of one patient: each field of its output."""
Walked = list[tuple[Patient, list[Told]]]
"""Patients, and what our walker says of each."""


class Gateway(Py4jGateway):
    """The way to Java that pypmml takes, which also ends the Java that it began; pypmml leaves that to chance."""

    def launch_gateway(self, java_opts: object = None, java_path: str | None = None) -> None:
        port, self.process = launch_gateway(
            classpath=self.classpath, javaopts=[MEMORY], java_path=java_path, die_on_exit=True, return_proc=True
        )
        # `call_java_static_func`, which is theirs, looks for it at the class.
        Py4jGateway._gateway = JavaGateway(gateway_parameters=GatewayParameters(port=port, auto_convert=True))
        Py4jGateway._jvm = Py4jGateway._gateway.jvm

    def shutdown(self) -> None:
        super().shutdown()
        self.process.stdin.close()
        self.process.wait(timeout=60)


@contextmanager
def engine() -> Iterator[None]:
    """Run a Java for PMML4S; skip the test where there is none, or an older one."""
    java = shutil.which("java")
    if java is None:
        absent(f"Java is absent, which PMML4S runs on: install a runtime of Java {OLDEST} or newer")
    if (version_of(said_by(java)) or 0) < OLDEST:
        absent(f"{java} is no Java {OLDEST} or newer, which PMML4S runs on")
    gateway = Gateway()
    gateway.launch_gateway(java_path=java)
    try:
        PMMLContext(gateway_instance=gateway)
        yield
    finally:
        PMMLContext.shutdown()


def loaded(file: bytes) -> Model:
    """Return the model that the engine makes of a file."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "tree.pmml")
        path.write_bytes(file)
        return Model.fromFile(str(path))


def rows(model: Model, patients: Sequence[Patient]) -> list[Row]:
    """Return what a model says of each patient; all of them are asked about at once."""
    names = list(dict.fromkeys(name for patient in patients for name in patient))
    asked = {"columns": names, "data": [[patient.get(name) for name in names] for patient in patients]}
    said = json.loads(model.predict(json.dumps(asked)))
    return [dict(zip(said["columns"], row, strict=True)) for row in said["data"]]


def told(row: Mapping[str, str | None]) -> list[Told]:
    """Return what a row tells, in the fields that engines are held to; nothing where the model came to no end."""
    places = [name.removesuffix("_key") for name in row if name.endswith("_key") and name != "_key"]
    return [
        {field: row[f"{place}_{field}"] or "" for field in TOLD} for place in places if row[f"{place}_key"] is not None
    ]


def of(library: Library, name: str) -> bytes:
    """Return the file of a tree."""
    return pmml(Reading(library, name, ADDRESS))


def said(file: bytes, patients: Sequence[Patient]) -> Iterator[Row]:
    """Yield what a file says of each patient."""
    model = loaded(file)
    for begin in range(0, len(patients), AT_ONCE):
        yield from rows(model, patients[begin : begin + AT_ONCE])


def walked(library: Library, name: str, patients: Sequence[Patient]) -> Walked:
    """Return patients, each with what our walker says."""
    return [(patient, expected(library, name, patient)) for patient in patients]


def differing(file: bytes, held_to: Walked) -> list[tuple[Patient, list[Told], list[Told]]]:
    """Return the patients of whom the engine says another thing than the walker, with what each says."""
    rows_of_all = said(file, [patient for patient, _ in held_to])
    pairs = zip(held_to, map(told, rows_of_all), strict=True)
    return [(patient, found, wanted) for (patient, wanted), found in pairs if found != wanted]
