"""Has a person another name than in the source? (docs/un-french.md, section 8.)

A name is told by a title before it, or by its capital and by being no word of either language. One that the translation
has and the source lacks, and one that the source has and the translation lacks, in the same place, make an exchange.
Names spelt nearly alike are the same name: Safouhan, Sfouhoun. After a title or a first name that both texts have, one
slip of the hand is told from another transcription. Looked at are also initials and the State in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.checks.evidence.names.full_names import misspelt_in_full, titles_before
from tmtool.checks.evidence.names.persons import other_initials, other_state
from tmtool.checks.evidence.names.transcription import is_misspelt, is_transcribed
from tmtool.checks.evidence.term.said_by_term import leaving_terms
from tmtool.checks.evidence.words.linked import linked
from tmtool.checks.evidence.words.sides import Side, in_place_of
from tmtool.languages.language import Language
from tmtool.languages.letters import fold
from tmtool.languages.pairs.concepts import named_in
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import Word
from tmtool.model import Level, Span

_ALIKE, _NEARLY = 0.5, 0.7
"""Likeness from which two spellings may be one name, and from which one of them may be a word of the language, too."""
_LEAST, _LEAST_TITLED = 4, 3
"""Letters of a name that tells something, and of one after a title."""
_SPACES = (" ", "\u00a0", "\u202f")
_MOST = 64
"""Strange names of a text that are looked at."""
_MOST_CAPITALS = 200
"""Words with a capital of a text next to which a name is looked for in the whole of the other text."""
_CITIES = "cities.tsv"
_CAPITAL_BEFORE_SPACE = re.compile(r"(?<!\w)[^\W\d_a-z][^\W\d_]+(?= )")
_TITLE = 60
"""Characters in which a title is looked for."""


@cache
def _titled(language: str) -> re.Pattern[str]:
    """Returns the pattern of a title that surely comes before a name, and of up to two words of that name."""
    return re.compile(
        rf"(?:{titles_before(language)})[ \u00a0\u202f](?:[^\W\d_][\w’'.-]*[ \u00a0\u202f]){{0,2}}(?:[^\W\d_]+[-’'])?$"
    )


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a person or a place has another name than in the source, or a person the
    initials or the State of another."""
    yield from other_initials(pair, draft)
    yield from other_state(pair, draft)
    in_full = list(misspelt_in_full(pair, draft))
    yield from in_full
    if in_full:
        return
    found = linked(pair, draft)
    if found is None:
        return
    assert draft.target is not None
    of_source, of_target = found.sides
    gained, lost = _strange_names(of_target, draft.target), _strange_names(of_source, draft.target)
    here = sorted({*gained, *_with_first_names(of_target, of_source, draft.target)})
    there = sorted({*lost, *_with_first_names(of_source, of_target, draft.target)})
    there, here = there[:_MOST], here[:_MOST]
    misspelt = _misspelt(of_source, of_target, there, here, draft.language_pair) if there and here else None
    if misspelt is not None:
        yield misspelt
        return
    if not gained or not lost:
        return
    names_there, names_here = _names(of_source, draft.target), _names(of_target, draft.target)
    gained = [one for one in gained[:_MOST] if not _has_like(_name(of_target, one), names_there)]
    lost = [one for one in lost[:_MOST] if not _has_like(_name(of_source, one), names_here)]
    for one in gained:
        other = next((place for place in lost if in_place_of(of_source, place, one, len(of_target.words))), None)
        if other is not None:
            span, source_span = of_target.words[one].span, of_source.words[other].span
            if _are_one_city(span, of_target, source_span, of_source, draft.language_pair):
                return
            yield exchanged(span, of_target.text, source_span, of_source.text)
            return


def _are_one_city(here: Span, of_target: Side, there: Span, of_source: Side, known: LanguagePair | None) -> bool:
    """Tells whether two names are those of one place: Ypres for Ieper."""
    if known is None or not known.has(_CITIES):
        return False
    return any(
        name.overlaps(there)
        and any(other.overlaps(here) for other in city.cues[known.target].all_names(of_target.text))
        for group in named_in(known, _CITIES, known.source, of_source.text).values()
        for city in group
        for name in city.cues[known.source].all_names(of_source.text)
    )


