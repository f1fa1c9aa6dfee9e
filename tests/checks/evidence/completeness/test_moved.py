"""What a sentence of an agenda does not say, or says again, may be said in the sentences before it."""

from __future__ import annotations

from dataclasses import replace

from tests.checks.test_close_translations import as_each_check_says, with_rows
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.evidence.completeness.moved import is_named_again, is_taken_up
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.tasks.check import check

CREDENTIALS = (
    "Credentials must be signed by a minister.",
    "Les pouvoirs doivent être signés par un ministre.",
)
LATE = (
    "Members whose credentials arrive in the form of a copy are seated provisionally.",
    "Si seule une copie est parvenue, le membre siège à titre provisoire.",
)
BAKERS = "Bakers may not be charged a fee.", "Aucun droit ne peut être exigé des boulangers."
SURVEY = (
    "A survey of bakers found that many had paid.",
    "Selon une enquête menée auprès d’entre eux, beaucoup avaient payé.",
)
STALLS = "Twelve stalls sell bread.", "Douze étals vendent du pain."
CLOSED = "Two will open, and one will be closed.", "Deux ouvriront, et un étal fermera."


def of(*rows: tuple[str, str]) -> tuple[Pair, Draft, LanguagePair]:
    """Returns the last of some segments, with the draft and what is known of its languages."""
    pairs = [Pair(number, target, source) for number, (source, target) in enumerate(rows, 1)]
    draft = replace(prepare(pairs, source_language="en", target_language="fr"), is_programme=True)
    assert draft.language_pair is not None
    return draft.pairs[-1], draft, draft.language_pair


def missed(*rows: tuple[str, str]) -> set[str]:
    """Returns the checks that find something in the last of some paragraphs of an agenda that is right elsewhere."""
    with as_each_check_says():
        findings = check(*with_rows(*rows), home=None, segmentation="lines").findings
    return {one.check for one in findings if one.source == rows[-1][0]}


def test_a_term_that_the_sentence_before_names_need_not_be_named_again() -> None:
    assert "term-absent" in missed(LATE)
    assert "term-absent" not in missed(CREDENTIALS, LATE)
    assert "term-absent" in missed((CREDENTIALS[0], "Ils doivent être signés par un ministre."), LATE)


def test_a_pronoun_stands_for_a_noun_of_the_sentences_before() -> None:
    assert is_taken_up("bakers", *of(BAKERS, SURVEY))
    assert not is_taken_up("bakers", *of(SURVEY))
    assert not is_taken_up("bakers", *of(BAKERS, (SURVEY[0], "Selon une enquête, tous avaient payé.")))


def test_a_noun_of_the_sentences_before_is_said_in_full_for_a_pronoun() -> None:
    assert is_named_again("étal", *of(STALLS, CLOSED))
    assert not is_named_again("étal", *of(CLOSED))
    assert not is_named_again("étal", *of(STALLS, ("The fair will be closed.", "La foire et un étal fermeront.")))
