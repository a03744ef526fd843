"""Imports point one way, and the code knows no disease: read from the files with ast, none of them is run."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from trees.core.library import Library

ROOT = Path(__file__).parent.parent
DATA_FOLDERS = sorted(
    path for path in (ROOT / "trees").iterdir() if path.is_dir() and (path / "collection.py").exists()
)
MAY_IMPORT = {"trees.core", "trees.drugs"}


def files(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    """Yield every module that a file imports, wherever in the file, in full."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = module_of(path).split(".") if path.name == "__init__.py" else module_of(path).split(".")[:-1]
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            yield ".".join(part for part in (base, node.module or "") if part)


def below(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def outside(path: Path, *packages: str) -> list[str]:
    """Return what a file imports that is neither in the standard library nor in these packages."""
    return [
        name
        for name in imports(path)
        if name.split(".")[0] not in sys.stdlib_module_names and not below(name, *packages) and name != "trees"
    ]


def is_data(path: Path) -> bool:
    return path.parent in (*DATA_FOLDERS, ROOT / "trees" / "sources") or path == ROOT / "trees" / "drugs.py"


def names(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", files("trees/core"), ids=names)
def test_the_core_imports_only_the_standard_library_and_itself(path: Path) -> None:
    assert outside(path, "trees.core") == []


@pytest.mark.parametrize("path", files("trees/formats"), ids=names)
def test_the_formats_import_only_the_standard_library_the_core_and_each_other(path: Path) -> None:
    assert outside(path, "trees.core", "trees.formats") == []


@pytest.mark.parametrize("path", files("trees/audit"), ids=names)
def test_the_audit_imports_the_formats_and_the_one_engine_that_it_runs_on(path: Path) -> None:
    assert outside(path, "trees.core", "trees.formats", "trees.audit", "duckdb") == []


@pytest.mark.parametrize("path", [*files("trees/commands"), ROOT / "trees" / "__main__.py"], ids=names)
def test_the_commands_import_only_the_standard_library_the_layers_below_and_each_other(path: Path) -> None:
    assert outside(path, "trees.core", "trees.formats", "trees.audit", "trees.commands") == []


def test_every_command_but_the_audit_runs_where_only_the_standard_library_is() -> None:
    script = "import sys; sys.path.insert(0, '.'); import trees.__main__; print('duckdb' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (done.stdout.strip(), done.stderr) == ("False", "")


@pytest.mark.parametrize("path", [path for path in files("trees") if is_data(path)], ids=names)
def test_a_file_of_data_imports_only_the_words_the_vocabulary_and_its_own_folder(path: Path) -> None:
    own = ".".join(["trees", path.parent.name])
    allowed = {name for name in imports(path) if name in MAY_IMPORT or below(name, "trees.sources", own)}

    assert set(imports(path)) <= allowed


@pytest.mark.parametrize("path", files("trees"), ids=names)
def test_the_trees_never_import_the_macros_nor_anything_of_the_site(path: Path) -> None:
    assert not [
        name for name in imports(path) if below(name, "macros", "mkdocs", "graphviz", "pygraphviz", "markupsafe")
    ]


@pytest.mark.parametrize(
    "path", [path for path in files("macros") if path != ROOT / "macros" / "__init__.py"], ids=names
)
def test_only_the_door_of_the_macros_imports_mkdocs(path: Path) -> None:
    assert not [name for name in imports(path) if below(name, "mkdocs", "mkdocs_macros", "material")]


def test_the_door_of_the_macros_does_import_mkdocs_so_that_the_rule_above_is_not_empty() -> None:
    assert any(below(name, "mkdocs") for name in imports(ROOT / "macros" / "__init__.py"))


@pytest.mark.parametrize("path", files("macros"), ids=names)
def test_the_macros_import_no_tree_and_no_test(path: Path) -> None:
    assert not [name for name in imports(path) if below(name, "trees.drugs", "trees.sources", "tests", "helpers")]
    assert not [name for name in imports(path) for each in DATA_FOLDERS if below(name, f"trees.{each.name}")]


def names_of_the_real(library: Library) -> set[str]:
    """Every name by which the real collections call their disease, drugs, trials, sources, trees and folders."""
    found: set[str] = set()
    real = {name for name, collection in library.collections.items() if not collection.invented}
    for name in real:
        collection = library.collections[name]
        found |= {name, collection.title, re.sub(r"\s*\(.*\)", "", collection.title)}
        found |= set(re.findall(r"\((\w+)\)", collection.title))
        found |= {part for source in collection.sources for part in (source.id, source.short)}
        found |= {part for trial in library.trials.get(name, {}).values() for part in (trial.id, trial.name)}
        found |= {tree.id for full, tree in library.trees.items() if full.startswith(f"{name}/")}
        found |= {f"{name.split('_')[0]}_"}
    used = (ROOT / "trees" / "drugs.py").read_text(encoding="utf-8")
    found |= {part for drug in library.drugs.values() if f'"{drug.id}"' in used for part in (drug.id, *drug.names)}
    return found


def test_the_names_that_code_may_not_hold_are_found_in_the_data(library: Library) -> None:
    found = {name.casefold() for name in names_of_the_real(library)}
    collections = {name for name, each in library.collections.items() if not each.invented}

    assert collections <= found
    assert len(found) > 20


@pytest.mark.parametrize(
    "path", files("trees/core", "trees/formats", "trees/audit", "trees/commands", "macros"), ids=names
)
def test_no_disease_drug_trial_source_or_folder_of_trees_is_named_in_code(library: Library, path: Path) -> None:
    written = " ".join(words_of(path))
    named = [name for name in names_of_the_real(library) if is_named(name, written)]

    assert named == []


def words_of(path: Path) -> Iterator[str]:
    """Yield every text and every name of a file of code; a docstring may give an example."""
    root = ast.parse(path.read_text(encoding="utf-8"))
    holders = ast.Module | ast.ClassDef | ast.FunctionDef
    docstrings = {id(each.body[0].value) for each in ast.walk(root) if isinstance(each, holders) and is_docstring(each)}
    for node in ast.walk(root):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value
        for field in ("id", "attr", "name", "arg", "asname", "module"):
            if isinstance(name := getattr(node, field, None), str):
                yield name


def is_docstring(holder: ast.Module | ast.ClassDef | ast.FunctionDef) -> bool:
    return ast.get_docstring(holder) is not None


def is_named(name: str, text: str) -> bool:
    """Return whether a name stands in code; one in capitals counts in capitals only, since 'gist' is a word as well."""
    flags = re.NOFLAG if name.isupper() else re.IGNORECASE
    ends = "" if name.endswith("_") else r"(?![^\W_])"
    return re.search(rf"(?<![^\W_]){re.escape(name)}{ends}", text, flags) is not None
