"""A name from another script may be spelt in two ways; any other difference is a slip."""

from __future__ import annotations

import pytest

from tmtool.checks.evidence.names.transcription import is_misspelt, is_transcribed
from tmtool.languages import pairs
from tmtool.languages.pairs.pair import LanguagePair


@pytest.fixture
def known() -> LanguagePair:
    found = pairs.get("en", "fr")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "other"), [("Dmitry", "Dmitri"), ("Khoury", "Khouri"), ("Hassan", "Hasan"), ("Perez", "Pérez")]
)
def test_two_transcriptions_of_a_name_are_no_slip(name: str, other: str, known: LanguagePair) -> None:
    assert is_transcribed(name, other, known)
    assert not is_misspelt(name, other, known)
    assert not is_misspelt(other, name, known)


@pytest.mark.parametrize(
    ("written", "right"),
    [("Mwnagi", "Mwangi"), ("Mwanngi", "Mwangi"), ("Oliviera", "Oliveira"), ("Schmitt", "Schmidt")],
)
def test_letters_exchanged_doubled_or_wrong_are_a_slip(written: str, right: str, known: LanguagePair) -> None:
    assert is_misspelt(written, right, known)


@pytest.mark.parametrize(("one", "other"), [("Michel", "Michele"), ("Daniel", "Daniele")])
def test_the_first_name_of_the_other_gender_is_neither(one: str, other: str, known: LanguagePair) -> None:
    assert not is_transcribed(one, other, known)
    assert not is_misspelt(one, other, known)
    assert not is_misspelt(other, one, known)
