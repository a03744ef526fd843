"""What a page is, in the words of schema.org, for programs that look for medical pages: its basis, and no more.

A collection that is not medicine is a page about nothing medical. A strength is the source's own word, and stands with
the answers that lead to its outcome.
"""

import json
from dataclasses import dataclass

from markupsafe import Markup

from macros.trust import AUDIENCE
from trees.core import wording
from trees.core.basis import LICENSE
from trees.core.digest import SHORT, digest
from trees.core.evidence import Source, quotes_of
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Collection, LeftOpen, Outcome, Tree
from trees.core.records import Review
from trees.core.report import sources_quoted
from trees.core.review import review_state, review_state_of_all, reviewed
from trees.core.told import answers_to

Data = dict[str, object]
ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@dataclass(frozen=True)
class Published:
    """Where a page stands: its address and the site's, the site's name, the date of its content, its picture."""

    address: str
    site: str
    name: str
    modified: str | None
    image: str | None = None


def script(data: Data) -> Markup:
    """Return data as a block of the head that no text in it can end."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for mark, escape in ESCAPES.items():
        written = written.replace(mark, escape)
    return Markup(f'<script type="application/ld+json">{written}</script>')


def of_tree(library: Library, name: str, at: Published) -> Data:
    """Return the page of a tree, and the guideline on it."""
    tree, collection = library.trees[name], library.collections[name.partition("/")[0]]
    sources = sources_quoted(library, name)
    page = {
        **web_page(collection, at, tree.title, tree.purpose, sources),
        "audience": {"@type": "MedicalAudience", "audienceType": AUDIENCE},
        "version": f"{name}@{digest(library, name)[:SHORT]}",
        "creativeWorkStatus": review_state(library, name),
        **review_of(reviewed(library, name).now),
    }
    if collection.invented:
        return context({**page, "audience": {"@type": "Audience", "audienceType": AUDIENCE}})
    known = guideline(collection, at, tree.title, sources)
    firm = [
        each for each in (recommendation(tree, node, at) for node in tree.nodes if isinstance(node, OUTCOMES)) if each
    ]
    return context({**page, "mainEntity": {"@id": known["@id"]}, "mentions": firm}, known)


def of_collection(library: Library, name: str, at: Published) -> Data:
    """Return the page of a collection, with its trees, and the guideline that they are."""
    collection = library.collections[name]
    trees = [full for full, _ in library.full_names() if full.startswith(f"{name}/")]
    kind = "WebPage" if collection.invented else "MedicalWebPage"
    parts = [{"@type": kind, "name": library.trees[full].title, "url": f"{at.site}trees/{full}/"} for full in trees]
    sources = list(collection.sources)
    page = {
        **web_page(collection, at, collection.title, collection.about, sources),
        "creativeWorkStatus": review_state_of_all(library, trees),
        "hasPart": parts,
    }
    if collection.invented:
        return context(page)
    known = guideline(collection, at, collection.title, sources)
    return context({**page, "mainEntity": {"@id": known["@id"]}}, known)


def context(*graph: Data) -> Data:
    """Return things with the vocabulary they are described in."""
    return {"@context": "https://schema.org", "@graph": list(graph)}


def web_page(collection: Collection, at: Published, title: str, says: str, sources: list[Source]) -> Data:
    """Return what the page of a tree and that of a collection have in common."""
    data: Data = {
        "@type": "WebPage" if collection.invented else "MedicalWebPage",
        "@id": at.address,
        "url": at.address,
        "name": title,
        "description": f"{says} {collection.intended_use}",
        "inLanguage": "en",
        "isPartOf": {"@type": "WebSite", "name": at.name, "url": at.site},
        "license": LICENSE,
        "isBasedOn": [source_data(source) for source in sources],
    }
    if not collection.invented and collection.condition is not None:
        data["about"] = condition(collection.condition)
    if at.modified is not None:
        data["dateModified"] = at.modified
    if at.image is not None:
        data["image"] = at.image
    return data


def guideline(collection: Collection, at: Published, title: str, sources: list[Source]) -> Data:
    """Return the guideline of a page: what it is on, of which texts it comes, and their dates."""
    data: Data = {
        "@type": "MedicalGuideline",
        "@id": f"{at.address}#guideline",
        "name": title,
        "url": at.address,
        "guidelineDate": [source.date for source in sources],
        "evidenceOrigin": "; ".join(f"{each.title} ({each.publisher}, {each.date})" for each in sources),
    }
    if collection.condition is not None:
        data["guidelineSubject"] = condition(collection.condition)
    return data


def recommendation(tree: Tree, node: Outcome, at: Published) -> Data | None:
    """Return an outcome that a source names with a word of strength, with its patients; None where there is no word.

    What is left open is no recommendation, and of several words it must be clear which one is about the outcome.
    """
    strong = wording.firm_quotes(node) or wording.strengths(quotes_of(node.because))
    if isinstance(node, LeftOpen) or len({each.strength for each in strong}) != 1:
        return None
    asked = [f"{each}." for each in answers_to(tree, node)]
    words = (f"“{each.strength}” in “{each.text}” ({wording.citation(each)})" for each in strong)
    return {
        "@type": "MedicalGuidelineRecommendation",
        "name": wording.title(node),
        "description": " ".join([f"{tree.applies_to}.", *asked]),
        "url": f"{at.address}#{node.id}",
        "recommendationStrength": "; ".join(words),
        "evidenceOrigin": "; ".join(dict.fromkeys(wording.citation(quote) for quote in quotes_of(node.because))),
    }


def condition(name: str) -> Data:
    """Return the condition that a collection is about."""
    return {"@type": "MedicalCondition", "name": name}


def source_data(given: Source) -> Data:
    """Return a dated text that a page follows."""
    return {
        "@type": "CreativeWork",
        "name": given.title,
        "alternateName": given.short,
        "url": given.address,
        "datePublished": given.date,
        "publisher": {"@type": "Organization", "name": given.publisher},
        "audience": {"@type": "Audience", "audienceType": given.readers},
    }


def review_of(known: tuple[Review, ...]) -> Data:
    """Return who has reviewed a page as it reads now, and when last; nothing where nobody has."""
    if not known:
        return {}
    people = [{"@type": "Person", "name": each.reviewer, "jobTitle": each.role} for each in known]
    return {"lastReviewed": known[-1].date, "reviewedBy": people}
