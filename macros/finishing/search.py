"""The search: the theme's own, behind a script that knows what the words of the site are and what stands where.

The theme's script is kept whole; ours and its words are put before it, into one file, so that nothing has to be loaded
by a worker or in a folder of files. Its name changes with what it holds.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from macros.links import OF_A_COLLECTION
from trees.core.library import Library
from trees.core.parts import parts_within

FOLDER = "assets/javascripts/workers"
SCRIPT = Path(__file__).with_suffix(".js")
Words = dict[str, list[str]]


def write(folder: Path, library: Library) -> None:
    """Put our script before the theme's, and keep its name: every page leads to it."""
    file = only_script(folder)
    words = json.dumps(words_for(library), ensure_ascii=False, separators=(",", ":"))
    script, _, _ = file.read_text(encoding="utf-8").partition("//# sourceMappingURL=")
    for each in (folder / FOLDER).iterdir():
        each.unlink()
    file.write_text(f"const SEARCH = {words};\n{SCRIPT.read_text(encoding='utf-8')}{script}", encoding="utf-8")


def rename(folder: Path) -> None:
    """Name the script after what it holds, for browsers that have kept another, and lead every page to it."""
    file = only_script(folder)
    ours = file.with_name(f"search.{hashlib.sha256(file.read_bytes()).hexdigest()[:8]}.js")
    file.rename(ours)
    for page in folder.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        page.write_text(html.replace(f"{FOLDER}/{file.name}", f"{FOLDER}/{ours.name}"), encoding="utf-8")


def only_script(folder: Path) -> Path:
    """Return the script of the search in the folder of a site."""
    (script,) = (folder / FOLDER).glob("search.*.js")
    return script


def words_for(library: Library) -> dict[str, object]:
    """Return what our script knows: what each tree is for, which pages come later, names of drugs, and synonyms."""
    return {
        "aims": {
            f"trees/{name}/": tree.purpose
            for name, tree in library.full_names()
            if not library.collections[name.partition("/")[0]].invented
        },
        "later": sorted(later(library)),
        "names": {other: drug.name.lower() for drug in library.drugs.values() for other in drug.also},
        "words": synonyms(library),
    }


def synonyms(library: Library) -> Words:
    """Return what each text leads to: a synonym to the words of the trees, a form of a term to its other forms."""
    found: Words = {}
    for terms in library.terms.values():
        for term in terms.values():
            forms = (term.name, *term.also)
            for form in forms:
                found.setdefault(form.lower(), []).extend(other.lower() for other in forms if other != form)
    for given in library.synonyms.values():
        for synonym in given:
            found.setdefault(synonym.typed.lower(), []).extend(synonym.ways)
    return {typed: list(dict.fromkeys(ways)) for typed, ways in sorted(found.items()) if ways}


def later(library: Library) -> Iterator[str]:
    """Yield how the addresses begin of pages that come after others: what is invented, and what is for maintainers."""
    yield from ("change/", "maintain/", "review/")
    invented = {name for name, each in library.collections.items() if each.invented}
    for name in invented:
        yield from (f"{kind}/{name}/" for kind in ("trees", "trials", *OF_A_COLLECTION))
    real = [library.collections[name] for name in library.collections if name not in invented]
    followed = {source.id for collection in real for source in collection.sources}
    yield from (f"sources/{name}/" for name in library.registers if name not in followed)
    treated = {
        drug.id
        for name, tree in library.full_names()
        if name.partition("/")[0] not in invented
        for part in parts_within(tree)
        for drug in library.drugs.values()
        if part is drug
    }
    yield from (f"drugs/{name}/" for name in library.drugs if name not in treated)
