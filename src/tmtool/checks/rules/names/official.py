"""Has an official name that the source gives in full its own words, in their order?

Names are those of the term base. One that the translation lacks is looked for by its words of content: the same words
in another order, all but one with another word in its place, to which nothing else in the source answers, or without
some between the first and the last. One that it has is compared in its small words and its capitals.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.engine.same import Same
from tmtool.checks.evidence.document.phrases import Phrase, Searched, phrase
from tmtool.checks.evidence.names.nearly_named import FEWEST, nearly_named
from tmtool.checks.evidence.names.written_otherwise import written_otherwise
from tmtool.checks.evidence.register import is_law
from tmtool.checks.evidence.term.absent import has_other_small_words
from tmtool.checks.evidence.term.advice import best_term
from tmtool.checks.evidence.term.domains import BODIES
from tmtool.languages import language_of
from tmtool.languages.stems import content
from tmtool.model import Concept, Level, Occurrence, Term
from tmtool.model.span_index import Spanned
from tmtool.model.wording import say

_MORE = 20
"""Characters more than the rest of a name among which its words are looked for."""
_OPENING = re.compile(r"\((?:\w+ )?$")
"""A bracket and at most an article before a name: (the Geneva Rules)."""
_NEXT = 3
"""Characters at most between a name in full and the same in short: a comma, a bracket."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the name of a body, a treaty or a day is nearly the official one."""
    assert draft.target is not None and draft.language_pair is not None
    text = Searched(phrase(pair.target, draft.target.tag))
    longer = language_of(draft.source_language).pattern("longer-name")
    told = set()
    names_there = Spanned((one for one in pair.source_terms if one.term.is_name), lambda one: one.span)
    accepted = _by_concept(one for one in pair.target_terms if one.term.status.accepted)
    of_concept = _by_concept(pair.source_terms)
    for mention in pair.source_terms:
        if not _is_whole_name(mention, draft.language_pair.source) or mention.concept.id in told:
            continue
        if _is_of_another(mention, draft) or _is_within_a_name(mention, names_there, accepted):
            continue
        if has_other_small_words(mention, pair.source or ""):
            continue  # requests addressed to the Advisory Committee by the Council
        if longer.match(pair.source or "", mention.span.end):
            continue
        told.add(mention.concept.id)
        names = [
            phrase(term.text, draft.target.tag)
            for term in mention.concept.in_language(draft.target.tag)
            if term.status.accepted and not term.text.isupper()
        ]
        if _is_doubled(mention, of_concept[mention.concept.id]):
            names = [name for name in names if len(name.words) >= FEWEST]
        small = _is_written_small(mention, pair)
        is_body = mention.concept.domain == BODIES
        near = (
            written_otherwise(names, text, draft.target.tag, small=small, is_body=is_body)
            or nearly_named(names, text, mention, pair, draft)
            or _goes_on_otherwise(mention, accepted.get(mention.concept.id, ()), pair, draft)
        )
        best = best_term(mention.concept, draft)
        if near is None or best is None or _is_common(near, mention, pair):
            continue
        if not _is_own_short_title(near, names, mention, pair) and not _has_its_owner_before(near, names, pair, draft):
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


def _by_concept(occurrences: Iterable[Occurrence]) -> Mapping[str, Sequence[Occurrence]]:
    """Returns occurrences by the id of their concept."""
    found: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for one in occurrences:
        found[one.concept.id].append(one)
    return dict(found)


def _goes_on_otherwise(
    mention: Occurrence, accepted: Collection[Occurrence], pair: Pair, draft: Draft
) -> Phrase | None:
    """Returns the place where a translation, in which a concept is `accepted` at these places, has its name in short
    and goes on with the small word of the name in full, but with none of its other words: Protocole de Cartagena sur la
    biosécurité; None where there is none. Whose it is may be said otherwise (Secrétaire général de l’ONU), and what is
    joined by and or or is another thing; so may be what goes on in the source as well: the Convention on …"""
    language = draft.target_language
    goes_on = language_of(draft.source_language).pattern("name-goes-on")
    if not accepted or goes_on.match(pair.source or "", mention.span.end):
        return None
    joints = language_of(language).small_words.coordinating.split("|")
    names = [term.text for term in mention.concept.accepted_in(language)]
    for one in accepted:
        for name in names:
            rest = name.removeprefix(f"{one.term.text} ")
            after = f" {rest.split()[0]} "
            if rest == name or rest.split()[0] in joints or not pair.target.startswith(after, one.span.end):
                continue
            stems = {word.stem for word in content(rest, language)}
            following = content(pair.target[one.span.end : one.span.end + len(rest) + _MORE], language)
            if not following or pair.target[one.span.end + following[0].span.start].isupper():
                continue
            if stems and stems.isdisjoint(word.stem for word in following):
                end = one.span.end + following[0].span.end
                words = phrase(pair.target, language).words
                return Phrase(pair.target, tuple(word for word in words if one.span.start <= word.span.start < end))
    return None


