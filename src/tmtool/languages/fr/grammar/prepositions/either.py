"""Is the second of two things of which the first has soit joined by ou: élus soit par acclamation, *ou par* un vote?

Only where a preposition right after both shows that they are the two things, and soit can be no verb.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.prepositions.governed import OF_FORMS, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import Word

_CONTRACTED = (OF_FORMS, TO_FORMS)
_ALONE = frozenset({"par", "dans", "en", "pour", "sur", "avec", "devant", "auprès", "lors", "avant", "après"})
_BEFORE_A_VERB = frozenset({"que", "qu'", "qui", "dont", "où", "afin"})
_SOIT = "soit"


def mixed(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word, str]]:
    """Yields each ou that should be soit, with the preposition after it and what is right for both, in order."""
    for place in range(1, len(words) - 2):
        if words[place].text != _SOIT or not words[place].joined or not words[place + 1].joined:
            continue
        same = _forms(words[place + 1])
        if not same or _is_verb(words, place):
            continue
        for at in range(place + 2, len(words) - 1):
            if words[at].before.strip()[-1:] in (".", ";", ":") or words[at].lower == _SOIT:
                break
            if words[at].lower == "ou" and words[at + 1].joined and words[at + 1].lower in same:
                if not _is_said_again(words, at + 2):
                    yield words[at], words[at + 1], f"{_SOIT} {words[at + 1].lower}"
                break


def _forms(word: Word) -> frozenset[str]:
    """Returns the forms of a preposition, none for another word."""
    if word.lower in _ALONE:
        return frozenset({word.lower})
    return next((forms for forms in _CONTRACTED if word.lower in forms), frozenset())


def _is_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether soit may be a verb: a word of its sentence opens a clause in the subjunctive before it."""
    for at in range(place - 1, -1, -1):
        if words[at].lower in _BEFORE_A_VERB:
            return True
        if words[at + 1].before.strip()[-1:] in (".", ";"):
            break
    return False


def _is_said_again(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether another soit comes in the sentence: soit par écrit ou par courriel, soit en personne."""
    for word in words[start:]:
        if word.before.strip()[-1:] in (".", ";", ":"):
            return False
        if word.lower == _SOIT:
            return True
    return False
