"""Which exchanges of words are as good as certain by the probabilities of translation?"""

from __future__ import annotations

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.evidence.meaning.exchange_by_odds import are_odd
from tmtool.model import Span

SOURCE = "The Committee welcomed the overall disbursement rate of the projects in 2014."


def is_odd(lost: str, gained: str, target: str, *, source: str = SOURCE, framed: bool = False) -> bool:
    draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr", concepts=[])
    there, here = source.index(lost), target.index(gained)
    flag = Flag("", Span(here, here + len(gained)), Span(there, there + len(lost)))
    return are_odd(flag, draft.pairs[0], draft, framed=framed)


def test_a_word_in_the_place_of_one_without_counterpart_is_odd() -> None:
    target = "Le Comité s’est félicité du taux global de recouvrement des projets en 2014."
    assert is_odd("disbursement", "recouvrement", target)
    assert is_odd("disbursement", "recouvrement", target, framed=True)


def test_a_word_that_could_have_a_counterpart_elsewhere_is_not() -> None:
    source = SOURCE.replace("disbursement", "participation")
    target = "Le Comité s’est félicité du taux global de recouvrement des projets, et de la participation, en 2014."
    assert not is_odd("participation", "recouvrement", target, source=source)


def test_a_word_elsewhere_in_the_translation_is_not() -> None:
    target = "Le Comité, dont le recouvrement progresse, s’est félicité du taux global des projets en 2014."
    assert not is_odd("disbursement", "recouvrement", target)


def test_a_word_with_its_own_counterpart_is_not() -> None:
    target = "Le Comité s’est félicité du taux global des projets en 2014."
    assert not is_odd("disbursement", "projets", target)


def test_a_frame_wants_both_neighbours_to_have_their_counterparts() -> None:
    target = "Le Comité s’est félicité du niveau recouvrement des projets en 2014."
    source = "The Committee welcomed the astounding disbursement spree of the projects in 2014."
    assert not is_odd("disbursement", "recouvrement", target, source=source, framed=True)


def test_a_phrase_that_shares_a_word_with_what_was_put_for_it_is_told_by_its_other_words() -> None:
    source = "The tribunal found that the murder of the prisoners was a crime against humanity under the statute."
    target = "Le tribunal a jugé que le meurtre des prisonniers était un crime de guerre au sens du statut."
    assert is_odd("crime against humanity", "crime de guerre", target, source=source, framed=True)
    right = target.replace("crime de guerre", "crime contre l’humanité")
    assert not is_odd("crime against humanity", "crime contre l’humanité", right, source=source)
