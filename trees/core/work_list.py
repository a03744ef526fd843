"""What there is to do when a source has changed: as a summary to read, as a list to tick, and as data."""

from collections import Counter
from collections.abc import Iterator, Sequence

from trees.core.passages import Passage
from trees.core.resting import Resting
from trees.core.touched import Became, QuoteNow, Stands, StatementNow, TextNow
from trees.core.word_changes import in_short, word_changes

FIRST_WORDS = 6
"""Words by which a new sentence is found again in the text."""
LOOKED_AT = "Look at each, and tick it when what we say still stands, or has been changed."
COUNTED = (
    (Stands.UNCHANGED, "in a sentence that has not changed"),
    (Stands.REWORDED, "in a sentence that has changed"),
    (Stands.ELSEWHERE, "in another sentence only"),
    (Stands.NOWHERE, "no longer there"),
)

Data = dict[str, object]


def counts(now: TextNow) -> list[str]:
    """Return how many statements became what, how many quotes still stand, and how much rests on what has changed."""
    became = Counter(each.became for each in now.statements)
    stands = Counter(quote.stands for each in now.statements for quote in each.quotes)
    boxes = [quote.resting for each in now.touched for quote in each.quotes]
    trees = {each.group for each in boxes if each.in_a_tree}
    are = "is" if len(now.new) == 1 else "are"
    return [
        f"{number(len(now.statements), 'statement')}: {'; '.join(f'{became[each]} {each.value}' for each in Became)}. "
        f"{number(len(now.new), 'sentence')} of the new text {are} new.",
        f"{number(stands.total(), 'quote')}: {'; '.join(f'{stands[each]} {counted}' for each, counted in COUNTED)}.",
        f"{number(len({(each.group, each.who) for each in boxes}), 'place')} in {number(len(trees), 'tree')} "
        f"and beside them rest on a statement that is not the same.",
    ]


