"""SpiffWorkflow on our files of DMN: its own parser, its own engine, and Python for what stands in the tables.

Its parser takes a file of one decision, and ours has three, each of which needs what those before it came to. So each
is given to the parser by itself, out of the file as it is shipped.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from types import CodeType, SimpleNamespace
from typing import Any

from helpers.dmn import renamed
from helpers.engine_patients import TOLD, Patient, Told
from lxml import etree
from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine, TaskDataEnvironment
from SpiffWorkflow.camunda.parser import CamundaParser
from SpiffWorkflow.dmn.engine.DMNEngine import DMNEngine
from SpiffWorkflow.dmn.parser.DMNParser import DMNParser

WORDS = {"null": None, "true": True, "false": False}
"""What stands in our tables and is no word of Python."""


class OneDecision(DMNParser):
    """The parser of SpiffWorkflow, of a decision that stands in a file with others."""

    def parse(self) -> None:
        self.decision = self._parse_decision([self.node])


class KnownExpressions(TaskDataEnvironment):
    """The environment of SpiffWorkflow, which compiles an expression once and not with each patient."""

    def evaluate(self, expression: str, context: Any, external_context: Any = None) -> Any:
        return super().evaluate(compiled(expression), context, external_context)


@cache
def compiled(expression: str) -> CodeType:
    """Return an expression, compiled."""
    return compile(expression, "<cell>", "eval")


class KnownScripts(PythonScriptEngine):
    """The script engine of SpiffWorkflow, which looks whether an expression is one once."""

    @staticmethod
    @cache
    def _is_fine(expression: str) -> SyntaxError | None:
        try:
            compile(expression, "<cell>", "exec")
        except SyntaxError as error:
            return error
        return None

    def validate(self, expression: str) -> None:
        if (error := self._is_fine(expression)) is not None:
            raise error


class Decisions:
    """The decisions of a file, in their order."""

    def __init__(self, file: bytes, scripts: PythonScriptEngine | None = None) -> None:
        self.file = file
        self.scripts = scripts or KnownScripts(KnownExpressions(WORDS))
        root = etree.fromstring(file)
        names = {"dmn": root.nsmap[None]}
        self.engines = {}
        for node in root.findall("dmn:decision", names):
            parser = OneDecision(None, node, names)
            parser.parse()
            self.engines[node.get("name")] = DMNEngine(parser.decision.decisionTables[0])

    def told(self, patient: Patient) -> list[Told]:
        """Return all that is told of a patient; nothing of one who is refused."""
        data = renamed(self.file, patient)
        task = SimpleNamespace(data=data, workflow=SimpleNamespace(script_engine=self.scripts))
        for engine in self.engines.values():
            result = engine.result(task)
            if not result:
                return []
            data |= result
        return each_told(result)


def each_told(collected: Mapping[str, Sequence[str]]) -> list[Told]:
    """Return each thing that is told, of fields of which each has been collected by itself."""
    told = zip(*(collected[field] for field in TOLD), strict=True)
    return [dict(zip(TOLD, each, strict=True)) for each in told]


PROCESS = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="of_a_tree" targetNamespace="urn:tree"
    xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
  <process id="tree" isExecutable="true">
    <startEvent id="begin"><outgoing>to_offered</outgoing></startEvent>
    <sequenceFlow id="to_offered" sourceRef="begin" targetRef="offered"/>
    <businessRuleTask id="offered" camunda:decisionRef="{called}._offered">
      <incoming>to_offered</incoming><outgoing>to_end</outgoing>
    </businessRuleTask>
    <sequenceFlow id="to_end" sourceRef="offered" targetRef="end"/>
    <businessRuleTask id="end" camunda:decisionRef="{called}._end">
      <incoming>to_end</incoming><outgoing>to_told</outgoing>
    </businessRuleTask>
    <sequenceFlow id="to_told" sourceRef="end" targetRef="told"/>
    <businessRuleTask id="told" camunda:decisionRef="{called}._told">
      <incoming>to_told</incoming><outgoing>to_done</outgoing>
    </businessRuleTask>
    <sequenceFlow id="to_done" sourceRef="told" targetRef="done"/>
    <endEvent id="done"><incoming>to_done</incoming></endEvent>
  </process>
</definitions>
"""
"""A process that decides the three decisions of a tree, one after the other."""


class Process:
    """A process of a hospital, which a patient goes through with the decisions of a file."""

    def __init__(self, file: bytes) -> None:
        root = etree.fromstring(file)
        names = {"dmn": root.nsmap[None]}
        parser = CamundaParser()
        for node in root.findall("dmn:decision", names):
            parser.dmn_parsers[node.get("id")] = OneDecision(parser, node, names)
        parser.add_bpmn_str(PROCESS.format(called=root.get("id")).encode())
        self.spec = parser.get_spec("tree")

    def through(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return what is known at the end of the process; raises what it raises."""
        workflow = BpmnWorkflow(self.spec, script_engine=PythonScriptEngine(TaskDataEnvironment(WORDS)))
        workflow.task_tree.data.update(data)
        workflow.run_all()
        assert workflow.completed
        return dict(workflow.last_task.data)
