"""What is written down about the trees of a collection: who has reviewed which wording, and what changed when."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass

from trees.core.evidence import Quote, Source
from trees.core.place import Part


@dataclass(frozen=True)
class Review(Part):
    """That a clinician has compared one tree, in the wording of which `sha256` is the hash, with its sources.

    It counts for that wording and for no other; of an older wording it is history.
    `compared` are the sources that the reviewer had beside it; `date` is written YYYY-MM-DD.
    """

    tree: str
    _: KW_ONLY
    sha256: str
    reviewer: str
    role: str
    date: str
    compared: Sequence[Source]
    note: str = ""


@dataclass(frozen=True)
class Change(Part):
    """One change of what the trees say to a clinician, on a `date` written YYYY-MM-DD.

    `differently` says which patients are treated differently, or is left out when nobody is; `trees` names the trees
    that changed, or none where it is all of them. Who is treated differently is so because of words of a source.
    `nodes` names the questions and outcomes that changed, as "tree#node": their pages mark them for some weeks.
    """

    id: str
    _: KW_ONLY
    date: str
    title: str
    why: str
    differently: str | None = None
    trees: Sequence[str] = ()
    nodes: Sequence[str] = ()
    because: Quote | Sequence[Quote] | None = None
