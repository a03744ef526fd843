"""All pages of the site by their address, made from one reading of the trees."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from macros import head, list_pages, trust
from macros.attribution import Attribution, Where
from macros.basis_pages import trial_page
from macros.cases_page import cases_page
from macros.changes_page import changes_page
from macros.differences_page import differences_page
from macros.drug_page import drug_page
from macros.embed import oembed
from macros.gallery import gallery
from macros.glossary_page import glossary_page
from macros.history import History
from macros.layout import layout
from macros.left_open_page import left_open_page
from macros.linked_data import Published
from macros.links import OF_A_COLLECTION, Links, pages
from macros.markup import el, heading, one_line
from macros.packages import packages
from macros.page_files import HAZARDS, PageFiles
from macros.practice.page import practice_page
from macros.put import put_all
from macros.review_page import review_page
from macros.since_page import since_page
from macros.source_page import source_page
from macros.tree_page import tree_page
from macros.uses import Uses
from trees.core.check import check
from trees.core.library import load
from trees.core.place import Place, Problem

STUB = "{{ generated() }}"
"""The one line of a page that is made from the data."""


PAGES: dict[str, Callable[[Links, Uses, str], str]] = {
    "cases": cases_page,
    "practice": practice_page,
    "differences": differences_page,
    "since": since_page,
    "left_open": left_open_page,
    "changes": changes_page,
    "glossary": glossary_page,
    "review": review_page,
}
"""The pages that every collection has, by the folder they stand in."""


class Site:
    """The library, checked, and every page that is made from it. With problems, each page shows them instead.

    `address`, `name` and `day` are those of the site, as its files say them wherever they are taken; `repository` is
    the address of what it is made from, where it is known.
    """

    def __init__(self, trees: Path, docs: Path, *, address: str, name: str, day: str, repository: str = "") -> None:
        self.library = load(trees)
        self.problems = check(self.library)
        self.pages = pages(self.library)
        if not self.problems:
            cases, unfit = put_all(self.library)
            self.problems = [*unfit, *self._missing_pages(docs)]
        self.uses = None if self.problems else Uses(self.library, cases)
        self.history, self.files = History(trees.parent), PageFiles(trees.parent, self.library)
        self.addresses: dict[str, str | None] = {}
        """The addresses of the pages that were built, each with the date of its last change, where it is known."""
        self.where = Where(address, name, day, self.addresses, repository)
        self.readings = {path.stem.removeprefix("readings_") for path in docs.glob("maintain/readings_*.md")}
        self.lists: dict[str, Callable[[Links], str]] = {
            "collections": list_pages.collection_list,
            "tree_map": list_pages.whole_map,
            "drugs": list_pages.drug_list,
            "trials": list_pages.trial_list,
            "sources": list_pages.source_list,
            "gallery": gallery,
            "packages": lambda links: packages(links, self.uses),
            "hazards": lambda _: (trees.parent / HAZARDS).read_text(encoding="utf-8"),
            "layout": lambda links: layout(trees.parent),
            **{kind: partial(list_pages.by_collection, kind=kind) for kind in OF_A_COLLECTION},
        }

    def walked_on(self, file: str) -> str | None:
        """Return the collection whose trees are walked on the page that a file of the docs becomes, if any is."""
        address = file.removesuffix(".md")
        return address.split("/")[1] if self.pages.get(address) == "tree" else None

    def basis(self, file: str, url: str) -> str:
        """Return the line on the basis of the page that a file of the docs becomes; a tree's own page says more."""
        if self.problems or self.pages.get(file.removesuffix(".md")) == "tree":
            return ""
        return one_line(trust.of_page(self._links(url), self.collections_of(file)))

    def head(self, file: str, url: str) -> str:
        """Return the head of the page that a file of the docs becomes."""
        if self.problems:
            return ""
        site, name = self.where.address, self.where.name
        links, address = self._links(url), file.removesuffix(".md")
        full = address.removeprefix("trees/").removesuffix("/index")
        match self.pages.get(address):
            case "tree":
                at = Published(f"{site}{url}", site, name, self.changed(file), f"{site}{head.card(full)}")
                discovery = oembed.discovery(Attribution(self.library, full, self.where))
                return f"{head.of_tree(links, at, full)}\n{discovery}"
            case "collection":
                return head.of_collection(links, Published(f"{site}{url}", site, name, self.changed(file)), full)
        return "\n".join(head.feeds(links, self.collections_of(file)))

    def says_what_it_is(self, file: str) -> bool:
        """Return whether the head of a page says what it is, its title and its picture included."""
        return not self.problems and self.pages.get(file.removesuffix(".md")) in ("tree", "collection")

    def describes(self, file: str) -> str | None:
        """Return what a search shows of a page, by its file below the docs, where that is more than of any page."""
        address = file.removesuffix(".md")
        if self.problems or self.pages.get(address) != "tree":
            return None
        return head.description(self.library, address.removeprefix("trees/"))

    def changed(self, file: str) -> str | None:
        """Return when what a page shows last changed, by the history of the checkout, or None where nobody knows."""
        address = file.removesuffix(".md")
        kind = self.pages.get(address)
        if kind == "tree":
            return self.history.last(self.files.of_tree(address.removeprefix("trees/")))
        if kind is None:
            return self.history.last(self.files.of_words(file))
        cases = kind in ("cases", "practice")
        return self.history.last(self.files.of_collections(self.collections_of(file), cases=cases))

    def basis_anywhere(self) -> str:
        """Return that line for a page that may stand at any address."""
        return "" if self.problems else one_line(trust.of_page(self._links(""), self.collections_of(""), linked=False))

    def collections_of(self, file: str) -> list[str]:
        """Return the collections that a page is about: its own, those of its drug or source, or all of medicine."""
        kind, _, rest = file.removesuffix(".md").partition("/")
        name = rest.partition("/")[0]
        library = self.library
        if name in library.collections:
            return [name]
        found = [each for each in library.collections if kind == "sources" and self._follows(each, name)]
        if kind == "drugs" and self.uses is not None:
            found = list(dict.fromkeys(use.tree.partition("/")[0] for use in self.uses.of_drug.get(name, ())))
        medicine = [each for each, collection in library.collections.items() if not collection.invented]
        return found or medicine or list(library.collections)

    def _follows(self, collection: str, source: str) -> bool:
        return any(each.id == source for each in self.library.collections[collection].sources)

    def _missing_pages(self, docs: Path) -> list[Problem]:
        """Return a problem for each page that the data calls for and that is not there, and for each left behind."""
        wanted = {f"{address}.md" for address in self.pages}
        problems = [
            Problem(Place(f"docs/{name}", 1), f"the page is missing. Write this one line in it: {STUB}")
            for name in sorted(wanted)
            if not (docs / name).is_file()
        ]
        for path in sorted(docs.rglob("*.md")):
            name = path.relative_to(docs).as_posix()
            if name not in wanted and STUB in path.read_text(encoding="utf-8").splitlines():
                text = "nothing in the data calls for this page. Remove it, or give it words of its own."
                problems.append(Problem(Place(f"docs/{name}", 1), text))
        return problems

    def list(self, name: str, url: str) -> str:
        """Return one of the lists, for a page at that address."""
        return self._errors() if self.problems else self.lists[name](self._links(url))

    def page(self, file: str, url: str) -> str:
        """Return a page by the path of its file below `docs`."""
        if self.uses is None:
            return f"{heading('This page cannot be shown')}\n\n{self._errors()}\n"
        links = self._links(url)
        address = file.removesuffix(".md")
        parts = address.split("/")
        match self.pages.get(address):
            case "collection":
                return list_pages.collection_page(links, parts[1])
            case "tree":
                return tree_page(links, self.uses, "/".join(parts[1:]), self.where)
            case "drug":
                return drug_page(links, self.uses, parts[1])
            case "trial":
                return trial_page(links, self.uses, parts[1], parts[2])
            case "source":
                return source_page(links, self.uses, parts[1], readings=parts[1] in self.readings)
            case str() as kind if kind in OF_A_COLLECTION:
                return PAGES[kind](links, self.uses, parts[1])
        raise KeyError(f"docs/{file}: nothing in the data calls for this page.")

    def _links(self, url: str) -> Links:
        return Links(self.library, url.strip("/"))

    def _errors(self) -> str:
        """Return every problem as a page would show it."""
        rows = [el("li", el("code", str(each.place)), f" {each.text}") for each in self.problems]
        count = f"{len(self.problems)} problem{'s' if len(self.problems) > 1 else ''} in the trees:"
        return one_line(el("div", el("p", count), el("ul", *rows), class_="dt dt-problems"))
