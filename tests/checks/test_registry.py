"""Tests what the checks find together: chosen by name and scope, sorted, one finding a cause."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from tests.third_party import name_entry_points
from tmtool.checks.engine import registry
from tmtool.checks.engine.check import Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.errors import UsageError
from tmtool.model import Concept, Level, Span, Term, TermStatus


def draft(
    *rows: tuple[str | None, str], concepts: tuple[Concept, ...] = (), source: str = "en", target: str = "fr"
) -> Draft:
    pairs = [Pair(number=number, target=french, source=english) for number, (english, french) in enumerate(rows, 1)]
    return prepare(pairs, source_language=source, target_language=target, concepts=concepts)


def names(found: Draft, scope: str = "document") -> list[str]:
    return [finding.check for finding in registry.run_checks(found, scope)]


def test_every_check_lives_in_the_module_of_its_name() -> None:
    for check in registry.all_checks():
        room, module_name = check.name.replace("-", "_").split("_", 1)
        module = import_module(f"tmtool.checks.rules.{room}.{module_name}")
        assert module.CHECK is check


def test_a_check_yields_only_to_checks_that_exist() -> None:
    known = {name for check in registry.all_checks() for name in (check.name, check.category)}

    for check in registry.all_checks():
        assert set(check.yields_to) <= known - {check.name}


def test_no_two_checks_yield_to_each_other_which_would_silence_both() -> None:
    checks = registry.all_checks()

    both = [(one.name, other.name) for one in checks for other in checks if one.gives_way_to(other)]
    assert [(one, other) for one, other in both if (other, one) in both] == []


def test_a_check_that_yields_to_a_class_yields_to_all_of_it_but_itself_and_those_that_yield_to_it() -> None:
    place = Span(0, 2)
    last = made("style-last", Flag("", place), yields_to=("style", "term-one"))
    weaker = made("style-weaker", Flag("", place), yields_to=("style-last",))
    first, elsewhere = made("style-first", Flag("", place)), made("names-one", Flag("", place))

    assert [last.gives_way_to(one) for one in (last, weaker, first, elsewhere)] == [False, False, True, False]
    assert last.gives_way_to(made("term-one", Flag("", place)))


def test_a_country_left_out_of_a_list_is_told_though_it_is_missed_as_a_word_too() -> None:
    source = "The panel will be composed of experts from Mexico, Morocco, the Philippines and Thailand."
    target = "La table ronde réunira des experts du Maroc, du Mexique et de la Thaïlande."
    found = replace(draft((source, target)), is_programme=True)

    assert [one.check for one in registry.run_checks(found, "segment")] == ["names-country"]


def test_an_unknown_check_is_refused_with_a_way_out() -> None:
    with pytest.raises(UsageError, match="tmtool checks"):
        registry.get("numbers-valeu")


def test_findings_come_by_segment_then_the_gravest_first() -> None:
    found = registry.run_checks(
        draft(
            ("He spoke  on 12 pages.", "Il a parlé  sur 13 pages."),
            ("It has 12 pages and 1 annex.", "Elle compte 14 pages , avec une annexe."),
            ("Other matters", "Questions  diverses"),
        )
    )

    assert [(one.segment, one.level) for one in found] == [
        (1, Level.ERROR),
        (1, Level.WARNING),
        (2, Level.ERROR),
        (2, Level.WARNING),
        (3, Level.WARNING),
    ]


def test_scope_segment_leaves_out_what_compares_segments() -> None:
    rows = (("Other matters", "Questions diverses"), ("Other matters", "Autres questions"))

    assert names(draft(*rows)) == ["document-same-source"]
    assert names(draft(*rows), scope="segment") == []


def test_only_the_named_checks_run() -> None:
    bad = draft(("It has 12 pages.", "Elle  compte 13 pages."))

    assert [one.check for one in registry.run_checks(bad, names=["numbers-value"])] == ["numbers-value"]


def test_a_segment_left_in_english_is_reported_as_that_and_nothing_else() -> None:
    source = "The report of the Working Group (12 pages) was adopted on Monday, 8 September 2020."

    assert names(draft((source, source))) == ["language-source-copied"]
    assert names(draft((None, source))) == ["language-untranslated"]


def test_an_empty_translation_is_not_a_lost_number() -> None:
    assert names(draft(("The report has 12 pages.", ""))) == ["completeness-empty"]


def test_a_wrong_date_is_not_a_wrong_weekday_too() -> None:
    assert names(draft(("On Tuesday, 8 September 2020", "Le mardi 9 septembre 2020"))) == ["dates-value"]


def test_an_hour_in_another_form_is_not_another_translation_of_its_source_too() -> None:
    rows = [("10 a.m.–1 p.m.", "10 heures-13 heures"), ("Other matters", "Questions diverses")]
    assert names(draft(rows[0], rows[1], rows[0], ("10 a.m.–1 p.m.", "10:00-13:00"))) == ["typography-form"] * 2


def test_a_bound_turned_round_is_told_once() -> None:
    assert names(draft(("At least 40 posts are vacant.", "Au plus 40 postes sont vacants."))) == ["meaning-opposite"]


def test_a_rejected_term_is_not_reported_as_a_contrast_or_as_missing_too() -> None:
    smuggling = Concept(
        "smuggling",
        (
            Term("smuggling of migrants", "en"),
            Term("trafic illicite de migrants", "fr"),
            Term("traite de migrants", "fr", TermStatus.DEPRECATED),
        ),
        contrasts=("trafficking",),
    )
    trafficking = Concept("trafficking", (Term("trafficking", "en"), Term("traite", "fr")), contrasts=("smuggling",))

    found = draft(
        ("Smuggling of migrants is a crime.", "La traite de migrants est un crime."), concepts=(smuggling, trafficking)
    )

    assert names(found) == ["term-deprecated"]


def test_a_text_in_a_language_that_the_house_does_not_know_is_checked_as_far_as_it_goes() -> None:
    found = draft(("Other matters (12)", "Overige zaken  (13"), ("Other matters", ""), target="nl")

    assert set(names(found)) == {"completeness-empty", "markup-brackets", "typography-stray-space"}


def test_an_english_draft_of_a_french_text_is_checked_too() -> None:
    found = draft(("Le rapport compte 12 pages.", "The report has 13 pages."), source="fr", target="en")

    assert names(found) == ["numbers-value"]


def test_a_check_from_outside_is_found_by_its_entry_point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "house_rules.py").write_text(
        "from tmtool.checks.engine.check import Example, SegmentCheck, Flag\n"
        "from tmtool.checks.engine.needs import Needs\n"
        "from tmtool.model import Level\n"
        "CHECK = SegmentCheck(name='style-etc', level=Level.INFO, its_type='style', summary='etc.', reason='',\n"
        "    requires=Needs(into='fr'), examples=(),\n"
        "    look=lambda pair, draft: [Flag('etc.')] if 'etc.' in pair.target else [])\n"
    )
    name_entry_points(tmp_path, "house_rules", "[tmtool.checks]\nstyle-etc = house_rules:CHECK\n")
    monkeypatch.syspath_prepend(tmp_path)
    registry.all_checks.cache_clear()

    found = names(draft((None, "Les avoirs, les comptes, etc.")))
    in_english = names(draft((None, "Assets, accounts, etc."), target="en"))

    registry.all_checks.cache_clear()
    assert (found, in_english) == (["style-etc"], [])


def test_a_value_changed_is_told_though_something_of_the_source_is_missing_there_too() -> None:
    source = "To be held on Tuesday, 3 March 2015, at 10.44 a.m."

    assert "dates-value" in names(draft((source, "Qui se tiendra le mardi 3 mai 2015, à 10 h 44")), "segment")


def test_what_is_shown_gives_way_to_nothing_that_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    place = Span(3, 8)
    hint = made("style-hint", Flag("", place), level=Level.HINT)
    general = made("style-general", Flag("", place), yields_to=("style-hint",))
    monkeypatch.setattr(registry, "all_checks", lambda: (general, hint))

    assert names(draft((None, "Le rapport"))) == ["style-general", "style-hint"]


def test_an_error_gives_way_to_nothing_that_is_only_likely(monkeypatch: pytest.MonkeyPatch) -> None:
    likely = made("style-likely", Flag("", Span(3, 8)), level=Level.INFO)
    general = made("style-general", Flag("", Span(3, 8)), level=Level.ERROR, yields_to=("style-likely",))
    monkeypatch.setattr(registry, "all_checks", lambda: (general, likely))

    assert names(draft((None, "Le rapport"))) == ["style-general", "style-likely"]


def test_a_small_word_in_a_title_kept_in_english_is_only_a_hint() -> None:
    title = "Fairness, Responsibility, and Welfare"
    rows = ((f"He wrote {title}.", f"On lui doit {title}."), ("States and bodies", "Les États and les organismes"))

    found = registry.run_checks(draft(*rows), names=["language-foreign-word"])

    assert [(one.segment, one.level.value) for one in found] == [(1, "hint"), (2, "warning")]


def made(name: str, flag: Flag, *, level: Level = Level.WARNING, yields_to: tuple[str, ...] = ()) -> SegmentCheck:
    return SegmentCheck(
        name=name, level=level, its_type="other", summary="", reason="", examples=(), yields_to=yields_to,
        look=lambda pair, draft: [flag],
    )  # fmt: skip


WORD, SAME, NEXT = Span(3, 8), Span(0, 4), Span(8, 12)


@pytest.mark.parametrize(
    ("general", "specific", "heard"),
    [
        (Flag("", WORD), Flag("", SAME), False),
        (Flag("", None, WORD), Flag("", None, SAME), False),
        (Flag("", WORD, NEXT), Flag("", NEXT, NEXT), False),
        (Flag("", None, WORD), Flag("", SAME, WORD), False),
        (Flag("", WORD), Flag("", NEXT), True),
        (Flag("", None, WORD), Flag("", None, NEXT), True),
        (Flag("", WORD), Flag("", None, WORD), True),
        (Flag(""), Flag(""), True),
        # It says what is in the translation instead; the other only misses something of the source.
        (Flag("", WORD, WORD), Flag("", None, WORD), True),
    ],
)
def test_a_check_is_not_heard_where_a_more_specific_one_speaks_of_the_same_place(
    monkeypatch: pytest.MonkeyPatch, general: Flag, specific: Flag, heard: bool
) -> None:
    checks = (made("made-general", general, yields_to=("made-specific",)), made("made-specific", specific))
    monkeypatch.setattr(registry, "all_checks", lambda: checks)

    expected = {"made-general", "made-specific"} if heard else {"made-specific"}
    assert set(names(draft(("A line of words", "Une ligne de mots")))) == expected
