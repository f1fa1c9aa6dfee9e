"""An import tells how far it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.tasks.import_ import import_paths
from tmtool.tasks.import_file import PROGRESS_EVERY
from tmtool.tasks.import_values import ImportOptions, ImportReport


class Told:
    """A `Told` keeps what an import said of its progress."""

    def __init__(self) -> None:
        self.entries: list[tuple[int, int]] = []
        self.segments: list[tuple[int, int]] = []

    def read(self, path: Path, entries: int, expected: int) -> None:
        self.entries.append((entries, expected))

    def indexed(self, segments: int, expected: int) -> None:
        self.segments.append((segments, expected))


def imported(file: Path) -> Told:
    progress = Told()
    with open_home(":memory:", create=True) as home:
        results = list(import_paths(home, [file], ImportOptions(), progress))
    assert isinstance(results[0], ImportReport)
    return progress


def told(file: Path) -> list[tuple[int, int]]:
    """Returns (entries in, entries expected) as an import of the file tells them."""
    return imported(file).entries


def test_progress_through_a_table_knows_how_many_rows_are_to_come(tmp_path: Path) -> None:
    file = tmp_path / "memory.tsv"
    rows = PROGRESS_EVERY * 2
    file.write_text("en\tfr\n" + "".join(f"Item {n}\tPoint {n}\n" for n in range(rows)), encoding="utf-8")
    assert told(file) == [(PROGRESS_EVERY, rows + 1), (rows, rows + 1)]


def test_progress_through_a_tmx_knows_how_many_units_are_to_come(tmp_path: Path) -> None:
    file = tmp_path / "memory.tmx"
    units = "".join(
        f'<tu><tuv xml:lang="en"><seg>Item {n}</seg></tuv><tuv xml:lang="fr"><seg>Point {n}</seg></tuv></tu>\n'
        for n in range(PROGRESS_EVERY)
    )
    file.write_text(
        '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
        f'adminlang="en" srclang="en" datatype="plaintext"/><body>{units}</body></tmx>',
        encoding="utf-8",
    )
    assert told(file) == [(PROGRESS_EVERY, PROGRESS_EVERY)]


def test_a_spreadsheet_is_compressed_so_that_only_what_is_in_is_told(tmp_path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["en", "fr"])
    for number in range(PROGRESS_EVERY):
        sheet.append([f"Item {number}", f"Point {number}"])
    book.save(tmp_path / "memory.xlsx")
    assert told(tmp_path / "memory.xlsx") == [(PROGRESS_EVERY, 0)]


def test_segments_are_indexed_after_the_files_and_their_number_is_told(tmp_path: Path) -> None:
    file = tmp_path / "memory.tsv"
    rows = 6_000
    file.write_text("en\tfr\n" + "".join(f"Item {n}\tPoint {n}\n" for n in range(rows)), encoding="utf-8")
    segments = imported(file).segments
    assert segments[-1] == (2 * rows, 2 * rows)
    assert len(segments) > 1


def test_a_later_import_for_another_language_brings_its_texts_and_one_for_fewer_takes_none(tmp_path: Path) -> None:
    (tmp_path / "six.tsv").write_text("en\tar\tzh-Hans\tpt\nReport\tتقرير\t报告\tRelatório\n", encoding="utf-8")

    def languages(home: Home, target: str) -> list[str]:
        list(import_paths(home, [tmp_path / "six.tsv"], ImportOptions(target_language=target)))
        (row,) = home.units.with_source(["Report"], "en", "ar")
        return sorted(variant.language for variant in home.units.state(row.unit).variants)

    with open_home(tmp_path / "t.db", create=True) as home:
        assert languages(home, "fr") == ["ar", "en", "zh-Hans"]
        assert languages(home, "pt") == ["ar", "en", "pt", "zh-Hans"]
        assert languages(home, "zh") == ["ar", "en", "pt", "zh-Hans"]


@pytest.mark.parametrize(
    ("first", "further", "kind"),
    [
        ("id\ten\tfr\nA\tThe report\tLe rapport\n", "id\ten\tes\nA\tThe report\tEl informe\n", "memory"),
        ("id\ten\tfr\tpos\nr-1\treport\trapport\tnoun\n", "id\ten\tes\tpos\nr-1\treport\tinforme\tnoun\n", "terms"),
    ],
)
def test_a_table_that_adds_a_language_to_what_is_here_is_not_said_to_lack_the_pair(
    tmp_path: Path, first: str, further: str, kind: str
) -> None:
    for name, content in (("first.tsv", first), ("further.tsv", further)):
        (tmp_path / name).write_text(content, encoding="utf-8")

    def lacks_pair(home: Home, name: str) -> bool:
        (result,) = import_paths(home, [tmp_path / name], ImportOptions(kind=kind))
        assert isinstance(result, ImportReport)
        return any("no entry has texts in both en and fr" in notice.text for notice in result.notices)

    with open_home(":memory:", create=True) as home:
        assert lacks_pair(home, "further.tsv")
    with open_home(":memory:", create=True) as home:
        assert [lacks_pair(home, name) for name in ("first.tsv", "further.tsv")] == [False, False]
