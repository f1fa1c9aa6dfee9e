"""The list of decisions names every page, and each page by its number."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "docs" / "decisions"
LIST = (FOLDER / "README.md").read_text(encoding="utf-8")


def test_the_list_of_decisions_has_every_page_once_and_in_order() -> None:
    pages = sorted(path.name for path in FOLDER.glob("[0-9]*.md"))
    assert re.findall(r"^\| \[\d{4}\]\((.*?)\)", LIST, re.MULTILINE) == pages


def test_every_number_is_accounted_for() -> None:
    rows = re.findall(r"^\| \[?(\d{4})\]?(?:\((\d{4})-)?", LIST, re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, len(rows) + 1))
    assert all(page in ("", number) for number, page in rows)
