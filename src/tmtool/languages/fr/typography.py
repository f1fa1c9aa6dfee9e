"""French typography: which spaces a text puts at its signs, and what its habits are.

French wants a no-break space before : ; ? ! » % and after «, and between thousands, but departments
differ and text dumps have lost them; so a text is held against its own habits (docs/un-french.md,
section 1). Colons of clock times, ratios and addresses are no punctuation and do not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TypeVar

from tmtool.languages.symbols import addresses
from tmtool.model import Span

SIGNS = (":", ";", "?", "!", "%", "«", "»")
"""The signs that take a space: after «, before the others."""

THOUSANDS = "000"
"""Stands for the group of three digits in `Mark.sign`: the space between thousands."""

_Form = TypeVar("_Form", bound=str)
_LEAST_EVIDENCE = 3
_MAJORITY = 0.7
_LEAST_SPLIT, _SPLIT = 10, 0.05
"""How often, and in what share of its elisions, a text must have a space behind the apostrophe to be a tokeniser's."""


class Space(StrEnum):
    """What stands at a sign; `character` is the text of it."""

    NONE = "none"
    PLAIN = "plain"
    NBSP = "nbsp"
    NARROW = "narrow"

    @property
    def character(self) -> str:
        """Nothing, U+0020, U+00A0 or U+202F."""
        return {"none": "", "plain": " ", "nbsp": "\u00a0", "narrow": "\u202f"}[self.value]


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign with the place of its space: `span` covers the white space, empty where there is none."""

    sign: str
    span: Span
    space: Space


@dataclass(frozen=True, slots=True)
class Profile:
    """The habits of a text.

    `counts` says how often each form stands at each sign; `spaces` names the form that leads, for
    the signs with evidence enough (three occurrences, 70 per cent of one form). `apostrophe` is "'"
    or "’", `numero` "no" or "n°", `quotes` "«" or '"', as most of the text has it, "" where it has too few; `split` is
    True for a text of which a tokeniser has split much behind the apostrophe ("l' ordre"). What a
    house prescribes stands in their place, and in `prescribed`: the signs, "'" for the apostrophe.
    """

    counts: Mapping[str, Mapping[Space, int]]
    spaces: Mapping[str, Space]
    apostrophe: str = ""
    numero: str = ""
    quotes: str = ""
    split: bool = False
    prescribed: frozenset[str] = frozenset()

    def pinned(self, spaces: Mapping[str, Space], apostrophe: str = "") -> Profile:
        """The profile with what a house prescribes: spaces by sign, and an apostrophe ("" for either)."""
        return replace(
            self,
            spaces={**self.spaces, **spaces},
            apostrophe=apostrophe or self.apostrophe,
            prescribed=frozenset(spaces) | ({"'"} if apostrophe else frozenset()),
        )


@cache
def _marks() -> re.Pattern[str]:
    space = r"[^\S\r\n]*"
    return re.compile(
        rf"(?<=[^\s(\[«:;?!])(?P<before>{space})(?P<sign>"
        r"[:;](?=\s|$|[«\"“(])(?<!&nbsp;)|[?!](?=\s|$|[»\")\].,…?!]))"
        rf"|(?<=[^\s«])(?P<closing>{space})»"
        rf"|(?<=[0-9])(?P<percent>{space})%"
        rf"|«(?P<after>{space})(?=\S)"
        r"|(?<![\w.,])[0-9]{1,3}(?P<thousands>(?:[ \u00a0\u202f][0-9]{3})+)(?!\w)"
    )


_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")
_SPACED_ELISION = re.compile(r"(?<![\w’'])(?:[cdjlmnst]|qu)['’] (?=[^\W\d_])", re.IGNORECASE)
_SPACE_IN_TIME = re.compile(r"(?<=\d)[ \u00a0\u202f](?=(?:heures?|h|millions?|milliards?)(?!\w))")
_QUOTED = re.compile(r'(«[^»]*»|<<.*?>>)|("[^"]*")')
"""A quotation in guillemets, as text dumps write them too, or between straight marks outside those."""
_NUMERO = re.compile(r"(?<!\w)n(?P<mark>o|°|º)s?(?=[\s\u00a0\u202f]?[0-9])", re.IGNORECASE)


def marks(text: str) -> Iterator[Mark]:
    """The signs of a text that take a space, in order, each with the space it has."""
    excluded = list(addresses(text))
    for match in _marks().finditer(text):
        if any(match.start() < span.end and span.start < match.end() for span in excluded):
            continue
        if match["thousands"] is not None:
            for at in range(match.start("thousands"), match.end("thousands"), 4):
                yield Mark(THOUSANDS, Span(at, at + 1), _form(text[at]))
        elif match["sign"]:
            yield Mark(match["sign"], Span(*match.span("before")), _form(match["before"][-1:]))
        elif match["closing"] is not None:
            yield Mark("»", Span(*match.span("closing")), _form(match["closing"][-1:]))
        elif match["percent"] is not None:
            yield Mark("%", Span(*match.span("percent")), _form(match["percent"][-1:]))
        else:
            yield Mark("«", Span(*match.span("after")), _form(match["after"][:1]))


def numero_signs(text: str) -> Iterator[tuple[Span, str]]:
    """The abbreviations of numéro before a figure, in order, each with its form: "no" or "n°"."""
    for match in _NUMERO.finditer(text):
        yield Span(*match.span()), "no" if match["mark"] in "oO" else "n°"


def space_of(texts: Iterable[str]) -> str:
    """The space that French puts where no line may break, as the first of the texts that shows one has it most often,
    at its signs, its thousands or its times of day; the no-break space where none shows it."""
    for text in texts:
        counts = Counter(mark.space.character for mark in marks(text) if mark.space is not Space.NONE)
        counts.update(_SPACE_IN_TIME.findall(text))
        for space, _ in counts.most_common(1):
            return space
    return Space.NBSP.character


def apostrophe_of(texts: Iterable[str]) -> str:
    """The apostrophe that the first of the texts that has one has most often; ' where none has."""
    for text in texts:
        found: Counter[str] = Counter(_APOSTROPHE.findall(text))
        for apostrophe, _ in found.most_common(1):
            return apostrophe
    return "'"