def _misspelt(
    of_source: Side, of_target: Side, lost: Sequence[int], gained: Sequence[int], known: LanguagePair | None
) -> Flag | None:
    """Returns the flag for a name after a title or a first name that is nowhere in the source, where it is one slip
    from one that is nowhere here, or the only one and nearly the only one there; and no other transcription of it."""
    if known is None:
        return None
    sides = (of_source, lost, of_target), (of_target, gained, of_source)
    there, here = (
        [one for one in some if _is_named(side, one, other) and not _is_in(_name(side, one), other)]
        for side, some, other in sides
    )
    for one in here:
        slips = [other for other in there if is_misspelt(_written(of_target, one), _written(of_source, other), known)]
        only = slips or (there if len(there) == len(here) == 1 else [])
        if len(only) != 1:
            continue
        written, right = _written(of_target, one), _written(of_source, only[0])
        if not slips and (
            is_transcribed(written, right, known) or SequenceMatcher(None, fold(written), fold(right)).ratio() < _ALIKE
        ):
            continue
        level = Level.WARNING if slips else Level.INFO
        span, source_span = of_target.words[one].span, of_source.words[only[0]].span
        return exchanged(span, of_target.text, source_span, of_source.text, level)
    return None


def _written(side: Side, index: int) -> str:
    return side.words[index].span.of(side.text)


def _is_in(name: str, side: Side) -> bool:
    """Tells whether a text has a name as a whole word: no Célestin is in Célestine."""
    text = _folded(side.text)
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


@lru_cache(maxsize=4)  # a text with thousands of names is asked for each of them
def _folded(text: str) -> str:
    return fold(text)


def _is_named(side: Side, index: int, other: Side) -> bool:
    """Tells whether a title is before a name, or a first name that both texts have, or a last name after it."""
    return _is_titled(side, index) or _has_first_name(side, index, other) or _has_last_name(side, index, other)


def _with_first_names(side: Side, other: Side, lexicon: Language) -> list[int]:
    """Returns the names after a first name that both texts have, or before such a last name, if they are no words:
    these may be linked, for they look alike."""
    capitals = (
        index
        for index, word in enumerate(side.words)
        if side.text[word.span.start].isupper()
        and len(word.span.of(side.text)) >= _LEAST
        and not _is_abbreviation(word.span.of(side.text))
    )
    return [
        index
        for index in islice(capitals, _MOST_CAPITALS)
        if _is_part_of_a_name(side.words[index], index, side, other, lexicon)
    ]


def _is_part_of_a_name(word: Word, index: int, side: Side, other: Side, lexicon: Language) -> bool:
    """Tells whether a word is next to a name that both texts have, and no word of the language unless after a title,
    as Rose is."""
    has_last = _has_last_name(side, index, other)
    if has_last and _is_titled(side, index):
        return True
    if not has_last and not _has_first_name(side, index, other):
        return False
    text = word.span.of(side.text)
    return not lexicon.knows(text) and not _is_ordinary(word, text, side, lexicon)


def _has_first_name(side: Side, index: int, other: Side) -> bool:
    """Tells whether a word with a capital comes right before a name, and before one in the other text: Ingrid."""
    first = side.words[index - 1].span if index else None
    if first is None or side.text[first.end : side.words[index].span.start] not in _SPACES:
        return False
    name = first.of(side.text)
    if len(name) < _LEAST or not name[0].isupper() or _is_abbreviation(name) or f"{name} " not in other.text:
        return False
    return re.search(rf"\b{re.escape(name)} [^\W\d_a-z]", other.text) is not None


