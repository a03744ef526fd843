"""A tree as programs that keep references read it: BibTeX and RIS. What is cited is one wording, by its hash."""

from datetime import date

from macros.attribution import Attribution
from trees.core.basis import LICENSE_NAME

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The names that BibTeX itself gives the months."""
IN_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}
"""Signs that mean something to TeX, as it prints them."""


def key(of: Attribution) -> str:
    """Return by which name a text cites the tree: it changes with its wording."""
    return of.version.replace("/", "_").replace("@", "_")


def note(of: Attribution) -> str:
    """Return what has to be said wherever the tree is cited."""
    return f"Version {of.version}. {of.basis} {LICENSE_NAME}."


def bibtex(of: Attribution) -> str:
    """Return the tree as an entry of BibTeX."""
    day = date.fromisoformat(of.day)
    fields = {
        "author": f"{{{tex(of.author)}}}",
        "title": f"{{{tex(of.title)}}}",
        "year": str(day.year),
        "howpublished": tex(of.where.name),
        # An address is not printed by TeX itself, and stays as it is.
        "url": of.address,
        "note": tex(note(of)),
    }
    rows = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    rows.insert(3, f"  month = {MONTHS[day.month - 1]},")
    return "\n".join([f"@misc{{{key(of)},", *rows, "}"])


def tex(text: str) -> str:
    """Return a text so that TeX prints it as it is."""
    return "".join(IN_TEX.get(sign, sign) for sign in " ".join(text.split()))


def ris(of: Attribution) -> str:
    """Return the tree as a record of RIS."""
    rows = [
        ("TY", "ELEC"),
        ("AU", of.author),
        ("TI", of.title),
        ("PY", of.day[:4]),
        ("DA", of.day.replace("-", "/")),
        ("PB", of.where.name),
        ("ET", of.version),
        ("UR", of.address),
        ("N1", note(of)),
        ("ER", ""),
    ]
    return "\n".join(f"{tag}  - {' '.join(value.split())}" for tag, value in rows)