def before_mark(texts: Iterable[str], mark: str) -> str:
    """The space that a French text puts before a mark: that of its signs before ; : ? !, nothing before others."""
    return space_of(texts) if mark in SIGNS[:4] else ""


def profile(texts: Iterable[str]) -> Profile:
    """The habits of the texts of one document."""
    counts: dict[str, Counter[Space]] = {}
    apostrophes: Counter[str] = Counter()
    numeros: Counter[str] = Counter()
    quotes: Counter[str] = Counter()
    split = 0
    for text in texts:
        for mark in marks(text):
            counts.setdefault(mark.sign, Counter())[mark.space] += 1
        apostrophes.update(_APOSTROPHE.findall(text))
        split += len(_SPACED_ELISION.findall(text))
        numeros.update(form for _, form in numero_signs(text))
        quotes.update("«" if guillemets else '"' for guillemets, _ in _QUOTED.findall(text))
    leading = {sign: form for sign, forms in counts.items() if (form := _leader(forms)) is not None}
    return Profile(
        counts,
        leading,
        _leader(apostrophes) or "",
        _leader(numeros) or "",
        _leader(quotes) or "",
        split=split >= _LEAST_SPLIT and split > _SPLIT * apostrophes.total(),
    )


def _form(character: str) -> Space:
    """The form of a white-space character, "" for none; breaking spaces of any width are plain."""
    return {"": Space.NONE, "\u00a0": Space.NBSP, "\u202f": Space.NARROW}.get(character, Space.PLAIN)


def _leader(forms: Counter[_Form]) -> _Form | None:
    """The form that leads clearly, if there is evidence enough."""
    if not forms or forms.total() < _LEAST_EVIDENCE:
        return None
    form, count = forms.most_common(1)[0]
    return form if count >= _MAJORITY * forms.total() else None
