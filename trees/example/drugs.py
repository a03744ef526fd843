"""The invented drugs of the invented guideline."""

from trees.core import Drug

VELURIN = Drug("velurin", name="Velurin")
OSMATIL = Drug("osmatil", name="Osmatil")
