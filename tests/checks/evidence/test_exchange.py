"""Tables of concepts: their notation, and what makes an exchange."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.checks import rules
from tmtool.checks.engine.draft import Pair, prepare
from tmtool.checks.evidence import exchange
from tmtool.checks.evidence.wrong_forms import wrong_forms

FOLDER = Path(rules.__file__).parent
TABLES = [
    FOLDER / f"{name}.tsv"
    for name in (
        "meaning/modality", "meaning/opposite", "meaning/opposite_marked", "meaning/quantifier", "names/body",
        "names/city", "names/country", "numbers/word", "units/exchange",
    )
]  # fmt: skip
FORMS = [FOLDER / f"{name}.tsv" for name in ("typography/form", "term/form", "style/calque")]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_of_concepts_can_be_read_and_names_none_twice_in_a_group(path: Path) -> None:
    for group in exchange.concepts(path):
        names = [concept.name for concept in group]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_table_of_wrong_forms_can_be_read(path: Path) -> None:
    assert list(wrong_forms(path, "fr", "", "")) == []


@pytest.mark.parametrize(
    ("alternatives", "text", "found"),
    [
        ("increas*", "It increased.", ["increased"]),
        ("^Board", "the board and the Board", ["Board"]),
        ("au moins", "Au\u00a0moins six", ["Au\u00a0moins"]),
        ("côte d'ivoire", "la Côte d’Ivoire", ["Côte d’Ivoire"]),
        ("/cess(?:er|é)(?! de)", "cesser, cessé de", ["cesser"]),
        ("a|b(c)", "a b(c", ["a"]),
        ("mois", "trois-mois moisson", []),
    ],
)
def test_the_notation_of_the_tables(alternatives: str, text: str, found: list[str]) -> None:
    assert [match.group() for match in exchange.compiled(alternatives).finditer(text)] == found


def spots(english: str, french: str) -> list[str]:
    draft = prepare([Pair(1, french, english)], source_language="en", target_language="fr")
    path = FOLDER / "names/country.tsv"
    return [spot.message for spot in exchange.exchanges(path, draft.pairs[0], draft)]


def test_one_name_lost_and_one_gained_is_an_exchange() -> None:
    assert spots("Kenya and Uganda", "le Tchad et l’Ouganda") == ["“Tchad” here, but “Kenya” in the source."]


@pytest.mark.parametrize(
    "french", ["l’Ouganda", "le Kenya, le Tchad et l’Ouganda", "les Gouvernements kényan et ougandais"]
)
def test_a_name_only_lost_or_only_gained_is_none(french: str) -> None:
    assert spots("Kenya and Uganda", french) == []


def test_a_pair_of_other_languages_is_left_alone() -> None:
    draft = prepare([Pair(1, "Tschad", "Kenya")], source_language="en", target_language="de")
    path = FOLDER / "names/country.tsv"
    assert list(exchange.exchanges(path, draft.pairs[0], draft)) == []
