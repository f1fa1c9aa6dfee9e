"""Does a translation name another State than its source?

A pair of languages may have the names and adjectives of both in its ``countries.tsv``. Else each language has the names
in its ``states.tsv``, by the codes of ISO 3166-1, and an adjective, or a form that is not known, is told by how it is
spelt. Where a language inflects names or writes small words together with them, it says so by `Language.name_pattern`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance.Indel import normalized_similarity

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.meaning.exchange import exchanges
from tmtool.languages import language_of, writing
from tmtool.languages.language import Language
from tmtool.languages.pairs.concepts import LONGEST
from tmtool.model import Level, Span
from tmtool.model.span_index import SpanIndex
from tmtool.model.wording import say

TABLE = "states.tsv"
TABLE_OF_PAIR = "countries.tsv"
ADJECTIVES_TABLE = "state_adjectives.tsv"
_ALIKE = 0.8
"""How much alike a word must be that may be another spelling of a name: الدنمارك, الدانمرك."""
_NO_STATE = "-"
"""The code of names that hold that of a State: Lake Chad."""
_LISTED = 3
"""So many States make a list."""
_JOINT = 8
"""Characters at most between two States that are named together: Mali and Ecuador."""
_LEAST = 4
"""Letters of the beginning of a name by which an adjective is known."""
_ENDING = 1
"""Letters of the end of a name that an adjective may lack: Libia, libio."""
_GOES_ON = 2
"""Letters that an adjective has more at least than what it shares with the name."""


@dataclass(frozen=True, slots=True)
class _Names:
    """`_Names` are the names of States in a language: one expression for all, the code for each of its groups, and the
    beginnings that tell a word to be made of a name."""

    every: re.Pattern[str]
    codes: tuple[str, ...]
    beginnings: dict[str, tuple[str, ...]]


@cache
def _table(tag: str) -> tuple[tuple[str, str], ...]:
    """Returns the codes with the folded names, the longest first."""
    language = language_of(tag)
    table = [(code, language.fold_case(name)) for code, names in language.rows(TABLE) for name in names.split("|")]
    return tuple(sorted(table, key=lambda row: len(row[1]), reverse=True))


@cache
def _names(tag: str) -> _Names:
    language, table = language_of(tag), _table(tag)
    initials = "".join(sorted({re.escape(name[0]) for _, name in table}))
    edges = (r"(?<!\w)", r"(?!\w)") if language.spaced else ("", "")
    body = "|".join(f"({language.name_pattern(name)})" for _, name in table)
    lead = "" if language.name_prefix else f"(?=[{initials}])"
    every = re.compile(f"{edges[0]}{language.name_prefix}{lead}(?:{body}){edges[1]}")
    beginnings: dict[str, list[str]] = {}
    for code, name in table:
        shared = max((_shared(name, other) for there, other in table if there != code), default=0)
        letters = max(_LEAST if language.spaced else 2, shared + 1)
        beginnings.setdefault(code, []).append(name[:letters])
    return _Names(every, tuple(code for code, _ in table), {code: tuple(found) for code, found in beginnings.items()})


def _shared(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


@lru_cache(maxsize=512)
def _named(text: str, tag: str) -> dict[str, Span]:
    """Returns the codes of the States that a text names, with the first place in the folded text."""
    found: dict[str, Span] = {}
    names, language = _names(tag), language_of(tag)
    folded = language.fold_case(text)
    capitals = language.names_have_capitals and len(folded) == len(text)
    for match in names.every.finditer(folded):
        if capitals and text[match.start()].islower():  # того, which is not Togo
            continue
        code = names.codes[(match.lastindex or 1) - 1]
        if code != _NO_STATE:
            found.setdefault(code, Span(*match.span()))
    return found


@cache
def _adjectives(tag: str) -> dict[str, re.Pattern[str]]:
    """Returns how adjectives of States are known in a language that has a table of them."""
    pattern = language_of(tag).adjective_pattern
    return {
        code: re.compile(rf"(?<!\w){pattern(written)}") for code, written in language_of(tag).rows(ADJECTIVES_TABLE)
    }


@cache
def _any_adjective(tag: str) -> re.Pattern[str]:
    """Returns the expression of all adjectives of States."""
    language = language_of(tag)
    every = "|".join(language.adjective_pattern(written) for _, written in language.rows(ADJECTIVES_TABLE))
    return re.compile(rf"(?<!\w)(?:{every or '(?!)'})")


@cache
def _has_capitals(tag: str) -> bool:
    """Tells whether a language writes the names of States with capitals."""
    return any(name[0].isupper() for _, name in language_of(tag).rows(TABLE))


def _as_adjectives(text: str, tag: str) -> str:
    """Returns a text as adjectives are looked for in it: as it is where they have a capital, else folded."""
    return text if _has_capitals(tag) else language_of(tag).fold_case(text)


def _may_mean(code: str, text: str, tag: str) -> bool:
    """Tells whether the text has an adjective of the State, or where none is known, or the language has no capitals
    to be sure by, a word that begins as its name does or is spelt much as it is, or whether the language has no name
    of it that can be told."""
    adjective = _adjectives(tag).get(code)
    if adjective and adjective.search(_as_adjectives(text, tag)):
        return True
    if adjective and _has_capitals(tag):
        return False
    beginnings = _names(tag).beginnings.get(code)
    if beginnings is None:  # the language's name is also another word, so that the table is without it
        return True
    language = language_of(tag)
    folded = language.fold_case(text)
    return any(beginning in folded for beginning in beginnings) or _is_spelt_otherwise(code, text, tag)


def _is_spelt_otherwise(code: str, text: str, tag: str) -> bool:
    """Tells whether the text has a word that is spelt much as the name of a State is."""
    language = language_of(tag)
    known = SpanIndex(_named(text, tag).values())
    words = [language.fold_case(span.of(text)) for span in language.words(text) if not known.overlaps(span)]
    names = [name for own, name in _table(tag) if own == code and language.spaced and len(name) > _LEAST]
    return any(normalized_similarity(name, word, score_cutoff=_ALIKE) for name in names for word in words)


def _qualifying(text: str, tag: str) -> dict[str, Span]:
    """Returns the codes of the States whose adjectives a text has, with their places; an adjective that may be that of
    several tells nothing."""
    text = _as_adjectives(text, tag)
    if not _any_adjective(tag).search(text):
        return {}
    found = ((code, adjective.search(text)) for code, adjective in _adjectives(tag).items())
    places = {code: Span(*match.span()) for code, match in found if match}
    starts = Counter(span.start for span in places.values())
    return {code: span for code, span in places.items() if starts[span.start] == 1}


def _begun(text: str, tag: str) -> dict[str, Span]:
    """Returns the codes of the States as whose names, but for their ends, a word begins, with their places: libias,
    иранских. That tells something only where another State is named, in a language that has no table of adjectives; one
    that writes these with a capital has no such word in small letters: indicating is no Indian."""
    language = language_of(tag)
    folded = language.fold_case(text)
    if not _has_capitals(tag) or len(folded) != len(text):
        return {}
    large = any(adjectives[:1].isupper() for _, adjectives in language.rows("state_adjectives.tsv"))
    found: dict[str, Span] = {}
    for code, name in _table(tag):
        stem = name[: max(_LEAST, len(name) - _ENDING)]
        if code == _NO_STATE or not name.isalpha() or len(name) < _LEAST or stem not in folded:
            continue
        match = re.search(rf"(?<!\w){stem}\w{{{_GOES_ON},}}", folded)
        if match and large and not text[match.start()].isupper():
            continue
        if match and any(stem.startswith(beginning) for beginning in _names(tag).beginnings.get(code, ())):
            found.setdefault(code, Span(*match.span()))
    return found


def exchanged_states(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields each State that the translation names in the place of another, by the table of the pair, or where it has
    none, by the names of each language; these tell of a State that is lost, too, which is at no place of the
    translation."""
    if known_by_pair(draft):
        yield from exchanges(TABLE_OF_PAIR, pair, draft, counted=True)
    elif all(language is not None and language.table(TABLE) for language in (draft.source, draft.target)):
        yield from _exchanged_names(pair, draft)


