"""Has a notion that the source names in the same words throughout one term throughout the translation?

A term is two or three words of content in a row, without a conjunction between them. What the translation has for it
is the phrase that all of its segments but one have, or a title that is nothing but the term, and that answers to it; in
the one left a phrase that differs from it in one word, a noun for a noun or an adjective for an adjective, is another
term.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.answering import Answering
from tmtool.checks.evidence.document.phrases import Phrase, phrase
from tmtool.checks.evidence.document.rivals import rivals
from tmtool.languages.language import Language
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import Word, content
from tmtool.model import BlockKind, Concept, Level, Term, TermStatus
from tmtool.model.wording import say

_SIZES = (3, 2)
_STOP = re.compile(r"[.,;:!?()\[\]«»“”\"\t/]|\s[-–—]\s")
_SYMBOL = re.compile(r"/\S{0,20}\d")
"""What follows the first word of a symbol, which is no word of a term: document GOV/2027/29."""
_JOINT = 8
"""Characters at most between two words of a term: " of the "."""
_TWO, _FEWEST, _SURE = 2, 3, 4
"""Segments with the term from which one that lacks a word of it is reported, from which one that has another word is,
and from which that is a warning."""
_MOST = 40
"""A term of more segments is the subject of the document, which may be said in many ways."""
_LONGEST = 400
"""Words of content of the longest text that is looked at."""

_BEFORE = re.compile(r"(?<![\w’'])([^\W\d_]+[’']?)\s?$")
"""The small word right before another."""

_ROOT = 4
"""Letters that forms of one word share at their beginning."""
_KINDS = frozenset({"N", "A"})

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A `_Place` is a pair with a term in its source; `is_title` tells whether this has no other word of content."""

    pair: Pair
    words: tuple[Word, ...]
    is_title: bool


