"""Does a participle agree with the subject of a clause without a finite verb: , ceux qui arriveraient en retard ne
pouvant être *traduit*?

Such a clause opens a sentence, or comes after a comma, with its subject: a pronoun such as ceux, or a noun with its
article. Whatever hangs on that subject may be meant, too; where none of it has the gender and number of the participle,
nothing can.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_chains import chain
from tmtool.languages.fr.grammar.predicates.participles import Disagreement, is_adverb
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_POINTING = {
    "celui": frozenset({"ms"}), "celle": frozenset({"fs"}), "ceux": frozenset({"mp"}), "celles": frozenset({"fp"}),
}  # fmt: skip
_ARTICLES = frozenset({"le", "la", "l'", "les", "ces", "cette", "cet", "ce", "leurs", "ses", "certains", "certaines"})
_TIMES = word_sets(Path(__file__).with_suffix(".tsv"))["times"]
_BE = {"pouvant": "être", "devant": "être", "ayant": "été"}
_LONGEST = 14
"""Words from the subject to the participle at most."""
_MARKS = (",", ".", ";", ":", "(", "–", "—")


def disagreements(words: tuple[Word, ...]) -> Iterator[Disagreement]:
    """Yields the participles that agree with nothing in their clause."""
    for place in range(1, len(words) - 1):
        last = _last_of_auxiliary(words, place)
        if last is None or last + 1 >= len(words) or not all(word.joined for word in words[place : last + 2]):
            continue
        at = last + 1
        while at + 1 < len(words) and words[at + 1].joined and is_adverb(words[at]):
            at += 1
        if not words[at].is_participle or words[at].is_name or not words[at].categories <= {"V", "A", "N"}:
            continue
        possible = _of_subject(words, place)
        if possible and not possible & words[at].agreement():
            yield Disagreement(words[place], words[at])


def _last_of_auxiliary(words: tuple[Word, ...], place: int) -> int | None:
    """Returns the place of the être or été that goes with a present participle, adverbs and pas between; of étant its
    own."""
    if words[place].lower == "étant":
        return place
    wanted = _BE.get(words[place].lower)
    for at in range(place + 1, min(len(words), place + 4)) if wanted else ():
        if words[at].lower == wanted:
            return at
        if words[at].lower not in ("pas", "plus", "donc", "encore") and not is_adverb(words[at]):
            return None
    return None


def _of_subject(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns what the subject of a clause, and the nouns that hang on it, can be; nothing where that is not known."""
    last = place - 1 - (words[place - 1].lower in ("ne", "n'"))
    first = last
    while first > 0 and words[first].joined and last - first < _LONGEST:
        first -= 1
    opens = first == 0 or words[first].before.strip() in _MARKS
    if not opens or not words[last + 1].joined:
        return frozenset()
    if words[first].lower in _POINTING:
        hanging = (word for word in words[first + 1 : last + 1] if word.lower not in _TIMES)
        nouns = [word.agreement({"N"}) for word in hanging if "N" in word.categories and "PREP" not in word.categories]
        return _POINTING[words[first].lower].union(*nouns)
    if words[first].lower not in _ARTICLES:
        return frozenset()
    found = chain(words, last)
    whole = bool(found.heads) and found.start == first and not found.several and not found.pair
    named = any(words[head.place].is_name for head in found.heads)
    return frozenset().union(*(head.possible for head in found.heads)) if whole and not named else frozenset()
