"""Tests, in a real browser, that what a person did on a page is there when it is opened again."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from tests.cli.browser import Page
from tests.cli.conftest import browser as browser  # the fixture

# So small that its script runs as early as a script can.
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><p id="message"></p>
<script type="application/json" id="data">{}</script><script type="application/json" id="texts">{}</script>
<script>SHARED; const kept = recall("work");</script></html>"""


def test_work_is_kept_however_often_and_however_fast_a_page_is_loaded(browser: Page, tmp_path: Path) -> None:
    shared = resources.files("tmtool.present.pages").joinpath("page.js").read_text(encoding="utf-8")
    (tmp_path / "small.html").write_text(_PAGE.replace("SHARED", shared), encoding="utf-8")
    browser.open(tmp_path / "small.html")
    for done in range(1, 11):
        browser.run(f"remember('work', {done})")
        browser.reload()
        assert browser.run("kept") == done
