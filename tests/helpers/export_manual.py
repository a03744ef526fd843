"""The manual of the JSON, read: which fields each object has, and where data are not what it says."""

import re
from collections.abc import Iterator, Mapping

from conftest import ROOT

PAGE = ROOT / "docs" / "maintain" / "export_json.md"
ASKED = {"question", "measure", "checklist"}
ALSO = {
    "export": lambda data: ["file-of-one-tree"] if "attribution" in data else [],
    "node": lambda data: [
        *(["question-measure-checklist"] if data["kind"] in ASKED else []),
        *([] if data["kind"] in {*ASKED, "choice"} else ["outcome"]),
        {"advice_against": "", "question": ""}.get(data["kind"], data["kind"].replace("_", "-")),
    ],
    "way": lambda data: [
        *([] if data["kind"] in ("event", "onward") else ["way-out-of-what-is-asked"]),
        "band" if data["kind"] == "band" else "",
    ],
    "figure": lambda data: [data["kind"].replace("_", "-")],
}
"""Which other sections of the page describe an object beside its own."""


def sections() -> dict[str, dict[str, str]]:
    """The tables of the page: what each field is, by section."""
    found = {}
    for section in re.split(r"(?m)^## ", PAGE.read_text(encoding="utf-8"))[1:]:
        title, _, text = section.partition("\n")
        anchor = re.sub(r"[^\w-]", "", title.lower().replace(" ", "-"))
        rows = re.findall(r"(?m)^\| `([$\w]+)` \| ([^|]+) \|", text)
        assert len(dict(rows)) == len(rows), title
        found[anchor] = {field: kind.strip() for field, kind in rows}
    return {anchor: fields for anchor, fields in found.items() if fields}


SECTIONS = sections()


def misfits(data: object, kind: str, where: str, used: set[str]) -> Iterator[str]:
    """Yield where data are not what the page says: `kind` is the second column of a table."""
    several = re.fullmatch(r"list of \[[\w ]+\]\(#([\w-]+)\)", kind)
    one = re.fullmatch(r"\[[\w ]+\]\(#([\w-]+)\)", kind.removesuffix(" or null"))
    if kind.endswith(" or null") and data is None:
        return
    if several:
        assert isinstance(data, list), where
        for index, each in enumerate(data):
            yield from of_object(each, several.group(1).removesuffix("s"), f"{where}[{index}]", used)
    elif one:
        yield from of_object(data, one.group(1), where, used)
    elif not is_plain(data, kind.removesuffix(" or null")):
        yield f"{where} is {data!r}, not {kind}"


def is_plain(data: object, kind: str) -> bool:
    if kind.startswith('"'):
        return data in re.findall(r'"([^"]+)"', kind)
    if kind == "text, YYYY-MM-DD":
        return isinstance(data, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", data) is not None
    if kind == "list of texts":
        return isinstance(data, list) and all(isinstance(each, str) for each in data)
    types = {"text": str, "true or false": bool, "number": (int, float)}
    return isinstance(data, types[kind]) and (kind != "number" or not isinstance(data, bool))


def of_object(data: object, section: str, where: str, used: set[str]) -> Iterator[str]:
    if not isinstance(data, Mapping):
        yield f"{where} is no object"
        return
    described = [section, *filter(None, ALSO[section](data) if section in ALSO else [])]
    used.update(described)
    fields = {field: kind for each in described for field, kind in SECTIONS[each].items()}
    wanted = {next(iter(data), "")} & set(fields) if section == "target" else set(fields)
    if set(data) != wanted:
        yield f"{where} has {sorted(set(data) ^ wanted)}"
    for field in set(data) & set(fields):
        yield from misfits(data[field], fields[field], f"{where}.{field}", used)
