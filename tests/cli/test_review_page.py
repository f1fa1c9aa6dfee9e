"""Tests the page for review as a person uses it, in a real browser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.browser import Page
from tmtool.cli.output.review.page import write_review
from tmtool.documents.reading import parse_lines
from tmtool.formats.table import reading as table
from tmtool.formats.tmx import reading as tmx
from tmtool.model import Bead, Unit
from tmtool.tasks.align import Alignment

ENGLISH = ("Opening", "First; Second", "Third", "<img src=x onerror=alert(1)>", "</script><b>Fifth", "Last\t& least")
FRENCH = ("Ouverture", "Premier\u00a0;", "Deuxième", "Troisième", "«\u202fQuatre\u202f»", "Cinquième", "Dernier")
BEADS = (
    Bead((0,), (0,), 0.995),
    Bead((1,), (1,), 0.62),
    Bead((), (2,), 0.55),
    Bead((2,), (3,), 0.97),
    Bead((3,), (4,), 0.35),
    Bead((4,), (5,), 0.81),
    Bead((5,), (6,), 0.4),
)


def aligned(beads: tuple[Bead, ...] = BEADS) -> Alignment:
    source = parse_lines(ENGLISH, language="en", path=Path("agenda.en.txt"))
    return Alignment(source, parse_lines(FRENCH, language="fr", path=Path("agenda.fr.txt")), beads)


@pytest.fixture
def page(browser: Page, tmp_path: Path) -> Page:
    write_review(tmp_path / "review.html", aligned(), 0.9)
    browser.open(tmp_path / "review.html")
    browser.run("localStorage.clear()")
    browser.reload()
    return browser


def all_groups(page: Page) -> list[str]:
    """Returns every group as "source numbers = target numbers state", whatever the filter shows."""
    found = page.run(
        "state.groups.map(({source, target, state}) => source.map(n => n + 1) + '=' + target.map(n => n + 1)"
        " + ' ' + state)"
    )
    return [str(group) for group in found]


def current(page: Page) -> str:
    (text,) = page.texts("[aria-current] .side:first-of-type, [aria-current] .side:nth-of-type(2)")
    return text


def test_opens_on_the_doubtful_groups_each_between_its_neighbours(page: Page) -> None:
    marks = page.texts("#groups .mark")
    assert marks == [
        "99\u202f% sure", "62\u202f% to review", "55\u202f% to review", "97\u202f% sure",
        "35\u202f% to review", "81\u202f% to review", "40\u202f% to review",
    ]  # fmt: skip
    assert len(page.texts("#groups .context")) == 2
    assert page.texts("#count") == ["0 of 5 reviewed · 2 pairs to save"]


def test_shows_all_groups_when_asked_and_the_doubtful_again(page: Page) -> None:
    page.run("document.querySelector('[value=all]').click()")
    assert not page.texts("#groups .context")
    page.run("document.querySelector('[value=doubtful]').click()")
    assert len(page.texts("#groups .context")) == 2


def test_says_in_words_what_the_colours_say(page: Page) -> None:
    assert all("%" in mark for mark in page.texts("#groups .mark"))
    assert page.texts(".nothing") == ["nothing in the source"]


def test_three_doubtful_groups_in_a_row_are_in_one_block(page: Page) -> None:
    (why,) = page.texts(".block .why")
    assert why.startswith("3 doubtful groups in a row")
    assert len(page.texts(".block .group")) == 3


def test_accepting_goes_on_to_the_next_doubtful_group_and_counts(page: Page) -> None:
    page.press("Enter")
    assert all_groups(page)[1] == "2=2 accepted"
    assert page.run("state.place") == 2
    assert page.texts("#count") == ["1 of 5 reviewed · 3 pairs to save"]
    assert page.texts("#message") == ["Accepted. 4 left to review."]


def test_merging_waits_for_acceptance(page: Page) -> None:
    page.press("m")
    assert all_groups(page)[:3] == ["1=1 sure", "2=2,3 open", "3=4 sure"]
    assert page.texts("[aria-current] .mark") == ["by hand to review"]
    page.press("Enter")
    assert all_groups(page)[1] == "2=2,3 accepted"


def test_splitting_takes_the_first_of_each_side_and_parts_a_pair(page: Page) -> None:
    page.press("m", "m", "s")
    assert all_groups(page)[1:3] == ["2=2 open", "3=3,4 open"]
    page.press("s")
    assert all_groups(page)[1:4] == ["2= open", "=2 open", "3=3,4 open"]


def test_the_translation_is_shifted_down_and_up(page: Page) -> None:
    page.press("d")
    assert all_groups(page)[1:4] == ["2= open", "=2,3 open", "3=4 sure"]
    page.press("u", "u")
    assert all_groups(page)[1:3] == ["2=2,3 open", "3=4 sure"]
    page.press("u")
    assert all_groups(page)[1:4] == ["2=2,3,4 open", "3= open", "4=5 open"]


def test_no_translation_is_set_aside_and_not_saved(page: Page) -> None:
    page.press("x", "Enter")
    assert all_groups(page)[1:3] == ["2=2 none", "=3 none"]
    assert page.texts("#count") == ["2 of 5 reviewed · 2 pairs to save"]


def test_a_block_is_joined_or_dropped_as_a_whole(page: Page) -> None:
    page.press("w", "b")
    assert all_groups(page)[4:] == ["4,5,6=5,6,7 open"]
    page.press("z")
    page.press("n")
    assert all_groups(page)[4:] == ["4=5 none", "5=6 none", "6=7 none"]


def test_undo_takes_back_step_by_step_to_the_beginning(page: Page) -> None:
    before = all_groups(page)
    page.press("Enter", "m", "s", "d", "u", "x")
    assert all_groups(page) != before
    page.press("z", "z", "z", "z", "z")
    page.press("z", control=True)
    assert all_groups(page) == before
    page.press("z")
    assert page.texts("#message") == ["Nothing to undo here."]


def test_every_segment_stays_in_exactly_one_group_whatever_is_done(page: Page) -> None:
    for keys in ("mmsud", "ddddj", "uuuus", "bsssm", "kkdud", "wmmmm", "sssss", "uudds"):
        page.press(*keys)
        assert sorted(page.run("state.groups.flatMap(group => group.source)")) == list(range(len(ENGLISH)))
        assert sorted(page.run("state.groups.flatMap(group => group.target)")) == list(range(len(FRENCH)))
        assert page.run("state.groups.every(group => group.source.length + group.target.length)")


def test_arrows_move_and_buttons_do_what_keys_do(page: Page) -> None:
    page.press("ArrowDown", "ArrowDown", "ArrowUp")
    assert page.run("state.place") == 2
    page.run("[...document.querySelectorAll('#keys button')].find(b => b.innerText.includes('accept')).click()")
    assert all_groups(page)[2] == "=3 none"
    assert page.run("document.activeElement.matches('.group[aria-current]')")


def test_keys_do_nothing_while_a_control_outside_the_list_has_the_focus(page: Page) -> None:
    before = all_groups(page)
    page.run("document.getElementById('tmx').focus()")
    page.press("m", "x")
    assert all_groups(page) == before


def test_the_keys_are_named_on_the_page(page: Page) -> None:
    shown = set(page.texts("#keys kbd"))
    assert {"Enter", "m", "s", "d", "u", "x", "b", "n", "z", "w"} <= shown


def test_text_of_a_document_never_becomes_markup(page: Page) -> None:
    assert page.texts("[aria-current] .text")
    assert page.run("document.querySelectorAll('#groups img, #groups b b, #groups script').length") == 0
    assert any("<img src=x onerror=alert(1)>" in text for text in page.texts("#groups .text"))
    assert any("</script><b>Fifth" in text for text in page.texts("#groups .text"))


def test_french_keeps_its_no_break_spaces_and_each_side_names_its_language(page: Page) -> None:
    texts = page.texts("#groups .side[lang=fr] .text")
    assert "Premier\u00a0;" in texts
    assert "«\u202fQuatre\u202f»" in texts
    assert page.run("document.querySelectorAll('#groups .side[lang=en]').length") == 7


def test_a_side_is_read_from_where_its_language_begins_whatever_begins_the_text(browser: Page, tmp_path: Path) -> None:
    source = parse_lines(("Adopts A/RES/71/1", "Second"), language="en", path=Path("agenda.en.txt"))
    target = parse_lines(("A/RES/71/1 تعتمد",), language="ar", path=Path("agenda.ar.txt"))
    alignment = Alignment(source, target, (Bead((0,), (0,), 0.5), Bead((1,), (), 0.4)))
    write_review(tmp_path / "arabic.html", alignment, 0.9)
    browser.open(tmp_path / "arabic.html")
    read = "[...document.querySelectorAll('#groups .side p')].map(one => getComputedStyle(one).direction)"
    assert browser.run(read) == ["ltr", "rtl", "ltr", "ltr"]
    assert browser.run("[document.getElementById('source').dir, document.getElementById('target').dir]") == [
        "ltr",
        "rtl",
    ]


def test_asks_nothing_of_the_network_and_breaks_no_rule_of_its_own(page: Page) -> None:
    page.press("Enter", "m", "s", "z")
    assert [request for request in page.requests if not request.startswith(("file:", "blob:"))] == []
    assert page.problems == []


def test_an_injected_script_would_be_refused(page: Page) -> None:
    page.run("document.body.append(Object.assign(document.createElement('script'), {text: 'window.evil = 1'}))")
    assert page.run("window.evil === undefined")
    assert any("Content Security Policy" in problem for problem in page.problems)
    page.problems.clear()


def test_work_is_kept_when_the_page_is_closed(page: Page) -> None:
    page.press("Enter", "m")
    before = all_groups(page)
    page.reload()
    assert all_groups(page) == before
    page.press("z")
    assert all_groups(page)[1] == "2=2 open"


def test_the_saved_tmx_is_what_the_command_would_write_and_what_was_accepted(page: Page) -> None:
    page.run("document.getElementById('tmx').click()")
    assert read(page.downloaded()) == aligned().units(0.9)
    page.press("End", "Enter")
    page.run("document.getElementById('tmx').click()")
    units = read(page.downloaded())
    assert [unit.status for unit in units] == ["translated", "translated", "approved"]
    assert [variant.text for variant in units[-1].variants] == ["Last\t& least", "Dernier"]


def test_the_saved_table_is_read_by_import(page: Page) -> None:
    page.press("Enter")
    page.run("document.getElementById('tsv').click()")
    path = page.downloaded()
    units = [*table.read_units(path, source_language="en", target_language="fr")]
    assert [[v.text for v in unit.variants] for unit in units if isinstance(unit, Unit)] == [
        ["Opening", "Ouverture"],
        ["First; Second", "Premier\u00a0;"],
        ["Third", "Troisième"],
    ]


def test_says_so_when_there_is_nothing_to_review(browser: Page, tmp_path: Path) -> None:
    write_review(tmp_path / "sure.html", aligned(BEADS[:1]), 0.9)
    browser.open(tmp_path / "sure.html")
    assert browser.texts("#groups .mark") == ["99\u202f% sure"]
    assert browser.texts("#count") == ["0 of 0 reviewed · 1 pair to save"]


def test_print_leaves_the_controls_out(page: Page) -> None:
    page.emulate(media="print")
    assert page.run("getComputedStyle(document.querySelector('footer')).display") == "none"
    assert page.texts("#groups .mark")[1] == "62\u202f% to review"
    page.emulate()


def read(path: Path) -> list[Unit]:
    units = tmx.read_units(path, source_language="en", target_language="fr")
    return [replace(unit, line=None) for unit in units if isinstance(unit, Unit)]