def number(count: int, noun: str) -> str:
    """Return a number with its noun: '1 quote', '3 quotes'."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def summary(now: TextNow) -> Iterator[str]:
    """Yield the counts, then every statement that is not the same with its changed words and its quotes."""
    yield from counts(now)
    for each in now.touched:
        yield ""
        yield f"{became(now, each)}"
        yield from (f"  {change}" for change in changes(each))
        by_text = {quote.resting.quote.text: quote for quote in each.quotes}
        yield from (f"  {quoted(quote)}" for quote in by_text.values())
        if each.statement.excused:
            yield f"  Excused: {each.statement.excused}"


def became(now: TextNow, given: StatementNow) -> str:
    """Return what became of a statement: 'P04 reworded, 75% shared, on line 337 now'."""
    if given.became is not Became.REWORDED:
        return f"{given.statement.id} {given.became.value}"
    lines = list(dict.fromkeys(each.line for each in given.new))
    text = f"{given.statement.id} reworded, {round(100 * given.shared)}% shared, on {_lines(lines)} now"
    others = [name for name in now.joined.get(given.new, ()) if name != given.statement.id]
    if others:
        return f"{text}, together with {' and '.join(others)}"
    return f"{text}, in {len(given.new)} sentences where it was {len(given.old)}" if given.parted else text


def _lines(lines: Sequence[int]) -> str:
    return f"line {lines[0]}" if len(lines) == 1 else f"lines {', '.join(map(str, lines))}"


def changes(given: StatementNow) -> list[str]:
    """Return the words that changed, with little around them; none where a statement is gone."""
    if given.became is Became.GONE:
        return []
    old = tuple(token for each in given.old for token in each.tokens)
    return word_changes(old, tuple(token for each in given.new for token in each.tokens))


def quoted(given: QuoteNow) -> str:
    """Return a quote and whether it still stands."""
    where = f" (line {given.line})" if given.line else ""
    return f"“{given.resting.quote.text}” {given.stands.value}{where}"


def work_list(now: TextNow, old: str, new: str) -> Iterator[str]:
    """Yield the list as Markdown with boxes to tick, tree by tree; `old` and `new` are what the texts are called."""
    source = now.register.source
    yield f"# Work list: {source.short}"
    yield ""
    yield f"`{old}` against `{new}`."
    yield ""
    yield from (f"- {each}" for each in counts(now))
    yield ""
    yield LOOKED_AT
    for group, title, boxes in _by_group(now):
        yield from ("", f"## {group}: {escaped(title)}", "")
        for who, quotes in boxes:
            yield f"- [ ] {escaped(who)}"
            for of in dict.fromkeys(of.statement.id for of, _ in quotes):
                own = [(each, quote) for each, quote in quotes if each.statement.id == of]
                says = "; ".join(quoted(quote) for _, quote in own)
                yield f"    - {escaped(became(now, own[0][0]))}: {escaped(says)}"
    excused = [each for each in now.touched if each.statement.excused]
    if excused:
        yield from ("", "## Excused, and no longer the same: does the reason still hold?", "")
        yield from (f"- [ ] {escaped(became(now, each))}: {escaped(each.statement.excused)}" for each in excused)
    alone = [each for each in now.touched if not each.quotes and not each.statement.excused]
    if alone:
        yield from ("", "## Not the same, and nothing rests on it", "")
        yield from (f"- [ ] {escaped(became(now, each))}: {escaped(each.statement.gist)}" for each in alone)
    yield from _new(now.new)
    if lines := list(suspects(now)):
        yield from ("", "## To be told of it on every page until somebody has compared", "")
        yield f"Put these into the register of `{source.id}`, with the day and with what has changed in our words."
        yield from ("", "```python", *lines, "```")


def _by_group(now: TextNow) -> list[tuple[str, str, list[tuple[str, list[tuple[StatementNow, QuoteNow]]]]]]:
    found: dict[tuple[str, str], dict[str, list[tuple[StatementNow, QuoteNow]]]] = {}
    by_place = [(each, quote) for each in now.touched for quote in each.quotes]
    order = {id(of): at for at, of in enumerate(_in_order(now))}
    for each, quote in sorted(by_place, key=lambda pair: order[id(pair[1].resting)]):
        of = quote.resting
        found.setdefault((of.group, of.title), {}).setdefault(of.who, []).append((each, quote))
    return [(group, title, list(boxes.items())) for (group, title), boxes in found.items()]


def _in_order(now: TextNow) -> list[Resting]:
    """Return what rests on the source as it was found: in reading order, whatever statement it quotes."""
    return sorted((quote.resting for each in now.statements for quote in each.quotes), key=lambda of: of.order)


def _new(fresh: Sequence[Passage]) -> Iterator[str]:
    if not fresh:
        return
    yield from ("", "## New in the text: does it bear on an outcome?", "")
    heading = None
    for each in fresh:
        if each.heading != heading:
            heading = each.heading
            yield f"- {escaped(heading or 'Before the first heading')}"
        yield f"    - [ ] line {each.line}: {escaped(in_short(each.tokens, FIRST_WORDS))}"


def suspects(now: TextNow) -> Iterator[str]:
    """Yield the lines that call what rests on changed words suspect; until filled in, the check refuses them."""
    for each in now.touched:
        if each.quotes:
            yield f'        Suspect("{each.statement.id}", found="", change={each.became.name}, says=""),'


def escaped(text: str) -> str:
    """Return a text that Markdown takes for nothing but text."""
    return "".join(f"\\{each}" if each in "\\`*_[]<>#" else each for each in text)


def data(now: TextNow, old: str, new: str) -> Data:
    """Return all of it as data that JSON can hold."""
    return {
        "source": now.register.source.id,
        "old": old,
        "new": new,
        "statements": [_statement(now, each) for each in now.statements],
        "new_sentences": [
            {"line": each.line, "heading": each.heading, "begins": in_short(each.tokens, FIRST_WORDS)}
            for each in now.new
        ],
    }


def _statement(now: TextNow, given: StatementNow) -> Data:
    reworded = given.became is Became.REWORDED
    return {
        "id": given.statement.id,
        "became": given.became.value,
        "shared": round(given.shared, 2),
        "line": given.statement.line,
        "lines_now": list(dict.fromkeys(each.line for each in given.new)),
        "sentences": len(given.old),
        "sentences_now": len(given.new),
        "together_with": [name for name in now.joined.get(given.new, ()) if name != given.statement.id],
        "changes": changes(given) if reworded else [],
        "excused": given.statement.excused,
        "quotes": [
            {
                "text": each.resting.quote.text,
                "stands": each.stands.name.lower(),
                "line": each.line or None,
                "group": each.resting.group,
                "title": each.resting.title,
                "who": each.resting.who,
                "file": each.resting.quote.place.file,
                "file_line": each.resting.quote.place.line,
            }
            for each in given.quotes
        ],
    }
