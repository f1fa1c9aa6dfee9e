"""Tests what a check requires: it looks only where all of that is there, is counted only then, and says what is
missing."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from tmtool.checks.engine.check import Check, Flag, SegmentCheck
from tmtool.checks.engine.coverage import coverage
from tmtool.checks.engine.draft import Approved, Draft, Pair, Sides
from tmtool.checks.engine.needs import NOTHING, Needs
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import all_checks, get, run_checks
from tmtool.model import Concept, Level, Remark, Span, Term

BRIBERY = Concept(
    "bribery", (Term("bribery", "en"), Term("corruption", "fr"), Term("贿賂", "ja"), Term("suborno", "pt"))
)
UNKNOWN = {
    "ja": "1300件の事件があった（附属書二）。",
    "pt": "Houve 1300 casos.",
    "fa": "۱۳۰۰ پرونده وجود داشت.",
}


def draft(target: str, text: str, source: str | None = None, *concepts: Concept, origin: str = "en") -> Draft:
    return prepare([Pair(1, text, source)], source_language=origin, target_language=target, concepts=concepts)


def looking(found: Draft) -> set[str]:
    return set(coverage(found, all_checks()).looking)


ON_ANY_TEXT = {"markup-brackets", "typography-stray-space"}
ON_ANY_TRANSLATION = {
    *ON_ANY_TEXT,
    "completeness-empty",
    "document-same-source",
    "duplication-segment",
    "duplication-sentence",
    "language-source-copied",
    "markup-address",
    "markup-label",
    "markup-label-lost",
    "markup-note-mark",
    "numbers-roman",
    "numbers-sign",
}


@pytest.mark.parametrize("language", UNKNOWN)
def test_in_a_language_that_tmtool_does_not_know_only_what_works_on_any_text_is_counted(language: str) -> None:
    translated = draft(language, UNKNOWN[language], "There were 1,200 cases.")

    assert looking(draft(language, UNKNOWN[language])) == ON_ANY_TEXT
    assert looking(translated) == ON_ANY_TRANSLATION
    assert run_checks(translated) == []
    assert [lack.reason for lack in get("numbers-value").lacks(translated)] == [f"tmtool does not know {language}"]


@pytest.mark.parametrize(
    ("language", "source", "text", "check"),
    [
        ("zh", "See www.un.org/en.", "见www.un.org/zh。", ""),
        ("zh", "See www.un.org/en/a.", "见www.unodc.org/zh/b。", "markup-address"),
        ("zh", "See www.un.org.", "见www.un.org。请", ""),
        ("zh", "Write to a@un.org.", "写信至a@un.org，谢谢", ""),
        ("zh", "The Habitat III conference", "人居II大会", "numbers-roman"),
        ("zh", "The report (annex)", "报告（附件", "markup-brackets"),
        ("zh", "The report (annex)", "1）报告（附件）；二）其他", ""),
        (
            "zh",
            "The report is adopted by the Conference of the Parties.",
            "缔约方会议通过了该报告，各方一致赞成，会议随后结束。",
            "",
        ),
        ("es", "Other matters for the Group", "Other matters for the Group", "language-source-copied"),
        ("es", "(b) Elections", "c) Elecciones", "markup-label"),
        ("ar", "Other matters", "", "completeness-empty"),
        ("ja", "The report has two parts.", "報告  である", "typography-stray-space"),
        ("de", "He said “no” to it.", "Er sagte „nein“ dazu.", ""),
    ],
)
def test_what_works_on_any_text_really_looks(language: str, source: str, text: str, check: str) -> None:
    assert [one.check for one in run_checks(draft(language, text, source))] == ([check] if check else [])


def test_terms_of_an_unknown_language_are_looked_for_where_words_can_be_told_apart() -> None:
    portuguese = draft("pt", "O suborno aumentou.", "Bribery increased.", BRIBERY)
    japanese = draft("ja", "贿賂が増えた。", "Bribery increased.", BRIBERY)

    assert (portuguese.terms, japanese.terms) == (Sides.BOTH, Sides.SOURCE)
    assert "term-deprecated" in looking(portuguese)
    assert not any(name.startswith("term-") for name in looking(japanese))


def test_a_known_target_of_an_unknown_source_is_checked_as_a_text_alone_is() -> None:
    alone = draft("fr", "Houve 1300 casos.")
    translated = draft("fr", "Il y a eu 1300 affaires.", "Houve 1200 casos.", origin="pt")

    of_both = {"language-foreign-word", "language-untranslated", "names-abbreviation", "style-calque"}
    assert looking(alone) <= looking(translated) | of_both
    assert not looking(translated) & {"numbers-value", "dates-value", "term-missing", "meaning-negation", "names-title"}


def test_what_the_source_should_show_is_not_asked_of_a_source_in_another_language() -> None:
    text = "Il se réunira éventuellement."

    assert [one.check for one in run_checks(draft("fr", text, "It will eventually meet."))] == ["style-calque"]
    assert run_checks(draft("fr", text, "Es wird sich schließlich versammeln.", origin="de")) == []


def test_in_the_other_direction_what_is_made_for_one_is_silent() -> None:
    french = looking(draft("fr", "Le rapport", "The report"))
    english = looking(draft("en", "The report", "Le rapport", origin="fr"))

    assert {
        "meaning-direction",
        "names-title",
        "spelling-word",
    } <= french - english
    assert {"numbers-value", "names-country", "meaning-bound", "meaning-opposite"} <= french & english
    assert "completeness-omission" in french & english


def test_a_text_in_the_language_of_its_source_is_not_searched_for_that_language() -> None:
    assert "language-untranslated" not in looking(draft("en", "The report has 12 pages."))


def test_parts_of_a_draft_that_are_not_there_keep_their_checks_silent() -> None:
    bare = draft("fr", "Un agent public a été jugé.", "A public official was tried.")
    [pair] = bare.pairs
    full = replace(
        bare,
        pairs=(replace(pair, approved=(Approved("Un agent public a été jugé."),)),),
        symbol="E/CN.15/2027/4",
        terms=Sides.BOTH,
        remarks={},
    )

    gained = {
        "document-memory",
        "grammar-grammalecte",
        "names-official",
        *(
            f"term-{name}"
            for name in ["absent", "body", "collocation", "concept", "contrast", "deprecated", "missing", "variant"]
        ),
    }
    assert looking(full) - looking(bare) == gained
    of_agendas = [
        *(
            "abbreviation",
            "capital",
            "cross-reference",
            "dates",
            "final-mark",
            "house",
            "listing",
            "manner",
            "name",
            "numbering",
            "numeral",
            "office",
            "order",
            "ordinal",
            "sittings",
            "symbols",
        ),
        *("term", "title"),
    ]
    assert {check.name for check in all_checks()} - looking(full) == {f"document-{name}" for name in of_agendas} | {
        "dates-month",
        "markup-label-mark",
        "typography-opening-mark",
    }


def check(requires: Needs = NOTHING) -> SegmentCheck:
    return SegmentCheck(
        name="style-x",
        level=Level.INFO,
        its_type="style",
        requires=requires,
        summary="x",
        reason="x",
        examples=(),
        look=lambda pair, draft: [Flag("x", target_span=Span(0, 1))],
    )


def test_a_check_that_requires_a_source_is_not_shown_a_pair_without_one() -> None:
    pairs = [Pair(1, "a", "b"), Pair(2, "c", ""), Pair(3, "d")]
    found = prepare(pairs, source_language="xx", target_language="yy")

    assert [one.segment for one in check(Needs(source=True)).run(found)] == [1]
    assert [one.segment for one in check(Needs(memory=True, or_else=Needs(source=True))).run(found)] == [1]
    assert [one.segment for one in check(Needs(or_else=Needs(source=True))).run(found)] == [1, 2, 3]


def test_nothing_is_lacking_where_what_is_enough_instead_is_there() -> None:
    needs = Needs(memory=True, or_else=Needs(source=True))

    assert needs.lacking(draft("xx", "a", "b")) == ()
    assert [lack.reason for lack in needs.lacking(draft("xx", "a"))] == [
        "the database has no approved translation of these sources"
    ]


@pytest.mark.parametrize("one", all_checks(), ids=lambda one: one.name)
def test_every_check_says_in_words_what_it_requires(one: Check) -> None:
    set_ = [field.name for field in fields(Needs) if getattr(one.requires, field.name) and field.name != "or_else"]

    assert len(one.requires.described()) == len(set_)
    assert all("None" not in said for said in one.requires.described())


def test_remarks_of_an_external_checker_are_heard_once_it_is_asked() -> None:
    text = "La Commission a examiné la principe de la coopération internationale."
    remark = Remark(Span(24, 26), "gn_la_1m", "Accord de genre erroné", ("le",))

    asked = replace(draft("fr", text), remarks={text: (remark,)})

    assert [one.suggestion for one in run_checks(asked, names=["grammar-grammalecte"])] == ["le"]
    assert run_checks(draft("fr", text), names=["grammar-grammalecte"]) == []
