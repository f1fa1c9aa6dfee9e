"""Has an official name that the source gives in full its own words, in their order?

Names are those of the term base. One that the translation lacks is looked for by its words of content: the same words
in another order, all but one with another word in its place, to which nothing else in the source answers, or without
some between the first and the last. One that it has is compared in its small words and its capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from tmtool import languages
from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.phrases import Phrase, Searched, is_parted, phrase
from tmtool.checks.evidence.register import is_law
from tmtool.checks.evidence.term.advice import best_term
from tmtool.languages import language_of
from tmtool.languages.stems import content
from tmtool.model import Concept, Level, Occurrence, Term
from tmtool.model.wording import say

_NAME = "proper"
_BODIES = "bodies"
_NOMINAL = frozenset({"N", "A"})
_NEXT = 3
"""Characters at most between a name in full and the same in short: a comma, a bracket."""
_SMALL = re.compile(r"[^\W\d_]+'?")
_FEWEST = 3
"""Words of content of a name that is known again by them."""
_LONG = 7
"""Of a name of so many, two words may be others or left out."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the name of a body, a treaty or a day is nearly the official one."""
    assert draft.target is not None and draft.language_pair is not None
    text = Searched(phrase(pair.target, draft.target.tag))
    longer = language_of(draft.source_language).pattern("longer-name")
    told = set()
    for mention in pair.source_terms:
        if not _is_whole_name(mention, draft.language_pair.source) or mention.concept.id in told:
            continue
        if _is_of_another(mention, draft):
            continue
        if longer.match(pair.source or "", mention.span.end):
            continue
        told.add(mention.concept.id)
        names = [
            phrase(term.text, draft.target.tag)
            for term in mention.concept.in_language(draft.target.tag)
            if term.status.accepted and not term.text.isupper()
        ]
        if _is_doubled(mention, pair):
            names = [name for name in names if len(name.words) >= _FEWEST]
        small = _is_written_small(mention, pair)
        is_body = mention.concept.domain == _BODIES
        near = _written_otherwise(names, text, draft.target.tag, small=small, is_body=is_body) or _nearly(
            names, text, mention, pair, draft
        )
        best = best_term(mention.concept, draft)
        if near is not None and best is not None and not _is_common(near, mention, pair):
            yield Flag(
                say(
                    "“{here}” is not the name of “{name}”, “{right}”.",
                    here=near.written,
                    name=mention.span.of(pair.source or ""),
                    right=best.text,
                ),
                target_span=near.span,
                source_span=mention.span,
                level=_level(near, names, draft),
            )


def _level(place: Phrase, names: Sequence[Phrase], draft: Draft) -> Level | None:
    """Returns the level of a place that is nearly a name; outside an agenda another small word is only noted: la
    Mission en Iraq for la Mission pour l’Iraq."""
    if _has_only_other_capitals(place, names):
        is_turned = draft.language_pair is not None and draft.language_pair.is_turned
        return Level.HINT if is_turned or is_law(draft) else None
    if not draft.is_close and any(_has_only_other_joints(place, name) for name in names):
        return Level.INFO
    return None


def _has_only_other_joints(place: Phrase, name: Phrase) -> bool:
    """Tells whether a place has the words of a name as they are written there."""
    return place.surfaces == name.surfaces


def _has_only_other_capitals(place: Phrase, names: Sequence[Phrase]) -> bool:
    """Tells whether a place has a name but for its capitals, which treaties and laws set in a way of their own: le
    Fonds Monétaire International."""
    return place.written.lower() in {name.written.lower() for name in names}


def _is_common(place: Phrase, mention: Occurrence, pair: Pair) -> bool:
    """Tells whether the words of a name are no name on either side, and have no capital: a new urban agenda, pour un
    nouveau programme pour les villes."""
    written = mention.span.of(pair.source or "")
    return written == written.lower() and place.written == place.written.lower()


def _is_written_small(mention: Occurrence, pair: Pair) -> bool:
    """Tells whether the source has a small letter where the name has a capital there, too, and so may mean another
    thing: the terms of reference of a review mechanism."""
    written = mention.span.of(pair.source or "")
    return any(
        here.islower() and official.isupper() for here, official in zip(written, mention.term.text, strict=False)
    )


