"""The page of a comparison, whole in one file: it asks for nothing, runs nothing, and is read offline."""

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from macros.card_style import colors_of, painted_by
from macros.diff.picture import picture, wider
from macros.markup import el, joined, one_line
from macros.no_break import kept_together_in
from trees.core.diff.comparison import Comparison, TreeDiff
from trees.core.diff.excerpt import excerpt
from trees.core.diff.items import CHANGED, Item, Weight
from trees.core.diff.text import led, title_of
from trees.core.diff.told import MEANS, Group, ends, groups, head, kind_of
from trees.core.place import Problem

TITLE = "What changed, and for which patients"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
NOT_ADVICE = "For reviewers of a change. Not medical advice: nothing here has been published by being compared."
OWN = Path(__file__).with_name("diff.css")


def page(found: Sequence[Comparison], missing: Sequence[Problem], names: tuple[str, str], most: int, docs: Path) -> str:
    """Return the page of a comparison; `names` are what the two editions were called, `docs` the folder of pages."""
    earlier, later = names
    body = joined(
        el("h1", TITLE),
        el("p", "Earlier: ", el("strong", earlier), ". Later: ", el("strong", later), ". ", NOT_ADVICE),
        el("ul", *(el("li", head(each)) for each in found)),
        el("ul", *(el("li", el("strong", kind_of(kind)), ": ", says) for kind, says in MEANS.items()), class_="kinds"),
        not_written(missing),
        *(collection(each, most) for each in found),
    )
    head_ = (
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=POLICY),
        el("meta", name_="viewport", content="width=device-width,initial-scale=1"),
        el("meta", name_="robots", content="noindex"),
        el("style", Markup(f"{style(docs)}{wider(body)}")),
        el("title", f"{TITLE}: {earlier}, {later}"),
    )
    main = el("main", el("div", kept_together_in(body), class_="dt"))
    return f"<!doctype html>\n{one_line(el('html', el('head', *head_), el('body', main), lang='en'))}\n"


def style(docs: Path) -> str:
    """Return the rules of the page: those of the drawings of the site, their dark colors, and its own."""
    sheets = painted_by(docs)
    dark = ";".join(f"{name}:{value}" for name, value in colors_of(sheets, dark=True).items())
    own = OWN.read_text(encoding="utf-8")
    return f"{sheets}\n@media screen and (prefers-color-scheme:dark){{.dt.dt.dt{{color-scheme:dark;{dark}}}}}\n{own}"


def not_written(missing: Sequence[Problem]) -> Markup | None:
    """Return what the change notes do not say yet."""
    if not missing:
        return None
    rows = (el("li", str(each)) for each in missing)
    return el("section", el("h2", "Not written down yet"), el("ul", *rows), class_="missing")


def collection(found: Comparison, most: int) -> Markup:
    """Return what changed in a collection."""
    beside = el("section", el("h3", "Beside the trees"), changes(found.items)) if found.items else None
    return el("section", el("h2", head(found)), *(tree(each, most) for each in found.trees), beside)


def tree(diff: TreeDiff, most: int) -> Markup:
    """Return what changed in a tree: the changes, the picture, the patients."""
    kind = el("span", kind_of(diff.weight), class_="kind")
    parts: list[Markup | None] = [
        el("h3", diff.title, " ", kind),
        el("p", el("code", diff.name), ". ", ends(diff)),
        changes(diff.items),
    ]
    if diff.before is not None and diff.after is not None:
        if diff.weight is Weight.ADVICE:
            parts.append(picture(diff))
        parts += [patients(group) for group in groups(diff, most)]
        if diff.tally.changed > most:
            parts.append(el("p", f"And {diff.tally.changed - most:,} more paths, which are counted and not listed."))
    return el("section", joined(*parts))


def changes(items: Sequence[Item]) -> Markup | None:
    """Return changes one by one: what was there struck through, what is there now in bold."""
    rows = (
        el(
            "li",
            el("strong", item.how.value),
            f" {item.about}{f', {item.what}' if item.what else ''}",
            before_and_after(item),
        )
        for item in items
    )
    return el("ul", *rows, class_="changes") if items else None


def before_and_after(item: Item) -> Markup:
    """Return what was there and what is there now, as far as there is anything."""
    was, now = excerpt(item.before, item.after)
    if item.how is CHANGED and not was:
        # What is there now is not shown: these are words of ours, for what has changed.
        return joined(f": {now}" if now else None)
    arrow = " → " if was and now else None
    return joined(": " if was or now else None, el("del", was) if was else None, arrow, el("ins", now) if now else None)


def patients(group: Group) -> Markup:
    """Return the patients who were led to one place and are now led to another."""
    where = el("dl", *(joined(el("dt", label), el("dd", says)) for label, says in led(group)))
    listed = (el("li", "; ".join(answers)) for answers in group.patients)
    return el("section", el("h4", title_of(group)), where, el("ol", *listed), class_="patients")
