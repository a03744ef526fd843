"""Every tree as Markdown beside its page, and `llms.txt`, which says what this is and leads to them."""

from collections.abc import Iterator
from pathlib import Path

from macros.links import Links
from macros.list_pages import in_order
from macros.markdown import Row, link, listed, plain
from macros.trust import USE
from macros.twin import DECIDES_NOTHING, NAME, Twin
from macros.uses import Uses
from trees.core.basis import INVENTED
from trees.core.library import Library
from trees.core.nodes import Collection
from trees.core.review import review_state_of_all

LLMS = "llms.txt"
KEEP = (
    "What is passed on of an outcome keeps its conditions (“Leads here”), its words and strength, "
    "its sources with their dates, and the hash of its tree."
)


def write(folder: Path, library: Library, name: str) -> None:
    """Write the twin of every tree, and the list of them, into the folder of a site of that name."""
    uses = Uses(library)
    for tree, _ in library.full_names():
        text = Twin(Links(library, f"trees/{tree}"), uses, tree).text()
        (folder / "trees" / tree / NAME).write_text(text, encoding="utf-8")
    (folder / LLMS).write_text("\n".join(list_of_twins(library, name)) + "\n", encoding="utf-8")


def list_of_twins(library: Library, name: str) -> Iterator[str]:
    """Yield the lines of `llms.txt`: what this is and is not, then every tree with a link to its Markdown."""
    links = Links(library, "")
    medicine = [each for each, collection in in_order(links) if not collection.invented]
    trees = [each for each, _ in library.full_names() if each.partition("/")[0] in medicine]
    yield f"# {plain(name)}"
    yield ""
    yield f"> {USE}"
    yield ""
    yield from listed([Row(DECIDES_NOTHING), Row(plain(review_state_of_all(library, trees))), Row(KEEP)])
    for each, collection in in_order(links):
        yield ""
        yield f"## {plain(collection.title)}"
        yield ""
        yield from listed(about(collection))
        yield ""
        rows = (link(tree.title, f"trees/{each}/{tree.id}/{NAME}") for tree in library.in_order(each))
        says = (plain(tree.purpose) for tree in library.in_order(each))
        yield from listed(Row(f"{row}: {purpose}") for row, purpose in zip(rows, says, strict=True))


def about(collection: Collection) -> Iterator[Row]:
    """Yield what has to be known of a collection before any of its trees is read."""
    if collection.invented:
        yield Row(INVENTED)
    yield Row(plain(collection.about))
    yield Row(plain(collection.intended_use))
    yield Row("Sources:", (plain(f"{each.short}, {each.publisher}, {each.date}") for each in collection.sources))
