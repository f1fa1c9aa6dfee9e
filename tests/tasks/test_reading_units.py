"""A large file is read by another process, and that makes no difference."""

from __future__ import annotations

import contextlib
import multiprocessing
from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.formats import tmx
from tmtool.model import Notice, Skipped
from tmtool.store import open_home
from tmtool.store.values import Statistics
from tmtool.tasks import reading_units
from tmtool.tasks.import_ import import_paths
from tmtool.tasks.import_values import ImportFailure, ImportOptions, ImportReport
from tmtool.tasks.reading_units import read_rows

UNITS = 2_000
ONE_LANGUAGE = '<tu><tuv xml:lang="en"><seg>Alone</seg></tuv></tu>\n'


def unit(number: int) -> str:
    return (
        f'<tu tuid="{number}"><tuv xml:lang="en"><seg>Item {number}</seg></tuv>'
        f'<tuv xml:lang="fr-CA"><seg>Point <ph x="1"/>{number}</seg></tuv></tu>\n'
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Returns a file with remarks on its header and its codes, a unit that is left out, and many others."""
    path = tmp_path / "memory.tmx"
    units = ONE_LANGUAGE + "".join(map(unit, range(UNITS)))
    path.write_text(f'<tmx version="1.4">\n<header/>\n<body>\n{units}</body></tmx>', encoding="utf-8")
    return path


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes any file count as a large one."""
    monkeypatch.setattr(reading_units, "LARGE", 0)


def entries(path: Path) -> list[object]:
    with contextlib.closing(read_rows(path, tmx.FORMAT, "en", "fr")) as rows:
        return list(rows)


def test_another_process_gives_the_same_rows_and_remarks(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = entries(file)
    monkeypatch.setattr(reading_units, "LARGE", 0)
    assert entries(file) == here
    assert [type(entry) for entry in here[:3]] == [Notice, Skipped, tuple]
    assert len(here) == UNITS + 3
    assert isinstance(here[-1], Notice)  # the codes that one text of each unit lacks


@pytest.mark.usefixtures("apart")
def test_a_file_that_breaks_off_is_one_error_at_its_line_and_nothing_of_it_goes_in(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("Item 1900")], encoding="utf-8")
    with open_home(":memory:", create=True) as home:
        (result,) = import_paths(home, [file], ImportOptions())
        assert isinstance(result, ImportFailure)
        assert isinstance(result.error, InputError)
        assert (result.error.path, result.error.line) == (file, 1905)
        assert home.statistics() == Statistics((), {}, {}, {}, sources=0)
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("apart")
def test_a_reader_that_is_killed_is_one_error(file: Path) -> None:
    rows = read_rows(file, tmx.FORMAT, "en", "fr")
    next(rows)
    (reader,) = multiprocessing.active_children()
    reader.kill()
    with pytest.raises(InputError, match="has died"):
        list(rows)


@pytest.mark.usefixtures("apart")
def test_rows_that_nobody_wants_any_more_leave_no_process_running(file: Path) -> None:
    rows = read_rows(file, tmx.FORMAT, "en", "fr")
    next(rows)
    rows.close()
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("apart")
def test_an_import_read_apart_reports_as_any_other(file: Path) -> None:
    with open_home(":memory:", create=True) as home:
        (result,) = import_paths(home, [file], ImportOptions())
    assert isinstance(result, ImportReport)
    assert (result.units, result.added, len(result.skipped), len(result.notices)) == (UNITS, UNITS, 1, 2)
