"""A tree in which one fact is changed, put to an engine anew, tells somebody something else: every such change."""

import multiprocessing
import os
import random
from functools import cache
from pathlib import Path

import pytest
from helpers.sql_mutants import TreeAsItWas
from mutants.every import BEYOND, every_mutant
from mutants.mutant import Mutant
from mutants.parts import Parts

from trees.core.evidence import Quote, quotes_of
from trees.core.library import load
from trees.core.nodes import Choice

FEW = 60
BESIDE_A_TREE = ("/difference:", "/term:", "/trial:", "/since:")
OWN_WORDS = frozenset({"statement number", "strength", "strength dropped"})
"""Kinds of changes of a quote alone."""


class Work:
    """The library as it was, and every change of it that is put to an engine."""

    def __init__(self) -> None:
        self.library = load(Path(__file__).parents[2] / "trees")
        self.parts = Parts(self.library)
        self.mutants = [each for each in every_mutant(self.parts) if each.kind not in BEYOND]
        self.trees: dict[str, TreeAsItWas] = {}

    def noticed(self, mutant: Mutant) -> str:
        """Return by what a change is noticed first, in a tree that holds what is changed; '' where by nothing."""
        changed = self.parts.changed(mutant.instead)
        found = ""
        for name, tree in self.library.trees.items():
            if changed.trees[name] is not tree:
                held = self.trees.setdefault(name, TreeAsItWas(self.library, name))
                by = held.noticed(changed)
                if by in ("walker", "columns", "check"):
                    return by
                found = found or by
        return found


def why_nobody_can(parts: Parts, mutant: Mutant) -> str:
    """Return why no column of a query says what is changed, or nothing."""
    name, quote = mutant.id.partition(": ")[0], mutant.kind in OWN_WORDS
    if any(each in mutant.id.partition("#")[0] for each in BESIDE_A_TREE):
        return "it stands beside the trees: where sources differ, what a term means, what a trial found, what is newer"
    if not quote:
        return ""
    if "#" not in name:
        return "a quote for which a tree is there at all, and no outcome of it"
    if mutant.kind == "statement number":
        return ""
    (part,) = (each for each in parts.all if id(each) in mutant.instead)
    holder = parts.holders(part)[0]
    if isinstance(holder, Choice):
        return "the strength of the words of a choice, which are told whole: that of an outcome is told"
    same = [each for each in quotes_of(holder.because) if strength_of(each) == strength_of(part) and each is not part]
    return "another quote has the same word of the same statement" if same and "dropped" in mutant.kind else ""


def strength_of(quote: Quote) -> tuple[str, str, str | None]:
    """Return the strength of a quote, and the statement it is of."""
    return quote.source.id, quote.at, quote.strength


@cache
def work() -> Work:
    """The work of this process."""
    return Work()


def judged(index: int) -> tuple[str, str, str]:
    """Return the name of a change, by what it is noticed, and why nobody can."""
    mutant = work().mutants[index]
    return str(mutant), work().noticed(mutant), why_nobody_can(work().parts, mutant)


def test_changes_by_lot_are_noticed_by_what_the_engine_tells() -> None:
    chosen = random.Random(17).sample(range(len(work().mutants)), FEW)
    found = [judged(each) for each in chosen]

    assert [name for name, by, why in found if not by and not why] == []
    assert sum(by == "walker" for _, by, _ in found) > FEW // 3


@pytest.mark.interop
def test_every_change_is_noticed_by_what_the_engine_tells() -> None:
    # Started afresh: a process that is copied may copy a lock that somebody holds.
    with multiprocessing.get_context("spawn").Pool(os.cpu_count()) as pool:
        found = pool.map(judged, range(len(work().mutants)), chunksize=50)

    assert [name for name, by, why in found if not by and not why] == []
    for by in ("walker", "columns", "fields", "header", "check"):
        assert any(each == by for _, each, _ in found), f"nothing is noticed by {by}"


def test_what_nobody_can_notice_is_a_quote_or_stands_beside_the_trees() -> None:
    reasons = [(each, why_nobody_can(work().parts, each)) for each in work().mutants]

    assert len({why for _, why in reasons}) == 5
    odd = [each.id for each, why in reasons if why and each.kind not in OWN_WORDS and "beside the trees" not in why]
    assert odd == []
