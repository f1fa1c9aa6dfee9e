"""What a check suggests is written as the rest of the text is."""

from __future__ import annotations

from dataclasses import replace

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import run_checks
from tmtool.model import BlockKind, Level


def suggested(check: str, *targets: str) -> list[str | None]:
    draft = prepare(
        [Pair(number, target, None) for number, target in enumerate(targets, 1)],
        source_language="en",
        target_language="fr",
    )
    return [finding.suggestion for finding in run_checks(draft) if finding.check == check]


def test_an_elision_takes_the_apostrophe_of_the_text() -> None:
    wrong = "Le rapport de expert est prêt."
    for mark in ("'", "’"):
        habit = [f"L{mark}Assemblée a pris note de l{mark}avis de l{mark}expert d{mark}hier."] * 3
        assert suggested("grammar-elision", *habit, wrong) == [f"d{mark}"]


def test_guillemets_take_the_space_of_the_text() -> None:
    for space in (" ", "\u00a0", "\u202f"):
        habit = [f"Le point «{space}Questions diverses{space}» est clos."] * 4
        assert suggested("typography-quotes", *habit, "Le point “Élections” est clos.") == [
            f"«{space}Élections{space}»"
        ]


def test_the_only_straight_marks_of_a_document_are_reported_where_the_source_quotes() -> None:
    pairs = [Pair(1, 'Le film "Le fleuve" sera projeté.', "The film “The River” will be shown.")]
    draft = prepare(pairs, source_language="en", target_language="fr")

    def found(*, is_document: bool) -> list[str | None]:
        shown = run_checks(replace(draft, is_document=is_document), names=["typography-quotes"])
        return [one.suggestion for one in shown]

    assert found(is_document=True) == ["«\u00a0Le fleuve\u00a0»"]
    assert found(is_document=False) == []


def test_a_lost_mark_is_reported_where_the_same_quotation_has_it_elsewhere() -> None:
    pairs = [
        Pair(1, "Le premier point est « Cours d’eau ».", "The first item is “Rivers”."),
        Pair(2, "Le point « Cours d’eau a été examiné.", "Item “Rivers” was considered."),
        Pair(3, "Le point Cours d’eau » l’a été aussi.", "So was item “Rivers”, too."),
    ]
    draft = prepare(pairs, source_language="en", target_language="fr")
    shown = run_checks(replace(draft, is_document=True), names=["typography-quotes"])
    assert [(one.segment, one.suggestion) for one in shown] == [(2, "d’eau\u00a0»"), (3, "«\u00a0Cours")]


def levels(*pairs: tuple[str, str]) -> list[Level]:
    """Returns the levels of what is said of the forms in a document of these pairs."""
    numbered = [Pair(number, target, source) for number, (target, source) in enumerate(pairs, 1)]
    draft = replace(prepare(numbered, source_language="en", target_language="fr"), is_document=True)
    return [finding.level for finding in run_checks(draft, names=["typography-form"])]


def test_a_document_may_write_the_code_of_a_currency_throughout() -> None:
    codes = [
        ("Le prix était de 2,71 USD le kilogramme.", "The price was USD 2.71 a kilogram."),
        ("Le projet coûterait 3 millions d’USD.", "The project would cost USD 3 million."),
    ]

    assert levels(*codes) == [Level.HINT]
    assert levels(*codes, ("Il reste 5 000 dollars.", "USD 5,000 is left.")) == [Level.HINT]
    assert levels(("Il coûte 3 USD.", "It costs $3."), ("Il reste 5 dollars.", "$5 is left.")) == [Level.WARNING]
    assert levels(codes[0]) == [Level.HINT]
    assert levels(("Il coûte 3 USD.", "It costs $3.")) == [Level.WARNING]


def test_times_without_space_are_reported_where_other_times_have_it() -> None:
    glued = [
        ("La session s’ouvrira à 9h30.", "The session will open at 09.30."),
        ("Elle sera levée à 17h30.", "It will close at 17.30."),
        ("Elle reprendra à 15h15.", "It will resume at 15.15."),
    ]

    assert levels(*glued) == [Level.HINT] * 3
    assert levels(*glued, ("Pause à 10 h 30.", "Break at 10.30.")) == [Level.WARNING] * 3


def test_times_without_space_of_one_sentence_are_the_habit_of_a_document_that_has_no_others() -> None:
    hours = ("Il siège de 9h30 à 13h00 et de 14h30 à 17h30.", "It sits from 9.30 a.m. to 1 p.m. and from 2.30 to 5.30.")

    assert levels(hours, ("Elle est close.", "It is closed.")) == [Level.HINT] * 4


def test_a_duration_among_many_times_without_space_makes_no_other_habit() -> None:
    times = [
        (f"La séance {number} débute à {number}h30.", f"Meeting {number} begins at {number}.30.")
        for number in range(8, 18)
    ]
    hours = ("Les textes sont remis 24 heures avant.", "Texts are handed in 24 hours before.")

    assert levels(*times, hours) == [Level.HINT] * 10


def test_times_with_a_colon_are_reported_where_other_times_have_none() -> None:
    colons = [
        ("La session s’ouvrira à 9:30.", "The session will open at 09:30."),
        ("La séance se tiendra à 14:15.", "The meeting will be held at 14:15."),
        ("Elle reprendra à 11:15.", "It will resume at 11:15."),
    ]

    assert levels(*colons) == [Level.HINT] * 3
    assert levels(*colons, ("Pause à 10 h 30.", "Break at 10:30.")) == [Level.WARNING] * 3


def test_a_line_of_a_form_is_told_of_a_lost_space_where_all_others_have_one() -> None:
    def told(*targets: str) -> list[Level]:
        pairs = [Pair(number, target, None) for number, target in enumerate(targets, 1)]
        pairs[0] = replace(pairs[0], kind=BlockKind.METADATA)
        found = run_checks(prepare(pairs, source_language="en", target_language="fr"), names=["typography-spacing"])
        return [finding.level for finding in found]

    spaced = ("Date\u00a0: 3", "Lieu\u00a0: 4", "Heure\u00a0: 5")
    assert told("Original: anglais", *spaced) == [Level.INFO]
    assert told("Original\u00a0: anglais", *spaced) == []
    assert told("Original: anglais", *spaced[1:]) == []
