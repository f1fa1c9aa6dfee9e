"""Tests the page of findings as a reviser uses it, in a real browser, and as it is without any script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.browser import Page
from tests.cli.conftest import browser as browser  # the fixture
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.waivers import Waiver, key_of
from tmtool.model import Finding, Level, Span
from tmtool.present.findings_page.page import write_findings
from tmtool.present.reader import Reader
from tmtool.present.report import Report
from tmtool.tasks.check import Checked

HOSTILE = "</script><img src=x onerror=alert(1)>"
PAIRS = (
    Pair(1, "Le lundi 3 mai", "Tuesday, 3 May"),
    Pair(2, "Sans faute", "Without a fault"),
    Pair(3, f"{HOSTILE} a\u00a0; b", HOSTILE, id="u<3>"),
    Pair(3, "", "Not translated"),
)


def finding(
    pair: Pair, check: str, level: Level, target: Span | None, source: Span | None = None, right: str | None = None
) -> Finding:
    return Finding(
        pair.number, check, level, f"About {check}.", "other", id=pair.id, source=pair.source or "", target=pair.target,
        target_span=target, source_span=source, suggestion=right,
    )  # fmt: skip


FINDINGS = (
    finding(PAIRS[0], "dates-weekday", Level.ERROR, Span(3, 8), Span(0, 7), "mardi"),
    finding(PAIRS[0], "style-calque", Level.INFO, Span(3, 14)),
    finding(PAIRS[2], "typography-spacing", Level.WARNING, Span(len(HOSTILE) + 2, len(HOSTILE) + 3), None, " "),
    finding(PAIRS[3], "completeness-empty", Level.ERROR, None, Span(0, 14)),
)
WAIVER = Waiver(key_of(FINDINGS[3]), "left out on purpose", "ana", "2026-11-25")


def written(folder: Path, waivers: tuple[Waiver, ...] = ()) -> Path:
    from tmtool.checks.engine.waivers import waived

    checked = Checked(Draft(PAIRS, "en", "fr"), tuple(waived(FINDINGS, waivers)))
    write_findings(
        folder / "page.html",
        Report(Path("<draft>.fr.docx"), Path("draft.en.docx"), checked, waivers, "auto"),
        Reader("en"),
    )
    return folder / "page.html"


@pytest.fixture
def page(browser: Page, tmp_path: Path) -> Page:
    path = written(tmp_path, (WAIVER,))
    browser.open(path)
    browser.run("localStorage.clear()")
    browser.reload()
    return browser


SHOWN = ".finding:not([hidden])"


def test_each_finding_is_under_its_segment_with_both_languages(page: Page) -> None:
    assert page.texts(f"{SHOWN} .message") == [
        "About dates-weekday.",
        "About style-calque.",
        "About typography-spacing.",
    ]
    assert page.texts(".segment:not([hidden]) .place") == ["segment 1", "segment 3 u<3>"]
    assert page.texts(".segment:first-child [lang=en]") == ["Tuesday1, 3 May"]
    assert page.texts(".segment:first-child [lang=fr]") == ["Le lundi1 3 mai2"]
    assert page.texts("#count") == ["3 findings"]


def test_no_text_of_a_draft_runs_and_nothing_is_asked_of_the_network(page: Page) -> None:
    assert page.problems == []
    assert [url for url in page.requests if not url.startswith("file:")] == []
    assert page.run("document.querySelectorAll('img').length") == 0
    assert f"{HOSTILE} a" in page.texts(".segment:nth-child(3) [lang=fr]")[0]


def test_a_level_is_told_by_sign_and_word_and_the_right_form_names_its_spaces(page: Page) -> None:
    assert page.texts(f"{SHOWN} b") == ["✘ error", "· info", "▲ warning"]
    assert page.texts(".right") == ["✎ lundi → mardi", "✎ ‹no-break space› → ‹space›"]
    styles = page.run("[...document.querySelectorAll('mark')].map(one => getComputedStyle(one).textDecorationStyle)")
    assert {"double", "wavy", "dotted"} <= set(styles)


def test_keys_go_from_finding_to_finding(page: Page) -> None:
    page.press("ArrowDown", "j")
    assert page.texts("[aria-current] .check") == ["style-calque"]
    assert page.texts("#count") == ["2 of 3 findings"]
    page.press("End", "ArrowDown")
    assert page.texts("[aria-current] .check") == ["typography-spacing"]
    page.press("Home", "k")
    assert page.texts("[aria-current] .check") == ["dates-weekday"]


def test_levels_and_checks_are_filtered(page: Page) -> None:
    page.run("document.querySelector('[value=error]').click()")
    assert page.texts(f"{SHOWN} .check") == ["style-calque", "typography-spacing"]
    page.run("check.value = 'style-calque'; check.dispatchEvent(new Event('change'))")
    assert page.texts(f"{SHOWN} .check") == ["style-calque"]
    page.run("document.querySelector('[value=info]').click()")
    assert page.texts("#empty") == ["Nothing to show."]


def test_waived_findings_and_other_segments_are_shown_on_request(page: Page) -> None:
    page.run("document.querySelector('[value=waived]').click()")
    assert page.texts(".waived .why") == ["left out on purpose (ana, 2026-11-25)"]
    page.run("every.click()")
    assert len(page.texts(".segment:not([hidden])")) == 4


def test_what_is_done_is_kept_until_the_page_is_opened_again(page: Page) -> None:
    page.press("ArrowDown", "Enter")
    assert page.texts(".done .tick") == ["✓ done"]
    assert page.texts("#count") == ["1 of 3 findings, 2 to do"]
    page.reload()
    assert page.texts(".done .check") == ["dates-weekday"]


def test_a_print_has_the_findings_and_no_controls(page: Page) -> None:
    page.emulate(media="print")
    displays = page.run(
        "['.filter', 'footer', '.finding'].map(one => getComputedStyle(document.querySelector(one)).display)"
    )
    page.emulate()
    assert displays == ["none", "none", "list-item"]


def test_without_a_script_everything_is_there_and_nothing_is_hidden_but_the_controls(tmp_path: Path) -> None:
    text = written(tmp_path).read_text("utf-8")

    assert re.findall(r"<(\w+)[^>]* hidden>", text) == ["form", "p", "footer"]
    assert text.count('<li class="finding') == len(FINDINGS)
    assert "About completeness-empty." in text
    assert "http" not in re.sub(r"http-equiv", "", text)
