"""Is a que the second half of a restriction, ne … que, after which no clause comes?

The closed words are in ``restrictions.tsv``.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.forms.clause_verbs import FARTHEST
from tmtool.languages.fr.grammar.words.reading import QUE, Word, place_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FEW = 2
"""Words of ne and its verb, at least."""
NOT = _WORDS["not"]
"""What denies right behind a verb, so that ne … que is no restriction."""
_NEAR = 6
"""Words at most back from que to the word that wants the mood."""


def is_restriction(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que only limits the verb before it, or an infinitive that hangs on it: n'accepteraient que des
    engagements volontaires, ne peuvent obtenir qu'en scannant; or its predicate: n'est utile que s'il est à jour."""
    if place < _FEW or words[place - 1].lower == "empêche":  # il n'empêche que
        return False
    if place + 1 < len(words) and words[place + 1].joined and _is_limited(words, place):
        return True
    modal = (
        place > _FEW
        and words[place - 1].is_infinitive
        and words[place - 2].joined
        and words[place - 2].lower in _WORDS["modal"]
    )
    adverbial = place + 1 < len(words) and "PREP" in words[place + 1].categories
    ne = place - 3 if modal and adverbial else place_before(words, place - 1, _WORDS["pronouns after ne"])
    return words[ne].lower in ("n'", "ne") and not _is_idle(words, ne)


def _is_idle(words: tuple[Word, ...], ne: int) -> bool:
    """Tells whether a ne denies nothing, in a clause that à moins que, avant que or de peur que opens: à moins que le
    donateur *ne* demande que le solde soit versé."""
    for at in range(ne - 1, max(0, ne - FARTHEST), -1):
        if words[at].lower in QUE:
            return words[at].joined and words[at - 1].lower in _WORDS["before an idle ne"]
        if not words[at].joined:
            return False
    return False


def _is_limited(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que limits what is said by ne without pas to the case, or the circumstance, that follows: ne sera
    possible que si, ne peut être souhaitable que dans, n'est permis qu'à."""
    following = words[place + 1]
    if following.lower not in _WORDS["circumstances"] and not following.lower.startswith("s'"):
        return False
    for at in range(place - 1, max(-1, place - 1 - _NEAR), -1):
        if words[at].lower in NOT or not words[at + 1].joined or words[at].lower in QUE:
            return False
        if words[at].lower in ("ne", "n'"):
            return True
    return False