def _has_last_name(side: Side, index: int, other: Side) -> bool:
    """Tells whether a word with a capital comes right after a name, and after one in the other text: Abreu."""
    last = side.words[index + 1].span if index + 1 < len(side.words) else None
    if last is None or side.text[side.words[index].span.end : last.start] not in _SPACES:
        return False
    name = last.of(side.text)
    if len(name) < _LEAST or not name[0].isupper() or _is_abbreviation(name) or f" {name}" not in other.text:
        return False
    places = (one.start() for one in re.finditer(rf" {re.escape(name)}(?!\w)", other.text))
    return not _ends_of_capitals(other.text).isdisjoint(places)


@lru_cache(maxsize=32)  # asked for each name of a text
def _ends_of_capitals(text: str) -> frozenset[int]:
    """Returns where words with a capital end before a space."""
    return frozenset(one.end() for one in _CAPITAL_BEFORE_SPACE.finditer(text))


def _is_titled(side: Side, index: int) -> bool:
    start = side.words[index].span.start
    return _titled(side.language).search(side.text, max(0, start - _TITLE), start) is not None


def _strange_names(side: Side, lexicon: Language) -> list[int]:
    """Returns the words with a capital after a title, and those inside a sentence that no table knows and that have no
    counterpart."""
    found = []
    for index, word in enumerate(side.words):
        text = word.span.of(side.text)
        if not text[0].isupper() or _is_abbreviation(text) or len(text) < _LEAST_TITLED:
            continue
        if not _titled(side.language).search(side.text, max(0, word.span.start - _TITLE), word.span.start):
            known = _is_ordinary(word, text, side, lexicon) or lexicon.knows(text)
            if index == 0 or known or len(text) < _LEAST or not side.strictly_alone[index]:
                continue
        found.append(index)
    return found


def _is_abbreviation(word: str) -> bool:
    """Tells whether at least half of the letters are capitals: ZLECAf, CdP."""
    return 2 * sum(letter.isupper() for letter in word) >= len(word)


def _name(side: Side, index: int) -> str:
    return fold(side.words[index].span.of(side.text))


def _names(side: Side, lexicon: Language) -> Mapping[str, bool]:
    """Returns the words with a capital, each once, and whether a table knows them all as words of the language."""
    found: dict[str, bool] = {}
    for index, word in enumerate(side.words):
        text = word.span.of(side.text)
        if text[0].isupper():
            name = _name(side, index)
            found[name] = found.get(name, True) and _is_ordinary(word, text, side, lexicon)
    return found


def _has_like(name: str, names: Mapping[str, bool]) -> bool:
    """Tells whether a word with a capital is this name, or one that no table knows may be it in another spelling."""
    if name in names:
        return True
    for other, is_ordinary in names.items():
        begins_alike = name[:3] == other[:3]
        if begins_alike and not is_ordinary:
            return True
        least = _NEARLY if is_ordinary else _ALIKE
        shorter, longer = sorted((len(name), len(other)))
        if 2 * shorter >= least * (shorter + longer) and SequenceMatcher(None, name, other).ratio() >= least:
            return True
    return False


def _is_ordinary(word: Word, text: str, side: Side, lexicon: Language) -> bool:
    """Tells whether this is a word of the language that is no name: Budget, Committee."""
    return side.table.is_known(word, side.language) or lexicon.knows(text.lower())


CHECK = SegmentCheck(
    name="names-person",
    level=Level.WARNING,
    its_type="inconsistent-entities",
    requires=Needs(source=True, pair="word_links.tsv.xz", lexicon=True),
    yields_to=("names-body", "names-country", "names-city", "completeness-omission", "language-other-segment"),
    summary="A person or a place has another name than in the source.",
    reason=(
        "A name left over from the segment that the memory offered. Names are written much alike in both languages, "
        "so one that resembles nothing on the other side, in the place of one that resembles nothing here, is an error."
    ),
    examples=(
        Example(
            source="The meeting was opened by Ms. Okoye.",
            target="La réunion a été ouverte par Mme Andersen.",
            flagged=("Andersen",),
        ),
        Example(source="in the village of Safouhan", target="dans le village de Sfouhoun"),
        Example(source="under the AfCFTA agreement", target="au titre de l’accord ZLECAf"),
        Example(source="The delegation of Kyiv", target="La délégation de Kiev"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=leaving_terms(look),
)
