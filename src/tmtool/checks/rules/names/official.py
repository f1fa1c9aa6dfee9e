"""Has an official name that the source gives in full its own words, in their order?

Names are those of the term base. One that the translation lacks is looked for by its words of content: the same words
in another order, or all but one with another word in its place, to which nothing else in the source answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.advice import best_term
from tmtool.checks.evidence.phrases import Phrase, has_forms_of, is_parted, phrase
from tmtool.languages.stems import content
from tmtool.model import Concept, Level, Occurrence, Term
from tmtool.model.wording import say

_NAME = "proper"
_NOMINAL = frozenset({"N", "A"})
_NEXT = 3
"""Characters at most between a name in full and the same in short: a comma, a bracket."""
_FEWEST = 3
"""Words of content of a name that is known again by them."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the name of a body, a treaty or a day is nearly the official one."""
    assert draft.target is not None and draft.language_pair is not None
    text = phrase(pair.target, draft.target.tag)
    told = set()
    for mention in pair.source_terms:
        if not _is_whole_name(mention, draft.language_pair.source) or mention.concept.id in told:
            continue
        told.add(mention.concept.id)
        names = [
            phrase(term.text, draft.target.tag)
            for term in mention.concept.in_language(draft.target.tag)
            if term.status.accepted and not term.text.isupper()
        ]
        if _is_doubled(mention, pair):
            names = [name for name in names if len(name.words) >= _FEWEST]
        if any(has_forms_of(name, text) for name in names) or not names:
            continue
        near = next((found for name in names if (found := _near(name, text, mention, pair, draft)) is not None), None)
        best = best_term(mention.concept, draft)
        if near is not None and best is not None:
            yield Flag(
                say(
                    "“{here}” is not the name of “{name}”, “{right}”.",
                    here=near.written,
                    name=mention.span.of(pair.source or ""),
                    right=best.text,
                ),
                target_span=near.span,
                source_span=mention.span,
            )


def _is_whole_name(mention: Occurrence, language: str) -> bool:
    return mention.term.part_of_speech == _NAME and len(content(mention.term.text, language)) >= _FEWEST


def _is_doubled(mention: Occurrence, pair: Pair) -> bool:
    """Tells whether the source has the name in full and in short, so that the translation has two, too: the Special
    Political and Decolonization Committee (Fourth Committee)."""
    return any(
        other.concept.id == mention.concept.id and 0 <= other.span.start - mention.span.end <= _NEXT
        for other in pair.source_terms
    )


def _near(name: Phrase, text: Phrase, mention: Occurrence, pair: Pair, draft: Draft) -> Phrase | None:
    """Returns the stretch of a text that has the words of a name in another order, or all but one of them, be that
    another one or left out within the name."""
    wanted = [word.stem for word in name.words]
    if len(wanted) < _FEWEST:
        return None
    for start in range(len(text.words) - len(wanted) + 1):
        place = text.part(start, start + len(wanted))
        stems = [word.stem for word in place.words]
        if not text.text[place.span.start].isupper() or is_parted(place):
            continue
        unlike = [at for at, stem in enumerate(stems) if stem != wanted[at]]
        if sorted(stems) == sorted(wanted) or (
            len(unlike) == 1 and unlike[0] and _stands_for(place, unlike[0], mention, pair, draft)
        ):
            return place
    return _cut_short(wanted, text) if len(wanted) > _FEWEST else None


def _cut_short(wanted: Sequence[str], text: Phrase) -> Phrase | None:
    """Returns the stretch of a text that has the words of a name in their order but for one between the first and the
    last."""
    without_one = [[*wanted[:at], *wanted[at + 1 :]] for at in range(1, len(wanted) - 1)]
    for start in range(len(text.words) - len(wanted) + 2):
        place = text.part(start, start + len(wanted) - 1)
        opens = text.text[place.span.start].isupper() and not is_parted(place)
        if opens and [word.stem for word in place.words] in without_one:
            return place
    return None


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
_FOURTH = Concept(
    "fourth-committee",
    (
        Term("Fourth Committee", "en", part_of_speech=_NAME),
        Term("Special Political and Decolonization Committee", "en", part_of_speech=_NAME),
        Term("Quatrième Commission", "fr", part_of_speech=_NAME),
        Term("Commission des questions politiques spéciales et de la décolonisation", "fr", part_of_speech=_NAME),
    ),
)

CHECK = SegmentCheck(
    name="names-official",
    level=Level.WARNING,
    its_type="terminology",
    requires=Needs(source=True, pair="word_links.tsv", terms=Sides.BOTH),
    yields_to=("term-deprecated", "term-contrast", "names-body", "names-person", "document-name"),
    summary="The name of a body, a treaty or a day is nearly the official one.",
    reason=(
        "An official name is not translated anew. A stretch that begins with a capital and has the words of the name "
        "in another order, or all of them but one, is reported where the source gives the name in full and the "
        "translation has none of its accepted forms but an abbreviation."
    ),
    examples=(
        Example(
            source="It was adopted by the Special Political and Decolonization Committee (Fourth Committee).",
            target="Elle a été adoptée sur le rapport de la Commission des politiques spéciales et de la "
            "décolonisation (Quatrième Commission).",
            flagged=("Commission des politiques spéciales et de la décolonisation",),
            concepts=(_FOURTH,),
        ),
        Example(
            source="the report of the Fourth Committee",
            target="le rapport de la Quatrième Commission",
            concepts=(_FOURTH,),
        ),
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
    look=look,
)
