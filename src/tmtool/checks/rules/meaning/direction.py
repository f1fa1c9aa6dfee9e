"""Has the translation turned round who does what to whom, or from where to where something goes: from Vienna to Geneva,
de Genève à Vienne?

See docs/un-french.md, section 15: meaning. Two turns are read: from A to B, which is not de B à A; and a verb in the
passive, which is not the active with the same subject, nor the reverse. The parties are those that are counterparts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.checks.evidence.meaning.opposed_prepositions import opposed_prepositions
from tmtool.checks.evidence.meaning.said_by_contrary import is_denied_for_only
from tmtool.checks.evidence.meaning.voices_turned import voices_turned
from tmtool.checks.evidence.register import hints_where_free, warnings_where_short
from tmtool.checks.evidence.words.directions import pattern
from tmtool.checks.evidence.words.linked import linked
from tmtool.checks.evidence.words.sides import Side
from tmtool.model import Level, Span
from tmtool.model.wording import say

_BEFORE = 20
"""Characters before a word in which its preposition is."""
_NOUN = 2
"""Words at most of a noun that is told from another by the last of them."""
_REACH = 30
"""Characters after by in which the agent is."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the translation turns round who does what to whom, or the way from one place
    to another."""
    found = linked(pair, draft)
    if found is None or found.is_free:
        return
    of_source, of_target = found.sides
    yield from _ways_back(of_source, of_target)
    turned = list(_turned_active(of_source, of_target))
    yield from turned or (
        Flag(say("“{words}” is turned round here.", words=verb.of(of_source.text)), target_span=here, source_span=verb)
        for here, verb in voices_turned(found)
    )
    assert draft.language_pair is not None
    for here, there in opposed_prepositions(found, draft.language_pair):
        flag = exchanged(here, pair.target, there, pair.source or "", draft.slight)
        if not is_denied_for_only(flag, pair, draft):
            yield flag


def _ways_back(of_source: Side, of_target: Side) -> Iterator[Flag]:
    for way in pattern(of_source.language, "way").finditer(of_source.text):
        first = _first_linked(of_source, *way.span("first"))
        second = _first_linked(of_source, *way.span("second"))
        if first is None or second is None or first == second:
            continue
        start, end = (of_target.words[index].span.start for index in (first, second))
        if end < start and _follows("to", of_target, first) and _follows("of", of_target, second):
            span = Span(min(start, end), max(of_target.words[first].span.end, of_target.words[second].span.end))
            yield Flag(
                say("“{words}” is turned round here.", words=way.group()),
                target_span=span,
                source_span=Span(*way.span()),
            )


def _turned_active(of_source: Side, of_target: Side) -> Iterator[Flag]:
    """Flags a passive of the source that is active with the same subject."""
    for passive in pattern(of_source.language, "passive").finditer(of_source.text):
        if passive["being"] is None:
            continue
        before = [
            link
            for word, link in zip(of_source.words, of_source.links, strict=True)
            if word.span.end <= passive.start() and link is not None
        ]
        agent = _first_linked(of_source, passive.end(), min(len(of_source.text), passive.end() + _REACH))
        if not before or agent is None or not before[-1] < agent:
            continue
        subject = of_target.words[before[-1]].span
        if pattern(of_target.language, "no subject").search(of_target.text, 0, subject.start):
            continue
        start = subject.end
        active = pattern(of_target.language, "active").fullmatch(
            of_target.text, start, of_target.words[agent].span.start
        )
        if active:
            yield Flag(
                say("“{words}” is turned round here.", words=passive.group().strip()),
                target_span=Span(active.start("verb"), of_target.words[agent].span.end),
                source_span=Span(*passive.span()),
            )


def _first_linked(side: Side, start: int, end: int) -> int | None:
    """Returns the place where the first word of a stretch that has a counterpart has it."""
    for word, link in zip(side.words, side.links, strict=True):
        if start <= word.span.start < end and link is not None:
            return link
    return None


def _follows(preposition: str, side: Side, index: int) -> bool:
    """Tells whether a preposition comes before a word, or before the words of its noun: au statut consultatif
    spécial."""
    for place in range(index, max(-1, index - _NOUN - 1), -1):
        start = side.words[place].span.start
        if pattern(side.language, preposition).search(side.text, max(0, start - _BEFORE), start):
            return True
        if place and side.text[side.words[place - 1].span.end : start] != " ":
            return False
    return False


CHECK = SegmentCheck(
    name="meaning-direction",
    level=Level.WARNING,
    its_type="mistranslation",
    bounded=True,
    requires=Needs(source=True, pair="word_links.tsv.xz", tables="directions.tsv", one_way=True),
    yields_to=("meaning-opposite",),
    summary="The translation turns round who does what to whom, or the way from one place to another.",
    reason=(
        "Every word is right and the sentence says the reverse: the Government asks the Organization, or the "
        "Organization the Government. Reported where the counterparts of both parties have changed places."
    ),
    examples=(
        Example(
            source="Goods were carried from Vienna to Geneva.",
            target="Des biens ont été transportés de Genève à Vienne.",
            flagged=("Genève à Vienne",),
        ),
        Example(
            source="The Commission has been asked by the Government to act.",
            target="La Commission a prié le Gouvernement d’agir.",
            flagged=("a prié le Gouvernement",),
        ),
        Example(
            source="The Commission has been asked by the Government to act.",
            target="La Commission a été priée par le Gouvernement d’agir. Le Gouvernement a prié la Commission d’agir.",
        ),
        Example(
            source="The lecture will be followed by a debate.",
            target="La conférence suivra un débat.",
            flagged=("suivra un débat",),
        ),
        Example(
            source="The exercise simulated an attack by unmanned aircraft.",
            target="L’exercice simulait une attaque par des aéronefs sans équipage.",
        ),
        Example(
            source="The unspent balance is attributable mainly to delays in recruitment.",
            target="Le solde inutilisé s’explique principalement par les retards de recrutement.",
        ),
        Example(
            source="Five minutes will be given to each delegation.",
            target="Le temps de parole sera de cinq minutes par délégation.",
        ),
        Example(source="from Vienna to Geneva", target="de Vienne à Genève, à Genève depuis Vienne"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=hints_where_free(warnings_where_short(look)),
    by_sentence=True,
)
