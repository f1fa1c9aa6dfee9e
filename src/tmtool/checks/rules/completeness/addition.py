"""Is there a part of the translation to which nothing in the source answers?

See docs/un-french.md, section 15: completeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.joined_members import doublets
from tmtool.checks.evidence.completeness.left_out import added, shown
from tmtool.checks.evidence.completeness.moved import (
    is_moved,
    is_named_again,
    is_said_by_the_rest,
)
from tmtool.checks.evidence.completeness.said import said_by_source, said_freely
from tmtool.checks.evidence.witnesses.unanswered_odds import GRADES, are_unanswered, unanswered_odds
from tmtool.documents.labels import take_label
from tmtool.languages import language_of
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import content
from tmtool.model import Level, Placeable, Span
from tmtool.model.span_index import SpanIndex
from tmtool.model.wording import say

_LEVELS = ((4.0, Level.WARNING), (2.8, Level.INFO), (1.2, Level.HINT))
"""Odds from which a stretch is taken for added, with the level of that; set on published pairs, see docs/checks.md."""
_LEVELS_CLOSE = ((4.0, Level.WARNING), (3.2, Level.INFO), (0.3, Level.HINT))
"""The same in an agenda; set on 139 right agendas and 69 drafts."""
_ALONE = 1.2
"""Odds up to which an agenda is asked for more: what the trees of ``unrendered.tsv`` say of the same words."""
_OFTEN = 2
"""How many segments have the short name of what a document is about."""
_NAME_OPENS = re.compile(r"\b([^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)*)(?: [^\W\d_]{1,3}){0,2}[ ’']$")
"""A word with a capital, and the small words that may join the rest of a name to it."""
_ABBREVIATIONS = "abbreviations.tsv"
_SHORT = re.compile(r"\s\(([\w-]+)\)")
"""An abbreviation in brackets."""
_LONGEST = 40
"""Characters of such words."""
_TURNED = 1.5
"""So much higher must the odds be in the direction in which fewer translations were read."""
_OF_A_HEADING = 4
"""Words at most of a heading whose translation may well say more."""
_SHORTEST = 20
"""Shorter translations, in characters, are not judged."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a part of the translation has nothing that answers to it in the source."""
    known = draft.language_pair
    if known is None or not pair.source or len(pair.target) < _SHORTEST:
        return
    doubt = _TURNED if known.is_turned else 0.0
    levels = _LEVELS_CLOSE if draft.is_close else _LEVELS
    more = added(pair.source, pair.target, known, levels[-1][0] + doubt)
    level = next((level for odds, level in levels if more is not None and more.odds > odds + doubt), None)
    if more is None or level is None or _is_mostly_a_value(more.span, pair.target_placeables, pair.source_placeables):
        return
    if (
        _is_spelt_out(more.span, pair, known)
        or _is_of_a_name(more.span, pair, draft)
        or _is_without_a_break(more.span, pair, draft)
        or _is_said(more.span, pair, known, is_close=draft.is_close)
    ):
        return
    flag = Flag(
        say("Nothing in the source answers to “{words}”.", words=shown(more.span.of(pair.target))),
        target_span=more.span,
        source_span=more.place,
        level=(
            Level.HINT
            if _is_known_in_short(more.span.of(pair.target), draft) or _is_cut(pair, known) or _is_heading(pair, draft)
            else level
        ),
    )
    words = more.span.of(pair.target)
    if draft.is_close and (
        (more.odds <= _ALONE and not are_unanswered(flag, pair, draft))
        or is_moved(words, pair, draft, known, is_added=True)
        or is_named_again(words, pair, draft, known)
        or (" " in words and is_said_by_the_rest(words, pair, known, is_added=True))
    ):
        return
    yield flag


def _is_said(span: Span, pair: Pair, known: LanguagePair, *, is_close: bool) -> bool:
    """Tells whether every word of content of a stretch is in a phrase that the source has in another way, or in a pair
    of words for which it has one: une présidente ou un président."""
    freely = said_freely(pair.source or "", pair.target, known) if is_close else ()
    said = SpanIndex(
        [*said_by_source(pair, known), *doublets(pair.target, known, known.target), *(here for _, here in freely)]
    )
    return all(said.holds(word.span) for word in content(pair.target, known.target) if span.holds(word.span))


def _is_heading(pair: Pair, draft: Draft) -> bool:
    """Tells whether the source is a heading of few words in a document, which French writes out in full: Annotations,
    Liste annotée des points inscrits à l’ordre du jour provisoire."""
    heading = take_label(pair.source or "")[1]
    return draft.is_document and len(heading.split()) <= _OF_A_HEADING and heading[-1:].isalpha()


