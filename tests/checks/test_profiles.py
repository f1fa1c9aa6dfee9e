"""Tests profiles: which house the text is of, and what a project wants of the checks."""

from __future__ import annotations

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.profiles import Choice, House, chosen, inferred, pinned, profiles
from tmtool.checks.engine.registry import all_checks, run_checks
from tmtool.languages.typography import Space
from tmtool.model import Level


def draft(*texts: str, source: str | None = None) -> Draft:
    pairs = [Pair(number, text, source) for number, text in enumerate(texts, 1)]
    return prepare(pairs, source_language="en", target_language="fr")


def found(text: Draft, choice: Choice) -> list[tuple[str, Level]]:
    return [(one.check, one.level) for one in chosen(run_checks(text), text, choice)]


FRENCH = draft(*["La charte des Nations unies est connue du Conseil de Sécurité."] * 3)


def test_a_text_is_taken_for_the_house_whose_forms_it_uses() -> None:
    assert inferred(draft("Les Nations Unies et les Nations unies")) == "un"
    assert inferred(FRENCH) == "france"
    assert inferred(draft("25 000 $ et 3 $", "100 $")) == "canada"


def test_a_profile_set_in_the_project_wins_over_the_text() -> None:
    assert {level for _, level in found(FRENCH, Choice())} == {Level.INFO}
    assert ("term-form", Level.WARNING) in found(FRENCH, Choice(profile="un"))


def test_what_the_house_itself_writes_is_not_reported() -> None:
    text = draft("La charte des Nations unies est connue.")

    assert found(text, Choice(profile="un")) == [("term-form", Level.WARNING)]
    assert found(text, Choice(profile="france")) == []


def test_a_check_can_be_turned_off_or_down() -> None:
    text = draft("Le Groupe de de travail")

    assert found(text, Choice(disable=frozenset({"duplication-word"}))) == []
    assert found(text, Choice(levels={"duplication-word": Level.INFO})) == [("duplication-word", Level.INFO)]


def test_a_check_can_be_turned_up_and_what_it_doubts_stays_lighter() -> None:
    doubled = draft("Le Groupe de de travail")
    year = draft("Le rapport est paru.", source="The report of 2014 appeared.")

    assert found(doubled, Choice(levels={"duplication-word": Level.ERROR})) == [("duplication-word", Level.ERROR)]
    assert found(year, Choice(levels={"numbers-value": Level.ERROR})) == [("numbers-value", Level.INFO)]


def test_what_is_seldom_right_is_found_only_on_request() -> None:
    negation = draft("Le rapport n’a pas été adopté.", source="The report was adopted.")
    turned_down = Choice(levels={"duplication-word": Level.HINT})

    assert found(negation, Choice()) == []
    assert found(negation, Choice(hints=True)) == [("meaning-negation", Level.HINT)]
    assert found(draft("Le Groupe de de travail"), turned_down) == []


def test_profiles_name_checks_that_exist() -> None:
    known = {check.name for check in all_checks()}

    assert {check for levels in profiles().values() for check in levels} <= known


HOUSE = Choice("ours", houses={"ours": House("france", spaces={";": Space.NARROW}, apostrophe="’")})


def test_a_house_of_the_project_starts_from_another_and_prescribes_its_typography() -> None:
    text = pinned(draft("L'ordre du jour\u00a0; l’année\u202f; la fin\u00a0: là"), HOUSE)

    assert found(text, HOUSE) == [("typography-apostrophe", Level.WARNING), ("typography-spacing", Level.WARNING)]
    assert all("the house writes" in one.message for one in run_checks(text))
    assert {level for _, level in found(FRENCH, HOUSE)} == {Level.INFO}


def test_a_house_turns_checks_off_and_the_project_has_the_last_word() -> None:
    text = draft("Le Groupe de de travail")
    house = House(disable=frozenset({"duplication-word"}))

    assert found(text, Choice("ours", houses={"ours": house})) == []
    assert found(text, Choice("ours", levels={"duplication-word": Level.INFO}, houses={"ours": house})) == [
        ("duplication-word", Level.INFO)
    ]


def test_a_house_that_is_not_chosen_changes_nothing() -> None:
    text = draft("Le Groupe de de travail")
    house = House(disable=frozenset({"duplication-word"}))

    assert found(text, Choice(houses={"ours": house})) == [("duplication-word", Level.WARNING)]
    assert pinned(text, Choice(houses={"ours": house})) is text


def test_what_the_house_writes_otherwise_is_not_repaired() -> None:
    assert {one.fixable for one in chosen(run_checks(FRENCH), FRENCH, Choice("un"))} == {True}
    assert {one.fixable for one in chosen(run_checks(FRENCH), FRENCH, Choice("france"))} == {False}
