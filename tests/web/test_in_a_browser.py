"""A translator works by the keyboard alone: looks up, copies, walks through units, checks a draft."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib import resources

import pytest

from tests.cli.browser import Page
from tests.cli.conftest import browser as browser  # the fixture

PHRASE = "smuggling of migrants"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@pytest.fixture
def page(browser: Page, address: str) -> Iterator[Page]:
    browser.allow(address, "clipboardReadWrite", "clipboardSanitizedWrite")
    browser.visit(address)
    browser.run("localStorage.clear()")
    browser.problems.clear()
    yield browser
    assert browser.problems == []
    browser.emulate()
    browser.size(1280, 900)


def type_in(page: Page, text: str) -> None:
    page.press("s", alt=True)
    page.write(text)
    page.wait_for("document.querySelector('#lines .line') && !document.querySelector('.busy')")


def copied(page: Page) -> str:
    text: str = page.run("navigator.clipboard.readText().then((text) => (window.read = text))", wait=True) or ""
    return text or str(page.run("window.read"))


def test_what_is_typed_is_found_without_enter_and_the_address_keeps_it(page: Page) -> None:
    assert page.run("document.activeElement.id") == "q"
    type_in(page, PHRASE)
    assert page.texts(".term dt") == [PHRASE]
    assert page.texts("#message") == ["no match"]
    assert page.run("location.search") == "?q=smuggling+of+migrants"
    assert page.run("document.title") == f"{PHRASE} – tmtool"


def test_the_translation_of_a_term_and_of_a_unit_are_copied_by_one_key(page: Page) -> None:
    type_in(page, PHRASE)
    page.press("ArrowDown", "t")
    page.wait_for("document.getElementById('message').textContent.startsWith('Copied')")
    assert copied(page) == "trafic illicite de migrants"
    page.press("j", "c")
    page.wait_for("document.getElementById('message').textContent.includes('Corruption')")
    assert copied(page).startswith("Corruption facilitant le trafic illicite")


def test_the_number_of_a_match_copies_it_from_the_box_too(page: Page) -> None:
    type_in(page, "Working Group on the Smuggling of Migrants")
    page.wait_for("document.querySelector('li.match')")
    page.press("1", alt=True)
    page.wait_for("document.getElementById('message').textContent.startsWith('Copied')")
    assert copied(page) == "Groupe de travail sur le trafic illicite de migrants"
    assert page.run("document.activeElement.id") == "q"


def test_a_unit_opens_in_its_document_and_escape_comes_back(page: Page) -> None:
    type_in(page, PHRASE)
    page.press("ArrowDown", "Enter")
    page.wait_for("document.querySelector('#unit[open] .own')")
    assert len(page.texts("#unit-body .passage li")) > 5
    page.press("Escape")
    page.wait_for("!document.querySelector('dialog[open]')")
    assert page.run("document.activeElement.className") == "line"


def test_the_languages_are_turned_round_by_a_key(page: Page) -> None:
    type_in(page, "migrants")
    page.press("ArrowDown", "x")
    page.wait_for("document.querySelector('.matches')?.dataset.from === 'fr'")
    assert page.run("new URLSearchParams(location.search).get('from')") == "fr"


def test_the_keys_of_one_letter_can_be_switched_off(page: Page) -> None:
    type_in(page, PHRASE)
    page.press("ArrowDown", "?")
    page.wait_for("document.querySelector('#keys[open]')")
    page.run("document.getElementById('keys-on').click()")
    page.press("Escape")
    page.wait_for("!document.querySelector('dialog[open]')")
    page.press("x")
    assert page.run("document.getElementById('from').value") == ""


def test_the_history_of_the_day_is_kept_and_erased(page: Page) -> None:
    type_in(page, PHRASE)
    page.wait_for("document.querySelector('#history li')")
    assert page.run("document.querySelector('#history li').textContent") == PHRASE
    page.run("document.getElementById('forget').click()")
    assert page.run("document.querySelectorAll('#history li').length") == 0


SOURCE = "The meeting will last 12 days.\nOn 11 September 2030.\nThe 5 members met."
DRAFT = "La réunion durera 13 jours.\nLe mardi 11 septembre 2030.\nLes 6 membres se sont réunis."


def tab_to(page: Page, selector: str) -> None:
    """Goes on with the Tab key until that is what has the focus."""
    for _ in range(60):
        page.press("Tab")
        if page.run(f"document.activeElement.matches({json.dumps(selector)})"):
            return
    raise AssertionError(selector)


def test_the_whole_way_from_a_phrase_to_a_draft_had_back_is_gone_by_the_keyboard(page: Page) -> None:
    type_in(page, PHRASE)
    page.press("ArrowDown", "c")
    page.wait_for("document.getElementById('message').textContent.startsWith('Copied')")
    tab_to(page, "nav a[href='/drafts']")
    page.press("Enter")
    page.wait_for("location.pathname === '/drafts' && document.getElementById('source')")
    for name, text in (("source", SOURCE), ("target", DRAFT)):
        tab_to(page, f"#{name}")
        page.write(text)
    page.press("Tab", "Tab", "Enter")
    page.wait_for("document.querySelectorAll('#draft li.finding').length === 3")
    assert "line 1" in page.texts("li.finding .origin bdi")[0]
    page.press("j", "s")
    page.wait_for("document.querySelectorAll('#draft .findings li.finding').length === 2")
    page.press("r")
    page.wait_for("document.querySelectorAll('#draft .findings li.finding').length === 1")
    page.press("w")
    page.write("as agreed")
    page.press("Enter")
    page.wait_for("document.querySelectorAll('#draft .findings li.finding').length === 0")
    assert page.texts("#message") == ["waived; left: nothing found"]
    page.press("u")
    page.wait_for("document.querySelectorAll('#draft .findings li.finding').length === 1")
    tab_to(page, ".downloads a")
    page.press("Enter")
    assert page.downloaded().read_text(encoding="utf-8").splitlines()[1] == "Le mercredi 11 septembre 2030."


def test_no_page_has_a_fault_of_accessibility(page: Page, address: str) -> None:
    script = resources.files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    for path in (
        "?q=smuggling+of+migrants",
        "?q=Adoption+of+the+report",
        "drafts",
        "documents",
        "unit/600",
        "proposals",
        "?ui=fr",
    ):
        for scheme in ("light", "dark"):
            page.emulate(scheme=scheme)
            page.visit(address + path)
            page.run(script + "; 0")
            asked = json.dumps({"runOnly": RULES})
            page.run(f"axe.run({asked}).then((found) => (window.faults = found.violations))", wait=True)
            faults = page.run(
                "window.faults.map((one) => [one.id, one.nodes.map((node) => node.html)].flat().join(' '))"
            )
            page.run("0")
            assert page.run("window.faults.length") == 0, (path, scheme, faults)
    page.run("document.cookie")
    page.visit(address + "?ui=en")


@pytest.mark.parametrize("width", [320, 360, 768, 1920])
def test_nothing_is_wider_than_the_window(page: Page, address: str, width: int) -> None:
    page.size(width, 800)
    type_in(page, PHRASE)
    assert page.run("document.documentElement.scrollWidth") <= width
    for path in ("?ui=fr", "drafts", "proposals", "?ui=en"):
        page.visit(address + path)
        assert page.run("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize(("event", "holds"), [("Drag", "dataTransfer"), ("Clipboard", "clipboardData")])
def test_a_document_is_dropped_or_pasted(page: Page, address: str, event: str, holds: str) -> None:
    page.visit(address + "documents")
    page.run("window.given = new DataTransfer(); given.items.add(new File(['Adoption of the agenda'], 'a.txt')); 0")
    name = "drop" if event == "Drag" else "paste"
    page.run(f"document.body.dispatchEvent(new {event}Event('{name}', {{{holds}: given, bubbles: true}}))")
    assert page.run("document.getElementById('file').files[0].name") == "a.txt"
    page.run("document.getElementById('send').requestSubmit()")
    page.wait_for("document.querySelector('li.suggestion') !== null")
    assert page.texts("h1") == ["a.txt"]


def test_a_question_in_a_language_from_the_right_begins_there(page: Page) -> None:
    for text, side in (("الدورة", "rtl"), (PHRASE, "ltr")):
        page.run(f"box.value = {json.dumps(text)}; box.dispatchEvent(new Event('input'))")
        assert page.run("getComputedStyle(box).direction") == side


def test_what_is_printed_is_dark_on_white_with_the_question_and_without_what_is_pressed(page: Page) -> None:
    type_in(page, PHRASE)
    page.emulate(media="print", scheme="dark")
    ink = page.run("getComputedStyle(document.body).color")
    assert max(int(part) for part in re.findall(r"\d+", ink)[:3]) < 80
    shown = "(selector) => [...document.querySelectorAll(selector)].some((one) => one.checkVisibility())"
    assert all(page.run(f"({shown})({json.dumps(one)})") for one in ("#q", ".term", "li.line"))
    assert not any(page.run(f"({shown})({json.dumps(one)})") for one in ("header", "footer", "button", "select"))


def test_a_server_that_has_gone_is_told_and_what_was_found_stays(page: Page) -> None:
    type_in(page, PHRASE)
    page.run("window.fetch = () => Promise.reject(new TypeError('gone'))")
    page.press("ArrowDown", "/")
    page.write("x")
    page.wait_for("document.getElementById('message').textContent.includes('does not answer')")
    assert page.texts(".term dt") == [PHRASE]
