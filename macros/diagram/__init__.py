"""A tree as a diagram: Graphviz places the boxes, and the drawing is ours."""

from macros.diagram.check import crossings, disorder
from macros.diagram.draw import draw, lay_out

__all__ = ["crossings", "disorder", "draw", "lay_out"]