def _is_cut(pair: Pair, known: LanguagePair) -> bool:
    """Tells whether the source seems to be the rest of a line that the translation has whole: « de fond de 2015 »."""
    return known.is_turned and (pair.source or "")[:1].islower() and take_label(pair.target)[1][:1].isupper()


def _is_known_in_short(words: str, draft: Draft) -> bool:
    """Tells whether this is one word with a capital that the document has again and again: the body or the treaty that
    it is about, which a translation may name where the source does not."""
    if not words[:1].isupper() or not words.isalpha():
        return False
    return draft.is_document and sum(words in pair.target for pair in draft.pairs) >= _OFTEN


def _is_of_a_name(span: Span, pair: Pair, draft: Draft) -> bool:
    """Tells whether a stretch is the rest of a name that the source has in short, the name being a term or elsewhere in
    the document: the Council, le Conseil économique et social."""
    opening = _NAME_OPENS.search(pair.target, max(0, span.start - _LONGEST), span.start)
    if opening is None or not opening.group(1)[0].isupper():
        return False
    name = Span(opening.start(1), span.end)
    whole = name.of(pair.target)
    return any(one.span.holds(name) for one in pair.target_terms) or any(
        whole in other.target for other in draft.pairs if draft.is_document and other is not pair
    )


def _is_spelt_out(span: Span, pair: Pair, known: LanguagePair) -> bool:
    """Tells whether a stretch is the name, with its abbreviation in brackets after it, for which the source has the
    abbreviation alone: UNHCR, le Haut-Commissariat des Nations Unies pour les réfugiés (HCR)."""
    short = _SHORT.match(pair.target, span.end)
    if short is None:
        return False
    forms = {short[1], *(there for there, here, *_ in known.rows(_ABBREVIATIONS) if here == short[1])}
    return not forms.isdisjoint(re.findall(r"[\w-]+", pair.source or ""))


def _is_mostly_a_value(span: Span, own: Iterable[Placeable], other: Iterable[Placeable]) -> bool:
    """Tells whether half of a stretch or more are values, of the placeables of its `own` side, that the `other` side
    has."""
    there = {(one.kind, one.value) for one in other}
    shared = sum(
        min(one.span.end, span.end) - max(one.span.start, span.start)
        for one in own
        if one.span.overlaps(span) and (one.kind, one.value) in there
    )
    return 2 * shared >= span.end - span.start


def _is_without_a_break(span: Span, pair: Pair, draft: Draft) -> bool:
    """Tells whether a stretch says without a break what the source says by a number: 24/7, sept jours sur sept."""
    always = language_of(draft.target_language).pattern("of-as-many")
    there = {one.value for one in pair.source_placeables}
    return any(
        one.value == other.value
        and one.value in there
        and span.start <= one.span.start
        and other.span.end <= span.end
        and always.fullmatch(pair.target, one.span.end, other.span.start)
        for one, other in pairwise(pair.target_placeables)
    )


CHECK = SegmentCheck(
    name="completeness-addition",
    level=Level.WARNING,
    grades=GRADES,
    weigh=unanswered_odds,
    its_type="addition",
    requires=Needs(source=True, pair="word_translations.tsv.xz"),
    yields_to=("completeness-length", "language-other-segment", "language-foreign-word"),
    summary="A part of the translation has nothing that answers to it in the source.",
    reason=(
        "Left over from an earlier version of the source, or from the segment that the memory offered. A stretch of "
        "words without counterparts is reported where several signs agree, since French often says in full what "
        "English says in one word. It is a warning where the odds are very high, "
        "since nearly all that published translations add is meant, else an info or a hint."
    ),
    examples=(
        Example(
            source="UNHCR assisted the refugees.",
            target="Le Haut-Commissariat des Nations Unies pour les réfugiés (HCR) est venu en aide aux réfugiés.",
        ),
        Example(
            source="The hotline operates 24/7.",
            target="La ligne d’assistance fonctionne 24 heures sur 24, sept jours sur sept.",
        ),
        Example(
            source="Priority theme: achieving gender equality through the financing of care systems;",
            target=(
                "Thème prioritaire : réalisation de l’égalité des genres par le financement des systèmes de soins et "
                "d’aide à la personne ;"
            ),
        ),
        Example(
            source="The Working Group welcomed the report of the Secretariat.",
            target=(
                "Le Groupe de travail a accueilli avec satisfaction le rapport du Secrétariat et décidé d’inviter les "
                "délégations hôtes à prendre des mesures supplémentaires."
            ),
            flagged=("décidé d’inviter les délégations hôtes à prendre des mesures supplémentaires",),
        ),
        Example(
            source="The Working Group welcomed the report of the Secretariat.",
            target="Le Groupe de travail a accueilli avec satisfaction le rapport du Secrétariat.",
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
