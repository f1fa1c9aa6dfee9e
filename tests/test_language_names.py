"""What is known of one language is in its folder of `languages/`: no language is named anywhere else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages import supported
from tmtool.languages.tables import rows

HOUSE = Path(__file__).parents[1] / "src" / "tmtool"

NAMES = {**{tag: tag for tag in supported()}, "english": "en", "french": "fr"}
"""What names a language, in lower case, with its tag."""

EXPLAINED = {
    "formats/docx/table.py": "the numbers and names in the first column are the program's, which speaks English",
    "present/catalogues.py": "the language in which the program's own texts are written",
    "formats/tmx/writing.py": "adminlang: the language of the program's own notes in the file",
}
"""Modules that name a language for a reason of their own."""


def test_no_module_outside_the_folders_of_languages_names_one() -> None:
    named = {
        str(path.relative_to(HOUSE))
        for path in HOUSE.rglob("*.py")
        if "languages" not in path.relative_to(HOUSE).parts and any(names_of_languages(path))
    }
    assert named == set(EXPLAINED)


def test_no_table_outside_the_folders_of_languages_has_rows_for_one() -> None:
    named = {
        str(path.relative_to(HOUSE))
        for path in HOUSE.rglob("*.tsv")
        if "languages" not in path.relative_to(HOUSE).parts
        and any(cell in supported() for row in rows(path) for cell in row)
    }
    assert named == set()


def names_of_languages(path: Path) -> Iterator[str]:
    """Yields the names of languages that a module has, those left aside that say whose a rule or an example is.

    A rule of checks may be for texts in one language: then its `Needs` name that language, its examples have terms in
    it, and it imports what the language knows as grammar.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    is_rule = path.is_relative_to(HOUSE / "checks" / "rules")
    aside = set(map(id, constants_of_rules(tree))) if is_rule else set()
    own = {node.value for node in constants_of_rules(tree, "Needs")} if is_rule else set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if node.value.lower() in NAMES and id(node) not in aside:
                yield node.value
        elif isinstance(node, ast.Import | ast.ImportFrom):
            for tag in imported_languages(node):
                if tag not in own:
                    yield tag


def constants_of_rules(tree: ast.AST, *calls: str) -> Iterator[ast.Constant]:
    """Yields the constants that are the arguments of these calls, of `Needs` and `Term` where none are given."""
    wanted = calls or ("Needs", "Term")
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in wanted:
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            yield from (value for value in given if isinstance(value, ast.Constant))


def imported_languages(node: ast.Import | ast.ImportFrom) -> set[str]:
    """Returns the tags of the languages whose folders an import reaches into."""
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    else:
        names = [f"{node.module}.{alias.name}" for alias in node.names]
    parts = [name.split(".") for name in names]
    return {part[2] for part in parts if part[:2] == ["tmtool", "languages"] and part[2:3] and part[2] in supported()}
