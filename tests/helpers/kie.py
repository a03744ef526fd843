"""KIE, the DMN engine of Apache, as it comes from npm: a program that listens on this machine alone.

It reads the file with every call. So many patients are put to it at once, by a second file that imports the first and
calls its decision service for each: the file itself is read as it is shipped.
"""

import http.client
import json
import os
import platform
import re
import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from conftest import ROOT
from helpers.dmn import compared, renamed, variables
from helpers.engine_patients import Patient, Told
from helpers.present import absent

PROGRAM = ROOT / "tests/node_modules/@kie-tools/jitexecutor-native/dist/linux/jitexecutor"
LISTENS = re.compile(r"Listening on: http://127\.0\.0\.1:(\d+)")
SECONDS = 300
AT_ONCE = 2_000
"""Patients of one call: more take no less time each."""
NO_NEWS = {
    *("DECISION_TABLE_ANALYSIS_EMPTY", "DECISION_TABLE_CONTRACTION_RULE"),
    *("DECISION_TABLE_1STNFVIOLATION", "DECISION_TABLE_2NDNFVIOLATION"),
}
"""What KIE says of a table that has no gap and no overlap: nothing, or that it might be written with fewer rows."""

MANY = """<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="many" name="many" namespace="urn:many">
  <import name="one" namespace={namespace} importType="https://www.omg.org/spec/DMN/20191111/MODEL/"/>
  <inputData id="patients" name="patients"><variable name="patients" typeRef="Any"/></inputData>
  <decision id="told" name="told">
    <variable name="told" typeRef="Any"/>
    <informationRequirement><requiredInput href="#patients"/></informationRequirement>
    <knowledgeRequirement><requiredKnowledge href={service}/></knowledgeRequirement>
    <literalExpression><text>for each in patients return one._decide({arguments})</text></literalExpression>
  </decision>
</definitions>
"""


class Message(NamedTuple):
    """What KIE says of a file, or of a patient."""

    severity: str
    kind: str
    words: str


class Result(NamedTuple):
    """What KIE says of one patient: how each decision ended, what it came to, and its messages."""

    ended: dict[str, str]
    came_to: dict[str, Any]
    messages: list[Message]

    @property
    def told(self) -> list[Told]:
        """All that is told."""
        return compared(self.came_to["_told"] or [])


class Kie(NamedTuple):
    """The engine, listening."""

    port: int

    def validate(self, file: bytes) -> list[Message]:
        """Return what the engine finds in a file, the analysis of its tables included."""
        found = self._asked("/jitdmn/validate", {"mainURI": "one", "resources": [resource("one", file)]})
        return [message(each, each["message"]) for each in found]

    def faults(self, file: bytes) -> list[Message]:
        """Return gaps, overlaps, and whatever else is more than advice on how to write fewer rows."""
        return [each for each in self.validate(file) if each.kind not in NO_NEWS]

    def decide(self, file: bytes, patient: Patient) -> Result:
        """Return what the engine says of one patient."""
        return self.given(file, renamed(file, patient))

    def given(self, file: bytes, context: Patient) -> Result:
        """Return what the engine says of variables, of which some may be missing."""
        asked = {"mainURI": "one", "resources": [resource("one", file)], "context": context}
        data = self._asked("/jitdmn/dmnresult", asked)
        decisions = data["decisionResults"]
        return Result(
            {each["decisionName"]: each["evaluationStatus"] for each in decisions},
            {each["decisionName"]: each["result"] for each in decisions},
            [message(each, each["message"]) for each in data["messages"]],
        )

    def decide_all(self, file: bytes, patients: Sequence[Patient]) -> Iterator[list[Told]]:
        """Yield what the engine tells of each of many patients; nothing of one whom it refuses."""
        resources = [resource("many", many(file)), resource("one", file)]
        for at in range(0, len(patients), AT_ONCE):
            context = {"patients": [renamed(file, each) for each in patients[at : at + AT_ONCE]]}
            data = self._asked("/jitdmn/dmnresult", {"mainURI": "many", "resources": resources, "context": context})
            (told,) = (each["result"] for each in data["decisionResults"] if each["decisionName"] == "told")
            yield from (compared(each or []) for each in told)

    def _asked(self, path: str, data: Any) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.request("POST", path, json.dumps(data), {"Content-Type": "application/json"})
            answer = connection.getresponse()
            said = answer.read()
        finally:
            connection.close()
        assert answer.status == 200, said.decode(errors="replace")
        return json.loads(said)


def resource(name: str, file: bytes) -> dict[str, str]:
    """Return a file as the engine takes it."""
    return {"URI": name, "content": file.decode()}


def message(data: dict[str, Any], words: str) -> Message:
    """Return a message of the engine."""
    return Message(data["severity"], data["messageType"], words)


def many(file: bytes) -> bytes:
    """Return a file that calls the decision service of another for each of many patients."""
    root = ElementTree.fromstring(file)
    namespace, called = root.attrib["namespace"], root.attrib["id"]
    arguments = ", ".join(f"each.{name}" for name in variables(file).values())
    service = quoteattr(f"{namespace}#{called}._decide")
    return MANY.format(namespace=quoteattr(namespace), service=service, arguments=arguments).encode()


@contextmanager
def kie(folder: Path) -> Iterator[Kie]:
    """Run the engine, whose words go to a file in the folder; skip the test where it cannot run."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        absent("KIE runs as a program for Linux on x86-64 alone")
    if not PROGRAM.is_file():
        absent("@kie-tools/jitexecutor-native is absent: run `make test`, which gets it from npm")
    if not os.access(PROGRAM, os.X_OK):
        # npm unpacks it as a file like any other.
        PROGRAM.chmod(PROGRAM.stat().st_mode | stat.S_IXUSR)
    said = folder / "kie.txt"
    with said.open("w") as out:
        command = [PROGRAM, "-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=0"]
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    try:
        yield Kie(port_of(process, said))
    finally:
        process.kill()
        process.wait()


def port_of(process: subprocess.Popen[bytes], said: Path) -> int:
    """Return the port that the engine says it listens on."""
    for _ in range(600):
        if (found := LISTENS.search(said.read_text())) is not None:
            return int(found[1])
        assert process.poll() is None, f"KIE has ended: {said.read_text()}"
        time.sleep(0.05)
    raise AssertionError(f"KIE does not listen after half a minute: {said.read_text()}")