def _written_otherwise(
    names: Sequence[Phrase], text: Searched, language: str, *, small: bool, is_body: bool
) -> Phrase | None:
    """Returns the first place that has the words of a name in their order, with another preposition between them or
    another capital, unless the source has it `small`; a body's name begins with one, too (la convention may be
    one); None where a place has one of the names as it is."""
    first = None
    for name in names:
        for place in text.forms_of(name):
            if is_parted(place) is not is_parted(name):
                continue
            other_letters = not small and (_has_other_capitals(place, name) or (is_body and _begins_small(place, name)))
            if (
                not other_letters
                and not _lacks_an_article(place, name, language)
                and _are_joined_alike(place, name, language)
            ):
                return None
            first = first or place
    return first


def _has_other_capitals(place: Phrase, name: Phrase) -> bool:
    """Tells whether a word after the first has a small letter where the name has a capital, or the other way round in a
    place that is not all in capitals: Justice Pénale."""
    pairs = list(zip(place.surfaces[1:], name.surfaces[1:], strict=True))
    lowered = any(here[0].islower() and official[0].isupper() for here, official in pairs)
    return lowered or any(here.istitle() and official[0].islower() for here, official in pairs)


def _begins_small(place: Phrase, name: Phrase) -> bool:
    """Tells whether a place has a name as it is but for the capital of its first word."""
    return place.written != name.written and place.written[:1].upper() + place.written[1:] == name.written


def _lacks_an_article(place: Phrase, name: Phrase, language: str) -> bool:
    """Tells whether de or à comes between words where the name has du, des, au or aux: Commission de stupéfiants."""
    lost = language_of(language).pattern("article-lost")
    gaps = zip(_gaps(place), _gaps(name), strict=True)
    return any(lost.fullmatch(f"{here.strip()} {official.strip()}") for here, official in gaps)


def _are_joined_alike(place: Phrase, name: Phrase, language: str) -> bool:
    """Tells whether the same prepositions are between the words of two phrases, but where there is a year: de 2006."""
    return all(
        any(char.isdigit() for char in here + official) or _joints(here, language) == _joints(official, language)
        for here, official in zip(_gaps(place), _gaps(name), strict=True)
    )


def _gaps(place: Phrase) -> list[str]:
    """Returns what is between the words of a phrase."""
    return [place.text[one.span.end : other.span.start] for one, other in pairwise(place.words)]


def _joints(gap: str, language: str) -> list[str]:
    """Returns the prepositions in what is between two words, du as de, aux as à; after et any may be repeated."""
    kinds = _kinds(language)
    joints = [kinds[word] for word in _SMALL.findall(gap.lower().replace("’", "'")) if word in kinds]
    return [""] if "" in joints else joints


@cache
def _kinds(language: str) -> Mapping[str, str]:
    """Returns the prepositions of a language, each with the first of its family, and its coordinators with ""."""
    known = languages.get(language).small_words
    families = [sorted(family) for family in known.families if family.isdisjoint(known.articles)]
    alone = known.joints - known.articles
    kinds = {word: next((family[0] for family in families if word in family), word) for word in alone}
    return {**kinds, **{words[0]: "" for words in known.coordinators}}


def _nearly(names: Sequence[Phrase], text: Searched, mention: Occurrence, pair: Pair, draft: Draft) -> Phrase | None:
    """Returns the first place that has nearly the words of a name, unless the text has one of them elsewhere."""
    known = [place for name in names for place in text.forms_of(name)]
    for name in names:
        if any(True for _ in text.forms_of(name)):
            continue
        near = _cut_short(name, text) if known else _near(name, text, mention, pair, draft)
        if near is not None and all(_is_within(place, near) for place in known):
            return near
    return None


def _is_within(place: Phrase, near: Phrase) -> bool:
    """Tells whether a place where a text has the name in short is part of a place that is nearly the name in full."""
    return near.span.start <= place.span.start and place.span.end < near.span.end


def _is_whole_name(mention: Occurrence, language: str) -> bool:
    return mention.term.part_of_speech == _NAME and len(content(mention.term.text, language)) >= _FEWEST


def _is_of_another(mention: Occurrence, draft: Draft) -> bool:
    """Tells whether a document has only the beginning of a name, with which that of another body may begin as well:
    the Conference of the States Parties, of which convention is not said."""
    longer = [
        term.text
        for term in mention.concept.in_language(draft.source_language)
        if term.text.startswith(f"{mention.term.text} ")
    ]
    return (
        draft.is_document
        and bool(longer)
        and not any(
            one.term.text in longer
            for pair in draft.pairs
            for one in pair.source_terms
            if one.concept.id == mention.concept.id
        )
    )


