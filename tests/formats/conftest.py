"""Says what the tests of the formats share: the interoperability samples, a DTD check, short ways to read and write."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import pytest
from lxml import etree

from tmtool.formats.registry import detect
from tmtool.formats.tmx.writing import write_units
from tmtool.model import Concept, Skipped, Unit

HERE = Path(__file__).parent
INTEROP = HERE.parents[2] / "shared" / "data" / "interop"


@pytest.fixture
def interop() -> Path:
    """Returns the folder of samples from other tools."""
    if not INTEROP.is_dir():
        pytest.skip("the interoperability samples are not here")
    return INTEROP


Read = Callable[[Path], tuple[list[Unit], list[Skipped]]]
ReadTerms = Callable[[Path], tuple[list[Concept], list[Skipped]]]


def units_of(path: Path) -> tuple[list[Unit], list[Skipped]]:
    """Reads a file by its content as an English to French one: units and what was skipped."""
    reader = detect(path).read_units
    assert reader is not None
    return _parted(Unit, reader(path, source_language="en", target_language="fr"))


def concepts_of(path: Path) -> tuple[list[Concept], list[Skipped]]:
    """Reads a term table as an English to French one: concepts and what was skipped."""
    reader = detect(path).read_concepts
    assert reader is not None
    return _parted(Concept, reader(path, source_language="en", target_language="fr"))


Entry = TypeVar("Entry")


def _parted(kind: type[Entry], found: Iterable[object]) -> tuple[list[Entry], list[Skipped]]:
    every = list(found)
    return [one for one in every if isinstance(one, kind)], [one for one in every if isinstance(one, Skipped)]


@pytest.fixture
def read() -> Read:
    return units_of


@pytest.fixture
def read_terms() -> ReadTerms:
    return concepts_of


def only(read: Read, path: Path) -> Unit:
    """Returns the one unit of a file from which nothing is skipped."""
    units, skipped = read(path)
    assert not skipped
    (unit,) = units
    return unit


def damage(path: Path, seed: int) -> None:
    """Puts wrong bytes into a file, at a few places."""
    content = bytearray(path.read_bytes())
    chance = random.Random(seed)
    for _ in range(5):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content)


@pytest.fixture
def write_tmx(tmp_path: Path) -> Callable[[Iterable[Unit]], Path]:
    """Writes units as TMX, checks it against the DTD, and gives its path."""

    def _write(units: Iterable[Unit]) -> Path:
        path = tmp_path / "written.tmx"
        write_units(path, units, source_language="en", target_language="fr")
        assert_valid(path, "tmx14.dtd")
        return path

    return _write


def assert_valid(path: Path, dtd: str) -> None:
    """Fails with the first error where the file does not keep the rules."""
    rules = etree.DTD(str(HERE / dtd))
    assert rules.validate(etree.parse(str(path))), str(rules.error_log)
