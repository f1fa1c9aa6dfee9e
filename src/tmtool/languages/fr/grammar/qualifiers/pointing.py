"""Does an adjective or participle agree with the small word before it that tells what it should be: ceux présentée,
telle que modifié, les pays les plus touché, les a ratifié?

From the grammar of the language; no noun is looked for, so that the distance of the noun does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.words.reading import PLURAL, Word

_POINTING = {"celui": "ms", "celle": "fs", "ceux": "mp", "celles": "fp"}
_SUCH = {"tel": "ms", "telle": "fs", "tels": "mp", "telles": "fp"}
_DEGREES = frozenset({"plus", "moins"})
_HAVE = frozenset({"a", "ont", "avait", "avaient", "aura", "auront", "aurait", "auraient", "ait", "aient"})
_UNCHANGED = frozenset({"fait", "laissé", "pu", "dû", "su", "voulu", "permis", "vu", "entendu", "demandé", "possible"})


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the adjectives and participles that do not agree with the small word before them, each with that word."""
    for place in range(1, len(words)):
        word = words[place]
        if not word.joined or word.is_name or not _is_qualifying(word):
            continue
        found = _pointed(words, place) or _such(words, place) or _most(words, place) or _taken(words, place)
        if found is not None and not word.agreement() & found[1]:
            yield word, found[0]


def _is_qualifying(word: Word) -> bool:
    """Tells whether the word can be nothing but an adjective or a past participle."""
    if word.persons or word.is_infinitive or word.is_present_participle or word.lower in _UNCHANGED:
        return False
    return word.categories <= {"A", "V"} and ("A" in word.categories or word.is_participle)


def _pointed(words: tuple[Word, ...], place: int) -> tuple[Word, frozenset[str]] | None:
    before = words[place - 1]
    wanted = _POINTING.get(before.lower)
    return (before, frozenset({wanted})) if wanted and words[place].is_participle else None


def _such(words: tuple[Word, ...], place: int) -> tuple[Word, frozenset[str]] | None:
    """Returns tel before que: telle que modifiée; tel que may be said of a clause as a whole, telle may not."""
    if place < 2 or words[place - 1].lower != "que" or not words[place].is_participle or not words[place - 1].joined:
        return None
    wanted = _SUCH.get(words[place - 2].lower)
    return (words[place - 2], frozenset({wanted})) if wanted and wanted != "ms" else None


def _most(words: tuple[Word, ...], place: int) -> tuple[Word, frozenset[str]] | None:
    """Returns the article of a superlative: les pays les plus touchés; le plus may be an adverb."""
    at = place - 1
    if at > 1 and words[at].lower not in _DEGREES and "ADV" in words[at].categories and words[at].joined:
        at -= 1
    if at < 1 or words[at].lower not in _DEGREES or not words[at].joined:
        return None
    article = words[at - 1]
    if article.lower == "les":
        return article, PLURAL
    return (article, frozenset({"fs"})) if article.lower == "la" else None


def _taken(words: tuple[Word, ...], place: int) -> tuple[Word, frozenset[str]] | None:
    """Returns the les right before avoir, with which its participle agrees: les a ratifiés."""
    if place < 3 or words[place - 1].lower not in _HAVE or words[place - 2].lower != "les":
        return None
    following = words[place + 1] if place + 1 < len(words) else None
    if not words[place].is_participle or not words[place - 1].joined or (following and following.is_infinitive):
        return None
    return words[place - 2], PLURAL