@dataclass(frozen=True, slots=True)
class _Text:
    """A `_Text` is a translation with its stretches by their number of words, which many terms ask for."""

    whole: Phrase
    known: dict[int, dict[Stems, Phrase]]

    def windows(self, size: int) -> dict[Stems, Phrase]:
        """Returns the stretches of about as many words, by their stems, no mark inside."""
        if size not in self.known:
            self.known[size] = _windows(self.whole, size)
        return self.known[size]


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where a term of the source has another rendering than everywhere else."""
    known = draft.language_pair
    if known is None or known.links is None or draft.source is None or draft.target is None:
        return
    told: set[tuple[int, int]] = set()
    texts: dict[int, _Text] = {}
    for places in _terms(draft, draft.source):
        for one in places:
            if id(one.pair) not in texts:
                texts[id(one.pair)] = _Text(phrase(one.pair.target, draft.target.tag), {})
        of_places = [texts[id(one.pair)] for one in places]
        found = _shortened(of_places, places, known)
        if found is None and (len(places) >= _FEWEST or places[0].is_title != places[1].is_title):
            found = _odd(of_places, places, draft.target, known)
        if found is None:
            continue
        odd, here, there = found
        if _is_preferred(here, odd.pair):
            continue
        if (odd.pair.number, here.span.start) not in told:
            told.add((odd.pair.number, here.span.start))
            yield (
                odd.pair,
                Flag(
                    say(
                        "“{here}” here, but “{there}” elsewhere for “{name}”.",
                        here=here.written,
                        there=there.written,
                        name=(odd.pair.source or "")[odd.words[0].span.start : odd.words[-1].span.end],
                    ),
                    target_span=here.span,
                    level=None if len(places) >= _SURE else Level.INFO,
                ),
            )
    for rival in rivals(draft.pairs, known):
        if (rival.pair.number, rival.span.start) not in told:
            here_is = rival.span.of(rival.pair.target)
            yield (
                rival.pair,
                Flag(
                    say(
                        "“{here}” here, but “{there}” elsewhere for “{name}”.",
                        here=here_is,
                        there=rival.there,
                        name=rival.name,
                    ),
                    target_span=rival.span,
                    level=None if rival.many >= _FEWEST else Level.INFO,
                ),
            )


def _is_preferred(here: Phrase, pair: Pair) -> bool:
    """Tells whether the term base prefers what a place has for a concept that its source names: the other places have
    another name of it."""
    named = {one.concept.id for one in pair.source_terms}
    return any(
        one.span.overlaps(here.span) and one.term.status is TermStatus.PREFERRED and one.concept.id in named
        for one in pair.target_terms
    )


def _terms(draft: Draft, language: Language) -> Iterator[list[_Place]]:
    """Yields the places of each term that enough segments have, the longest terms first."""
    joints = language.small_words.coordinating
    joining = re.compile(rf"\b(?:{joints})\b", re.IGNORECASE)
    groups: dict[int, defaultdict[Stems, list[_Place]]] = {size: defaultdict(list) for size in _SIZES}
    for pair in draft.pairs:
        if not pair.source or not pair.target.strip() or pair.kind is BlockKind.METADATA:
            continue
        words = content(pair.source, language.tag)
        of_symbol = [bool(_SYMBOL.match(pair.source, word.span.end)) for word in words]
        parted = [_is_parted(pair.source[one.span.end : other.span.start], joining) for one, other in pairwise(words)]
        if len(words) > _LONGEST:
            continue
        for size in _SIZES:
            seen = set()
            for start in range(len(words) - size + 1):
                term = tuple(_bare(word.span.of(pair.source)) for word in words[start : start + size])
                if (
                    term not in seen
                    and not any(parted[start : start + size - 1])
                    and not any(of_symbol[start : start + size])
                ):
                    seen.add(term)
                    is_title = len(words) == size and not any(word.span.of(pair.source).isupper() for word in words)
                    groups[size][term].append(_Place(pair, words[start : start + size], is_title))
    for size in _SIZES:
        yield from (places for places in groups[size].values() if _TWO <= len(places) <= _MOST)


def _bare(word: str) -> str:
    """Returns a word without capitals and without what a plural adds, nearly: "developing" is not "developed"."""
    return word.lower().removesuffix("s")


def _is_parted(between: str, joining: re.Pattern[str]) -> bool:
    return len(between) > _JOINT or bool(_STOP.search(between) or joining.search(between))


def _odd(
    texts: Sequence[_Text], places: Sequence[_Place], language: Language, known: LanguagePair
) -> tuple[_Place, Phrase, Phrase] | None:
    """Returns the one place that has another rendering than all others, with that and the usual one."""
    assert known.links is not None
    of_text = [text.windows(len(places[0].words)) for text in texts]
    term = Answering(places[0].words, known, known.links)
    counts = Counter(chain.from_iterable(of_text))
    # Of two places the title is the model.
    first = {} if len(places) >= _FEWEST else of_text[0 if places[0].is_title else 1]
    models = [
        stems
        for stems, count in counts.items()
        if count >= len(places) - 1 and term.are_whole(stems) and (not first or stems in first)
    ]
    if not models or any(counts[stems] == len(places) for stems in models):
        return None
    for model in sorted(models, key=len, reverse=True):  # A longer one may have a word that is none of the term.
        index = next(index for index, windows in enumerate(of_text) if model not in windows)
        there = next(windows[model] for windows in of_text if model in windows)
        here = _near(there, texts[index].whole, places[index], language, known)
        if here is not None:
            return places[index], here, there
    return None


def _shortened(
    texts: Sequence[_Text], places: Sequence[_Place], known: LanguagePair
) -> tuple[_Place, Phrase, Phrase] | None:
    """Returns the one place that has the rendering of all others but for one word after the first, to which a word of
    the term answers that has no counterpart in all of the text there: missions spéciales for special political
    missions."""
    assert known.links is not None
    lacking = [
        any(known.links.alone(one.words, text.whole.words, known.source))
        for one, text in zip(places, texts, strict=True)
    ]
    if sum(lacking) != 1:
        return None
    index = lacking.index(True)
    name, text = places[index].words, texts[index]
    alone = known.links.alone(name, text.whole.words, known.source)
    lost = [word for word, is_alone in zip(name, alone, strict=True) if is_alone]
    of_others = [one.windows(len(name)) for place, one in enumerate(texts) if place != index]
    here = text.windows(len(name))
    term = Answering(name, known, known.links)
    for stems, there in of_others[0].items():
        if not all(stems in windows for windows in of_others[1:]) or not term.are_whole(stems):
            continue
        if any(surface[0].isupper() for surface in there.surfaces):
            continue  # A name may be given in short.
        for at, word in enumerate(there.words[1:], 1):
            short = (*stems[:at], *stems[at + 1 :])
            if short in here and known.links.counterparts(word, lost, known.target) and stems not in here:
                return places[index], here[short], there
    return None


def _windows(text: Phrase, size: int) -> dict[Stems, Phrase]:
    found: dict[Stems, Phrase] = {}
    words = text.words
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + size + 1) + 1):
            if end > start + 1 and _STOP.search(text.text, words[end - 2].span.end, words[end - 1].span.start):
                break
            if end - start > 1:
                found.setdefault(tuple(word.stem for word in words[start:end]), text.part(start, end))
    return found


def _near(model: Phrase, text: Phrase, place: _Place, language: Language, known: LanguagePair) -> Phrase | None:
    """Returns the stretch of a text that is the model but for one word of the same kind, to which nothing else in the
    source answers that no other word of the text renders, and in whose place the model's own word is nowhere."""
    assert known.links is not None
    wanted = [word.stem for word in model.words]
    present = {word.stem for word in text.words}
    source = content(place.pair.source or "", known.source)
    own = {word.span for word in place.words}
    for start in range(len(text.words) - len(wanted) + 1):
        words = text.words[start : start + len(wanted)]
        unlike = [at for at, word in enumerate(words) if word.stem != wanted[at]]
        if len(unlike) != 1 or any(
            _STOP.search(text.text, one.span.end, other.span.start) for one, other in pairwise(words)
        ):
            continue
        other = words[unlike[0]]
        own_word = model.words[unlike[0]]
        if wanted[unlike[0]] in present or not _are_of_one_kind(
            _read(other, text, language), _read(own_word, model, language)
        ):
            continue
        outside = [one for one in known.links.counterparts(other, source, known.target) if one.span not in own]
        rest = (*text.words[:start], *text.words[start + len(wanted) :])
        if not outside or not any(known.links.alone(outside, rest, known.source)):
            return text.part(start, start + len(wanted))
    return None


