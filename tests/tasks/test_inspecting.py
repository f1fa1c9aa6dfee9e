"""Tests that what looks wrong with the content of units is found, and what looks right is not."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.filling import store, unit
from tmtool.model import Unit, Variant
from tmtool.store import open_home
from tmtool.tasks.inspecting import doubts

RIGHT = [
    unit("Adoption of the 12 decisions of 5 May 2030", "Adoption des 12 décisions du 5 mai 2030"),
    unit("A sum of $1,200.50 was spent", "Une somme de 1 200,50 dollars a été dépensée"),
    unit("The seventh meeting", "La 7e séance"),
    unit("Other matters", "Questions diverses"),
]
WRONG_NUMBER = unit("The report has 15 annexes.", "Le rapport comporte 51 annexes.")
SHIFTED = unit(
    "The Conference took note of the report of the Secretariat on the implementation of the Convention and thanked it.",
    "Merci.",
)


def test_doubles_numbers_and_misaligned_pairs_are_found(tmp_path: Path) -> None:
    with open_home(tmp_path / "t.db", create=True) as home:
        lone = Unit((Variant("en", "Only in one language"), Variant("es", "Solo en una lengua")))
        store(home, [lone, *RIGHT, WRONG_NUMBER, SHIFTED])
        store(home, [RIGHT[3], unit("Other matters", "Divers")], path="b.tsv")
        found = list(doubts(home, "en", "fr"))
    assert [(one.kind, one.units) for one in found] == [("numbers", (6,)), ("misaligned", (7,)), ("duplicate", (5, 8))]
    assert (found[0].source, found[0].target) == (WRONG_NUMBER.variants[0].text, WRONG_NUMBER.variants[1].text)
    assert "51" in found[0].message
    assert found[2].target == "Questions diverses"


def test_the_same_is_found_on_all_cores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    units = [unit(f"Item {n} on {7 * n} subjects", f"Point {n} sur {7 * n + (n % 9 == 4)} sujets") for n in range(60)]
    monkeypatch.setattr("tmtool.tasks.inspecting._UNITS_AT_ONCE", 7)
    with open_home(tmp_path / "t.db", create=True) as home:
        store(home, [*units, *RIGHT, WRONG_NUMBER, SHIFTED])
        store(home, units[:3], path="b.tsv")
        alone = list(doubts(home, "en", "fr"))
        monkeypatch.setattr("tmtool.tasks.inspecting._SHARED_FROM", 10)
        told: list[tuple[int, int]] = []
        found = list(doubts(home, "en", "fr", lambda *done: told.append(done), all_cores=True))
    assert found == alone
    assert {one.kind for one in found} == {"numbers", "misaligned", "duplicate"}
    assert told[0] == (7, 69)
    assert told[-1] == (69, 69)


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("The meeting of 12 May 2030", "La réunion du 13 mai 2030", "13 mai 2030"),
        ("From 10 a.m. to 1 p.m.", "De 10 heures à 14 heures", "14 heures"),
        ("as set out in article 12", "comme le veut l’article 13", "article 13"),
        ("the report in document A/75/12", "le rapport publié sous la cote A/75/21", "A/75/21"),
    ],
)
def test_a_number_in_a_date_a_time_or_a_reference_is_one_too(
    tmp_path: Path, source: str, target: str, said: str
) -> None:
    with open_home(tmp_path / "t.db", create=True) as home:
        store(home, [*RIGHT, unit(source, target)])
        found = list(doubts(home, "en", "fr"))
    assert [(one.kind, one.units) for one in found] == [("numbers", (5,))]
    assert said in found[0].message


def test_texts_that_have_changed_places_are_misaligned_whatever_their_length_and_numbers(tmp_path: Path) -> None:
    one = "The Conference will consider the report of the Secretariat on the 12 trafficking cases of the year."
    other = "Experts of the Working Group on Firearms shall visit the laboratory in Vienna before the session."
    of_one = "La Conférence examinera le rapport du Secrétariat sur les 12 affaires de trafic de l’année."
    of_other = (
        "Les experts du Groupe de travail sur les armes à feu visiteront le laboratoire de Vienne avant la session."
    )
    with open_home(tmp_path / "t.db", create=True) as home:
        store(home, [*RIGHT, unit(one, of_one), unit(other, of_other), unit(one, of_other), unit(other, of_one)])
        found = list(doubts(home, "en", "fr"))
        back = list(doubts(home, "fr", "en"))
    assert [(one.kind, one.units) for one in found] == [("misaligned", (7,)), ("misaligned", (8,))]
    assert [(one.kind, one.units) for one in back] == [("misaligned", (7,)), ("misaligned", (8,))]


def test_where_no_table_says_which_words_belong_together_the_memory_teaches_it(tmp_path: Path) -> None:
    english = [
        "report",
        "session",
        "agenda",
        "firearms",
        "experts",
        "meeting",
        "budget",
        "language",
        "document",
        "state",
    ]
    finnish = ["raportti", "istunto", "ohjelma", "aseet", "ekspertit", "kokous", "raha", "kieli", "asiakirja", "valtio"]
    chance = Random(7)
    places = [chance.sample(range(10), 4) for _ in range(200)]
    rows = [([english[place] for place in row], [finnish[place] for place in row]) for row in places]
    rows.append((english[:5] * 2, finnish[5:] * 2))
    units = [Unit((Variant("en", " ".join(one)), Variant("fi", " ".join(other)))) for one, other in rows]
    with open_home(tmp_path / "t.db", create=True) as home:
        store(home, units)
        found = list(doubts(home, "en", "fi"))
    assert [one.target for one in found if one.kind == "misaligned"] == [" ".join(finnish[5:] * 2)]
