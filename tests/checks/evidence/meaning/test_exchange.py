"""Tests what makes an exchange, and the tables of wrong forms."""

from __future__ import annotations

import pytest

from tmtool import languages
from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.evidence.meaning import exchange
from tmtool.checks.evidence.term.wrong_forms import wrong_forms
from tmtool.languages.language import Language
from tmtool.languages.pairs.en_fr import PAIR
from tmtool.languages.pairs.pair import LanguagePair

FRENCH = languages.get("fr")
FORMS = ((FRENCH, "typographic_forms.tsv"), (FRENCH, "name_forms.tsv"), (PAIR, "calques.tsv"))


@pytest.mark.parametrize(("owner", "table"), FORMS)
def test_a_table_of_wrong_forms_can_be_read(owner: Language | LanguagePair, table: str) -> None:
    draft = prepare([Pair(1, "", "")], source_language="en", target_language="fr")
    assert owner.rows(table)
    assert list(wrong_forms(owner, table, draft.pairs[0], draft)) == []


def flags(english: str, french: str) -> list[str]:
    draft = prepare([Pair(1, french, english)], source_language="en", target_language="fr")
    return [flag.message for flag in exchange.exchanges("countries.tsv", draft.pairs[0], draft)]


def test_one_name_lost_and_one_gained_is_an_exchange() -> None:
    assert flags("Kenya and Uganda", "le Tchad et l’Ouganda") == ["“Tchad” here, but “Kenya” in the source."]


@pytest.mark.parametrize(
    "french", ["l’Ouganda", "le Kenya, le Tchad et l’Ouganda", "les Gouvernements kényan et ougandais"]
)
def test_a_name_only_lost_or_only_gained_is_none(french: str) -> None:
    assert flags("Kenya and Uganda", french) == []


def test_a_pair_of_other_languages_is_left_alone() -> None:
    draft = prepare([Pair(1, "Tschad", "Kenya")], source_language="en", target_language="de")
    assert list(exchange.exchanges("countries.tsv", draft.pairs[0], draft)) == []