@dataclass(frozen=True, slots=True)
class _Read:
    """A `_Read` is a word as it is written, with what it may be."""

    written: str
    categories: Set[str]


def _read(word: Word, text: Phrase, language: Language) -> _Read:
    """Returns a word with what it may be; after an article or a preposition, or first in a text, a noun is no verb:
    l’aide technique, Piles au lithium."""
    written = word.span.of(text.text).lower()
    categories = {entry.category for entry in language.lexicon(written)}
    before = _BEFORE.search(text.text, max(0, word.span.start - _JOINT), word.span.start)
    is_after = before and before[1].lower().replace("’", "'") in language.small_words.joints
    opens = before is None and text.text[word.span.start].isupper()
    if "N" in categories and (is_after or opens):
        categories.discard("V")
    return _Read(written, categories)


def _are_of_one_kind(one: _Read, other: _Read) -> bool:
    """Tells whether two words are both nouns or both adjectives, and not forms of one word: débat général, débats
    généraux."""
    if one.written[:_ROOT] == other.written[:_ROOT] or {"A", "V"} & (one.categories ^ other.categories):
        return False
    return bool(one.categories & other.categories & _KINDS)


_SYSTEM = Concept(
    "un-system",
    (
        Term("United Nations system", "en"),
        Term("système des Nations Unies", "fr"),
        Term("organismes des Nations Unies", "fr", TermStatus.ADMITTED),
    ),
)

CHECK = DocumentCheck(
    name="document-term",
    level=Level.WARNING,
    its_type="terminology",
    requires=Needs(source=True, document=True, pair="word_links.tsv"),
    yields_to=("document-title", "document-same-source", "document-name", "document-order"),
    summary="A term has another rendering at one place than everywhere else.",
    reason=(
        "A reader takes another term for another thing. Two or three words that at least three segments of the source "
        "have are compared: where all but one have the same rendering, and the one left has one that differs in a "
        "single word to which nothing else in its source answers, it is reported, and noted only where just two others "
        "agree. So is one that lacks a word of the term which another segment renders."
    ),
    examples=(
        Example(
            source="The United Nations system helps.\nHelp by the United Nations system\n"
            "Premises of the United Nations system",
            target="Les organismes des Nations Unies apportent leur aide.\nAide des organismes des Nations Unies\n"
            "Locaux du système des Nations Unies",
            concepts=(_SYSTEM,),
        ),
        Example(
            source="The United Nations system helps.\nHelp by the United Nations system\n"
            "Premises of the United Nations system",
            target="Les organismes des Nations Unies apportent leur aide.\nAide des organismes des Nations Unies\n"
            "Locaux du système des Nations Unies",
            flagged=("système des Nations Unies",),
        ),
        Example(
            source="Electronic evidence is used.\nRules on electronic evidence\nStates keep electronic evidence.",
            target="Les preuves électroniques servent.\nRègles relatives aux preuves électroniques\n"
            "Les États conservent les preuves numériques.",
            flagged=("preuves numériques",),
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
