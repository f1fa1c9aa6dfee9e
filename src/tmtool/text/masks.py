"""What is left of a text when its numbers, dates, symbols and references are covered?

Two segments with the same mask differ in placeables, a leading list label or the final mark only:
last session's sentence with this session's dates, to be found whatever its match rate. Finding the
placeables of a million segments takes minutes; so the store keeps a key of each segment's
*skeleton*, the words that can be part of no placeable and no label. It is had from the tokens in a
moment, and texts with the same mask have the same skeleton.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache

from tmtool.languages.language import Language
from tmtool.languages.letters import FIRST_SINGLE
from tmtool.model import Placeable, PlaceableKind
from tmtool.text.rewording import Rewording
from tmtool.text.tokens import tokens

COVER = "\N{MEDIUM SMALL WHITE CIRCLE}"

VALUES = "\0"
"""The skeleton of a text that has letters in placeables only."""

_LOOKED_AT_FIRST = 4
"""Nearly all texts have two words that count among their first ones: the rest is not even cut at its spaces."""

_REMEMBERED = 512
"""How many texts are kept with their placeables: a query is compared with several matches, an agenda repeats its
sentences."""

_LABEL = re.compile(r"^\s*(?:[-–—•]\s+)?(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})\)|\d{1,3}\.)\s+")
CLOSING = ".;:,。；：，؛،"
"""Marks that close a text without saying anything."""
PARTING = ";"
"""A mark that is in no placeable and joins none."""
_AT_THE_END = CLOSING + string.whitespace
_FINAL_MARK = re.compile(rf"(?<![\s{CLOSING}])[\s{CLOSING}]+$")


@lru_cache(_REMEMBERED)
def placeables_of(text: str, language: Language) -> tuple[Placeable, ...]:
    """Returns the placeables that the language finds in the text, found once: it is asked whether the text is like a
    query, then what differs."""
    return language.placeables(text)


def mask(text: str, placeables: Iterable[Placeable], language: Language) -> str:
    """Returns the text in lower case with each placeable, or series of them, covered by one sign; without leading list
    label and final mark, white space folded.

    If nothing else is in the text, the signs tell the kinds of placeables ("Tuesday, 8 September", "10 a.m.–1 p.m.");
    it is empty for a text of figures and symbols alone.
    """
    label = _LABEL.match(text)
    parts = []
    kinds = []
    end = label.end() if label else 0
    for placeable in placeables:
        if placeable.span.start >= end:
            parts += [text[end : placeable.span.start], COVER]
            kinds.append(placeable.kind)
            end = placeable.span.end
    parts.append(text[end:])
    covered = _FINAL_MARK.sub("", "".join(parts))
    if not any(character.isalpha() for character in covered):
        return _kinds_mask(text, covered, kinds)
    return " ".join(_series(language).sub(COVER, covered.casefold()).split())


def blotted(text: str, placeables: Iterable[Placeable], kinds: Collection[PlaceableKind]) -> str:
    """Returns a text of the same length with blanks for its placeables of these kinds, given in their order."""
    parts, end = [], 0
    for one in placeables:
        if one.kind in kinds and one.span.end > end:
            start = max(one.span.start, end)
            parts += [text[end:start], " " * (one.span.end - start)]
            end = one.span.end
    return "".join((*parts, text[end:]))


def parted(text: str) -> int:
    """Returns how many parting marks the mask of a text has, without making the mask."""
    return text.rstrip(_AT_THE_END).count(PARTING) if PARTING in text else 0


def words_beside(mask: str) -> list[str]:
    """Returns what every text with a mask has in this order beside its placeables, in lower case with white space
    folded; nothing for a mask whose letters may tell the kinds of placeables."""
    parts = mask.split(COVER)
    tells_kinds = not any(map(str.isalpha, "".join((parts[0], *(part[1:] for part in parts[1:])))))
    return [] if tells_kinds else [part.strip() for part in parts if part.strip()]


@lru_cache
def _series(language: Language) -> re.Pattern[str]:
    """Returns the expression of values that are joined: "8 and 9 September", "8–10 September" and "8 September" are all
    a date or several."""
    joints = "".join(rf"|\b{re.escape(word)}\b" for word in sorted(language.value_joints))
    return re.compile(rf"{COVER}(?:\s*(?:[-–—/,]{joints})?\s*{COVER})+")


def _kinds_mask(text: str, covered: str, kinds: Sequence[PlaceableKind]) -> str:
    """Returns the mask of a text of placeables alone: each sign with a letter for the kind."""
    if _SAID.isdisjoint(kinds) or not _LETTERS.search(_SYMBOL.sub(" ", text)):
        return ""
    for kind in kinds:
        covered = covered.replace(COVER, f"\0{kind.value[0]}", 1)
    return " ".join(covered.replace("\0", COVER).split())


_SAID = frozenset({PlaceableKind.DATE, PlaceableKind.WEEKDAY, PlaceableKind.TIME, PlaceableKind.ORDINAL})
"""Kinds of placeables that a segment may consist of and still be translated: a cell of a timetable."""
_ROMAN = frozenset("ivxlcdm")
_SYMBOL = re.compile(r"(?<!\S)[^\s/]*+/\S*")
_LETTERS = re.compile(r"[^\W\d_]+")


def skeletons(texts: Sequence[str], language: Language) -> list[str]:
    """Returns the words of each text that are in no placeable, series of them, label or final mark; spaces between.

    What has a slash in it is left out, since symbols may hold words. Equal for texts with equal masks; not only for
    those. A text of placeables alone has `VALUES` if there are letters in it, else nothing.
    """
    skeleton = skeleton_of(language)
    return [skeleton(text, text.split()) for text in texts]


def skeleton_of(language: Language) -> Callable[[str, Sequence[str]], str]:
    """Returns the function that gives the skeleton of a text, as `skeletons` does, which is cut at white space too."""
    bones = _bones_of(language)
    return lambda text, cut: bones.of_all(cut) or _values_alone(text)


def few_words(language: Language) -> Callable[[str], int | None]:
    """Returns the function that tells how many words the skeleton of a text has: 0 for `VALUES`, 1, or None for more,
    and for no skeleton. Most texts it reads no further than to their first words."""
    bones = _bones_of(language)
    bones_of = bones.__getitem__

    def counted(text: str) -> int | None:
        first = map(bones_of, text.split(None, _LOOKED_AT_FIRST)[:_LOOKED_AT_FIRST])
        if any(first) and any(first):  # the second goes on where the first has stopped
            return None
        words = bones.between_spaces(text)
        if not words:
            return 0 if _values_alone(text) == VALUES else None
        return None if " " in words else 1

    return counted


def having_skeleton(skeleton: str, language: Language) -> Callable[[str], bool]:
    """Returns the function that tells whether a text has this skeleton; most texts it reads no further than to a first
    word that is another."""
    bones = _bones_of(language)
    words = "" if skeleton == VALUES else skeleton
    wanted = f"{words} "

    def has_it(text: str) -> bool:
        first = " ".join(filter(None, map(bones.__getitem__, text.split(None, _LOOKED_AT_FIRST)[:_LOOKED_AT_FIRST])))
        if first and not wanted.startswith(f"{first} "):
            return False
        return bones.between_spaces(text) == words and (words != "" or _values_alone(text) == skeleton)

    return has_it


def skeletons_of_both(rewordings: Iterable[Rewording], language: Language) -> list[tuple[str, str]]:
    """Returns the skeletons of texts before and after a correction."""
    of = _bones_of(language).between_spaces
    found = []
    for beginning, before, after, end in rewordings:
        first, last = of(beginning), of(end)
        old = " ".join(filter(None, (first, of(before), last)))
        new = " ".join(filter(None, (first, of(after), last)))
        found.append((old or _values_alone(beginning + before + end), new or _values_alone(beginning + after + end)))
    return found


def _values_alone(text: str) -> str:
    """Returns the skeleton of a text without words that count."""
    return VALUES if any(map(_LETTERS.search, tokens(_SYMBOL.sub(" ", text)))) else ""


class _Bones(dict[str, str]):
    """`_Bones` holds what counts for the skeleton of what is between two spaces, worked out once: a memory has the same
    words over and over."""

    def __init__(self, ignored: frozenset[str]) -> None:
        super().__init__()
        self._ignored = ignored

    def between_spaces(self, text: str) -> str:
        """Returns what counts of a text."""
        return self.of_all(text.split())

    def of_all(self, chunks: Iterable[str]) -> str:
        """Returns what counts of a text that is cut at white space."""
        return " ".join(filter(None, map(self.__getitem__, chunks)))

    def __missing__(self, chunk: str) -> str:
        bones = "" if "/" in chunk else " ".join(filter(None, map(self._of, tokens(chunk))))
        if len(self) < _WORDS_KEPT:
            self[chunk] = bones
        return bones

    def _of(self, word: str) -> str:
        # A number may be glued to a word: "Euro1.5 million".
        parts = (word,) if word.isalpha() else _LETTERS.findall(word)
        return " ".join(
            part
            for part in parts
            if (len(part) > 1 or part >= FIRST_SINGLE) and part not in self._ignored and not _ROMAN.issuperset(part)
        )


_WORDS_KEPT = 50_000


@lru_cache
def _bones_of(language: Language) -> _Bones:
    return _Bones(language.value_words | language.value_joints)
