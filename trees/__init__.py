"""Executable guideline trees: data in the folders beside this file, and the program over them in `core`.

>>> from pathlib import Path
>>> from trees import load, walk
>>> library = load(Path("trees"))
>>> walk(library, "example/tarn_nodule", {"pain": "no", "nodule_size": 1.9}).outcomes[0].node.id
'watch'
"""

from trees.core.answers import WalkError
from trees.core.check import check
from trees.core.library import Library, load
from trees.core.paths import Path, count, paths
from trees.core.place import Problem
from trees.core.report import walk_data, walk_lines
from trees.core.walk import Walk, walk

__all__ = [
    "Library",
    "Path",
    "Problem",
    "Walk",
    "WalkError",
    "check",
    "count",
    "load",
    "paths",
    "walk",
    "walk_data",
    "walk_lines",
]
