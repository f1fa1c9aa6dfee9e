"""Imports only point down: this is the one structural rule of tmtool (docs/architecture.md)."""

from __future__ import annotations

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1] / "src" / "tmtool"

FLOORS = (
    {"__main__"},
    {"cli", "api"},
    {"lsp", "mcp"},
    {"web"},
    {"present"},
    {"tasks"},
    {"checks"},
    {"matching"},
    {"terminology"},
    {"alignment"},
    {"store", "formats"},
    {"documents"},
    {"text"},
    {"languages"},
    {"errors"},
    {"model"},
)
"""From the roof down. Rooms of one floor do not know each other."""


def test_imports_only_point_down() -> None:
    wrong = [
        f"{path.relative_to(HOUSE)} imports {module}"
        for path in sorted(HOUSE.rglob("*.py"))
        for module in imported(path)
        if not allowed(room(path), module)
    ]
    assert wrong == []


GRAMMAR = ({"prepositions", "forms", "qualifiers"}, {"predicates"}, {"subjects"}, {"nouns", "contexts"}, {"words"})
"""The rooms of the French grammar, from the roof down."""
EVIDENCE = (
    {"register"},
    {"witnesses"},
    {"completeness", "names"},
    {"meaning", "values", "term"},
    {"words", "language", "document", "markup"},
)
"""The rooms of the evidence of checks, from the roof down, and the one module that speaks of all texts."""


@pytest.mark.parametrize(
    ("package", "floors"),
    [("languages.fr.grammar", GRAMMAR), ("checks.evidence", EVIDENCE)],
    ids=["grammar", "evidence"],
)
def test_a_room_imports_only_from_those_below(package: str, floors: tuple[set[str], ...]) -> None:
    home = HOUSE.joinpath(*package.split("."))
    floor_of = {name: number for number, rooms in enumerate(floors) for name in rooms}
    importing = re.compile(rf"{re.escape(package)}(?:\.| import )(\w+)")
    wrong = []
    for path in sorted(home.rglob("*.py")):
        here = path.relative_to(home).parts[0].removesuffix(".py")
        others = set(importing.findall(path.read_text(encoding="utf-8"))) - {here}
        assert here in floor_of or path == home / "__init__.py", f"{here} is on no floor"
        wrong += [f"{path.relative_to(HOUSE)} imports {other}" for other in others if floor_of[here] >= floor_of[other]]
    assert wrong == []


def test_no_module_needs_itself_by_way_of_others() -> None:
    """Types and what is imported inside of a function count, but not what a package shows of its own modules."""
    modules = {
        ".".join(("tmtool", *path.relative_to(HOUSE).with_suffix("").parts)): path
        for path in sorted(HOUSE.rglob("*.py"))
    }
    needed = {name: named(path) & modules.keys() - {name} for name, path in modules.items()}
    list(TopologicalSorter(needed).static_order())  # raises CycleError, which names them


DRIVERS = {"sqlite": re.compile(r"(sqlite3|sqlite_utils)\b"), "postgresql": re.compile(r"psycopg\b")}
"""What each package in `store` may import to speak with its database, and nobody else."""
SPEAKING = {*DRIVERS, "sql"}
"""The packages in `store` that have SQL: of each kind of database, and what all of them are told in the same words."""
SQL = re.compile(
    r"\s*(SELECT|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|(CREATE|DROP|ALTER) \w+|PRAGMA|WITH \w+ (\(|AS))\b"
)


def test_one_package_a_kind_of_database_knows_its_language() -> None:
    wrong = []
    for path in sorted(HOUSE.rglob("*.py")):
        place = path.relative_to(HOUSE)
        home = place.parts[1] if place.parts[0] == "store" and len(place.parts) > 2 else ""
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
            if home not in SPEAKING and SQL.match(text):
                wrong.append(f"{place} has SQL: {text}")
            for kind, driver in DRIVERS.items():
                package = f"tmtool.store.{kind}"
                if home != kind:
                    wrong += [f"{place} imports {name}" for name in names if driver.match(name)]
                if home != kind and (home or place.parts[0] != "store"):
                    wrong += [f"{place} imports {name}" for name in names if name.startswith(package)]
    assert wrong == []


def room(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def floor(name: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


def imported(path: Path) -> set[str]:
    """Returns the packages that a module names in any import, at its top or inside a function."""
    parts = [name.split(".") for name in named(path)]
    return {part[1] for part in parts if part[0] == "tmtool" and len(part) > 1} - {"__version__"}


def named(path: Path) -> set[str]:
    """Returns what a module names in any import, at its top or inside a function: modules, and names in them."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def allowed(importer: str, module: str) -> bool:
    if importer == "__init__" or module == importer:
        return True
    return floor(module) > floor(importer)