def known_by_pair(draft: Draft) -> bool:
    """Tells whether the pair of languages has a table of States."""
    return draft.language_pair is not None and draft.language_pair.has(TABLE_OF_PAIR)


def _exchanged_names(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields one State that is exchanged for another, or lost, by the names of each language."""
    source, target = pair.source or "", pair.target
    if max(len(source), len(target)) > LONGEST:
        return
    there, here = language_of(draft.source_language), language_of(draft.target_language)
    of_source, of_target = _named(source, there.tag), _named(target, here.tag)
    if not writing.scripts(there.tag) & writing.scripts(here.tag):  # a title that is left as it is: Ghana Studies
        of_source = {
            code: span for code, span in of_source.items() if _shown(span, code, source, there)[1] not in target
        }
    lost = [code for code in of_source if code not in of_target and not _may_mean(code, target, here.tag)]
    gained = [code for code in of_target if code not in of_source and not _may_mean(code, source, there.tag)]
    if gained and not lost:  # Italy and its Italian agency, Indonesia y su agencia italiana
        lost = [code for code in of_source if code not in of_target and not _is_spelt_otherwise(code, target, here.tag)]
    if gained and not lost:  # the Australian Government, el Gobierno de Lituania
        of_source = _qualifying(source, there.tag) or _begun(source, there.tag)
        lost = [code for code in of_source if code not in of_target and not _may_mean(code, target, here.tag)]
    if not gained and not (_has_capitals(here.tag) and _has_capitals(there.tag)):  # a Japanese university, جامعة فرنسية
        of_target = _qualifying(target, here.tag) | of_target
        gained = [code for code in of_target if code not in of_source and not _may_mean(code, source, there.tag)]
        if gained and not lost:
            of_source = (_qualifying(source, there.tag) or _begun(source, there.tag)) | of_source
            lost = [code for code in of_source if code not in of_target and not _may_mean(code, target, here.tag)]
    if lost and not gained:
        yield from _lost_states(pair, lost, of_source, of_target, there)
    if not lost or not gained:
        return
    span, named = _shown(of_target[gained[0]], gained[0], target, here)
    place, before = _shown(of_source[lost[0]], lost[0], source, there)
    yield Flag(
        say("“{here}” here, but “{there}” in the source.", here=named, there=before),
        target_span=span,
        source_span=place,
    )


def _lost_states(
    pair: Pair, lost: list[str], of_source: dict[str, Span], of_target: dict[str, Span], there: Language
) -> Iterator[Flag]:
    """Yields a State of the source that the translation does not name: an info in a list of which it names the others,
    and next to one that it names, else a hint, since it may be meant by a pronoun, an abbreviation or what was said
    before."""
    source = pair.source or ""
    place, named = _shown(of_source[lost[0]], lost[0], source, there)
    is_listed = len(of_source) >= _LISTED and len(lost) == 1 and len(of_source.keys() & of_target.keys()) >= _LISTED - 1
    is_joined = len(lost) == 1 and any(
        0 < max(place.start, of_source[code].start) - min(place.end, of_source[code].end) <= _JOINT
        for code in of_source.keys() & of_target.keys()
    )
    yield Flag(
        say("The translation does not name “{there}”.", there=named),
        source_span=place,
        level=Level.INFO if is_listed or is_joined else Level.HINT,
    )


def _shown(span: Span, code: str, text: str, language: Language) -> tuple[Span, str]:
    """Returns the place of a name in the text, and the name; the whole text and the code where signs were folded
    away."""
    if len(language.fold_case(text)) != len(text):
        return Span(0, len(text)), code
    return span, span.of(text)
