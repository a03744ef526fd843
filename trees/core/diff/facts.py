"""What an outcome advises, fact by fact, and in which facts two outcomes differ."""

from collections.abc import Sequence

from trees.core import wording
from trees.core.diff.match import codes, same_words
from trees.core.evidence import quotes_of
from trees.core.nodes import Action, AdviceAgainst, LeftOpen, Outcome, Treatment

Facts = dict[str, str]

KIND, DRUG, DOSE, DURATION, STRENGTH = "Kind", "Drug", "Dose", "Duration", "Strength"
SAYS, OPEN, STATED, DECIDES, NOTES = "Says", "Leaves open", "Stated", "Would decide", "Notes"
FOLLOWS = "What may follow"
IN_OUR_WORDS = (SAYS, OPEN, STATED, DECIDES, NOTES)
"""Facts in our own words: whether another wording treats anybody differently, a person has to say."""


def facts(node: Outcome) -> Facts:
    """Return what an outcome advises, in the order in which a reader meets it; what it rests on is no part of it."""
    found = {KIND: wording.kind(node)}
    match node:
        case Treatment():
            found |= {
                DRUG: node.drug.name,
                DOSE: wording.dose_as_printed(node.dose),
                DURATION: wording.duration(node.duration),
            }
        case LeftOpen():
            found |= {OPEN: node.leaves_open, STATED: node.says, DECIDES: node.would_decide}
        case Action():
            found |= {SAYS: node.says, DRUG: ", ".join(drug.name for drug in node.drugs)}
        case AdviceAgainst():
            found[SAYS] = node.says
    found[STRENGTH] = ", ".join(f"“{each.strength}”" for each in wording.strengths(quotes_of(node.because)))
    found[NOTES] = " ".join(node.notes)
    found[FOLLOWS] = "; ".join(way.says for way in node.then)
    return {name: says for name, says in found.items() if says}


def differing(before: Outcome, after: Outcome) -> list[str]:
    """Return the names of the facts that differ; letter case and punctuation of our own words do not count."""
    mine, theirs = facts(before), facts(after)
    names = dict.fromkeys((*mine, *theirs))
    return [name for name in names if not _agree(name, before, after, mine.get(name, ""), theirs.get(name, ""))]


def _agree(name: str, before: Outcome, after: Outcome, was: str, now: str) -> bool:
    if name == FOLLOWS:
        # That the same thing may happen is told from the words in which it is told.
        return all(None not in pair for pair in codes(before, after))
    if name == STRENGTH:
        # Quotes may stand in another order.
        return sorted(was.split(", ")) == sorted(now.split(", "))
    return same_words(was, now) if name in IN_OUR_WORDS else was == now


def treats_otherwise(names: Sequence[str]) -> bool:
    """Return whether more differs than our own words: a drug, a dose, a strength, what it is, or what may follow."""
    return any(name not in IN_OUR_WORDS for name in names)


def in_short(node: Outcome) -> str:
    """Return an outcome in one line: 'Treatment: Velurin 100 mg daily; at least 12 weeks; “may”'."""
    said = (f"{wording.kind(node)}: {wording.title(node)}", facts(node).get(DURATION), wording.firmly(node))
    return "; ".join(each for each in said if each)
