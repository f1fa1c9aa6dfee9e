"""What makes an exchange, and the tables of wrong forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.checks import rules
from tmtool.checks.engine.draft import Pair, prepare
from tmtool.checks.evidence import exchange
from tmtool.checks.evidence.wrong_forms import wrong_forms

FOLDER = Path(rules.__file__).parent
FORMS = [FOLDER / f"{name}.tsv" for name in ("typography/form", "term/form", "style/calque")]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_table_of_wrong_forms_can_be_read(path: Path) -> None:
    draft = prepare([Pair(1, "", "")], source_language="en", target_language="fr")
    assert list(wrong_forms(path, draft.pairs[0], draft)) == []


def spots(english: str, french: str) -> list[str]:
    draft = prepare([Pair(1, french, english)], source_language="en", target_language="fr")
    return [spot.message for spot in exchange.exchanges("countries.tsv", draft.pairs[0], draft)]


def test_one_name_lost_and_one_gained_is_an_exchange() -> None:
    assert spots("Kenya and Uganda", "le Tchad et l’Ouganda") == ["“Tchad” here, but “Kenya” in the source."]


@pytest.mark.parametrize(
    "french", ["l’Ouganda", "le Kenya, le Tchad et l’Ouganda", "les Gouvernements kényan et ougandais"]
)
def test_a_name_only_lost_or_only_gained_is_none(french: str) -> None:
    assert spots("Kenya and Uganda", french) == []


def test_a_pair_of_other_languages_is_left_alone() -> None:
    draft = prepare([Pair(1, "Tschad", "Kenya")], source_language="en", target_language="de")
    assert list(exchange.exchanges("countries.tsv", draft.pairs[0], draft)) == []
