"""Every message that the program can print about a file, found in its sources."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path


class Messages:
    """Every message that a Problem is made with anywhere in some folders of modules, variable parts as ….

    Nothing is run. Names, parameters, returns, yields and loops are followed; where that leads to no text, it fails.
    """

    def __init__(self, *folders: Path, lists: bool = False) -> None:
        """Read the modules; `lists` follows lists of messages, too, which a problem is never made with."""
        self.lists = lists
        self.functions: dict[str, list[ast.FunctionDef]] = {}
        self.values: dict[str, list[ast.expr]] = {}
        self.calls: dict[str, list[tuple[ast.Call, ast.FunctionDef | None]]] = {}
        for path in (path for folder in folders for path in sorted(folder.rglob("*.py"))):
            module = ast.parse(path.read_text(encoding="utf-8"), str(path))
            for statement in module.body:
                if isinstance(statement, ast.Assign):
                    self.values.setdefault(ast.unparse(statement.targets[0]), []).append(statement.value)
            self._collect(module, None)

    def _collect(self, node: ast.AST, within: ast.FunctionDef | None) -> None:
        if isinstance(node, ast.FunctionDef):
            within = node
            self.functions.setdefault(node.name.lstrip("_"), []).append(node)
        if isinstance(node, ast.Call):
            self.calls.setdefault(called(node), []).append((node, within))
        for child in ast.iter_child_nodes(node):
            self._collect(child, within)

    def of_calls(self, name: str, position: int, *leave: str) -> Iterator[str]:
        """Every text that a function is called with at a position, without the hint that may follow its sentences.

        `leave` are arguments of which nobody can tell here what they say, since other calls made their texts.
        """
        for call, within in self.calls.get(name, []):
            if ast.unparse(call.args[position]) in leave:
                continue
            texts = set(self.texts(call.args[position], within))
            assert texts, f"line {call.lineno}: nobody can tell what {ast.unparse(call)} says; write the text out"
            yield from map(heading, texts)

    def given_back(self, name: str) -> Iterator[str]:
        """Every text that a function gives back."""
        for function in self.functions[name]:
            yield from map(heading, self._given_back(function, None))

    def __iter__(self) -> Iterator[str]:
        for call, within in self.calls["Problem"]:
            assert len(call.args) == 2, f"line {call.lineno}: write Problem(place, text)"
            texts = set(self.texts(call.args[1], within))
            assert texts, f"line {call.lineno}: nobody can tell what {ast.unparse(call)} says; write the text out"
            for text in texts:
                yield re.sub(r"…+", "…", re.sub(r"(?<=[.?])…+$", "", text)).removesuffix(".")

    def texts(self, of: ast.expr, within: ast.FunctionDef | None, index: int | None = None) -> Iterator[str]:
        """The texts that an expression may stand for, variable parts as …; `index` picks from what is yielded."""
        match of:
            case ast.Constant(value=str() as text) if text:
                yield text
            case ast.JoinedStr(values=parts):
                yield "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in parts)
            case ast.BinOp(left=one, op=ast.Add()):
                yield from (f"{text}…" for text in self.texts(one, within))
            case ast.IfExp(body=one, orelse=other):
                yield from self.texts(one, within)
                yield from self.texts(other, within)
            case ast.Tuple(elts=elements) if index is not None:
                yield from self.texts(elements[index], within)
            case ast.Name(id=name):
                yield from self._named(name, within)
            case ast.ListComp(elt=each) | ast.Starred(value=each) | ast.Subscript(value=each) if self.lists:
                yield from self.texts(each, within)
            case ast.Call(func=ast.Name(id="list"), args=[each]) if self.lists:
                yield from self.texts(each, within)
            case ast.List(elts=elements) if self.lists:
                for each in elements:
                    yield from self.texts(each, within)
            case ast.Call() if called(of).lstrip("_") in self.functions:
                for function in self.functions[called(of).lstrip("_")]:
                    yield from self._given_back(function, index)

    def _named(self, name: str, within: ast.FunctionDef | None) -> Iterator[str]:
        for node in ast.walk(within) if within else ():
            match node:
                case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                    yield from self.texts(value, within)
                case ast.For(target=target, iter=value) | ast.Assign(targets=[ast.Tuple() as target], value=value):
                    names = [ast.unparse(each) for each in getattr(target, "elts", [])]
                    if name in names:
                        yield from self.texts(value, within, names.index(name))
        for position, argument in enumerate(within.args.args if within else ()):
            if argument.arg == name and within:
                method = within.args.args[0].arg == "self"
                for call, caller in self.calls.get(within.name, []):
                    yield from self.texts(call.args[position - method], caller)
        for value in self.values.get(name, []):
            yield from self.texts(value, None)

    def _given_back(self, function: ast.FunctionDef, index: int | None) -> Iterator[str]:
        for node in ast.walk(function):
            match node:
                case ast.Return(value=value) | ast.Yield(value=value) | ast.YieldFrom(value=value) if value is not None:
                    yield from self.texts(value, function, index)


def called(call: ast.Call) -> str:
    """The name of what is called, without what it belongs to."""
    return ast.unparse(call.func).rpartition(".")[2]


def heading(text: str) -> str:
    """What a text is called on the page of errors: without the place before it and the hint behind its sentences."""
    text = re.sub(r"^(?:…|docs/…:1): ", "", re.sub(r"…+", "…", text))
    return re.sub(r"(?<=[.?])(\s*…)+$", "", text).removesuffix(".")
