"""Every public name of the code says in a sentence what it does or is (docs/architecture.md)."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import pytest

import tmtool

MODULES = ["tmtool", *(found.name for found in pkgutil.walk_packages(tmtool.__path__, "tmtool."))]


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith("__main__")])
def test_every_public_name_of_a_module_has_a_docstring(name: str) -> None:
    module = import_module(name)

    assert [one for one, thing in public(module) if not inspect.getdoc(thing)] == []
    assert module.__doc__


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
