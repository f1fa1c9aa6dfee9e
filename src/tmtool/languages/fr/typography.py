"""Knows French typography: which spaces a text puts at its signs, and what its habits are.

French wants a no-break space before : ; ? ! » % and after «, and between thousands, but departments
differ and text dumps have lost them; so a text is held against its own habits (docs/un-french.md,
section 1). Colons of clock times, ratios and addresses are no punctuation and do not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeVar

from tmtool.languages.fr.clock import manners, written_as
from tmtool.languages.symbols import addresses
from tmtool.languages.typography import THOUSANDS, Habit, Mark, Space, Typography
from tmtool.model import Span
from tmtool.model.span_index import SpanIndex

SIGNS = (":", ";", "?", "!", "%", "«", "»")
"""The signs that take a space: after «, before the others."""

_Form = TypeVar("_Form", bound=str)
_LEAST_EVIDENCE = 3
_MAJORITY = 0.7
_LEAST_SPLIT, _SPLIT = 10, 0.05
"""How often, and in what share of its elisions, a text must have a space after the apostrophe to be a tokeniser's."""


@cache
def _marks() -> re.Pattern[str]:
    space = r"[^\S\r\n]*"
    return re.compile(
        rf"(?<=[^\s(\[«:;?!])(?P<before>{space})(?P<sign>"
        r"[:;](?=\s|$|[«\"“(])(?<!&nbsp;)|[?!](?=\s|$|[»\")\].,…?!]))"
        rf"|(?<=[^\s«])(?P<closing>{space})»"
        rf"|(?<=[0-9])(?P<percent>{space})%"
        rf"|«(?P<after>{space})(?=\S)"
        # Groups of a telephone number are no thousands.
        r"|(?<![\w.,+])(?<![0-9][ \u00a0\u202f])[0-9]{1,3}(?P<thousands>(?:[ \u00a0\u202f][0-9]{3})+)"
        r"(?!\w|[ \u00a0\u202f][0-9])"
    )


_THROUGHOUT = 0.9
"""The share of a document's times of day that have one form where all are meant to."""
_JOINT_NAMES = {"number": "no", "title": "M.", "article": "art.", "hour": "10", "clock": "10 h", "minute": "h"}
_SPACE = "[ \u00a0\u202f]"


@cache
def _apostrophe() -> re.Pattern[str]:
    return re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")


@cache
def _spaced_elision() -> re.Pattern[str]:
    return re.compile(r"(?<![\w’'])(?:[cdjlmnst]|qu)['’] (?=[^\W\d_])", re.IGNORECASE)


@cache
def _space_in_time() -> re.Pattern[str]:
    return re.compile(r"(?<=\d)[ \u00a0\u202f](?=(?:heures?|h|millions?|milliards?)(?!\w))")


@cache
def _clock_with_colon() -> re.Pattern[str]:
    return re.compile(r"(?<![\w:.,])[0-2]?[0-9]:[0-5][0-9](?![\w:])")


@cache
def _glued_clock() -> re.Pattern[str]:
    """Returns the pattern of a time of day that is written without space: 9h30, 9h."""
    return re.compile(r"(?<![\w:.,])[0-2]?[0-9]h(?:[0-5][0-9])?(?![\w)])")


@cache
def _clock_with_word() -> re.Pattern[str]:
    return re.compile(r"(?<![\w:.,])[0-2]?[0-9](?:\s?heures?|\s+h)(?!\w)")


@cache
def _currency() -> re.Pattern[str]:
    """Returns the expression of a sign of the dollar at an amount, with the space between them."""
    return re.compile(r"(?:US|AU|CAN?|\bA)?\$(?=\s?\d)|(?<=\d)\s?\$(?:US|CAN?)?")


@cache
def _dollars() -> re.Pattern[str]:
    """Returns the expression of the code of the dollar at an amount, with the space between them, or of its name."""
    return re.compile(r"(?<=\d)(?P<code>\s?USD)(?!\w)|(?<=[ld]['’])(?P<noun>USD)(?!\w)|\b(?P<name>dollars?)\b")


@cache
def _quoted() -> re.Pattern[str]:
    """Returns the expression of a quotation in guillemets, as text dumps write them too, or between straight marks
    outside those; not so long that a text of opening marks only is read from each of them to its end."""
    return re.compile(r'(«[^»]{0,2000}»|<<.{0,2000}?>>)|("[^"]{0,2000}")')


@cache
def _joints() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.])(?:n[o°º]s?(?P<number>{_SPACE})(?=\d)|(?:MM?\.|Mmes?|Mlles?)(?P<title>{_SPACE})(?=[^\W\d_a-z])"
        rf"|(?:art\.|par\.|chap\.|pp?\.|sect\.|fig\.)(?P<article>{_SPACE})(?=\d))"
        rf"|(?<=\d)(?P<hour>{_SPACE})(?=heures?(?!\w))|(?<=\d)(?P<clock>{_SPACE})(?=h(?![\w)]))"
        rf"|(?<=\d{_SPACE}h)(?P<minute>{_SPACE})(?=\d\d)"
    )


@cache
def _numero() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)n(?P<mark>o|°|º)s?(?=[\s\u00a0\u202f]?[0-9])", re.IGNORECASE)


def marks(text: str) -> Iterator[Mark]:
    """Yields the signs of a text that take a space, in order, each with the space it has."""
    excluded = SpanIndex(addresses(text))
    for match in _marks().finditer(text):
        if excluded.overlaps(Span(*match.span())):
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


