"""The page of a tree for the frame of another site: walk, diagram and steps without the theme, and what they rest on.

It works where a frame may run nothing: every step and every answer is there as text and as a link. A link out of it
opens beside the page that holds the frame; a link to another tree stays in the frame.
"""

import re
from dataclasses import dataclass

from markupsafe import Markup

from macros import since, trust
from macros.attribution import Attribution
from macros.figure import figure
from macros.key import Key
from macros.links import Links
from macros.markup import el, joined, one_line
from macros.no_break import kept_together_in
from macros.terms import Terms
from macros.tree_page import ours
from macros.uses import Uses
from macros.walker import Card, walker
from trees.core.basis import LICENSE, LICENSE_NAME, NOT_ADVICE, QUOTED, TEXT_FOR

FOLDER = "embed"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"
STYLE, FRAME, WALK = "embed.css", "frame.js", "walk.js"
"""What every page for a frame loads beside the trees, in the folder of all of them."""
LEADS_OUT = re.compile(r'<a (?=[^>]*\bhref="(?:\.\./\.\./\.\./|https?:))')
OUT = '<a target="_blank" '


@dataclass(frozen=True)
class EmbedLinks(Links):
    """The way from the page for a frame: to another tree's page for a frame, and to the site for everything else."""

    def tree(self, name: str, anchor: str = "") -> str:
        """Return the address of a tree in the frame by its full name."""
        return self.to(f"{FOLDER}/{name}", anchor)


def address(name: str) -> str:
    """Return where the page of a tree for a frame stands below the site, without the slash at its end."""
    return f"{FOLDER}/{name}"


def embed_page(uses: Uses, name: str, of: Attribution, discovery: Markup) -> str:
    """Return the whole page of a tree by its full name; `discovery` is what stands in its head for other programs."""
    library, tree = uses.library, uses.library.trees[name]
    links = EmbedLinks(library, address(name))
    key = Key(links, uses, name, tree)
    no_terms = Terms(links, of.collection.id, ())
    body = el(
        "div",
        el("div", el("h1", tree.title), above(links, of), class_="dt-basis"),
        walker(Card(links, uses, name, tree), no_terms),
        figure(links, name, tree, paper=False),
        el("section", el("h2", "Steps", id="steps-of-the-tree"), ours(tree), key.steps(), class_="dt-key"),
        el("footer", below(of), class_="dt-about"),
        class_="dt",
        data_tree=name,
    )
    last = (el("script", src=each) for each in (f"../../../walks/{of.collection.id}.js", f"../../{WALK}"))
    main = el("main", kept_together_in(body))
    page = el("html", el("head", *head(of), discovery), el("body", main, *last), lang="en")
    return f"<!doctype html>\n{LEADS_OUT.sub(OUT, one_line(page))}\n"


def head(of: Attribution) -> list[Markup]:
    """Return what a browser reads first: what the page may do, and that the tree's own page is the one to find."""
    says = f"{of.tree.purpose} {NOT_ADVICE} Sources: {of.dated}. {of.review}"
    return [
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=POLICY),
        el("meta", name_="referrer", content="no-referrer"),
        el("meta", name_="viewport", content="width=device-width,initial-scale=1"),
        el("meta", name_="robots", content="noindex"),
        el("meta", name_="description", content=says),
        el("link", rel="canonical", href=of.address),
        el("link", rel="license", href=LICENSE),
        el("link", rel="stylesheet", href=f"../../{STYLE}"),
        el("script", src=f"../../{FRAME}"),
        el("title", f"{of.title} - {of.where.name}"),
    ]


def above(links: Links, of: Attribution) -> Markup:
    """Return what has to be read before the first answer: patients, dates, what is newer, review state, hash."""
    newer = trust.since_then(links, of.collection, of.tree.nodes)
    return joined(
        trust.invented(of.collection),
        trust.superseded(links, of.collection),
        el("p", "For: ", of.tree.applies_to, class_="dt-for"),
        el(
            "p",
            joined("Follows ", since.all_dated(links, of.sources), ". ") if of.sources else None,
            joined(el("strong", "Since then: "), newer, " ") if newer else None,
            el("strong", of.review),
            " ",
            trust.version(links, of.name),
            class_="dt-state",
        ),
    )


def below(of: Attribution) -> Markup:
    """Return whose the tree is, under which license, for whom it is written, and where its own page stands."""
    license_ = el("a", LICENSE_NAME, href=LICENSE)
    return joined(
        el("p", el("a", "Open the full page", href=of.address), ": ", el("span", of.address, class_="dt-address")),
        el("p", f"“{of.title}”, by {of.author}, changed {of.day}, ", license_, f". {QUOTED}"),
        el("p", f"For: {trust.AUDIENCE.lower()}. {of.collection.intended_use} {TEXT_FOR}: {of.tree.readers}."),
    )
