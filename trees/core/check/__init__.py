"""Find everything that is wrong with a library, before anything is walked, drawn or published."""

from collections.abc import Callable, Iterator

from trees.core.check import (
    advice,
    bands,
    differences,
    figures,
    firmness,
    questions,
    quoting,
    records,
    registers,
    search_words,
    shared,
    since,
    structure,
    suspects,
    to_do,
    vocabulary,
)
from trees.core.library import Library
from trees.core.nodes import Tree
from trees.core.place import Problem, in_file_order

TreeRule = Callable[[Library, str, Tree], Iterator[Problem]]
LibraryRule = Callable[[Library], Iterator[Problem]]

TREE_RULES: tuple[TreeRule, ...] = (
    structure.ids_are_plain_names,
    structure.trees_have_nodes,
    structure.ids_are_unique,
    structure.codes_are_unique,
    structure.every_way_leads_somewhere,
    structure.every_question_offers_not_known,
    structure.every_fork_forks,
    structure.checklists_show_outcomes,
    bands.bands_tile_the_range,
    bands.edges_are_quoted,
    bands.words_name_the_edges,
    questions.numbers_are_quoted,
    questions.no_option_is_ordered,
    structure.options_lead_to_the_drug_they_name,
    quoting.every_answer_has_its_words,
    quoting.every_outcome_has_a_quote,
    quoting.no_words_stand_twice,
    advice.doses_are_quoted,
    advice.durations_are_quoted,
    firmness.durations_are_the_statements_own,
    firmness.doses_are_the_statements_own,
    advice.drugs_are_quoted,
    advice.numbers_are_quoted,
    advice.nothing_is_ordered,
    differences.who_quotes_both_sides_is_told,
    since.nothing_rests_on_what_is_newer,
)
MUST_HOLD_FIRST: tuple[TreeRule, ...] = (structure.ids_are_unique, structure.every_way_leads_somewhere)
WALKED: tuple[TreeRule, ...] = (
    structure.trees_have_nodes,
    *MUST_HOLD_FIRST,
    structure.codes_are_unique,
    structure.checklists_show_outcomes,
)
"""What has to hold of each tree so that every path through it can be followed."""
LIBRARY_RULES: tuple[LibraryRule, ...] = (
    registers.statements_are_unique,
    registers.dates_are_dates,
    registers.fingerprints_cover_registers,
    vocabulary.no_text_is_empty,
    vocabulary.ids_are_plain_names,
    vocabulary.sources_have_registers,
    vocabulary.sources_have_addresses,
    vocabulary.collections_name_their_sources,
    vocabulary.successors_are_there,
    quoting.every_quote_is_in_its_statement,
    firmness.strengths_are_the_statements_own,
    quoting.no_statement_is_copied,
    quoting.every_statement_is_answered_for,
    figures.trials_are_quoted,
    differences.sides_are_sound,
    differences.every_difference_is_shown,
    differences.terms_are_unique,
    since.newer_sources_are_newer,
    since.notes_are_sound,
    since.what_is_gone_was_there,
    since.every_note_is_met,
    search_words.synonyms_lead_to_trees,
    search_words.synonyms_are_given_once,
    shared.one_question_has_one_wording,
    suspects.suspects_are_sound,
    records.reviews_are_sound,
    records.changes_are_sound,
    to_do.nothing_is_left_to_do,
)


def check(library: Library) -> list[Problem]:
    """Return every problem of a library in file order, those of reading included.

    Whether each node is reached, and whether a way leads round in a circle, is asked only when every way leads
    somewhere: one misspelt id would otherwise be reported once for each node beyond it.
    """
    problems = list(library.problems)
    sound = True
    for name, tree in library.trees.items():
        found = [problem for rule in TREE_RULES for problem in rule(library, name, tree)]
        problems += found
        lost = any(problem for rule in MUST_HOLD_FIRST for problem in rule(library, name, tree))
        sound = sound and not lost
        if not lost:
            problems += structure.every_node_is_reached(library, name, tree)
    for library_rule in LIBRARY_RULES:
        problems += library_rule(library)
    if sound:
        problems += structure.no_way_leads_round(library)
    return in_file_order(problems)


def walkable(library: Library) -> list[Problem]:
    """Return what keeps the paths of a library from being followed: less than all that may be wrong with it.

    An edition of long ago may break rules that are younger than it, and can be walked all the same.
    """
    problems = list(library.problems)
    problems += [each for name, tree in library.trees.items() for rule in WALKED for each in rule(library, name, tree)]
    problems += shared.one_question_has_one_wording(library)
    if not problems:
        problems += structure.no_way_leads_round(library)
    return in_file_order(problems)
