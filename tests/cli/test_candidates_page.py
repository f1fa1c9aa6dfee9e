"""Tests the page of proposed terms as a person uses it, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import commands
from tests.cli.browser import Page
from tmtool.cli.output.candidates.page import write_candidates
from tmtool.formats.table import term_reading as term_table
from tmtool.formats.tbx import reading as tbx
from tmtool.model import Concept, Span, TermStatus
from tmtool.tasks.term_extraction import Extraction
from tmtool.terminology.candidates import Alternative, Candidate, Context

CANDIDATES = (
    Candidate(
        "mercury emission",
        "émission de mercure",
        12,
        9.5,
        (
            Context("😀 The mercury emission <b>", Span(6, 22), "L’émission de mercure", Span(2, 21)),
            Context("A mercury emission.", Span(2, 18), "Un rejet.", None),
        ),
        (Alternative("émission de mercure", 9), Alternative("rejet de mercure", 2)),
        "f",
    ),
    Candidate("zebra crossing", "passage clouté", 30, 5.0, (Context("A zebra crossing.", Span(2, 16)),), (), "m"),
    Candidate("</script><img src=x>", "", 3, 4.0, (Context("x", Span(0, 1)),)),
    Candidate("Area of work", "domaine d’activité", 3, 1.0, (Context("Area of work", Span(0, 12)),), (), "m"),
)


@pytest.fixture
def page(browser: Page, tmp_path: Path) -> Page:
    extraction = Extraction("pairs.tmx", "en", "fr", CANDIDATES, (("old one", "ancien"),), ("crime", "rights"))
    write_candidates(tmp_path / "terms.html", extraction)
    browser.open(tmp_path / "terms.html")
    browser.run("localStorage.clear()")
    browser.reload()
    return browser


def states(page: Page) -> list[str]:
    return [str(state) for state in page.run("state.decisions.map(({state}) => state)")]


def sources(page: Page) -> list[str]:
    return page.texts("#terms .source")


def saved(page: Page, button: str) -> Path:
    page.run(f"document.getElementById('{button}').click()")
    return page.downloaded()


def concepts(path: Path) -> list[Concept]:
    reader = tbx if path.suffix == ".tbx" else term_table
    found = reader.read_concepts(path, source_language="en", target_language="fr")
    return [concept for concept in found if isinstance(concept, Concept)]


def test_shows_each_term_with_its_count_translation_and_gender_the_best_first(page: Page) -> None:
    assert page.texts("#terms .line")[0] == "12\u202f× mercury emission émission de mercuref to judge"
    assert sources(page)[1] == "zebra crossing"
    assert page.texts("#count") == ["0 of 4 judged · 0 terms to save"]


def test_the_current_term_shows_its_contexts_with_both_terms_marked(page: Page) -> None:
    marked = ["mercury emission", "émission de mercure", "mercury emission"]
    assert page.texts("[aria-current] .contexts mark") == marked
    assert page.texts("[aria-current] .contexts li")[0].startswith("😀 The mercury emission <b>")
    assert page.texts("[aria-current] .alternatives b") == ["9\u202f×", "2\u202f×"]


def test_accepting_and_rejecting_go_on_to_the_next(page: Page) -> None:
    page.press("Enter", "x")
    assert states(page) == ["accepted", "rejected", "open", "open"]
    assert page.texts("[aria-current] .source") == ["</script><img src=x>"]
    assert page.texts("#count") == ["2 of 4 judged · 1 term to save"]
    assert page.texts("#message") == ["Rejected. 2 left to judge."]
    page.run("document.querySelector('[value=rejected]').click()")
    assert sources(page) == ["zebra crossing"]


def test_undo_takes_back_and_shows_what_it_took_back(page: Page) -> None:
    page.press("Enter", "x", "z")
    assert states(page) == ["accepted", "open", "open", "open"]
    assert page.texts("[aria-current] .source") == ["zebra crossing"]
    page.press("z", "z")
    assert states(page) == ["open"] * 4
    assert page.texts("#message") == ["Nothing to undo here."]


def test_a_term_without_translation_asks_for_it_before_it_is_accepted(page: Page) -> None:
    page.press("j", "j", "Enter")
    assert states(page)[2] == "open"
    assert page.run("document.activeElement.dataset.field") == "target"
    page.press("m", "o", "t", "Enter", "Enter")
    assert states(page)[2] == "accepted"
    assert page.run("state.decisions[2].target") == "mot"


def test_a_term_whose_source_was_emptied_asks_for_that(page: Page) -> None:
    page.run("decide(0, { ...state.decisions[0], source: ' ' }, '')")
    page.press("Enter")
    assert page.run("document.activeElement.dataset.field") == "source"
    assert page.texts("#message") == ["A term needs its source term: write it first."]


def test_another_translation_is_chosen_by_its_number_or_admitted_too(page: Page) -> None:
    page.press("2")
    assert page.texts("[aria-current] .target") == ["rejet de mercure"]
    page.run("document.querySelectorAll('[aria-current] .alternatives button')[1].click()")
    assert page.texts("[aria-current] .target") == ["rejet de mercure | émission de mercure"]


def test_terms_gender_and_domain_are_edited_and_letters_go_into_the_field(page: Page) -> None:
    page.press("e", "x", "z", "Enter", "g", "s", "Q", "Escape")
    decision = page.run("state.decisions[0]")
    assert (decision["target"], decision["gender"], decision["source"]) == ("xz", "", "mercury emission")
    assert states(page)[0] == "open"


def test_no_gender_is_shown_as_such_and_can_be_chosen_again(page: Page) -> None:
    gender = "document.querySelector('[aria-current] [data-field=gender]')"
    page.run(f"{gender}.value = ''; {gender}.dispatchEvent(new Event('change'))")
    assert page.run("state.decisions[0].gender") == ""
    assert page.run(f"{gender}.selectedOptions[0].textContent") == "–"
    page.run(f"{gender}.selectedIndex = 1; {gender}.dispatchEvent(new Event('change'))")
    page.run(f"{gender}.selectedIndex = 0; {gender}.dispatchEvent(new Event('change'))")
    assert page.run("state.decisions[0].gender") == ""


def test_filters_by_words_whatever_their_accents_and_sorts(page: Page) -> None:
    page.run("words.value = 'emission'; words.dispatchEvent(new Event('input'))")
    assert sources(page) == ["mercury emission"]
    page.run("words.value = ''; order.value = 'count'; order.dispatchEvent(new Event('input'))")
    assert sources(page)[:2] == ["zebra crossing", "mercury emission"]
    page.run("order.value = 'source'; order.dispatchEvent(new Event('input'))")
    assert sources(page)[1:] == ["Area of work", "mercury emission", "zebra crossing"]
    page.press("/")
    assert page.run("document.activeElement.id") == "words"


def test_work_is_kept_when_the_page_is_closed(page: Page) -> None:
    page.press("Enter", "x")
    page.reload()
    assert states(page) == ["accepted", "rejected", "open", "open"]
    page.press("z")
    assert states(page) == ["open"] * 4


def test_the_saved_table_is_read_by_import_and_so_is_tbx(page: Page) -> None:
    page.run("document.querySelectorAll('[aria-current] .alternatives button')[3].click()")
    page.press("Enter", "x", "j", "Enter")
    page.run("domain.value = 'crime'; domain.dispatchEvent(new Event('change'))")
    for button in ("tsv", "tbx"):
        first, second = concepts(saved(page, button))
        assert [(term.text, term.language, term.status, term.part_of_speech, term.gender) for term in first.terms] == [
            ("mercury emission", "en", TermStatus.PREFERRED, "noun", ""),
            ("émission de mercure", "fr", TermStatus.PREFERRED, "noun", "f"),
            ("rejet de mercure", "fr", TermStatus.ADMITTED, "noun", ""),
        ]
        assert (first.domain, second.terms[1].text) == ("crime", "domaine d’activité")


def test_the_rejected_terms_are_saved_with_those_rejected_before(page: Page) -> None:
    page.press("x")
    assert saved(page, "without").read_text(encoding="utf-8").splitlines() == [
        "en\tfr", "old one\tancien", "mercury emission\témission de mercure",
    ]  # fmt: skip


def test_text_never_becomes_markup_and_nothing_is_asked_of_the_network(page: Page) -> None:
    page.press("j", "j", "j")
    assert page.run("document.querySelectorAll('#terms img, #terms b b, #terms script').length") == 0
    assert [request for request in page.requests if not request.startswith(("file:", "blob:"))] == []
    assert page.problems == []


def test_print_shows_the_terms_and_leaves_the_controls_out(page: Page) -> None:
    page.emulate(media="print")
    assert page.run("getComputedStyle(document.querySelector('footer')).display") == "none"
    assert page.run("getComputedStyle(document.querySelector('[aria-current] .more')).display") == "none"
    page.emulate()


LINES = tuple(
    (f"{english} {number}.", f"{french} {number}.")
    for number, (english, french) in enumerate(
        [
            ("The mercury emission inventory was late", "L’inventaire des émissions de mercure était en retard"),
            ("A mercury emission inventory is made", "Un inventaire des émissions de mercure est dressé"),
            ("Each mercury emission inventory was sent", "Chaque inventaire des émissions de mercure a été envoyé"),
            ("The harbour pilot was here", "Le pilote portuaire était ici"),
            ("No harbour pilot came", "Aucun pilote portuaire n’est venu"),
            ("Every harbour pilot was asked", "Chaque pilote portuaire a été interrogé"),
            ("The frost heave was seen", "Le soulèvement gélival a été vu"),
            ("A frost heave came", "Un soulèvement gélival est venu"),
            ("Any frost heave is late", "Tout soulèvement gélival est en retard"),
            ("It was late", "Il était tard"),
            ("They went home", "Ils sont rentrés"),
            ("Nobody came", "Personne n’est venu"),
        ]
    )
)


def test_what_is_accepted_is_found_in_texts_and_what_is_rejected_is_not_proposed_again(
    browser: Page, tmp_path: Path
) -> None:
    def tmtool(*arguments: object) -> str:
        done = commands.run([*commands.TMTOOL, "--db", "t.db", *map(str, arguments)], cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        return done.stdout

    (tmp_path / "pairs.tsv").write_text("en\tfr\n" + "".join(f"{one}\t{two}\n" for one, two in LINES), encoding="utf-8")
    tmtool("import", "pairs.tsv")
    tmtool("terms", "extract", "pairs.tsv", "-o", "terms.html")
    browser.open(tmp_path / "terms.html")
    shown = sources(browser)
    assert set(shown) == {"mercury emission inventory", "harbour pilot", "frost heave"}
    for term in shown:
        browser.press("x" if term == "frost heave" else "Enter")
    table, rejected = saved(browser, "tsv"), saved(browser, "without")
    assert (table.name, rejected.name) == ("pairs.terms.tsv", "pairs.rejected.tsv")
    tmtool("import", table, "--kind", "terms")
    found = tmtool("terms", "find", "Mercury emission inventories for harbour pilots, and a frost heave")
    assert "inventaire des émissions de mercure" in found
    assert "pilote portuaire" in found
    assert "gélival" not in found
    assert "frost heave" in tmtool("terms", "extract", "pairs.tsv")
    assert "frost heave" not in tmtool("terms", "extract", "pairs.tsv", "--without", rejected)


def test_terms_of_a_language_from_the_right_have_its_direction(browser: Page, tmp_path: Path) -> None:
    context = Context("The working group met.", Span(4, 17), "اجتمع الفريق العامل", Span(6, 19))
    candidate = Candidate("working group", "فريق عامل", 3, 2.0, (context,), (Alternative("فريق عامل", 3),), "m")
    write_candidates(tmp_path / "terms.html", Extraction("pairs.tmx", "en", "ar", (candidate,), (), ()))
    browser.open(tmp_path / "terms.html")
    assert browser.run("getComputedStyle(document.querySelector('.target')).direction") == "rtl"
    assert browser.run("getComputedStyle(document.querySelector('.contexts [lang=ar]')).direction") == "rtl"
    assert browser.run("getComputedStyle(document.querySelector('[data-field=target]')).direction") == "rtl"
