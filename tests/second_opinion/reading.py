"""Read an export: JSON of the known format and version, with every field that is judged."""

import json
from decimal import Decimal
from typing import Any

Data = dict[str, Any]

FORMAT = "executable-guideline-trees"
VERSION = 1

ASKED = {"question", "measure", "checklist", "choice"}
OUTCOMES = {"treatment", "action", "advice_against", "left_open"}
WAYS_OF = {
    "question": {"answer"},
    "measure": {"band", "answer"},
    "checklist": {"item", "answer"},
    "choice": {"option"},
    **{kind: {"event", "onward"} for kind in OUTCOMES},
}
"""Which kinds of ways a node of each kind has."""

OF_EXPORT = ("format", "version", "collections")
OF_COLLECTION = ("id", "sources", "trees", "trials", "differences", "since")
OF_TREE = ("name", "start", "nodes", "reached_from", "paths")
OF_NODE = ("id", "kind", "ways")
OF_KIND = {
    "measure": ("measure",),
    "checklist": ("always",),
    **dict.fromkeys(OUTCOMES, ("quotes", "evidence", "differs", "since")),
}
OF_MEASURE = ("lowest", "highest", "step")
OF_WAY = ("code", "kind", "to")
EDGES = ("at_least", "above", "at_most", "below")


class ExportError(ValueError):
    """The text is no export that can be judged; the message says why."""


def read(text: str | bytes) -> Data:
    """Return an export. Its numbers are exact decimals: 0.1 is a tenth. Raises ExportError."""
    try:
        data = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    except ValueError as error:
        raise ExportError(f"this is not JSON: {error}.") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ExportError(f"this is not an export of trees: its format is not '{FORMAT}'.")
    if data.get("version") != VERSION:
        raise ExportError(f"the version is {data.get('version')}; only {VERSION} is known here.")
    _fields(data, "the export", OF_EXPORT)
    for collection in data["collections"]:
        _fields(collection, "a collection", OF_COLLECTION)
        for tree in collection["trees"]:
            _fields(tree, "a tree", OF_TREE)
            for node in tree["nodes"]:
                _node(tree["name"], node)
    return data


def _node(tree: str, node: Any) -> None:
    _fields(node, f"a node of {tree}", OF_NODE)
    where = f"{tree}#{node['id']}"
    if node["kind"] not in WAYS_OF:
        raise ExportError(f"{where} is of the kind '{node['kind']}', which is not known.")
    _fields(node, where, OF_KIND.get(node["kind"], ()))
    if node["kind"] == "measure":
        _fields(node["measure"], f"the measure of {where}", OF_MEASURE)
    for way in node["ways"]:
        _fields(way, f"a way out of {where}", OF_WAY)
        if not isinstance(way["to"], dict) or list(way["to"]) not in (["node"], ["tree"]):
            raise ExportError(f"'{way['code']}' of {where} leads neither to a node nor to a tree.")
        if way["kind"] == "band":
            _fields(way, f"a band of {where}", ("band",))
            _fields(way["band"], f"a band of {where}", EDGES)


def _fields(data: Any, called: str, names: tuple[str, ...]) -> None:
    missing = [name for name in names if not isinstance(data, dict) or name not in data]
    if missing:
        raise ExportError(f"{called} has no field '{missing[0]}'.")
