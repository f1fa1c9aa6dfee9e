"""Every name of the code says in a sentence what it does or is (docs/architecture.md)."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import tmtool

ROOT = Path(__file__).parents[1]
CODE = sorted(file for folder in ("src/tmtool", "benchmarks", "tests") for file in (ROOT / folder).rglob("*.py"))

VERBS = frozenset(
    re.findall(
        r"\w+",
        """
    accepts adapts adds aligns answers appends asks asserts backs begins bounds brings builds changes checks chooses
    closes compares compiles converts copies corrects counts cuts decides defines deletes describes divides does
    draws drives drops edits empties ends estimates executes exits fails fills finds flags folds follows forgets
    gives goes groups guards has holds imports indexes inflects inserts installs is joins judges keeps kills knows
    lays leads learns leaves lets limits links lists loads locks looks makes maps marks means measures merges moves
    names notes numbers offers opens orders pairs parses plants prepares presses prints proposes purges puts raises
    reads recognises records refuses removes renders repairs replaces replays returns runs saves says searches
    segments sends serves sets settles shows sorts speaks splits starts stops stores suggests takes tells tests
    throws tries turns updates uses waits walks weighs works writes yields
    """,
    )
)
"""The words that a docstring may begin with, or go on with after the name of its class; a new one is added here."""


def test_every_module_and_every_public_name_of_it_has_a_docstring() -> None:
    names = ["tmtool", *(found.name for found in pkgutil.walk_packages(tmtool.__path__, "tmtool."))]
    modules = [import_module(name) for name in names if not name.endswith("__main__")]

    bare = [module.__name__ for module in modules if not module.__doc__]
    for module in modules:
        bare += [f"{module.__name__}.{one}" for one, thing in public(module) if not inspect.getdoc(thing)]
    assert not bare, "\n".join(bare)


def public(module: ModuleType) -> Iterator[tuple[str, object]]:
    """Yields the functions and classes that a module defines, and the methods of these classes: a method may take the
    docstring of the one that it overrides."""
    for name, thing in vars(module).items():
        if name.startswith("_") or getattr(thing, "__module__", "") != module.__name__:
            continue
        if inspect.isfunction(thing):
            yield name, thing
        elif inspect.isclass(thing):
            yield name, thing
            for member, value in vars(thing).items():
                is_method = inspect.isfunction(value) or isinstance(value, property | classmethod | staticmethod)
                if is_method and not member.startswith("_"):
                    yield f"{name}.{member}", getattr(thing, member)


def test_every_docstring_begins_as_a_sentence() -> None:
    """Whoever reads only the first words knows: "Yields each unit", "A `Unit` is a text", "Which words are names?"."""
    assert [f"{file.relative_to(ROOT)}: {text}" for file in CODE for text in no_sentences(file)] == []


def no_sentences(file: Path) -> Iterator[str]:
    """Yields the docstrings of a module that begin otherwise. Those of tests and of commands, whose docstrings are the
    help that a person reads, are left out."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        expected: Callable[[str], bool]
        if isinstance(node, ast.Module) and not file.is_relative_to(ROOT / "tests"):
            expected = is_sentence
        elif isinstance(node, ast.ClassDef):
            expected = says_what_it_is(node.name)
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("test_") and not is_command(node):
            expected = begins_with_a_verb
        else:
            continue
        text = " ".join((ast.get_docstring(node) or "").split())
        if text and not expected(text):
            yield text


def is_sentence(text: str) -> bool:
    """Tells whether the docstring of a module begins with a verb, or with a question that the module answers."""
    first = re.split(r"(?<=[.?]) (?=[A-Z])", text)[0]
    return begins_with_a_verb(text) or "?" in first


def says_what_it_is(name: str) -> Callable[[str], bool]:
    """Returns what the docstring of the class `name` has to be: "`Name` is …", "A `Name` holds …" or "Reads …"."""
    subject = re.compile(rf"(?:An? )?`{name}` (\w+)")

    def expected(text: str) -> bool:
        found = subject.match(text)
        return begins_with_a_verb(text) or (found is not None and (found[1] == "are" or found[1] in VERBS))

    return expected


def begins_with_a_verb(text: str) -> bool:
    """Tells whether a docstring begins with a verb in the third person."""
    first = re.match(r"[A-Z][a-z]+", text)
    return first is not None and first[0].lower() in VERBS


def is_command(function: ast.FunctionDef) -> bool:
    """Tells whether a function is a command of the command line."""
    return any(re.search(r"\b(?:command|group)\b", ast.unparse(one)) for one in function.decorator_list)
