"""A reader of the key's HTML that has never seen the tree: it makes a graph of what the numbered steps say."""

import re
from collections.abc import Iterator

from helpers.key_steps import Back, Changed, Differing, Dose, Edges, Step, TrialShown, WayOut, Words
from helpers.markup_tree import Element, elements, through

NOT_STATED = "not stated"
DOSE = re.compile(
    r"(?P<low>[\d.]+) mg(?: to (?P<high>[\d.]+) mg)? daily(?P<split> in split doses)?"
    r"(?:, (?P<on>[\d.]+) weeks? on, (?P<off>[\d.]+) weeks? off)?(?: \(printed as “(?P<printed>.+)”\))?"
)
TRIAL = re.compile(
    r": (?P<design>.+), (?P<patients>\d+) patients; (?:no level given|level (?P<codes>.+?) \((?P<scale>.+)\))"
)
RANGE = re.compile(r"A number in (?P<unit>.+), from (?P<low>\S+) to (?P<high>\S+), to the nearest (?P<step>\S+)\.")
NO_CRITERION = re.compile(r"No criterion is given for (“[^”]+”(?: or “[^”]+”)*)\.(?: (.+))?")
LASTS = {
    " This answer does not change with time.": "fixed",
    " This answer can change with time: after an event it is asked again.": "current",
}
SIGNS = {"≥": "at_least", ">": "above", "≤": "at_most", "<": "below"}


def read_key(html: str) -> list[Step]:
    """Return the steps that a key shows, made from its HTML and nothing else."""
    return [step(section) for section in through(elements(html), "dt-term").all("section")]


def step(section: Element) -> Step:
    """Return one step."""
    heading, badge = section.one("h3"), section.one("span", "dt-badge").text
    if heading.attributes["id"] != section.attributes["data-node"]:
        raise ValueError("the heading of a step is the anchor of another one")
    (kind,) = (each.removeprefix("k-") for each in section.classes if each.startswith("k-"))
    asked = kind in ("question", "measure", "checklist", "choice")
    return Step(
        heading.attributes["id"],
        badge,
        kind,
        section.one("p", "dt-kind").text,
        heading.text.removeprefix(f"{badge} "),
        tuple(reached_from(section.one("p", "dt-from"))),
        **(asked_of(section) if asked else facts_of(section)),
    )


def asked_of(section: Element) -> dict[str, object]:
    """Return what a question or a choice has beside its words."""
    found: dict[str, object] = {}
    unit = ""
    for each in section.all("p", "dt-means"):
        (ending,) = (ending for ending in LASTS if each.text.endswith(ending))
        means = each.text.removesuffix(ending)
        without = NO_CRITERION.fullmatch(means)
        found |= {"lasts": LASTS[ending], "means": (without[2] or "") if without else means}
        found["no_criterion"] = tuple(re.findall("“([^”]+)”", without[1])) if without else ()
    for each in section.all("p", "dt-range"):
        match = matched(RANGE, each.text)
        unit = match["unit"]
        found["numbers"] = (unit, float(match["low"]), float(match["high"]), float(match["step"]))
    for each in section.all("p", "dt-order"):
        found["order"] = None if each.text == "No order between them is stated." else each.text
    for each in section.all("p", "dt-quote"):
        found |= {"words": quoted(each), "strengths": words_of_strength(each)}
    return found | {"ways": tuple(answers(section, unit))}


def answers(section: Element, unit: str) -> list[WayOut]:
    """Return the answers of a step and what holds in any case, in the order in which they stand."""
    found = []
    for part in section.children:
        if isinstance(part, Element) and "dt-always" in part.classes:
            link = part.one("a")
            words = part.text.partition(":")[0]
            found.append(WayOut("", "in any case", words, link.attributes["href"], link.text))
        elif isinstance(part, Element) and "dt-answers" in part.classes:
            found += [way(each, unit) for each in part.all("li")]
    return found


