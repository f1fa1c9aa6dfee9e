"""Tests the page of a concordance as a person walks through it, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.browser import Page
from tests.filling import store, unit
from tmtool.cli.output.concordance.page import write_concordance
from tmtool.store import open_home
from tmtool.tasks.concordance import concordance
from tmtool.tasks.passages import passages
from tmtool.tasks.renderings import renderings

DOCUMENTS = {
    "X/1": [
        ("Opening", "Ouverture"),
        ("😀 The blue zorb sleeps", "Le gluk bleu dort"),
        ("</script><img src=x>", "<b>rien</b>"),
        ("A zorb falls", "Un gluk tombe"),
    ],
    "X/2": [("Before", "Avant"), ("Every zorb ate", "Chaque glouk a mangé"), ("After", "Après")],
    "X/3": [(f"This zorb {n}", f"Ce gluk {n}") for n in ("came", "went", "slept")],
    "X/4": [("No zorb now", "Aucun glouk maintenant"), ("The end", "Fin"), ("Last zorb", "Dernier glouk")],
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("concordance")
    home = open_home(folder / "t.db", create=True)
    units = [
        unit(en, fr, symbol, date=f"203{symbol[-1]}-01-01") for symbol, pairs in DOCUMENTS.items() for en, fr in pairs
    ]
    store(home, units, memory="agendas")
    lines = concordance(home, "zorb", language="en", other_language="fr", limit=0)
    documents = passages(home, lines, "en", "fr")
    write_concordance(
        folder / "zorb.html", "zorb", lines, renderings(lines, "fr"), documents, language="en", other_language="fr"
    )
    home.close()
    return folder / "zorb.html"


@pytest.fixture
def page(browser: Page, written: Path) -> Page:
    browser.open(written)
    return browser


def test_groups_the_places_by_translation_with_counts(page: Page) -> None:
    assert page.texts("#renderings button") == ["0 all 8", "1 gluk 5", "2 glouk 3"]
    assert page.texts("#count") == ["8 of 8 places · 4 documents"]
    page.press("2")
    assert page.texts("#lines .pair:not(.near) mark") == ["zorb", "glouk"] * 3
    assert page.texts("#count") == ["3 of 8 places · 2 documents"]
    page.press("0")
    assert page.texts("#count") == ["8 of 8 places · 4 documents"]


def test_each_place_says_where_it_is_the_newest_first(page: Page) -> None:
    assert page.texts("#lines .origin")[0].startswith("X/4 no 1 agendas 2034-01-01 translated")


def test_the_current_place_has_its_neighbours_in_both_languages(page: Page) -> None:
    page.press("j")
    assert page.texts("[aria-current] .near") == ["The end Fin"]


def test_a_place_opens_in_its_document_and_one_walks_on_from_there(page: Page) -> None:
    page.run("[...document.querySelectorAll('.line')].find(row => row.innerText.includes('Every zorb ate')).click()")
    page.press("Enter")
    assert page.texts("#name") == ["X/2"]
    assert [text.split(" ")[0] for text in page.texts("#units .unit")] == ["1", "2", "3"]
    assert page.texts("#units [aria-current] mark") == ["zorb", "glouk"]
    assert page.run("document.getElementById('hits').hidden")
    page.press("j", "j")
    assert page.texts("#name") == ["X/1"]
    assert page.texts("#units [aria-current] .number") == ["4"]
    page.press("k", "Escape")
    assert page.run("document.getElementById('document').hidden")
    assert page.texts("[aria-current] .pair:not(.near) mark") == ["zorb", "gluk"]


def test_back_in_the_browser_leaves_the_document(page: Page) -> None:
    page.press("Enter")
    assert page.run("location.hash") == "#1/document"
    page.run("new Promise(done => { addEventListener('popstate', done); history.back(); })", wait=True)
    assert page.run("document.getElementById('document').hidden")


def test_an_address_opens_its_place_at_once(browser: Page, written: Path) -> None:
    browser.open(written, fragment="8/document")
    assert browser.texts("#name") == ["X/1"]
    assert browser.texts("#units .hit mark")


def test_words_filter_the_places_whatever_their_accents(page: Page) -> None:
    page.run("words.value = 'MANGE'; words.dispatchEvent(new Event('input'))")
    assert page.texts("#lines .pair:not(.near)") == ["Every zorb ate Chaque glouk a mangé"]
    page.run("words.value = 'x/3'; words.dispatchEvent(new Event('input'))")
    assert len(page.texts("#lines .line")) == 3
    page.run("words.value = 'nowhere'; words.dispatchEvent(new Event('input'))")
    assert page.texts("#empty") == ["Nothing to show."]


def test_a_place_with_the_words_stays_the_current_one_and_else_the_first_becomes_it(page: Page) -> None:
    page.press("j", "j")
    (current,) = page.texts("[aria-current] .pair:not(.near)")
    page.run(f"words.value = {current[:8]!r}; words.dispatchEvent(new Event('input'))")
    assert page.texts("[aria-current] .pair:not(.near)") == [current]
    page.run("words.value = 'ate'; words.dispatchEvent(new Event('input'))")
    assert page.texts("[aria-current] .near") == ["Before Avant", "After Après"]
    assert page.run("document.activeElement.id") == "words"


def test_text_never_becomes_markup_and_nothing_is_asked_of_the_network(page: Page) -> None:
    page.run("go(lines.findIndex(line => line.source.includes('blue')), true)")
    assert page.run("document.querySelectorAll('#units img, #units b, #units script').length") == 0
    assert any("</script><img src=x>" in text for text in page.texts("#units .unit"))
    assert [request for request in page.requests if not request.startswith("file:")] == []
    assert page.problems == []


def test_print_leaves_the_controls_out(page: Page) -> None:
    page.emulate(media="print")
    shown = page.run(
        "['footer', '.filter', '.origin button'].map(s => getComputedStyle(document.querySelector(s)).display)"
    )
    page.emulate()
    assert shown == ["none"] * 3
