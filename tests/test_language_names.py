"""What is known of one language is in its folder of `languages/`: no language is named anywhere else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tmtool.languages import supported
from tmtool.languages.tables import rows

HOUSE = Path(__file__).parents[1] / "src" / "tmtool"

NAMES = {**{tag: tag for tag in supported()}, "english": "en", "french": "fr"}
"""What names a language, in lower case, with its tag."""

ENGLISH = "and of or the their these this those to with from for its was were which"
FRENCH = "aux avec cette dans de des du elle est et il la le les leur leurs ne ou par pour que qui sa ses sont sur une"
SMALL_WORDS = frozenset((*ENGLISH.split(), *FRENCH.split()))
"""Words of English and of French that no expression and no list has which serves every language."""

EXPLAINED = {
    "formats/docx/table.py": "the numbers and names in the first column are the program's, which speaks English",
    "present/catalogues.py": "the language in which the program's own texts are written",
    "formats/tmx/names.py": "adminlang: the language of the program's own notes in the file",
}
"""Modules that name a language for a reason of their own."""


EXPLAINED_TABLES = {
    "formats/multiterm/fields.tsv": "names of fields as termbases write them, in three languages",
    "formats/tbx/structure.tsv": "names of attributes in the standard, one of which is an English word",
    "formats/xliff/namespaces.tsv": "names that programs and standards gave, one of which is an English word",
    "formats/xliff/structure_1.tsv": "names of attributes in the standard, one of which is an English word",
}

FREE = ("languages", "cli", "store", "present")
"""Folders in which such words are those of a language itself, of messages, or of SQL."""

IS_EXPRESSION = re.compile(r"\\[bBdDsSwW]|\(\?[:=!<Pi]|^\W*\w+\|")
"""What shows a text to be a regular expression."""

OF_EXAMPLES = ("Example", "Concept", "Term")


def test_no_module_outside_the_folders_of_languages_names_one() -> None:
    named = {
        str(path.relative_to(HOUSE))
        for path in HOUSE.rglob("*.py")
        if "languages" not in path.relative_to(HOUSE).parts and any(names_of_languages(path))
    }
    assert named == set(EXPLAINED)


TABLES_OF_EXAMPLES = (".examples.tsv", ".example_terms.tsv")
"""The ends of the names of tables with examples of checks, which are in some language."""


def test_no_table_outside_the_folders_of_languages_has_rows_for_one() -> None:
    named = {
        str(path.relative_to(HOUSE))
        for path in HOUSE.rglob("*.tsv")
        if "languages" not in path.relative_to(HOUSE).parts
        and not path.name.endswith(TABLES_OF_EXAMPLES)
        and any(cell in supported() for row in rows(path) for cell in row)
    }
    assert named == set()


def test_no_expression_and_no_list_outside_the_folders_of_languages_has_their_small_words() -> None:
    written = {
        f"{path.relative_to(HOUSE)}: {text}"
        for path in HOUSE.rglob("*.py")
        if path.relative_to(HOUSE).parts[0] not in FREE
        for text in expressions_and_lists(path)
        if not SMALL_WORDS.isdisjoint(words_of(text))
    }
    assert written == set()


def test_no_table_outside_the_folders_of_languages_has_their_small_words() -> None:
    written = {
        str(path.relative_to(HOUSE))
        for ending in ("tsv", "txt")
        for path in HOUSE.rglob(f"*.{ending}")
        if "languages" not in path.relative_to(HOUSE).parts and not path.name.endswith(TABLES_OF_EXAMPLES)
        if any(not SMALL_WORDS.isdisjoint(words_of(cell)) for row in rows(path) for cell in row)
    }
    assert written == set(EXPLAINED_TABLES)


@pytest.mark.parametrize(
    ("line", "is_seen"),
    [
        (r'_JOINT = re.compile(r"[;,]\s*(?:and|or)$")', True),
        (r'_WORDS = frozenset({"ce", "cette"})', True),
        (r'_WORDS = ("le", "les")', True),
        (r'_NAMED = re.compile(r"(?P<the>\d+)/\d")', False),
        ('print(f"{len(found)} of {total}")', False),
        ('raise ValueError("one of the two (or both) is empty")', False),
        ('Example(source="one of the two", target="le premier ou le second", flagged=("le",))', False),
    ],
)
def test_only_expressions_and_lists_are_looked_at(line: str, is_seen: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(line, encoding="utf-8")
    assert any(not SMALL_WORDS.isdisjoint(words_of(text)) for text in expressions_and_lists(path)) is is_seen


def expressions_and_lists(path: Path) -> Iterator[str]:
    """Yields the regular expressions that a module has, and the words of its lists; the examples of checks left
    aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    aside = {id(part) for call in calls if ast.unparse(call.func) in OF_EXAMPLES for part in ast.walk(call)}
    for node in ast.walk(tree):
        if id(node) in aside:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and IS_EXPRESSION.search(node.value):
            yield node.value
        elif isinstance(node, ast.Set | ast.Tuple | ast.List):
            texts = [one.value for one in node.elts if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            yield from (text for text in texts if text.isalpha())


def words_of(text: str) -> frozenset[str]:
    """Returns the words of an expression or a cell in lower case, without the names of groups, flags, classes and
    comments."""
    bare = re.sub(r"\s#\s.*|\\[A-Za-z]|\(\?P?<\w+>|\(\?[a-zA-Z-]+[:)]", " ", text)
    return frozenset(re.findall(r"[^\W\d_]+", bare.lower()))


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
    """Yields the constants that are the arguments of these calls, of `Needs`, `Term` and `Example` where none are
    given."""
    wanted = calls or ("Needs", "Term", "Example")
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