def facts_of(section: Element) -> dict[str, object]:
    """Return what an outcome has beside its words."""
    facts = {row.one("dt").text: row.one("dd") for row in section.one("dl", "dt-facts").all("div")}
    found: dict[str, object] = {"applies_to": facts["Applies to"].text, "since": tuple(changed_since(section))}
    found["held_against"] = tuple(
        (link.text, time.text)
        for each in section.all("p", "dt-since-none")
        for link, time in zip(each.all("a"), each.all("time"), strict=True)
    )
    if "Drug" in facts:
        drug = facts["Drug"].one("a")
        found["drug"] = (drug.text, drug.attributes["href"])
        found["dose"] = dose(facts["Dose"].one("span", "dt-dose").text)
        duration = facts["Duration"].text
        found["duration"] = None if duration == NOT_STATED.capitalize() else duration
    if "Would decide" in facts:
        says = section.one("h3").text.removeprefix(f"{section.one('span', 'dt-badge').text} ")
        found["left_open"] = (facts["Stated"].text, says, facts["Would decide"].text)
    found["about"] = tuple((a.text, a.attributes["href"]) for a in facts["About"].all("a")) if "About" in facts else ()
    cautions = facts["Cautions"].all("a") if "Cautions" in facts else []
    found["cautions"] = tuple((a.text, a.attributes["href"]) for a in cautions)
    found["strengths"] = tuple(strengths_of_sources(facts["Strength"]))
    found["trials"] = tuple(trial(each) for each in facts["Evidence"].all("li"))
    found["words"] = words_of_sources(facts)
    found["differs"] = differing(facts["Where the sources differ"]) if "Where the sources differ" in facts else ()
    found["notes"] = tuple(each.text for each in facts["Notes"].all("li")) if "Notes" in facts else ()
    follows = facts["What may follow"].all("li") if "What may follow" in facts else []
    return found | {"ways": tuple(way(each) for each in follows)}


def changed_since(section: Element) -> Iterator[Changed]:
    """Yield what newer sources say since, which stands before every fact of an outcome."""
    blocks = section.all("div", "dt-since")
    order = [each for each in section.children if isinstance(each, Element)]
    first = next(index for index, each in enumerate(order) if "dt-facts" in each.classes)
    if any(each in order[first:] for each in blocks):
        raise ValueError("what has changed since stands after the advice")
    for block in blocks:
        head = block.one("p", "dt-since-head")
        name, address = head.all("a")
        if head.one("span", "dt-since-tag").text != head.one("time").text[:4] or "Since then, " not in head.text:
            raise ValueError("it is not said since when")
        if address.text != address.attributes["href"]:
            raise ValueError("the address that is printed is not that of the link")
        for row in block.one("ul").all("li"):
            topic, basis = row.all("a")[0], row.one("p")
            who = row.one("strong").text
            says = row.text.removeprefix(f"{who}. {topic.text}: ").removesuffix(basis.text).strip()
            change = who.removeprefix(f"{name.text} ")
            if change == who:
                raise ValueError("a note does not say whose words it tells")
            missing = tuple(re.findall("“([^”]+)”", basis.text)) if basis.text.startswith("Searched for") else ()
            yield Changed(
                *(name.text, head.one("time").text, address.text, change),
                *(topic.text, topic.attributes["href"], says, quoted(basis), missing),
            )


def words_of_sources(facts: dict[str, Element]) -> tuple[Words, ...]:
    """Return the words of one source, or those of several, each list after the name of its source."""
    if "Words of the source" in facts:
        return tuple(word for each in facts["Words of the source"].all("li") for word in quoted(each))
    names, lists = (facts["Words of the sources"].all(tag) for tag in ("p", "ul"))
    found: list[Words] = []
    for name, words in zip(names, lists, strict=True):
        own_words = [word for each in words.all("li") for word in quoted(each)]
        if not all(word.citation.startswith(f"{name.text.removesuffix(':')}, ") for word in own_words):
            raise ValueError(f"words of another source stand under '{name.text}'")
        found += own_words
    if len(names) < 2:
        raise ValueError("the words are those of one source")
    return tuple(found)


def strengths_of_sources(shown: Element) -> Iterator[Words]:
    """Yield the words of strength; where the name of a source stands before them, they are its own."""
    name = ""
    for part in shown.children:
        if isinstance(part, Element) and part.tag == "p":
            name = part.one("span", "dt-whose").text.removesuffix(":")
        elif isinstance(part, Element):
            for word in (word for row in part.all("li") for word in strong_words(row)):
                if name and not word.citation.startswith(f"{name}, "):
                    raise ValueError(f"strengths of another source stand under '{name}'")
                yield word