def _is_doubled(mention: Occurrence, pair: Pair) -> bool:
    """Tells whether the source has the name in full and in short, so that the translation has two, too: the Special
    Political and Decolonization Committee (Fourth Committee)."""
    return any(
        other.concept.id == mention.concept.id and 0 <= other.span.start - mention.span.end <= _NEXT
        for other in pair.source_terms
    )


def _near(name: Phrase, text: Searched, mention: Occurrence, pair: Pair, draft: Draft) -> Phrase | None:
    """Returns the stretch of a text that has the words of a name in another order, or all but a few of them, be that
    others, or some left out within the name."""
    wanted = [word.stem for word in name.words]
    if len(wanted) < _FEWEST:
        return None
    others = 1 if len(wanted) < _LONG else 2
    for place in text.stretches(name, len(wanted), len(wanted) - others):
        if not _may_be(place, name):
            continue
        stems = [word.stem for word in place.words]
        unlike = [at for at, stem in enumerate(stems) if stem != wanted[at]]
        if sorted(stems) == sorted(wanted) or (
            len(unlike) <= others
            and (unlike[0] or len(wanted) > _FEWEST)
            and all(_stands_for(place, at, mention, pair, draft) for at in unlike)
        ):
            return place
    return _cut_short(name, text)


def _cut_short(name: Phrase, text: Searched) -> Phrase | None:
    """Returns the stretch of a text that has the words of a name in their order but for one between the first and the
    last, or two in a row of a long name, if these are no name."""
    wanted = [word.stem for word in name.words]
    for fewer in range(1, 1 if len(wanted) <= _FEWEST else 2 if len(wanted) < _LONG else 3):
        size = len(wanted) - fewer
        shortened = [
            [*wanted[:at], *wanted[at + fewer :]] for at in range(1, size) if fewer == 1 or name.surfaces[at].islower()
        ]
        for place in text.stretches(name, size, size):
            if _may_be(place, name) and [word.stem for word in place.words] in shortened:
                return place
    return None


def _may_be(place: Phrase, name: Phrase) -> bool:
    """Tells whether a stretch begins with a capital and has no mark inside, unless the name has one."""
    return place.text[place.span.start].isupper() and (not is_parted(place) or is_parted(name))


def _stands_for(place: Phrase, at: int, mention: Occurrence, pair: Pair, draft: Draft) -> bool:
    """Tells whether nothing in the source outside the name answers to the word of a stretch that the name has not."""
    assert draft.language_pair is not None and draft.language_pair.links is not None
    links, own = draft.language_pair.links, draft.language_pair.target
    word = place.words[at].span.of(place.text).lower()
    if draft.target is None or not any(entry.category in _NOMINAL for entry in draft.target.lexicon(word)):
        return False
    source = content(pair.source or "", draft.language_pair.source)
    return all(one.span.overlaps(mention.span) for one in links.counterparts(place.words[at], source, own))


_FACILITY = Concept(
    "gef",
    (
        Term("Global Environment Facility", "en", part_of_speech=_NAME),
        Term("Fonds pour l’environnement mondial", "fr", part_of_speech=_NAME),
        Term("FEM", "fr", part_of_speech=_NAME),
    ),
)

CHECK = SegmentCheck(
    name="names-official",
    level=Level.WARNING,
    its_type="terminology",
    requires=Needs(source=True, pair="word_links.tsv", terms=Sides.BOTH),
    yields_to=("term-deprecated", "term-contrast", "term-form", "names-body", "names-person", "document-name"),
    summary="The name of a body, a treaty or a day is nearly the official one.",
    reason=(
        "An official name is not translated anew. A stretch that begins with a capital and has the words of the name "
        "in another order, or all of them but one or two, is reported where the source gives the name in full and the "
        "translation has none of its accepted forms but an abbreviation. So is one with all of them, but with another "
        "preposition between them, a small letter for a capital or a capital for a small letter."
    ),
    examples=(
        Example(
            source="The Global Environment Facility (GEF) reports.",
            target="Le Fonds mondial pour l’environnement (FEM) fait rapport.",
            flagged=("Fonds mondial pour l’environnement",),
            concepts=(_FACILITY,),
        ),
        Example(
            source="The Global Environment Facility (GEF) reports.",
            target="Le Fonds pour l’environnement mondial (FEM) fait rapport.",
            concepts=(_FACILITY,),
        ),
        Example(
            source="The Global Environment Facility reports.",
            target="Le Fonds fait rapport à l’Assemblée mondiale pour l’environnement.",
            concepts=(_FACILITY,),
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
