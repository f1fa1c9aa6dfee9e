"""How far does a name reach in a text, when only another name of the same kind is known?

"Groupe de travail sur la traite des personnes" is known; the text has "Le Groupe de travail sur les armes à feu a
tenu …": the name begins with the same words and ends before the verb. The lexicon tells verbs; the end is believed
only where what follows the name in the original is of the same kind as what follows it in the text
(`Language.name_ends`, and what the pair of languages says of prepositions).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from tmtool.languages.language import Language
from tmtool.model import Span
from tmtool.text.term_words import Word, words_in

_WORD = re.compile(r"\s*([^\W\d_]+)")
_JOINT = re.compile(r"[\s‑-]*")


def extent(text: str, like: str, after_original: str, original: Language, language: Language) -> Span | None:
    """Returns the stretch of `text` that is a name beginning as `like` does, or None where its bounds are not certain.

    `after_original` is what follows the name in the original text, which is in the language `original`.
    """
    if not language.name_ends.verbs:
        return None
    words, model = words_in(text, language), words_in(like, language)
    first = _beginning(words, model)
    if first is None:
        return None
    last = first + _shared(words[first:], model) - 1
    while last + 1 < len(words):
        joint = text[words[last].end : words[last + 1].start]
        if not (_JOINT.fullmatch(joint) or words[last].text[-1] in "'’") or _ends(words, last + 1, language):
            break
        if "verb" in language.grammar(words[last + 1].text) and not words[last].function:
            return None
        last += 1
    following = words[last + 1] if last + 1 < len(words) else None
    touching = following is not None and _JOINT.fullmatch(text[words[last].end : following.start]) is not None
    if not _agree(after_original, following if touching else None, text[words[last].end :], original, language):
        return None
    if words[last].function or last == first:
        return None
    return Span(words[first].start, words[last].end)


def in_both(
    text: str, after: str, other: str, after_other: str, original: Language, language: Language
) -> tuple[Span, Span] | None:
    """Returns where two texts have names that begin alike, each found by the other, or None where that is not certain.

    `after` and `after_other` are what follows the names in the original texts.
    """
    words = words_in(text, language)
    theirs = {word.text: word.start for word in words_in(other, language)}
    for word in words:
        if not word.text[0].isupper() or word.text not in theirs or word.function:
            continue
        place = extent(text, other[theirs[word.text] :], after, original, language)
        place_in_other = extent(other, text[word.start :], after_other, original, language)
        if place and place_in_other:
            return place, place_in_other
    return None


def _beginning(words: tuple[Word, ...], model: tuple[Word, ...]) -> int | None:
    """Returns the place where the text has the model's first word, written alike; None unless there is just one such
    place."""
    places = [index for index, word in enumerate(words) if word.text == model[0].text]
    return places[0] if len(places) == 1 and not model[0].function else None


def _shared(words: tuple[Word, ...], model: tuple[Word, ...]) -> int:
    count = 0
    for one, other in zip(words, model, strict=False):
        if one.plain != other.plain:
            break
        count += 1
    return count


def _ends(words: tuple[Word, ...], index: int, language: Language) -> bool:
    """Tells whether a name cannot go on with this word: a verb, a circumstance, or another name after "et"."""
    word, known = words[index], language.name_ends
    if word.plain in known.joints:
        following = next((other for other in words[index + 1 :] if not other.function), None)
        return following is not None and following.text[0].isupper()
    if word.plain in known.before_infinitives:
        return index + 1 < len(words) and language.grammar(words[index + 1].text) == {"infinitive"}
    if word.plain in known.verbs or word.plain in known.circumstances:
        return True
    if word.function and index + 1 < len(words):
        # A pronoun: "l’examinera".
        word = words[index + 1]
    return language.grammar(word.text) == {"verb"}


def _agree(after: str, following: Word | None, rest: str, original: Language, language: Language) -> bool:
    """Tells whether the original goes on after the name as the text does: with a mark, a verb, or the same
    preposition."""
    word = _WORD.match(after)
    if following is None:
        return word is None and after.strip()[:1] == rest.strip()[:1]
    if word is None:
        return False
    next_word = word[1].lower()
    known, pair = language.name_ends, _prepositions(original.tag, language.tag)
    if following.plain in known.joints | known.circumstances | known.before_infinitives:
        return following.plain in pair.get(next_word, frozenset())
    return next_word not in pair and next_word not in original.name_ends.inside


@cache
def _prepositions(original: str, language: str) -> Mapping[str, frozenset[str]]:
    """Returns what translates the small words of an original after the name of a body, or nothing for most pairs of
    languages."""
    # Few lookups put one name in the place of another.
    from tmtool.languages import pairs

    pair = pairs.get(original, language)
    table = pair.rows("prepositions.tsv") if pair and not pair.is_turned else []
    return {word: frozenset(others.split()) for word, others in table}
