"""What changes around a noun when another takes its place: la contrebande interdite, le trafic interdit?

Its determiner, the adjectives before it, the small word that elides, and where the gender changes all adjectives and
participles that agree with it, near or after the verb (``agreeing_words.py``). The number stays. The forms of
determiners are in ``substitution.tsv``, other closed words in ``substitution_words.tsv``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.agreeing_words import OTHER, AgreeingWords
from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun, is_numeral
from tmtool.languages.fr.grammar.words.lexical_forms import form
from tmtool.languages.fr.grammar.words.reading import ALL, Word, reading
from tmtool.languages.fr.inflection import forms
from tmtool.languages.tables import rows, word_sets
from tmtool.model import Span

_WORDS = word_sets(Path(__file__).with_name("substitution_words.tsv"))
_VOWELS = "aàâeéèêëiîïoôœuûü"
_QUOTES = ("«", "“", '"', "(", "<<", "[")
_LONGEST = 400
"""Words of the longest segment that people write; each of them may agree with the noun."""
_BEFORE_VOWEL = {"nouveau": "nouvel", "beau": "bel", "vieux": "vieil"}
_BEFORE_CONSONANT = {vowel: consonant for consonant, vowel in _BEFORE_VOWEL.items()}
_ELIDING = _WORDS["eliding"]
_AGREEING = frozenset({"A", "V", "DET"})


def in_place(text: str, span: Span, new: str, agreement: str, following: str = "") -> tuple[Span, str] | None:
    """Returns what to write where, so that a noun phrase of `agreement` ("ms", "mp", "fs", "fp") takes the place of the
    one at `span`, which begins with its noun; None where it is not certain what else changes.

    `following` is the text after this one, which may take the noun up.
    """
    words = reading(text)
    if len(words) > _LONGEST:
        return None
    first = bisect_right(words, span.start, key=lambda word: word.span.end)
    last = bisect_left(words, span.end, key=lambda word: word.span.start) - 1
    if first > last or words[first].span.start < span.start or words[last].span.end > span.end:
        return None
    return _Place(text, words, first, last, agreement).filled(new, following)


class _Place:
    """A `_Place` holds the words around a noun phrase that another is to replace."""

    def __init__(self, text: str, words: tuple[Word, ...], first: int, last: int, agreement: str) -> None:
        self._text, self._words, self._first, self._last = text, words, first, last
        self._gender, self._number = agreement[0], agreement[1]
        self._agreement = agreement
        self._changed: dict[int, str] = {}
        self._new = ""

    def filled(self, new: str, following: str) -> tuple[Span, str] | None:
        """Returns the changed stretch of the text and what to write there."""
        self._new = new
        old = self._old()
        if not old or any(one[1] != self._number for one in old):
            return None
        other = OTHER[self._gender]
        changes_gender = any(one[0] == other for one in old)
        if not self._before(new) or (changes_gender and not self._around(following)):
            return None
        return self._written(new)

    def _old(self) -> frozenset[str]:
        """Returns what the noun that is there can be, by itself and by what is before it."""
        noun = self._words[self._first]
        if noun.text.isupper():
            found = frozenset(one for one in ALL if one[1] == self._number)
        else:
            found = noun.agreement({"N"})
        for at in range(self._first - 1, -1, -1):
            if not self._words[at + 1].joined:
                break
            word = self._words[at]
            known = determiners().get(word.lower)
            if known is not None:
                agreement = known.agreement | (frozenset({"fs"}) if known.kind == "vowel" else frozenset())
                return found & agreement
            if not is_before_noun(word):
                break
            found &= word.agreement({"A", "DET"})
        numbers = {one[1] for one in found}
        return found if len(numbers) == 1 else frozenset(one for one in found if one[1] == self._number)

    def _before(self, new: str) -> bool:
        """Writes the adjectives, the determiner and the small word before the noun anew; False where that is not
        certain."""
        words, at, sound = self._words, self._first, _sound(new)
        while at > 0 and words[at].joined and (is_before_noun(words[at - 1]) or is_numeral(words[at - 1])):
            if words[at - 1].lower in _determiners() or words[at - 1].lower in _WORDS["unchanging"]:
                break
            at -= 1
            if not is_numeral(words[at]):
                right = self._inflected(words[at], sound)
                if right is None:
                    return False
                self._change(at, right)
                sound = _sound(right)
        before = words[at - 1].lower if at > 0 and words[at].joined else ""
        if before and words[at - 1].agreement({"A"}) and not words[at - 1].persons and before not in determiners():
            return False  # la prétendue traite
        if at > 0 and not before:
            quoted = any(mark in words[at].before for mark in _QUOTES)  # l’« entrée »
            return not (quoted and words[at - 1].lower in {*_ELIDING, *determiners(), *_determiners(), "l", "d"})
        if before in ("de", "d'", "à") and words[at].text.isupper():
            return self._abbreviation_after(before, at - 1, sound)
        if before in _determiners() or before in _WORDS["unchanging"]:
            return self._determiner(at - 1, sound)
        if before in _ELIDING:
            short = before.removesuffix("'") if before.endswith("'") else before[:-1]
            if sound == "h":
                return False
            self._change(at - 1, f"{short}{self._apostrophe()}" if sound == "vowel" else f"{short}e")
        return True

    def _abbreviation_after(self, preposition: str, at: int, sound: str) -> bool:
        """Puts the article that an abbreviation right after de or à lacks: de UNODC, but de l’ONUDC."""
        if sound != "vowel" or self._number != "s":
            return False
        self._change(at, f"{'à' if preposition == 'à' else 'de'} l{self._apostrophe()}")
        return True

    def _determiner(self, at: int, sound: str) -> bool:
        """Writes the determiner at `at` anew, and another before it (tous les, les divers); False where the sound of
        the next word is not known."""
        written = self._words[at].lower
        before = self._words[at - 1].lower if at > 0 and self._words[at].joined else ""
        joint = before in ("de", "à") and f"{before} {written}" in _determiners()
        found = _determiners().get(f"{before} {written}" if joint else written)
        if found is None:
            if written not in _WORDS["unchanging"]:
                return False
        else:
            vowel, consonant = found[self._gender == "f"], found[2 + (self._gender == "f")]
            if sound == "h" and vowel != consonant:
                return False
            written = vowel if sound == "vowel" else consonant
            self._change(at - joint, written.replace("'", self._apostrophe()))
            if joint:
                self._changed[at] = ""
                return True
        another = before in _determiners() or before in _WORDS["unchanging"]
        return not another or self._determiner(at - 1, _sound(written))

    def _around(self, following: str) -> bool:
        """Changes the words that agree with the noun; False where one may or may not, or takes it up."""
        agreeing = AgreeingWords(self._words, self._first, self._last, self._agreement, self._changed)
        found = agreeing.places(reading(following))
        for at in found or ():
            right = self._inflected(self._words[at], "consonant")
            if right is None:
                return False
            self._change(at, right)
        return found is not None

    def _inflected(self, word: Word, sound: str) -> str | None:
        """Returns the one form of an adjective or participle in the new gender and number before that sound."""
        base = _BEFORE_CONSONANT.get(word.lower, word.lower)
        found = self._form(base)
        if found in _BEFORE_VOWEL and sound != "consonant":
            found = _BEFORE_VOWEL[found] if sound == "vowel" else None
        if found is None or word.text.islower():
            return found
        return found.capitalize() if word.text.istitle() else None

    def _form(self, base: str) -> str | None:
        """Returns the one form of an adjective or participle in the new gender and number."""
        entries = form(base).entries
        if any(self._agreement in entry.agreement for entry in entries if entry.category in _AGREEING):
            return base
        lemmas = {(entry.lemma, entry.category) for entry in entries if entry.category in _AGREEING}
        candidates = {
            one
            for one in forms(base, "adj") - set(_BEFORE_CONSONANT)
            for entry in form(one).entries
            if (entry.lemma, entry.category) in lemmas and self._agreement in entry.agreement
        }
        return next(iter(candidates)) if len(candidates) == 1 else None

    def _change(self, at: int, right: str) -> None:
        if self._words[at].text[0].isupper():
            right = right[0].upper() + right[1:]
        self._changed[at] = right

    def _apostrophe(self) -> str:
        return "'" if "'" in self._text + self._new and "’" not in self._text + self._new else "’"

    def _written(self, new: str) -> tuple[Span, str]:
        """Puts the changed words and the new phrase together."""
        words = self._words
        changed = {at: right for at, right in self._changed.items() if right != words[at].text}
        start, end = min((self._first, *changed)), max((self._last, *changed))
        pieces: list[str] = []
        place = words[start].span.start
        for at in range(start, end + 1):
            word = words[at]
            if self._first < at <= self._last:
                continue
            gap = self._text[place : word.span.start]
            right = new if at == self._first else changed.get(at, word.text)
            if pieces and pieces[-1].endswith(("'", "’")):
                gap = gap.strip()
            elif pieces and not gap and right:
                gap = " "
            pieces += [gap, right] if right else []
            place = words[self._last].span.end if at == self._first else word.span.end
        span, right = Span(words[start].span.start, words[end].span.end), "".join(pieces)
        before = self._text[span.start : words[self._first].span.start]  # l’, the same for both
        if right.startswith(before):
            return Span(span.start + len(before), span.end), right.removeprefix(before)
        return span, right


@cache
def _determiners() -> dict[str, tuple[str, ...]]:
    """Returns, by a determiner (with the preposition that it makes one word with), its forms before a vowel and before
    a consonant, each in the masculine and the feminine."""
    table = rows(Path(__file__).with_suffix(".tsv"))
    return {one: tuple(forms_of_one) for kin, *forms_of_one in table for one in kin.split("|")}


def _sound(text: str) -> str:
    """Returns what a word begins with, as far as elision goes: of an h the spelling does not tell."""
    first = text[0].lower()
    return "h" if first == "h" else "vowel" if first in _VOWELS else "consonant"