def differing(shown: Element) -> tuple[Differing, ...]:
    """Return where sources differ, with what each says."""
    found = []
    for topic, sides in zip(shown.all("a"), shown.all("ul", "dt-sides"), strict=True):
        each = [(side.one("span", "dt-whose").text, side.text) for side in sides.all("li")]
        says = tuple((name.removesuffix(":"), text.removeprefix(f"{name} ")) for name, text in each)
        found.append(Differing(topic.text, topic.attributes["href"], says))
    return tuple(found)


def way(row: Element, unit: str = "") -> WayOut:
    """Return one way out; its link says its words, its edges if it is a band, and where it leads."""
    link, kind = row.all("a")[0], row.attributes["data-way"]
    says, called = link.text.split(" → ")
    edges = None
    if kind == "band":
        says, rule = matched(re.compile(r"(.*) \(([^()]*)\)"), says).groups()
        edges = edges_of(rule, unit)
    ours = bool(row.all("small", "dt-ours"))
    to, strengths = link.attributes["href"], words_of_strength(row)
    newer = "".join(each.text.strip() for each in row.all("small", "dt-since-line"))
    return WayOut(row.attributes["data-code"], kind, says, to, called, edges, ours, newer, quoted(row), strengths)


def edges_of(rule: str, unit: str) -> Edges:
    """Return the edges of a band: '≥ 400 and ≤ 600 mg'."""
    if not rule.endswith(f" {unit}"):
        raise ValueError(f"'{rule}' is not in {unit}")
    numbers: dict[str, float] = {}
    for part in rule.removesuffix(f" {unit}").split(" and "):
        sign, _, number = part.partition(" ")
        names = ("at_least", "at_most") if sign == "=" else (SIGNS[sign],) if sign != "any" else ()
        numbers |= dict.fromkeys(names, float(number or 0))
    return Edges(**numbers, unit=unit)


def dose(says: str) -> Dose | str | None:
    """Return a dose in numbers, or the words that stand for it, or None when the source states none."""
    found = DOSE.fullmatch(says)
    if found is None:
        return None if says == f"(dose {NOT_STATED})" else says
    on, off = (float(found[each]) if found[each] else None for each in ("on", "off"))
    return Dose(
        float(found["low"]), float(found["high"] or found["low"]), bool(found["split"]), on, off, found["printed"]
    )


def quoted(within: Element) -> tuple[Words, ...]:
    """Return every quote with its citation."""
    cited = within.all("a", "dt-cite")
    return tuple(Words(q.text, a.attributes["href"], a.text) for q, a in zip(within.all("q"), cited, strict=True))


def words_of_strength(within: Element) -> tuple[str, ...]:
    """Return the words of strength that stand beside quotes."""
    return tuple(each.text.strip("“”") for span in within.all("span", "dt-strength") for each in span.all("strong"))


def strong_words(shown: Element) -> list[Words]:
    """Return the words of strength of an outcome, each with the quote that holds it."""
    strong, spans, cited = shown.all("strong"), shown.all("span", "dt-in"), shown.all("a", "dt-cite")
    texts = (matched(re.compile("in “(.+)”"), span.text.strip())[1] for span in spans)
    return [
        Words(text, a.attributes["href"], a.text, word.text.strip("“”"))
        for word, text, a in zip(strong, texts, cited, strict=True)
    ]


def trial(row: Element) -> TrialShown:
    """Return a trial with its size and its level."""
    name = row.one("a")
    rest = matched(TRIAL, row.text.removeprefix(name.text))
    codes = tuple(rest["codes"].split(", ")) if rest["codes"] else ()
    return TrialShown(
        name.text, name.attributes["href"], rest["design"], int(rest["patients"]), codes, rest["scale"] or ""
    )


def reached_from(shown: Element) -> list[Back]:
    """Return the ways into a step; what only says that there is none comes out as a way without an address."""
    found, before = [], ""
    for each in shown.children:
        if isinstance(each, str):
            before = (
                each.removeprefix("Reached from: ").removeprefix("; ").strip().removesuffix(":")
                if each != ", "
                else before
            )
        elif each.attributes["href"].startswith("#"):
            found.append(Back(each.attributes["href"], each.text))
        else:
            found.append(Back(each.attributes["href"], each.text, before))
    return found or [Back("", before)]


def matched(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    """Return the match of the whole text, or say what cannot be read."""
    found = pattern.fullmatch(text)
    if found is None:
        raise ValueError(f"'{text}' cannot be read")
    return found
