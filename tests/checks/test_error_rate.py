"""What is unsure is told by how many errors a translation has, and by how freely it is put: it is likelier right among
many errors, and in a close translation."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.checks.test_close_translations import with_rows
from tmtool.checks.engine import registry
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.error_rate import rates, weighed
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.profiles import Choice
from tmtool.model import Finding, Level
from tmtool.tasks.check import check

SURE = Finding(1, "dates-value", Level.ERROR, "", its_type="inconsistency")
ASKED = {check for check, *_ in rates()}
LEVELS = [level for level in Level if level is not Level.ERROR]
ADDED = (
    "Loans will go to fishing ports managed by women, as in the year before.",
    "La moitié des prêts seront accordés à des ports de pêche gérés par des femmes, comme l’année précédente.",
)
WRONG = (
    ("The report has 12 annexes.", "Le rapport compte 13 annexes."),
    ("The session will last four days.", "La session durera cinq jours."),
    ("The Bureau met on 3 May 2030.", "Le Bureau s’est réuni le 4 mai 2030."),
    ("Rule 12 will be discussed at 3 p.m.", "L’article 12 sera examiné à 16 heures."),
    ("The Fund has 140 members.", "Le Fonds compte 150 membres."),
    ("The dues amount to $700.", "Les cotisations s’élèvent à 900 dollars."),
    ("The next meeting will be held in Lima in 2031.", "La prochaine réunion se tiendra à Lima en 2032."),
    ("The two boats were found on 1 June.", "Les deux bateaux ont été retrouvés le 1er juillet."),
    ("The Group has 30 experts.", "Le Groupe compte 20 experts."),
)
MORE_WRONG = [(f"Grant {n} covers {n} villages.", f"La subvention {n} couvre {n + 1} villages.") for n in range(61, 81)]


def draft(segments: int, source: str | None = "Nothing.") -> Draft:
    pairs = [Pair(number, "Rien.", source) for number in range(1, segments + 1)]
    return prepare(pairs, source_language="en", target_language="fr")


def unsure(name: str, level: Level, grade: int = 0) -> Finding:
    return replace(SURE, check=name, level=level, grade=grade)


def levels(findings: list[Finding], segments: int) -> list[Level]:
    """Returns the levels that findings have in a text of so many segments."""
    return [one.level for one in weighed(findings, findings, draft(segments), ASKED)]


def agenda(*rows: tuple[str, str], hints: bool = False) -> dict[str, Level]:
    """Returns the level by check of what is found in the first of some paragraphs of an agenda."""
    documents = with_rows(*rows)
    found = check(*documents, home=None, segmentation="lines", choice=Choice(hints=hints)).findings
    return {one.check: one.level for one in found if one.source == rows[0][0]}


def test_what_is_unsure_is_an_info_among_many_errors_and_a_hint_where_all_else_is_right() -> None:
    assert agenda(ADDED) == {}
    assert agenda(ADDED, hints=True)["completeness-word"] is Level.HINT
    assert agenda(ADDED, *WRONG, *MORE_WRONG)["completeness-word"] is Level.INFO


def test_what_is_sure_is_told_where_all_else_is_right() -> None:
    assert agenda(WRONG[0]) == {"numbers-value": Level.ERROR}


def test_what_is_lighter_in_a_text_leaves_its_place_to_what_is_sure() -> None:
    turned = ("The Bureau will meet in the morning.", "Le Bureau se réunira l’après-midi.")
    assert agenda(turned) == {"dates-relative": Level.WARNING}


@given(st.sampled_from(sorted(rates())), st.integers(12, 200), st.integers(0, 40))
def test_more_errors_never_make_a_finding_lighter_and_none_graver_than_its_check_but_a_hint(
    known: tuple[str, Level, int], segments: int, errors: int
) -> None:
    one = unsure(*known)
    few, many = (levels([one, *[SURE] * some], segments)[0] for some in (errors, errors + 1))
    assert few.gravity <= many.gravity
    assert many.gravity <= max(one.level, Level.INFO, key=lambda level: level.gravity).gravity


@given(st.sampled_from(LEVELS), st.integers(0, 40))
def test_checks_of_which_nothing_was_counted_keep_their_levels(level: Level, errors: int) -> None:
    one = unsure("a-check-of-somebody-else", level)
    assert levels([one, *[SURE] * errors], 40) == [level, *[Level.ERROR] * errors]


@given(st.sampled_from(sorted(rates())), st.integers(1, 11))
def test_a_text_of_a_few_segments_tells_nothing_of_its_errors(known: tuple[str, Level, int], segments: int) -> None:
    assert levels([unsure(*known)], segments) == [known[1]]


@given(st.sampled_from(sorted(rates())))
def test_a_draft_without_its_source_keeps_the_levels_of_its_checks(known: tuple[str, Level, int]) -> None:
    one = unsure(*known)
    assert weighed([one], [one], draft(40, source=None), ASKED) == [one]


def test_what_no_check_was_asked_for_is_no_sign_of_a_good_text() -> None:
    one = [unsure("meaning-prefix", Level.WARNING)] * 3
    alone, of_all = (weighed(one, one, draft(40), asked)[0].level for asked in ({"grammar-form"}, ASKED))
    assert alone.gravity > of_all.gravity


def test_what_is_found_everywhere_in_a_free_translation_is_a_hint_there() -> None:
    one = unsure("meaning-connective", Level.INFO)
    freely = [
        one,
        *(unsure("completeness-rendering", level, grade) for level, grade in ((Level.HINT, 0), (Level.INFO, 3))),
        *(unsure("completeness-omission", Level.HINT, grade) for grade in (1, 2)),
        unsure("completeness-word", Level.INFO),
    ]
    assert levels([one, *[SURE] * 4], 60)[0] is Level.INFO
    assert levels([one, *[SURE] * 4, *freely * 3], 60)[0] is Level.HINT
    assert levels([one, *[SURE] * 8, *freely * 3], 60)[0] is Level.INFO


@given(st.sampled_from(sorted(rates())), st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))
def test_the_more_freely_a_text_is_put_the_less_likely_a_finding_is_right(
    known: tuple[str, Level, int], freedom: float, other: float
) -> None:
    rate = rates()[known]
    closer, freer = sorted((freedom, other))
    assert rate.likelihood(0.1, closer) >= rate.likelihood(0.1, freer)


def test_what_was_counted_is_of_checks_that_there_are() -> None:
    assert {registry.get(name).name for name in ASKED} == ASKED
    assert all(grade <= len(registry.get(name).grades) for name, _, grade in rates())


def test_what_is_surer_among_the_findings_of_a_check_is_told_in_a_better_text() -> None:
    graded = {(name, level) for name, level, grade in rates() if grade}
    assert graded
    for name, level in graded:
        grades = sorted(grade for of, at, grade in rates() if (of, at) == (name, level))
        many = [SURE] * 12
        told = [levels([unsure(name, level, grade), *many], 40)[0].gravity for grade in grades]
        assert told == sorted(told)


def test_a_grade_of_which_nothing_was_counted_is_taken_for_the_next_lower_one() -> None:
    name, level, grade = max(rates(), key=lambda known: known[2])
    assert levels([unsure(name, level, grade + 9)], 40) == levels([unsure(name, level, grade)], 40)
