"""Words for the search of the invented collection: what a reader may type, and what its trees call it."""

from trees.core import SearchWords, Synonym

WORDS = SearchWords(
    synonyms=[
        Synonym("Lump", "nodule"),
        Synonym("Ache", "pain"),
    ],
)
