"""The same tree as a Mermaid page: the way in which mkdocs-material draws a diagram that is written into a page."""

import subprocess
import sys
from os import environ
from pathlib import Path

from trees.core import wording
from trees.core.branches import OtherTree, To
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Checklist, Node, Tree, ways

SETTINGS = """site_name: The same tree in Mermaid
theme:
  name: material
  font: false
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
plugins: []
"""
FROM_ELSEWHERE = "https://unpkg.com/mermaid@11/dist/mermaid.min.js"
QUIET = {"NO_MKDOCS_2_WARNING": "1"}


def build(library: Library, names: list[str], script: Path, folder: Path) -> Path:
    """Build one page a tree with mkdocs-material, Mermaid's script beside them; return the folder of the site.

    The pages have the diagram and nothing else: no steps, no quotes, no walk. `script` is `mermaid.min.js` of npm; the
    theme would else load it from another origin.
    """
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (docs / "mermaid.min.js").write_bytes(script.read_bytes())
    (docs / "index.md").write_text("# Trees\n", encoding="utf-8")
    for name in names:
        tree = library.trees[name]
        page = docs / f"{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"# {tree.title}\n\n```mermaid\n{chart(tree)}\n```\n", encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True, env=environ | QUIET)
    # The theme sends for the script when a page has a diagram, from another origin: here from the page's own.
    (bundle,) = (folder / "site" / "assets" / "javascripts").glob("bundle.*.js")
    sent_for = bundle.read_text(encoding="utf-8")
    assert FROM_ELSEWHERE in sent_for
    bundle.write_text(sent_for.replace(FROM_ELSEWHERE, "/mermaid.min.js"), encoding="utf-8")
    return folder / "site"


def chart(tree: Tree) -> str:
    """Return a tree as a flowchart: every question and outcome as a box, every answer as a line."""
    lines = ["flowchart TD"]
    ids = {node.id: f"n{number}" for number, node in enumerate(tree.nodes)}
    jumps: dict[str, str] = {}
    for node in tree.nodes:
        lines.append(f'  {ids[node.id]}["{written(wording.title(node))}"]')

    def goal(to: To) -> str:
        return jumps.setdefault(to.name, f"j{len(jumps)}") if isinstance(to, OtherTree) else ids[to]

    for node in tree.nodes:
        lines += [f"  {ids[node.id]} -->|{written(says)}| {goal(to)}" for says, to in lines_of(node)]
    return "\n".join([*lines, *(f'  {jump}(["{written(name)}"])' for name, jump in jumps.items())])


def lines_of(node: Node) -> list[tuple[str, To]]:
    """Return what stands on each line out of a node, and where it leads; what follows an outcome is left out."""
    if isinstance(node, OUTCOMES):
        return []
    always: list[tuple[str, To]] = []
    if isinstance(node, Checklist) and node.always is not None:
        always.append(("In any case", node.always))
    return always + [(way.says, way.to) for way in ways(node) if way.to is not None]


def written(text: str) -> str:
    """Return a text as Mermaid takes it between quotation marks."""
    for sign, name in (("&", "#amp;"), ('"', "#quot;"), ("<", "#lt;"), (">", "#gt;"), ("|", "#124;")):
        text = text.replace(sign, name)
    return text
