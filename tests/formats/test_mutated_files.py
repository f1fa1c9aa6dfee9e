"""A damaged file of any format is read or refused with one line, in little time, and brings nothing down."""

from __future__ import annotations

from pathlib import Path

from tests.formats.mutated_files import fault_of, faults, originals
from tmtool.formats.registry import detect, formats

CASES = 300


def test_damaged_files_are_read_or_refused() -> None:
    assert [(fault.name, fault.problem) for fault in faults(CASES, seed=1)] == []


def test_what_is_damaged_is_sound_before(tmp_path: Path) -> None:
    found = set()
    for name, content in originals(tmp_path).items():
        path = tmp_path / name
        path.write_bytes(content)
        found.add(detect(path).name)
        assert fault_of(path, detect(path)) == ""
    assert found == {known.name for known in formats()}