def joints(text: str) -> Iterator[Mark]:
    """Yields the spaces at which no line should break: after no, M., art. and before heures."""
    for match in _joints().finditer(text):
        kind = match.lastgroup or ""
        yield Mark(_JOINT_NAMES[kind], Span(*match.span(kind)), _form(match[kind]))


def numero_signs(text: str) -> Iterator[tuple[Span, str]]:
    """Yields the abbreviations of numéro before a figure, in order, each with its form: "no" or "n°"."""
    for match in _numero().finditer(text):
        yield Span(*match.span()), "no" if match["mark"] in "oO" else "n°"


def space_of(texts: Iterable[str]) -> str:
    """Returns the space that French puts where no line may break, as the first of the texts that shows one has it most
    often, at its signs, its thousands or its times of day; the no-break space where none shows it."""
    for text in texts:
        counts = Counter(mark.space.character for mark in marks(text) if mark.space is not Space.NONE)
        counts.update(_space_in_time().findall(text))
        for space, _ in counts.most_common(1):
            return space
    return Space.NBSP.character


def apostrophe_of(texts: Iterable[str]) -> str:
    """Returns the apostrophe that the first of the texts that has one has most often; ' where none has."""
    for text in texts:
        found: Counter[str] = Counter(_apostrophe().findall(text))
        for apostrophe, _ in found.most_common(1):
            return apostrophe
    return "'"


def before_mark(texts: Iterable[str], mark: str) -> str:
    """Returns the space that a French text puts before a mark: that of its signs before ; : ? !, nothing before
    others."""
    return space_of(texts) if mark in SIGNS[:4] else ""


def habit(texts: Iterable[str], cells: Iterable[str] = ()) -> Habit:
    """Returns the habits of the texts of one document, of which `cells` are in tables: three occurrences, and 70 per
    cent of one form, make one. The
    abbreviation of numéro is "no" or "n°", the opening quotation mark « or the straight one."""
    counts: dict[str, Counter[Space]] = {}
    apostrophes: Counter[str] = Counter()
    numeros: Counter[str] = Counter()
    quotes: Counter[str] = Counter()
    guillemets: Counter[str] = Counter()
    clock_spaces: Counter[str] = Counter()
    clocks: Counter[str] = Counter()
    currencies: Counter[str] = Counter()
    dollars: Counter[str] = Counter()
    codes: set[str] = set()
    split = 0
    for text in texts:
        for mark in marks(text):
            counts.setdefault(mark.sign, Counter())[mark.space] += 1
        for joint in joints(text):
            counts.setdefault(joint.sign, Counter())[joint.space] += 1
        apostrophes.update(_apostrophe().findall(text))
        split += len(_spaced_elision().findall(text))
        numeros.update(form for _, form in numero_signs(text))
        quotes.update("«" if french else '"' for french, _ in _quoted().findall(text))
        guillemets.update(french[0] for french, _ in _quoted().findall(text) if french)
        clock_spaces.update(_space_in_time().findall(text))
        clocks[":"] += len(_clock_with_colon().findall(text))
        clocks["glued"] += len(_glued_clock().findall(text))
        clocks["h"] += len(_clock_with_word().findall(text))
        currencies.update(set(_currency().findall(text)))
        dollars.update(found.lastgroup or "" for found in _dollars().finditer(text))
        codes.update(found["code"] for found in _dollars().finditer(text) if found["code"])
    leading = {sign: form for sign, forms in counts.items() if (form := _leader(forms)) is not None}
    return Habit(
        counts,
        leading,
        _leader(apostrophes) or "",
        _leader(numeros) or "",
        _leader(quotes) or "",
        guillemets="<<" if _leader(guillemets) == "<" else "",
        split=split >= _LEAST_SPLIT and split > _SPLIT * apostrophes.total(),
        clock_space=_leader(clock_spaces) or "",
        cell_clock=_leader(Counter(manner for text in cells for manner in manners(text))) or "",
        colon_clock=_is_of_all(clocks, ":"),
        glued_clock=_is_of_all(clocks, "glued"),
        currencies=frozenset(sign for sign, count in currencies.items() if count >= _LEAST_EVIDENCE)
        | (codes if dollars["code"] + dollars["noun"] > 1 and not dollars["name"] else frozenset()),
    )


def _form(character: str) -> Space:
    """Returns the form of a white-space character, "" for none; breaking spaces of any width are plain."""
    return {"": Space.NONE, "\u00a0": Space.NBSP, "\u202f": Space.NARROW}.get(character, Space.PLAIN)


def _is_of_all(clocks: Counter[str], form: str) -> bool:
    """Tells whether times of day are written so throughout; a duration looks like a time: "24 heures au plus tard"."""
    if clocks[form] == clocks.total() > 1:
        return True
    return clocks[form] >= _LEAST_EVIDENCE and clocks[form] >= _THROUGHOUT * clocks.total()


def _leader(forms: Counter[_Form]) -> _Form | None:
    """Returns the form that leads clearly, if there is evidence enough."""
    if not forms or forms.total() < _LEAST_EVIDENCE:
        return None
    form, count = forms.most_common(1)[0]
    return form if count >= _MAJORITY * forms.total() else None


TYPOGRAPHY = Typography(
    signs=SIGNS,
    apostrophes=("'", "’"),
    marks=marks,
    habit=habit,
    label_opens=False,
    quotes=("«", "»"),
    clock=written_as,
    joints=joints,
)
