"""A reader of a tree's Markdown that has never seen the tree: it makes the same steps of it as of the page's key."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from helpers.key_reader import LASTS, NO_CRITERION, NOT_STATED, TRIAL, dose, edges_of, matched
from helpers.key_steps import Back, Changed, Differing, Step, TrialShown, WayOut, Words

KINDS = {
    "Question": "question",
    "Question, answered by a number": "measure",
    "Checklist: every true item counts": "checklist",
    "Choice: more than one course is named": "choice",
    "Treatment": "treatment",
    "Advice against": "against",
    "Left open": "open",
}
STEP = re.compile(
    r'<a id="(?P<id>\w+)"></a>\n\n### (?P<badge>\w+): (?P<says>.*)\n\n(?P<named>.*)\n\n(?P<rows>(?:.*\n)*)'
)
LINK = re.compile(r"\[(?P<says>(?:\\.|[^\]\\])*)\]\((?P<to>[^)]*)\)")
QUOTED = re.compile(rf"“(?P<text>(?:(?!” \(\[).)*)” \({LINK.pattern}\)")
WAY = re.compile(rf"(?P<kind>\w+) `(?P<code>\w+)`: (?P<words>.*?) → {LINK.pattern}(?P<why>.*)")
WHY = re.compile(r"(?:\. (?P<since>Since then, .*?))?(?P<rest>(?:\. (?:Our question|Rests on ).*)?)")
DATED = re.compile(rf"{LINK.pattern}, (\S+?)(?=$|; )")
HELD = re.compile(r"(?:Held against (?P<sources>.*): no note\. No sentence there was found that differs from .*)?")
EDGES = re.compile(r"(?P<words>.*) \((?P<edges>[^()]*)\)")
STRENGTH = re.compile(r"\. Strength: (?P<words>“[^”]+”(?:, “[^”]+”)*)$")
NUMBER = re.compile(r"in (?P<unit>.+), from (?P<low>\S+) to (?P<high>\S+), to the nearest (?P<step>\S+)")


@dataclass
class Item:
    """A row of a list with the rows below it."""

    says: str
    below: list["Item"] = field(default_factory=list)


def plain(text: str) -> str:
    """Return Markdown as the text it reads as."""
    return unescape(re.sub(r"\\(.)", r"\1", text))


def items(lines: str) -> list[Item]:
    """Return the rows of a list, those below others within them."""
    found: list[Item] = []
    for line in lines.splitlines():
        spaces, _, says = line.partition("- ")
        into = found
        for _ in range(len(spaces) // 2):
            into = into[-1].below
        into.append(Item(says))
    return found


def address(of: str) -> str:
    """Return the address of the page that an address of its twin stands for."""
    return of.replace("/index.md", "/")


def read_twin(text: str) -> list[Step]:
    """Return the steps of a twin."""
    return [step(each) for each in sections(text)]


def sections(text: str) -> Iterator[re.Match[str]]:
    """Yield each step of a twin: its id, badge, heading, kind and rows."""
    body = text.partition("\n## Steps\n\n")[2].partition("\n## Terms\n")[0]
    for each in re.split(r'(?=^<a id=")', body, flags=re.MULTILINE):
        if each:
            yield matched(STEP, f"{each.strip()}\n")


def step(found: re.Match[str]) -> Step:
    """Return one step."""
    named = plain(found["named"])
    kind = KINDS.get(named) or ("action" if named.startswith("Action: ") else "")
    rows = {item.says.partition(":")[0]: item for item in items(found["rows"])}
    says = plain(found["says"])
    asked = kind in ("question", "measure", "checklist", "choice")
    more = asked_of(rows) if asked else facts_of(rows, says)
    return Step(found["id"], found["badge"], kind, named, says, reached_from(rows["Reached from"]), **more)


def value(item: Item) -> str:
    """Return what a row says after its label."""
    return item.says.partition(": ")[2]


def asked_of(rows: dict[str, Item]) -> dict[str, object]:
    """Return what a question or a choice has beside its words."""
    found: dict[str, object] = {}
    unit = ""
    if "Meaning" in rows:
        means = plain(value(rows["Meaning"]))
        without = NO_CRITERION.fullmatch(means)
        found["means"] = (without[2] or "") if without else means
        found["no_criterion"] = tuple(re.findall("“([^”]+)”", without[1])) if without else ()
        found["lasts"] = LASTS[f" {plain(value(rows['Answer']))}"]
    if "Number" in rows:
        number = matched(NUMBER, plain(value(rows["Number"])))
        unit = number["unit"]
        found["numbers"] = (unit, float(number["low"]), float(number["high"]), float(number["step"]))
    if "Order" in rows:
        order = plain(value(rows["Order"]))
        found["order"] = None if order == "No order between them is stated." else order
    for says, item in rows.items():
        if says.startswith("Rests on"):
            found["words"], found["strengths"] = words_and_strengths(item.says)
    out = [way(item.says, unit) for item in rows["Answers"].below]
    if "In any case" in rows:
        link = matched(LINK, value(rows["In any case"]))
        out.insert(0, WayOut("", "in any case", "In any case", link["to"], plain(link["says"])))
    return found | {"ways": tuple(out)}


def facts_of(rows: dict[str, Item], says: str) -> dict[str, object]:
    """Return what an outcome has beside its words."""
    found: dict[str, object] = {"applies_to": plain(value(rows["Applies to"]))}
    if "Since then" in rows and list(rows).index("Applies to") < list(rows).index("Since then"):
        raise ValueError("what has changed since stands after the advice")
    newer = rows["Since then"].below if "Since then" in rows else []
    found["since"] = tuple(note for item in newer for note in changed_since(item))
    held = matched(HELD, next(iter(row.says for row in rows.values() if row.says.startswith("Held against ")), ""))
    found["held_against"] = tuple((plain(says), date) for says, _, date in DATED.findall(held["sources"] or ""))
    if "Drug" in rows:
        found["drug"] = linked(value(rows["Drug"]))
        found["dose"] = dose(plain(value(rows["Dose"])))
        duration = plain(value(rows["Duration"]))
        found["duration"] = None if duration == NOT_STATED.capitalize() else duration
    if "Would decide" in rows:
        found["left_open"] = (plain(value(rows["Stated"])), says, plain(value(rows["Would decide"])))
    found["about"] = tuple(linked(item.says) for item in rows["About"].below) if "About" in rows else ()
    found["cautions"] = tuple(linked(item.says) for item in rows["Cautions"].below) if "Cautions" in rows else ()
    found["strengths"] = tuple(strong(item.says) for item in rows["Strength"].below)
    found["trials"] = tuple(trial(item.says) for item in rows["Evidence"].below)
    found["words"] = tuple(word for item in rows["Words of the source"].below for word in quoted(item.says))
    differs = rows["Where the sources differ"].below if "Where the sources differ" in rows else []
    found["differs"] = tuple(differing(item) for item in differs)
    found["notes"] = tuple(plain(item.says) for item in rows["Notes"].below) if "Notes" in rows else ()
    follows = rows["What may follow"].below if "What may follow" in rows else []
    return found | {"ways": tuple(way(item.says) for item in follows)}


def changed_since(item: Item) -> Iterator[Changed]:
    """Yield what a newer source says since."""
    head = LINK.match(item.says)
    assert head, item.says
    _, date, published_at = plain(item.says[head.end() :]).split(", ")
    for row in item.below:
        who, _, rest = row.says.partition(". ")
        topic = LINK.match(rest)
        change = plain(who).removeprefix(f"{plain(head['says'])} ")
        assert topic, rest
        words = tuple(word for each in row.below for word in quoted(each.says))
        searched = (each.says for each in row.below if each.says.startswith("Searched for"))
        missing = tuple(plain(each) for says in searched for each in re.findall("“([^”]+)”", says))
        says = plain(rest[topic.end() :].removeprefix(": "))
        yield Changed(
            *(plain(head["says"]), date, published_at, change),
            *(plain(topic["says"]), topic["to"], says, words, missing),
        )


def linked(says: str) -> tuple[str, str]:
    """Return the words of a link and where it leads."""
    link = matched(LINK, says)
    return plain(link["says"]), address(link["to"])


def quoted(says: str) -> tuple[Words, ...]:
    """Return every quote with its citation."""
    return tuple(Words(plain(each["text"]), each["to"], plain(each["says"])) for each in QUOTED.finditer(says))


def words_and_strengths(says: str) -> tuple[tuple[Words, ...], tuple[str, ...]]:
    """Return the quotes that something rests on, and the words of strength in them."""
    strength = STRENGTH.search(says)
    words = tuple(plain(each) for each in re.findall("“([^”]+)”", strength["words"])) if strength else ()
    return quoted(says[: strength.start()] if strength else says), words


def strong(says: str) -> Words:
    """Return a word of strength with the quote that holds it."""
    word, _, rest = says.partition(" in “")
    (held,) = quoted(f"“{rest}")
    return Words(held.text, held.address, held.citation, plain(word).strip("“”"))


def trial(says: str) -> TrialShown:
    """Return a trial with its size and its level."""
    link = LINK.match(says)
    assert link, says
    rest = matched(TRIAL, plain(says[link.end() :]))
    codes = tuple(rest["codes"].split(", ")) if rest["codes"] else ()
    return TrialShown(
        plain(link["says"]), link["to"], rest["design"], int(rest["patients"]), codes, rest["scale"] or ""
    )


def differing(item: Item) -> Differing:
    """Return a matter on which sources differ."""
    topic, to = linked(item.says)
    sides = (plain(each.says).partition(": ") for each in item.below)
    return Differing(topic, to, tuple((name, says) for name, _, says in sides))


def way(says: str, unit: str = "") -> WayOut:
    """Return one way out."""
    found = matched(WAY, says)
    words, edges = plain(found["words"]), None
    if found["kind"] == "band":
        parts = matched(EDGES, words)
        words, edges = parts["words"], edges_of(parts["edges"], unit)
    why = matched(WHY, found["why"])
    ours = why["rest"] == ". Our question"
    quotes, strengths = words_and_strengths(why["rest"])
    to, newer = address(found["to"]), f"{plain(why['since'])}." if why["since"] else ""
    return WayOut(found["code"], found["kind"], words, to, plain(found["says"]), edges, ours, newer, quotes, strengths)


def reached_from(item: Item) -> tuple[Back, ...]:
    """Return the ways into a step."""
    found = []
    for each in item.below:
        link = LINK.search(each.says)
        if link is None:
            found.append(Back("", plain(each.says)))
        elif link["to"].startswith("#"):
            found.append(Back(link["to"], plain(link["says"])))
        else:
            tree = plain(each.says[: link.start()]).removeprefix("the tree “").removesuffix("”, ")
            found.append(Back(address(link["to"]), plain(link["says"]), tree))
    return tuple(found)
