"""Put a tree at the end of the reading order of its collection, and leave the rest of the file as it is."""

import ast

LONGEST_LINE = 120


def with_tree(text: str, name: str) -> str | None:
    """Return the file of a collection with one more tree in its `order`, or None where no list is written there."""
    order = _order(ast.parse(text))
    if order is None:
        return None
    lines = text.splitlines(keepends=True)
    start = _offset(lines, order.lineno, order.col_offset)
    end = _offset(lines, order.end_lineno or order.lineno, order.end_col_offset or 0)
    if not order.elts:
        inside, last = "", start + 1
    else:
        final = order.elts[-1]
        last = _offset(lines, final.end_lineno or final.lineno, final.end_col_offset or 0)
        inside = text[start + 1 : last]
    if "\n" in text[start:end] and order.elts:
        margin = " " * order.elts[-1].col_offset
        return f'{text[:last]},\n{margin}"{name}"{text[last:]}'
    one_line = f'{text[: start + 1]}{inside}{", " if inside else ""}"{name}"{text[last:]}'
    row = one_line.splitlines()[order.lineno - 1]
    if len(row) <= LONGEST_LINE:
        return one_line
    names = [*(ast.get_source_segment(text, each) or "" for each in order.elts), f'"{name}"']
    margin = " " * (len(row) - len(row.lstrip()))
    listed = "".join(f"{margin}    {each},\n" for each in names)
    return f"{text[:start]}[\n{listed}{margin}]{text[end:]}"


def _order(module: ast.Module) -> ast.List | None:
    """Return the list that stands as the `order` of the collection."""
    for statement in module.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="collection")], value=ast.Call(keywords=keywords)):
                found = (each.value for each in keywords if each.arg == "order")
                return next((value for value in found if isinstance(value, ast.List)), None)
    return None


def _offset(lines: list[str], line: int, column: int) -> int:
    """Return where in the text a place of the parser is, which counts the bytes of a line."""
    before = sum(map(len, lines[: line - 1]))
    return before + len(lines[line - 1].encode()[:column].decode())
