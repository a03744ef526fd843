"""Our files of DMN with something changed in them that an engine or a comparison has to notice."""

from collections.abc import Callable, Iterator

from lxml import etree

NAMES = {"dmn": "https://www.omg.org/spec/DMN/20191111/MODEL/"}
OFFERED, END, TOLD = "_offered", "_end", "_told"
Change = Callable[[etree._Element], None]


def changed(file: bytes, change: Change) -> bytes:
    """Return a file with a change, which has to change it."""
    root = etree.fromstring(file)
    before = etree.tostring(root)
    change(root)
    assert etree.tostring(root) != before, "nothing has changed"
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))


def rules(root: etree._Element, decision: str) -> list[etree._Element]:
    """Return the rules of a decision."""
    return list(root.xpath(f"dmn:decision[@name='{decision}']/dmn:decisionTable/dmn:rule", namespaces=NAMES))


def how_many(file: bytes, decision: str) -> int:
    """Return how many rules a decision has."""
    return len(rules(etree.fromstring(file), decision))


def texts(rule: etree._Element, what: str) -> list[etree._Element]:
    """Return the texts of the cells of a rule: of 'inputEntry' or of 'outputEntry'."""
    return list(rule.xpath(f"dmn:{what}/dmn:text", namespaces=NAMES))


def without_rule(decision: str, at: int) -> Change:
    """Return the change that takes a rule away."""

    def change(root: etree._Element) -> None:
        rule = rules(root, decision)[at]
        rule.getparent().remove(rule)

    return change


def wider_rule(at: int) -> Change:
    """Return the change by which the last thing that a rule asks is not asked: it holds where another holds."""

    def change(root: etree._Element) -> None:
        asked = [cell for cell in texts(rules(root, END)[at], "inputEntry") if cell.text != "-"]
        asked[-1].text = "-"

    return change


def swapped(first: int, second: int) -> Change:
    """Return the change by which each of two rules leads where the other led."""

    def change(root: etree._Element) -> None:
        (one,), (other,) = (texts(rules(root, END)[at], "outputEntry") for at in (first, second))
        one.text, other.text = other.text, one.text

    return change


def of_field(position: int) -> Change:
    """Return the change that adds a letter to each text of a field that is told."""

    def change(root: etree._Element) -> None:
        for rule in rules(root, TOLD):
            cell = texts(rule, "outputEntry")[position]
            if cell.text != '""':
                cell.text = f'{cell.text[:-1]}x"'

    return change


def other_words(old: str, new: str, decision: str = TOLD) -> Change:
    """Return the change of some words, which have to stand there, in every cell of a decision."""

    def change(root: etree._Element) -> None:
        for rule in rules(root, decision):
            for cell in [*texts(rule, "inputEntry"), *texts(rule, "outputEntry")]:
                cell.text = cell.text.replace(old, new)

    return change


def told_in_any_case(root: etree._Element) -> None:
    """Tell what depends on items in any case."""
    for rule in rules(root, TOLD):
        for cell in texts(rule, "inputEntry")[1:]:
            cell.text = "-"


def offering(code: str) -> Change:
    """Return the change by which every column offers one more code."""

    def change(root: etree._Element) -> None:
        for cell in root.xpath("//dmn:input//dmn:text | //dmn:allowedValues/dmn:text", namespaces=NAMES):
            cell.text = cell.text.replace("(null, ", f'(null, "{code}", ')

    return change


def edges(file: bytes) -> Iterator[tuple[str, str]]:
    """Yield each edge between two bands that stands in the cells of a file."""
    found = {
        cell.text
        for rule in rules(etree.fromstring(file), END)
        for cell in texts(rule, "inputEntry")
        if cell.text.startswith(("<", ">"))
    }
    yield from sorted(tuple(each.split()) for each in found)
