"""The cases of a collection as a whole: what a file of them says of itself before the first question."""

from dataclasses import dataclass
from functools import cached_property

from macros.attribution import Attribution, Where
from macros.cases_page import Registered, registered
from macros.links import AbsoluteLinks
from macros.markup import count
from macros.quiz.items import Item, items, not_put
from macros.uses import Uses
from trees.core.basis import INVENTED, LICENSE, LICENSE_NAME, NOT_ADVICE, NOTHING_NEWER, QUOTED, counted
from trees.core.nodes import Collection
from trees.core.review import review_state_of_all

OF_CASES = (
    "The patients are invented. Each question asks where a tree leads for one of them: what dated texts say, not what "
    "is best today. Where those texts leave a matter open, or leave a choice, so does the right answer."
)


@dataclass(frozen=True)
class Whole:
    """All questions of a collection, and where they are published."""

    uses: Uses
    name: str
    where: Where

    @property
    def collection(self) -> Collection:
        """The collection."""
        return self.uses.library.collections[self.name]

    @property
    def title(self) -> str:
        """What the cases are called as a whole."""
        return f"{self.collection.title}: cases"

    @cached_property
    def items(self) -> list[Item]:
        """Every case that is put to a tree, in the order of the trees."""
        return items(self.uses, self.name)

    @cached_property
    def by_tree(self) -> dict[str, list[Item]]:
        """The same by the full name of the tree that is asked."""
        found: dict[str, list[Item]] = {}
        for item in self.items:
            found.setdefault(item.name, []).append(item)
        return found

    @property
    def left_out(self) -> list[tuple[str, str]]:
        """The cases that are no question in any form, each with the reason."""
        return [(case.id, "not put to any tree yet") for case in not_put(self.uses, self.name)]

    def of(self, tree: str) -> Attribution:
        """Return what is said of a tree wherever it goes."""
        return Attribution(self.uses.library, tree, self.where)

    @cached_property
    def rows_of(self) -> dict[str, list[tuple[str, str]]]:
        """What has to be known of each tree that is asked: read once, for its hash is long in the making."""
        return {tree: self.of(tree).rows() for tree in self.by_tree}

    @cached_property
    def source_of(self) -> Registered:
        """The source of each statement number."""
        return registered(self.links, self.collection)

    @property
    def links(self) -> AbsoluteLinks:
        """Where everything stands on the site, from anywhere."""
        return AbsoluteLinks(self.uses.library, "", self.where.address)

    def rows(self) -> list[tuple[str, str]]:
        """Return what has to be known of the file, each row with what it is called."""
        library, collection = self.uses.library, self.collection
        trees = [f"{self.name}/{tree.id}" for tree in library.in_order(self.name)]
        page = f"cases/{self.name}/"
        newer = "; ".join(f"{each.short}, {each.date}" for each in collection.newer)
        nodes = [node for tree in library.in_order(self.name) for node in tree.nodes]
        superseded = collection.superseded_by
        warnings = [INVENTED] if collection.invented else []
        if superseded:
            warnings.append(f"Superseded. The newer collection: {library.collections[superseded].title}")
        return [
            *(("Warning", each) for each in warnings),
            ("Title", self.title),
            ("What it is", OF_CASES),
            ("Author", f"the maintainers of {self.where.name}"),
            ("Source", f"{self.where.address}{page}"),
            ("License", f"{LICENSE_NAME}, {LICENSE}. {QUOTED}"),
            ("Version", "each question names the hash of its tree"),
            ("Changed", self.where.changed.get(page) or self.where.day),
            ("Made", self.where.day),
            ("Follows", "; ".join(f"{each.short}, {each.date}" for each in collection.sources)),
            ("Since then", f"{newer}: {counted(nodes)}" if newer else NOTHING_NEWER),
            ("State", review_state_of_all(library, trees)),
            ("Use", f"{collection.intended_use} {NOT_ADVICE}"),
            ("Questions", f"{count(len(self.items), 'case')} of {len(self.by_tree)} of {count(len(trees), 'tree')}"),
        ]
