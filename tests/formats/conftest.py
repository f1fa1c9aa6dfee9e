"""What the tests of the formats share: the interoperability samples, a DTD check, short ways to read and write."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from lxml import etree

from tmtool.formats import tmx
from tmtool.formats.registry import detect
from tmtool.model import Concept, Skipped, Unit

HERE = Path(__file__).parent
INTEROP = HERE.parents[2] / "shared" / "data" / "interop"


@pytest.fixture
def interop() -> Path:
    """The folder of samples from other tools."""
    if not INTEROP.is_dir():
        pytest.skip("the interoperability samples are not here")
    return INTEROP


Read = Callable[[Path], tuple[list[Unit], list[Skipped]]]


@pytest.fixture
def read() -> Read:
    """Reads a file by its content as an English to French one: units and what was skipped."""

    def _read(path: Path) -> tuple[list[Unit], list[Skipped]]:
        reader = detect(path).read_units
        assert reader is not None
        found = list(reader(path, source_language="en", target_language="fr"))
        return [entry for entry in found if isinstance(entry, Unit)], [
            entry for entry in found if isinstance(entry, Skipped)
        ]

    return _read


@pytest.fixture
def read_terms() -> Callable[[Path], tuple[list[Concept], list[Skipped]]]:
    """Reads a term table as an English to French one: concepts and what was skipped."""

    def _read(path: Path) -> tuple[list[Concept], list[Skipped]]:
        reader = detect(path).read_concepts
        assert reader is not None
        found = list(reader(path, source_language="en", target_language="fr"))
        return [entry for entry in found if isinstance(entry, Concept)], [
            entry for entry in found if isinstance(entry, Skipped)
        ]

    return _read


@pytest.fixture
def write_tmx(tmp_path: Path) -> Callable[[Iterable[Unit]], Path]:
    """Writes units as TMX, checks it against the DTD, and gives its path."""

    def _write(units: Iterable[Unit]) -> Path:
        path = tmp_path / "written.tmx"
        tmx.write_units(path, units, source_language="en", target_language="fr")
        assert_valid(path, "tmx14.dtd")
        return path

    return _write


def assert_valid(path: Path, dtd: str) -> None:
    """Fail with the first error where the file does not keep the rules."""
    rules = etree.DTD(str(HERE / dtd))
    assert rules.validate(etree.parse(str(path))), rules.error_log.filter_from_errors()[:1]
