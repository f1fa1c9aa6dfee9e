"""Tests what holds for every page: no text of a document can leave the data that it is part of, with or without a
browser."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

from tmtool.present.pages.direction import message
from tmtool.present.pages.offline import write_page
from tmtool.present.reader import Reader

TEXTS = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "<img src=x onerror=alert(1)>",
    "a & b &lt; c",
    "\u2028\u2029",
    '‘a’ \\u003c "b"',
)


class _Data(HTMLParser):
    """A `_Data` keeps the text of the element with the data, and the tags of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._inside = ("id", "data") in attrs

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.text += data


def written(tmp_path: Path, data: object) -> tuple[str, _Data]:
    path = tmp_path / "page.html"
    write_page(path, "tmtool.cli.output.candidates", Reader("en"), kind="Terms", title="a < b", scripts=[], data=data)
    page = path.read_text(encoding="utf-8")
    found = _Data()
    found.feed(page)
    return page, found


def test_the_data_of_a_page_come_out_as_they_went_in(tmp_path: Path) -> None:
    _, found = written(tmp_path, TEXTS)
    assert json.loads(found.text) == list(TEXTS)


def test_nothing_in_the_data_of_a_page_is_an_element_or_a_comment(tmp_path: Path) -> None:
    _, found = written(tmp_path, TEXTS)
    assert not set("<>&") & set(found.text)
    assert found.tags == written(tmp_path, [])[1].tags


def test_the_title_of_a_page_is_text(tmp_path: Path) -> None:
    page, _ = written(tmp_path, [])
    assert "<title>Terms: a &lt; b</title>" in page


def test_what_a_message_quotes_keeps_its_own_direction() -> None:
    assert message("“إيران” here, but “a < b” in the source.") == (
        "“<bdi>إيران</bdi>” here, but “<bdi>a &lt; b</bdi>” in the source."
    )
    assert message("«\u00a0إيران\u00a0» ici") == "«\u00a0<bdi>إيران</bdi>\u00a0» ici"
