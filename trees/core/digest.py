"""The content hash of a tree, over everything that is shown of it: trials, drugs, sources and notes included."""

import hashlib
import json
from dataclasses import fields
from enum import Enum

from trees.core.nodes import Collection, Tree
from trees.core.place import Part

SHORT = 8
"""Hex digits of a hash that a reader sees."""


def plain(value: object) -> object:
    """Return a part as plain data: dicts with the name of its class, lists, texts, numbers. Places are left out."""
    if isinstance(value, Part):
        data: dict[str, object] = {"is": type(value).__name__}
        data.update({each.name: plain(getattr(value, each.name)) for each in fields(value) if each.name != "place"})
        return data
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | float):
        return value
    return type(value).__name__


def digest(tree: Tree, collection: Collection) -> str:
    """Return the SHA-256 of a tree and of what its collection says about it, in hex."""
    data = [plain(tree), plain(collection)]
    text = json.dumps(data, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
