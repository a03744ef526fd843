"""Hold JSON to the published schema with Ajv, a validator that is not ours: all of it in one run of Node."""

import json
import subprocess
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from conftest import ROOT
from helpers.present import absent
from helpers.shipped_walk import NODE

SCHEMA = ROOT / "docs" / "schemas" / "guideline-trees-1.schema.json"
AJV = ROOT / "tests" / "node_modules" / "ajv" / "dist" / "2020.js"
RUN = """
const { readFileSync } = require("node:fs");
const [ajv, schema] = process.argv.slice(1);
const strict = { strict: true, strictTypes: true, strictTuples: true, logger: { log: fail, warn: fail, error: fail } };
function fail(says) { throw new Error(says); }
const validate = new (require(ajv).default)(strict).compile(JSON.parse(readFileSync(schema, "utf-8")));
const lines = readFileSync(0, "utf-8").split("\\n").filter(Boolean).map((line) => JSON.parse(line));
const said = lines.map(({ data, changes }) => {
  if (!changes) return validate(data) ? "" : JSON.stringify(validate.errors);
  return changes.map(({ path, put }) => {
    const whole = structuredClone(data);
    const last = path.at(-1);
    const at = path.slice(0, -1).reduce((value, key) => value[key], whole);
    if (put === undefined) delete at[last]; else at[last] = put;
    return validate(whole) ? "" : JSON.stringify(validate.errors);
  });
});
process.stdout.write(JSON.stringify(said));
"""


class Edit(NamedTuple):
    """One change of a document: what is put at a path; `GONE` takes the field there away."""

    path: tuple[str | int, ...]
    put: Any


GONE = object()


def complaints(documents: Iterable[object]) -> list[str]:
    """Return what Ajv says of each document, '' where it is valid."""
    return list(_run([{"data": each} for each in documents]))


def complaints_of_edits(document: object, edits: Sequence[Edit]) -> list[str]:
    """Return what Ajv says of a document after each edit, made alone, '' where it is valid all the same."""
    changes = [{"path": each.path} | ({} if each.put is GONE else {"put": each.put}) for each in edits]
    (found,) = _run([{"data": document, "changes": changes}])
    return list(found)


def _run(lines: Iterable[object]) -> list[Any]:
    if not AJV.is_file():
        absent("Ajv is absent: run `make test`, which gets it from npm")
    done = subprocess.run(
        [NODE, "-e", RUN, AJV, SCHEMA],
        input="".join(f"{json.dumps(line)}\n" for line in lines),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))
