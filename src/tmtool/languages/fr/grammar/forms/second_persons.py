"""Is a form in -ez where only an infinitive can be: de vous *invitez*, veuillez *envoyez*, vous devez remplir et
*renvoyez* le formulaire; or another finite form after de vous: l'honneur de vous *transmet* le texte?

The lexicon tells the forms; the words are in ``infinitives.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.forms.infinitives import Exchange
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb
from tmtool.languages.fr.grammar.words.reading import DENYING, THIRD, Word, back_over
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_name("infinitives.tsv"))
_CLITICS = _WORDS["clitics of speakers"]
_BEFORE_CLITICS = frozenset({"ne", "n'", "bien"}) | DENYING
_NEAR = 4
"""Words back from such a verb to what opens a clause of its own."""
_FARTHEST = 12
"""Words back from et to the first infinitive at most."""


def exchanges(words: tuple[Word, ...]) -> Iterator[Exchange]:
    """Yields the finite forms of speech that stand for an infinitive, in order."""
    for place in range(1, len(words)):
        word = words[place]
        if word.categories != {"V"} or not word.persons or not word.joined or word.is_name or word.is_participle:
            continue
        polite = word.persons == {"2p"} and word.lower.endswith("ez")
        if not polite and not (word.persons & THIRD and words[place - 1].lower == "vous" and not word.is_infinitive):
            continue
        at = back_over(words, place - 1, _CLITICS)
        while at > 0 and words[at].joined and words[at].lower in _BEFORE_CLITICS and not words[at].is_participle:
            at -= 1
        if not words[at + 1].joined:
            continue
        before, vous = words[at], words[place - 1].lower == "vous"
        if polite:
            wants = (
                (before.lower in _WORDS["before infinitive"] and not _is_of_some(words, at))
                or (
                    _is_modal(words, at) and (not vous or before.lower in ("veuillez", "devez") or before.is_infinitive)
                )
                or (before.lower in ("et", "ou", "puis") and not vous and _goes_on(words, at))
            )
        else:  # l'honneur de vous transmet
            wants = at == place - 2 and before.lower == "de" and words[at - 1].lower in _WORDS["before de vous"]
        if wants:
            yield Exchange(words[place - 1], word, next(e.lemma for e in word.entries if e.category == "V"))


def _is_of_some(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether de says of whom some are: chacun d'entre vous, beaucoup de vous avez."""
    return place > 0 and words[place - 1].lower in (*_WORDS["indefinite"], "beaucoup", "plupart", "certains", "chacun")


def _is_modal(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a form of a verb right before an infinitive: veuillez, devez, bien vouloir."""
    word = words[place]
    if word.persons & THIRD and not word.persons & {"2p"}:
        return False
    verbal = bool(word.persons & {"2p"}) or word.is_infinitive
    return verbal and any(entry.lemma in _WORDS["modal verbs"] for entry in word.entries if entry.category == "V")


def _goes_on(words: tuple[Word, ...], joint: int) -> bool:
    """Tells whether a joint comes after an infinitive that hangs on such a verb, no other clause between: vous devez
    remplir le formulaire et."""
    for at in range(joint - 1, max(0, joint - _FARTHEST), -1):
        word = words[at]
        if not words[at + 1].joined or (word.categories == {"V"} and word.persons) or word.lower in _WORDS["openers"]:
            return False
        if word.is_infinitive and word.categories == {"V"}:
            verb = at - 1
            while verb > 0 and words[verb].joined and (words[verb].lower in _CLITICS or is_adverb(words[verb])):
                verb -= 1
            opened = any(one.lower in _WORDS["openers"] for one in words[max(0, verb - _NEAR) : verb])
            return _is_modal(words, verb) and words[verb + 1].joined and not opened  # ce que vous voulez faire et
    return False
