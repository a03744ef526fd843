"""A second opinion on the trees, from their export alone: graphs, bands and paths, worked out without the walker.

Nothing here imports the program that it judges: the standard library and networkx do all of it.
"""

from .bands import around_edges, held, holders
from .faults import Fault
from .opinion import Opinion, opinion
from .reading import ExportError, read
from .rows import End, Row

__all__ = ["End", "ExportError", "Fault", "Opinion", "Row", "around_edges", "held", "holders", "opinion", "read"]