def _is_own_short_title(place: Phrase, names: Iterable[Phrase], mention: Occurrence, pair: Pair) -> bool:
    """Tells whether a place is all that is in brackets, has fewer words than a name and no others, and comes where the
    source has a name in brackets, too: what the document itself calls it from there on."""
    source, words = pair.source or "", {word.stem for word in place.words}
    in_brackets = pair.target[: place.span.start].endswith("(") and pair.target.startswith(")", place.span.end)
    there = source.startswith(" (", mention.span.end) or _OPENING.search(source, 0, mention.span.start)
    return bool(in_brackets and there) and any(words < {word.stem for word in name.words} for name in names)


def _has_its_owner_before(place: Phrase, names: Iterable[Phrase], pair: Pair, draft: Draft) -> bool:
    """Tells whether all that a place lacks of a name are names of whose it is, and the text has these before it: celle
    d’Unidroit, dont les Principes relatifs aux actifs."""
    before = {word.stem for word in content(pair.target[: place.span.start], draft.target_language)}
    has = {word.stem for word in place.words}
    for name in names:
        lacks = [word for word in name.words if word.stem not in has]
        if lacks and all(word.stem in before and word.span.of(name.text)[:1].isupper() for word in lacks):
            return True
    return False


def _level(place: Phrase, names: Sequence[Phrase], draft: Draft) -> Level | None:
    """Returns the level of a place that is nearly a name; outside an agenda another small word is only noted: la
    Mission en Iraq for la Mission pour l’Iraq."""
    if _has_only_other_capitals(place, names):
        return Level.HINT if draft.is_turned or is_law(draft) else None
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
    nouveau programme pour les villes; or the one alone with which a heading begins: State of world fisheries."""
    source = pair.source or ""
    written = mention.span.of(source)
    if written == written.lower() and place.written == place.written.lower():
        return True
    opens = not any(letter.islower() for letter in source[: mention.span.start])
    has_capitals = mention.term.text[1:] != mention.term.text[1:].lower()
    return (
        opens and has_capitals and written[1:] == written[1:].lower() and place.written[1:] == place.written[1:].lower()
    )


def _is_written_small(mention: Occurrence, pair: Pair) -> bool:
    """Tells whether the source has a small letter where the name has a capital there, too, and so may mean another
    thing: the terms of reference of a review mechanism."""
    written = mention.span.of(pair.source or "")
    return any(
        here.islower() and official.isupper() for here, official in zip(written, mention.term.text, strict=False)
    )


def _is_whole_name(mention: Occurrence, language: str) -> bool:
    return mention.term.is_name and len(content(mention.term.text, language)) >= FEWEST


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
        and _used(Same(draft.pairs)).get(mention.concept.id, frozenset()).isdisjoint(longer)
    )


@lru_cache(maxsize=4)
def _used(pairs: Same[Pair]) -> Mapping[str, frozenset[str]]:
    """Returns which of its terms the sources have of each concept that they name."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        for one in pair.source_terms:
            found[one.concept.id].add(one.term.text)
    return {concept_id: frozenset(terms) for concept_id, terms in found.items()}


def _is_within_a_name(mention: Occurrence, names: Spanned[Occurrence], accepted: Collection[str]) -> bool:
    """Tells whether a name is part of a longer one of the `names` that the translation has, by what is `accepted`
    there: the Evaluation and Audit Advisory Committee."""
    return any(
        one.span.holds(mention.span) and one.span != mention.span and one.concept.id in accepted
        for one in names.touching(mention.span)
    )


def _is_doubled(mention: Occurrence, others: Iterable[Occurrence]) -> bool:
    """Tells whether the source, which has others of the same concept, has its name in full and in short, so that the
    translation has two, too: the Special Political and Decolonization Committee (Fourth Committee)."""
    return any(0 <= other.span.start - mention.span.end <= _NEXT for other in others)


_FACILITY = Concept(
    "gef",
    (
        Term("Global Environment Facility", "en", part_of_speech="proper"),
        Term("Fonds pour l’environnement mondial", "fr", part_of_speech="proper"),
        Term("FEM", "fr", part_of_speech="proper"),
    ),
)

CHECK = SegmentCheck(
    name="names-official",
    level=Level.WARNING,
    its_type="terminology",
    requires=Needs(source=True, pair="word_links.tsv.xz", terms=Sides.BOTH),
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
