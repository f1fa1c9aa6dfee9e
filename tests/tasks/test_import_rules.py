"""Tests that of a file only what the rules ask for comes into a memory, and that another rule reads it again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tmtool.model import Status
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.tasks.import_ import import_paths
from tmtool.tasks.import_rules import Rules
from tmtool.tasks.import_values import ImportOptions, ImportReport

UNITS = (
    ("approved", "en=Other matters", "fr=Questions diverses", "es=Otros asuntos"),
    ("draft", "en=The report", "fr=Le rapport"),
    ("approved", "en=The end", "es=El fin"),
)


def tmx() -> str:
    units = ""
    for status, *texts in UNITS:
        variants = "".join(
            f'<tuv xml:lang="{language}"><seg>{text}</seg></tuv>'
            for language, text in (one.split("=") for one in texts)
        )
        units += f'<tu><prop type="x-status">{status}</prop>{variants}</tu>'
    return f'<tmx version="1.4"><header srclang="en" datatype="plaintext"/><body>{units}</body></tmx>'


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with open_home(tmp_path / "t.db", create=True) as opened:
        yield opened


def brought_in(home: Home, tmp_path: Path, rules: Rules) -> ImportReport:
    file = tmp_path / "a.tmx"
    file.write_text(tmx(), encoding="utf-8")
    (report,) = import_paths(home, [file], ImportOptions(anyway=True, processes=False, rules=rules))
    assert isinstance(report, ImportReport)
    return report


def stored(home: Home) -> list[tuple[str, list[str]]]:
    return [(unit.status.value, [one.language for one in unit.variants]) for _, unit in home.units.read()]


def test_only_these_statuses_and_languages_come_in(home: Home, tmp_path: Path) -> None:
    report = brought_in(home, tmp_path, Rules(("en", "fr"), (Status.APPROVED,)))
    assert stored(home) == [("approved", ["en", "fr"])]
    assert [skip.reason for skip in report.skipped] == [
        "the unit has the status draft", "the unit has not two texts in the languages asked for",
    ]  # fmt: skip
    assert (report.units, report.added) == (1, 1)


def test_all_come_in_with_another_status(home: Home, tmp_path: Path) -> None:
    brought_in(home, tmp_path, Rules(as_status=Status.DRAFT))
    assert {status for status, _ in stored(home)} == {"draft"}


def test_a_file_is_read_again_by_other_rules_and_not_by_the_same(home: Home, tmp_path: Path) -> None:
    brought_in(home, tmp_path, Rules(("en", "fr")))
    assert brought_in(home, tmp_path, Rules(("en", "fr"))).unchanged == 2
    report = brought_in(home, tmp_path, Rules())
    assert (report.added, report.unchanged, report.removed) == (2, 1, 1)
    assert ("approved", ["en", "fr", "es"]) in stored(home)


def test_languages_that_no_text_of_the_file_is_in_are_told(home: Home, tmp_path: Path) -> None:
    told = {
        languages: [notice.text for notice in brought_in(home, tmp_path, Rules(languages)).notices]
        for languages in (("en", "fr"), ("en", "fr-CA"), ("en", "ft", "xx"), ("en", "fr", "de"))
    }
    assert told == {
        ("en", "fr"): [],
        ("en", "fr-CA"): [],
        ("en", "ft", "xx"): ["no text of the file is in ft, xx, named with --only-lang"],
        ("en", "fr", "de"): ["no text of the file is in de, named with --only-lang"],
    }


def test_that_terms_come_in_as_they_are_is_said(home: Home, tmp_path: Path) -> None:
    file = tmp_path / "a.tsv"
    file.write_text("en\tfr\tfr_deprecated\nplenary\tplénière\tséance générale\n", encoding="utf-8")

    def said(rules: Rules) -> list[str]:
        (report,) = import_paths(home, [file], ImportOptions("terms", rules=rules))
        assert isinstance(report, ImportReport)
        return [notice.text for notice in report.notices if "--as-status" in notice.text]

    assert said(Rules()) == []
    for rules in (Rules(as_status=Status.DRAFT), Rules(statuses=(Status.APPROVED,)), Rules(("en", "fr"))):
        assert said(rules) == [
            "--only-lang, --only-status and --as-status are for units, not for terms: all terms come in, each with its "
            "status"
        ]
