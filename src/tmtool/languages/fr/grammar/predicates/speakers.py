"""Has a verb the person of a subject that speaks or is spoken to: nous *soutient* le texte, vous *trouver* ci-joint,
vous et moi *êtes* chargés, mon collègue et moi *ont* voté, c'est nous qui *est* venus?

From the grammar of the language: of several subjects the first person prevails over the second, and that over the
third.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.words.closed_words import NE, OBJECT_CLITICS, OTHER_CLITICS
from tmtool.languages.fr.grammar.words.reading import THIRD, Word, on_over

_PERSONS: Mapping[str, str] = {"je": "1s", "j'": "1s", "nous": "1p", "vous": "2p"}
_STRESSED: Mapping[str, str] = {"moi": "1s", "nous": "1p", "vous": "2p"}
_IS = frozenset({"est", "était", "sera", "fut"})
_SPEAKER = frozenset({"moi", "nous"})
_CLITICS = NE | OBJECT_CLITICS | OTHER_CLITICS | {"me", "m'", "nous", "vous"}
_FARTHEST = 7
"""Words from the first of several subjects to their verb at most."""

Disagreement = tuple[Word, Word]
"""The subject and the verb."""


def disagreements(words: tuple[Word, ...]) -> Iterator[Disagreement]:
    """Yields the verbs with another person than the subject that opens their clause, in order."""
    for place, word in enumerate(words[:-1]):
        if word.lower in _STRESSED and place and words[place - 1].lower in _IS:
            who = words[place + 1].lower == "qui" and words[place + 1].joined
            at = _verb(words, place + 1) if who else 0  # c'est moi qui *a* voté
            if at and words[at].persons and _STRESSED[word.lower] not in words[at].persons:
                yield word, words[at]
        opens = place == 0 or word.opens_clause
        if not opens and not (words[place - 1].lower in ("si", "s'") and word.joined):
            continue
        person = _PERSONS.get(word.lower)
        if person is not None and (at := _verb(words, place)) and person not in words[at].persons:
            yield word, words[at]
        elif opens and (both := _last_of_several(words, place)):
            person = "1p" if words[both].lower in _SPEAKER or word.lower in ("moi", "nous") else "2p"
            following = words[both + 1]
            if person == "2p" and word.lower != "vous":
                continue
            if following.joined and _is_finite(following) and person not in following.persons:
                yield words[both], following


def _is_finite(word: Word) -> bool:
    return bool(word.persons) and (word.categories == {"V"} or is_auxiliary(word)) and not word.is_name


def _verb(words: tuple[Word, ...], subject: int) -> int:
    """Returns the place of the verb after a pronoun, others between, where it can be nothing else; 0 for none."""
    at = on_over(words, subject + 1, _CLITICS, len(words) - 1)
    word = words[at] if at < len(words) else words[subject]
    if not word.joined or word.is_name or word.is_participle:
        return 0
    if word.categories == {"V"} or is_auxiliary(word):
        return at if word.is_infinitive or word.persons else 0
    return at if word.categories <= {"A", "N", "V"} and word.persons & THIRD else 0


def _last_of_several(words: tuple[Word, ...], first: int) -> int:
    """Returns the place of the last of two subjects that et joins, a person who speaks or is spoken to among them,
    right before their verb; 0 for none."""
    opening = words[first]
    if "PREP" in opening.categories or opening.categories == {"V"}:
        return 0
    for at in range(first + 1, min(len(words) - 2, first + _FARTHEST)):
        word = words[at]
        if not word.joined or _is_finite(word) or "PREP" in word.categories - {"DET"}:
            return 0
        if word.lower == "et":
            if words[at + 1].lower in _SPEAKER:
                return at + 1
            if at != first + 1 or opening.lower not in ("vous", "nous", "moi"):
                return 0
            end = at + 1
            while (
                end < min(len(words) - 1, at + _FARTHEST) and words[end + 1].joined and not _is_finite(words[end + 1])
            ):
                end += 1
            return end if end < len(words) - 1 and not any(one.lower == "qui" for one in words[at:end]) else 0
    return 0
