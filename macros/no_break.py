"""Where a line must not end: between a number and its unit, inside a range, between a sign and its number."""

import re

from markupsafe import Markup

NO_BREAK = "\u00a0"
UNITS = (
    r"(?:mg|g|kg|mcg|µg|ng|IU|ml|mL|l|L|dl|dL|mm|cm|m|mm²|Gy|%|HPFs?|mitoses|fields|times|daily|doses?|cycles?|lines?|sites?"
    r"|minutes?|hours?|days?|weeks?|months?|years?)"
)
JOINS = (
    # A number and its unit, "37.5 mg"; both ends of a range, "3 to 6 months"; a name or a sign and its number.
    (re.compile(rf"(\d) ({UNITS})(?!\w)"), rf"\1{NO_BREAK}\2"),
    (re.compile(r"(\d) (to|or|and) (?=\d)"), rf"\1{NO_BREAK}\2{NO_BREAK}"),
    (re.compile(r"\b(exons?|grade|stage|line|type|phase|level|step) (\d)", re.IGNORECASE), rf"\1{NO_BREAK}\2"),
    (re.compile(r"([<>]=?|&[lg]t;=?|[≤≥=±×~]) (\.?\d)"), rf"\1{NO_BREAK}\2"),
    (re.compile(r"\bP ([<>=]|&[lg]t;)"), rf"P{NO_BREAK}\1"),
    # A dash or a stroke hangs on the word before it, an arrow on the word behind it.
    (re.compile(r"→ "), f"→{NO_BREAK}"),
    (re.compile(r" ([–—/]) "), rf"{NO_BREAK}\1 "),
)
DRAWING_OR_TEXT = re.compile(r"<svg\b.*?</svg>|(?<=>)[^<>]+(?=<)", re.DOTALL)


def kept_together(text: str) -> str:
    """Return the text with no-break spaces where a line must not end; it may be written as HTML."""
    for pattern, instead in JOINS:
        text = pattern.sub(instead, text)
    return text


def kept_together_in(html: Markup) -> Markup:
    """Return HTML with no-break spaces in its text; drawings, which wrap their own lines, and tags stay as they are."""
    return Markup(DRAWING_OR_TEXT.sub(_in_text, html))


def _in_text(found: re.Match[str]) -> str:
    return found.group() if found.group().startswith("<svg") else kept_together(found.group())
