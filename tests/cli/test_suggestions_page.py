"""Tests the page of suggestions as a translator uses it, in a real browser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.browser import Page
from tmtool.cli.output.suggestions_page.page import write_suggestions
from tmtool.model import Adaptation, Document, Match, MatchKind, Segment, Status, Substitution, Suggestion

HOSTILE = "</script><img src=x onerror=alert(1)>"


def match(source: str, target: str, rate: int = 100, kind: MatchKind = MatchKind.EXACT) -> Match:
    return Match(
        rate=rate, score=rate, kind=kind, source=source, target=target, memory="m", document="A/1", position=1,
        status=Status.TRANSLATED, changed="", penalties=(), diff=(), adapted=None, warnings=(), unit=1,
    )  # fmt: skip


SUGGESTIONS = (
    Suggestion(Segment(1, "Other matters", 0), MatchKind.EXACT, 100, "Questions diverses", None,
               (match("Other matters", "Questions diverses"),), ()),
    Suggestion(Segment(2, HOSTILE, 1), MatchKind.NONE, 0, None, None, (), ()),
    Suggestion(Segment(3, "Other matters", 2), MatchKind.EXACT, 100, "Questions diverses", 1, (), ()),
)  # fmt: skip


@pytest.fixture
def page(browser: Page, tmp_path: Path) -> Page:
    path = tmp_path / "page.html"
    write_suggestions(path, Document("a.txt", "en", (), ()), SUGGESTIONS, "fr")
    browser.open(path)
    return browser


SHOWN = ".segment:not([hidden])"


def test_each_segment_has_what_is_offered_and_nothing_runs(page: Page) -> None:
    assert page.texts(f"{SHOWN} .source") == ["Other matters", HOSTILE, "Other matters"]
    assert page.texts(f"{SHOWN} .offered") == ["Questions diverses", "Questions diverses"]
    assert page.texts("#count") == ["3 segments"]
    assert page.problems == []


def test_segments_are_filtered_by_kind_by_words_and_without_repeats(page: Page) -> None:
    page.run("document.querySelector('#repeats').click()")
    assert page.texts("#count") == ["2 segments"]
    page.run("document.querySelector('input[value=none]').click()")
    assert page.texts(f"{SHOWN} .source") == ["Other matters"]
    page.run("words.value = 'nothing'; words.dispatchEvent(new Event('input'))")
    assert page.texts("#count") == ["0 segments"]
    assert not page.run("document.getElementById('empty').hidden")


def test_a_suggestion_is_copied_with_one_key(page: Page) -> None:
    page.run("window.copied = []; copyText = async (text) => copied.push(text)")
    for key in ("j", "c", "s"):
        page.press(key)
    assert page.run("copied.join('|')") == "Questions diverses|Other matters"
    assert page.texts("#message") == ["Copied: Other matters"]
    page.press("ArrowDown")
    page.press("c")
    assert page.texts("#message") == ["There is nothing to copy."]


def test_on_a_narrow_screen_nothing_is_wider_than_it(page: Page) -> None:
    page.size(360, 700)
    assert page.run("document.documentElement.scrollWidth") <= 360


def test_text_from_the_right_begins_on_the_right_and_keeps_its_own_direction_among_other_text(tmp_path: Path) -> None:
    path, target = tmp_path / "page.html", "في 3 آذار/مارس"
    change = Substitution("date", "2 March", "3 March", "2 آذار/مارس", "3 آذار/مارس")
    adapted = replace(
        match("On 2 March", "في 2 آذار/مارس", 80, MatchKind.ADAPTED),
        adapted=Adaptation(target, (change,), safe=True, reasons=()),
    )
    suggestion = Suggestion(Segment(1, "On 3 March", 0), MatchKind.ADAPTED, 80, target, None, (adapted,), ())
    write_suggestions(path, Document("a.txt", "en", (), ()), (suggestion,), "ar")
    written = path.read_text(encoding="utf-8")
    assert f'<span class="offered" lang="ar" dir="rtl">{target}</span>' in written
    assert '<ins lang="ar" dir="rtl">3 آذار/مارس</ins>' in written
    assert '<span>en</span><span dir="rtl">ar</span>' in written
    assert ".offered, .another { display: block; }" in written
