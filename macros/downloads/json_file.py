"""A tree as JSON: the shape of `python -m trees export` with this one tree, and whose it is."""

from macros.attribution import Attribution
from macros.downloads.material import Material
from trees.core.basis import LICENSE, LICENSE_NAME, NOT_ADVICE, QUOTED
from trees.core.branches import OtherTree
from trees.core.export import export_of_tree, written
from trees.core.nodes import ways

Data = dict[str, object]

SCHEMA = "schemas/guideline-trees-1.schema.json"
"""Where the schema stands below the site; `docs/` has it, and the site publishes it as it is."""


def make(of: Material) -> bytes:
    """Return the file of a tree; `docs/maintain/export_json.md` describes every field."""
    return written(
        {
            "$schema": f"{of.where.address}{SCHEMA}",
            "attribution": attribution_data(of.attribution),
            **export_of_tree(of.library, of.name),
            "leads_to": leads_to(of),
        }
    )


def attribution_data(given: Attribution) -> Data:
    """Return whose a tree is, of which day, and how far to trust it."""
    return {
        "line": given.line(),
        "warnings": given.warnings(),
        "title": given.title,
        "author": given.author,
        "address": given.address,
        "license": LICENSE_NAME,
        "license_address": LICENSE,
        "quoted": QUOTED,
        "version": given.version,
        "sha256": given.sha256,
        "changed": given.day,
        "follows": given.dated,
        "newer": given.newer,
        "since": given.noted(),
        "review": given.review,
        "use": f"{given.collection.intended_use} {NOT_ADVICE}",
        "readers": given.tree.readers,
        "applies_to": given.tree.applies_to,
    }


def leads_to(of: Material) -> list[Data]:
    """Return the other trees that the ways of a tree lead to, each once, in the order of the data."""
    jumps = (way.to for node in of.tree.nodes for way in ways(node) if isinstance(way.to, OtherTree))
    names = dict.fromkeys(name for to in jumps if (name := of.library.jump(of.name, to)) is not None)
    return [{"tree": name, "title": of.library.trees[name].title, "address": of.links.tree(name)} for name in names]
